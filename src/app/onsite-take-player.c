/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-take-player.h"

#include "audio/onsite-player.h"

struct _OnsiteTakePlayer
{
  GObject parent_instance;

  OnsiteLibrary *library;
  OnsitePlayer *player;
  const OnsiteTake *take; /* (nullable): what is played */
  guint next;             /* the index of the turn that comes after this one */
  gboolean playing;       /* between two turns too */
};

enum
{
  PROP_0,
  PROP_TAKE,
  PROP_PLAYING,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteTakePlayer, onsite_take_player, G_TYPE_OBJECT)

static void
set_playing (OnsiteTakePlayer *self, gboolean playing)
{
  if (self->playing == playing)
    return;

  self->playing = playing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYING]);
}

static void
set_take (OnsiteTakePlayer *self, const OnsiteTake *take)
{
  self->take = take;
  self->next = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAKE]);
}

static void
failed_cb (OnsiteTakePlayer *self, const GError *error)
{
  onsite_take_player_stop (self);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteTakePlayer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!onsite_player_load_finish (ONSITE_PLAYER (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        failed_cb (self, error);
    }
  else if (self->playing)
    onsite_player_play (ONSITE_PLAYER (source));
}

/* What was not recorded is passed over. */
static const OnsiteClip *
find_next_clip (OnsiteTakePlayer *self)
{
  while (self->take != NULL && self->next < self->take->turns->len)
    {
      const OnsiteTurn *turn = g_ptr_array_index (self->take->turns, self->next);

      self->next++;
      if (turn->clip != NULL && turn->clip->n_samples > 0)
        return turn->clip;
    }

  return NULL;
}

static void
play_next (OnsiteTakePlayer *self)
{
  const OnsiteClip *clip = find_next_clip (self);

  if (clip == NULL)
    {
      onsite_take_player_stop (self);
      return;
    }

  onsite_player_load_async (self->player,
                            self->library,
                            clip->id,
                            NULL,
                            loaded_cb,
                            g_object_ref (self));
}

static void
onsite_take_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteTakePlayer *self = ONSITE_TAKE_PLAYER (object);

  switch (id)
    {
    case PROP_TAKE:
      g_value_set_pointer (value, (gpointer) self->take);
      break;

    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_take_player_finalize (GObject *object)
{
  OnsiteTakePlayer *self = ONSITE_TAKE_PLAYER (object);

  g_clear_object (&self->player);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (onsite_take_player_parent_class)->finalize (object);
}

static void
onsite_take_player_class_init (OnsiteTakePlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = onsite_take_player_get_property;
  object_class->finalize = onsite_take_player_finalize;

  props[PROP_TAKE] = g_param_spec_pointer ("take", NULL, NULL, flags);
  props[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_TAKE_PLAYER,
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
onsite_take_player_init (OnsiteTakePlayer *self)
{
}

OnsiteTakePlayer *
onsite_take_player_new (OnsiteContext *context)
{
  OnsiteTakePlayer *self = g_object_new (ONSITE_TYPE_TAKE_PLAYER, NULL);

  self->library = g_object_ref (onsite_context_get_library (context));
  self->player = onsite_player_new (onsite_sound_choice_make_sink,
                                    g_object_ref (onsite_context_get_sound (context)),
                                    onsite_sound_choice_let_go);
  g_signal_connect_object (self->player, "ended", G_CALLBACK (play_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
onsite_take_player_stop (OnsiteTakePlayer *self)
{
  g_return_if_fail (ONSITE_IS_TAKE_PLAYER (self));

  onsite_player_unload (self->player);
  set_take (self, NULL);
  set_playing (self, FALSE);
}

gboolean
onsite_take_player_has_sound (const OnsiteTake *take)
{
  for (guint i = 0; take != NULL && i < take->turns->len; i++)
    if (((const OnsiteTurn *) g_ptr_array_index (take->turns, i))->clip != NULL)
      return TRUE;

  return FALSE;
}

static void
begin (OnsiteTakePlayer *self, const OnsiteTake *take)
{
  onsite_take_player_stop (self);
  set_take (self, take);
  set_playing (self, TRUE);
  play_next (self);
}

void
onsite_take_player_toggle (OnsiteTakePlayer *self, const OnsiteTake *take)
{
  g_return_if_fail (ONSITE_IS_TAKE_PLAYER (self));

  if (take != self->take)
    {
      begin (self, take);
      return;
    }

  set_playing (self, !self->playing);
  if (self->playing)
    onsite_player_play (self->player);
  else
    onsite_player_pause (self->player);
}

gboolean
onsite_take_player_is_playing (OnsiteTakePlayer *self, const OnsiteTake *take)
{
  g_return_val_if_fail (ONSITE_IS_TAKE_PLAYER (self), FALSE);

  return self->playing && self->take == take;
}
