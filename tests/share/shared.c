/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

void
shared_foreach_clip (const OnsiteLoop *loop, SharedClipFunc func, gpointer user_data)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);

          for (guint k = 0; k < answer->takes->len; k++)
            {
              const OnsiteTake *take = g_ptr_array_index (answer->takes, k);

              for (guint l = 0; l < take->turns->len; l++)
                {
                  const OnsiteTurn *turn = g_ptr_array_index (take->turns, l);

                  if (turn->clip)
                    func (answer, take, turn, user_data);
                }
            }
        }
    }
}

static gint64
get_random_ms (const OnsiteClip *clip)
{
  return g_test_rand_int_range (0, (gint32) (clip->n_samples / 48) + 1);
}

static void
add_random_marks (const OnsiteClip *clip)
{
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      OnsiteMark *mark = onsite_mark_new ();

      mark->from_ms = get_random_ms (clip);
      if (g_test_rand_bit ())
        mark->to_ms = mark->from_ms + g_test_rand_int_range (0, 400);
      g_free (mark->note);
      /* By which it is found again. */
      mark->note = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                    clip->id,
                                    mark->from_ms,
                                    mark->to_ms);
      g_ptr_array_add (clip->marks, mark);
    }
}

static void
fill_random (const OnsiteAnswer *answer,
             const OnsiteTake *take,
             const OnsiteTurn *turn,
             gpointer user_data)
{
  OnsiteClip *clip = turn->clip;
  gint64 n_frames = clip->n_samples / 960;
  gint64 middle = g_test_rand_int_range (0, (gint32) n_frames + 1) * 960;

  g_ptr_array_add (clip->segments, onsite_segment_new (0, middle, 5000));
  g_ptr_array_add (
      clip->segments,
      onsite_segment_new (middle, clip->n_samples - middle, g_test_rand_int_range (0, 3000000)));
  add_random_marks (clip);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    {
      OnsiteEvidence *evidence = onsite_evidence_new (ONSITE_TARGET_PRINCIPLE,
                                                      "ownership",
                                                      (OnsiteSource) g_test_rand_int_range (0, 4));

      g_ptr_array_find (take->turns, turn, &evidence->turn);
      evidence->from_ms = get_random_ms (clip);
      evidence->to_ms = evidence->from_ms + g_test_rand_int_range (0, 400);
      g_ptr_array_add (take->evidence, evidence);
    }
}

void
shared_fill_random (OnsiteLoop *loop)
{
  shared_foreach_clip (loop, fill_random, NULL);
}

guint8
shared_make_peak (gint64 step)
{
  return (guint8) (step * 7 % 251 + 1);
}

static void
make_peaks (const OnsiteAnswer *answer,
            const OnsiteTake *take,
            const OnsiteTurn *turn,
            gpointer user_data)
{
  gsize n_steps = (gsize) (turn->clip->n_samples + 959) / 960;
  guint8 *peaks = g_malloc (n_steps + 1);

  for (gsize i = 0; i < n_steps; i++)
    peaks[i] = shared_make_peak ((gint64) i);
  g_hash_table_insert (user_data, turn->clip->id, g_bytes_new_take (peaks, n_steps));
}

GHashTable *
shared_make_peaks (const OnsiteLoop *loop)
{
  GHashTable *peaks = g_hash_table_new_full (g_str_hash,
                                             g_str_equal,
                                             NULL,
                                             (GDestroyNotify) g_bytes_unref);

  shared_foreach_clip (loop, make_peaks, peaks);

  return peaks;
}

static void
select_random (const OnsiteAnswer *answer,
               const OnsiteTake *take,
               const OnsiteTurn *turn,
               gpointer user_data)
{
  OnsiteSelection *selection = user_data;
  gint64 end_ms = (turn->clip->n_samples + 47) / 48;
  OnsiteSelectedAnswer *selected = onsite_selection_add_answer (selection, answer->id);

  onsite_selected_answer_add_take (selected, take->id);
  for (int i = g_test_rand_int_range (0, 4); i > 0 && end_ms > 0; i--)
    {
      OnsiteSpan span = { .kind = (OnsiteSpanKind) g_test_rand_int_range (0, 2) };

      span.from_ms = g_test_rand_int_range (0, (gint32) end_ms);
      span.to_ms = span.from_ms + g_test_rand_int_range (1, 3000);
      span.to_ms = MIN (end_ms, span.to_ms);
      onsite_selection_add_span (selection, turn->clip->id, &span);
    }
}

OnsiteSelection *
shared_select_random (const OnsiteLoop *loop)
{
  OnsiteSelection *selection = onsite_selection_new ();

  shared_foreach_clip (loop, select_random, selection);
  selection->includes = (OnsiteIncludes) g_test_rand_int_range (0, 64);
  selection->blind = g_test_rand_bit ();

  return selection;
}
