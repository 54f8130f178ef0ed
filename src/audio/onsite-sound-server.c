/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sound-server.h"

#include <pulse/glib-mainloop.h>
#include <pulse/subscribe.h>

/* The first wait after a loss, and the longest; each is twice the one before. */
#define FIRST_RETRY_MS 1000
#define LAST_RETRY_MS  8000

struct _OnsiteSoundServer
{
  OnsiteSoundServerFuncs funcs;
  gpointer user_data;
  GMainContext *main_context;
  pa_glib_mainloop *loop;
  pa_context *context;
  GSource *retry;
  guint retry_ms;
};

static void connect_with (OnsiteSoundServer *self, pa_context_flags_t flags);

static void
stop_retry (OnsiteSoundServer *self)
{
  if (self->retry == NULL)
    return;

  g_source_destroy (self->retry);
  g_clear_pointer (&self->retry, g_source_unref);
}

static void
drop_context (OnsiteSoundServer *self)
{
  if (self->context == NULL)
    return;

  pa_context_set_state_callback (self->context, NULL, NULL);
  pa_context_set_subscribe_callback (self->context, NULL, NULL);
  pa_context_disconnect (self->context);
  g_clear_pointer (&self->context, pa_context_unref);
}

/* Not a server of its own: what looks for one all the time would start it against
 * the will of whoever has stopped it. */
static gboolean
retry (gpointer user_data)
{
  OnsiteSoundServer *self = user_data;

  stop_retry (self);
  self->retry_ms = MIN (self->retry_ms * 2, LAST_RETRY_MS);
  connect_with (self, PA_CONTEXT_NOAUTOSPAWN);
  return G_SOURCE_REMOVE;
}

static void
lose (OnsiteSoundServer *self)
{
  stop_retry (self);
  self->retry = g_timeout_source_new (self->retry_ms);
  g_source_set_callback (self->retry, retry, self, NULL);
  g_source_attach (self->retry, self->main_context);
  self->funcs.lost (self->user_data);
}

static void
on_changed (pa_context *context,
            pa_subscription_event_type_t type,
            guint32 index,
            gpointer user_data)
{
  OnsiteSoundServer *self = user_data;

  self->funcs.changed (self->user_data);
}

static void
reach (OnsiteSoundServer *self)
{
  const pa_subscription_mask_t mask = PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SOURCE |
                                      PA_SUBSCRIPTION_MASK_SERVER;
  pa_operation *operation;

  self->retry_ms = FIRST_RETRY_MS;
  pa_context_set_subscribe_callback (self->context, on_changed, self);
  operation = pa_context_subscribe (self->context, mask, NULL, NULL);

  if (operation != NULL)
    pa_operation_unref (operation);

  self->funcs.reached (self->user_data);
}

static void
on_state (pa_context *context, gpointer user_data)
{
  OnsiteSoundServer *self = user_data;
  const pa_context_state_t state = pa_context_get_state (context);

  if (state == PA_CONTEXT_READY)
    reach (self);
  else if (!PA_CONTEXT_IS_GOOD (state))
    lose (self);
}

static void
connect_with (OnsiteSoundServer *self, pa_context_flags_t flags)
{
  drop_context (self);
  self->context = pa_context_new (pa_glib_mainloop_get_api (self->loop), "Onsite");
  pa_context_set_state_callback (self->context, on_state, self);

  /* If it fails at once nobody was told. */
  if (pa_context_connect (self->context, NULL, flags, NULL) < 0 && self->retry == NULL)
    lose (self);
}

OnsiteSoundServer *
onsite_sound_server_new (const OnsiteSoundServerFuncs *funcs, gpointer user_data)
{
  OnsiteSoundServer *self = g_new0 (OnsiteSoundServer, 1);

  self->funcs = *funcs;
  self->user_data = user_data;
  self->main_context = g_main_context_ref_thread_default ();
  self->loop = pa_glib_mainloop_new (self->main_context);
  self->retry_ms = FIRST_RETRY_MS;
  onsite_sound_server_connect (self);
  return self;
}

void
onsite_sound_server_free (OnsiteSoundServer *self)
{
  stop_retry (self);
  drop_context (self);
  pa_glib_mainloop_free (self->loop);
  g_main_context_unref (self->main_context);
  g_free (self);
}

void
onsite_sound_server_connect (OnsiteSoundServer *self)
{
  stop_retry (self);
  self->retry_ms = FIRST_RETRY_MS;
  connect_with (self, PA_CONTEXT_NOFLAGS);
}

pa_context *
onsite_sound_server_get_context (OnsiteSoundServer *self)
{
  return self->context;
}
