/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-loop.h"

G_BEGIN_DECLS

/**
 * OnsiteMatrixColumns:
 *
 * Where the columns of a matrix are: one for each answer of a loop, with room
 * between rounds. In pixels from the side where reading begins.
 */
typedef struct _OnsiteMatrixColumns OnsiteMatrixColumns;

/**
 * onsite_matrix_columns_new:
 * @loop: whose answers
 * @pitch: from one column to the next, at least
 * @space: between two rounds
 *
 * Returns: (transfer full): columns of the least width
 */
OnsiteMatrixColumns *onsite_matrix_columns_new (const OnsiteLoop *loop, int pitch, int space);

/**
 * onsite_matrix_columns_free:
 * @self: (transfer full): columns
 */
void onsite_matrix_columns_free (OnsiteMatrixColumns *self);

/**
 * onsite_matrix_columns_stretch:
 * @self: columns
 * @width: what there is room for
 * @most_pitch: from one column to the next, at most
 *
 * Spreads the columns over the width, as far as they can be followed by eye.
 */
void onsite_matrix_columns_stretch (OnsiteMatrixColumns *self, int width, int most_pitch);

/**
 * onsite_matrix_columns_get_n:
 * @self: columns
 *
 * Returns: how many there are: one for each answer
 */
guint onsite_matrix_columns_get_n (const OnsiteMatrixColumns *self);

/**
 * onsite_matrix_columns_get_n_rounds:
 * @self: columns
 *
 * Returns: how many rounds there are, those without answers included
 */
guint onsite_matrix_columns_get_n_rounds (const OnsiteMatrixColumns *self);

/**
 * onsite_matrix_columns_get_pitch:
 * @self: columns
 *
 * Returns: how far it is from one column to the next, in pixels
 */
int onsite_matrix_columns_get_pitch (const OnsiteMatrixColumns *self);

/**
 * onsite_matrix_columns_get_least_pitch:
 * @self: columns
 *
 * Returns: how far it is before it's stretched
 */
int onsite_matrix_columns_get_least_pitch (const OnsiteMatrixColumns *self);

/**
 * onsite_matrix_columns_get_least_width:
 * @self: columns
 *
 * Returns: how wide they are in all before they're stretched, in pixels
 */
int onsite_matrix_columns_get_least_width (const OnsiteMatrixColumns *self);

/**
 * onsite_matrix_columns_get_x:
 * @self: columns
 * @column: the index of a column
 *
 * Returns: where it begins, in pixels
 */
int onsite_matrix_columns_get_x (const OnsiteMatrixColumns *self, guint column);

/**
 * onsite_matrix_columns_get_round:
 * @self: columns
 * @round: the index of a round
 * @from: (out): where its first column begins, in pixels
 * @to: (out): where its last one ends
 *
 * Returns: whether it has answers; if not, @from and @to are not set
 */
gboolean
onsite_matrix_columns_get_round (const OnsiteMatrixColumns *self, guint round, int *from, int *to);

/**
 * onsite_matrix_columns_find:
 * @self: columns
 * @x: a place, in pixels
 *
 * Returns: the index of the column there; -1 where there is none
 */
int onsite_matrix_columns_find (const OnsiteMatrixColumns *self, int x);

/**
 * onsite_matrix_columns_name:
 * @self: columns
 * @column: the index of a column
 * @from: where what is in sight begins, in pixels
 * @to: where it ends
 *
 * Names a column by the number of its answer. Dots tell that the columns go on out of
 * sight: in place of the number where a column is cut, or beside it where no more of the
 * next is seen than half.
 *
 * Returns: (transfer full): its name; empty if no more of it is seen than half
 */
char *onsite_matrix_columns_name (const OnsiteMatrixColumns *self, guint column, int from, int to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteMatrixColumns, onsite_matrix_columns_free)

G_END_DECLS
