/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * SECTION:onsite-cleaning
 *
 * Sound made easier to listen to before it is kept, as in a call: steady noise is
 * suppressed, and quiet and loud speech are brought to the same loudness. It is what
 * the WebRTC project does to voices, by the element webrtcdsp of GStreamer's bad
 * plugins, which may be missing.
 */

/**
 * onsite_cleaning_ask:
 * @source: (nullable): the element that captures, not used yet
 *
 * What is captured from it is to be cleaned, if that can be done.
 */
void onsite_cleaning_ask (GstElement *source);

/**
 * onsite_cleaning_is_asked:
 * @source: (nullable): the element that captures
 *
 * Returns: whether its sound is to be cleaned
 */
gboolean onsite_cleaning_is_asked (GstElement *source);

/**
 * onsite_cleaning_make_element:
 *
 * Suppresses noise by about 10 dB, and brings speech to 3 dB below full scale, with
 * 9 dB of compression: measured with pink noise 16 dB below a voice. What comes out
 * is as long as what goes in, and 7 ms late. Silence stays silence.
 *
 * Returns: (transfer floating) (nullable): the element that cleans, which passes the
 *   caps of everything that is kept; %NULL where it is missing
 */
GstElement *onsite_cleaning_make_element (void);

/**
 * onsite_cleaning_find_async:
 * @cancellable: (nullable): gives up looking
 * @callback: called when it's known
 * @user_data: passed to @callback
 *
 * Looks whether sound can be cleaned here. That reads the list of GStreamer's
 * plugins from the disk, so it is done in a worker thread.
 */
void onsite_cleaning_find_async (GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * onsite_cleaning_find_finish:
 * @result: what the callback was given
 * @error: return location for the error, if GStreamer doesn't work at all
 *
 * Returns: whether it can; without an error too, if what cleans is missing
 */
gboolean onsite_cleaning_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
