/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsitePages:
 *
 * The pages of a library file as they lie on the disk, with those of its log
 * over them, read without SQLite: what is damaged keeps nobody from reading
 * the rest. Nothing is written, not even beside the file.
 *
 * The format is that of https://www.sqlite.org/fileformat.html.
 */
typedef struct _OnsitePages OnsitePages;

/**
 * onsite_pages_open:
 * @path: a file
 * @error: return location: %ONSITE_LIBRARY_ERROR_NOT_FOUND,
 *   %ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY if it is another program's database or
 *   empty, %ONSITE_LIBRARY_ERROR_FAILED if it can't be read
 *
 * Opens a file. One whose first page is beyond reading is taken for a library
 * with pages of the size that SQLite gives them.
 *
 * Returns: (transfer full) (nullable): its pages
 */
OnsitePages *onsite_pages_open (const char *path, GError **error);

/**
 * onsite_pages_free:
 * @self: (transfer full): pages
 *
 * Closes the file and its log.
 */
void onsite_pages_free (OnsitePages *self);

/**
 * onsite_pages_get_count:
 * @self: pages
 *
 * Returns: the last page's number, which may be in the log alone; the first is 1
 */
guint32 onsite_pages_get_count (OnsitePages *self);

/**
 * onsite_pages_get_size:
 * @self: pages
 *
 * Returns: how many bytes a page has, with those at its end that nobody uses
 */
guint onsite_pages_get_size (OnsitePages *self);

/**
 * onsite_pages_get_usable_size:
 * @self: pages
 *
 * Returns: how many bytes of a page are used
 */
guint onsite_pages_get_usable_size (OnsitePages *self);

/**
 * onsite_pages_get_promised_count:
 * @self: pages
 *
 * Returns: how many pages the file should have; 0 if nobody knows
 */
guint32 onsite_pages_get_promised_count (OnsitePages *self);

/**
 * onsite_pages_get_version:
 * @self: pages
 *
 * Returns: the version of the schema; -1 if nobody knows
 */
gint64 onsite_pages_get_version (OnsitePages *self);

/**
 * onsite_pages_read:
 * @self: pages
 * @number: a page's number
 * @buffer: room for a page
 *
 * Reads a page. What of it lies beyond the end of the file is zero.
 *
 * Returns: whether there is any of it
 */
gboolean onsite_pages_read (OnsitePages *self, guint32 number, guint8 *buffer);

/**
 * onsite_pages_is_map:
 * @self: pages
 * @number: a page's number
 *
 * Returns: whether the page tells of others which page they hang on
 */
gboolean onsite_pages_is_map (OnsitePages *self, guint32 number);

/**
 * onsite_pages_find_parent:
 * @self: pages
 * @number: a page's number
 *
 * Looks in the maps which page a page of a tree hangs on.
 *
 * Returns: the number of that page; @number itself if it is a tree's root; 0
 *   if nobody knows
 */
guint32 onsite_pages_find_parent (OnsitePages *self, guint32 number);

/**
 * onsite_pages_get_uint16:
 * @bytes: (array fixed-size=2): two bytes of a database
 *
 * Returns: the number that they are, the most significant byte first
 */
guint onsite_pages_get_uint16 (const guint8 *bytes);

/**
 * onsite_pages_get_uint32:
 * @bytes: (array fixed-size=4): four bytes of a database
 *
 * Returns: the number that they are, the most significant byte first
 */
guint32 onsite_pages_get_uint32 (const guint8 *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePages, onsite_pages_free)

G_END_DECLS
