/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-player.h"

#include <dlfcn.h>
#include <gst/app/gstappsink.h>

#include "onsite-clip-library.h"
#include "onsite-fake-pulse.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

#define MS (ONSITE_AUDIO_RATE / 1000)

/* How long a worker waits for its core when a seek is done. */
static guint late_ms;

/* What a loudspeaker would have given: samples since the last flush. */
typedef struct
{
  GMutex lock;
  GArray *samples;
  guint n_flushes;
  int n_sinks;
  gint is_deaf_to_ends; /* atomic */
} Ear;

typedef struct
{
  OnsiteClipLibrary *clips;
  OnsitePlayer *player;
  GArray *sound;
  Ear ear;
  guint n_ended;
  GError *failure;
} Fixture;

/* In place of GStreamer's. */
gboolean
gst_element_send_event (GstElement *element, GstEvent *event)
{
  gboolean (*send) (GstElement * element, GstEvent * event);
  gboolean sent;

  *(void **) &send = dlsym (RTLD_NEXT, "gst_element_send_event");
  sent = send (element, event);
  if (late_ms > 0 && GST_IS_PIPELINE (element))
    g_usleep (late_ms * 1000);

  return sent;
}

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer user_data)
{
  Ear *ear = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&ear->lock);
  GstMapInfo map;

  gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ);
  g_array_append_vals (ear->samples, map.data, (guint) (map.size / sizeof (gint16)));
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
  return GST_FLOW_OK;
}

static GstPadProbeReturn
on_event (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  Ear *ear = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&ear->lock);

  if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (info)) == GST_EVENT_EOS &&
      g_atomic_int_get (&ear->is_deaf_to_ends))
    return GST_PAD_PROBE_DROP;
  if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (info)) != GST_EVENT_FLUSH_STOP)
    return GST_PAD_PROBE_OK;
  g_array_set_size (ear->samples, 0);
  ear->n_flushes++;
  return GST_PAD_PROBE_OK;
}

static guint
count_flushes (Ear *ear)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&ear->lock);

  return ear->n_flushes;
}

static void
on_sink_gone (gpointer user_data)
{
  Ear *ear = user_data;

  g_atomic_int_dec_and_test (&ear->n_sinks);
}

/* An appsink that takes as long as a loudspeaker, and keeps what it gets. */
static GstElement *
make_ear (gpointer user_data)
{
  Ear *ear = user_data;
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample };
  GstElement *sink = gst_element_factory_make ("appsink", NULL);
  g_autoptr (GstCaps) caps = onsite_audio_make_raw_caps ();
  g_autoptr (GstPad) pad = gst_element_get_static_pad (sink, "sink");

  g_object_set (sink, "sync", TRUE, "caps", caps, NULL);
  g_atomic_int_inc (&ear->n_sinks);
  g_object_set_data_full (G_OBJECT (sink), "ear", ear, on_sink_gone);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, ear, NULL);
  gst_pad_add_probe (pad,
                     GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM | GST_PAD_PROBE_TYPE_EVENT_FLUSH,
                     on_event,
                     ear,
                     NULL);
  return sink;
}

static void
on_ended (OnsitePlayer *player, Fixture *fixture)
{
  fixture->n_ended++;
}

static void
on_failed (OnsitePlayer *player, const GError *error, Fixture *fixture)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
set_up (Fixture *fixture, gconstpointer codec)
{
  fixture->clips = onsite_clip_library_new_with_codec ((OnsiteCodec) GPOINTER_TO_INT (codec));
  fixture->sound = onsite_signal_make_babble (3950 * MS, ONSITE_AUDIO_RATE, 3);
  fixture->ear.samples = g_array_new (FALSE, FALSE, sizeof (gint16));
  g_mutex_init (&fixture->ear.lock);
  fixture->player = onsite_player_new (make_ear, &fixture->ear, NULL);
  g_signal_connect (fixture->player, "ended", G_CALLBACK (on_ended), fixture);
  g_signal_connect (fixture->player, "failed", G_CALLBACK (on_failed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  onsite_wait_finalize (fixture->player);
  /* The pipelines come to their end after the player, in its worker. */
  onsite_wait_for (g_atomic_int_get (&fixture->ear.n_sinks) == 0);
  onsite_clip_library_free (fixture->clips);
  g_mutex_clear (&fixture->ear.lock);
  g_array_unref (fixture->ear.samples);
  g_array_unref (fixture->sound);
  g_clear_error (&fixture->failure);
}

static const gint16 *
sound_at (Fixture *fixture, gsize ms)
{
  return &g_array_index (fixture->sound, gint16, ms * MS);
}

static guint
count_heard (Fixture *fixture)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&fixture->ear.lock);

  return fixture->ear.samples->len;
}

