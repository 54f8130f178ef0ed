/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-recording.h"

G_BEGIN_DECLS

/**
 * OnsiteRecordingsFuncs:
 * @measured: there is a new level for onsite_recordings_take_level(), and no call
 *   before it is taken. In the thread that feeds, under the lock
 * @done: the sink has got the end of @recording (transfer full). In the encoder's
 *   thread, in which it must not be freed
 */
typedef struct
{
  void (*measured) (gpointer owner);
  void (*done) (OnsiteRecording *recording, const GError *error, gpointer owner);
} OnsiteRecordingsFuncs;

/**
 * OnsiteRecordings:
 *
 * What a recorder keeps of what its capture hears: the clips that the sink has
 * not got the ends of yet, of which one at most runs, what came just before a
 * clip, and the level. For any thread; behind a lock of its own.
 */
typedef struct _OnsiteRecordings OnsiteRecordings;

/**
 * onsite_recordings_new:
 * @sink: (transfer full): where clips go
 * @funcs: what to call with @owner
 * @owner: (transfer none): frees the recordings; each clip keeps it alive to its end
 *
 * Nothing is fed until onsite_recordings_listen().
 *
 * Returns: (transfer full): no recording as yet
 */
OnsiteRecordings *
onsite_recordings_new (OnsiteClipSink *sink, const OnsiteRecordingsFuncs *funcs, GObject *owner);

/**
 * onsite_recordings_free:
 * @self: (transfer full): recordings, of which no clip waits for its end
 */
void onsite_recordings_free (OnsiteRecordings *self);

/**
 * onsite_recordings_listen:
 * @self: recordings
 *
 * Takes sound again, which follows none from before: the preroll is forgotten.
 */
void onsite_recordings_listen (OnsiteRecordings *self);

/**
 * onsite_recordings_hear_from:
 * @self: recordings
 * @device: where what follows comes from
 * @processing: what was done to it on its way
 *
 * What is fed from now on comes from there.
 */
void onsite_recordings_hear_from (OnsiteRecordings *self,
                                  OnsiteDeviceKind device,
                                  OnsiteProcessing processing);

/**
 * onsite_recordings_set_codec:
 * @self: recordings
 * @codec: a codec
 *
 * Says how clips are kept that begin from now on.
 */
void onsite_recordings_set_codec (OnsiteRecordings *self, OnsiteCodec codec);

/**
 * onsite_recordings_get_receipt:
 * @self: recordings
 * @receipt: (out): what is known of the running clip, up to its end if that is marked
 *
 * Returns: whether one runs
 */
gboolean onsite_recordings_get_receipt (OnsiteRecordings *self, OnsiteReceipt *receipt);

/**
 * onsite_recordings_go_deaf:
 * @self: recordings
 *
 * Nothing comes any more. All clips get their ends but one that still runs: that
 * goes on when sound comes again.
 */
void onsite_recordings_go_deaf (OnsiteRecordings *self);

/**
 * onsite_recordings_feed:
 * @self: recordings
 * @samples: (array length=n_samples): what was captured next; copied
 * @n_samples: how many
 * @time_us: when the first of them was, by the capture's clock
 * @since_us: how much sound before them the gap was, if that shows one
 *
 * Gives sound to all clips that take some, to the preroll and to the level.
 */
void onsite_recordings_feed (OnsiteRecordings *self,
                             const gint16 *samples,
                             gsize n_samples,
                             gint64 time_us,
                             gint64 since_us);

/**
 * onsite_recordings_add_clipped:
 * @self: recordings
 * @n_clipped: samples that were clipped of what is fed next, in which that can't be seen
 *
 * Adds to what was clipped.
 */
void onsite_recordings_add_clipped (OnsiteRecordings *self, guint n_clipped);

/**
 * onsite_recordings_begin:
 * @self: recordings
 * @clip: the clip's id
 * @error: return location for %ONSITE_AUDIO_ERROR_FAILED
 *
 * Begins a clip 100 ms before this moment; one that runs is sealed.
 *
 * Returns: %FALSE if the encoder can't be made
 */
gboolean onsite_recordings_begin (OnsiteRecordings *self, const char *clip, GError **error);

/**
 * onsite_recordings_mark_end:
 * @self: recordings
 *
 * Marks this moment as the running clip's end; it goes on.
 */
void onsite_recordings_mark_end (OnsiteRecordings *self);

/**
 * onsite_recordings_clear_end:
 * @self: recordings
 *
 * Forgets the running clip's end.
 */
void onsite_recordings_clear_end (OnsiteRecordings *self);

/**
 * onsite_recordings_pause:
 * @self: recordings
 *
 * Has the running clip keep nothing from this moment on.
 */
void onsite_recordings_pause (OnsiteRecordings *self);

/**
 * onsite_recordings_resume:
 * @self: recordings
 *
 * Has the running clip keep again from this moment on.
 */
void onsite_recordings_resume (OnsiteRecordings *self);

/**
 * onsite_recordings_seal:
 * @self: recordings
 *
 * Makes the running clip's end final; an unmarked one is this moment.
 */
void onsite_recordings_seal (OnsiteRecordings *self);

/**
 * onsite_recordings_wait_for_sound:
 * @self: recordings
 *
 * Blocks, a second at most, until sealed clips have got what the source still holds
 * of them.
 */
void onsite_recordings_wait_for_sound (OnsiteRecordings *self);

/**
 * onsite_recordings_finish:
 * @self: recordings
 *
 * Goes deaf, and blocks until the sink has got the ends of all clips but of one
 * that still runs.
 *
 * Returns: %FALSE if an encoder hangs
 */
gboolean onsite_recordings_finish (OnsiteRecordings *self);

/**
 * onsite_recordings_are_done:
 * @self: recordings
 *
 * Returns: whether the sink has got the ends of all clips
 */
gboolean onsite_recordings_are_done (OnsiteRecordings *self);

/**
 * onsite_recordings_take_level:
 * @self: recordings
 * @elapsed_ms: (out): how long the clip was when it was measured
 *
 * Returns: the peak of the last 50 ms in dBFS
 */
double onsite_recordings_take_level (OnsiteRecordings *self, gint64 *elapsed_ms);

/**
 * onsite_recordings_get_elapsed_ms:
 * @self: recordings
 *
 * Returns: how long the clip that runs, or ran last, is by now, up to its end
 */
gint64 onsite_recordings_get_elapsed_ms (OnsiteRecordings *self);

G_END_DECLS
