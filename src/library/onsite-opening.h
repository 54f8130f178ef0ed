/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"
#include "onsite-lock.h"

G_BEGIN_DECLS

/**
 * OnsiteOpening:
 * @reader: a connection to read with
 * @writer: (nullable): a connection to write with, %NULL if it may only be read
 * @lock: (nullable): the right to write
 * @is_newer: whether a newer program made the library
 *
 * What it takes to use a library. Fields may be taken out of it.
 */
typedef struct
{
  OnsiteConnection *reader;
  OnsiteConnection *writer;
  OnsiteLock *lock;
  gboolean is_newer;
} OnsiteOpening;

/**
 * onsite_opening_new:
 * @path: the absolute path of a library
 * @create: whether to make it if it isn't there
 * @read_only: whether not to write
 * @error: return location, of %ONSITE_LIBRARY_ERROR
 *
 * Finds out what the file is before anything may change it; then makes it
 * ready: brings its schema up to date, with a backup beside it, and gives back
 * the clips that a crash left unfinished. A file that is refused stays as it
 * was, to the byte. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): what it takes
 */
OnsiteOpening *
onsite_opening_new (const char *path, gboolean create, gboolean read_only, GError **error);

/**
 * onsite_opening_free:
 * @self: (transfer full): an opening
 *
 * Closes what was not taken out of it.
 */
void onsite_opening_free (OnsiteOpening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteOpening, onsite_opening_free)

G_END_DECLS
