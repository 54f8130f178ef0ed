/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-player-bar.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"
#include "onsite-wrap-layout.h"

struct _OnsitePlayerBar
{
  AdwBin parent_instance;

  OnsitePlayer *player;

  GtkWidget *play;
  GtkWidget *mark;
};

enum
{
  PROP_0,
  PROP_PLAYER,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsitePlayerBar, onsite_player_bar, ADW_TYPE_BIN)

static char *
get_play_icon (OnsitePlayerBar *self, gboolean playing)
{
  return g_strdup (playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
}

static char *
get_play_label (OnsitePlayerBar *self, gboolean playing)
{
  return g_strdup (playing ? C_ ("player", "Pause") : C_ ("player", "Play"));
}

static char *
get_times (OnsitePlayerBar *self, gint64 position_ms, gint64 duration_ms)
{
  g_autofree char *position = onsite_format_clock (position_ms);
  g_autofree char *duration = onsite_format_clock (duration_ms);

  return g_strdup_printf ("%s / %s", position, duration);
}

static char *
get_speed (OnsitePlayerBar *self, double rate)
{
  return g_strdup_printf ("%g×", rate);
}

static void
name_play_button (OnsitePlayerBar *self)
{
  g_autofree char *label = get_play_label (self, onsite_player_get_playing (self->player));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
onsite_player_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PLAYER:
      g_value_set_object (value, ONSITE_PLAYER_BAR (object)->player);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_player_bar_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PLAYER:
      onsite_player_bar_set_player (ONSITE_PLAYER_BAR (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_player_bar_dispose (GObject *object)
{
  onsite_player_bar_set_player (ONSITE_PLAYER_BAR (object), NULL);

  G_OBJECT_CLASS (onsite_player_bar_parent_class)->dispose (object);
}

static void
onsite_player_bar_class_init (OnsitePlayerBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_player_bar_get_property;
  object_class->set_property = onsite_player_bar_set_property;
  object_class->dispose = onsite_player_bar_dispose;

  props[PROP_PLAYER] = g_param_spec_object ("player",
                                            NULL,
                                            NULL,
                                            ONSITE_TYPE_PLAYER,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ONSITE_TYPE_PLAYER);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-player-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsitePlayerBar, play);
  gtk_widget_class_bind_template_child (widget_class, OnsitePlayerBar, mark);
  gtk_widget_class_bind_template_callback (widget_class, get_play_icon);
  gtk_widget_class_bind_template_callback (widget_class, get_play_label);
  gtk_widget_class_bind_template_callback (widget_class, get_times);
  gtk_widget_class_bind_template_callback (widget_class, get_speed);
}

static void
onsite_player_bar_init (OnsitePlayerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
onsite_player_bar_set_player (OnsitePlayerBar *self, OnsitePlayer *player)
{
  g_return_if_fail (ONSITE_IS_PLAYER_BAR (self));

  if (self->player == player)
    return;

  if (self->player != NULL)
    g_signal_handlers_disconnect_by_func (self->player, name_play_button, self);
  g_set_object (&self->player, player);
  if (player != NULL)
    {
      g_signal_connect_object (player,
                               "notify::playing",
                               G_CALLBACK (name_play_button),
                               self,
                               G_CONNECT_SWAPPED);
      name_play_button (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYER]);
}

void
onsite_player_bar_hide_mark (OnsitePlayerBar *self)
{
  g_return_if_fail (ONSITE_IS_PLAYER_BAR (self));

  gtk_widget_set_visible (self->mark, FALSE);
}
