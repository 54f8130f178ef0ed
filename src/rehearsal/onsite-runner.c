/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-runner.h"

/* The two clocks are not read at the same instant; a difference below this is no sleep. */
#define SHORTEST_SUSPEND_MS 1000

struct _OnsiteRunner
{
  OnsiteOutline *outline;
  OnsiteClock clock;
  OnsiteRunnerTickFunc ticked;
  OnsiteRunnerFunc stepped;
  gpointer user_data;

  OnsiteSession session;
  gint64 boot_ms;
  gint64 awake_ms;
  guint tick_id;
  gboolean stopped;
};

static gint64
now_ms (OnsiteRunner *self)
{
  return self->clock.boot_ms (self->clock.data);
}

/* Remembers both clocks, and returns for how long the machine slept since the last time. */
static gint64
compare_clocks (OnsiteRunner *self)
{
  const gint64 boot_ms = now_ms (self);
  const gint64 awake_ms = self->clock.awake_ms (self->clock.data);
  const gint64 slept_ms = (boot_ms - self->boot_ms) - (awake_ms - self->awake_ms);

  self->boot_ms = boot_ms;
  self->awake_ms = awake_ms;
  return slept_ms >= SHORTEST_SUSPEND_MS ? slept_ms : 0;
}

static gboolean
on_tick (gpointer user_data)
{
  OnsiteRunner *self = user_data;

  self->tick_id = 0;
  self->ticked (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
schedule_tick (OnsiteRunner *self)
{
  gint64 delay_ms;

  g_clear_handle_id (&self->tick_id, g_source_remove);

  if (!onsite_runner_accepts (self, ONSITE_EVENT_TICK))
    return;

  delay_ms = onsite_session_next_deadline_ms (&self->session, self->outline) - now_ms (self);
  delay_ms = CLAMP (delay_ms, 1, ONSITE_RUNNER_TICK_MS);
  self->tick_id = g_timeout_add ((guint) delay_ms, on_tick, self);
}

static void
step (OnsiteRunner *self, OnsiteEventKind kind, gint64 amount_ms)
{
  const OnsiteEvent event = { kind, amount_ms };
  const OnsiteSession before = self->session;
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));

  self->session = onsite_session_step (&before, self->outline, &event, now_ms (self), effects);
  self->stepped (&before, effects, self->user_data);
}

OnsiteRunner *
onsite_runner_new (OnsiteOutline *outline,
                   const OnsiteClock *clock,
                   OnsiteRunnerTickFunc ticked,
                   OnsiteRunnerFunc stepped,
                   gpointer user_data)
{
  OnsiteRunner *self = g_new0 (OnsiteRunner, 1);

  self->outline = onsite_outline_ref (outline);
  self->clock = *clock;
  self->ticked = ticked;
  self->stepped = stepped;
  self->user_data = user_data;
  compare_clocks (self);
  self->session = onsite_session_init (outline, now_ms (self));
  return self;
}

void
onsite_runner_free (OnsiteRunner *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  onsite_outline_unref (self->outline);
  g_free (self);
}

gboolean
onsite_runner_restore (OnsiteRunner *self, const char *json, GError **error)
{
  if (!onsite_session_from_json (json, self->outline, now_ms (self), &self->session, error))
    return FALSE;

  compare_clocks (self);
  schedule_tick (self);
  return TRUE;
}

void
onsite_runner_send (OnsiteRunner *self, OnsiteEventKind kind, gint64 amount_ms)
{
  gint64 slept_ms;

  if (self->stopped)
    return;

  slept_ms = compare_clocks (self);

  if (slept_ms > 0)
    step (self, ONSITE_EVENT_SUSPENDED, slept_ms);

  step (self, kind, amount_ms);
  schedule_tick (self);
}

gboolean
onsite_runner_accepts (OnsiteRunner *self, OnsiteEventKind kind)
{
  return !self->stopped && onsite_session_accepts (&self->session, self->outline, kind);
}

void
onsite_runner_stop (OnsiteRunner *self)
{
  self->stopped = TRUE;
  g_clear_handle_id (&self->tick_id, g_source_remove);
}

const OnsiteSession *
onsite_runner_get_session (OnsiteRunner *self)
{
  return &self->session;
}
