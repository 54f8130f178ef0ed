/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-recorder.h"
#include "library/onsite-library.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_MICROPHONE (onsite_microphone_get_type ())

/**
 * OnsiteMicrophone:
 *
 * A recorder whose clips go into a library, and which comes back after its
 * source went away: it tries again after 1, 2, 4 and then every 8 seconds for
 * as long as it's meant to be open.
 *
 * Properties, all read only: "level" (double): peak of the last 50 ms in dBFS,
 * -100 for silence. "listening" (boolean). "trouble" (string, nullable): in
 * words, why it does not listen although it is meant to. "device" (string,
 * nullable): the id of what it listens to.
 *
 * Signals: "lost": the source went away, or gives no sound any more; a running
 * clip is kept up to then, and goes on once there is sound again.
 * "clip-ended" (string, int64, pointer): a clip's id, its final length in samples,
 * and its #OnsiteReceipt, or %NULL where nobody measured.
 */
G_DECLARE_FINAL_TYPE (OnsiteMicrophone, onsite_microphone, ONSITE, MICROPHONE, GObject)

/**
 * onsite_microphone_new:
 * @library: where clips go
 * @source: makes the element that captures
 * @source_data: (transfer full): passed to @source
 * @source_destroy: (nullable): frees @source_data; from any thread
 *
 * Returns: (transfer full): a new microphone, not yet open
 */
OnsiteMicrophone *onsite_microphone_new (OnsiteLibrary *library,
                                         OnsiteSourceFunc source,
                                         gpointer source_data,
                                         GDestroyNotify source_destroy);

/**
 * onsite_microphone_set_codec:
 * @self: a microphone
 * @codec: how clips are kept that begin from now on
 */
void onsite_microphone_set_codec (OnsiteMicrophone *self, OnsiteCodec codec);

/**
 * onsite_microphone_open_async:
 * @self: a microphone
 * @cancellable: (nullable): cancels the opening
 * @callback: called when it listens, or can't
 * @user_data: passed to @callback
 *
 * Starts to listen. Succeeds at once if it listens already. If it's closed
 * before it could be opened the error is %G_IO_ERROR_CANCELLED.
 */
void onsite_microphone_open_async (OnsiteMicrophone *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * onsite_microphone_open_finish:
 * @self: a microphone
 * @result: what the callback was given
 * @error: return location for an #OnsiteAudioError
 *
 * Returns: whether it listens
 */
gboolean
onsite_microphone_open_finish (OnsiteMicrophone *self, GAsyncResult *result, GError **error);

/**
 * onsite_microphone_close_async:
 * @self: a microphone
 * @callback: called when the last of it is with the library
 * @user_data: passed to @callback
 *
 * Seals a running clip and lets go of the source.
 */
void onsite_microphone_close_async (OnsiteMicrophone *self,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * onsite_microphone_close_finish:
 * @self: a microphone
 * @result: what the callback was given
 * @error: return location for an #OnsiteAudioError
 *
 * Returns: whether everything captured was handed on
 */
gboolean
onsite_microphone_close_finish (OnsiteMicrophone *self, GAsyncResult *result, GError **error);

/**
 * onsite_microphone_begin_clip:
 * @self: a microphone
 * @take: the id of the take
 * @turn: the index of the turn in it
 * @clip: the clip's id
 * @created_at_us: when, in microseconds since 1970 in UTC
 *
 * Keeps what is heard from this moment on.
 *
 * Returns: whether it does: %FALSE if it does not listen
 */
gboolean onsite_microphone_begin_clip (OnsiteMicrophone *self,
                                       const char *take,
                                       guint turn,
                                       const char *clip,
                                       gint64 created_at_us);

/**
 * onsite_microphone_end_clip:
 * @self: a microphone
 *
 * The clip ends at this moment, unless it is reopened before it is sealed.
 */
void onsite_microphone_end_clip (OnsiteMicrophone *self);

/**
 * onsite_microphone_reopen_clip:
 * @self: a microphone
 *
 * Goes on with the clip as if it had never ended.
 */
void onsite_microphone_reopen_clip (OnsiteMicrophone *self);

/**
 * onsite_microphone_pause_clip:
 * @self: a microphone
 *
 * Keeps nothing until the clip is resumed or ended.
 */
void onsite_microphone_pause_clip (OnsiteMicrophone *self);

/**
 * onsite_microphone_resume_clip:
 * @self: a microphone
 *
 * Goes on keeping, as the clip's next segment.
 */
void onsite_microphone_resume_clip (OnsiteMicrophone *self);

/**
 * onsite_microphone_seal_clip:
 * @self: a microphone
 *
 * The clip's end is final; "clip-ended" follows.
 */
void onsite_microphone_seal_clip (OnsiteMicrophone *self);

/**
 * onsite_microphone_get_receipt:
 * @self: a microphone
 * @receipt: (out): what is known of the running clip, up to its end if that is marked
 *
 * Returns: whether one runs
 */
gboolean onsite_microphone_get_receipt (OnsiteMicrophone *self, OnsiteReceipt *receipt);

/**
 * onsite_microphone_get_level:
 * @self: a microphone
 *
 * Returns: the peak of the last 50 ms in dBFS, -100 for silence
 */
double onsite_microphone_get_level (OnsiteMicrophone *self);

/**
 * onsite_microphone_get_listening:
 * @self: a microphone
 *
 * Returns: whether sound comes in
 */
gboolean onsite_microphone_get_listening (OnsiteMicrophone *self);

/**
 * onsite_microphone_get_trouble:
 * @self: a microphone
 *
 * Returns: (nullable): in words, why it does not listen although it's meant to
 */
const char *onsite_microphone_get_trouble (OnsiteMicrophone *self);

/**
 * onsite_microphone_get_device:
 * @self: a microphone
 *
 * Returns: (nullable): the id of what it listens to, if that is known
 */
const char *onsite_microphone_get_device (OnsiteMicrophone *self);

G_END_DECLS
