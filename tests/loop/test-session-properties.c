/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loop/onsite-dice.h"
#include "scripts.h"

/* What holds for a session whatever happens to it, and when. */

#define N_WALKS 150
/* Where each step writes a snapshot and reads it back. */
#define N_SNAPSHOT_WALKS 25
#define N_STEPS          80

static const char *const loops[] = {
  "30: 10/3 10/1; 30: 10/0",
  "3600: 900/3 540/4 1080/2; 1800: 540/1 540/1; 3600: 900/3",
  "3600: 900/3!120 540/4 1080/2!300; 1800: 540/1!20 540/1; 60: 50/2!5",
  "600: 60/0 60/2",
  "1: 1/1",
  "120: 60/5; 119: 30/2 90/2",
};

/* A session that is being walked through, and what has been done for it. */
typedef struct
{
  OnsiteDice dice;
  OnsiteOutline *outline;
  OnsiteSession before;
  OnsiteSession session;
  OnsiteEvent event;
  gint64 now_ms;
  GArray *effects;

  gboolean in_round;
  gboolean listening;
  gboolean clip_open;
  gboolean clip_paused;
  gboolean clip_ended;
  guint n_rounds_ended;
  gboolean told_five_minutes;
  gboolean told_one_minute;
  gboolean thrown;
} Walk;

typedef void (*Check) (Walk *walk);

static void
walk_init (Walk *walk, guint64 seed)
{
  *walk = (Walk){ 0 };
  onsite_dice_init (&walk->dice, seed);
  walk->outline = script_new_outline (onsite_dice_roll (&walk->dice, 2),
                                      loops[onsite_dice_roll (&walk->dice, G_N_ELEMENTS (loops))]);
  walk->session = onsite_session_init (walk->outline, 0);
  walk->effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));
}

static void
walk_clear (Walk *walk)
{
  g_array_unref (walk->effects);
  onsite_outline_unref (walk->outline);
}

static gint64
draw_ms (OnsiteDice *dice)
{
  static const guint most_ms[] = { 1, 10, 5001, 20000, 120000, 900000, 7200000 };

  return onsite_dice_roll (dice, most_ms[onsite_dice_roll (dice, G_N_ELEMENTS (most_ms))]);
}

/* Mostly what can happen, so that walks lead somewhere. */
static OnsiteEvent
draw_event (Walk *walk)
{
  OnsiteEvent event = { .amount_ms = draw_ms (&walk->dice) - 1 };

  do
    event.kind = onsite_dice_roll (&walk->dice, ONSITE_N_EVENTS);
  while (!onsite_session_accepts (&walk->session, walk->outline, event.kind) &&
         onsite_dice_roll (&walk->dice, 10) > 0);

  return event;
}

static gint64
draw_time (Walk *walk)
{
  gint64 deadline_ms = onsite_session_next_deadline_ms (&walk->session, walk->outline);

  if (onsite_dice_roll (&walk->dice, 4) == 0 && deadline_ms != G_MAXINT64)
    return deadline_ms - 1 + onsite_dice_roll (&walk->dice, 3);
  if (onsite_dice_roll (&walk->dice, 3) == 0)
    return walk->now_ms - 5;

  return walk->now_ms + draw_ms (&walk->dice);
}

static void
walk_step (Walk *walk)
{
  walk->event = draw_event (walk);
  walk->now_ms = draw_time (walk);
  walk->before = walk->session;
  g_array_set_size (walk->effects, 0);
  walk->session = onsite_session_step (&walk->before,
                                       walk->outline,
                                       &walk->event,
                                       walk->now_ms,
                                       walk->effects);
  walk->now_ms = walk->session.now_ms;
}

