/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Programs that are killed at random moments of an answer. */
#include <gst/gst.h>
#include <signal.h>
#include <stdio.h>

#include "fakes/stall.h"
#include "onsite-wait.h"
#include "stage.h"
#include "survivor.h"

#define N_KILLS          50
#define N_FULL_KILLS     200
#define N_LOSSLESS_KILLS 10
/* How many answer beside each other. */
#define N_VICTIMS 5

#define LATEST_KILL_MS 1500
/* Law 1: what was captured is committed within that. A row waits until its 100 ms are full
 * (ONSITE_AUDIO_CHUNK_FRAMES); a decoder gives the last 6.5 ms of a packet only with the
 * next one (the pre-skip of 312 samples in OpusHead); a commit takes 1.5 ms (the 95th of a
 * hundred), and 23 at worst, as bench-library measures it. The rest, 20 ms, is for encoding
 * and for a disk that serves others too. */
#define MOST_UNCOMMITTED_MS 150
/* What the source holds: it hands over what it captured in blocks, this one of 10 ms
 * (samplesperbuffer in stage.c), of which one is being filled while another is on its way. */
#define MOST_BUFFERED_MS 20
#define MOST_MISSING_MS  (MOST_UNCOMMITTED_MS + MOST_BUFFERED_MS)
/* What a machine keeps any program waiting for, as Stall measures it beside those that are
 * killed, each of three threads waits that one after the other has a part in: the source's,
 * the encoder's and the library's. */
#define N_TURNS 3
/* Between two measurements such a wait may go unseen: Linux lets each of those who want the
 * processor work for 3 ms at a time (base_slice_ns of its scheduler), and more than three do. */
#define SHORTEST_STALL_MS 10
/* What a machine that stands still costs is measured beside the program and not in it, so
 * that one series may be spoilt. A program that commits too late loses too much in each. */
#define MOST_SERIES 3

/* Before that it is not said where it answers, since others would wait for the
 * processor as long as it makes itself ready. */
#define READY "ready"

#define ANSWER          "--answer"
#define ANSWER_LOSSLESS "--answer-lossless"

static const char *program;
/* What victims are told to do. */
static const char *deed = ANSWER;

/* In the process that is killed. */

G_NORETURN static void
answer_until_killed (gboolean lossless)
{
  Stage stage;

  stage_codec = lossless ? ONSITE_CODEC_FLAC : ONSITE_CODEC_OPUS;
  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  printf ("%s\n", READY);
  fflush (stdout);
  g_assert_cmpint (getchar (), ==, '\n');
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  printf ("%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
          stage.folder,
          stage.loop,
          g_get_monotonic_time (),
          stage_get_heard_ms (&stage));
  fflush (stdout);

  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* In the test. */

typedef struct
{
  GSubprocess *process;
  GDataInputStream *told;
  char *folder;
  char *loop;
  gint64 began_us;
  gint64 before_ms; /* what is kept of what was heard before */
  gint64 kill_us;
} Victim;

static void
start (Victim *victim)
{
  g_autoptr (GError) error = NULL;

  victim->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                          G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                      &error,
                                      program,
                                      deed,
                                      NULL);
  g_assert_no_error (error);
  victim->told = g_data_input_stream_new (g_subprocess_get_stdout_pipe (victim->process));
}

/* GLib's own words come before it. */
static char *
wait_for_line (Victim *victim, const char *prefix)
{
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = g_data_input_stream_read_line (victim->told, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      if (g_str_has_prefix (line, prefix))
        return g_steal_pointer (&line);
    }
}

static void
wait_until_ready (Victim *victim)
{
  g_autofree char *line = wait_for_line (victim, READY);

  g_assert_cmpstr (line, ==, READY);
}

static void
let_answer (Victim *victim)
{
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (victim->process),
                                            "\n",
                                            1,
                                            NULL,
                                            NULL,
                                            NULL));
  line = wait_for_line (victim, "/");
  words = g_strsplit (line, " ", 4);
  victim->folder = g_strdup (words[0]);
  victim->loop = g_strdup (words[1]);
  victim->began_us = g_ascii_strtoll (words[2], NULL, 10);
  victim->before_ms = MIN (SURVIVOR_PREROLL_MS, g_ascii_strtoll (words[3], NULL, 10));
  victim->kill_us = victim->began_us + 1000 * g_test_rand_int_range (0, LATEST_KILL_MS);
}

static int
compare_kills (gconstpointer a, gconstpointer b)
{
  const Victim *one = a;
  const Victim *other = b;

  return one->kill_us < other->kill_us ? -1 : one->kill_us > other->kill_us;
}

