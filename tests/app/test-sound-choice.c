/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/gst.h>

#include "app/onsite-sound-choice.h"
#include "audio/onsite-cleaning.h"
#include "onsite-fake-pulse.h"
#include "onsite-wait.h"

#define MICROPHONE "microphone"
#define SPEAKER    "speaker"

typedef struct
{
  OnsiteFakePulse *pulse;
  GSettings *settings;
  OnsiteSoundChoice *choice;
} Fixture;

static void
reset (GSettings *settings)
{
  static const char *const keys[] = { "microphone", "microphone-known", "speaker", "speaker-known",
                                      "monitors",   "clean-sound",      NULL };

  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->pulse = onsite_fake_pulse_new ();
  fixture->settings = g_settings_new ("io.github.onsite.Onsite");
  reset (fixture->settings);
  fixture->choice = onsite_sound_choice_new (fixture->settings);
  onsite_wait_for (onsite_devices_get_reached (onsite_sound_choice_get_devices (fixture->choice)));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->choice);
  g_object_unref (fixture->settings);
  onsite_fake_pulse_free (fixture->pulse);
}

static gboolean
has (Fixture *fixture, const char *key, const char *id)
{
  g_autoptr (OnsiteDevice) device = NULL;

  device = onsite_device_find (onsite_sound_choice_get_list (fixture->choice, key), id, NULL);
  return device != NULL;
}

static gboolean
is_chosen (Fixture *fixture, const char *id)
{
  g_autofree char *chosen = onsite_sound_choice_dup_id (fixture->choice, MICROPHONE);

  return g_str_equal (chosen, id);
}

static gboolean
says (Fixture *fixture, const char *key, const char *words)
{
  g_autofree char *text = onsite_sound_choice_describe (fixture->choice, key);

  return g_strcmp0 (text, words) == 0;
}

static gboolean
names_device (GstElement *element, const char *id)
{
  g_autofree char *device = NULL;

  g_object_get (element, "device", &device, NULL);
  gst_object_unref (gst_object_ref_sink (element));
  return g_strcmp0 (device, id) == 0;
}

static void
plug_in (Fixture *fixture, const char *name, const char *properties)
{
  onsite_fake_pulse_add_microphone (fixture->pulse, name, properties);
  onsite_wait_for (has (fixture, MICROPHONE, name));
}

static void
unplug (Fixture *fixture, const char *name)
{
  onsite_fake_pulse_remove_microphone (fixture->pulse, name);
  onsite_wait_for (!has (fixture, MICROPHONE, name));
}

static void
no_microphone_is_told (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (says (fixture, MICROPHONE, "No microphone is plugged in"));
  plug_in (fixture, "built-in", "device.description=Built-in");
  g_assert_true (says (fixture, MICROPHONE, NULL));
}

static void
missing_one_is_named_with_what_is_used_instead (Fixture *fixture, gconstpointer unused)
{
  plug_in (fixture, "built-in", "device.description=Built-in");
  onsite_fake_pulse_tell (fixture->pulse, "set-default-source", "built-in", NULL);
  plug_in (fixture, "headset", "device.description=Headset");
  onsite_sound_choice_set_id (fixture->choice, MICROPHONE, "headset");
  g_assert_true (says (fixture, MICROPHONE, NULL));

  unplug (fixture, "headset");
  onsite_wait_for (
      says (fixture, MICROPHONE, "Headset is not plugged in. Built-in is used instead"));
  g_assert_true (is_chosen (fixture, "headset"));

  unplug (fixture, "built-in");
  g_assert_true (says (fixture, MICROPHONE, "No microphone is plugged in"));

  plug_in (fixture, "headset", "device.description=Headset");
  g_assert_true (says (fixture, MICROPHONE, NULL));
  g_assert_true (is_chosen (fixture, "headset"));
}

static void
one_is_followed_as_it_is_called_otherwise (Fixture *fixture, gconstpointer unused)
{
  plug_in (fixture, "yeti.stereo", "device.description=Yeti device.serial=7");
  onsite_sound_choice_set_id (fixture->choice, MICROPHONE, "yeti.stereo");
  unplug (fixture, "yeti.stereo");
  g_assert_true (is_chosen (fixture, "yeti.stereo"));

  plug_in (fixture, "webcam", "device.description=Webcam device.serial=8");
  g_assert_true (is_chosen (fixture, "yeti.stereo"));
  plug_in (fixture, "yeti.mono", "device.description=Yeti device.serial=7");
  onsite_wait_for (is_chosen (fixture, "yeti.mono"));
  g_assert_true (names_device (onsite_sound_choice_make_source (fixture->choice), "yeti.mono"));
}

static void
choice_is_remembered_by_the_next_program (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *name = NULL;

  plug_in (fixture, "yeti", "device.description=Yeti device.serial=7");
  onsite_sound_choice_set_id (fixture->choice, MICROPHONE, "yeti");
  unplug (fixture, "yeti");
  g_object_unref (fixture->choice);
  fixture->choice = onsite_sound_choice_new (fixture->settings);

  name = onsite_sound_choice_dup_name (fixture->choice, MICROPHONE);
  g_assert_cmpstr (name, ==, "Yeti");
  plug_in (fixture, "other", "device.description=Yeti device.serial=7");
  onsite_wait_for (is_chosen (fixture, "other"));
}

