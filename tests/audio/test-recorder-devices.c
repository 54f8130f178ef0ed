/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-devices.h"
#include "audio/onsite-recorder.h"
#include "onsite-fake-pulse.h"
#include "onsite-memory-clips.h"
#include "onsite-wait.h"

/* Which microphone a recorder listens to, of those that come and go. Tests move
 * what "mic" plays by "headset" and "built-in", which hear it. */

#define MS (ONSITE_AUDIO_RATE / 1000)

/* A source of a server that may give another device than the one that is named. */
typedef struct
{
  GstBin parent_instance;

  char *device;
} Substitute;

typedef GstBinClass SubstituteClass;

enum
{
  PROP_DEVICE = 1,
  PROP_CURRENT_DEVICE,
};

/* Whatever is named. */
static const char *given;

GType substitute_get_type (void);
G_DEFINE_TYPE (Substitute, substitute, GST_TYPE_BIN)

static void
substitute_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  Substitute *self = (Substitute *) object;

  g_free (self->device);
  self->device = g_value_dup_string (value);
}

static void
substitute_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, id == PROP_DEVICE ? ((Substitute *) object)->device : given);
}

static void
substitute_finalize (GObject *object)
{
  g_free (((Substitute *) object)->device);
  G_OBJECT_CLASS (substitute_parent_class)->finalize (object);
}

static void
substitute_class_init (SubstituteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = substitute_set_property;
  object_class->get_property = substitute_get_property;
  object_class->finalize = substitute_finalize;
  g_object_class_install_property (
      object_class,
      PROP_DEVICE,
      g_param_spec_string ("device", NULL, NULL, NULL, G_PARAM_READWRITE));
  g_object_class_install_property (
      object_class,
      PROP_CURRENT_DEVICE,
      g_param_spec_string ("current-device", NULL, NULL, NULL, G_PARAM_READABLE));
}

static void
substitute_init (Substitute *self)
{
  GstElement *source = gst_element_factory_make ("audiotestsrc", NULL);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (source, "src");

  g_object_set (source, "is-live", TRUE, NULL);
  gst_bin_add (GST_BIN (self), source);
  gst_element_add_pad (GST_ELEMENT (self), gst_ghost_pad_new ("src", pad));
}

typedef struct
{
  OnsiteFakePulse *pulse;
  OnsiteMemoryClips *clips;
  OnsiteRecorder *recorder;
  const char *chosen;
  guint n_failures;
} Fixture;

static GstElement *
make_source (gpointer data)
{
  const char *chosen = ((Fixture *) data)->chosen;

  if (given == NULL)
    return onsite_devices_make_source (chosen);
  return g_object_new (substitute_get_type (), "device", chosen, NULL);
}

