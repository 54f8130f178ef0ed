/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-clip.h"
#include "onsite-evidence.h"
#include "onsite-rating.h"

G_BEGIN_DECLS

/**
 * OnsiteTurnKind:
 * @ONSITE_TURN_QUESTION: the question itself: the main answer
 * @ONSITE_TURN_FOLLOW_UP: a follow-up of its ladder
 * @ONSITE_TURN_CURVEBALL: what was thrown into the main answer
 *
 * What a turn answers.
 */
typedef enum
{
  ONSITE_TURN_QUESTION,
  ONSITE_TURN_FOLLOW_UP,
  ONSITE_TURN_CURVEBALL,
} OnsiteTurnKind;

#define ONSITE_TYPE_TURN_KIND (onsite_turn_kind_get_type ())
GType onsite_turn_kind_get_type (void);

/**
 * OnsiteTurn:
 * @kind: what it answers
 * @prompt: what was asked, word for word
 * @clip: (nullable) (owned): what was answered
 *
 * One thing that was asked, and the answer to it. What was interrupted was
 * asked again, as another turn of its kind.
 */
typedef struct
{
  OnsiteTurnKind kind;
  char *prompt;
  OnsiteClip *clip;
} OnsiteTurn;

/**
 * OnsiteTake:
 * @id: a UUID
 * @created_at_us: when it was begun
 * @review: (nullable): the id of the review that it answers a comment of
 * @comment: (nullable): the id of that comment; a newer revision may have left it out
 * @turns: (element-type OnsiteTurn): in order, never %NULL
 * @ratings: (element-type OnsiteRating): the candidate's own, never %NULL
 * @evidence: (element-type OnsiteEvidence): claimed, heard, coach; never %NULL.
 *   What was asked follows from the pack
 *
 * An attempt at an answer; the last is the current one.
 */
typedef struct
{
  char *id;
  gint64 created_at_us;
  char *review;
  char *comment;
  GPtrArray *turns;
  GPtrArray *ratings;
  GPtrArray *evidence;
} OnsiteTake;

/**
 * onsite_turn_new:
 * @kind: what it answers
 * @prompt: what was asked, word for word
 *
 * Makes a turn without a clip.
 *
 * Returns: (transfer full): a turn
 */
OnsiteTurn *onsite_turn_new (OnsiteTurnKind kind, const char *prompt);

/**
 * onsite_turn_free:
 * @self: (transfer full): a turn
 *
 * Frees a turn with its clip.
 */
void onsite_turn_free (OnsiteTurn *self);

/**
 * onsite_take_new:
 *
 * Makes an empty take with an id of its own.
 *
 * Returns: (transfer full): a take
 */
OnsiteTake *onsite_take_new (void);

/**
 * onsite_take_get_score:
 * @self: a take
 * @dimension: the id of a dimension
 *
 * Looks up how the take was rated.
 *
 * Returns: 1 to 5; 0 if the dimension is not rated
 */
guint onsite_take_get_score (const OnsiteTake *self, const char *dimension);

/**
 * onsite_take_free:
 * @self: (transfer full): a take
 *
 * Frees a take with all that belongs to it.
 */
void onsite_take_free (OnsiteTake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteTurn, onsite_turn_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteTake, onsite_take_free)

G_END_DECLS
