/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-session-flow.h"

typedef struct
{
  gboolean (*accepts) (const OnsiteSessionFlow *flow);
  void (*apply) (OnsiteSessionFlow *flow, gint64 amount_ms);
} Handler;

static gboolean
is_practice (const OnsiteSessionFlow *flow)
{
  return onsite_outline_get_mode (flow->outline) == ONSITE_MODE_PRACTICE;
}

static gboolean
has_next_round (const OnsiteSessionFlow *flow)
{
  return flow->state.round < onsite_outline_get_n_rounds (flow->outline);
}

static gboolean
accepts_where_a_clock_runs (const OnsiteSessionFlow *flow)
{
  return onsite_session_flow_get_wait_ms (flow) != G_MAXINT64;
}

static void
apply_tick (OnsiteSessionFlow *flow, gint64 amount_ms)
{
}

static void
apply_suspended (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  if (amount_ms > 0)
    onsite_session_flow_emit (flow, ONSITE_EFFECT_TELL_SUSPENDED);
}

static gboolean
accepts_begin_round (const OnsiteSessionFlow *flow)
{
  OnsitePhase phase = flow->state.phase;

  return (phase == ONSITE_PHASE_LOBBY || phase == ONSITE_PHASE_BREAK ||
          phase == ONSITE_PHASE_AWAY) &&
         has_next_round (flow);
}

static void
apply_begin_round (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  if (onsite_session_is_interrupted (&flow->state))
    onsite_session_flow_go_on_with_round (flow);
  else
    onsite_session_flow_begin_round (flow);
}

static gboolean
accepts_while_asking (const OnsiteSessionFlow *flow)
{
  return flow->state.phase == ONSITE_PHASE_ASKING;
}

static void
apply_spoken (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  onsite_session_flow_end_interjection (flow);
  flow->state.phase = ONSITE_PHASE_ANSWERING;
  onsite_session_flow_emit (flow, ONSITE_EFFECT_BEGIN_CLIP);
}

static gboolean
accepts_done (const OnsiteSessionFlow *flow)
{
  return flow->state.phase == ONSITE_PHASE_ANSWERING || flow->state.interjecting;
}

static void
apply_done (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  const OnsiteSessionRound *round = onsite_outline_get_round (flow->outline, flow->state.round);
  gint64 until_closed_ms = flow->state.round_remaining_ms + onsite_session_get_overtime_ms (round);

  if (flow->state.interjecting)
    {
      onsite_session_flow_end_interjection (flow);
      return;
    }

  flow->state.phase = ONSITE_PHASE_GRACE;
  flow->state.grace_remaining_ms = MIN (ONSITE_SESSION_GRACE_MS, until_closed_ms);
  onsite_session_flow_emit (flow, ONSITE_EFFECT_END_CLIP);
}

static gboolean
accepts_in_grace (const OnsiteSessionFlow *flow)
{
  return flow->state.phase == ONSITE_PHASE_GRACE;
}

static void
apply_keep_talking (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  flow->state.phase = ONSITE_PHASE_ANSWERING;
  flow->state.grace_remaining_ms = 0;
  onsite_session_flow_emit (flow, ONSITE_EFFECT_REOPEN_CLIP);
  /* Its time may have come in the grace. */
  if (onsite_session_flow_get_wait_for_curveball_ms (flow) == 0)
    onsite_session_flow_throw_curveball (flow);
}

static void
apply_next (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  onsite_session_flow_leave_turn (flow);
  onsite_session_flow_ask_next (flow);
}

static gboolean
accepts_pause (const OnsiteSessionFlow *flow)
{
  return is_practice (flow) && flow->state.phase != ONSITE_PHASE_PAUSED &&
         onsite_session_flow_has_question (flow);
}

static void
apply_pause (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  if (flow->state.phase == ONSITE_PHASE_ANSWERING)
    onsite_session_flow_emit (flow, ONSITE_EFFECT_PAUSE_CLIP);
  else
    onsite_session_flow_leave_turn (flow);

  flow->state.paused_phase = flow->state.phase;
  flow->state.phase = ONSITE_PHASE_PAUSED;
  flow->state.grace_remaining_ms = 0;
}

