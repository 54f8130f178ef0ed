/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capture.h"
#include "onsite-recordings.h"

G_BEGIN_DECLS

/**
 * OnsiteListenerFuncs:
 * @quiet: nothing is heard for now
 * @notify: what onsite_listener_get_listening(), onsite_listener_get_stalled() or
 *   onsite_listener_get_device() tells has changed; @property is "listening",
 *   "stalled" or "device"
 * @failed: the listening has ended by itself
 *
 * What the owner is told, in the main context that made the listener.
 */
typedef struct
{
  void (*quiet) (gpointer owner);
  void (*notify) (const char *property, gpointer owner);
  void (*failed) (const GError *error, gpointer owner);
} OnsiteListenerFuncs;

/**
 * OnsiteListener:
 *
 * The opening and the closing of a recorder's capture, neither of which blocks,
 * and the watch over it in between. What it hears goes to recordings. Used from
 * one thread.
 */
typedef struct _OnsiteListener OnsiteListener;

/**
 * onsite_listener_new:
 * @source: makes the element that captures
 * @source_data: for @source
 * @source_destroy: (nullable): frees @source_data
 * @recordings: (transfer none): what it feeds; outlives it
 * @funcs: what to call with @owner
 * @owner: (transfer none): frees the listener; what it is about keeps it alive
 *
 * Returns: (transfer full): a listener that is closed
 */
OnsiteListener *onsite_listener_new (OnsiteSourceFunc source,
                                     gpointer source_data,
                                     GDestroyNotify source_destroy,
                                     OnsiteRecordings *recordings,
                                     const OnsiteListenerFuncs *funcs,
                                     GObject *owner);

/**
 * onsite_listener_stop:
 * @self: a listener
 *
 * Lets go of the capture at once, and blocks for it.
 */
void onsite_listener_stop (OnsiteListener *self);

/**
 * onsite_listener_free:
 * @self: (transfer full): a listener that has stopped
 */
void onsite_listener_free (OnsiteListener *self);

/**
 * onsite_listener_open:
 * @self: a listener
 * @task: (transfer full): returns %TRUE when the first buffer has come; else
 *   %G_IO_ERROR_PENDING unless it is closed, or an error of %ONSITE_AUDIO_ERROR
 *
 * Opens the capture in a worker thread.
 */
void onsite_listener_open (OnsiteListener *self, GTask *task);

/**
 * onsite_listener_close:
 * @self: a listener
 * @task: (transfer full): returns %TRUE when all recordings have been handed to their
 *   sink, or %ONSITE_AUDIO_ERROR_FAILED if some could not be encoded to their end
 *
 * Lets go of the capture in a worker thread.
 */
void onsite_listener_close (OnsiteListener *self, GTask *task);

/**
 * onsite_listener_run:
 * @self: a listener
 * @function: what to call
 * @data: for @function
 * @destroy: (nullable): frees @data
 *
 * Has @function called in the listener's main context, never at once. From any
 * thread.
 */
void onsite_listener_run (OnsiteListener *self,
                          GSourceFunc function,
                          gpointer data,
                          GDestroyNotify destroy);

/**
 * onsite_listener_tell:
 * @self: a listener
 * @recording: (nullable) (transfer full): to be freed in the main context
 * @error: (nullable): what ends the listening; copied
 *
 * Hands over what happened in another thread.
 */
void onsite_listener_tell (OnsiteListener *self, OnsiteRecording *recording, const GError *error);

/**
 * onsite_listener_hears:
 * @self: a listener
 *
 * There is sound again: it is not stalled any more.
 */
void onsite_listener_hears (OnsiteListener *self);

/**
 * onsite_listener_get_listening:
 * @self: a listener
 *
 * Returns: %TRUE from when it was opened until it closes
 */
gboolean onsite_listener_get_listening (OnsiteListener *self);

/**
 * onsite_listener_get_stalled:
 * @self: a listener
 *
 * Returns: %TRUE if no sound has come for a second
 */
gboolean onsite_listener_get_stalled (OnsiteListener *self);

/**
 * onsite_listener_get_device:
 * @self: a listener
 *
 * Returns: (transfer none) (nullable): the id of what was heard last; %NULL if that
 *   isn't known
 */
const char *onsite_listener_get_device (OnsiteListener *self);

G_END_DECLS