static void
on_failed (Fixture *fixture)
{
  fixture->n_failures++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->pulse = onsite_fake_pulse_new ();
  fixture->clips = onsite_memory_clips_new ();
  fixture->chosen = "headset";
  fixture->recorder = onsite_recorder_new (make_source,
                                           fixture,
                                           NULL,
                                           &onsite_memory_clips_sink,
                                           fixture->clips,
                                           NULL);
  g_signal_connect_swapped (fixture->recorder, "failed", G_CALLBACK (on_failed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  given = NULL;
  onsite_wait_finalize (fixture->recorder);
  onsite_memory_clips_free (fixture->clips);
  onsite_fake_pulse_free (fixture->pulse);
}

static void
plug_in (Fixture *fixture, const char *name)
{
  onsite_fake_pulse_add_microphone (fixture->pulse, name, "device.description=Microphone");
}

static gboolean
open_recorder (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_recorder_open_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  return onsite_recorder_open_finish (fixture->recorder, result, error);
}

static void
close_recorder (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_close_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_recorder_close_finish (fixture->recorder, result, &error);
  g_assert_no_error (error);
}

static gboolean
listens_to (Fixture *fixture, const char *device)
{
  return g_strcmp0 (onsite_recorder_get_device (fixture->recorder), device) == 0;
}

static void
begin_clip (Fixture *fixture)
{
  g_assert_true (onsite_recorder_begin_clip (fixture->recorder, "a"));
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 300);
}

static OnsiteMemoryClip *
end_clip (Fixture *fixture)
{
  close_recorder (fixture);
  return onsite_memory_clips_get (fixture->clips, "a");
}

static void
test_the_one_that_was_chosen_is_listened_to (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  plug_in (fixture, "built-in");
  plug_in (fixture, "headset");
  onsite_fake_pulse_tell (fixture->pulse, "set-default-source", "built-in", NULL);
  open_recorder (fixture, &error);
  g_assert_no_error (error);
  onsite_wait_for (listens_to (fixture, "headset"));
  close_recorder (fixture);
}

static void
test_while_it_is_missing_the_next_best_is (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  plug_in (fixture, "built-in");
  onsite_fake_pulse_tell (fixture->pulse, "set-default-source", "built-in", NULL);
  open_recorder (fixture, &error);
  g_assert_no_error (error);
  onsite_wait_for (listens_to (fixture, "built-in"));
  begin_clip (fixture);
  g_assert_cmpint (end_clip (fixture)->n_samples, >, 300 * MS);
}

static void
test_what_a_loudspeaker_plays_is_not_the_next_best (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  open_recorder (fixture, &error);
  g_assert_error (error, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
}

static void
test_what_a_loudspeaker_plays_is_listened_to_if_it_was_chosen (Fixture *fixture,
                                                               gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->chosen = "speaker.monitor";
  open_recorder (fixture, &error);
  g_assert_no_error (error);
  onsite_wait_for (listens_to (fixture, "speaker.monitor"));
  close_recorder (fixture);
}

static void
test_what_another_loudspeaker_plays_is_not_taken_for_what_was_chosen (Fixture *fixture,
                                                                      gconstpointer unused)
{
  static const char *const chosen[] = { "headset", "speaker.monitor" };

  given = "hdmi.monitor";
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->chosen = chosen[i];
      open_recorder (fixture, &error);
      g_assert_error (error, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
    }
}

static void
test_an_answer_goes_on_with_the_next_best_when_it_is_pulled_out (Fixture *fixture,
                                                                 gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 heard_ms;

  plug_in (fixture, "built-in");
  plug_in (fixture, "headset");
  onsite_fake_pulse_tell (fixture->pulse, "set-default-source", "built-in", NULL);
  open_recorder (fixture, &error);
  g_assert_no_error (error);
  onsite_wait_for (listens_to (fixture, "headset"));
  begin_clip (fixture);

  onsite_fake_pulse_remove_microphone (fixture->pulse, "headset");
  onsite_wait_for (listens_to (fixture, "built-in"));
  heard_ms = onsite_recorder_get_elapsed_ms (fixture->recorder);
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > heard_ms + 300);
  g_assert_cmpuint (fixture->n_failures, ==, 0);
  g_assert_cmpint (end_clip (fixture)->n_samples, >, (heard_ms + 300) * MS);
}

static void
test_the_last_one_that_is_pulled_out_is_told_and_comes_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  gint64 heard_ms, gone_us;

  plug_in (fixture, "headset");
  open_recorder (fixture, &error);
  g_assert_no_error (error);
  onsite_wait_for (listens_to (fixture, "headset"));
  begin_clip (fixture);

  onsite_fake_pulse_remove_microphone (fixture->pulse, "headset");
  onsite_wait_for (fixture->n_failures == 1);
  gone_us = g_get_monotonic_time ();
  open_recorder (fixture, &none);
  g_assert_error (none, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);

  heard_ms = onsite_recorder_get_elapsed_ms (fixture->recorder);
  /* Or else a quick machine has it back before anybody would call that a gap. */
  onsite_wait_for (g_get_monotonic_time () > gone_us + 2 * ONSITE_AUDIO_GAP_US);
  plug_in (fixture, "headset");
  open_recorder (fixture, &error);
  g_assert_no_error (error);
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > heard_ms + 300);
  g_assert_true (listens_to (fixture, "headset"));
  g_assert_cmpuint (end_clip (fixture)->segments->len, >=, 2);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/recorder/devices/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  add ("the-one-that-was-chosen-is-listened-to", test_the_one_that_was_chosen_is_listened_to);
  add ("while-it-is-missing-the-next-best-is", test_while_it_is_missing_the_next_best_is);
  add ("what-a-loudspeaker-plays-is-not-the-next-best",
       test_what_a_loudspeaker_plays_is_not_the_next_best);
  add ("what-a-loudspeaker-plays-is-listened-to-if-it-was-chosen",
       test_what_a_loudspeaker_plays_is_listened_to_if_it_was_chosen);
  add ("what-another-loudspeaker-plays-is-not-taken-for-what-was-chosen",
       test_what_another_loudspeaker_plays_is_not_taken_for_what_was_chosen);
  add ("an-answer-goes-on-with-the-next-best-when-it-is-pulled-out",
       test_an_answer_goes_on_with_the_next_best_when_it_is_pulled_out);
  add ("the-last-one-that-is-pulled-out-is-told-and-comes-back",
       test_the_last_one_that_is_pulled_out_is_told_and_comes_back);

  return g_test_run ();
}
