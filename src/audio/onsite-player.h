/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "onsite-voice.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PLAYER (onsite_player_get_type ())

/**
 * OnsitePlayer:
 *
 * Plays a clip of the library from its raw packets, exactly from any sample.
 *
 * Properties: "position-ms", "duration-ms", "playing", "rate" (0.75–2, pitch
 * kept), "skip-silence", "volume".
 * Signals: "ended", "failed" (GError).
 */
G_DECLARE_FINAL_TYPE (OnsitePlayer, onsite_player, ONSITE, PLAYER, GObject)

OnsitePlayer *
onsite_player_new (OnsiteSinkFunc sink, gpointer sink_data, GDestroyNotify sink_destroy);
/* Ready when the clip can be played; what played before stops. */
void onsite_player_load_async (OnsitePlayer *self,
                               OnsiteLibrary *library,
                               const char *clip,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean onsite_player_load_finish (OnsitePlayer *self, GAsyncResult *result, GError **error);
void onsite_player_play (OnsitePlayer *self);
void onsite_player_pause (OnsitePlayer *self);
void onsite_player_unload (OnsitePlayer *self);
void onsite_player_seek (OnsitePlayer *self, gint64 position_ms);
gint64 onsite_player_get_position_ms (OnsitePlayer *self);
gint64 onsite_player_get_duration_ms (OnsitePlayer *self);
gboolean onsite_player_get_playing (OnsitePlayer *self);

G_END_DECLS
