/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pen.h"

/* Who stops for so long has paused, and doesn't only look for the next key. */
#define TYPING_MS 500

struct _OnsitePen
{
  GObject parent_instance;

  OnsiteScribe *scribe;
  guint64 last_change;
  guint typing_id; /* what was typed is written when it comes */
  gboolean failed;
};

enum
{
  PAUSED,
  FAILED,
  KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsitePen, onsite_pen, G_TYPE_OBJECT)

static gboolean
is_kept (OnsitePen *self)
{
  return onsite_scribe_has_written (self->scribe, self->last_change);
}

/* The scribe may have failed with what somebody else has to keep. */
static void
on_failed (OnsitePen *self, const GError *error)
{
  if (is_kept (self))
    return;

  self->failed = TRUE;
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_written (OnsitePen *self)
{
  if (!self->failed || !is_kept (self))
    return;

  self->failed = FALSE;
  g_signal_emit (self, signals[KEPT], 0);
}

static gboolean
typing_paused_cb (gpointer user_data)
{
  OnsitePen *self = ONSITE_PEN (user_data);

  self->typing_id = 0;
  g_signal_emit (self, signals[PAUSED], 0);

  return G_SOURCE_REMOVE;
}

static void
onsite_pen_dispose (GObject *object)
{
  OnsitePen *self = ONSITE_PEN (object);

  g_clear_handle_id (&self->typing_id, g_source_remove);
  g_clear_object (&self->scribe);

  G_OBJECT_CLASS (onsite_pen_parent_class)->dispose (object);
}

static guint
install_signal (const char *name, guint n_params, GType type)
{
  return g_signal_new (name,
                       ONSITE_TYPE_PEN,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       type);
}

static void
onsite_pen_class_init (OnsitePenClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_pen_dispose;

  signals[PAUSED] = install_signal ("paused", 0, G_TYPE_NONE);
  signals[FAILED] = install_signal ("failed", 1, G_TYPE_ERROR);
  signals[KEPT] = install_signal ("kept", 0, G_TYPE_NONE);
}

static void
onsite_pen_init (OnsitePen *self)
{
}

OnsitePen *
onsite_pen_new (OnsiteScribe *scribe)
{
  OnsitePen *self;

  g_return_val_if_fail (ONSITE_IS_SCRIBE (scribe), NULL);

  self = g_object_new (ONSITE_TYPE_PEN, NULL);
  self->scribe = g_object_ref (scribe);
  g_signal_connect_object (scribe, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scribe, "written", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  return self;
}

void
onsite_pen_write (OnsitePen *self, OnsiteChange *change)
{
  g_return_if_fail (ONSITE_IS_PEN (self));

  self->last_change = onsite_scribe_write (self->scribe, change);
}

void
onsite_pen_type (OnsitePen *self)
{
  g_return_if_fail (ONSITE_IS_PEN (self));

  g_clear_handle_id (&self->typing_id, g_source_remove);
  self->typing_id = g_timeout_add (TYPING_MS, typing_paused_cb, self);
}

gboolean
onsite_pen_rest (OnsitePen *self)
{
  const gboolean was_typing = self->typing_id != 0;

  g_clear_handle_id (&self->typing_id, g_source_remove);

  return was_typing;
}
