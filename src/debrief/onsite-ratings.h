/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-answer-summary.h"

G_BEGIN_DECLS

/**
 * OnsiteDimensionSummary:
 * @dimension: the id of a dimension
 * @name: what it is called
 * @mean: from 1 to 5, of the answers that are rated on it; 0 if none is
 * @n: how many are
 * @answers: (element-type OnsiteAnswerSummary): the answers behind @mean
 *
 * How a loop was rated on one dimension.
 */
typedef struct
{
  const char *dimension;
  const char *name;
  double mean;
  guint n;
  GPtrArray *answers;
} OnsiteDimensionSummary;

/**
 * onsite_ratings_new:
 * @pack: whose dimensions
 * @answers: (element-type OnsiteAnswerSummary): of one loop; has to outlive what is returned
 *
 * Returns: (transfer full) (element-type OnsiteDimensionSummary): a summary for
 *   each dimension, in the pack's order
 */
GPtrArray *onsite_ratings_new (OnsitePack *pack, GPtrArray *answers);

G_END_DECLS
