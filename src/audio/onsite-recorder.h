/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-audio.h"
#include "onsite-capture.h"
#include "onsite-clip-sink.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_RECORDER (onsite_recorder_get_type ())

/**
 * OnsiteRecorder:
 *
 * Listens all the time that it is open, and keeps what is heard between the
 * beginning and the end of a clip. Two pipelines: the capture, and an encoder
 * for each clip that outlives it, so that a clip goes on when a source that
 * went away is back.
 *
 * It is used from one thread, whose thread-default main context at creation gets
 * signals and notifications; nothing but the last unref of a recorder that is
 * still open blocks. A recorder that has a running clip stays alive until the
 * clip is sealed or the recorder closed.
 *
 * Properties: "level" (peak of the last 50 ms in dBFS, from −100, notified at
 * 20 Hz), "listening", "stalled" (no sound has come for a second, as when the
 * sound server hangs: the clip goes on, with a gap, when it comes again),
 * "elapsed-ms" (of the running clip, or of the last one; notified at 20 Hz),
 * "device" (the id of what it listens to, %NULL until that is known).
 *
 * Where the device that its source names can't be opened it listens to the next
 * best microphone, as the sound server chooses.
 */
G_DECLARE_FINAL_TYPE (OnsiteRecorder, onsite_recorder, ONSITE, RECORDER, GObject)

/**
 * OnsiteRecorder::failed:
 * @error: of %ONSITE_AUDIO_ERROR, in words for a person
 *
 * The source is gone, or the encoder failed, and the recorder has stopped to
 * listen. A clip that ran has all that was captured until then; once the recorder
 * is opened again it goes on with its next segment, whose gap is how long the
 * source was away. It can be ended, sealed, paused and resumed meanwhile.
 */

/**
 * onsite_recorder_new:
 * @source: makes the element that captures
 * @source_data: for @source
 * @source_destroy: (nullable): frees @source_data
 * @sink: where clips go; copied
 * @sink_data: for @sink
 * @sink_destroy: (nullable): frees @sink_data, once the recorder is gone and its last
 *   clip has got its end, in whatever thread that comes
 *
 * Returns: (transfer full): a recorder that is closed
 */
OnsiteRecorder *onsite_recorder_new (OnsiteSourceFunc source,
                                     gpointer source_data,
                                     GDestroyNotify source_destroy,
                                     const OnsiteRecorderSink *sink,
                                     gpointer sink_data,
                                     GDestroyNotify sink_destroy);

/**
 * onsite_recorder_set_codec:
 * @self: a recorder
 * @codec: how clips are kept that begin from now on; as Opus until it's set, and where
 *   there is no encoder for it
 */
void onsite_recorder_set_codec (OnsiteRecorder *self, OnsiteCodec codec);

/**
 * onsite_recorder_open_async:
 * @self: a recorder
 * @cancellable: (nullable): gives up
 * @callback: called when it listens, or can't
 * @user_data: for @callback
 *
 * Starts listening; ready when the first buffer has come, within 5 s. If it is
 * open or is being opened already the error is %G_IO_ERROR_PENDING.
 */
void onsite_recorder_open_async (OnsiteRecorder *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * onsite_recorder_open_finish:
 * @self: a recorder
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_recorder_open_async().
 *
 * Returns: whether it listens; if not, with %ONSITE_AUDIO_ERROR_NO_SERVER,
 *   %ONSITE_AUDIO_ERROR_NO_DEVICE, %ONSITE_AUDIO_ERROR_FAILED or %G_IO_ERROR_PENDING
 */
gboolean onsite_recorder_open_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error);

/**
 * onsite_recorder_close_async:
 * @self: a recorder
 * @cancellable: (nullable): gives up waiting, not closing
 * @callback: called when it is closed
 * @user_data: for @callback
 *
 * Ends a running clip at this moment and seals it, and lets go of the
 * microphone. Ready when everything has been handed to the sink. Closing what
 * is closed succeeds.
 */
void onsite_recorder_close_async (OnsiteRecorder *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * onsite_recorder_close_finish:
 * @self: a recorder
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_recorder_close_async(). It is closed in any case.
 *
 * Returns: whether everything has been handed to the sink; if not, with
 *   %ONSITE_AUDIO_ERROR_FAILED: the last seconds could not be encoded
 */
gboolean onsite_recorder_close_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error);

/**
 * onsite_recorder_begin_clip:
 * @self: a recorder
 * @clip: the clip's id
 *
 * Keeps all sound from this moment on, by the capture's clock, and 100 ms from
 * before it. A clip that still runs is ended and sealed.
 *
 * Returns: whether the clip has begun: %FALSE while it is not listening, or if
 *   the encoder can't be made, of which OnsiteRecorder::failed tells
 */
gboolean onsite_recorder_begin_clip (OnsiteRecorder *self, const char *clip);

/**
 * onsite_recorder_end_clip:
 * @self: a recorder
 *
 * Remembers this moment as the clip's end, and goes on keeping until it is
 * sealed. Ignored if no clip runs.
 */
void onsite_recorder_end_clip (OnsiteRecorder *self);

/**
 * onsite_recorder_pause_clip:
 * @self: a recorder
 *
 * Keeps nothing from this moment on, until the clip is resumed or ended.
 */
void onsite_recorder_pause_clip (OnsiteRecorder *self);

/**
 * onsite_recorder_resume_clip:
 * @self: a recorder
 *
 * Keeps again from this moment on, as the clip's next segment, whose gap is the
 * pause.
 */
void onsite_recorder_resume_clip (OnsiteRecorder *self);

/**
 * onsite_recorder_reopen_clip:
 * @self: a recorder
 *
 * Forgets the end: the clip goes on without a gap. Ignored if no clip runs.
 */
void onsite_recorder_reopen_clip (OnsiteRecorder *self);

/**
 * onsite_recorder_seal_clip:
 * @self: a recorder
 *
 * The end is final; if none was marked, it is this moment. Ignored if no clip runs.
 */
void onsite_recorder_seal_clip (OnsiteRecorder *self);

/**
 * onsite_recorder_get_receipt:
 * @self: a recorder
 * @receipt: (out): what is known of the running clip, up to its end if that is marked
 *
 * Returns: whether one runs
 */
gboolean onsite_recorder_get_receipt (OnsiteRecorder *self, OnsiteReceipt *receipt);

/**
 * onsite_recorder_get_level:
 * @self: a recorder
 *
 * Returns: the peak of the last 50 ms in dBFS, from −100
 */
double onsite_recorder_get_level (OnsiteRecorder *self);

/**
 * onsite_recorder_get_listening:
 * @self: a recorder
 *
 * Returns: %TRUE from when it was opened until it closes
 */
gboolean onsite_recorder_get_listening (OnsiteRecorder *self);

/**
 * onsite_recorder_get_stalled:
 * @self: a recorder
 *
 * Returns: %TRUE if no sound has come for a second
 */
gboolean onsite_recorder_get_stalled (OnsiteRecorder *self);

/**
 * onsite_recorder_get_elapsed_ms:
 * @self: a recorder
 *
 * Returns: how long the running clip is by now, up to its end; else how long the last
 *   one was
 */
gint64 onsite_recorder_get_elapsed_ms (OnsiteRecorder *self);

/**
 * onsite_recorder_get_device:
 * @self: a recorder
 *
 * Returns: (transfer none) (nullable): the id of what it listens to; %NULL if that
 *   isn't known
 */
const char *onsite_recorder_get_device (OnsiteRecorder *self);

G_END_DECLS
