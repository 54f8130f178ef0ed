/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-library.h"

G_BEGIN_DECLS

/**
 * onsite_change_add_export:
 * @self: a change
 * @record: what is handed on of a loop that the library has
 *
 * Keeps what is handed on, so that what comes back can be held against it. To be
 * committed before anything leaves: what came back could not be taken otherwise.
 */
void onsite_change_add_export (OnsiteChange *self, const OnsiteExportRecord *record);

/**
 * onsite_library_load_export:
 * @self: a library
 * @id: the id of an export
 * @error: return location: %ONSITE_LIBRARY_ERROR_NOT_FOUND if nothing was handed on by
 *   that id
 *
 * Reads what was handed on. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): it
 */
OnsiteExportRecord *
onsite_library_load_export (OnsiteLibrary *self, const char *id, GError **error);

/**
 * onsite_library_list_exports:
 * @self: a library
 * @loop: a loop's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads all that was handed on of a loop. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteExportRecord): the newest first
 */
GPtrArray *onsite_library_list_exports (OnsiteLibrary *self, const char *loop, GError **error);

G_END_DECLS
