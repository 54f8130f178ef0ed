/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "onsite-redaction.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/* What a capsule is made of. All of it is owned by the capsule and never changes; no
 * string is NULL where it isn't said. Times are those of the copy. */

/**
 * OnsiteCapsuleName:
 * @id: the pack's id of it
 * @name: what it is called
 * @text: what the pack says of it, or ""
 * @value: of a vote: from -2 to 2, else 0
 *
 * A principle, a checklist item or a vote.
 */
typedef struct
{
  char *id;
  char *name;
  char *text;
  int value;
} OnsiteCapsuleName;

/**
 * OnsiteCapsuleDimension:
 * @id: the pack's id of it
 * @name: what it is called
 * @anchors: what 1, 3 and 5 sound like at the loop's level, or ""
 */
typedef struct
{
  char *id;
  char *name;
  char *anchors[3];
} OnsiteCapsuleDimension;

/**
 * OnsiteCapsuleRound:
 * @id: the round's UUID
 * @title: what it is called
 * @interviewer: who holds it, or ""
 * @bar_raiser: whether that is the bar raiser
 * @vote: (nullable): the id of the candidate's own vote
 */
typedef struct
{
  char *id;
  char *title;
  char *interviewer;
  gboolean bar_raiser;
  char *vote;
} OnsiteCapsuleRound;

/**
 * OnsiteCapsuleExhibit:
 * @id: the pack's id of it
 * @title: what it is called
 * @svg: the drawing, in light colours
 * @drawing: the same on a recording surface, to be drawn again on another
 * @width: how wide it is at its own size, of 96 dots per inch
 * @height: how high
 * @words: the same in words
 */
typedef struct
{
  char *id;
  char *title;
  char *svg;
  cairo_surface_t *drawing;
  double width;
  double height;
  char *words;
} OnsiteCapsuleExhibit;

/**
 * OnsiteCapsuleRange:
 * @from_ms: where it begins
 * @to_ms: where it ends
 */
typedef struct
{
  gint64 from_ms;
  gint64 to_ms;
} OnsiteCapsuleRange;

/**
 * OnsiteCapsuleGap:
 * @at_ms: where sound is missing
 * @gap_ms: for how long
 */
typedef struct
{
  gint64 at_ms;
  gint64 gap_ms;
} OnsiteCapsuleGap;

/**
 * OnsiteCapsuleClip:
 * @id: the clip's UUID
 * @n_samples: how long the copy is
 * @duration_ms: the same in milliseconds, rounded down
 * @peaks: a byte for each %ONSITE_REDACTION_STEP_MS, as in #OnsiteChunk; empty where
 *   nothing drawn of the sound goes along
 * @gaps: (element-type OnsiteCapsuleGap): where sound is missing
 * @muted: (element-type OnsiteCapsuleRange): where it was made silent
 * @cuts: (element-type gint64): where something was cut out, in milliseconds
 * @silences: (element-type OnsiteCapsuleRange): what skipping silence passes over;
 *   empty without peaks
 * @redaction: how the copy comes from the clip; for who copies the sound and who keeps
 *   the export, and nothing to hand on
 */
typedef struct
{
  char *id;
  gint64 n_samples;
  gint64 duration_ms;
  GBytes *peaks;
  GArray *gaps;
  GArray *muted;
  GArray *cuts;
  GArray *silences;
  OnsiteRedaction *redaction;
} OnsiteCapsuleClip;

/**
 * OnsiteCapsuleTurn:
 * @kind: what it answers
 * @prompt: what was asked
 * @clip: (nullable): what was answered; %NULL where nothing was, or all of it is cut
 */
typedef struct
{
  OnsiteTurnKind kind;
  char *prompt;
  OnsiteCapsuleClip *clip;
} OnsiteCapsuleTurn;

/**
 * OnsiteCapsuleMark:
 * @id: what it is called in this capsule
 * @turn: the index of the turn in whose clip it is
 * @from_ms: where it is, or where it begins
 * @to_ms: where it ends; -1 for a point
 * @note: what was noted there, or ""
 */
typedef struct
{
  char *id;
  guint turn;
  gint64 from_ms;
  gint64 to_ms;
  char *note;
} OnsiteCapsuleMark;

/**
 * OnsiteCapsuleEvidence:
 * @id: what it is called in this capsule
 * @kind: what @target is
 * @target: the id of a principle or a checklist item
 * @source: who says so
 * @turn: the index of the turn in whose clip it is
 * @from_ms: where it begins; -1 for the whole answer
 * @to_ms: where it ends; -1 for the whole answer
 * @strength: from 0 to 1
 */
typedef struct
{
  char *id;
  OnsiteTargetKind kind;
  char *target;
  OnsiteSource source;
  guint turn;
  gint64 from_ms;
  gint64 to_ms;
  double strength;
} OnsiteCapsuleEvidence;

