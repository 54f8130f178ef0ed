/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-inhibitor.h"

#include <glib/gi18n-lib.h>

struct _OnsiteInhibitor
{
  GObject parent_instance;

  GtkApplication *application;
  OnsiteContext *context;
  OnsiteRehearsal *rehearsal; /* (nullable): the one that runs */
  GtkApplicationInhibitFlags flags;
  guint cookie;
};

G_DEFINE_FINAL_TYPE (OnsiteInhibitor, onsite_inhibitor, G_TYPE_OBJECT)

static gboolean
is_awake (OnsitePhase phase)
{
  return phase == ONSITE_PHASE_ASKING || phase == ONSITE_PHASE_ANSWERING ||
         phase == ONSITE_PHASE_GRACE;
}

static GtkApplicationInhibitFlags
find_flags (OnsiteInhibitor *self)
{
  if (self->rehearsal == NULL)
    return 0;
  if (!is_awake (onsite_rehearsal_get_phase (self->rehearsal)))
    return GTK_APPLICATION_INHIBIT_LOGOUT;

  return GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_IDLE |
         GTK_APPLICATION_INHIBIT_SUSPEND;
}

static guint
inhibit (OnsiteInhibitor *self, GtkApplicationInhibitFlags flags)
{
  if (flags == 0)
    return 0;

  return gtk_application_inhibit (self->application,
                                  gtk_application_get_active_window (self->application),
                                  flags,
                                  C_ ("session", "A rehearsal is running"));
}

static void
update (OnsiteInhibitor *self)
{
  const GtkApplicationInhibitFlags flags = find_flags (self);
  const guint before = self->cookie;

  if (flags == self->flags)
    return;

  /* The new one first, so that nothing slips in between. */
  self->flags = flags;
  self->cookie = inhibit (self, flags);
  if (before != 0)
    gtk_application_uninhibit (self->application, before);
}

static void
rehearsal_changed_cb (OnsiteInhibitor *self)
{
  if (self->rehearsal != NULL)
    g_signal_handlers_disconnect_by_func (self->rehearsal, update, self);

  g_set_object (&self->rehearsal, onsite_context_get_rehearsal (self->context));
  if (self->rehearsal != NULL)
    g_signal_connect_object (self->rehearsal,
                             "notify::phase",
                             G_CALLBACK (update),
                             self,
                             G_CONNECT_SWAPPED);
  update (self);
}

static void
onsite_inhibitor_dispose (GObject *object)
{
  OnsiteInhibitor *self = ONSITE_INHIBITOR (object);

  if (self->cookie != 0)
    gtk_application_uninhibit (self->application, self->cookie);
  self->cookie = 0;
  g_clear_object (&self->rehearsal);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_inhibitor_parent_class)->dispose (object);
}

static void
onsite_inhibitor_class_init (OnsiteInhibitorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_inhibitor_dispose;
}

static void
onsite_inhibitor_init (OnsiteInhibitor *self)
{
}

OnsiteInhibitor *
onsite_inhibitor_new (GtkApplication *application, OnsiteContext *context)
{
  OnsiteInhibitor *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);

  self = g_object_new (ONSITE_TYPE_INHIBITOR, NULL);
  self->application = application;
  self->context = g_object_ref (context);
  g_signal_connect_object (context,
                           "notify::rehearsal",
                           G_CALLBACK (rehearsal_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  rehearsal_changed_cb (self);

  return self;
}
