/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @user_data: what was given with it
 *
 * Is told now and then how far something is, in the thread that does it.
 */
typedef void (*OnsiteProgressFunc) (double fraction, gpointer user_data);

G_END_DECLS
