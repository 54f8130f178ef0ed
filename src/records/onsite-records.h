/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SECTION:onsite-records
 *
 * The plain things that are kept: a loop has rounds, a round has answers, an
 * answer has takes, a take has turns, a turn has at most one clip. Each struct
 * owns what it points to; ids are UUIDs in lower case. Wall-clock times are
 * microseconds since 1970 in UTC, 0 for "not yet".
 */

typedef enum
{
  ONSITE_LOOP_KIND_WHOLE,
  ONSITE_LOOP_KIND_ROUND,
  ONSITE_LOOP_KIND_DRILL,
} OnsiteLoopKind;

typedef enum
{
  ONSITE_MODE_ONSITE,
  ONSITE_MODE_PRACTICE,
} OnsiteMode;

typedef enum
{
  ONSITE_LOOP_STATE_PLANNED,
  ONSITE_LOOP_STATE_RUNNING,
  ONSITE_LOOP_STATE_FINISHED,
} OnsiteLoopState;

/* What a principle or a checklist item is called by where both may be meant. */
typedef enum
{
  ONSITE_TARGET_PRINCIPLE,
  ONSITE_TARGET_CHECKLIST,
} OnsiteTargetKind;

/* Who says that an answer supports a target. */
typedef enum
{
  ONSITE_SOURCE_ASKED,
  ONSITE_SOURCE_CLAIMED,
  ONSITE_SOURCE_HEARD,
  ONSITE_SOURCE_COACH,
} OnsiteSource;

/**
 * OnsiteSegment:
 * @start_samples: where it begins in the clip
 * @n_samples: how long it is
 * @gap_us: the true time without sound before it
 *
 * A stretch of one unbroken source. Samples are counted at 48 kHz, mono.
 */
typedef struct
{
  gint64 start_samples;
  gint64 n_samples;
  gint64 gap_us;
} OnsiteSegment;

/**
 * OnsiteMark:
 *
 * A point (@to_ms is -1) or a span of a clip that a person set.
 */
typedef struct
{
  char *id;
  gint64 from_ms;
  gint64 to_ms;
  char *note;
} OnsiteMark;

typedef enum
{
  ONSITE_CLIP_RECORDING, /* being written, or left so by a crash */
  ONSITE_CLIP_COMPLETE,  /* ended as it should */
  ONSITE_CLIP_RECOVERED, /* given back after a crash */
} OnsiteClipState;

/**
 * OnsiteClip:
 * @n_samples: its length at 48 kHz, mono, without the encoder's pre-skip
 * @pre_skip_samples: what a decoder drops at the start
 * @segments: (element-type OnsiteSegment)
 * @marks: (element-type OnsiteMark)
 *
 * What was recorded for one turn. The sound itself is read from the library.
 */
typedef struct
{
  char *id;
  OnsiteClipState state;
  gint64 created_at_us;
  gint64 n_samples;
  guint pre_skip_samples;
  GPtrArray *segments;
  GPtrArray *marks;
} OnsiteClip;

/**
 * OnsiteTurn:
 * @prompt: what was asked, word for word
 * @clip: (nullable): what was answered
 *
 * The main answer (index 0), or the answer to one follow-up.
 */
typedef struct
{
  char *prompt;
  OnsiteClip *clip;
} OnsiteTurn;

/**
 * OnsiteRating:
 * @dimension: the id of a dimension
 * @score: 1 to 5
 */
typedef struct
{
  char *dimension;
  guint score;
} OnsiteRating;

/**
 * OnsiteEvidence:
 * @target: the id of the principle or the checklist item
 * @turn: which turn the span lies in
 * @from_ms: where the span begins in that turn's clip, -1 for the whole answer
 * @to_ms: where the span ends
 * @strength: from 0 to 1
 *
 * Who says that an answer supports a target, and where.
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
} OnsiteEvidence;

/**
 * OnsiteTake:
 * @turns: (element-type OnsiteTurn)
 * @ratings: (element-type OnsiteRating): the candidate's own
 * @evidence: (element-type OnsiteEvidence): claimed, heard, coach; what was asked follows from the pack
 *
 * An attempt at an answer; the last is the current one.
 */
typedef struct
{
  char *id;
  gint64 created_at_us;
  GPtrArray *turns;
  GPtrArray *ratings;
  GPtrArray *evidence;
} OnsiteTake;

