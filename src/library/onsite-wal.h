/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteWal:
 * @fd: the log, -1 if there is none
 * @offsets: (element-type guint gint64): of each page in it, where its newest
 *   committed content begins
 * @n_pages: how many pages the file has with it; 0 if it holds nothing
 *
 * The write-ahead log of a library, read without SQLite.
 */
typedef struct
{
  int fd;
  GHashTable *offsets;
  guint32 n_pages;
} OnsiteWal;

/**
 * onsite_wal_open:
 * @path: the library's path
 * @page_size: how many bytes a page has
 *
 * Reads what was committed into the log of a library, up to the first frame
 * whose checksum isn't right.
 *
 * Returns: (transfer full): the log, which may hold nothing
 */
OnsiteWal *onsite_wal_open (const char *path, guint page_size);

/**
 * onsite_wal_free:
 * @self: (transfer full): a log
 *
 * Closes the log.
 */
void onsite_wal_free (OnsiteWal *self);

/**
 * onsite_wal_read:
 * @self: a log
 * @number: a page's number
 * @page_size: how many bytes a page has
 * @buffer: room for a page
 *
 * Returns: whether the page is in it, and was read
 */
gboolean onsite_wal_read (OnsiteWal *self, guint32 number, guint page_size, guint8 *buffer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteWal, onsite_wal_free)

G_END_DECLS
