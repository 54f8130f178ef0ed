/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Programs that serve a test, and die with it. */

/* Starts one that keeps to @folder, with no bus to talk to, and adds it to @daemons. */
void onsite_fake_daemon_start (const char *folder, GPtrArray *daemons, const char *const *command);
/* Waits until somebody listens at a socket; aborts the test after 10 s. */
void onsite_fake_daemon_wait_for (const char *socket);
/* Sends a signal to each. */
void onsite_fake_daemon_signal (GPtrArray *daemons, int signal);
/* Waits until all have ended, the last one first, and forgets them. */
void onsite_fake_daemon_reap (GPtrArray *daemons);

G_END_DECLS