/**
 * OnsiteAnswer:
 * @question: the id of a question in the loop's pack
 * @skipped: the candidate passed over it
 * @story: which past program it drew on, or ""
 * @note: what was jotted down, or ""
 * @takes: (element-type OnsiteTake): empty until it is asked
 */
typedef struct
{
  char *id;
  char *question;
  gboolean skipped;
  char *story;
  char *note;
  GPtrArray *takes;
} OnsiteAnswer;

/**
 * OnsiteRound:
 * @kind: the id of a round kind in the loop's pack
 * @interviewer: a role title
 * @voice: which of the interviewer voices speaks, from 0
 * @principles: ids of those that this interviewer holds
 * @seconds: how long it's meant to last
 * @vote: (nullable): the id of the candidate's own vote
 * @ended_early: the candidate ended it before its time
 * @interruptions: how often a crash, a quit or a suspend broke into it
 * @answers: (element-type OnsiteAnswer)
 */
typedef struct
{
  char *id;
  char *kind;
  char *interviewer;
  gboolean bar_raiser;
  guint voice;
  GStrv principles;
  guint seconds;
  gint64 started_at_us;
  gint64 ended_at_us;
  gboolean ended_early;
  guint interruptions;
  char *vote;
  GPtrArray *answers;
} OnsiteRound;

/**
 * OnsiteLoop:
 * @pack_hash: SHA-256 of the pack that it was planned from
 * @target: for a round the round kind's id; for a drill what is drilled, else ""
 * @seed: what the plan was drawn with
 * @sample: made by the program to look around in, not by the candidate
 * @rounds: (element-type OnsiteRound)
 */
typedef struct
{
  char *id;
  char *pack_id;
  char *pack_hash;
  char *level;
  OnsiteLoopKind kind;
  char *target;
  OnsiteMode mode;
  guint64 seed;
  OnsiteLoopState state;
  gboolean sample;
  gint64 created_at_us;
  gint64 finished_at_us;
  gint64 deleted_at_us;
  GPtrArray *rounds;
} OnsiteLoop;

/**
 * OnsiteHistoryItem:
 * @question: the id of a question that was asked
 * @asked_at_us: when
 * @covered: ids of the principles claimed or confirmed for it
 *
 * What a plan needs to know of a past answer.
 */
typedef struct
{
  char *question;
  gint64 asked_at_us;
  GStrv covered;
} OnsiteHistoryItem;

OnsiteMark *onsite_mark_new (void);
void onsite_mark_free (OnsiteMark *self);
OnsiteClip *onsite_clip_new (void);
void onsite_clip_free (OnsiteClip *self);
OnsiteTurn *onsite_turn_new (const char *prompt);
void onsite_turn_free (OnsiteTurn *self);
OnsiteRating *onsite_rating_new (const char *dimension, guint score);
void onsite_rating_free (OnsiteRating *self);
OnsiteEvidence *
onsite_evidence_new (OnsiteTargetKind kind, const char *target, OnsiteSource source);
void onsite_evidence_free (OnsiteEvidence *self);
OnsiteTake *onsite_take_new (void);
void onsite_take_free (OnsiteTake *self);
OnsiteAnswer *onsite_answer_new (const char *question);
void onsite_answer_free (OnsiteAnswer *self);
OnsiteRound *onsite_round_new (const char *kind);
void onsite_round_free (OnsiteRound *self);
OnsiteLoop *onsite_loop_new (void);
void onsite_loop_free (OnsiteLoop *self);
OnsiteHistoryItem *
onsite_history_item_new (const char *question, gint64 asked_at_us, const char *const *covered);
void onsite_history_item_free (OnsiteHistoryItem *self);

/* The take that counts, NULL before the answer was asked. */
OnsiteTake *onsite_answer_get_current_take (const OnsiteAnswer *self);
/* 0 if the dimension is not rated. */
guint onsite_take_get_score (const OnsiteTake *self, const char *dimension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteMark, onsite_mark_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteClip, onsite_clip_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteTurn, onsite_turn_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRating, onsite_rating_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteEvidence, onsite_evidence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteTake, onsite_take_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteAnswer, onsite_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRound, onsite_round_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteLoop, onsite_loop_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteHistoryItem, onsite_history_item_free)

G_END_DECLS
