/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-clip-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "onsite-announce.h"
#include "onsite-clip-player.h"
#include "onsite-clip-words.h"
#include "onsite-mark-list.h"
#include "onsite-player-bar.h"
#include "onsite-toast.h"
#include "onsite-waveform-view.h"
#include "onsite-window.h"
#include "share/onsite-redaction.h"

/* As the menu of ui/onsite-player-bar.ui has them. */
static const double speeds[] = { 0.75, 1, 1.25, 1.5, 1.75, 2 };

struct _OnsiteClipView
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteClipPlayer *player;
  OnsiteClip *clip;          /* not ours */
  GCancellable *cancellable; /* of the peaks that are being read for this clip */
  double speed;
  gboolean skip_silence;
  gboolean is_copy; /* that is handed on */
  gboolean is_dumb; /* it is told that it can't be played */
  OnsiteMark *removed;
  AdwToast *undo_toast; /* not ours; weak */

  GtkLabel *state;
  GtkWidget *sound;
  OnsiteWaveformView *waveform;
  OnsitePlayerBar *bar;
  OnsiteMarkList *marks;
};

enum
{
  PROP_0,
  PROP_SPEED,
  PROP_SKIP_SILENCE,
  N_PROPS
};

enum
{
  ENDED,
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteClipView, onsite_clip_view, ADW_TYPE_BIN)

static void
tell (OnsiteClipView *self, const char *text)
{
  gtk_label_set_text (self->state, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), text != NULL);
}

static gboolean
has_sound (OnsiteClipView *self)
{
  return self->clip != NULL && self->clip->n_samples > 0;
}

static gboolean
can_mark (OnsiteClipView *self)
{
  return has_sound (self) && !self->is_copy && !onsite_context_get_read_only (self->context);
}

static void
say_what_failed (OnsiteClipView *self, const char *what, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: what failed, and why. */
  text = g_strdup_printf (C_ ("clip", "%s: %s"), what, error->message);
  tell (self, text);
}

