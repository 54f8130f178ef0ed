/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-clip-player.h"

struct _OnsiteClipPlayer
{
  GObject parent_instance;

  OnsitePlayer *player;
  OnsiteLibrary *library; /* (nullable): where the clip is */
  char *clip;
  GCancellable *cancellable; /* of the clip that is being loaded, or is */
  gboolean loaded;
  gboolean has_failed;
  gint64 at_ms;        /* where it was, should it fail */
  gint64 play_from_ms; /* as soon as it is; -1 for not at all */
  gint64 play_to_ms;   /* the end of a span that plays; -1 for all */
  GArray *omissions;   /* (nullable) (element-type OnsiteOmission) */
};

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPS
};

enum
{
  ENDED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteClipPlayer, onsite_clip_player, G_TYPE_OBJECT)

static void
set_loaded (OnsiteClipPlayer *self, gboolean loaded)
{
  if (self->loaded == loaded)
    return;

  self->loaded = loaded;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
}

/* Nothing plays that is only a span; a copy is heard as one again. */
static void
end_span (OnsiteClipPlayer *self)
{
  self->play_to_ms = -1;
  onsite_player_set_omissions (self->player, self->omissions);
}

static void
failed_cb (OnsiteClipPlayer *self, const GError *error)
{
  self->has_failed = TRUE;
  self->play_from_ms = -1;
  end_span (self);
  g_signal_emit (self, signals[FAILED], 0, error);
  set_loaded (self, FALSE);
}

/* A span may end where its clip does, and nothing is to follow it. */
static void
ended_cb (OnsiteClipPlayer *self)
{
  if (self->play_to_ms >= 0)
    {
      end_span (self);
      return;
    }

  g_signal_emit (self, signals[ENDED], 0);
}

static void
moved_cb (OnsiteClipPlayer *self)
{
  const gint64 position_ms = onsite_player_get_position_ms (self->player);

  /* What has failed is at its beginning. */
  if (position_ms > 0)
    self->at_ms = position_ms;
  if (self->play_to_ms < 0 || position_ms < self->play_to_ms)
    return;

  onsite_player_pause (self->player);
  end_span (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteClipPlayer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!onsite_player_load_finish (ONSITE_PLAYER (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        failed_cb (self, error);
      return;
    }

  set_loaded (self, TRUE);
  if (self->play_from_ms < 0)
    return;

  onsite_player_seek (self->player, self->play_from_ms);
  onsite_player_play (self->player);
  self->play_from_ms = -1;
}

static void
onsite_clip_player_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, ONSITE_CLIP_PLAYER (object)->loaded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_clip_player_finalize (GObject *object)
{
  OnsiteClipPlayer *self = ONSITE_CLIP_PLAYER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->player);
  g_clear_object (&self->library);
  g_free (self->clip);
  g_clear_pointer (&self->omissions, g_array_unref);

  G_OBJECT_CLASS (onsite_clip_player_parent_class)->finalize (object);
}

static void
onsite_clip_player_class_init (OnsiteClipPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onsite_clip_player_get_property;
  object_class->finalize = onsite_clip_player_finalize;

  props[PROP_LOADED] = g_param_spec_boolean ("loaded",
                                             NULL,
                                             NULL,
                                             FALSE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[ENDED] = g_signal_new ("ended",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
  signals[FAILED] = g_signal_new ("failed",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
onsite_clip_player_init (OnsiteClipPlayer *self)
{
  self->play_from_ms = -1;
  self->play_to_ms = -1;
}

OnsiteClipPlayer *
onsite_clip_player_new (OnsitePlayer *player)
{
  OnsiteClipPlayer *self;

  g_return_val_if_fail (ONSITE_IS_PLAYER (player), NULL);

  self = g_object_new (ONSITE_TYPE_CLIP_PLAYER, NULL);
  self->player = g_object_ref (player);
  g_signal_connect_object (player, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player,
                           "notify::position-ms",
                           G_CALLBACK (moved_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}

OnsitePlayer *
onsite_clip_player_get_player (OnsiteClipPlayer *self)
{
  g_return_val_if_fail (ONSITE_IS_CLIP_PLAYER (self), NULL);

  return self->player;
}

static void
load (OnsiteClipPlayer *self)
{
  g_clear_object (&self->cancellable);
  self->has_failed = FALSE;
  self->cancellable = g_cancellable_new ();
  onsite_player_load_async (self->player,
                            self->library,
                            self->clip,
                            self->cancellable,
                            loaded_cb,
                            g_object_ref (self));
}

/* What was wrong may have been put right. */
static void
load_anew_if_failed (OnsiteClipPlayer *self, gint64 play_from_ms)
{
  if (!self->has_failed)
    return;

  load (self);
  self->play_from_ms = play_from_ms;
}

void
onsite_clip_player_load (OnsiteClipPlayer *self, OnsiteLibrary *library, const char *clip)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));
  g_return_if_fail (self->cancellable == NULL);

  self->library = g_object_ref (library);
  self->clip = g_strdup (clip);
  load (self);
}

void
onsite_clip_player_unload (OnsiteClipPlayer *self)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_pointer (&self->clip, g_free);
  set_loaded (self, FALSE);
  self->has_failed = FALSE;
  self->at_ms = 0;
  self->play_from_ms = -1;
  onsite_player_unload (self->player);
  onsite_clip_player_set_omissions (self, NULL);
}

gboolean
onsite_clip_player_get_loaded (OnsiteClipPlayer *self)
{
  g_return_val_if_fail (ONSITE_IS_CLIP_PLAYER (self), FALSE);

  return self->loaded;
}

void
onsite_clip_player_set_omissions (OnsiteClipPlayer *self, GArray *omissions)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));

  g_clear_pointer (&self->omissions, g_array_unref);
  if (omissions != NULL)
    self->omissions = g_array_ref (omissions);
  end_span (self);
}

void
onsite_clip_player_play_span (OnsiteClipPlayer *self, gint64 from_ms, gint64 to_ms)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));

  /* Going there is no coming to its end. */
  end_span (self);
  if (self->loaded)
    {
      onsite_player_seek (self->player, from_ms);
      onsite_player_play (self->player);
    }
  else
    {
      self->play_from_ms = from_ms;
      load_anew_if_failed (self, from_ms);
    }
  if (to_ms > from_ms)
    self->play_to_ms = to_ms;
}

void
onsite_clip_player_play_original (OnsiteClipPlayer *self, gint64 from_ms, gint64 to_ms)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));

  onsite_clip_player_play_span (self, from_ms, to_ms);
  onsite_player_set_omissions (self->player, NULL);
}

void
onsite_clip_player_toggle (OnsiteClipPlayer *self)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));

  if (!self->loaded)
    {
      load_anew_if_failed (self, self->at_ms);
      return;
    }

  end_span (self);
  if (onsite_player_get_playing (self->player))
    onsite_player_pause (self->player);
  else
    onsite_player_play (self->player);
}

void
onsite_clip_player_pause (OnsiteClipPlayer *self)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));

  self->play_from_ms = -1;
  onsite_player_pause (self->player);
  end_span (self);
}

void
onsite_clip_player_seek (OnsiteClipPlayer *self, gint64 position_ms)
{
  g_return_if_fail (ONSITE_IS_CLIP_PLAYER (self));

  end_span (self);
  if (self->loaded)
    onsite_player_seek (self->player, position_ms);
}
