/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The power is cut in the middle of an answer that is given in real time. */
#include <gst/gst.h>

#include "fakes/power-vfs.h"
#include "fakes/stall.h"
#include "stage.h"
#include "survivor.h"

#define ANSWER_MS 3000
/* A machine that stands still may spoil one. */
#define MOST_ANSWERS    3
#define MOST_MISSING_MS 300
/* How many moments are tried without ONSITE_TEST_FULL, spread over all of them. */
#define N_SAMPLED 40

typedef struct
{
  PowerLog *log;
  char *folder; /* where what lasted is put */
  char *loop;
  gint64 began_us;
  gint64 stall_ms;
} Answer;

static void
give_answer (Answer *answer)
{
  g_autoptr (Stall) stall = stall_new (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;
  Stage stage;

  power_vfs_start ();
  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  answer->loop = g_strdup (stage.loop);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  answer->began_us = g_get_monotonic_time ();
  power_vfs_mark (1);
  stage_hum (&stage, ANSWER_MS);
  power_vfs_mark (2);
  answer->stall_ms = stall_get_longest_ms (stall, answer->began_us);
  stage_clear (&stage);

  answer->log = power_vfs_stop ();
  answer->folder = g_dir_make_tmp ("onsite-power-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
forget_answer (Answer *answer)
{
  stage_remove_folder (answer->folder);
  power_log_free (answer->log);
  g_free (answer->folder);
  g_free (answer->loop);
}

/* Returns how much of the answer is missing; before and after it nothing. */
static gint64
cut_after (Answer *answer, guint n_steps, PowerCut cut)
{
  gint64 time_us, said_ms, kept_ms;

  if (power_log_cut (answer->log, n_steps, cut, answer->folder, &time_us) != 1)
    return 0;

  said_ms = (time_us - answer->began_us) / 1000;
  kept_ms = survivor_check (answer->folder, answer->loop);

  return MIN (said_ms, said_ms + SURVIVOR_PREROLL_MS - kept_ms);
}

/* Returns the most that is missing. */
static gint64
cut_at_moments (Answer *answer)
{
  const guint n_steps = power_log_get_n_steps (answer->log);
  const gboolean is_full = g_getenv ("ONSITE_TEST_FULL") != NULL;
  const guint n_tried = is_full ? n_steps : MIN (n_steps, N_SAMPLED);
  gint64 worst_ms = 0;

  for (guint i = 1; i <= n_tried; i++)
    for (int cut = 0; cut < POWER_N_CUTS; cut++)
      {
        const gint64 missing_ms = cut_after (answer, i * n_steps / n_tried, (PowerCut) cut);

        worst_ms = MAX (worst_ms, missing_ms);
      }

  g_test_message ("%u of %u moments: at most %d ms, on a machine that stood still for %d ms",
                  n_tried,
                  n_steps,
                  (int) worst_ms,
                  (int) answer->stall_ms);
  g_assert_cmpint (worst_ms, >, 0);

  return worst_ms;
}

static void
test_a_power_cut_costs_no_more_than_a_moment_of_the_answer (void)
{
  gint64 too_much_ms = G_MAXINT64;

  for (guint i = 0; i < MOST_ANSWERS && too_much_ms > 0; i++)
    {
      Answer answer = { NULL };

      give_answer (&answer);
      too_much_ms = cut_at_moments (&answer) - MOST_MISSING_MS - answer.stall_ms;
      forget_answer (&answer);
    }
  g_assert_cmpint (too_much_ms, <=, 0);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  power_vfs_install ();

  g_test_add_func ("/rehearsal/power/a-power-cut-costs-no-more-than-a-moment-of-the-answer",
                   test_a_power_cut_costs_no_more_than_a_moment_of_the_answer);

  return g_test_run ();
}
