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

/* What the session is in, whether paused or not. */
OnsitePhase onsite_session_flow_get_phase (const OnsiteSessionFlow *self);
/* Whether there is a question that is asked, answered or paused. */
gboolean onsite_session_flow_has_question (const OnsiteSessionFlow *self);
/* Whether this take of the question has a clip. */
gboolean onsite_session_flow_has_clip (const OnsiteSessionFlow *self);
void onsite_session_flow_emit (OnsiteSessionFlow *self, OnsiteEffectKind kind);
void onsite_session_flow_ask (OnsiteSessionFlow *self);
/* How long until the curveball is thrown, G_MAXINT64 if it isn't. */
gint64 onsite_session_flow_get_wait_for_curveball_ms (const OnsiteSessionFlow *self);
/* Throws it into the main answer, whose clip goes on. */
void onsite_session_flow_throw_curveball (OnsiteSessionFlow *self);
/* Ends the clip of the main answer that the interviewer broke into, if so it is. */
void onsite_session_flow_end_interjection (OnsiteSessionFlow *self);
void onsite_session_flow_begin_round (OnsiteSessionFlow *self);
/* Goes on with a round that was interrupted, or ends it if nothing more can be asked. */
void onsite_session_flow_go_on_with_round (OnsiteSessionFlow *self);
/* Ends what the interviewer says and what is recorded, so that something else can follow. */
void onsite_session_flow_leave_turn (OnsiteSessionFlow *self);
/* After an answer whose clip is sealed: a follow-up, the next question, or the end. */
void onsite_session_flow_ask_next (OnsiteSessionFlow *self);
void onsite_session_flow_ask_next_question (OnsiteSessionFlow *self);
void onsite_session_flow_end_round (OnsiteSessionFlow *self, gboolean early);

/* How long until something happens by itself, G_MAXINT64 if nothing will. */
gint64 onsite_session_flow_get_wait_ms (const OnsiteSessionFlow *self);
/* Lets time pass, and what it brings with it happen. */
void onsite_session_flow_advance (OnsiteSessionFlow *self, gint64 elapsed_ms);

/* The least time for which something is asked in the round. */
gint64 onsite_session_get_least_turn_ms (const OnsiteSessionRound *round);
/* Whether it's told in the round that no more than @left_ms are left. */
gboolean onsite_session_tells (const OnsiteSessionRound *round, gint64 left_ms);

#define ONSITE_SESSION_FIVE_MINUTES_MS 300000
#define ONSITE_SESSION_ONE_MINUTE_MS   60000

G_END_DECLS
