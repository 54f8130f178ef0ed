/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-sound-check-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "audio/onsite-sound-test.h"
#include "audio/onsite-voice.h"

struct _OnsiteSoundCheckRow
{
  AdwActionRow parent_instance;

  OnsiteSoundChoice *choice;
  GtkWidget *listen;
  GtkWidget *check;
  OnsiteVoice *voice;
  GCancellable *checking; /* (nullable): ends a check that runs */
  GCancellable *playing;  /* (nullable): ends what is played */
  OnsiteSoundTest *test;  /* (nullable): of the last check */
};

G_DEFINE_FINAL_TYPE (OnsiteSoundCheckRow, onsite_sound_check_row, ADW_TYPE_ACTION_ROW)

static const char *
word_verdict (OnsiteSoundVerdict verdict)
{
  switch (verdict)
    {
    case ONSITE_SOUND_MISSING:
      return C_ ("check", "No sound comes from the microphone. Is it switched on?");

    case ONSITE_SOUND_MUTED:
      return C_ ("check", "The microphone is muted.");

    case ONSITE_SOUND_NO_VOICE:
      return C_ ("check", "We hear the room, but no voice. Speak, or move closer.");

    case ONSITE_SOUND_CLIPS:
      return C_ ("check", "Too loud for the microphone. Turn it down, or move away.");

    case ONSITE_SOUND_QUIET:
      return C_ ("check", "You are hard to hear. Move closer, or turn the microphone up.");

    case ONSITE_SOUND_NOISY:
      return C_ ("check", "It is noisy around you. Move closer, or find a quieter place.");

    case ONSITE_SOUND_GOOD:
    case ONSITE_SOUND_ELSEWHERE:
    default:
      return C_ ("check", "You are heard well.");
    }
}

/* With a sign of the same width as a figure, and in one piece with its unit. */
static char *
word_db (double db)
{
  g_autofree char *figure = g_strdup_printf ("%s%ld", db <= -0.5 ? "−" : "", labs (lround (db)));

  /* Translators: a level, such as "−24". Leave the space that doesn't break. */
  return g_strdup_printf (C_ ("check", "%s\u00a0dB"), figure);
}

static char *
word_figures (const OnsiteSoundFigures *figures)
{
  g_autofree char *level = word_db (figures->level_db);
  g_autofree char *floor = word_db (figures->floor_db);
  g_autofree char *ratio = word_db (onsite_sound_figures_get_ratio_db (figures));

  if (figures->clipped > 0)
    /* Translators: levels, and a share: "−12 dB", "−50 dB", "38 dB", "0.2". */
    return g_strdup_printf (C_ ("check", "Voice %s, room %s, %s between them, %.1f%% clipped"),
                            level,
                            floor,
                            ratio,
                            100 * figures->clipped);

  /* Translators: levels: "−24 dB", "−60 dB", "36 dB". */
  return g_strdup_printf (C_ ("check", "Voice %s, room %s, %s between them"), level, floor, ratio);
}

static char *
word_test (const OnsiteSoundTest *test, const char *elsewhere)
{
  g_autofree char *figures = word_figures (&test->figures);

  switch (test->verdict)
    {
    case ONSITE_SOUND_ELSEWHERE:
      /* Translators: the name of a microphone. */
      return g_strdup_printf (C_ ("check", "%s hears you, and this microphone does not."),
                              elsewhere);

    case ONSITE_SOUND_MISSING:
    case ONSITE_SOUND_MUTED:
      return g_strdup (word_verdict (test->verdict));

    default:
      return g_strdup_printf ("%s\n%s", word_verdict (test->verdict), figures);
    }
}

static void
say (OnsiteSoundCheckRow *self, const char *words)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
}

static void
update (OnsiteSoundCheckRow *self)
{
  gtk_widget_set_sensitive (self->check, self->checking == NULL);
  gtk_widget_set_visible (self->listen,
                          self->checking == NULL && self->test != NULL &&
                              g_bytes_get_size (self->test->samples) > 0);
  gtk_button_set_label (GTK_BUTTON (self->listen),
                        self->playing != NULL ? C_ ("button", "_Stop") : C_ ("button", "_Listen"));
}

