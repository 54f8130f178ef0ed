/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * onsite_builtin_packs_list:
 * @error: return location
 *
 * Looks for the packs that come with the program: beside its sources when it
 * was built for development and they are there, else where it is installed.
 * Blocks on the disk.
 *
 * Returns: (transfer full) (element-type GFile): a file for each pack, by name
 */
GPtrArray *onsite_builtin_packs_list (GError **error);

/**
 * onsite_builtin_packs_get_default:
 *
 * Returns: (transfer full): the pack that is asked from where none is chosen;
 *   it need not be there
 */
GFile *onsite_builtin_packs_get_default (void);

G_END_DECLS
