/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-progress.h"

G_BEGIN_DECLS

/**
 * onsite_library_files_remove:
 * @path: the path of a library that nobody has open
 *
 * Removes a library's file, with its log. What isn't there is no fault.
 */
void onsite_library_files_remove (const char *path);

G_END_DECLS
