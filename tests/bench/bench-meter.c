/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the level meter costs while it's told the level of a voice 20 times a
 * second, in a window of libadwaita that is shown, beside what the encoder costs
 * for the same second of the same voice. Both are the program's own, and both
 * are the CPU time of this process; what the display's server does with the few
 * rectangles that it is sent comes on top. */
#define _POSIX_C_SOURCE 200809L

#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "app/onsite-level-meter.h"
#include "audio/onsite-audio.h"
#include "audio/onsite-encode.h"
#include "figure.h"
#include "onsite-signal.h"

#define N_RUNS          5
#define RUN_SECONDS     4
#define LEVELS_A_SECOND 20
#define SAMPLES_A_LEVEL (ONSITE_AUDIO_RATE / LEVELS_A_SECOND)

typedef struct
{
  GtkWidget *meter;
  GArray *voice;
  guint next; /* the next level's place in the voice */
  GMainLoop *loop;
} Bench;

static double
get_cpu_ms (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);

  return (double) used.tv_sec * 1000 + (double) used.tv_nsec / 1e6;
}

static double
get_level (Bench *bench, guint place)
{
  const gint16 *samples = (const gint16 *) (gpointer) bench->voice->data;
  double rms = onsite_signal_get_rms (samples + (gsize) place * SAMPLES_A_LEVEL, SAMPLES_A_LEVEL);

  return rms > 0 ? MAX (20 * log10 (rms / G_MAXINT16), -100) : -100;
}

static gboolean
level_cb (gpointer user_data)
{
  Bench *bench = user_data;

  g_object_set (bench->meter, "level", get_level (bench, bench->next), NULL);
  if (++bench->next < RUN_SECONDS * LEVELS_A_SECOND)
    return G_SOURCE_CONTINUE;

  g_main_loop_quit (bench->loop);

  return G_SOURCE_REMOVE;
}

/* In ms of CPU a second. */
static double
measure_meter (Bench *bench)
{
  double used_ms = get_cpu_ms ();

  bench->next = 0;
  g_timeout_add (1000 / LEVELS_A_SECOND, level_cb, bench);
  g_main_loop_run (bench->loop);

  return (get_cpu_ms () - used_ms) / RUN_SECONDS;
}

static void
ignore_begin (const char *clip, guint pre_skip_samples, GBytes *codec_head, gpointer unused)
{
}

static void
ignore_segment (const char *clip, guint index, gint64 start_samples, gint64 gap_us, gpointer unused)
{
}

static void
ignore_chunk (const char *clip,
              guint segment,
              gint64 start_samples,
              gint64 n_samples,
              GBytes *packets,
              GBytes *peaks,
              gpointer unused)
{
}

static void
ignore_end (const char *clip, gint64 n_samples, const OnsiteReceipt *receipt, gpointer unused)
{
}

static double
measure_encoder (Bench *bench)
{
  const OnsiteRecorderSink nowhere = { ignore_begin, ignore_segment, ignore_chunk, ignore_end };
  g_autoptr (GError) error = NULL;
  double used_ms = get_cpu_ms ();

  onsite_audio_encode_clip ((const gint16 *) (gpointer) bench->voice->data,
                            bench->voice->len,
                            ONSITE_AUDIO_RATE,
                            ONSITE_CODEC_OPUS,
                            "clip",
                            &nowhere,
                            NULL,
                            &error);
  g_assert_no_error (error);

  return (get_cpu_ms () - used_ms) / RUN_SECONDS;
}

static void
measure (Bench *bench, GtkWidget *window)
{
  g_autoptr (Figure) figure = figure_new ("CPU of the level meter at 20 Hz", "ms a second");

  figure->aim_ratio = 1;
  figure->renderer = G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window)));
  measure_meter (bench);
  measure_encoder (bench);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double meter = measure_meter (bench);
      double encoder = measure_encoder (bench);

      g_array_append_val (figure->value, meter);
      g_array_append_val (figure->baseline, encoder);
    }
  figure_print (figure);
}

int
main (int argc, char **argv)
{
  Bench bench = { NULL };
  GtkWidget *window;

  adw_init ();
  g_assert_true (onsite_audio_init (NULL));
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.voice = onsite_signal_make_babble (RUN_SECONDS * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 20);
  bench.meter = g_object_new (ONSITE_TYPE_LEVEL_METER,
                              "halign",
                              GTK_ALIGN_CENTER,
                              "valign",
                              GTK_ALIGN_CENTER,
                              NULL);
  window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "content", bench.meter, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 720);
  gtk_window_present (GTK_WINDOW (window));
  measure (&bench, window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (bench.voice);
  g_main_loop_unref (bench.loop);

  return 0;
}
