/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PowerCut:
 * @POWER_CUT_SYNCED: only what was synced
 * @POWER_CUT_WRITTEN: all that was written, as after a kill
 * @POWER_CUT_TORN_512: of what was not synced some sectors, as if a disk of small
 *   sectors had begun to write it in any order
 * @POWER_CUT_TORN_4096: the same of large sectors
 *
 * What is on the disk after the power went.
 */
typedef enum
{
  POWER_CUT_SYNCED,
  POWER_CUT_WRITTEN,
  POWER_CUT_TORN_512,
  POWER_CUT_TORN_4096
} PowerCut;

#define POWER_N_CUTS 4

/**
 * PowerLog:
 *
 * What was done to the files of one folder, one step after the other, so that
 * afterwards the power can be cut after any of them. That a file is there, or is
 * gone, lasts once the folder was synced, which SQLite does with the first sync of
 * a journal that it made.
 */
typedef struct _PowerLog PowerLog;

/* What the files hold now lasts. */
PowerLog *power_log_new (const char *folder);
void power_log_free (PowerLog *self);

/* Whether @path is one whose contents last: no lock, and no index in memory. */
gboolean power_log_holds (PowerLog *self, const char *path);

/* @syncs_folder: the first sync of the file does. Returns what to call it. */
guint power_log_add_open (PowerLog *self, const char *path, gboolean syncs_folder);
void power_log_add_write (PowerLog *self, guint file, const void *data, gsize size, gint64 offset);
void power_log_add_truncation (PowerLog *self, guint file, gint64 size);
void power_log_add_sync (PowerLog *self, guint file);
void power_log_add_deletion (PowerLog *self, const char *path, gboolean syncs_folder);
/* Something that the outside knows from now on, until the next. */
void power_log_add_mark (PowerLog *self, guint64 mark);

guint power_log_get_n_steps (PowerLog *self);
guint power_log_get_n_syncs (PowerLog *self);

/**
 * power_log_cut:
 * @n_steps: how many steps were done by then; never less than the last time
 * @cut: what is left
 * @folder: where to put it; what is there is removed
 * @time_us: (out) (optional): when that was, monotonic
 *
 * Makes what is on the disk if the power goes after @n_steps.
 *
 * Returns: the last mark by then
 */
guint64
power_log_cut (PowerLog *self, guint n_steps, PowerCut cut, const char *folder, gint64 *time_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowerLog, power_log_free)

G_END_DECLS
