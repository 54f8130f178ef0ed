/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-player.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_CLIP_PLAYER (onsite_clip_player_get_type ())

/**
 * OnsiteClipPlayer:
 *
 * Plays one clip, or a span of it and nothing that follows, as soon as it's loaded; as
 * it was recorded, or as a copy of it that is handed on.
 *
 * Property: "loaded" (boolean, read only): whether the clip can be played.
 *
 * Signals: "ended": the clip was played to its end, and not only a span. "failed"
 * (GError): it can't be played, and isn't loaded any more; what is to play it next loads it
 * anew.
 */
G_DECLARE_FINAL_TYPE (OnsiteClipPlayer, onsite_clip_player, ONSITE, CLIP_PLAYER, GObject)

/**
 * onsite_clip_player_new:
 * @player: what it plays with; held
 *
 * Returns: (transfer full): a player with nothing to play
 */
OnsiteClipPlayer *onsite_clip_player_new (OnsitePlayer *player);

/**
 * onsite_clip_player_get_player:
 * @self: a clip's player
 *
 * Returns: (transfer none): what it plays with, whose position, speed and state it has
 */
OnsitePlayer *onsite_clip_player_get_player (OnsiteClipPlayer *self);

/**
 * onsite_clip_player_load:
 * @self: a clip's player, which is unloaded
 * @library: where the clip is
 * @clip: its id
 *
 * Has a clip ready to be played. Follow "loaded" and "failed".
 */
void onsite_clip_player_load (OnsiteClipPlayer *self, OnsiteLibrary *library, const char *clip);

/**
 * onsite_clip_player_unload:
 * @self: a clip's player
 *
 * Stops, and has nothing to play any more; what is being loaded is given up.
 */
void onsite_clip_player_unload (OnsiteClipPlayer *self);

/**
 * onsite_clip_player_get_loaded:
 * @self: a clip's player
 *
 * Returns: whether the clip can be played
 */
gboolean onsite_clip_player_get_loaded (OnsiteClipPlayer *self);

/**
 * onsite_clip_player_set_omissions:
 * @self: a clip's player
 * @omissions: (nullable) (element-type OnsiteOmission): what a copy is without, until
 *   the clip is unloaded; held
 *
 * Plays the clip as its copy is from now on; see onsite_player_set_omissions().
 */
void onsite_clip_player_set_omissions (OnsiteClipPlayer *self, GArray *omissions);

/**
 * onsite_clip_player_play_span:
 * @self: a clip's player
 * @from_ms: where to begin
 * @to_ms: where to end; the clip's end where that isn't after @from_ms
 *
 * Plays a span, as soon as the clip is loaded.
 */
void onsite_clip_player_play_span (OnsiteClipPlayer *self, gint64 from_ms, gint64 to_ms);

/**
 * onsite_clip_player_play_original:
 * @self: a clip's player
 * @from_ms: where to begin
 * @to_ms: where to end, after @from_ms
 *
 * The same, as it was recorded, with what a copy is without.
 */
void onsite_clip_player_play_original (OnsiteClipPlayer *self, gint64 from_ms, gint64 to_ms);

/**
 * onsite_clip_player_toggle:
 * @self: a clip's player
 *
 * Plays on, to the clip's end, or pauses; does nothing as long as the clip isn't loaded,
 * unless it has failed.
 */
void onsite_clip_player_toggle (OnsiteClipPlayer *self);

/**
 * onsite_clip_player_pause:
 * @self: a clip's player
 *
 * Pauses, and forgets what was to be played.
 */
void onsite_clip_player_pause (OnsiteClipPlayer *self);

/**
 * onsite_clip_player_seek:
 * @self: a clip's player
 * @position_ms: where to go; no further than the clip's ends
 *
 * Goes to another place, from which it plays on to the clip's end if it plays.
 */
void onsite_clip_player_seek (OnsiteClipPlayer *self, gint64 position_ms);

G_END_DECLS
