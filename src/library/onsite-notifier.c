/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-notifier.h"

struct _OnsiteNotifier
{
  GWeakRef object;
  GMainContext *context;
  GMutex mutex;
  GPtrArray *pending; /* (element-type Message) */
};

typedef struct
{
  OnsiteNotifierFunc func;
  char *id;
} Message;

static void
message_free (Message *message)
{
  g_free (message->id);
  g_free (message);
}

static void
notifier_clear (OnsiteNotifier *self)
{
  g_weak_ref_clear (&self->object);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_ptr_array_unref (self->pending);
}

OnsiteNotifier *
onsite_notifier_new (gpointer object, GMainContext *context)
{
  OnsiteNotifier *self = g_atomic_rc_box_new0 (OnsiteNotifier);

  g_weak_ref_init (&self->object, object);
  self->context = g_main_context_ref (context);
  g_mutex_init (&self->mutex);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) message_free);

  return self;
}

static GPtrArray *
take_pending (OnsiteNotifier *self)
{
  GPtrArray *pending;

  g_mutex_lock (&self->mutex);
  pending = self->pending;
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) message_free);
  g_mutex_unlock (&self->mutex);

  return pending;
}

static gboolean
deliver (gpointer data)
{
  OnsiteNotifier *self = data;
  g_autoptr (GPtrArray) pending = take_pending (self);
  g_autoptr (GObject) object = g_weak_ref_get (&self->object);

  for (guint i = 0; object != NULL && i < pending->len; i++)
    {
      Message *message = g_ptr_array_index (pending, i);

      message->func (object, message->id);
    }

  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static gboolean
is_pending (OnsiteNotifier *self, OnsiteNotifierFunc func, const char *id)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      Message *message = g_ptr_array_index (self->pending, i);

      if (message->func == func && g_strcmp0 (message->id, id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* With the mutex held. */
static void
schedule (OnsiteNotifier *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source,
                         deliver,
                         g_atomic_rc_box_acquire (self),
                         (GDestroyNotify) onsite_notifier_unref);
  g_source_set_static_name (source, "onsite-notifier");
  g_source_attach (source, self->context);
}

void
onsite_notifier_send (OnsiteNotifier *self, OnsiteNotifierFunc func, const char *id)
{
  g_mutex_lock (&self->mutex);
  if (!is_pending (self, func, id))
    {
      Message *message = g_new0 (Message, 1);

      message->func = func;
      message->id = g_strdup (id);
      if (self->pending->len == 0)
        schedule (self);
      g_ptr_array_add (self->pending, message);
    }
  g_mutex_unlock (&self->mutex);
}

void
onsite_notifier_unref (OnsiteNotifier *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) notifier_clear);
}
