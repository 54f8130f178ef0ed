/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"
#include "onsite-place.h"

G_BEGIN_DECLS

/**
 * onsite_place_load:
 * @connection: a library
 * @clip: a clip's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks where a clip belongs.
 *
 * Returns: (transfer full) (nullable): the place
 */
OnsitePlace *onsite_place_load (OnsiteConnection *connection, const char *clip, GError **error);

G_END_DECLS
