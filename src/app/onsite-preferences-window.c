/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "audio/onsite-cleaning.h"
#include "onsite-day-button.h"
#include "onsite-device-row.h"
#include "onsite-library-group.h"
#include "onsite-packs-page.h"
#include "onsite-toast.h"
#include "onsite-wrap.h"

struct _OnsitePreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  OnsiteContext *context;
  OnsiteVoice *voice;
  GCancellable *speaking; /* set while the voice is tried */

  GtkSwitch *speak;
  GtkSwitch *curveballs;
  GtkScale *rate;
  GtkScale *volume;
  GtkButton *try_voice;
  OnsiteDeviceRow *microphone;
  OnsiteDeviceRow *speaker;
  GtkSwitch *monitors;
  AdwActionRow *cleaning;
  GtkSwitch *clean;
  OnsiteDayButton *day;
  OnsiteLibraryGroup *library_group;
  OnsitePacksPage *packs_page;
};

G_DEFINE_FINAL_TYPE (OnsitePreferencesWindow,
                     onsite_preferences_window,
                     ADW_TYPE_PREFERENCES_WINDOW)

static void
spoken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsitePreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean spoken = onsite_voice_speak_finish (ONSITE_VOICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->speaking);
  gtk_button_set_label (self->try_voice, C_ ("button", "_Listen"));
  if (!spoken)
    onsite_toast_show_in_preferences (onsite_toast_new (error->message), GTK_WIDGET (self));
}

static void
hush (OnsitePreferencesWindow *self)
{
  if (self->speaking == NULL)
    return;

  g_cancellable_cancel (self->speaking);
  g_clear_object (&self->speaking);
  gtk_button_set_label (self->try_voice, C_ ("button", "_Listen"));
}

static void
speak (OnsitePreferencesWindow *self)
{
  GSettings *settings = onsite_context_get_settings (self->context);
  OnsitePack *pack = onsite_context_get_pack (self->context);
  const OnsiteQuestion *question = g_ptr_array_index (onsite_pack_get_questions (pack), 0);

  if (self->voice == NULL)
    self->voice = onsite_voice_new (onsite_sound_choice_make_sink,
                                    g_object_ref (onsite_context_get_sound (self->context)),
                                    onsite_sound_choice_let_go);

  g_object_set (self->voice,
                "rate",
                g_settings_get_double (settings, "voice-rate"),
                "volume",
                g_settings_get_double (settings, "voice-volume"),
                NULL);
  self->speaking = g_cancellable_new ();
  gtk_button_set_label (self->try_voice, C_ ("button", "_Stop"));
  onsite_voice_speak_async (self->voice,
                            question->text,
                            onsite_pack_get_language (pack),
                            0,
                            self->speaking,
                            spoken_cb,
                            g_object_ref (self));
}

static void
try_voice_cb (OnsitePreferencesWindow *self)
{
  if (self->speaking != NULL)
    hush (self);
  else
    speak (self);
}

static void
onsite_preferences_window_dispose (GObject *object)
{
  OnsitePreferencesWindow *self = ONSITE_PREFERENCES_WINDOW (object);

  if (self->speaking != NULL)
    g_cancellable_cancel (self->speaking);
  g_clear_object (&self->speaking);
  g_clear_object (&self->voice);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_preferences_window_parent_class)->dispose (object);
}

static gboolean
onsite_preferences_window_close_request (GtkWindow *window)
{
  hush (ONSITE_PREFERENCES_WINDOW (window));

  return GTK_WINDOW_CLASS (onsite_preferences_window_parent_class)->close_request (window);
}

static void
onsite_preferences_window_class_init (OnsitePreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = onsite_preferences_window_close_request;

  g_type_ensure (ONSITE_TYPE_DAY_BUTTON);
  g_type_ensure (ONSITE_TYPE_DEVICE_ROW);
  g_type_ensure (ONSITE_TYPE_LIBRARY_GROUP);
  g_type_ensure (ONSITE_TYPE_PACKS_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/onsite/Onsite/onsite-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, speak);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, curveballs);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, rate);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, volume);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, try_voice);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, microphone);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, speaker);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, monitors);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, cleaning);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, clean);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, day);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, library_group);
  gtk_widget_class_bind_template_child (widget_class, OnsitePreferencesWindow, packs_page);
  gtk_widget_class_bind_template_callback (widget_class, try_voice_cb);
}

static void
onsite_preferences_window_init (OnsitePreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onsite_wrap_rows (GTK_WIDGET (self));
}

static void
cleaning_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsitePreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The window may have been closed meanwhile. */
  if (onsite_cleaning_find_finish (result, &error) || self->context == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->clean), FALSE);
  adw_action_row_set_subtitle (self->cleaning,
                               error != NULL
                                   ? error->message
                                   : C_ ("preferences",
                                         "This needs GStreamer’s “bad” plugins, which are not "
                                         "installed. Recordings stay as the microphone hears you"));
}

static void
add_actions (OnsitePreferencesWindow *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GAction) format = g_settings_create_action (
      onsite_context_get_settings (self->context),
      "recording-format");

  g_action_map_add_action (G_ACTION_MAP (actions), format);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "settings", G_ACTION_GROUP (actions));
}

static void
bind_settings (OnsitePreferencesWindow *self)
{
  GSettings *settings = onsite_context_get_settings (self->context);
  OnsiteSoundChoice *sound = onsite_context_get_sound (self->context);

  g_settings_bind (settings, "speak-questions", self->speak, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "curveballs", self->curveballs, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings,
                   "voice-rate",
                   gtk_range_get_adjustment (GTK_RANGE (self->rate)),
                   "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings,
                   "voice-volume",
                   gtk_range_get_adjustment (GTK_RANGE (self->volume)),
                   "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "monitors", self->monitors, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "clean-sound", self->clean, "active", G_SETTINGS_BIND_DEFAULT);
  add_actions (self);
  onsite_device_row_connect (self->microphone, sound, "microphone");
  onsite_device_row_connect (self->speaker, sound, "speaker");
  onsite_day_button_set_settings (self->day, settings);
}

/* What it says of the library and its packs is over then. */
static void
context_state_cb (OnsitePreferencesWindow *self)
{
  if (onsite_context_get_state (self->context) == ONSITE_CONTEXT_OPENING)
    gtk_window_close (GTK_WINDOW (self));
}

GtkWidget *
onsite_preferences_window_new (GtkWindow *parent, OnsiteContext *context)
{
  OnsitePreferencesWindow *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);

  self = g_object_new (ONSITE_TYPE_PREFERENCES_WINDOW,
                       "transient-for",
                       parent,
                       "modal",
                       TRUE,
                       NULL);
  self->context = g_object_ref (context);
  bind_settings (self);
  onsite_packs_page_connect (self->packs_page, onsite_context_get_packs (context));
  onsite_library_group_set_context (self->library_group, context);
  onsite_cleaning_find_async (NULL, cleaning_found_cb, g_object_ref (self));
  g_signal_connect_object (context,
                           "notify::state",
                           G_CALLBACK (context_state_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
