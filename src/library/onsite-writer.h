/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-change.h"
#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * OnsiteWriter:
 *
 * The writing thread, which owns the writing connection, and the two lanes
 * that lead to it. Sound goes first: all of it that waits is committed in one
 * transaction. Changes follow, in order, each in a transaction of its own. A
 * change that fails is given back with its error; sound that fails stays and
 * is tried again, but for that of a clip which is refused for good: it is set
 * aside, so that no other clip's sound waits for it.
 */
typedef struct _OnsiteWriter OnsiteWriter;

/**
 * OnsiteWriterDone:
 * @error: (nullable): why it failed
 * @user_data: what was given with the change
 *
 * Is called in the writing thread when a change was committed or refused.
 */
typedef void (*OnsiteWriterDone) (const GError *error, gpointer user_data);

/**
 * OnsiteWriterHooks:
 * @committed: loops (a set of ids) were changed by a commit; an empty set: many
 * @unsaved_changed: more or less sound waits, or it fails for another reason
 * @refused: a clip's sound contradicts what is in the library, or belongs to what
 *   isn't there any more: what waits of it and what still comes is dropped
 * @reserve_released: the disk was full, and what was set aside on it is given back
 *
 * What the owner wants to know. Called in the writing thread, and
 * @unsaved_changed also in those that push sound.
 */
typedef struct
{
  void (*committed) (GHashTable *loops, gpointer user_data);
  void (*unsaved_changed) (gpointer user_data);
  void (*refused) (const char *clip, const GError *error, gpointer user_data);
  void (*reserve_released) (gpointer user_data);
} OnsiteWriterHooks;

/**
 * onsite_writer_new:
 * @connection: (transfer full): what it writes with
 * @hooks: what to call
 * @user_data: for @hooks
 *
 * Starts the thread.
 *
 * Returns: (transfer full): a writer
 */
OnsiteWriter *onsite_writer_new (OnsiteConnection *connection,
                                 const OnsiteWriterHooks *hooks,
                                 gpointer user_data);

/**
 * onsite_writer_push_change:
 * @self: a writer
 * @change: (transfer full): what to write
 * @cancellable: (nullable): takes the change back, as long as it waits
 * @done: called when it was committed or refused
 * @user_data: for @done
 *
 * Queues a change. Does not block.
 */
void onsite_writer_push_change (OnsiteWriter *self,
                                OnsiteChange *change,
                                GCancellable *cancellable,
                                OnsiteWriterDone done,
                                gpointer user_data);

/**
 * onsite_writer_push_sound:
 * @self: a writer
 * @clip: the id of the clip that it's of
 * @change: (transfer full): what to write
 * @n_samples: how much sound it is; 0 for what is about sound
 * @in_order: whether it must follow the changes that wait
 *
 * Queues sound. Does not block. Beyond %ONSITE_LIBRARY_MAX_UNSAVED_MS nothing
 * more is taken, nor of a clip that was refused.
 *
 * Returns: whether it was taken
 */
gboolean onsite_writer_push_sound (OnsiteWriter *self,
                                   const char *clip,
                                   OnsiteChange *change,
                                   gint64 n_samples,
                                   gboolean in_order);

/**
 * onsite_writer_hold_upkeep:
 * @self: a writer
 * @hold: whether to begin or to end it
 *
 * Keeps purges from running. Can be nested.
 */
void onsite_writer_hold_upkeep (OnsiteWriter *self, gboolean hold);

/**
 * onsite_writer_get_unsaved_ms:
 * @self: a writer
 *
 * Returns: how much sound is not committed yet
 */
gint64 onsite_writer_get_unsaved_ms (OnsiteWriter *self);

/**
 * onsite_writer_dup_error:
 * @self: a writer
 *
 * Returns: (transfer full) (nullable): why the last attempt to commit sound failed
 */
GError *onsite_writer_dup_error (OnsiteWriter *self);

/**
 * onsite_writer_flush:
 * @self: a writer
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Waits until all that was pushed is committed, refused or set aside.
 *
 * Returns: %FALSE if sound is left that could not be committed
 */
gboolean onsite_writer_flush (OnsiteWriter *self, GError **error);

/**
 * onsite_writer_free:
 * @self: (transfer full): a writer
 *
 * Flushes, ends the thread and closes the connection. Sound that still cannot
 * be committed is lost, and said so.
 */
void onsite_writer_free (OnsiteWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteWriter, onsite_writer_free)

G_END_DECLS
