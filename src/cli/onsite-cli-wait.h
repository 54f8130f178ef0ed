/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsiteCliWait:
 *
 * A long wait: on a terminal it tells how far it is, and an interrupt (Ctrl+C)
 * or SIGTERM cancels it instead of ending the program, so that nothing half
 * done is left. One at a time.
 */
typedef struct _OnsiteCliWait OnsiteCliWait;

/**
 * onsite_cli_wait_new:
 * @text: what is done, in words; has to outlive the wait
 *
 * Begins to wait.
 *
 * Returns: (transfer full): the wait
 */
OnsiteCliWait *onsite_cli_wait_new (const char *text);

/**
 * onsite_cli_wait_free:
 * @self: (transfer full): a wait
 *
 * Ends the wait: its line is wiped from the terminal, and signals do again what they
 * did.
 */
void onsite_cli_wait_free (OnsiteCliWait *self);

/**
 * onsite_cli_wait_get_cancellable:
 * @self: a wait
 *
 * Returns: (transfer none): what an interrupt or SIGTERM cancels, from another thread
 */
GCancellable *onsite_cli_wait_get_cancellable (OnsiteCliWait *self);

/**
 * onsite_cli_wait_tell:
 * @fraction: how far it is, from 0 to 1
 * @self: #OnsiteCliWait
 *
 * Tells how far it is, once a percent and only on a terminal: an #OnsiteProgressFunc,
 * with the wait as its data.
 */
void onsite_cli_wait_tell (double fraction, gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteCliWait, onsite_cli_wait_free)

G_END_DECLS
