/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_ROOM_PAGE (onsite_room_page_get_type ())

/**
 * OnsiteRoomPage:
 *
 * The room: an interviewer asks, the candidate answers. Shows the context's
 * rehearsal from the lobby to the end of a round, and is then replaced by the
 * break.
 *
 * Property: "rehearsal" (read only).
 */
G_DECLARE_FINAL_TYPE (OnsiteRoomPage, onsite_room_page, ONSITE, ROOM_PAGE, AdwBin)

/**
 * onsite_room_page_new:
 * @context: a context with a rehearsal that runs
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *onsite_room_page_new (OnsiteContext *context);

G_END_DECLS
