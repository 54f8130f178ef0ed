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
 */
OnsiteMatrixColumns *onsite_matrix_columns_new (const OnsiteLoop *loop, int pitch, int space);
void onsite_matrix_columns_free (OnsiteMatrixColumns *self);

/**
 * onsite_matrix_columns_stretch:
 * @width: what there is room for
 * @most_pitch: from one column to the next, at most
 *
 * Spreads the columns over the width, as far as they can be followed by eye.
 */
void onsite_matrix_columns_stretch (OnsiteMatrixColumns *self, int width, int most_pitch);

guint onsite_matrix_columns_get_n (const OnsiteMatrixColumns *self);
guint onsite_matrix_columns_get_n_rounds (const OnsiteMatrixColumns *self);
int onsite_matrix_columns_get_pitch (const OnsiteMatrixColumns *self);
/* Before it's stretched. */
int onsite_matrix_columns_get_least_pitch (const OnsiteMatrixColumns *self);
int onsite_matrix_columns_get_least_width (const OnsiteMatrixColumns *self);
/* Where a column begins. */
int onsite_matrix_columns_get_x (const OnsiteMatrixColumns *self, guint column);
/* Where a round begins and ends; FALSE if it has no answers. */
gboolean
onsite_matrix_columns_get_round (const OnsiteMatrixColumns *self, guint round, int *from, int *to);
/* The column at @x, -1 where there is none. */
int onsite_matrix_columns_find (const OnsiteMatrixColumns *self, int x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteMatrixColumns, onsite_matrix_columns_free)

G_END_DECLS
