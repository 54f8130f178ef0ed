/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-coach-drill.h"

static void
drill_free (OnsiteCoachDrill *self)
{
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static OnsiteCoachDrill *
drill_new (OnsiteDrill drill, const char *target, const char *name)
{
  OnsiteCoachDrill *self = g_new0 (OnsiteCoachDrill, 1);

  self->drill = drill;
  self->target = target;
  self->name = name;
  self->answers = g_ptr_array_new ();

  return self;
}

/* What coaches gave an answer, in all of its takes. */
static guint
sum_ratings (const OnsiteDebrief *debrief, const OnsiteAnswerSummary *answer, guint *n_ratings)
{
  GPtrArray *takes = answer->answer->takes;
  guint sum = 0;

  for (guint i = 0; i < debrief->loop->reviews->len; i++)
    for (guint j = 0; j < takes->len; j++)
      {
        const OnsiteTake *take = g_ptr_array_index (takes, j);
        const OnsiteReviewTake *said = onsite_review_find_take (debrief->loop->reviews->pdata[i],
                                                                take->id);

        for (guint k = 0; said && k < said->ratings->len; k++)
          {
            sum += ((const OnsiteRating *) g_ptr_array_index (said->ratings, k))->score;
            (*n_ratings)++;
          }
      }

  return sum;
}

static OnsiteCoachDrill *
rate_category (const OnsiteDebrief *debrief, const OnsiteCategory *category)
{
  OnsiteCoachDrill *self = drill_new (ONSITE_DRILL_CATEGORY, category->id, category->name);
  guint sum = 0;

  for (guint i = 0; i < debrief->answers->len; i++)
    {
      OnsiteAnswerSummary *answer = g_ptr_array_index (debrief->answers, i);
      guint n_before = self->n_ratings;

      if (!answer->question || !g_str_equal (answer->question->category, category->id))
        continue;
      sum += sum_ratings (debrief, answer, &self->n_ratings);
      if (self->n_ratings > n_before)
        g_ptr_array_add (self->answers, answer);
    }
  if (self->n_ratings > 0)
    self->mean = (double) sum / self->n_ratings;

  return self;
}

static int
compare_means (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OnsiteCoachDrill *one = *(OnsiteCoachDrill *const *) a;
  const OnsiteCoachDrill *other = *(OnsiteCoachDrill *const *) b;

  return (one->mean > other->mean) - (one->mean < other->mean);
}

static void
add_low_ones (GPtrArray *drills, const OnsiteDebrief *debrief)
{
  GPtrArray *categories = onsite_pack_get_categories (debrief->pack);

  for (guint i = 0; i < categories->len; i++)
    {
      OnsiteCoachDrill *drill = rate_category (debrief, g_ptr_array_index (categories, i));

      if (drill->n_ratings > 0 && drill->mean < ONSITE_COACH_DRILL_MIDDLE)
        g_ptr_array_add (drills, drill);
      else
        drill_free (drill);
    }
  /* It keeps the order of equals. */
  if (drills->len > 1)
    g_qsort_with_data (drills->pdata, (int) drills->len, sizeof (gpointer), compare_means, NULL);
}

/* Whether a coach missed it, and none found it. */
static gboolean
is_gap (GPtrArray *agreements, OnsiteCoverageRow *row)
{
  gboolean is_missed = FALSE;

  for (guint i = 0; i < agreements->len; i++)
    {
      const OnsiteAgreement *agreement = g_ptr_array_index (agreements, i);

      if (onsite_review_has_evidence (agreement->review, row->kind, row->target))
        return FALSE;
      is_missed |= g_ptr_array_find (agreement->gaps, row, NULL);
    }

  return is_missed;
}

static void
add_gaps (GPtrArray *drills, GPtrArray *rows, GPtrArray *agreements, OnsiteDrill kind)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OnsiteCoverageRow *row = g_ptr_array_index (rows, i);
      OnsiteCoachDrill *drill;

      if (!is_gap (agreements, row))
        continue;
      drill = drill_new (kind, row->target, row->name);
      g_ptr_array_extend (drill->answers, row->asked_by, NULL, NULL);
      g_ptr_array_add (drills, drill);
    }
}

GPtrArray *
onsite_coach_drills_new (const OnsiteDebrief *debrief, GPtrArray *agreements)
{
  GPtrArray *drills = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_free);

  add_low_ones (drills, debrief);
  add_gaps (drills, debrief->principles, agreements, ONSITE_DRILL_PRINCIPLE);
  add_gaps (drills, debrief->checklist, agreements, ONSITE_DRILL_CHECKLIST);
  if (drills->len > ONSITE_COACH_DRILLS_MOST)
    g_ptr_array_set_size (drills, ONSITE_COACH_DRILLS_MOST);

  return drills;
}
