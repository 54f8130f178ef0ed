/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * onsite_reply:
 * @task: (transfer full): a task
 * @result: (nullable) (transfer full): what it returns if @error is %NULL
 * @destroy: (nullable): frees @result
 * @error: (nullable) (transfer full): why it failed
 *
 * Returns from a task in its own main context, and lets go of it there. A
 * thread that only returned from it could be left with the last reference to
 * the task, and with it to the library, and would then have to end itself.
 */
void onsite_reply (GTask *task, gpointer result, GDestroyNotify destroy, GError *error);

G_END_DECLS
