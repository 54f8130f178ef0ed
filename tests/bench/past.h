/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * past_get_data_home:
 * @folder: where what was made once is kept
 * @n_loops: how many past loops its library has, each of 30 answers
 * @n_answers: how many answers its newest loop has
 *
 * A folder to be XDG_DATA_HOME, with the library of somebody who has rehearsed
 * for long: rated, claimed, and recorded as far as a page shows. It takes a
 * minute and more to make ten thousand loops, so they are made at the first
 * call and found at the next.
 */
char *past_get_data_home (const char *folder, guint n_loops, guint n_answers);

/* The path of the library in such a folder. */
char *past_get_library (const char *data_home);

G_END_DECLS