static void
hush (OnsiteSoundCheckRow *self)
{
  g_cancellable_cancel (self->playing);
  g_clear_object (&self->playing);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSoundCheckRow) self = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteSoundTest *test = onsite_sound_test_run_finish (result, &error);
  g_autofree char *elsewhere = NULL;
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->checking);
  self->test = test;
  if (test != NULL && test->elsewhere != NULL)
    elsewhere = onsite_sound_choice_name_microphone (self->choice, test->elsewhere);
  if (test != NULL && onsite_sound_figures_have_voice (&test->figures))
    onsite_sound_choice_set_floor_db (self->choice, MIN (test->figures.floor_db, 0));
  words = test != NULL ? word_test (test, elsewhere) : g_strdup (error->message);
  say (self, words);
  update (self);
}

static void
check_cb (OnsiteSoundCheckRow *self)
{
  g_auto (GStrv) others = onsite_sound_choice_list_others (self->choice);
  g_autofree char *used = onsite_sound_choice_dup_used_id (self->choice);

  hush (self);
  g_clear_pointer (&self->test, onsite_sound_test_free);
  self->checking = g_cancellable_new ();
  say (self, C_ ("check", "Speak now, as you would in an answer…"));
  update (self);
  onsite_sound_test_run_async (used,
                               (const char *const *) others,
                               onsite_sound_choice_get_clean (self->choice),
                               self->checking,
                               checked_cb,
                               g_object_ref (self));
}

static void
played_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSoundCheckRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!onsite_voice_speak_finish (ONSITE_VOICE (source), result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      say (self, error->message);
    }

  g_clear_object (&self->playing);
  update (self);
}

static void
listen_cb (OnsiteSoundCheckRow *self)
{
  if (self->playing != NULL)
    {
      hush (self);
      update (self);
      return;
    }

  if (self->voice == NULL)
    self->voice = onsite_voice_new (onsite_sound_choice_make_sink,
                                    g_object_ref (self->choice),
                                    onsite_sound_choice_let_go);
  self->playing = g_cancellable_new ();
  update (self);
  onsite_voice_play_async (self->voice,
                           self->test->samples,
                           ONSITE_AUDIO_RATE,
                           self->playing,
                           played_cb,
                           g_object_ref (self));
}

static void
rest (OnsiteSoundCheckRow *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  hush (self);
  g_clear_pointer (&self->test, onsite_sound_test_free);
  say (self, C_ ("check", "Speak for three seconds, and hear how you sound"));
  update (self);
}

static void
onsite_sound_check_row_unmap (GtkWidget *widget)
{
  rest (ONSITE_SOUND_CHECK_ROW (widget));

  GTK_WIDGET_CLASS (onsite_sound_check_row_parent_class)->unmap (widget);
}

static void
onsite_sound_check_row_dispose (GObject *object)
{
  OnsiteSoundCheckRow *self = ONSITE_SOUND_CHECK_ROW (object);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  hush (self);
  g_clear_pointer (&self->test, onsite_sound_test_free);
  g_clear_object (&self->voice);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (onsite_sound_check_row_parent_class)->dispose (object);
}

static void
onsite_sound_check_row_class_init (OnsiteSoundCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_sound_check_row_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = onsite_sound_check_row_unmap;
}

static GtkWidget *
add_button (OnsiteSoundCheckRow *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);

  return button;
}

static void
onsite_sound_check_row_init (OnsiteSoundCheckRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), C_ ("check", "Check"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  self->listen = add_button (self, C_ ("button", "_Listen"), G_CALLBACK (listen_cb));
  self->check = add_button (self, C_ ("button", "_Record"), G_CALLBACK (check_cb));
  rest (self);
}

void
onsite_sound_check_row_connect (OnsiteSoundCheckRow *self, OnsiteSoundChoice *choice)
{
  g_return_if_fail (ONSITE_IS_SOUND_CHECK_ROW (self));
  g_return_if_fail (self->choice == NULL);

  self->choice = g_object_ref (choice);
}
