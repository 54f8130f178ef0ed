/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_file_check:
 * @path: a file
 * @error: return location: %ONSITE_LIBRARY_ERROR_NOT_FOUND,
 *   %ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY
 *
 * Looks at the first bytes of a file, without SQLite, which would roll back a
 * stranger's journal or write a stranger's log into it.
 *
 * Returns: whether it may be a library
 */
gboolean onsite_file_check (const char *path, GError **error);

G_END_DECLS