static void
player_failed_cb (OnsiteClipView *self, const GError *error)
{
  self->is_dumb = TRUE;
  say_what_failed (self, C_ ("clip", "This can’t be played"), error);
  /* It may be tried again. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clip.play", TRUE);
}

static void
player_ended_cb (OnsiteClipView *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}

static void
tell_state (OnsiteClipView *self)
{
  g_autofree char *state = onsite_clip_words_state (self->clip);

  self->is_dumb = FALSE;
  tell (self, state);
}

static void
player_loaded_cb (OnsiteClipView *self)
{
  const gboolean loaded = onsite_clip_player_get_loaded (self->player);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clip.play", loaded || self->is_dumb);
  if (loaded && self->is_dumb)
    tell_state (self);
}

static void
peaks_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteClipView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) peaks = onsite_library_load_peaks_finish (ONSITE_LIBRARY (source),
                                                               result,
                                                               &error);

  if (peaks != NULL)
    onsite_waveform_view_set_peaks (self->waveform, peaks);
  else
    say_what_failed (self, C_ ("clip", "The waveform can’t be shown"), error);
}

static void
load (OnsiteClipView *self)
{
  OnsiteLibrary *library = onsite_context_get_library (self->context);

  onsite_library_load_peaks_async (library,
                                   self->clip->id,
                                   self->cancellable,
                                   peaks_loaded_cb,
                                   g_object_ref (self));
  onsite_clip_player_load (self->player, library, self->clip->id);
}

static void
seek_to (OnsiteClipView *self, gint64 position_ms)
{
  onsite_clip_player_seek (self->player, position_ms);
}

static void
chosen_cb (OnsiteClipView *self, gint64 from_ms, gint64 to_ms)
{
  g_signal_emit (self, signals[CHOSEN], 0, from_ms, to_ms);
}

static void
marks_changed_cb (OnsiteClipView *self)
{
  onsite_waveform_view_set_clip (self->waveform, self->clip);
}

static void
marks_failed_cb (OnsiteClipView *self, const GError *error)
{
  say_what_failed (self, C_ ("clip", "The marks aren’t kept"), error);
}

static void
noted_cb (OnsiteClipView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->waveform));
}

static void
undo_removal_cb (OnsiteClipView *self)
{
  if (self->removed != NULL)
    onsite_mark_list_add (self->marks, g_steal_pointer (&self->removed));
}

static void
toast_dismissed_cb (OnsiteClipView *self)
{
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_pointer (&self->removed, onsite_mark_free);
}

static void
forget_removed (OnsiteClipView *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

static void
mark_removed_cb (OnsiteClipView *self, const OnsiteMark *mark)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));
  AdwToast *toast;

  forget_removed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->waveform));
  if (window == NULL)
    return;

  self->removed = onsite_mark_copy (mark);
  toast = onsite_toast_new (C_ ("toast", "Mark deleted"));
  adw_toast_set_button_label (toast, C_ ("button", "Undo"));
  g_signal_connect_object (toast,
                           "button-clicked",
                           G_CALLBACK (undo_removal_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (toast,
                           "dismissed",
                           G_CALLBACK (toast_dismissed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->undo_toast, toast);
  onsite_window_add_toast (window, toast);
}

static void
play_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_clip_view_toggle (ONSITE_CLIP_VIEW (widget));
}

static void
seek_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_clip_view_seek_by (ONSITE_CLIP_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
mark_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_clip_view_mark (ONSITE_CLIP_VIEW (widget));
}

static void
set_speed (OnsiteClipView *self, double speed)
{
  if (self->speed == speed)
    return;

  self->speed = speed;
  g_object_set (onsite_clip_player_get_player (self->player), "rate", speed, NULL);
  g_settings_set_double (onsite_context_get_settings (self->context), "playback-rate", speed);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPEED]);
}

static void
set_skip_silence (OnsiteClipView *self, gboolean skip_silence)
{
  if (self->skip_silence == skip_silence)
    return;

  self->skip_silence = skip_silence;
  g_object_set (onsite_clip_player_get_player (self->player), "skip-silence", skip_silence, NULL);
  g_settings_set_boolean (onsite_context_get_settings (self->context),
                          "skip-silence",
                          skip_silence);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SKIP_SILENCE]);
}

/* What isn't seen isn't heard: a page that was left, or one under another. */
static void
onsite_clip_view_unmap (GtkWidget *widget)
{
  OnsiteClipView *self = ONSITE_CLIP_VIEW (widget);

  if (self->player != NULL)
    onsite_clip_player_pause (self->player);

  GTK_WIDGET_CLASS (onsite_clip_view_parent_class)->unmap (widget);
}

static void
onsite_clip_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteClipView *self = ONSITE_CLIP_VIEW (object);

  switch (prop_id)
    {
    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;

    case PROP_SKIP_SILENCE:
      g_value_set_boolean (value, self->skip_silence);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_clip_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  OnsiteClipView *self = ONSITE_CLIP_VIEW (object);

  switch (prop_id)
    {
    case PROP_SPEED:
      set_speed (self, g_value_get_double (value));
      break;

    case PROP_SKIP_SILENCE:
      set_skip_silence (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
stop (OnsiteClipView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->player != NULL)
    onsite_clip_player_unload (self->player);
  self->is_copy = FALSE;
  forget_removed (self);
}

static void
onsite_clip_view_dispose (GObject *object)
{
  OnsiteClipView *self = ONSITE_CLIP_VIEW (object);

  stop (self);
  self->clip = NULL;
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_object (&self->player);
  g_clear_object (&self->context);
  g_clear_pointer (&self->removed, onsite_mark_free);

  G_OBJECT_CLASS (onsite_clip_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, 0.75, 2, 1, flags);
  props[PROP_SKIP_SILENCE] = g_param_spec_boolean ("skip-silence", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
onsite_clip_view_class_init (OnsiteClipViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_clip_view_get_property;
  object_class->set_property = onsite_clip_view_set_property;
  object_class->dispose = onsite_clip_view_dispose;
  widget_class->unmap = onsite_clip_view_unmap;

  install_properties (object_class);
  signals[ENDED] = g_signal_new ("ended",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);

  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_INT64,
                                  G_TYPE_INT64);

  g_type_ensure (ONSITE_TYPE_MARK_LIST);
  g_type_ensure (ONSITE_TYPE_PLAYER_BAR);
  g_type_ensure (ONSITE_TYPE_WAVEFORM_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-clip-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteClipView, state);
  gtk_widget_class_bind_template_child (widget_class, OnsiteClipView, sound);
  gtk_widget_class_bind_template_child (widget_class, OnsiteClipView, waveform);
  gtk_widget_class_bind_template_child (widget_class, OnsiteClipView, bar);
  gtk_widget_class_bind_template_child (widget_class, OnsiteClipView, marks);
  gtk_widget_class_bind_template_callback (widget_class, seek_to);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, marks_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, marks_failed_cb);
  gtk_widget_class_install_action (widget_class, "clip.play", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "clip.seek", "x", seek_action);
  gtk_widget_class_install_action (widget_class, "clip.mark", NULL, mark_action);
  gtk_widget_class_install_property_action (widget_class, "clip.speed", "speed");
  gtk_widget_class_install_property_action (widget_class, "clip.skip-silence", "skip-silence");
}

static void
onsite_clip_view_init (OnsiteClipView *self)
{
  self->speed = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_player (OnsiteClipView *self)
{
  g_autoptr (OnsitePlayer) player = NULL;

  player = onsite_player_new (onsite_sound_choice_make_sink,
                              g_object_ref (onsite_context_get_sound (self->context)),
                              onsite_sound_choice_let_go);
  self->player = onsite_clip_player_new (player);
  g_signal_connect_object (self->player,
                           "failed",
                           G_CALLBACK (player_failed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player,
                           "ended",
                           G_CALLBACK (player_ended_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player,
                           "notify::loaded",
                           G_CALLBACK (player_loaded_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (player,
                          "position-ms",
                          self->waveform,
                          "position-ms",
                          G_BINDING_SYNC_CREATE);
  onsite_player_bar_set_player (self->bar, player);
}

void
onsite_clip_view_set_context (OnsiteClipView *self, OnsiteContext *context)
{
  GSettings *settings;

  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));
  g_return_if_fail (self->context == NULL);

  settings = onsite_context_get_settings (context);
  self->context = g_object_ref (context);
  make_player (self);
  set_speed (self, g_settings_get_double (settings, "playback-rate"));
  set_skip_silence (self, g_settings_get_boolean (settings, "skip-silence"));
}

void
onsite_clip_view_set_clip (OnsiteClipView *self, OnsiteClip *clip)
{
  OnsiteLibrary *library;

  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));
  g_return_if_fail (self->context != NULL);

  stop (self);
  library = onsite_context_get_library (self->context);
  self->clip = clip;
  self->cancellable = g_cancellable_new ();
  tell_state (self);
  gtk_widget_set_visible (self->sound, has_sound (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clip.play", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clip.mark", can_mark (self));
  onsite_waveform_view_set_peaks (self->waveform, NULL);
  onsite_waveform_view_set_clip (self->waveform, clip);
  onsite_mark_list_set_clip (self->marks, library, clip);
  if (has_sound (self))
    load (self);
}

gboolean
onsite_clip_view_enter (OnsiteClipView *self)
{
  g_return_val_if_fail (ONSITE_IS_CLIP_VIEW (self), FALSE);

  return has_sound (self) && gtk_widget_grab_focus (GTK_WIDGET (self->waveform));
}

void
onsite_clip_view_play (OnsiteClipView *self, gint64 from_ms)
{
  onsite_clip_view_play_span (self, from_ms, -1);
}

void
onsite_clip_view_play_span (OnsiteClipView *self, gint64 from_ms, gint64 to_ms)
{
  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  onsite_clip_player_play_span (self->player, from_ms, to_ms);
}

void
onsite_clip_view_set_remarks (OnsiteClipView *self, GPtrArray *remarks)
{
  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  onsite_waveform_view_set_remarks (self->waveform, remarks);
}

static GArray *
make_omissions (GArray *removed)
{
  GArray *omissions = g_array_new (FALSE, FALSE, sizeof (OnsiteOmission));

  for (guint i = 0; i < removed->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (removed, OnsiteSpan, i);
      OnsiteOmission omission = { span->from_ms, span->to_ms, span->kind == ONSITE_SPAN_CUT };

      g_array_append_val (omissions, omission);
    }

  return omissions;
}

void
onsite_clip_view_show_copy (OnsiteClipView *self, GArray *removed)
{
  g_autoptr (GArray) omissions = NULL;

  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  omissions = make_omissions (removed);
  self->is_copy = TRUE;
  onsite_clip_player_set_omissions (self->player, omissions);
  onsite_waveform_view_set_removed (self->waveform, removed);
  onsite_player_bar_hide_mark (self->bar);
  onsite_mark_list_set_clip (self->marks, onsite_context_get_library (self->context), NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clip.mark", can_mark (self));
}

void
onsite_clip_view_show_choice (OnsiteClipView *self, const OnsiteSpanChoice *choice)
{
  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  onsite_waveform_view_set_choice (self->waveform, choice);
}

void
onsite_clip_view_play_original (OnsiteClipView *self, gint64 from_ms, gint64 to_ms)
{
  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  onsite_clip_player_play_original (self->player, from_ms, to_ms);
}

gint64
onsite_clip_view_get_position_ms (OnsiteClipView *self)
{
  g_return_val_if_fail (ONSITE_IS_CLIP_VIEW (self), 0);

  return onsite_player_get_position_ms (onsite_clip_player_get_player (self->player));
}

void
onsite_clip_view_toggle (OnsiteClipView *self)
{
  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  onsite_clip_player_toggle (self->player);
}

void
onsite_clip_view_seek_by (OnsiteClipView *self, gint64 step_ms)
{
  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  seek_to (self, onsite_clip_view_get_position_ms (self) + step_ms);
}

void
onsite_clip_view_change_speed (OnsiteClipView *self, int steps)
{
  int nearest = 0;

  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  for (int i = 1; i < (int) G_N_ELEMENTS (speeds); i++)
    if (fabs (speeds[i] - self->speed) < fabs (speeds[nearest] - self->speed))
      nearest = i;

  set_speed (self, speeds[CLAMP (nearest + steps, 0, (int) G_N_ELEMENTS (speeds) - 1)]);
}

void
onsite_clip_view_mark (OnsiteClipView *self)
{
  OnsiteMark *mark;

  g_return_if_fail (ONSITE_IS_CLIP_VIEW (self));

  if (!can_mark (self))
    return;

  mark = onsite_mark_new ();
  mark->from_ms = onsite_clip_view_get_position_ms (self);
  onsite_mark_list_add (self->marks, mark);
}
