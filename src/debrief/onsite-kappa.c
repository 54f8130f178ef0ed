/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-kappa.h"

OnsiteKappa
onsite_kappa_compute (GArray *pairs)
{
  OnsiteKappa kappa = { .state = ONSITE_KAPPA_TOO_FEW, .n = pairs->len };
  gint64 n = pairs->len;
  gint64 self = 0, coach = 0, self_squares = 0, coach_squares = 0, apart = 0;
  gint64 by_chance;

  for (guint i = 0; i < pairs->len; i++)
    {
      const OnsiteScorePair *pair = &g_array_index (pairs, OnsiteScorePair, i);
      gint64 difference = (gint64) pair->self - pair->coach;

      self += pair->self;
      coach += pair->coach;
      self_squares += (gint64) pair->self * pair->self;
      coach_squares += (gint64) pair->coach * pair->coach;
      apart += difference * difference;
    }
  if (n > 0)
    kappa.bias = (double) (self - coach) / (double) n;
  if (n < 2)
    return kappa;

  /* n² times a variance is 0 where all are the same. */
  kappa.state = ONSITE_KAPPA_NO_SPREAD;
  if (n * self_squares == self * self || n * coach_squares == coach * coach)
    return kappa;

  /* The squares of the distances of each of the one's to each of the other's. */
  by_chance = n * self_squares + n * coach_squares - 2 * self * coach;
  kappa.state = ONSITE_KAPPA_DEFINED;
  kappa.value = 1.0 - (double) (n * apart) / (double) by_chance;

  return kappa;
}
