/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gst/gst.h>

#include "records/onsite-receipt.h"

G_BEGIN_DECLS

/**
 * OnsiteSourceFunc:
 * @user_data: what came with the function
 *
 * Makes the element that captures, so that a test can pass its own. Called in a
 * worker thread, each time that a capture is to be opened.
 *
 * Returns: (transfer floating): a live source element
 */
typedef GstElement *(*OnsiteSourceFunc) (gpointer user_data);

/**
 * OnsiteCaptureFuncs:
 * @block: samples were captured, the first of them at @time_us of the capture's clock. If
 *   that shows a gap, it was not right before them but @since_us of sound earlier
 * @clipped: (nullable): as many samples were clipped of what a block is made of that
 *   comes soon; only of sound that is cleaned, in which that can't be seen any more
 * @gone: the source is gone. Comes at most once, and only after a start that
 *   succeeded; a block that was under way may still come after it
 *
 * What a capture tells, in a streaming thread or another of GStreamer's.
 */
typedef struct
{
  void (*block) (const gint16 *samples,
                 gsize n_samples,
                 gint64 time_us,
                 gint64 since_us,
                 gpointer user_data);
  void (*clipped) (guint n_clipped, gpointer user_data);
  void (*gone) (const GError *error, gpointer user_data);
} OnsiteCaptureFuncs;

#define ONSITE_TYPE_CAPTURE (onsite_capture_get_type ())

/**
 * OnsiteCapture:
 *
 * Listens to a source, at 48 kHz, mono, whatever the source gives. Each block
 * has its time by a clock that runs on while the source stands still and while
 * the computer sleeps, so that a gap shows.
 */
G_DECLARE_FINAL_TYPE (OnsiteCapture, onsite_capture, ONSITE, CAPTURE, GObject)

/**
 * onsite_capture_new:
 * @source: (transfer floating): the element that captures; its sound is cleaned if
 *   onsite_cleaning_ask() was called for it, and that can be done
 * @funcs: what is called; copied
 * @user_data: for @funcs
 * @error: return location
 *
 * Puts the pipeline together; nothing is opened yet.
 *
 * Returns: (transfer full) (nullable): a capture that does not listen yet; %NULL with
 *   %ONSITE_AUDIO_ERROR_FAILED if an element is missing or does not fit
 */
OnsiteCapture *onsite_capture_new (GstElement *source,
                                   const OnsiteCaptureFuncs *funcs,
                                   gpointer user_data,
                                   GError **error);

/**
 * onsite_capture_start:
 * @self: a capture
 * @cancellable: (nullable): gives up at once
 * @error: return location for %ONSITE_AUDIO_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Connects, and returns when the first buffer has come. Blocks, so it is called
 * in a worker thread.
 *
 * Returns: whether it listens; if not, @error says what to do
 */
gboolean onsite_capture_start (OnsiteCapture *self, GCancellable *cancellable, GError **error);

/**
 * onsite_capture_stop:
 * @self: a capture
 *
 * Lets go of the source. A source that is gone is given half a second to hand
 * over what it still holds. Blocks, so it is called in a worker thread. When it
 * returns no function is called any more.
 */
void onsite_capture_stop (OnsiteCapture *self);

/**
 * onsite_capture_get_processing:
 * @self: a capture
 *
 * Returns: what is done to the sound on its way. From any thread
 */
OnsiteProcessing onsite_capture_get_processing (OnsiteCapture *self);

/**
 * onsite_capture_now_us:
 *
 * Returns: this moment by the clock in which blocks are timed, the same for all
 *   captures of a process. From any thread
 */
gint64 onsite_capture_now_us (void);

/**
 * onsite_capture_read_device:
 * @self: a capture
 *
 * Asks which device the sound comes from. Blocks for as long as the sound server
 * takes, so it is called in a worker thread.
 *
 * Returns: (transfer full) (nullable): the device's id, %NULL if the source has none
 */
char *onsite_capture_read_device (OnsiteCapture *self);

/**
 * onsite_capture_take_moved:
 * @self: a capture
 *
 * Returns: whether it may come from another device since this was asked last. A
 *   server that loses a device goes on with the next best one and says no more than
 *   this. From any thread
 */
gboolean onsite_capture_take_moved (OnsiteCapture *self);

/**
 * onsite_capture_get_silent_us:
 * @self: a capture
 *
 * Returns: how long ago the last buffer came, by wall clock. From any thread
 */
gint64 onsite_capture_get_silent_us (OnsiteCapture *self);

G_END_DECLS
