/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rehearsal/onsite-rehearsal.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_ROOM_HERALD (onsite_room_herald_get_type ())

/**
 * OnsiteRoomHerald:
 * Announces to those who hear the room what the others see change in it: when
 * recording begins and ends, that the round comes to its end, a curveball, what
 * isn't saved, what is wrong, and a question that nobody has spoken.
 */
G_DECLARE_FINAL_TYPE (OnsiteRoomHerald, onsite_room_herald, ONSITE, ROOM_HERALD, GObject)

/**
 * onsite_room_herald_new:
 * @rehearsal: what to follow
 * @room: (transfer none): the page; it has to outlive the herald
 * Returns: (transfer full): a herald
 */
OnsiteRoomHerald *onsite_room_herald_new (OnsiteRehearsal *rehearsal, GtkWidget *room);

G_END_DECLS