static gboolean
is_same (const OnsiteSession *a, const OnsiteSession *b)
{
  return a->phase == b->phase && a->round == b->round && a->question == b->question &&
         a->turn == b->turn && a->take == b->take && a->take_turn == b->take_turn &&
         a->now_ms == b->now_ms && a->round_remaining_ms == b->round_remaining_ms &&
         a->question_elapsed_ms == b->question_elapsed_ms &&
         a->turn_elapsed_ms == b->turn_elapsed_ms &&
         a->grace_remaining_ms == b->grace_remaining_ms &&
         a->break_remaining_ms == b->break_remaining_ms && a->paused_phase == b->paused_phase &&
         a->curveball == b->curveball && a->interjecting == b->interjecting &&
         a->told_five_minutes == b->told_five_minutes && a->told_one_minute == b->told_one_minute &&
         a->retake_offered == b->retake_offered && a->retake_credit_ms == b->retake_credit_ms;
}

static void
assert_same_effects (GArray *one, GArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const OnsiteEffect *a = &g_array_index (one, OnsiteEffect, i);
      const OnsiteEffect *b = &g_array_index (other, OnsiteEffect, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpuint (a->round, ==, b->round);
      g_assert_cmpuint (a->question, ==, b->question);
      g_assert_cmpuint (a->turn, ==, b->turn);
      g_assert_cmpuint (a->take, ==, b->take);
      g_assert_cmpuint (a->take_turn, ==, b->take_turn);
      g_assert_cmpint (a->curveball, ==, b->curveball);
      g_assert_cmpint (a->early, ==, b->early);
    }
}

static gboolean
is_in_round (const OnsiteSession *session)
{
  return session->phase >= ONSITE_PHASE_ASKING && session->phase <= ONSITE_PHASE_PAUSED;
}

static void
check_clocks (Walk *walk)
{
  const OnsiteSession *session = &walk->session;
  const OnsiteSessionRound *round;

  g_assert_cmpint (session->now_ms, >=, walk->before.now_ms);
  g_assert_cmpint (session->break_remaining_ms, >=, 0);
  g_assert_cmpint (session->break_remaining_ms, <=, ONSITE_SESSION_BREAK_MS);
  if (!is_in_round (session))
    return;

  round = onsite_outline_get_round (walk->outline, session->round);
  g_assert_cmpint (session->round_remaining_ms, >, -onsite_session_get_overtime_ms (round));
  g_assert_cmpint (session->round_remaining_ms, <=, round->seconds * 1000);
  g_assert_cmpint (session->question_elapsed_ms, >=, session->turn_elapsed_ms);
  g_assert_cmpint (session->turn_elapsed_ms, >=, 0);
  g_assert_cmpint (session->retake_credit_ms, <=, session->question_elapsed_ms);
  g_assert_cmpint (session->grace_remaining_ms,
                   <=,
                   session->retake_offered ? ONSITE_SESSION_FAULT_GRACE_MS
                                           : ONSITE_SESSION_GRACE_MS);
  g_assert_true ((session->grace_remaining_ms > 0) == (session->phase == ONSITE_PHASE_GRACE));
}

static void
check_place (Walk *walk)
{
  const OnsiteSession *session = &walk->session;
  const OnsiteSessionRound *round;

  g_assert_cmpuint (session->round, >=, walk->before.round);
  if (!is_in_round (session))
    return;

  round = onsite_outline_get_round (walk->outline, session->round);
  g_assert_cmpuint (session->question, <, round->n_questions);
  g_assert_cmpuint (session->turn, <=, round->questions[session->question].n_follow_ups);
  g_assert_true (onsite_outline_get_mode (walk->outline) == ONSITE_MODE_PRACTICE ||
                 session->phase != ONSITE_PHASE_PAUSED);
}

/* At most one in each take of a question, into the main answer, which is kept meanwhile. */
static void
check_curveballs (Walk *walk)
{
  const OnsiteSession *session = &walk->session;

  if (!is_in_round (session))
    {
      g_assert_false (session->curveball || session->interjecting);
      return;
    }

  if (session->curveball)
    {
      const OnsiteSessionRound *round = onsite_outline_get_round (walk->outline, session->round);

      g_assert_cmpuint (round->questions[session->question].curveball_ms, >, 0);
      g_assert_cmpuint (session->take_turn, >, session->turn);
    }
  if (session->interjecting)
    {
      g_assert_cmpint (session->phase, ==, ONSITE_PHASE_ASKING);
      g_assert_true (session->curveball);
      g_assert_cmpuint (session->turn, ==, 0);
    }
}

