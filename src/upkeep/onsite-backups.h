/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/onsite-progress.h"

G_BEGIN_DECLS

/*
 * The backups of a library: whole copies, one a day on which something changed,
 * in a folder beside it. They are libraries themselves, and can be opened.
 */

/**
 * ONSITE_BACKUPS_KEPT:
 *
 * Of how many days there are backups.
 */
#define ONSITE_BACKUPS_KEPT 3

/**
 * OnsiteBackup:
 * @path: where it is
 * @made_at_us: when it was made, or a moment after the library was last written if it
 *   was found to hold the same then
 *
 * A backup.
 */
typedef struct
{
  char *path;
  gint64 made_at_us;
} OnsiteBackup;

/**
 * onsite_backup_free:
 * @self: (transfer full): a backup
 *
 * Frees what is known of a backup; its file stays.
 */
void onsite_backup_free (OnsiteBackup *self);

/**
 * onsite_backups_dup_folder:
 * @library: a library's path
 *
 * Returns: (transfer full): the folder of its backups
 */
char *onsite_backups_dup_folder (const char *library);

/**
 * onsite_backups_list:
 * @library: a library's path
 *
 * Looks which backups there are. Blocks for a moment.
 *
 * Returns: (transfer full) (element-type OnsiteBackup): these, the newest first
 */
GPtrArray *onsite_backups_list (const char *library);

/**
 * onsite_backups_list_beside:
 * @library: a library's path
 *
 * Looks what lies beside a library that was a whole one once: what it was before it
 * was brought up to date, and what onsite_backups_go_back() put aside, with their
 * logs. Blocks for a moment.
 *
 * Returns: (transfer full) (element-type filename): their paths
 */
GPtrArray *onsite_backups_list_beside (const char *library);

/**
 * onsite_backups_measure_library:
 * @library: a library's path
 *
 * Returns: how many bytes it takes, with its log. Blocks for a moment
 */
guint64 onsite_backups_measure_library (const char *library);

/**
 * onsite_backups_measure:
 * @library: a library's path
 *
 * Returns: how many bytes its backups take. Blocks for a moment
 */
guint64 onsite_backups_measure (const char *library);

/**
 * onsite_backups_is_due:
 * @library: a library's path
 * @now: today
 *
 * Returns: whether there is none of today, and the library holds something else than
 *   the newest. Blocks for a moment, or for as long as it takes to read both if the
 *   library was touched since
 */
gboolean onsite_backups_is_due (const char *library, GDateTime *now);

/**
 * onsite_backups_make:
 * @library: a library's path; others may use it meanwhile
 * @now: today
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Makes the backup of today, in the place of one that there may be, and lets
 * go of the oldest beyond %ONSITE_BACKUPS_KEPT. One of a damaged library is not
 * made, and none goes for it. Blocks for a while.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *onsite_backups_make (const char *library,
                           GDateTime *now,
                           OnsiteProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);

/**
 * onsite_backups_purge:
 * @library: a library's path
 * @loop: a loop's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Deletes a loop for good from all backups, also from those that were made
 * before the library was brought up to date, and from what was put aside by
 * onsite_backups_go_back(). Goes on after a failure. Blocks.
 *
 * Returns: whether it is gone from all; if not, @error names the first that
 *   still has it
 */
gboolean onsite_backups_purge (const char *library, const char *loop, GError **error);

/**
 * onsite_backups_go_back:
 * @library: the path of a library that nobody has open, which may be damaged
 * @backup: a whole library that takes its place, such as a backup
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Puts a copy of @backup in the place of a library, which stays beside it under
 * another name. Blocks for a while.
 *
 * Returns: (transfer full) (nullable): where what was there is now
 */
char *onsite_backups_go_back (const char *library, const char *backup, GError **error);

G_END_DECLS