static GArray *
copy_heard (Fixture *fixture)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&fixture->ear.lock);

  return g_array_copy (fixture->ear.samples);
}

static void
load (Fixture *fixture, const char *clip)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            clip,
                            NULL,
                            onsite_wait_take_result,
                            &result);
  onsite_wait_for (result != NULL);
  g_assert_true (onsite_player_load_finish (fixture->player, result, &error));
  g_assert_no_error (error);
}

static void
load_sound (Fixture *fixture)
{
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   sound_at (fixture, 0),
                                                   fixture->sound->len);

  load (fixture, clip);
}

static void
test_a_clip_is_heard_whole_from_its_first_sample (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  gssize where;

  load_sound (fixture);
  g_assert_cmpint (onsite_player_get_duration_ms (fixture->player), ==, 3950);
  g_assert_false (onsite_player_get_playing (fixture->player));
  onsite_player_play (fixture->player);
  g_assert_true (onsite_player_get_playing (fixture->player));
  onsite_wait_for (fixture->n_ended == 1);
  heard = copy_heard (fixture);

  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_cmpuint (heard->len, ==, fixture->sound->len);
  if (fixture->clips->codec == ONSITE_CODEC_FLAC)
    g_assert_cmpmem (heard->data,
                     heard->len * sizeof (gint16),
                     fixture->sound->data,
                     heard->len * sizeof (gint16));
  g_assert_cmpfloat (onsite_signal_find ((gint16 *) (gpointer) heard->data,
                                         heard->len,
                                         sound_at (fixture, 0),
                                         fixture->sound->len,
                                         &where),
                     >,
                     0.88);
}

static void
test_a_clip_that_ends_as_a_chunk_does_is_heard_whole (Fixture *fixture, gconstpointer unused)
{
  const guint n_samples = 1000 * MS - 100;
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   sound_at (fixture, 0),
                                                   n_samples);
  g_autoptr (GArray) heard = NULL;

  load (fixture, clip);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = copy_heard (fixture);

  g_assert_cmpuint (heard->len, ==, n_samples);
}

static void
test_a_seek_to_the_end_gives_what_is_left (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  guint n_flushes;

  load_sound (fixture);
  n_flushes = count_flushes (&fixture->ear);
  onsite_player_seek (fixture->player, 3948);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  g_assert_cmpuint (count_flushes (&fixture->ear), >, n_flushes);
  heard = copy_heard (fixture);

  g_assert_cmpuint (heard->len, ==, 2 * MS);
}

/* The end is told before the worker has come back from seeking it. */
static void
test_an_end_that_is_sought_while_it_plays_is_told (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100);
  late_ms = 300;
  onsite_player_seek (fixture->player, 3948);
  onsite_wait_for (fixture->n_ended == 1);
  late_ms = 0;

  g_assert_false (onsite_player_get_playing (fixture->player));
}

static void
test_a_seek_to_the_very_end_ends_it (Fixture *fixture, gconstpointer unused)
{
  guint n_flushes;

  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100);
  n_flushes = count_flushes (&fixture->ear);
  onsite_player_seek (fixture->player, 3950);

  g_assert_cmpuint (fixture->n_ended, ==, 1);
  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  onsite_player_play (fixture->player);
  onsite_wait_for (count_flushes (&fixture->ear) > n_flushes);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100 &&
                   onsite_player_get_position_ms (fixture->player) < 2000);
}

static void
test_an_end_that_the_sink_does_not_tell_is_told (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  g_atomic_int_set (&fixture->ear.is_deaf_to_ends, TRUE);
  onsite_player_seek (fixture->player, 3900);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
}