static void
follow_clip (Walk *walk, OnsiteEffectKind kind)
{
  switch ((int) kind)
    {
    case ONSITE_EFFECT_BEGIN_CLIP:
      g_assert_true (walk->listening && !walk->clip_open && !walk->clip_ended);
      walk->clip_open = TRUE;
      break;
    case ONSITE_EFFECT_PAUSE_CLIP:
      g_assert_true (walk->clip_open && !walk->clip_paused);
      walk->clip_paused = TRUE;
      break;
    case ONSITE_EFFECT_RESUME_CLIP:
      g_assert_true (walk->clip_open && walk->clip_paused);
      walk->clip_paused = FALSE;
      break;
    case ONSITE_EFFECT_END_CLIP:
      g_assert_true (walk->clip_open);
      walk->clip_open = walk->clip_paused = FALSE;
      walk->clip_ended = TRUE;
      break;
    case ONSITE_EFFECT_REOPEN_CLIP:
      g_assert_true (walk->clip_ended);
      walk->clip_ended = FALSE;
      walk->clip_open = TRUE;
      break;
    case ONSITE_EFFECT_SEAL_CLIP:
      g_assert_true (walk->clip_ended);
      walk->clip_ended = FALSE;
      break;
    default:
      break;
    }
}

static void
follow_round (Walk *walk, const OnsiteEffect *effect)
{
  switch ((int) effect->kind)
    {
    case ONSITE_EFFECT_ROUND_STARTED:
      g_assert_false (walk->in_round);
      g_assert_cmpuint (effect->round, ==, walk->n_rounds_ended);
      walk->in_round = TRUE;
      walk->told_five_minutes = walk->told_one_minute = FALSE;
      break;
    case ONSITE_EFFECT_OPEN_MICROPHONE:
      g_assert_true (walk->in_round && !walk->listening);
      walk->listening = TRUE;
      break;
    case ONSITE_EFFECT_SAY_FIVE_MINUTES:
      g_assert_false (walk->told_five_minutes);
      walk->told_five_minutes = TRUE;
      break;
    case ONSITE_EFFECT_SAY_ONE_MINUTE:
      g_assert_false (walk->told_one_minute);
      walk->told_one_minute = TRUE;
      break;
    case ONSITE_EFFECT_CLOSE_MICROPHONE:
      g_assert_true (walk->listening && !walk->clip_open && !walk->clip_ended);
      walk->listening = FALSE;
      break;
    case ONSITE_EFFECT_ASK:
      /* A curveball, and nothing else, is asked while an answer is kept; again, after a pause. */
      g_assert_false (walk->clip_ended || walk->clip_paused);
      g_assert_cmpint (walk->clip_open, ==, effect->curveball && !walk->thrown);
      walk->thrown = effect->curveball;
      break;
    case ONSITE_EFFECT_ROUND_ENDED:
      g_assert_true (walk->in_round && !walk->listening);
      g_assert_cmpuint (effect->round, ==, walk->n_rounds_ended);
      walk->in_round = FALSE;
      walk->n_rounds_ended++;
      break;
    case ONSITE_EFFECT_LOOP_FINISHED:
      g_assert_cmpuint (walk->n_rounds_ended, ==, onsite_outline_get_n_rounds (walk->outline));
      break;
    default:
      break;
    }
}

static void
check_order_of_effects (Walk *walk)
{
  for (guint i = 0; i < walk->effects->len; i++)
    {
      const OnsiteEffect *effect = &g_array_index (walk->effects, OnsiteEffect, i);

      follow_round (walk, effect);
      follow_clip (walk, effect->kind);
    }

  g_assert_cmpint (walk->in_round, ==, is_in_round (&walk->session));
  g_assert_cmpint (walk->clip_ended, ==, walk->session.phase == ONSITE_PHASE_GRACE);
  if (walk->session.phase == ONSITE_PHASE_ASKING)
    g_assert_cmpint (walk->clip_open, ==, walk->session.interjecting);
}

