/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsiteKeepAsync:
 * @object: what has something to keep
 * @cancellable: (nullable): gives up waiting
 * @callback: called with @object when all is kept, or something can't be
 * @user_data: for @callback
 *
 * Has an object keep what it holds, at once.
 */
typedef void (*OnsiteKeepAsync) (gpointer object,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * OnsiteKeepFinish:
 * @object: what has something to keep
 * @result: what the callback was given
 * @error: return location
 *
 * Ends an #OnsiteKeepAsync.
 *
 * Returns: whether all is kept
 */
typedef gboolean (*OnsiteKeepFinish) (gpointer object, GAsyncResult *result, GError **error);

/**
 * OnsiteSettlingFuncs:
 * @keep_async: has an object keep what it holds
 * @keep_finish: ends that
 *
 * How something is kept: say onsite_rehearsal_stop_async() for a rehearsal,
 * onsite_scribe_flush_async() for edits.
 */
typedef struct
{
  OnsiteKeepAsync keep_async;
  OnsiteKeepFinish keep_finish;
} OnsiteSettlingFuncs;

#define ONSITE_TYPE_SETTLING (onsite_settling_get_type ())

/**
 * OnsiteSettling:
 *
 * What is not at rest yet, and has to be before the library is read anew, moved or
 * closed: what was let go of and isn't kept yet, what is in use and may hold
 * something, and other work under way.
 *
 * Signal: "not-kept" (GError): of what was let go of not all could be kept. It is
 * held, and tried again by each onsite_settling_wait_async().
 */
G_DECLARE_FINAL_TYPE (OnsiteSettling, onsite_settling, ONSITE, SETTLING, GObject)

/**
 * onsite_settling_new:
 *
 * Returns: (transfer full): one in which all is at rest
 */
OnsiteSettling *onsite_settling_new (void);

/**
 * onsite_settling_let_go:
 * @self: a settling
 * @object: (type GObject): what was let go of
 * @funcs: how it is kept; not copied
 *
 * Has @object keep what it holds, and holds it until that is done.
 */
void
onsite_settling_let_go (OnsiteSettling *self, gpointer object, const OnsiteSettlingFuncs *funcs);

/**
 * onsite_settling_set_in_use:
 * @self: a settling
 * @object: (type GObject) (nullable): what is edited with from now on
 * @funcs: how it is kept; not copied
 *
 * Has @object, in place of the one before, keep what it holds by each
 * onsite_settling_wait_async(). What could not be kept of the one before is still
 * tried again.
 */
void onsite_settling_set_in_use (OnsiteSettling *self,
                                 gpointer object,
                                 const OnsiteSettlingFuncs *funcs);

/**
 * onsite_settling_add_work:
 * @self: a settling
 * @work: what gives it up
 *
 * Tells of something that reads the library for long and may leave something behind. It
 * is waited for until onsite_settling_remove_work().
 */
void onsite_settling_add_work (OnsiteSettling *self, GCancellable *work);

/**
 * onsite_settling_remove_work:
 * @self: a settling
 * @work: what was added, and has come to its end, good or bad
 *
 * Waits for it no longer.
 */
void onsite_settling_remove_work (OnsiteSettling *self, GCancellable *work);

/**
 * onsite_settling_give_up_works:
 * @self: a settling
 *
 * Has all works come to their end.
 */
void onsite_settling_give_up_works (OnsiteSettling *self);

/**
 * onsite_settling_wait_async:
 * @self: a settling
 * @callback: called when all is kept, or something can't be
 * @user_data: for @callback
 *
 * Waits until all is at rest, so that what is read next is as it was left. What
 * could not be kept is tried once more.
 */
void
onsite_settling_wait_async (OnsiteSettling *self, GAsyncReadyCallback callback, gpointer user_data);

/**
 * onsite_settling_wait_finish:
 * @self: a settling
 * @result: what the callback was given
 * @error: return location for why something could not be kept, as its
 *   #OnsiteKeepFinish told
 *
 * Ends onsite_settling_wait_async().
 *
 * Returns: whether all is kept
 */
gboolean onsite_settling_wait_finish (OnsiteSettling *self, GAsyncResult *result, GError **error);

G_END_DECLS
