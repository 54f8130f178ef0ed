/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "audio/onsite-player.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PLAYER_BAR (onsite_player_bar_get_type ())

/**
 * OnsitePlayerBar:
 *
 * The controls of a player: play and pause, five seconds back and forth, where
 * it is, a mark, how fast, and whether silences are skipped. It activates
 * "clip.play", "clip.seek" (milliseconds, int64), "clip.speed" (rate, double)
 * and "clip.mark", which its parent has.
 *
 * Property: "player" (nullable).
 */
G_DECLARE_FINAL_TYPE (OnsitePlayerBar, onsite_player_bar, ONSITE, PLAYER_BAR, AdwBin)

/**
 * onsite_player_bar_set_player:
 * @self: a bar
 * @player: (nullable): what is controlled; held
 */
void onsite_player_bar_set_player (OnsitePlayerBar *self, OnsitePlayer *player);

/**
 * onsite_player_bar_hide_mark:
 * @self: a bar
 *
 * Leaves out the button that sets a mark.
 */
void onsite_player_bar_hide_mark (OnsitePlayerBar *self);

G_END_DECLS
