/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-rating.h"

OnsiteRating *
onsite_rating_new (const char *dimension, guint score)
{
  OnsiteRating *self;

  g_return_val_if_fail (dimension != NULL, NULL);
  g_return_val_if_fail (score >= 1 && score <= 5, NULL);

  self = g_new0 (OnsiteRating, 1);
  self->dimension = g_strdup (dimension);
  self->score = score;

  return self;
}

OnsiteRating *
onsite_rating_copy (const OnsiteRating *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return onsite_rating_new (self->dimension, self->score);
}

guint
onsite_rating_find_score (GPtrArray *ratings, const char *dimension)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (ratings, i);

      if (g_str_equal (rating->dimension, dimension))
        return rating->score;
    }

  return 0;
}

void
onsite_rating_free (OnsiteRating *self)
{
  g_free (self->dimension);
  g_free (self);
}
