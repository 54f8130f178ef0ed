/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-session.h"

G_BEGIN_DECLS

/**
 * OnsiteSessionFlow:
 * @state: the state, as it changes
 * @outline: what is run
 * @effects: (element-type OnsiteEffect) (nullable): where effects are appended
 *
 * One step of a session while it's being made. For this room only.
 */
typedef struct
{
  OnsiteSession state;
  const OnsiteOutline *outline;
  GArray *effects;
} OnsiteSessionFlow;

/**
 * onsite_session_flow_get_phase:
 * @self: a step
 *
 * Returns: what the session is in, whether paused or not
 */
OnsitePhase onsite_session_flow_get_phase (const OnsiteSessionFlow *self);

/**
 * onsite_session_flow_has_question:
 * @self: a step
 *
 * Returns: whether there is a question that is asked, answered or paused
 */
gboolean onsite_session_flow_has_question (const OnsiteSessionFlow *self);

/**
 * onsite_session_flow_has_clip:
 * @self: a step
 *
 * Returns: whether this take of the question has a clip
 */
gboolean onsite_session_flow_has_clip (const OnsiteSessionFlow *self);

/**
 * onsite_session_flow_emit:
 * @self: a step
 * @kind: an effect's kind
 *
 * Appends an effect, with the place where the session is now. Where there is nowhere to
 * append it, nothing happens.
 */
void onsite_session_flow_emit (OnsiteSessionFlow *self, OnsiteEffectKind kind);

/**
 * onsite_session_flow_ask:
 * @self: a step
 *
 * Asks what the state names: the turn begins anew, with the interviewer speaking.
 */
void onsite_session_flow_ask (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_get_wait_for_curveball_ms:
 * @self: a step
 *
 * Returns: how long until the curveball is thrown; %G_MAXINT64 if it isn't
 */
gint64 onsite_session_flow_get_wait_for_curveball_ms (const OnsiteSessionFlow *self);

/**
 * onsite_session_flow_throw_curveball:
 * @self: a step
 *
 * Throws the curveball into the main answer, whose clip goes on meanwhile.
 */
void onsite_session_flow_throw_curveball (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_end_interjection:
 * @self: a step
 *
 * Ends and seals the clip of the main answer that the interviewer broke into, if so it
 * is.
 */
void onsite_session_flow_end_interjection (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_begin_round:
 * @self: a step
 *
 * Begins the round that the state names, with its first question.
 */
void onsite_session_flow_begin_round (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_go_on_with_round:
 * @self: a step
 *
 * Goes on with a round that was interrupted, or ends it if nothing more can be asked.
 */
void onsite_session_flow_go_on_with_round (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_leave_turn:
 * @self: a step
 *
 * Ends what the interviewer says and what is recorded, so that something else can
 * follow. The phase stays.
 */
void onsite_session_flow_leave_turn (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_ask_next:
 * @self: a step
 *
 * Goes on after an answer whose clip is sealed: with a follow-up, the next question, or
 * the end of the round.
 */
void onsite_session_flow_ask_next (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_ask_next_question:
 * @self: a step
 *
 * Goes on with the next question, without the follow-ups that this one still has, or
 * with the end of the round.
 */
void onsite_session_flow_ask_next_question (OnsiteSessionFlow *self);

/**
 * onsite_session_flow_end_round:
 * @self: a step
 * @early: whether it ends before its time, because the person wants it
 *
 * Ends the round: with a break behind it, or the loop if it was the last.
 */
void onsite_session_flow_end_round (OnsiteSessionFlow *self, gboolean early);

/**
 * onsite_session_flow_get_wait_ms:
 * @self: a step
 *
 * Returns: how long until something happens by itself; %G_MAXINT64 if nothing will
 */
gint64 onsite_session_flow_get_wait_ms (const OnsiteSessionFlow *self);

/**
 * onsite_session_flow_advance:
 * @self: a step
 * @elapsed_ms: how much time has passed
 *
 * Lets time pass, and what it brings with it happen in its order.
 */
void onsite_session_flow_advance (OnsiteSessionFlow *self, gint64 elapsed_ms);

/**
 * onsite_session_get_least_turn_ms:
 * @round: a round of an outline
 *
 * Returns: the least time for which something is asked in it:
 *   %ONSITE_SESSION_LEAST_TURN_MS, or a tenth of a round of less than ten minutes
 */
gint64 onsite_session_get_least_turn_ms (const OnsiteSessionRound *round);

/**
 * onsite_session_tells:
 * @round: a round of an outline
 * @left_ms: a time
 *
 * Returns: whether it's told in the round that no more than @left_ms are left: it is at
 *   least twice as long
 */
gboolean onsite_session_tells (const OnsiteSessionRound *round, gint64 left_ms);

#define ONSITE_SESSION_FIVE_MINUTES_MS 300000
#define ONSITE_SESSION_ONE_MINUTE_MS   60000

G_END_DECLS
