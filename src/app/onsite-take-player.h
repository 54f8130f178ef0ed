/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_TAKE_PLAYER (onsite_take_player_get_type ())

/**
 * OnsiteTakePlayer:
 *
 * Plays takes as they were spoken: one turn after the other, and one take at a
 * time, through the loudspeaker that the settings name.
 *
 * Properties, read only: "take" (pointer to #OnsiteTake, nullable): what is
 * played, or would be played on; "playing" (boolean): whether it can be heard.
 * Signal: "failed" (GError): a turn can't be played, and nothing is any more.
 */
G_DECLARE_FINAL_TYPE (OnsiteTakePlayer, onsite_take_player, ONSITE, TAKE_PLAYER, GObject)

/**
 * onsite_take_player_new:
 * @context: a context whose library is open
 *
 * Returns: (transfer full): a player with nothing to play
 */
OnsiteTakePlayer *onsite_take_player_new (OnsiteContext *context);

/**
 * onsite_take_player_has_sound:
 * @take: (nullable): a take
 *
 * Returns: whether anything was recorded of it
 */
gboolean onsite_take_player_has_sound (const OnsiteTake *take);

/**
 * onsite_take_player_toggle:
 * @self: a player
 * @take: what is to be heard; it has to outlive that
 *
 * Plays a take from its beginning in place of what played before, or pauses it,
 * or plays it on.
 */
void onsite_take_player_toggle (OnsiteTakePlayer *self, const OnsiteTake *take);

/**
 * onsite_take_player_stop:
 * @self: a player
 *
 * Plays nothing any more, and lets go of the loudspeaker.
 */
void onsite_take_player_stop (OnsiteTakePlayer *self);

/**
 * onsite_take_player_is_playing:
 * @self: a player
 * @take: a take
 *
 * Returns: whether it can be heard now
 */
gboolean onsite_take_player_is_playing (OnsiteTakePlayer *self, const OnsiteTake *take);

G_END_DECLS
