/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"
#include "onsite-redaction.h"

G_BEGIN_DECLS

/**
 * OnsiteIncludes:
 * @ONSITE_INCLUDE_AUDIO: the sound
 * @ONSITE_INCLUDE_TRANSCRIPT: what was said, in words; there is none yet
 * @ONSITE_INCLUDE_NOTES: what was jotted down, with answers and with marks
 * @ONSITE_INCLUDE_EVIDENCE: what supports which target
 * @ONSITE_INCLUDE_DELIVERY: how long, and how silent
 * @ONSITE_INCLUDE_WAVEFORM: what is drawn of the sound: peaks and silences
 *
 * What goes along.
 */
typedef enum
{
  ONSITE_INCLUDE_NOTHING = 0,
  ONSITE_INCLUDE_AUDIO = 1 << 0,
  ONSITE_INCLUDE_TRANSCRIPT = 1 << 1,
  ONSITE_INCLUDE_NOTES = 1 << 2,
  ONSITE_INCLUDE_EVIDENCE = 1 << 3,
  ONSITE_INCLUDE_DELIVERY = 1 << 4,
  ONSITE_INCLUDE_WAVEFORM = 1 << 5,
} OnsiteIncludes;

/** ONSITE_INCLUDE_USUAL: what goes along where nobody chose. */
#define ONSITE_INCLUDE_USUAL                                                  \
  (ONSITE_INCLUDE_AUDIO | ONSITE_INCLUDE_WAVEFORM | ONSITE_INCLUDE_EVIDENCE | \
   ONSITE_INCLUDE_DELIVERY)

/**
 * OnsiteSelectedAnswer:
 * @answer: an answer's id
 * @takes: (element-type utf8): ids of takes of it; the current one where it is empty
 * @listen_for: what the coach is asked to listen for, or ""
 */
typedef struct
{
  char *answer;
  GPtrArray *takes;
  char *listen_for;
} OnsiteSelectedAnswer;

/**
 * OnsiteSelection:
 * @answers: (element-type OnsiteSelectedAnswer): which ones, in any order, each once
 * @includes: what goes along
 * @spans: (element-type utf8 GArray): what is removed: arrays of #OnsiteSpan by the id
 *   of the clip
 * @candidate: (nullable): a name to show
 * @blind: whether the coach doesn't see what the candidate thinks of it: ratings,
 *   votes and claims
 *
 * What a person chose to hand on of one loop. Plain data.
 */
typedef struct
{
  GPtrArray *answers;
  OnsiteIncludes includes;
  GHashTable *spans;
  char *candidate;
  gboolean blind;
} OnsiteSelection;

/**
 * onsite_selection_new:
 *
 * Returns: (transfer full): a selection of no answer yet, blind, with
 *   %ONSITE_INCLUDE_USUAL
 */
OnsiteSelection *onsite_selection_new (void);

/**
 * onsite_selection_copy:
 * @self: a selection
 *
 * Returns: (transfer full): the same, to be changed or read elsewhere
 */
OnsiteSelection *onsite_selection_copy (const OnsiteSelection *self);

/**
 * onsite_selection_free:
 * @self: (transfer full): a selection
 */
void onsite_selection_free (OnsiteSelection *self);

/**
 * onsite_selection_add_answer:
 * @self: a selection
 * @answer: an answer's id
 *
 * Chooses an answer, with its current take.
 *
 * Returns: (transfer none): it, to choose more of it; also if it was chosen before
 */
OnsiteSelectedAnswer *onsite_selection_add_answer (OnsiteSelection *self, const char *answer);

/**
 * onsite_selection_remove_answer:
 * @self: a selection
 * @answer: an answer's id
 *
 * Leaves an answer out again, and what was chosen of it.
 */
void onsite_selection_remove_answer (OnsiteSelection *self, const char *answer);

/**
 * onsite_selection_add_all:
 * @self: a selection
 * @loop: a loop
 *
 * Chooses each answer of which something was recorded, with its current take.
 */
void onsite_selection_add_all (OnsiteSelection *self, const OnsiteLoop *loop);

/**
 * onsite_selection_find_answer:
 * @self: a selection
 * @answer: an answer's id
 *
 * Returns: (transfer none) (nullable): what was chosen of it; %NULL if it wasn't
 */
OnsiteSelectedAnswer *
onsite_selection_find_answer (const OnsiteSelection *self, const char *answer);

/**
 * onsite_selected_answer_add_take:
 * @self: a chosen answer
 * @take: a take's id
 *
 * Chooses a take of it; once, however often it is called.
 */
void onsite_selected_answer_add_take (OnsiteSelectedAnswer *self, const char *take);

/**
 * onsite_selected_answer_remove_take:
 * @self: a chosen answer
 * @take: a take's id
 *
 * Leaves a take out again.
 */
void onsite_selected_answer_remove_take (OnsiteSelectedAnswer *self, const char *take);

/**
 * onsite_selection_add_span:
 * @self: a selection
 * @clip: a clip's id
 * @span: what is removed of it; copied, behind those that begin before it or with it
 */
void onsite_selection_add_span (OnsiteSelection *self, const char *clip, const OnsiteSpan *span);

/**
 * onsite_selection_remove_span:
 * @self: a selection
 * @clip: a clip's id
 * @index: which one of its spans
 *
 * Lets a span be heard again.
 */
void onsite_selection_remove_span (OnsiteSelection *self, const char *clip, guint index);

/**
 * onsite_selection_get_spans:
 * @self: a selection
 * @clip: a clip's id
 *
 * Returns: (transfer none) (nullable) (element-type OnsiteSpan): what is removed of it,
 *   in the order in which they begin; %NULL for nothing
 */
GArray *onsite_selection_get_spans (const OnsiteSelection *self, const char *clip);

/**
 * onsite_selection_add_answered:
 * @self: a selection
 * @loop: its loop
 *
 * Where the current take of a chosen answer was given in answer to a coach's comment,
 * chooses that take and the one that the comment is about, so that both can be compared.
 * Answers of which takes were chosen stay as they are.
 */
void onsite_selection_add_answered (OnsiteSelection *self, const OnsiteLoop *loop);

/** ONSITE_SELECTION_PROPOSED: answers that a coach can hear in ten minutes. */
#define ONSITE_SELECTION_PROPOSED 3

/**
 * onsite_selection_propose:
 * @debrief: a debrief
 *
 * Looks for what a coach's ten minutes are best spent on: answers of which something
 * was recorded, worst first. How bad one is, is the sum of two shares: how far its mean
 * rating lies below 5 (half where it isn't rated), and how much of what its question
 * asks for nobody says that it supports. Of two equally bad ones, the earlier comes.
 *
 * Returns: (transfer container) (element-type OnsiteAnswerSummary): at most
 *   %ONSITE_SELECTION_PROPOSED, in the loop's order; owned by the debrief
 */
GPtrArray *onsite_selection_propose (const OnsiteDebrief *debrief);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteSelection, onsite_selection_free)

G_END_DECLS
