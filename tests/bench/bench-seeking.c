/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a seek takes in a clip of 45 minutes: from the call to the first
 * sample that is ready to be heard, at places all over the clip. */
#include <gst/app/gstappsink.h>

#include "audio/onsite-player.h"
#include "onsite-clip-library.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

#define CLIP_MINUTES 45
#define N_SEEKS      25
#define AIM_MS       10

typedef struct
{
  gint n_prerolls; /* atomic */
  gint64 arrived_us;
} Ear;

static GstFlowReturn
on_new_preroll (GstAppSink *sink, gpointer user_data)
{
  Ear *ear = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_preroll (sink);

  ear->arrived_us = g_get_monotonic_time ();
  g_atomic_int_inc (&ear->n_prerolls);
  return GST_FLOW_OK;
}

static GstElement *
make_ear (gpointer user_data)
{
  GstAppSinkCallbacks callbacks = { .new_preroll = on_new_preroll };
  GstElement *sink = gst_element_factory_make ("appsink", NULL);

  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, user_data, NULL);
  return sink;
}

static double
measure (OnsitePlayer *player, Ear *ear, gint64 position_ms)
{
  int n_prerolls = g_atomic_int_get (&ear->n_prerolls);
  gint64 started_us = g_get_monotonic_time ();

  onsite_player_seek (player, position_ms);
  onsite_wait_for (g_atomic_int_get (&ear->n_prerolls) > n_prerolls);
  return (double) (ear->arrived_us - started_us) / 1000;
}

int
main (void)
{
  g_autoptr (OnsiteClipLibrary) clips = NULL;
  g_autoptr (GArray) minute = NULL;
  g_autofree char *clip = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);
  OnsitePlayer *player;
  Ear ear = { 0 };

  g_assert_true (onsite_audio_init (NULL));
  clips = onsite_clip_library_new ();
  minute = onsite_signal_make_babble (60 * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 45);
  clip = onsite_clip_library_add_repeated (clips,
                                           (const gint16 *) (gpointer) minute->data,
                                           minute->len,
                                           CLIP_MINUTES);
  player = onsite_player_new (make_ear, &ear, NULL);
  onsite_player_load_async (player, clips->library, clip, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_player_load_finish (player, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (onsite_player_get_duration_ms (player), ==, CLIP_MINUTES * 60 * 1000);

  g_print ("{\"name\": \"accurate seek in a 45-minute clip\", \"unit\": \"ms\", \"aim\": %d, "
           "\"value\": [",
           AIM_MS);
  for (guint i = 0; i < N_SEEKS; i++)
    g_print ("%s%.2f",
             i > 0 ? ", " : "",
             measure (player, &ear, g_rand_int_range (rand, 0, CLIP_MINUTES * 60 * 1000)));
  g_print ("]}\n");
  g_clear_object (&result);
  onsite_wait_finalize (player);
  return 0;
}
