/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-session-flow.h"

static const OnsiteSessionRound *
get_round (const OnsiteSessionFlow *self)
{
  return onsite_outline_get_round (self->outline, self->state.round);
}

gint64
onsite_session_get_least_turn_ms (const OnsiteSessionRound *round)
{
  return MIN (ONSITE_SESSION_LEAST_TURN_MS, round->seconds * G_GINT64_CONSTANT (100));
}

OnsitePhase
onsite_session_flow_get_phase (const OnsiteSessionFlow *self)
{
  return self->state.phase == ONSITE_PHASE_PAUSED ? self->state.paused_phase : self->state.phase;
}

gboolean
onsite_session_flow_has_question (const OnsiteSessionFlow *self)
{
  switch (onsite_session_flow_get_phase (self))
    {
    case ONSITE_PHASE_ASKING:
    case ONSITE_PHASE_ANSWERING:
    case ONSITE_PHASE_GRACE:
      return TRUE;
    case ONSITE_PHASE_LOBBY:
    case ONSITE_PHASE_PAUSED:
    case ONSITE_PHASE_BREAK:
    case ONSITE_PHASE_AWAY:
    case ONSITE_PHASE_FINISHED:
    default:
      return FALSE;
    }
}

gboolean
onsite_session_flow_has_clip (const OnsiteSessionFlow *self)
{
  return onsite_session_flow_has_question (self) &&
         (self->state.take_turn > 0 || onsite_session_flow_get_phase (self) != ONSITE_PHASE_ASKING);
}

static void
emit (OnsiteSessionFlow *self, OnsiteEffectKind kind, gboolean early)
{
  OnsiteEffect effect = {
    .kind = kind,
    .round = self->state.round,
    .question = self->state.question,
    .turn = self->state.turn,
    .take = self->state.take,
    .take_turn = self->state.take_turn,
    .curveball = self->state.curveball && self->state.turn == 0,
    .early = early,
  };

  if (self->effects != NULL)
    g_array_append_val (self->effects, effect);
}

void
onsite_session_flow_emit (OnsiteSessionFlow *self, OnsiteEffectKind kind)
{
  emit (self, kind, FALSE);
}

void
onsite_session_flow_ask (OnsiteSessionFlow *self)
{
  self->state.phase = ONSITE_PHASE_ASKING;
  self->state.paused_phase = ONSITE_PHASE_LOBBY;
  self->state.turn_elapsed_ms = 0;
  self->state.grace_remaining_ms = 0;
  emit (self, ONSITE_EFFECT_ASK, FALSE);
}

void
onsite_session_flow_begin_round (OnsiteSessionFlow *self)
{
  self->state.break_remaining_ms = 0;
  self->state.round_remaining_ms = get_round (self)->seconds * G_GINT64_CONSTANT (1000);
  emit (self, ONSITE_EFFECT_ROUND_STARTED, FALSE);
  emit (self, ONSITE_EFFECT_OPEN_MICROPHONE, FALSE);
  emit (self, ONSITE_EFFECT_GREET, FALSE);
  onsite_session_flow_ask (self);
}

/* The question's share of what remains, reckoned from when it began. */
static gboolean
will_have_time_for_follow_up (const OnsiteSessionFlow *self, gint64 wait_ms)
{
  const OnsiteSessionRound *round = get_round (self);
  const OnsiteSession *state = &self->state;
  gint64 to_share_ms = state->round_remaining_ms + state->question_elapsed_ms;
  gint64 suggested = 0;
  gint64 share_ms;

  for (guint i = state->question; i < round->n_questions; i++)
    suggested += MAX (round->questions[i].seconds, 1);
  share_ms = to_share_ms * MAX (round->questions[state->question].seconds, 1) / suggested;

  return share_ms - state->question_elapsed_ms - wait_ms >=
         onsite_session_get_least_turn_ms (round);
}

gint64
onsite_session_flow_get_wait_for_curveball_ms (const OnsiteSessionFlow *self)
{
  const OnsiteSession *state = &self->state;
  gint64 curveball_ms;
  gint64 wait_ms;

  if (state->phase != ONSITE_PHASE_ANSWERING || state->turn > 0 || state->curveball)
    return G_MAXINT64;

  curveball_ms = get_round (self)->questions[state->question].curveball_ms;
  wait_ms = MAX (0, curveball_ms - state->turn_elapsed_ms);
  if (curveball_ms == 0 || !will_have_time_for_follow_up (self, wait_ms))
    return G_MAXINT64;

  return wait_ms;
}

void
onsite_session_flow_throw_curveball (OnsiteSessionFlow *self)
{
  self->state.curveball = TRUE;
  self->state.interjecting = TRUE;
  self->state.take_turn++;
  onsite_session_flow_ask (self);
}