/**
 * OnsiteCapsuleAnswered:
 * @take: the UUID of the take that it is about, which is in the capsule too
 * @turn: the index of the turn in whose clip it is
 * @from_ms: where it is, or where it begins
 * @to_ms: where it ends; -1 for a point
 * @coach: the coach's name, or ""
 * @text: what the coach said
 *
 * A coach's comment that a take was given in answer to.
 */
typedef struct
{
  char *take;
  guint turn;
  gint64 from_ms;
  gint64 to_ms;
  char *coach;
  char *text;
} OnsiteCapsuleAnswered;

/**
 * OnsiteCapsuleTake:
 * @id: the take's UUID
 * @number: which one of its answer, from 1
 * @current: whether it is the one that counts
 * @answered: (nullable): what it was given in answer to, where the place that this is
 *   about goes along
 * @turns: (element-type OnsiteCapsuleTurn): all of them, in order
 * @marks: (element-type OnsiteCapsuleMark): by turn and where they begin
 * @evidence: (element-type OnsiteCapsuleEvidence): but for what the question asks for
 * @ratings: (element-type OnsiteRating) (nullable): the candidate's own; %NULL when blind
 * @has_delivery: whether the next three go along
 * @talk_ms: how long all that can be heard is
 * @suggested_ms: what the pack suggests, 0 where it doesn't know the question
 * @silent_share: from 0 to 1, how much of it is silence; below 0 where there are no
 *   peaks to tell by
 */
typedef struct
{
  char *id;
  guint number;
  gboolean current;
  OnsiteCapsuleAnswered *answered;
  GPtrArray *turns;
  GPtrArray *marks;
  GPtrArray *evidence;
  GPtrArray *ratings;
  gboolean has_delivery;
  gint64 talk_ms;
  gint64 suggested_ms;
  double silent_share;
} OnsiteCapsuleTake;

/**
 * OnsiteCapsuleAnswer:
 * @id: the answer's UUID
 * @round: the index of its round in the capsule
 * @number: which one of the loop, from 1
 * @question: the pack's id of the question
 * @text: the question
 * @category: what kind of question it is, or ""
 * @seconds: how long an answer is expected to take, 0 where the pack doesn't know it
 * @exhibit: (nullable): the id of the exhibit that it is about
 * @listen_for: what the coach is asked to listen for, or ""
 * @note: what was jotted down, or ""
 * @principles: (element-type utf8): ids of the principles that the question asks for
 * @checklist: (element-type utf8): ids of the checklist items that it asks for
 * @takes: (element-type OnsiteCapsuleTake): those that were chosen, in order
 */
typedef struct
{
  char *id;
  guint round;
  guint number;
  char *question;
  char *text;
  char *category;
  guint seconds;
  char *exhibit;
  char *listen_for;
  char *note;
  GStrv principles;
  GStrv checklist;
  GPtrArray *takes;
} OnsiteCapsuleAnswer;

/**
 * onsite_capsule_name_free:
 * @self: (transfer full): #OnsiteCapsuleName, as a #GDestroyNotify takes it
 */
void onsite_capsule_name_free (gpointer self);

/**
 * onsite_capsule_dimension_free:
 * @self: (transfer full): #OnsiteCapsuleDimension, as a #GDestroyNotify takes it
 */
void onsite_capsule_dimension_free (gpointer self);

/**
 * onsite_capsule_round_free:
 * @self: (transfer full): #OnsiteCapsuleRound, as a #GDestroyNotify takes it
 */
void onsite_capsule_round_free (gpointer self);

/**
 * onsite_capsule_exhibit_free:
 * @self: (transfer full): #OnsiteCapsuleExhibit, as a #GDestroyNotify takes it
 */
void onsite_capsule_exhibit_free (gpointer self);

/**
 * onsite_capsule_clip_free:
 * @self: (transfer full): #OnsiteCapsuleClip, as a #GDestroyNotify takes it
 */
void onsite_capsule_clip_free (gpointer self);

/**
 * onsite_capsule_answered_free:
 * @self: (transfer full): what a take was given in answer to
 */
void onsite_capsule_answered_free (OnsiteCapsuleAnswered *self);

/**
 * onsite_capsule_take_free:
 * @self: (transfer full): #OnsiteCapsuleTake, as a #GDestroyNotify takes it
 */
void onsite_capsule_take_free (gpointer self);

/**
 * onsite_capsule_answer_free:
 * @self: (transfer full): #OnsiteCapsuleAnswer, as a #GDestroyNotify takes it
 */
void onsite_capsule_answer_free (gpointer self);

/**
 * onsite_capsule_take_new:
 *
 * Returns: (transfer full): a take without an id, with nothing in it and without
 *   ratings
 */
OnsiteCapsuleTake *onsite_capsule_take_new (void);

G_END_DECLS
