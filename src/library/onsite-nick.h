/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * onsite_nick:
 * @type: an enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): how the value is written down
 */
const char *onsite_nick (GType type, int value);

G_END_DECLS