/* Out of place at once: nothing. In place: something, or a clock to run. */
static void
check_what_is_accepted (Walk *walk)
{
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));

  for (int kind = ONSITE_EVENT_BEGIN_ROUND; kind < ONSITE_N_EVENTS; kind++)
    {
      OnsiteEvent event = { .kind = kind, .amount_ms = 1 };
      OnsiteSession after = onsite_session_step (&walk->session,
                                                 walk->outline,
                                                 &event,
                                                 walk->session.now_ms,
                                                 effects);
      gboolean did_something = effects->len > 0 || !is_same (&walk->session, &after);

      if (kind == ONSITE_EVENT_RECORDER_FAILED)
        did_something |= after.retake_offered;
      g_assert_cmpint (did_something,
                       ==,
                       onsite_session_accepts (&walk->session, walk->outline, kind));
      g_array_set_size (effects, 0);
    }
}

static void
check_deadline (Walk *walk)
{
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));
  gint64 deadline_ms = onsite_session_next_deadline_ms (&walk->session, walk->outline);
  OnsiteEvent tick = { .kind = ONSITE_EVENT_TICK };

  g_assert_cmpint (onsite_session_accepts (&walk->session, walk->outline, ONSITE_EVENT_TICK),
                   ==,
                   deadline_ms != G_MAXINT64);
  if (deadline_ms == G_MAXINT64)
    deadline_ms = walk->session.now_ms + 86400000;
  else
    {
      onsite_session_step (&walk->session, walk->outline, &tick, deadline_ms, effects);
      g_assert_cmpuint (effects->len, >, 0);
      g_array_set_size (effects, 0);
    }

  onsite_session_step (&walk->session, walk->outline, &tick, deadline_ms - 1, effects);
  g_assert_cmpuint (effects->len, ==, 0);
}

/* Whether told often or seldom, the same time brings the same. */
static void
check_ticks_on_the_way (Walk *walk)
{
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));
  g_autoptr (GArray) effects_at_once = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));
  OnsiteEvent tick = { .kind = ONSITE_EVENT_TICK };
  OnsiteSession session = walk->session;
  OnsiteSession at_once;
  gint64 now_ms = session.now_ms;

  for (guint i = 0; i < 20; i++)
    {
      now_ms += draw_ms (&walk->dice);
      session = onsite_session_step (&session, walk->outline, &tick, now_ms, effects);
    }
  at_once = onsite_session_step (&walk->session, walk->outline, &tick, now_ms, effects_at_once);

  g_assert_true (is_same (&session, &at_once));
  assert_same_effects (effects, effects_at_once);
}

static void
check_snapshot (Walk *walk)
{
  g_autofree char *json = onsite_session_to_json (&walk->session);
  g_autofree char *json_back = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteSession back;
  OnsiteSession again;

  onsite_session_from_json (json, walk->outline, 77, &back, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back.now_ms, ==, 77);
  g_assert_cmpint (onsite_session_is_interrupted (&back), ==, is_in_round (&walk->session));
  g_assert_cmpint (back.round_remaining_ms, ==, walk->session.round_remaining_ms);
  g_assert_cmpuint (back.question, ==, walk->session.question);

  json_back = onsite_session_to_json (&back);
  if (!is_in_round (&walk->session))
    g_assert_cmpstr (json_back, ==, json);
  onsite_session_from_json (json_back, walk->outline, 77, &again, &error);
  g_assert_no_error (error);
  g_assert_true (is_same (&back, &again));
}