void
onsite_session_flow_end_interjection (OnsiteSessionFlow *self)
{
  if (!self->state.interjecting)
    return;

  self->state.interjecting = FALSE;
  emit (self, ONSITE_EFFECT_END_CLIP, FALSE);
  emit (self, ONSITE_EFFECT_SEAL_CLIP, FALSE);
}

static gboolean
move_to_next_question (OnsiteSessionFlow *self)
{
  const OnsiteSessionRound *round = get_round (self);
  OnsiteSession *state = &self->state;

  if (state->question + 1 >= round->n_questions ||
      state->round_remaining_ms < onsite_session_get_least_turn_ms (round))
    return FALSE;

  state->question++;
  state->turn = 0;
  state->take = 0;
  state->take_turn = 0;
  state->curveball = FALSE;
  state->question_elapsed_ms = 0;
  state->retake_offered = FALSE;
  state->retake_credit_ms = 0;

  return TRUE;
}

static gboolean
move_on (OnsiteSessionFlow *self)
{
  const OnsiteSessionQuestion *question = &get_round (self)->questions[self->state.question];

  if (self->state.turn < question->n_follow_ups && will_have_time_for_follow_up (self, 0))
    {
      self->state.turn++;
      self->state.take_turn++;
      return TRUE;
    }

  return move_to_next_question (self);
}

void
onsite_session_flow_ask_next (OnsiteSessionFlow *self)
{
  if (move_on (self))
    onsite_session_flow_ask (self);
  else
    onsite_session_flow_end_round (self, FALSE);
}

void
onsite_session_flow_ask_next_question (OnsiteSessionFlow *self)
{
  if (move_to_next_question (self))
    onsite_session_flow_ask (self);
  else
    onsite_session_flow_end_round (self, FALSE);
}

/* What was answered when the interruption came is asked again, as one more turn. */
static gboolean
find_what_was_interrupted (OnsiteSessionFlow *self)
{
  if (self->state.paused_phase == ONSITE_PHASE_GRACE)
    return move_on (self);

  if (self->state.paused_phase == ONSITE_PHASE_ANSWERING)
    self->state.take_turn++;

  return self->state.round_remaining_ms > 0;
}

void
onsite_session_flow_go_on_with_round (OnsiteSessionFlow *self)
{
  emit (self, ONSITE_EFFECT_ROUND_INTERRUPTED, FALSE);
  if (find_what_was_interrupted (self))
    {
      emit (self, ONSITE_EFFECT_OPEN_MICROPHONE, FALSE);
      onsite_session_flow_ask (self);
    }
  else
    {
      onsite_session_flow_end_round (self, FALSE);
    }
}

void
onsite_session_flow_leave_turn (OnsiteSessionFlow *self)
{
  gboolean paused = self->state.phase == ONSITE_PHASE_PAUSED;

  switch (onsite_session_flow_get_phase (self))
    {
    case ONSITE_PHASE_ASKING:
      if (!paused)
        emit (self, ONSITE_EFFECT_HUSH, FALSE);
      onsite_session_flow_end_interjection (self);
      break;
    case ONSITE_PHASE_ANSWERING:
      emit (self, ONSITE_EFFECT_END_CLIP, FALSE);
      emit (self, ONSITE_EFFECT_SEAL_CLIP, FALSE);
      break;
    case ONSITE_PHASE_GRACE:
      /* A pause has sealed it. */
      if (!paused)
        emit (self, ONSITE_EFFECT_SEAL_CLIP, FALSE);
      break;
    case ONSITE_PHASE_LOBBY:
    case ONSITE_PHASE_PAUSED:
    case ONSITE_PHASE_BREAK:
    case ONSITE_PHASE_AWAY:
    case ONSITE_PHASE_FINISHED:
    default:
      break;
    }
}

void
onsite_session_flow_end_round (OnsiteSessionFlow *self, gboolean early)
{
  OnsiteSession next = {
    .phase = ONSITE_PHASE_BREAK,
    .round = self->state.round + 1,
    .now_ms = self->state.now_ms,
  };

  /* An interrupted round's microphone is closed, and its interviewer gone. */
  if (self->state.phase != ONSITE_PHASE_LOBBY)
    {
      emit (self, ONSITE_EFFECT_SAY_CLOSING, FALSE);
      emit (self, ONSITE_EFFECT_CLOSE_MICROPHONE, FALSE);
    }
  emit (self, ONSITE_EFFECT_ROUND_ENDED, early);

  if (next.round < onsite_outline_get_n_rounds (self->outline))
    next.break_remaining_ms = ONSITE_SESSION_BREAK_MS;
  self->state = next;
}
