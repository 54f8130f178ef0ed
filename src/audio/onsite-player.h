/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "onsite-omission.h"
#include "onsite-voice.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PLAYER (onsite_player_get_type ())

/**
 * OnsitePlayer:
 *
 * Plays a clip of the library from its raw packets, exactly from any sample.
 *
 * It is used from one thread, whose thread-default main context at creation gets
 * signals and notifications. Nothing here blocks: what waits for a sound server
 * or a disk runs in a worker thread, one thing after the other, and seeks that
 * come faster than that are taken together.
 *
 * What stands still though it plays, as where a sound server has lost count, goes on
 * from there by a new sink; one after which it doesn't move either is a failure.
 *
 * Properties: "position-ms" (in the clip, notified at 20 Hz while it plays),
 * "duration-ms", "playing", "rate" (0.75–2, pitch kept), "skip-silence" (see
 * #OnsiteSilenceMap: pauses of 700 ms and more are shortened to 300 ms),
 * "volume" (0–1).
 */
G_DECLARE_FINAL_TYPE (OnsitePlayer, onsite_player, ONSITE, PLAYER, GObject)

/**
 * OnsitePlayer::ended:
 *
 * The clip has been heard to its end; "playing" is %FALSE.
 */

/**
 * OnsitePlayer::failed:
 * @error: of %ONSITE_AUDIO_ERROR or %ONSITE_LIBRARY_ERROR
 *
 * It cannot go on; "playing" is %FALSE and nothing is loaded.
 */

/**
 * onsite_player_new:
 * @sink: makes the element that plays
 * @sink_data: for @sink
 * @sink_destroy: (nullable): frees @sink_data
 *
 * Returns: (transfer full): a player with nothing loaded; a sink is made with each clip,
 *   and where one doesn't play on
 */
OnsitePlayer *
onsite_player_new (OnsiteSinkFunc sink, gpointer sink_data, GDestroyNotify sink_destroy);

/**
 * onsite_player_load_async:
 * @self: a player
 * @library: where the clip is
 * @clip: a clip's id
 * @cancellable: (nullable): gives up
 * @callback: called when the clip can be played, or not
 * @user_data: for @callback
 *
 * Ready when the clip can be played, from its beginning; what played before stops
 * at once. A load that another one overtakes ends with %G_IO_ERROR_CANCELLED.
 */
void onsite_player_load_async (OnsitePlayer *self,
                               OnsiteLibrary *library,
                               const char *clip,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * onsite_player_load_finish:
 * @self: a player
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_player_load_async().
 *
 * Returns: %FALSE with an error of %ONSITE_LIBRARY_ERROR if the clip cannot be
 *   read, or %ONSITE_AUDIO_ERROR_NO_SERVER or %ONSITE_AUDIO_ERROR_NO_DEVICE if
 *   nobody could hear it
 */
gboolean onsite_player_load_finish (OnsitePlayer *self, GAsyncResult *result, GError **error);

/**
 * onsite_player_play:
 * @self: a player
 *
 * Plays on; from the beginning if it has ended.
 */
void onsite_player_play (OnsitePlayer *self);

/**
 * onsite_player_pause:
 * @self: a player
 *
 * Pauses where it is; does nothing if it doesn't play.
 */
void onsite_player_pause (OnsitePlayer *self);

/**
 * onsite_player_unload:
 * @self: a player
 *
 * Stops, and lets go of the clip and of the sound server.
 */
void onsite_player_unload (OnsitePlayer *self);

/**
 * onsite_player_seek:
 * @self: a player
 * @position_ms: where to go on; beyond the clip is its end
 *
 * Exact to the sample. Goes on playing if it plays.
 */
void onsite_player_seek (OnsitePlayer *self, gint64 position_ms);

/**
 * onsite_player_set_omissions:
 * @self: a player
 * @omissions: (nullable) (transfer none) (element-type OnsiteOmission): what isn't
 *   heard from here on, of this clip and of each that is loaded later; held, and not to
 *   be changed any more
 *
 * What is omitted is silent, exact to the sample. What is leapt over besides is left
 * after at most a twentieth of a second of silence, and what a seek takes.
 */
void onsite_player_set_omissions (OnsitePlayer *self, GArray *omissions);

/**
 * onsite_player_get_position_ms:
 * @self: a player
 *
 * Returns: where in the clip it is; 0 with nothing loaded
 */
gint64 onsite_player_get_position_ms (OnsitePlayer *self);

/**
 * onsite_player_get_duration_ms:
 * @self: a player
 *
 * Returns: how long the clip is, silences included; 0 with nothing loaded
 */
gint64 onsite_player_get_duration_ms (OnsitePlayer *self);

/**
 * onsite_player_get_playing:
 * @self: a player
 *
 * Returns: whether it plays, as was asked for last
 */
gboolean onsite_player_get_playing (OnsitePlayer *self);

G_END_DECLS