static void
kill_in_time (Victim *victim)
{
  g_autoptr (GError) error = NULL;

  if (victim->kill_us > g_get_monotonic_time ())
    g_usleep ((gulong) (victim->kill_us - g_get_monotonic_time ()));
  victim->kill_us = g_get_monotonic_time ();
  g_subprocess_send_signal (victim->process, SIGKILL);
  g_subprocess_wait (victim->process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (victim->process));
}

/* Returns how much of what was said is missing beyond what the machine stood still. */
static gint64
check (Victim *victim, Stall *stall)
{
  const gint64 stall_ms = stall_get_longest_ms (stall, victim->began_us);
  const gint64 said_ms = (victim->kill_us - victim->began_us) / 1000;
  const gint64 kept_ms = survivor_check (victim->folder, victim->loop);
  /* What was heard before it began can't be missed until it has. */
  const gint64 missing_ms = MIN (said_ms, said_ms + victim->before_ms - kept_ms);

  g_test_message ("killed after %d ms: missing %d ms, on a machine that stood still for %d ms",
                  (int) said_ms,
                  (int) missing_ms,
                  (int) stall_ms);
  stage_remove_folder (victim->folder);
  g_free (victim->folder);
  g_free (victim->loop);
  g_object_unref (victim->told);
  g_object_unref (victim->process);

  return MAX (0, missing_ms - N_TURNS * MAX (stall_ms, SHORTEST_STALL_MS));
}

static gint64
kill_some (Stall *stall)
{
  Victim victims[N_VICTIMS] = { { NULL } };
  gint64 worst_ms = 0;

  for (guint i = 0; i < N_VICTIMS; i++)
    start (&victims[i]);
  for (guint i = 0; i < N_VICTIMS; i++)
    wait_until_ready (&victims[i]);
  for (guint i = 0; i < N_VICTIMS; i++)
    let_answer (&victims[i]);
  qsort (victims, N_VICTIMS, sizeof *victims, compare_kills);
  for (guint i = 0; i < N_VICTIMS; i++)
    kill_in_time (&victims[i]);
  for (guint i = 0; i < N_VICTIMS; i++)
    {
      const gint64 missing_ms = check (&victims[i], stall);

      worst_ms = MAX (worst_ms, missing_ms);
    }

  return worst_ms;
}

static gint64
kill_many (guint n_kills)
{
  g_autoptr (Stall) stall = stall_new (g_get_tmp_dir ());
  gint64 worst_ms = 0;

  for (guint i = 0; i < n_kills / N_VICTIMS; i++)
    {
      const gint64 missing_ms = kill_some (stall);

      worst_ms = MAX (worst_ms, missing_ms);
    }
  g_test_message ("the worst of %u: %d ms", n_kills, (int) worst_ms);

  return worst_ms;
}

static void
assert_cost (guint n_kills)
{
  gint64 worst_ms = G_MAXINT64;

  for (guint i = 0; i < MOST_SERIES && worst_ms > MOST_MISSING_MS; i++)
    worst_ms = kill_many (n_kills);
  g_assert_cmpint (worst_ms, <=, MOST_MISSING_MS);
}

static void
test_a_kill_costs_no_more_than_a_moment_of_the_answer (void)
{
  assert_cost (g_getenv ("ONSITE_TEST_FULL") != NULL ? N_FULL_KILLS : N_KILLS);
}

static void
test_a_kill_costs_no_more_of_what_is_kept_lossless (void)
{
  deed = ANSWER_LOSSLESS;
  assert_cost (N_LOSSLESS_KILLS);
  deed = ANSWER;
}

/* For tests/bench/run. */
static int
measure (void)
{
  g_print (
      "{\"name\": \"worst loss of %d kills, but for stalls of the machine\", \"unit\": \"ms\", \"value\": %d, \"aim\": %d}\n",
      N_KILLS,
      (int) kill_many (N_KILLS),
      MOST_MISSING_MS);

  return 0;
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);

  if (argc == 2 && g_str_has_prefix (argv[1], ANSWER))
    {
      const gboolean lossless = g_str_equal (argv[1], ANSWER_LOSSLESS);

      g_test_init (&(int){ 1 }, &argv, NULL);
      answer_until_killed (lossless);
    }

  program = argv[0];
  if (argc == 2 && g_str_equal (argv[1], "--measure"))
    {
      g_test_init (&(int){ 1 }, &argv, NULL);
      return measure ();
    }

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rehearsal/kill/a-kill-costs-no-more-than-a-moment-of-the-answer",
                   test_a_kill_costs_no_more_than_a_moment_of_the_answer);
  g_test_add_func ("/rehearsal/kill/a-kill-costs-no-more-of-what-is-kept-lossless",
                   test_a_kill_costs_no_more_of_what_is_kept_lossless);

  return g_test_run ();
}