/* However it's come by, what is gone on with ends as any other. */
static void
check_what_is_gone_on_with (Walk *walk)
{
  g_autofree char *json = onsite_session_to_json (&walk->session);
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));
  OnsiteSession session;
  guint round = walk->session.round;
  gboolean was_begun = is_in_round (&walk->session);

  g_assert_true (onsite_session_from_json (json, walk->outline, 0, &session, NULL));
  if (!onsite_session_accepts (&session, walk->outline, ONSITE_EVENT_BEGIN_ROUND))
    return;

  session = onsite_session_step (&session,
                                 walk->outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_BEGIN_ROUND, 0 },
                                 0,
                                 effects);
  g_assert_cmpint (g_array_index (effects, OnsiteEffect, 0).kind,
                   ==,
                   was_begun ? ONSITE_EFFECT_ROUND_INTERRUPTED : ONSITE_EFFECT_ROUND_STARTED);
  session = onsite_session_step (&session,
                                 walk->outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_TICK, 0 },
                                 86400000,
                                 effects);
  g_assert_cmpint (session.phase, ==, ONSITE_PHASE_BREAK);
  g_assert_cmpuint (session.round, ==, round + 1);
}

/* Left alone, a round that isn't paused ends by its clock. */
static void
check_round_ends (Walk *walk)
{
  OnsiteEvent tick = { .kind = ONSITE_EVENT_TICK };
  OnsiteSession later = onsite_session_step (&walk->session,
                                             walk->outline,
                                             &tick,
                                             walk->session.now_ms + 86400000,
                                             NULL);

  if (is_in_round (&walk->session) && walk->session.phase != ONSITE_PHASE_PAUSED)
    g_assert_cmpint (later.phase, ==, ONSITE_PHASE_BREAK);
  else
    g_assert_cmpint (later.phase, ==, walk->session.phase);
}

static void
check_same_again (Walk *walk)
{
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));
  OnsiteSession again = onsite_session_step (&walk->before,
                                             walk->outline,
                                             &walk->event,
                                             walk->now_ms,
                                             effects);
  OnsiteSession without_effects = onsite_session_step (&walk->before,
                                                       walk->outline,
                                                       &walk->event,
                                                       walk->now_ms,
                                                       NULL);

  g_assert_true (is_same (&walk->session, &again));
  g_assert_true (is_same (&walk->session, &without_effects));
  assert_same_effects (walk->effects, effects);
}

typedef struct
{
  const char *path;
  guint n_walks;
  Check check;
} Case;

static const Case cases[] = {
  { "/session/clocks-keep-within-their-bounds", N_WALKS, check_clocks },
  { "/session/it-never-leaves-the-loop", N_WALKS, check_place },
  { "/session/curveballs-keep-to-their-place", N_WALKS, check_curveballs },
  { "/session/effects-come-in-an-order-that-can-be-carried-out", N_WALKS, check_order_of_effects },
  { "/session/what-is-accepted-is-what-does-something", N_WALKS, check_what_is_accepted },
  { "/session/nothing-happens-before-the-deadline-and-something-at-it", N_WALKS, check_deadline },
  { "/session/it-does-not-matter-how-often-it-is-told-the-time", N_WALKS, check_ticks_on_the_way },
  { "/session/a-snapshot-keeps-all-that-matters", N_SNAPSHOT_WALKS, check_snapshot },
  { "/session/what-is-gone-on-with-can-be-ended", N_SNAPSHOT_WALKS, check_what_is_gone_on_with },
  { "/session/a-round-that-is-left-alone-ends", N_WALKS, check_round_ends },
  { "/session/the-same-event-always-does-the-same", N_WALKS, check_same_again },
};

/* Each property has walks of its own. */
static void
test_case (gconstpointer data)
{
  const Case *tested = data;
  guint n_walks = g_test_thorough () ? 20 * tested->n_walks : tested->n_walks;
  gboolean finished = FALSE;

  for (guint i = 0; i < n_walks; i++)
    {
      Walk walk;

      walk_init (&walk, (guint64) (tested - cases) * 1000000 + i);
      for (guint j = 0; j < N_STEPS; j++)
        {
          walk_step (&walk);
          tested->check (&walk);
        }
      finished |= walk.session.phase == ONSITE_PHASE_FINISHED;
      walk_clear (&walk);
    }

  /* Else the walks would not have got far. */
  g_assert_true (finished);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);

  return g_test_run ();
}
