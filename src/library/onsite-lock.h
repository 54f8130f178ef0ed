/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteLock:
 *
 * The right to write a library, of one process at a time. It is an advisory
 * lock on a file beside the library, which holds the process id of its owner;
 * the kernel lets go of it when the process ends, however it ends.
 */
typedef struct _OnsiteLock OnsiteLock;

/**
 * onsite_lock_take:
 * @path: the library's path
 * @error: return location: %ONSITE_LIBRARY_ERROR_LOCKED if another has it,
 *   %ONSITE_LIBRARY_ERROR_READ_ONLY where nothing can be written
 *
 * Takes the right, without waiting.
 *
 * Returns: (transfer full) (nullable): the right
 */
OnsiteLock *onsite_lock_take (const char *path, GError **error);

/**
 * onsite_lock_free:
 * @self: (transfer full): the right
 *
 * Gives it back.
 */
void onsite_lock_free (OnsiteLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteLock, onsite_lock_free)

G_END_DECLS
