/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ratings.h"

static void
dimension_summary_free (OnsiteDimensionSummary *self)
{
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static OnsiteDimensionSummary *
dimension_summary_new (const OnsiteDimension *dimension, GPtrArray *answers)
{
  OnsiteDimensionSummary *self = g_new0 (OnsiteDimensionSummary, 1);
  guint sum = 0;

  self->dimension = dimension->id;
  self->name = dimension->name;
  self->answers = g_ptr_array_new ();

  for (guint i = 0; i < answers->len; i++)
    {
      OnsiteAnswerSummary *answer = g_ptr_array_index (answers, i);
      const OnsiteTake *take = onsite_answer_get_current_take (answer->answer);
      guint score = take ? onsite_take_get_score (take, dimension->id) : 0;

      if (score == 0)
        continue;
      g_ptr_array_add (self->answers, answer);
      sum += score;
    }

  self->n = self->answers->len;
  if (self->n > 0)
    self->mean = (double) sum / self->n;

  return self;
}

GPtrArray *
onsite_ratings_new (OnsitePack *pack, GPtrArray *answers)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);
  GPtrArray *ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) dimension_summary_free);

  for (guint i = 0; i < dimensions->len; i++)
    g_ptr_array_add (ratings, dimension_summary_new (g_ptr_array_index (dimensions, i), answers));

  return ratings;
}
