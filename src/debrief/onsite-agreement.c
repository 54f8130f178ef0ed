/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-agreement.h"

/* A take that a coach says something of, where it lies. */
typedef struct
{
  const OnsiteAnswerSummary *answer;
  const OnsiteTake *take;
  const OnsiteReviewTake *said;
} Heard;

static void
dimension_agreement_free (OnsiteDimensionAgreement *self)
{
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static void
agreement_free (OnsiteAgreement *self)
{
  g_ptr_array_unref (self->dimensions);
  g_ptr_array_unref (self->tour);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}

static GArray *
list_heard (const OnsiteDebrief *debrief, const OnsiteReview *review)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Heard));

  for (guint i = 0; i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (debrief->answers, i);

      for (guint j = 0; j < answer->answer->takes->len; j++)
        {
          const OnsiteTake *take = g_ptr_array_index (answer->answer->takes, j);
          const Heard heard = { answer, take, onsite_review_find_take (review, take->id) };

          if (heard.said)
            g_array_append_val (all, heard);
        }
    }

  return all;
}

/* Whether both rated it. */
static gboolean
get_scores (const Heard *heard, const char *dimension, OnsiteScorePair *scores)
{
  scores->self = onsite_take_get_score (heard->take, dimension);
  scores->coach = onsite_review_take_get_score (heard->said, dimension);

  return scores->self > 0 && scores->coach > 0;
}

static OnsiteDimensionAgreement *
dimension_agreement_new (const OnsiteDimension *dimension, GArray *heard, GArray *all_pairs)
{
  OnsiteDimensionAgreement *self = g_new0 (OnsiteDimensionAgreement, 1);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (OnsiteScorePair));

  self->dimension = dimension->id;
  self->name = dimension->name;
  self->answers = g_ptr_array_new ();
  for (guint i = 0; i < heard->len; i++)
    {
      const Heard *it = &g_array_index (heard, Heard, i);
      OnsiteScorePair scores;

      if (!get_scores (it, dimension->id, &scores))
        continue;
      g_array_append_val (pairs, scores);
      g_ptr_array_add (self->answers, (gpointer) it->answer);
    }
  self->kappa = onsite_kappa_compute (pairs);
  g_array_append_vals (all_pairs, pairs->data, pairs->len);

  return self;
}

static void
compare_dimensions (OnsiteAgreement *self, OnsitePack *pack, GArray *heard)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);
  g_autoptr (GArray) all_pairs = g_array_new (FALSE, FALSE, sizeof (OnsiteScorePair));

  for (guint i = 0; i < dimensions->len; i++)
    g_ptr_array_add (self->dimensions,
                     dimension_agreement_new (dimensions->pdata[i], heard, all_pairs));
  self->all = onsite_kappa_compute (all_pairs);
}

static gboolean
is_said_of (const OnsiteReviewTake *said, guint turn, const char *clip)
{
  for (guint i = 0; i < said->comments->len; i++)
    if (g_str_equal (((OnsiteReviewComment *) said->comments->pdata[i])->clip, clip))
      return TRUE;
  for (guint i = 0; i < said->evidence->len; i++)
    {
      const OnsiteEvidence *evidence = g_ptr_array_index (said->evidence, i);

      if (evidence->turn == turn && evidence->from_ms >= 0)
        return TRUE;
    }

  return FALSE;
}

/* FALSE if nothing of it was recorded. */
static gboolean
find_turn (const Heard *heard, guint *turn)
{
  gboolean is_recorded = FALSE;

  for (guint i = 0; i < heard->take->turns->len; i++)
    {
      const OnsiteTurn *it = g_ptr_array_index (heard->take->turns, i);

      if (!it->clip || it->clip->n_samples == 0)
        continue;
      if (!is_recorded)
        *turn = i;
      is_recorded = TRUE;
      if (is_said_of (heard->said, i, it->clip->id))
        {
          *turn = i;
          break;
        }
    }

  return is_recorded;
}

static void
add_stop (OnsiteAgreement *self, OnsitePack *pack, const Heard *heard)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);
  OnsiteTourStop stop = { .answer = heard->answer, .take = heard->take, .said = heard->said };
  int furthest = 0, sum = 0, n = 0;

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimension *dimension = g_ptr_array_index (dimensions, i);
      OnsiteScorePair scores;
      int difference;

      if (!get_scores (heard, dimension->id, &scores))
        continue;
      difference = (int) scores.self - (int) scores.coach;
      sum += difference * difference;
      n++;
      if (ABS (difference) <= furthest)
        continue;
      furthest = ABS (difference);
      stop.dimension = dimension->id;
      stop.name = dimension->name;
      stop.scores = scores;
    }
  if (sum == 0 || !find_turn (heard, &stop.turn))
    return;

  stop.distance = (double) sum / n;
  g_ptr_array_add (self->tour, g_memdup2 (&stop, sizeof stop));
}

/* Stable, so that of equals the earlier comes. */
static int
compare_stops (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OnsiteTourStop *one = *(OnsiteTourStop *const *) a;
  const OnsiteTourStop *other = *(OnsiteTourStop *const *) b;

  return (one->distance < other->distance) - (one->distance > other->distance);
}

static void
plan_tour (OnsiteAgreement *self, OnsitePack *pack, GArray *heard)
{
  for (guint i = 0; i < heard->len; i++)
    add_stop (self, pack, &g_array_index (heard, Heard, i));
  if (self->tour->len > 0)
    g_qsort_with_data (self->tour->pdata,
                       (int) self->tour->len,
                       sizeof (gpointer),
                       compare_stops,
                       NULL);
}

static gboolean
is_asked (GArray *heard, const OnsiteCoverageRow *row)
{
  for (guint i = 0; i < heard->len; i++)
    if (g_ptr_array_find (row->asked_by, g_array_index (heard, Heard, i).answer, NULL))
      return TRUE;

  return FALSE;
}

static void
find_gaps (OnsiteAgreement *self, GPtrArray *rows, GArray *heard)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OnsiteCoverageRow *row = g_ptr_array_index (rows, i);

      if (is_asked (heard, row) &&
          !onsite_review_has_evidence (self->review, row->kind, row->target))
        g_ptr_array_add (self->gaps, row);
    }
}

static OnsiteAgreement *
agreement_new (const OnsiteDebrief *debrief, const OnsiteReview *review)
{
  OnsiteAgreement *self = g_new0 (OnsiteAgreement, 1);
  g_autoptr (GArray) heard = list_heard (debrief, review);

  self->review = review;
  self->dimensions = g_ptr_array_new_with_free_func ((GDestroyNotify) dimension_agreement_free);
  self->tour = g_ptr_array_new_with_free_func (g_free);
  self->gaps = g_ptr_array_new ();
  compare_dimensions (self, debrief->pack, heard);
  plan_tour (self, debrief->pack, heard);
  for (guint i = 0; i < heard->len; i++)
    self->n_evidence += g_array_index (heard, Heard, i).said->evidence->len;
  if (self->n_evidence > 0)
    {
      find_gaps (self, debrief->principles, heard);
      find_gaps (self, debrief->checklist, heard);
    }

  return self;
}

GPtrArray *
onsite_agreements_new (const OnsiteDebrief *debrief)
{
  GPtrArray *agreements = g_ptr_array_new_with_free_func ((GDestroyNotify) agreement_free);

  for (guint i = 0; i < debrief->loop->reviews->len; i++)
    g_ptr_array_add (agreements, agreement_new (debrief, debrief->loop->reviews->pdata[i]));

  return agreements;
}