static void
muted_one_is_told (Fixture *fixture, gconstpointer unused)
{
  plug_in (fixture, "headset", "device.description=Headset");
  onsite_sound_choice_set_id (fixture->choice, MICROPHONE, "headset");
  onsite_fake_pulse_tell (fixture->pulse, "set-source-mute", "headset", "1");
  onsite_wait_for (says (fixture, MICROPHONE, "It is muted in the system’s sound settings"));
}

static void
missing_loudspeaker_leaves_it_to_the_system (Fixture *fixture, gconstpointer unused)
{
  onsite_fake_pulse_add_sink (fixture->pulse, "headphones");
  onsite_wait_for (has (fixture, SPEAKER, "headphones"));
  onsite_sound_choice_set_id (fixture->choice, SPEAKER, "headphones");
  g_assert_true (names_device (onsite_sound_choice_make_sink (fixture->choice), "headphones"));

  onsite_fake_pulse_remove_sink (fixture->pulse, "headphones");
  onsite_wait_for (!has (fixture, SPEAKER, "headphones"));
  g_assert_true (names_device (onsite_sound_choice_make_sink (fixture->choice), NULL));
  g_assert_false (onsite_sound_choice_is_dumb (fixture->choice));
}

static void
no_loudspeaker_is_known (Fixture *fixture, gconstpointer unused)
{
  onsite_fake_pulse_remove_sink (fixture->pulse, "speaker");
  onsite_fake_pulse_remove_sink (fixture->pulse, "mic");
  onsite_wait_for (onsite_sound_choice_is_dumb (fixture->choice));
  g_assert_true (
      says (fixture, SPEAKER, "No loudspeaker is plugged in, so questions are there to read"));
}

static void
what_loudspeakers_play_is_offered_as_asked (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (has (fixture, MICROPHONE, "speaker.monitor"));
  g_settings_set_boolean (fixture->settings, "monitors", TRUE);
  onsite_wait_for (has (fixture, MICROPHONE, "speaker.monitor"));
  onsite_sound_choice_set_id (fixture->choice, MICROPHONE, "speaker.monitor");

  g_settings_set_boolean (fixture->settings, "monitors", FALSE);
  onsite_wait_for (!has (fixture, MICROPHONE, "speaker.monitor"));
  g_assert_true (is_chosen (fixture, ""));
}

static gboolean
asks_for_cleaning (Fixture *fixture)
{
  g_autoptr (GstElement) source = gst_object_ref_sink (
      onsite_sound_choice_make_source (fixture->choice));

  return onsite_cleaning_is_asked (source);
}

static void
note_thread (gpointer thread, GObject *gone)
{
  *(GThread **) thread = g_thread_self ();
}

static gpointer
let_go_here (gpointer choice)
{
  onsite_sound_choice_let_go (choice);

  return NULL;
}

/* Its devices belong to the main thread. */
static void
it_ends_in_the_thread_that_it_is_of (Fixture *fixture, gconstpointer unused)
{
  OnsiteSoundChoice *choice = onsite_sound_choice_new (fixture->settings);
  GThread *ended_in = NULL;

  g_object_weak_ref (G_OBJECT (choice), note_thread, &ended_in);
  g_thread_join (g_thread_new ("other", let_go_here, choice));
  onsite_wait_for (ended_in != NULL);
  g_assert_true (ended_in == g_thread_self ());
}

static void
sound_is_cleaned_as_asked_and_the_room_is_to_be_checked_anew (Fixture *fixture,
                                                              gconstpointer unused)
{
  g_assert_false (asks_for_cleaning (fixture));
  onsite_sound_choice_set_floor_db (fixture->choice, -50);
  g_settings_set_boolean (fixture->settings, "clean-sound", TRUE);
  g_assert_true (asks_for_cleaning (fixture));
  g_assert_true (onsite_sound_choice_get_clean (fixture->choice));
  g_assert_cmpfloat (onsite_sound_choice_get_floor_db (fixture->choice), ==, -100);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/sound-choice/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  add ("no-microphone-is-told", no_microphone_is_told);
  add ("missing-one-is-named-with-what-is-used-instead",
       missing_one_is_named_with_what_is_used_instead);
  add ("one-is-followed-as-it-is-called-otherwise", one_is_followed_as_it_is_called_otherwise);
  add ("choice-is-remembered-by-the-next-program", choice_is_remembered_by_the_next_program);
  add ("muted-one-is-told", muted_one_is_told);
  add ("missing-loudspeaker-leaves-it-to-the-system", missing_loudspeaker_leaves_it_to_the_system);
  add ("no-loudspeaker-is-known", no_loudspeaker_is_known);
  add ("what-loudspeakers-play-is-offered-as-asked", what_loudspeakers_play_is_offered_as_asked);
  add ("sound-is-cleaned-as-asked-and-the-room-is-to-be-checked-anew",
       sound_is_cleaned_as_asked_and_the_room_is_to_be_checked_anew);

  add ("it-ends-in-the-thread-that-it-is-of", it_ends_in_the_thread_that_it_is_of);

  return g_test_run ();
}
