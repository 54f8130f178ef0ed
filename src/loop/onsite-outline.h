/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteSessionError:
 * @ONSITE_SESSION_ERROR_OUTLINE: a loop that can't be run: nothing in it, or
 *   something in it that its pack doesn't have
 * @ONSITE_SESSION_ERROR_SNAPSHOT: a snapshot that is none, or is none of this loop
 *
 * Why a loop can't be begun, or gone on with.
 */
typedef enum
{
  ONSITE_SESSION_ERROR_OUTLINE,
  ONSITE_SESSION_ERROR_SNAPSHOT,
} OnsiteSessionError;

#define ONSITE_SESSION_ERROR (onsite_session_error_quark ())

/**
 * onsite_session_error_quark:
 *
 * Returns: the domain of #OnsiteSessionError
 */
GQuark onsite_session_error_quark (void);

/**
 * OnsiteSessionQuestion:
 * @seconds: what the pack suggests for the answer with its follow-ups
 * @n_follow_ups: the length of its ladder
 * @curveball_ms: how long the main answer goes on before the curveball is thrown
 *   into it, 0 if none is
 */
typedef struct
{
  guint seconds;
  guint n_follow_ups;
  guint curveball_ms;
} OnsiteSessionQuestion;

/**
 * OnsiteSessionRound:
 * @seconds: how long it lasts
 * @n_questions: how many questions are to be asked in it
 * @questions: (array length=n_questions): those questions, in order
 */
typedef struct
{
  guint seconds;
  guint n_questions;
  const OnsiteSessionQuestion *questions;
} OnsiteSessionRound;

/**
 * OnsiteOutline:
 *
 * As much of a planned loop as its running depends on: at least one round,
 * each of at least a second and with at least one question. Immutable and
 * reference counted.
 */
typedef struct _OnsiteOutline OnsiteOutline;

/**
 * onsite_outline_new:
 * @loop: a planned loop
 * @pack: the pack that it was planned from
 * @error: return location for an #OnsiteSessionError
 *
 * Returns: (transfer full): the outline of @loop, or %NULL if a round has no
 *   questions or no time, or @pack doesn't have a question of it
 */
OnsiteOutline *onsite_outline_new (const OnsiteLoop *loop, OnsitePack *pack, GError **error);

/**
 * onsite_outline_new_from_rounds:
 * @mode: how strictly it's run
 * @rounds: (array length=n_rounds): its rounds, which are copied
 * @n_rounds: how many there are, at least one
 * @error: return location for an #OnsiteSessionError
 *
 * Returns: (transfer full): an outline that no pack stands behind, or %NULL if
 *   there is no round, or one has no questions or no time
 */
OnsiteOutline *onsite_outline_new_from_rounds (OnsiteMode mode,
                                               const OnsiteSessionRound *rounds,
                                               guint n_rounds,
                                               GError **error);

/**
 * onsite_outline_ref:
 * @self: an outline
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): @self
 */
OnsiteOutline *onsite_outline_ref (OnsiteOutline *self);

/**
 * onsite_outline_unref:
 * @self: (transfer full): an outline
 *
 * May be called from any thread. The last one frees it.
 */
void onsite_outline_unref (OnsiteOutline *self);

/**
 * onsite_outline_get_mode:
 * @self: an outline
 *
 * Returns: how strictly the loop is run
 */
OnsiteMode onsite_outline_get_mode (const OnsiteOutline *self);

/**
 * onsite_outline_get_n_rounds:
 * @self: an outline
 *
 * Returns: how many rounds the loop has, at least one
 */
guint onsite_outline_get_n_rounds (const OnsiteOutline *self);

/**
 * onsite_outline_get_round:
 * @self: an outline
 * @index: which round, less than onsite_outline_get_n_rounds()
 *
 * Returns: (transfer none): that round, valid for as long as @self
 */
const OnsiteSessionRound *onsite_outline_get_round (const OnsiteOutline *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteOutline, onsite_outline_unref)

G_END_DECLS
