/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-clip-sink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_RECORDING (onsite_recording_get_type ())

/**
 * OnsiteRecording:
 *
 * One clip while it is written: cuts what is captured to the clip's beginning
 * and end by the capture clock, in frames of 20 ms; finds the gaps; has it
 * encoded, and hands chunks to the sink.
 *
 * Everything here is to be called with the same lock held, or from one thread;
 * nothing blocks. The sink is called in the encoder's thread. Times are
 * microseconds of the capture's clock, samples are at 48 kHz.
 */
G_DECLARE_FINAL_TYPE (OnsiteRecording, onsite_recording, ONSITE, RECORDING, GObject)

/**
 * OnsiteRecordingDone:
 * @recording: (transfer none): whose end it is
 * @error: (nullable): why the encoder failed
 * @user_data: what onsite_recording_new() was given
 *
 * The sink has got the clip's end. Called in the encoder's thread, in which the
 * recording must not be freed.
 */
typedef void (*OnsiteRecordingDone) (OnsiteRecording *recording,
                                     const GError *error,
                                     gpointer user_data);

/**
 * onsite_recording_new:
 * @clip: the clip's id
 * @start_us: what was captured before is left out
 * @sink: (transfer none): where it goes
 * @codec: how its sound is kept
 * @done: called when the sink has got the clip's end
 * @user_data: for @done
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a recording that takes sound; %NULL with
 *   %ONSITE_AUDIO_ERROR_FAILED if there is no encoder
 */
OnsiteRecording *onsite_recording_new (const char *clip,
                                       gint64 start_us,
                                       OnsiteClipSink *sink,
                                       OnsiteCodec codec,
                                       OnsiteRecordingDone done,
                                       gpointer user_data,
                                       GError **error);

/**
 * onsite_recording_feed:
 * @self: a recording
 * @samples: (array length=n_samples): what was captured next; copied
 * @n_samples: how many
 * @time_us: when the first of them was
 * @since_us: if that shows a gap, how much sound before them it was; it is put between
 *   two rows there, of which none holds more than 100 ms
 *
 * Ignored once the clip is finished.
 */
void onsite_recording_feed (OnsiteRecording *self,
                            const gint16 *samples,
                            gsize n_samples,
                            gint64 time_us,
                            gint64 since_us);

/**
 * onsite_recording_pause:
 * @self: a recording
 * @pause_us: when it was paused
 *
 * Keeps nothing from @pause_us on until it is resumed. Ignored while it is paused.
 */
void onsite_recording_pause (OnsiteRecording *self, gint64 pause_us);

/**
 * onsite_recording_resume:
 * @self: a recording
 * @resume_us: when it was resumed
 *
 * Keeps again from @resume_us on. More than 60 ms after the pause it is a segment
 * of its own, whose gap is the pause. Ignored while it isn't paused.
 */
void onsite_recording_resume (OnsiteRecording *self, gint64 resume_us);

/**
 * onsite_recording_mark_end:
 * @self: a recording
 * @end_us: when it is to end
 *
 * Remembers @end_us as the end, and goes on. Ignored once it is sealed.
 */
void onsite_recording_mark_end (OnsiteRecording *self, gint64 end_us);

/**
 * onsite_recording_clear_end:
 * @self: a recording
 *
 * Forgets the end, if it isn't sealed.
 */
void onsite_recording_clear_end (OnsiteRecording *self);

/**
 * onsite_recording_seal:
 * @self: a recording
 *
 * The marked end is final. The clip is finished as soon as everything before
 * its end has been fed.
 */
void onsite_recording_seal (OnsiteRecording *self);

/**
 * onsite_recording_cut:
 * @self: a recording
 *
 * Nothing comes any more: finishes the clip at its end if that was reached,
 * otherwise after what was fed.
 */
void onsite_recording_cut (OnsiteRecording *self);

/**
 * onsite_recording_is_finished:
 * @self: a recording
 *
 * Returns: whether it takes no more sound
 */
gboolean onsite_recording_is_finished (OnsiteRecording *self);

/**
 * onsite_recording_has_end:
 * @self: a recording
 *
 * Returns: whether its end is marked
 */
gboolean onsite_recording_has_end (OnsiteRecording *self);

/**
 * onsite_recording_hear_from:
 * @self: a recording
 * @device: where what follows comes from
 * @processing: what was done to it on its way
 *
 * What is fed from now on comes from there.
 */
void onsite_recording_hear_from (OnsiteRecording *self,
                                 OnsiteDeviceKind device,
                                 OnsiteProcessing processing);

/**
 * onsite_recording_add_clipped:
 * @self: a recording
 * @n_clipped: samples that were clipped of what is fed next, in which that can't be seen
 *
 * Adds to what was clipped.
 */
void onsite_recording_add_clipped (OnsiteRecording *self, guint n_clipped);

/**
 * onsite_recording_get_receipt:
 * @self: a recording
 *
 * Returns: what is known of it by now, at most up to its end
 */
OnsiteReceipt onsite_recording_get_receipt (OnsiteRecording *self);

/**
 * onsite_recording_get_n_samples:
 * @self: a recording
 *
 * Returns: how long it is by now, at most up to its end, at 48 kHz
 */
gint64 onsite_recording_get_n_samples (OnsiteRecording *self);

G_END_DECLS
