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
 * break. Where an answer is given once more it goes back to where it came from.
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

/**
 * onsite_room_page_remind:
 * @self: a page
 * @whose: who says it, and where, as in "Ada at 0:42"
 * @text: what to have in mind; no markup
 *
 * Shows something for as long as the page is there, such as the comment that is answered.
 */
void onsite_room_page_remind (OnsiteRoomPage *self, const char *whose, const char *text);

G_END_DECLS