static gboolean
accepts_go_on (const OnsiteSessionFlow *flow)
{
  return flow->state.phase == ONSITE_PHASE_PAUSED;
}

static void
apply_go_on (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  flow->state.phase = flow->state.paused_phase;
  flow->state.paused_phase = ONSITE_PHASE_LOBBY;

  if (flow->state.phase == ONSITE_PHASE_ASKING)
    onsite_session_flow_ask (flow);
  else if (flow->state.phase == ONSITE_PHASE_ANSWERING)
    onsite_session_flow_emit (flow, ONSITE_EFFECT_RESUME_CLIP);
  else
    onsite_session_flow_ask_next (flow);
}

static gboolean
accepts_skip (const OnsiteSessionFlow *flow)
{
  return is_practice (flow) && onsite_session_flow_has_question (flow);
}

static void
apply_skip (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  /* Whoever has answered passes over the rest of the ladder, not the question. */
  gboolean answered = flow->state.turn > 0 || flow->state.curveball || flow->state.take > 0 ||
                      onsite_session_flow_get_phase (flow) == ONSITE_PHASE_GRACE;

  onsite_session_flow_leave_turn (flow);
  if (!answered)
    onsite_session_flow_emit (flow, ONSITE_EFFECT_SKIPPED);
  onsite_session_flow_ask_next_question (flow);
}

static gboolean
accepts_retake (const OnsiteSessionFlow *flow)
{
  return (is_practice (flow) || flow->state.retake_offered) &&
         onsite_session_flow_has_clip (flow) &&
         flow->state.round_remaining_ms + flow->state.retake_credit_ms > 0;
}

static void
apply_retake (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  OnsiteSession *state = &flow->state;

  onsite_session_flow_leave_turn (flow);

  state->take++;
  state->turn = 0;
  state->take_turn = 0;
  state->curveball = FALSE;
  state->question_elapsed_ms = 0;
  state->round_remaining_ms += state->retake_credit_ms;
  state->retake_credit_ms = 0;
  state->retake_offered = FALSE;

  onsite_session_flow_emit (flow, ONSITE_EFFECT_NEW_TAKE);
  onsite_session_flow_ask (flow);
}

static gboolean
accepts_end_round (const OnsiteSessionFlow *flow)
{
  return onsite_session_flow_has_question (flow) || onsite_session_is_interrupted (&flow->state);
}

static void
apply_end_round (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  if (onsite_session_is_interrupted (&flow->state))
    onsite_session_flow_emit (flow, ONSITE_EFFECT_ROUND_INTERRUPTED);
  onsite_session_flow_leave_turn (flow);
  onsite_session_flow_end_round (flow, flow->state.round_remaining_ms > 0);
}

static gboolean
accepts_leave (const OnsiteSessionFlow *flow)
{
  return flow->state.phase == ONSITE_PHASE_BREAK && has_next_round (flow);
}

static void
apply_leave (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  flow->state.phase = ONSITE_PHASE_AWAY;
  flow->state.break_remaining_ms = 0;
}

static gboolean
accepts_finish (const OnsiteSessionFlow *flow)
{
  return flow->state.phase == ONSITE_PHASE_BREAK && !has_next_round (flow);
}

static void
apply_finish (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  flow->state.phase = ONSITE_PHASE_FINISHED;
  onsite_session_flow_emit (flow, ONSITE_EFFECT_LOOP_FINISHED);
}

/* There has to be time to read what is wrong. */
static void
lengthen_grace (OnsiteSessionFlow *flow)
{
  const OnsiteSessionRound *round = onsite_outline_get_round (flow->outline, flow->state.round);
  gint64 until_closed_ms = flow->state.round_remaining_ms + onsite_session_get_overtime_ms (round);

  flow->state.grace_remaining_ms = MIN (ONSITE_SESSION_FAULT_GRACE_MS, until_closed_ms);
}

/* No more is credited than this take of the question has taken: the clock
 * never gets more than it had. */
static void
apply_recorder_failed (OnsiteSessionFlow *flow, gint64 amount_ms)
{
  OnsiteSession *state = &flow->state;
  gint64 most_ms = state->question_elapsed_ms - state->retake_credit_ms;

  state->retake_offered = TRUE;
  state->retake_credit_ms += CLAMP (amount_ms, 0, most_ms);
  if (state->phase == ONSITE_PHASE_GRACE)
    lengthen_grace (flow);
}

