/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:fault-vfs
 *
 * A disk that fails on demand: it stands between SQLite and the file system,
 * counts what changes a file (writes, truncations and syncs), and lets one of
 * them fail, or all writes as on a full disk. For all libraries of the
 * process, from any thread.
 */

/* Becomes the disk of all that is opened from now on. */
void fault_vfs_install (void);

/* The disk is sound again, and counting begins at 0. */
void fault_vfs_reset (void);

/* How many operations there were since the reset. */
guint fault_vfs_get_n_operations (void);

/* The operation after @n_operations more fails, once. */
void fault_vfs_fail_after (guint n_operations);

/* Whether it has failed. */
gboolean fault_vfs_has_failed (void);

/* Whether no write succeeds. */
void fault_vfs_set_full (gboolean full);

G_END_DECLS
