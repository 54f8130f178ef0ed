/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_paths_dup_library:
 *
 * Returns: (transfer full): where the library is that a person has who chose
 *   none: library.onsite in a folder of the user's data. Nothing is created
 */
char *onsite_paths_dup_library (void);

G_END_DECLS
