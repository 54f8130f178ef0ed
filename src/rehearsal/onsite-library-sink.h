/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-recorder.h"
#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteLibrarySink:
 *
 * Hands what a recorder captures to a library, straight from the recorder's
 * streaming thread, so that no busy main thread is on its way to the disk.
 */
typedef struct _OnsiteLibrarySink OnsiteLibrarySink;

/**
 * OnsiteClipEndedFunc:
 * @clip: a clip's id
 * @n_samples: its final length
 * @receipt: (nullable): what was measured of it
 * @user_data: what onsite_library_sink_new() was given
 *
 * Called in the main context that made the sink.
 */
typedef void (*OnsiteClipEndedFunc) (const char *clip,
                                     gint64 n_samples,
                                     const OnsiteReceipt *receipt,
                                     gpointer user_data);

/**
 * onsite_library_sink_new:
 * @library: where clips go
 * @ended: called for each clip once its end is final
 * @user_data: passed to @ended
 *
 * Returns: (transfer full): a new sink
 */
OnsiteLibrarySink *
onsite_library_sink_new (OnsiteLibrary *library, OnsiteClipEndedFunc ended, gpointer user_data);

/**
 * onsite_library_sink_ref:
 * @self: a sink
 *
 * Returns: (transfer full): @self
 */
OnsiteLibrarySink *onsite_library_sink_ref (OnsiteLibrarySink *self);

/**
 * onsite_library_sink_unref:
 * @self: a sink
 */
void onsite_library_sink_unref (OnsiteLibrarySink *self);

/**
 * onsite_library_sink_disconnect:
 * @self: a sink
 *
 * From now on nobody is told of clips that end; they are still kept.
 */
void onsite_library_sink_disconnect (OnsiteLibrarySink *self);

/**
 * onsite_library_sink_expect:
 * @self: a sink
 * @clip: the id of a clip that is about to begin
 * @take: the id of the take that it belongs to
 * @turn: the index of the turn in that take
 * @created_at_us: when, in microseconds since 1970 in UTC
 *
 * Tells where a clip belongs, which a recorder does not know.
 */
void onsite_library_sink_expect (OnsiteLibrarySink *self,
                                 const char *clip,
                                 const char *take,
                                 guint turn,
                                 gint64 created_at_us);

/**
 * onsite_library_sink_forget:
 * @self: a sink
 * @clip: the id of a clip that was expected and has not begun
 */
void onsite_library_sink_forget (OnsiteLibrarySink *self, const char *clip);

/**
 * onsite_library_sink_get_functions:
 *
 * Returns: the functions to give to a recorder, with a sink as their data
 */
const OnsiteRecorderSink *onsite_library_sink_get_functions (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteLibrarySink, onsite_library_sink_unref)

G_END_DECLS
