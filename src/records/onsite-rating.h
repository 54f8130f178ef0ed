/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteRating:
 * @dimension: the id of a dimension in the pack
 * @score: 1 to 5
 *
 * How the candidate rates a take on one dimension.
 */
typedef struct
{
  char *dimension;
  guint score;
} OnsiteRating;

/**
 * onsite_rating_new:
 * @dimension: the id of a dimension in the pack
 * @score: 1 to 5
 *
 * Makes a rating.
 *
 * Returns: (transfer full): a rating
 */
OnsiteRating *onsite_rating_new (const char *dimension, guint score);

/**
 * onsite_rating_copy:
 * @self: a rating
 *
 * Copies a rating.
 *
 * Returns: (transfer full): the copy
 */
OnsiteRating *onsite_rating_copy (const OnsiteRating *self);

/**
 * onsite_rating_find_score:
 * @ratings: (element-type OnsiteRating): ratings
 * @dimension: the id of a dimension
 *
 * Returns: 1 to 5; 0 if the dimension is not among @ratings
 */
guint onsite_rating_find_score (GPtrArray *ratings, const char *dimension);

/**
 * onsite_rating_free:
 * @self: (transfer full): a rating
 *
 * Frees a rating.
 */
void onsite_rating_free (OnsiteRating *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRating, onsite_rating_free)

G_END_DECLS