/* The end is on its way as one seeks away from it. */
static void
test_an_end_that_one_has_left_is_not_told (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  onsite_player_play (fixture->player);
  for (guint i = 0; i < 20; i++)
    {
      onsite_player_seek (fixture->player, 3948);
      g_usleep (i * 1000);
      onsite_player_seek (fixture->player, 0);
    }
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 300);

  g_assert_cmpuint (fixture->n_ended, ==, 0);
  g_assert_true (onsite_player_get_playing (fixture->player));
}

static void
test_a_seek_is_exact (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  for (guint target_ms = 0; target_ms <= 3500; target_ms += 437)
    {
      g_autoptr (GArray) heard = NULL;
      guint n_flushes = count_flushes (&fixture->ear);
      gssize where;
      double found;

      onsite_player_seek (fixture->player, target_ms);
      g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, target_ms);
      onsite_player_play (fixture->player);
      onsite_wait_for (count_flushes (&fixture->ear) > n_flushes &&
                       count_heard (fixture) > 300 * MS);
      onsite_player_pause (fixture->player);
      heard = copy_heard (fixture);
      /* What is heard first lies at the target, in what was said about it. */
      found = onsite_signal_find (sound_at (fixture, MAX (target_ms, 20) - 20),
                                  340 * MS,
                                  (gint16 *) (gpointer) heard->data,
                                  300 * MS,
                                  &where);
      g_assert_cmpfloat (found, >, 0.85);
      g_assert_cmpint (ABS (where - (gssize) (MIN (target_ms, 20) * MS)), <=, MS);
      /* Its very first 20 ms are sound already: the decoder is itself by then. */
      found = onsite_signal_find (sound_at (fixture, MAX (target_ms, 2) - 2),
                                  24 * MS,
                                  (gint16 *) (gpointer) heard->data,
                                  20 * MS,
                                  &where);
      g_assert_cmpfloat (found, >, 0.92);
      if (fixture->clips->codec == ONSITE_CODEC_FLAC)
        g_assert_cmpmem (heard->data, 600 * MS, sound_at (fixture, target_ms), 600 * MS);
    }
}

static void
test_a_faster_rate_keeps_the_pitch (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) tone = onsite_signal_make_tone (3 * ONSITE_AUDIO_RATE,
                                                     ONSITE_AUDIO_RATE,
                                                     440,
                                                     0.5);
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   (gint16 *) (gpointer) tone->data,
                                                   tone->len);
  g_autoptr (GArray) heard = NULL;
  const gint16 *samples;

  load (fixture, clip);
  g_object_set (fixture->player, "rate", 1.5, NULL);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = copy_heard (fixture);
  samples = (const gint16 *) (gpointer) heard->data;

  g_assert_cmpuint (heard->len, >, 1900 * MS);
  g_assert_cmpuint (heard->len, <, 2100 * MS);
  g_assert_cmpfloat (onsite_signal_get_share (samples + 500 * MS, 100 * MS, ONSITE_AUDIO_RATE, 440),
                     >,
                     0.9);
  g_assert_cmpfloat (onsite_signal_get_share (samples + 500 * MS, 100 * MS, ONSITE_AUDIO_RATE, 660),
                     <,
                     0.05);
}

static void
test_a_silence_can_be_skipped (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  g_autofree char *clip = NULL;
  gssize where;

  memset (&g_array_index (fixture->sound, gint16, 1000 * MS), 0, 2000 * MS * sizeof (gint16));
  clip = onsite_clip_library_add (fixture->clips, sound_at (fixture, 0), fixture->sound->len);
  load (fixture, clip);
  g_object_set (fixture->player, "skip-silence", TRUE, NULL);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = copy_heard (fixture);

  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_cmpint (onsite_player_get_duration_ms (fixture->player), ==, 3950);
  g_assert_cmpuint (heard->len, >, 2210 * MS);
  g_assert_cmpuint (heard->len, <, 2310 * MS);
  g_assert_cmpfloat (onsite_signal_find ((gint16 *) (gpointer) heard->data,
                                         heard->len,
                                         sound_at (fixture, 3000),
                                         950 * MS,
                                         &where),
                     >,
                     0.85);
}

