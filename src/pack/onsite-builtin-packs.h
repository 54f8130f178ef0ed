/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * onsite_builtin_packs_get_folder:
 *
 * Returns: (transfer full): where the packs are that come with the program:
 *   beside its sources when it was built for development and they are there,
 *   else where it is installed
 */
GFile *onsite_builtin_packs_get_folder (void);

/**
 * onsite_builtin_packs_get_default:
 *
 * Returns: (transfer full): the pack that is asked from where none is chosen;
 *   it need not be there
 */
GFile *onsite_builtin_packs_get_default (void);

/**
 * onsite_builtin_packs_get_default_id:
 *
 * Returns: (transfer none): its id
 */
const char *onsite_builtin_packs_get_default_id (void);

G_END_DECLS
