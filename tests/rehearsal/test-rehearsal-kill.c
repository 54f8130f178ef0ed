/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>
#include <signal.h>
#include <stdio.h>

#include "audio/onsite-packets.h"
#include "onsite-wait.h"
#include "stage.h"

/* Of what was said, at most. */
#define MOST_MISSING_MS 300
#define N_KILLS         3

static const char *program;

/* In the process that is killed. */

static gboolean
is_heard (Stage *stage)
{
  double level;

  g_object_get (stage->rehearsal, "level", &level, NULL);
  return level > -60;
}

G_NORETURN static void
answer_until_killed (void)
{
  Stage stage;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  printf ("%s %s %" G_GINT64_FORMAT "\n", stage.folder, stage.loop, g_get_monotonic_time ());
  fflush (stdout);
  stage_wait (&stage, is_heard, "the level to move");

  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* In the test. */

typedef struct
{
  char *folder;
  char *loop;
  gint64 said_ms;
} Victim;

static void
kill_after_ms (Victim *victim, gint64 ms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                      &error,
                                                      program,
                                                      "--answer",
                                                      NULL);
  g_autoptr (GDataInputStream) told = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;
  gint64 began_us;

  g_assert_no_error (error);
  told = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  /* GLib's own words come first. */
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (told, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  while (*line != '/');
  words = g_strsplit (line, " ", 3);
  victim->folder = g_strdup (words[0]);
  victim->loop = g_strdup (words[1]);
  began_us = g_ascii_strtoll (words[2], NULL, 10);

  onsite_wait_for (g_get_monotonic_time () >= began_us + ms * 1000);
  victim->said_ms = (g_get_monotonic_time () - began_us) / 1000;
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_can_go_on (const OnsiteStoredLoop *stored)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_new_from_bytes (stored->pack,
                                                            stored->loop->pack_id,
                                                            &error);
  g_autoptr (OnsiteOutline) outline = NULL;
  OnsiteSession session;

  g_assert_no_error (error);
  outline = onsite_outline_new (stored->loop, pack, &error);
  g_assert_no_error (error);
  onsite_session_from_json (stored->session, outline, 0, &session, &error);
  g_assert_no_error (error);
  g_assert_true (onsite_session_is_interrupted (&session));
  g_assert_cmpint (session.paused_phase, ==, ONSITE_PHASE_ANSWERING);
}

static gint64
count_decodable (OnsiteLibrary *library, const OnsiteClip *clip)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (library, clip->id, NULL);
  g_autoptr (OnsiteChunk) chunk = NULL;
  gint64 n_packets = 0;

  while ((chunk = onsite_clip_reader_next (reader, NULL)) != NULL)
    {
      g_autoptr (GBytes) packet = NULL;
      gsize offset = 0;

      while ((packet = onsite_packets_take (chunk->packets, &offset)) != NULL)
        {
          g_clear_pointer (&packet, g_bytes_unref);
          n_packets++;
        }
      g_clear_pointer (&chunk, onsite_chunk_free);
    }

  return n_packets * ONSITE_AUDIO_FRAME_SAMPLES - clip->pre_skip_samples;
}

static void
assert_answer_is_kept (OnsiteLibrary *library, const OnsiteStoredLoop *stored, gint64 said_ms)
{
  const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, 0);
  const OnsiteTake *take = onsite_answer_get_current_take (g_ptr_array_index (round->answers, 0));
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, 0);
  gint64 missing_ms;

  g_assert_nonnull (turn->clip);
  g_assert_cmpint (turn->clip->state, ==, ONSITE_CLIP_RECOVERED);
  g_assert_cmpint (turn->clip->n_samples, ==, count_decodable (library, turn->clip));
  missing_ms = said_ms - turn->clip->n_samples / 48;
  g_test_message ("missing: %d ms", (int) missing_ms);
  g_assert_cmpint (missing_ms, <=, MOST_MISSING_MS);
}

static void
test_a_kill_costs_no_more_than_a_moment_of_the_answer (void)
{
  for (guint i = 0; i < N_KILLS; i++)
    {
      Victim victim;
      g_autoptr (GError) error = NULL;
      g_autoptr (OnsiteStoredLoop) stored = NULL;
      g_autofree char *path = NULL;
      OnsiteLibrary *library;

      kill_after_ms (&victim, 1500 + 37 * i);
      path = g_build_filename (victim.folder, "library.onsite", NULL);
      library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      stored = onsite_library_load_loop (library, victim.loop, &error);
      g_assert_no_error (error);
      assert_answer_is_kept (library, stored, victim.said_ms);
      assert_can_go_on (stored);

      g_assert_true (onsite_library_close (library, NULL));
      onsite_wait_finalize (library);
      stage_remove_folder (victim.folder);
      g_free (victim.folder);
      g_free (victim.loop);
    }
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);

  if (argc == 2 && g_str_equal (argv[1], "--answer"))
    {
      g_test_init (&(int){ 1 }, &argv, NULL);
      answer_until_killed ();
    }

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rehearsal/kill/a-kill-costs-no-more-than-a-moment-of-the-answer",
                   test_a_kill_costs_no_more_than_a_moment_of_the_answer);

  return g_test_run ();
}
