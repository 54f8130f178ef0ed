/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-pages.h"
#include "onsite-progress.h"
#include "onsite-rescue.h"
#include "onsite-shape.h"

G_BEGIN_DECLS

/**
 * onsite_salvage_run:
 * @self: where to say what could be read
 * @pages: the pages of a damaged library
 * @connection: a new library of the same version, with a transaction open and
 *   foreign keys not held
 * @shapes: (element-type OnsiteShape): its tables
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Copies each row that can be read, page by page, whatever became of the pages
 * that should lead to it. What indexes tell of rows is kept in the temporary
 * table "hint" (tbl, row, col, value).
 *
 * Returns: whether all that can be read was written
 */
gboolean onsite_salvage_run (OnsiteSalvage *self,
                             OnsitePages *pages,
                             OnsiteConnection *connection,
                             GPtrArray *shapes,
                             OnsiteProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
