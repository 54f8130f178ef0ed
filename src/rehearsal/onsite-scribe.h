/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SCRIBE (onsite_scribe_get_type ())

/**
 * OnsiteScribe:
 *
 * Commits changes one after another, and holds on to one that the library
 * can't take now, a full disk say, until it can: what a running loop has to
 * keep is never given up for an error. It lives on until all is committed,
 * whoever else has let go of it. Only what the library refuses for good, as it
 * contradicts what is there or belongs to what is gone or damaged, is set aside
 * and said so, and those after it go on.
 *
 * Properties: "trouble" (string, nullable, read only): in words, why the last
 * attempt failed, or what was set aside; %NULL as long as all is well.
 *
 * Signals: "written": a change is committed. "failed" (GError): it could not be,
 * and is tried again, or was set aside.
 */
G_DECLARE_FINAL_TYPE (OnsiteScribe, onsite_scribe, ONSITE, SCRIBE, GObject)

/**
 * onsite_scribe_new:
 * @library: where changes are committed
 *
 * Returns: (transfer full): a new scribe
 */
OnsiteScribe *onsite_scribe_new (OnsiteLibrary *library);

/**
 * onsite_scribe_write:
 * @self: a scribe
 * @change: (transfer full): what is to be kept
 *
 * Returns: its number, for onsite_scribe_has_written()
 */
guint64 onsite_scribe_write (OnsiteScribe *self, OnsiteChange *change);

/**
 * onsite_scribe_has_written:
 * @self: a scribe
 * @number: of a change
 *
 * Returns: whether it is committed; what was set aside never is
 */
gboolean onsite_scribe_has_written (OnsiteScribe *self, guint64 number);

/**
 * onsite_scribe_flush_async:
 * @self: a scribe
 * @cancellable: (nullable): gives up waiting
 * @callback: called when everything that was written is committed or set aside,
 *   or one more attempt has failed
 * @user_data: passed to @callback
 */
void onsite_scribe_flush_async (OnsiteScribe *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * onsite_scribe_flush_finish:
 * @self: a scribe
 * @result: what the callback was given
 * @error: return location for an #OnsiteLibraryError
 *
 * Returns: whether everything is committed; if changes were set aside, one flush
 *   fails with the reason of the last
 */
gboolean onsite_scribe_flush_finish (OnsiteScribe *self, GAsyncResult *result, GError **error);

/**
 * onsite_scribe_get_trouble:
 * @self: a scribe
 *
 * Returns: (nullable): why the last attempt failed, or what was set aside
 */
const char *onsite_scribe_get_trouble (OnsiteScribe *self);

G_END_DECLS
