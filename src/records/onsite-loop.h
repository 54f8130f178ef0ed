/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-review.h"
#include "onsite-round.h"

G_BEGIN_DECLS

/**
 * OnsiteLoopKind:
 * @ONSITE_LOOP_KIND_WHOLE: all rounds of a level
 * @ONSITE_LOOP_KIND_ROUND: one round
 * @ONSITE_LOOP_KIND_DRILL: a few questions of one sort
 *
 * How much is rehearsed.
 */
typedef enum
{
  ONSITE_LOOP_KIND_WHOLE,
  ONSITE_LOOP_KIND_ROUND,
  ONSITE_LOOP_KIND_DRILL,
} OnsiteLoopKind;

#define ONSITE_TYPE_LOOP_KIND (onsite_loop_kind_get_type ())
GType onsite_loop_kind_get_type (void);

/**
 * OnsiteDrill:
 * @ONSITE_DRILL_NONE: it is no drill
 * @ONSITE_DRILL_CATEGORY: the target is a category's id
 * @ONSITE_DRILL_PRINCIPLE: the target is a principle's id
 * @ONSITE_DRILL_CHECKLIST: the target is a checklist item's id
 * @ONSITE_DRILL_GAPS: no target: the principles that past loops left uncovered
 *
 * What is drilled.
 */
typedef enum
{
  ONSITE_DRILL_NONE,
  ONSITE_DRILL_CATEGORY,
  ONSITE_DRILL_PRINCIPLE,
  ONSITE_DRILL_CHECKLIST,
  ONSITE_DRILL_GAPS,
} OnsiteDrill;

#define ONSITE_TYPE_DRILL (onsite_drill_get_type ())
GType onsite_drill_get_type (void);

/**
 * OnsiteMode:
 * @ONSITE_MODE_ONSITE: as in earnest: no pause, no retake, no hints
 * @ONSITE_MODE_PRACTICE: with pause, retake, skip and hints
 *
 * How strict a loop is.
 */
typedef enum
{
  ONSITE_MODE_ONSITE,
  ONSITE_MODE_PRACTICE,
} OnsiteMode;

#define ONSITE_TYPE_MODE (onsite_mode_get_type ())
GType onsite_mode_get_type (void);

/**
 * OnsiteLoopState:
 * @ONSITE_LOOP_STATE_PLANNED: nothing of it was asked yet
 * @ONSITE_LOOP_STATE_RUNNING: it runs, or can be gone on with
 * @ONSITE_LOOP_STATE_FINISHED: it is at its debrief
 *
 * How far a loop has come.
 */
typedef enum
{
  ONSITE_LOOP_STATE_PLANNED,
  ONSITE_LOOP_STATE_RUNNING,
  ONSITE_LOOP_STATE_FINISHED,
} OnsiteLoopState;

#define ONSITE_TYPE_LOOP_STATE (onsite_loop_state_get_type ())
GType onsite_loop_state_get_type (void);

/**
 * OnsiteLoop:
 * @id: a UUID
 * @pack_id: the id of the pack that it was planned from; %NULL until it is set
 * @pack_hash: that pack's SHA-256 in lower-case hex; %NULL until it is set
 * @level: the id of a level in the pack; %NULL until it is set
 * @kind: how much is rehearsed
 * @drill: for a drill: what @target is; %ONSITE_DRILL_NONE in one of a library of
 *   the first version whose pack doesn't tell
 * @target: for a round the round kind's id, for a drill what is drilled, else ""
 * @mode: how strict it is
 * @seed: what the plan was drawn with
 * @state: how far it has come
 * @sample: made by the program to look around in, not by the candidate
 * @created_at_us: when it was planned
 * @finished_at_us: when it came to its debrief, 0 for not yet
 * @deleted_at_us: when it was put into the bin, 0 if it is not there
 * @rounds: (element-type OnsiteRound): in order, never %NULL
 * @reviews: (element-type OnsiteReview): what coaches sent back, by the coach's name,
 *   never %NULL
 *
 * A rehearsal of an interview loop: all of it, a round of it, or a drill.
 */
typedef struct
{
  char *id;
  char *pack_id;
  char *pack_hash;
  char *level;
  OnsiteLoopKind kind;
  OnsiteDrill drill;
  char *target;
  OnsiteMode mode;
  guint64 seed;
  OnsiteLoopState state;
  gboolean sample;
  gint64 created_at_us;
  gint64 finished_at_us;
  gint64 deleted_at_us;
  GPtrArray *rounds;
  GPtrArray *reviews;
} OnsiteLoop;

/**
 * onsite_loop_new:
 *
 * Makes an empty loop with an id of its own.
 *
 * Returns: (transfer full): a loop
 */
OnsiteLoop *onsite_loop_new (void);

/**
 * onsite_loop_free:
 * @self: (transfer full): a loop
 *
 * Frees a loop with all that belongs to it.
 */
void onsite_loop_free (OnsiteLoop *self);

/**
 * onsite_loop_find_clip:
 * @self: a loop
 * @id: the id of a clip
 *
 * Returns: (transfer none) (nullable): that clip of any of its answers, or %NULL
 */
OnsiteClip *onsite_loop_find_clip (const OnsiteLoop *self, const char *id);

/**
 * onsite_loop_find_review:
 * @self: a loop
 * @id: the id of a review
 *
 * Returns: (transfer none) (nullable): that review, or %NULL
 */
OnsiteReview *onsite_loop_find_review (const OnsiteLoop *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteLoop, onsite_loop_free)

G_END_DECLS