static const Handler handlers[ONSITE_N_EVENTS] = {
  [ONSITE_EVENT_TICK] = { accepts_where_a_clock_runs, apply_tick },
  [ONSITE_EVENT_BEGIN_ROUND] = { accepts_begin_round, apply_begin_round },
  [ONSITE_EVENT_SPOKEN] = { accepts_while_asking, apply_spoken },
  [ONSITE_EVENT_DONE] = { accepts_done, apply_done },
  [ONSITE_EVENT_KEEP_TALKING] = { accepts_in_grace, apply_keep_talking },
  [ONSITE_EVENT_NEXT] = { accepts_in_grace, apply_next },
  [ONSITE_EVENT_PAUSE] = { accepts_pause, apply_pause },
  [ONSITE_EVENT_GO_ON] = { accepts_go_on, apply_go_on },
  [ONSITE_EVENT_SKIP] = { accepts_skip, apply_skip },
  [ONSITE_EVENT_RETAKE] = { accepts_retake, apply_retake },
  [ONSITE_EVENT_END_ROUND] = { accepts_end_round, apply_end_round },
  [ONSITE_EVENT_LEAVE] = { accepts_leave, apply_leave },
  [ONSITE_EVENT_FINISH] = { accepts_finish, apply_finish },
  [ONSITE_EVENT_RECORDER_FAILED] = { onsite_session_flow_has_clip, apply_recorder_failed },
  [ONSITE_EVENT_SUSPENDED] = { accepts_where_a_clock_runs, apply_suspended },
};

OnsiteSession
onsite_session_init (const OnsiteOutline *outline, gint64 now_ms)
{
  OnsiteSession self = { .phase = ONSITE_PHASE_LOBBY, .now_ms = now_ms };

  return self;
}

/* Milliseconds that count, saturated so that no clock can overflow. */
static gint64
get_elapsed_ms (const OnsiteSession *self, const OnsiteEvent *event, gint64 now_ms)
{
  const gint64 most_ms = G_MAXINT64 / 4;
  gint64 elapsed_ms = 0;

  if (now_ms > self->now_ms)
    elapsed_ms = (gint64) MIN ((guint64) now_ms - (guint64) self->now_ms, (guint64) most_ms);
  if (event->kind == ONSITE_EVENT_SUSPENDED)
    elapsed_ms -= CLAMP (event->amount_ms, 0, elapsed_ms);

  return elapsed_ms;
}

OnsiteSession
onsite_session_step (const OnsiteSession *self,
                     const OnsiteOutline *outline,
                     const OnsiteEvent *event,
                     gint64 now_ms,
                     GArray *effects)
{
  OnsiteSessionFlow flow = { .state = *self, .outline = outline, .effects = effects };
  const Handler *handler;

  g_return_val_if_fail ((guint) event->kind < G_N_ELEMENTS (handlers), *self);

  onsite_session_flow_advance (&flow, get_elapsed_ms (self, event, now_ms));
  flow.state.now_ms = MAX (self->now_ms, now_ms);

  handler = &handlers[event->kind];
  if (handler->accepts (&flow))
    handler->apply (&flow, event->amount_ms);

  return flow.state;
}

gboolean
onsite_session_accepts (const OnsiteSession *self,
                        const OnsiteOutline *outline,
                        OnsiteEventKind kind)
{
  OnsiteSessionFlow flow = { .state = *self, .outline = outline };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (handlers), FALSE);

  return handlers[kind].accepts (&flow);
}

gint64
onsite_session_next_deadline_ms (const OnsiteSession *self, const OnsiteOutline *outline)
{
  OnsiteSessionFlow flow = { .state = *self, .outline = outline };
  gint64 wait_ms = onsite_session_flow_get_wait_ms (&flow);

  if (wait_ms == G_MAXINT64 || self->now_ms > G_MAXINT64 - wait_ms)
    return G_MAXINT64;

  return self->now_ms + wait_ms;
}

gboolean
onsite_session_is_interrupted (const OnsiteSession *self)
{
  return self->phase == ONSITE_PHASE_LOBBY && self->paused_phase != ONSITE_PHASE_LOBBY;
}
