/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OnsiteNotifier:
 *
 * Carries what happened in the writing thread to the main context of whoever
 * opened the library, as long as the library lives.
 */
typedef struct _OnsiteNotifier OnsiteNotifier;

/**
 * OnsiteNotifierFunc:
 * @object: what is told
 * @id: (nullable): of a loop or a clip
 *
 * Is called in the main context.
 */
typedef void (*OnsiteNotifierFunc) (gpointer object, const char *id);

/**
 * onsite_notifier_new:
 * @object: (transfer none): what is told
 * @context: (transfer none): where
 *
 * Makes a notifier.
 *
 * Returns: (transfer full): a notifier
 */
OnsiteNotifier *onsite_notifier_new (gpointer object, GMainContext *context);

/**
 * onsite_notifier_send:
 * @self: a notifier
 * @func: what to call, with the notifier's object
 * @id: (nullable): what to call it with
 *
 * Has @func called. What was sent and is still on its way is not sent twice.
 * From any thread.
 */
void onsite_notifier_send (OnsiteNotifier *self, OnsiteNotifierFunc func, const char *id);

/**
 * onsite_notifier_unref:
 * @self: (transfer full): a notifier
 *
 * Lets go of it.
 */
void onsite_notifier_unref (OnsiteNotifier *self);

G_END_DECLS