static gboolean
is_silent (const gint16 *samples, gsize n_samples)
{
  for (gsize i = 0; i < n_samples; i++)
    if (samples[i] != 0)
      return FALSE;
  return TRUE;
}

static void
set_omission (Fixture *fixture, gint64 from_ms, gint64 to_ms, gboolean leap)
{
  const OnsiteOmission omission = { from_ms, to_ms, leap };
  g_autoptr (GArray) omissions = g_array_new (FALSE, FALSE, sizeof (OnsiteOmission));

  g_array_append_val (omissions, omission);
  onsite_player_set_omissions (fixture->player, omissions);
}

static void
assert_begins_silent (Fixture *fixture, gboolean silent)
{
  g_autoptr (GArray) heard = copy_heard (fixture);
  const gint16 *samples = (const gint16 *) (gpointer) heard->data;

  g_assert_cmpint (is_silent (samples, 10 * MS), ==, silent);
  g_assert_cmpint (is_silent (samples + 10 * MS, 480 * MS), ==, silent);
  g_assert_false (is_silent (samples + 490 * MS, 10 * MS));
}

static void
hear_some (Fixture *fixture, guint n_flushes)
{
  onsite_player_play (fixture->player);
  onsite_wait_for (count_flushes (&fixture->ear) > n_flushes && count_heard (fixture) >= 520 * MS);
  onsite_player_pause (fixture->player);
}

static void
wait_for_flush (Fixture *fixture, guint n_flushes)
{
  onsite_wait_for (count_flushes (&fixture->ear) > n_flushes);
}

/* From its first sample to its last, and none beside it, also where a loudspeaker has its
 * first sound already; and it is heard again once it isn't omitted any more. */
static void
test_what_is_omitted_is_silent (Fixture *fixture, gconstpointer unused)
{
  guint n_flushes;

  load_sound (fixture);
  n_flushes = count_flushes (&fixture->ear);
  set_omission (fixture, 0, 490, FALSE);
  hear_some (fixture, n_flushes);
  assert_begins_silent (fixture, TRUE);

  n_flushes = count_flushes (&fixture->ear);
  onsite_player_set_omissions (fixture->player, NULL);
  wait_for_flush (fixture, n_flushes);
  n_flushes = count_flushes (&fixture->ear);
  onsite_player_seek (fixture->player, 0);
  hear_some (fixture, n_flushes);
  assert_begins_silent (fixture, FALSE);

  n_flushes = count_flushes (&fixture->ear);
  set_omission (fixture, 0, 490, FALSE);
  wait_for_flush (fixture, n_flushes);
  n_flushes = count_flushes (&fixture->ear);
  load_sound (fixture);
  hear_some (fixture, n_flushes);
  assert_begins_silent (fixture, TRUE);
}

/* It is never heard, on the way there neither, and what follows is heard whole. */
static void
test_what_is_leapt_over_takes_no_time (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  guint n_flushes;

  load_sound (fixture);
  set_omission (fixture, 500, 3000, TRUE);
  onsite_player_seek (fixture->player, 300);
  onsite_wait_for (count_flushes (&fixture->ear) > 0);
  n_flushes = count_flushes (&fixture->ear);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = copy_heard (fixture);

  g_assert_cmpuint (count_flushes (&fixture->ear), >, n_flushes);
  g_assert_cmpuint (heard->len, ==, 950 * MS);
  g_assert_false (is_silent ((const gint16 *) (gpointer) heard->data, 20 * MS));
}

static void
test_what_is_leapt_over_to_the_end_ends_it (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  set_omission (fixture, 500, 4000, TRUE);
  onsite_player_seek (fixture->player, 300);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_false (onsite_player_get_playing (fixture->player));
}

static void
test_the_position_moves_while_it_plays_and_stays_when_paused (Fixture *fixture,
                                                              gconstpointer unused)
{
  gint64 paused_ms;

  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 300);
  onsite_player_pause (fixture->player);
  paused_ms = onsite_player_get_position_ms (fixture->player);
  g_assert_cmpint (paused_ms, <, 3950);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > paused_ms + 200);
}

