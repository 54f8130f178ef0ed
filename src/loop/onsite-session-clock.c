/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-session-flow.h"

static const OnsiteSessionRound *
get_round (const OnsiteSessionFlow *self)
{
  return onsite_outline_get_round (self->outline, self->state.round);
}

gint64
onsite_session_get_overtime_ms (const OnsiteSessionRound *round)
{
  return CLAMP (round->seconds * G_GINT64_CONSTANT (100), 3000, ONSITE_SESSION_OVERTIME_MS);
}

gboolean
onsite_session_tells (const OnsiteSessionRound *round, gint64 left_ms)
{
  return round->seconds * G_GINT64_CONSTANT (1000) >= 2 * left_ms;
}

static gboolean
round_clock_runs (const OnsiteSessionFlow *self)
{
  return self->state.phase != ONSITE_PHASE_PAUSED && onsite_session_flow_has_question (self);
}

static gint64
get_wait_until_told_ms (const OnsiteSessionFlow *self, gint64 left_ms, gboolean told)
{
  if (told || !onsite_session_tells (get_round (self), left_ms))
    return G_MAXINT64;

  return self->state.round_remaining_ms - left_ms;
}

/* The grace is never longer than what is left until the round is closed. */
static gint64
get_wait_for_end_ms (const OnsiteSessionFlow *self)
{
  const OnsiteSession *state = &self->state;

  if (state->phase == ONSITE_PHASE_ASKING)
    return state->round_remaining_ms;
  if (state->phase == ONSITE_PHASE_GRACE)
    return state->grace_remaining_ms;

  return state->round_remaining_ms + onsite_session_get_overtime_ms (get_round (self));
}

static gint64
get_wait_in_round_ms (const OnsiteSessionFlow *self)
{
  gint64 five_ms = get_wait_until_told_ms (self,
                                           ONSITE_SESSION_FIVE_MINUTES_MS,
                                           self->state.told_five_minutes);
  gint64 one_ms = get_wait_until_told_ms (self,
                                          ONSITE_SESSION_ONE_MINUTE_MS,
                                          self->state.told_one_minute);

  gint64 curveball_ms = onsite_session_flow_get_wait_for_curveball_ms (self);

  return MAX (0, MIN (MIN (get_wait_for_end_ms (self), curveball_ms), MIN (five_ms, one_ms)));
}

gint64
onsite_session_flow_get_wait_ms (const OnsiteSessionFlow *self)
{
  if (round_clock_runs (self))
    return get_wait_in_round_ms (self);
  if (self->state.phase == ONSITE_PHASE_BREAK && self->state.break_remaining_ms > 0)
    return self->state.break_remaining_ms;

  return G_MAXINT64;
}

static void
run_clocks (OnsiteSessionFlow *self, gint64 elapsed_ms)
{
  OnsiteSession *state = &self->state;

  if (state->phase == ONSITE_PHASE_BREAK)
    state->break_remaining_ms = MAX (0, state->break_remaining_ms - elapsed_ms);
  if (!round_clock_runs (self))
    return;

  state->round_remaining_ms -= elapsed_ms;
  state->question_elapsed_ms += elapsed_ms;
  if (state->phase != ONSITE_PHASE_ASKING)
    state->turn_elapsed_ms += elapsed_ms;
  if (state->phase != ONSITE_PHASE_GRACE)
    return;

  state->grace_remaining_ms -= elapsed_ms;
  if (state->retake_offered)
    state->retake_credit_ms += elapsed_ms;
}

static gboolean
tell_what_is_left (OnsiteSessionFlow *self, gint64 left_ms, gboolean *told, OnsiteEffectKind effect)
{
  if (get_wait_until_told_ms (self, left_ms, *told) > 0)
    return FALSE;

  *told = TRUE;
  onsite_session_flow_emit (self, effect);

  return TRUE;
}

static void
meet_deadline (OnsiteSessionFlow *self)
{
  OnsiteSession *state = &self->state;

  if (state->phase == ONSITE_PHASE_BREAK)
    {
      onsite_session_flow_emit (self, ONSITE_EFFECT_TELL_BREAK_OVER);
      return;
    }

  if (tell_what_is_left (self,
                         ONSITE_SESSION_FIVE_MINUTES_MS,
                         &state->told_five_minutes,
                         ONSITE_EFFECT_SAY_FIVE_MINUTES) ||
      tell_what_is_left (self,
                         ONSITE_SESSION_ONE_MINUTE_MS,
                         &state->told_one_minute,
                         ONSITE_EFFECT_SAY_ONE_MINUTE))
    return;

  if (onsite_session_flow_get_wait_for_curveball_ms (self) == 0)
    {
      onsite_session_flow_throw_curveball (self);
      return;
    }

  onsite_session_flow_leave_turn (self);
  if (state->phase == ONSITE_PHASE_GRACE)
    onsite_session_flow_ask_next (self);
  else
    onsite_session_flow_end_round (self, FALSE);
}

void
onsite_session_flow_advance (OnsiteSessionFlow *self, gint64 elapsed_ms)
{
  gint64 wait_ms;

  while ((wait_ms = onsite_session_flow_get_wait_ms (self)) <= elapsed_ms)
    {
      run_clocks (self, wait_ms);
      elapsed_ms -= wait_ms;
      meet_deadline (self);
    }
  run_clocks (self, elapsed_ms);
}
