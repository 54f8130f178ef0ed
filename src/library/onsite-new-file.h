/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"

G_BEGIN_DECLS

/*
 * A library file that is made under another name first, so that there is never
 * half a one.
 */

/**
 * onsite_new_file_begin:
 * @path: where the library is to be
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Makes an empty file beside it that only its owner may read. What another
 * attempt left of it goes.
 *
 * Returns: (transfer full) (nullable): the path of the draft
 */
char *onsite_new_file_begin (const char *path, GError **error);

/**
 * onsite_new_file_fill:
 * @draft: a draft
 * @migrations: the schema that it's to have, up to a version
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Makes a library of a draft, without anything in it.
 *
 * Returns: (transfer full) (nullable): a connection that writes to it
 */
OnsiteConnection *
onsite_new_file_fill (const char *draft, const char *const *migrations, GError **error);

/**
 * onsite_new_file_use_log:
 * @connection: a connection that writes
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Lets a library be read while it is written.
 *
 * Returns: whether it can be
 */
gboolean onsite_new_file_use_log (OnsiteConnection *connection, GError **error);

/**
 * onsite_new_file_finish:
 * @draft: a draft that nobody has open
 * @path: where the library is to be
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Puts the draft durably in its place, over what may be there.
 *
 * Returns: whether it is there
 */
gboolean onsite_new_file_finish (const char *draft, const char *path, GError **error);

/**
 * onsite_new_file_discard:
 * @draft: a draft, or a library that nobody has open
 *
 * Removes it, with its log.
 */
void onsite_new_file_discard (const char *draft);

/**
 * onsite_new_file_set_error:
 * @error: return location: %ONSITE_LIBRARY_ERROR
 * @advice: what the person can do
 * @path: what it is about
 * @code: an errno
 *
 * Says in words what a file system refused.
 */
void onsite_new_file_set_error (GError **error, const char *advice, const char *path, int code);

G_END_DECLS
