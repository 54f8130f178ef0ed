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

/** onsite_listener_stop: Lets go of the capture at once, and blocks for it. */
void onsite_listener_stop (OnsiteListener *self);
void onsite_listener_free (OnsiteListener *self);

/**
 * onsite_listener_open:
 * @task: (transfer full): returns %TRUE when the first buffer has come
 */
void onsite_listener_open (OnsiteListener *self, GTask *task);

/**
 * onsite_listener_close:
 * @task: (transfer full): returns %TRUE when all recordings have been handed to
 *   their sink
 */
void onsite_listener_close (OnsiteListener *self, GTask *task);

/**
 * onsite_listener_run:
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
 * @recording: (nullable) (transfer full): to be freed in the main context
 * @error: (nullable): what ends the listening
 *
 * Hands over what happened in another thread.
 */
void onsite_listener_tell (OnsiteListener *self, OnsiteRecording *recording, const GError *error);

/** onsite_listener_hears: There is sound, so that it is not stalled. */
void onsite_listener_hears (OnsiteListener *self);

/** onsite_listener_get_listening: %TRUE from when it was opened until it closes. */
gboolean onsite_listener_get_listening (OnsiteListener *self);

/** onsite_listener_get_stalled: %TRUE if no sound has come for a second. */
gboolean onsite_listener_get_stalled (OnsiteListener *self);

/** onsite_listener_get_device: the id of what was heard last, %NULL if that isn't known. */
const char *onsite_listener_get_device (OnsiteListener *self);

G_END_DECLS