static void
test_playing_again_after_the_end_begins_anew (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  onsite_player_seek (fixture->player, 3800);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100 &&
                   onsite_player_get_position_ms (fixture->player) < 2000);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

static void
test_a_clip_that_is_not_there_is_an_error (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            "5b3e3dc2-ebf4-4c16-8301-2730f0010f6e",
                            NULL,
                            onsite_wait_take_result,
                            &result);
  onsite_wait_for (result != NULL);
  g_assert_false (onsite_player_load_finish (fixture->player, result, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_a_load_overtakes_the_one_before (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = onsite_clip_library_add (fixture->clips,
                                                    sound_at (fixture, 0),
                                                    1000 * MS);
  g_autofree char *second = onsite_clip_library_add (fixture->clips,
                                                     sound_at (fixture, 0),
                                                     2000 * MS);
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            first,
                            NULL,
                            onsite_wait_take_result,
                            &first_result);
  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            second,
                            NULL,
                            onsite_wait_take_result,
                            &second_result);
  onsite_wait_for (first_result && second_result);
  g_assert_false (onsite_player_load_finish (fixture->player, first_result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (onsite_player_load_finish (fixture->player, second_result, NULL));
  g_assert_cmpint (onsite_player_get_duration_ms (fixture->player), ==, 2000);
}

/* In place of the ear. */
static OnsiteFakePulse *
play_through_a_server (Fixture *fixture)
{
  OnsiteFakePulse *pulse = onsite_fake_pulse_new ();

  g_signal_handlers_disconnect_by_data (fixture->player, fixture);
  onsite_wait_finalize (fixture->player);
  fixture->player = onsite_player_new (onsite_fake_pulse_make_sink, NULL, NULL);
  g_signal_connect (fixture->player, "ended", G_CALLBACK (on_ended), fixture);
  g_signal_connect (fixture->player, "failed", G_CALLBACK (on_failed), fixture);
  load_sound (fixture);

  return pulse;
}

static void
test_a_sound_server_that_dies_is_told (Fixture *fixture, gconstpointer unused)
{
  OnsiteFakePulse *pulse = play_through_a_server (fixture);

  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 200);
  onsite_fake_pulse_kill (pulse);
  onsite_wait_for (fixture->failure != NULL);
  g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
  g_assert_false (onsite_player_get_playing (fixture->player));
  onsite_fake_pulse_free (pulse);
}

#define ADD_FOR(codec, function)                      \
  g_test_add ("/audio/player/" #codec "/" #function,  \
              Fixture,                                \
              GINT_TO_POINTER (ONSITE_CODEC_##codec), \
              set_up,                                 \
              test_##function,                        \
              tear_down)

#define ADD(function) ADD_FOR (OPUS, function)

#define ADD_BOTH(function)  \
  ADD_FOR (OPUS, function); \
  ADD_FOR (FLAC, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD_BOTH (a_clip_is_heard_whole_from_its_first_sample);
  ADD_BOTH (a_clip_that_ends_as_a_chunk_does_is_heard_whole);
  ADD_BOTH (a_seek_to_the_end_gives_what_is_left);
  ADD_BOTH (an_end_that_is_sought_while_it_plays_is_told);
  ADD (a_seek_to_the_very_end_ends_it);
  ADD (an_end_that_the_sink_does_not_tell_is_told);
  ADD (an_end_that_one_has_left_is_not_told);
  ADD_BOTH (a_seek_is_exact);
  ADD (a_faster_rate_keeps_the_pitch);
  ADD_BOTH (a_silence_can_be_skipped);
  ADD_BOTH (what_is_omitted_is_silent);
  ADD (what_is_leapt_over_takes_no_time);
  ADD (what_is_leapt_over_to_the_end_ends_it);
  ADD (the_position_moves_while_it_plays_and_stays_when_paused);
  ADD (playing_again_after_the_end_begins_anew);
  ADD (a_clip_that_is_not_there_is_an_error);
  ADD (a_load_overtakes_the_one_before);
  ADD (a_sound_server_that_dies_is_told);

  return g_test_run ();
}
