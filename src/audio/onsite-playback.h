/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-omission.h"
#include "onsite-packet-feed.h"

G_BEGIN_DECLS

/**
 * OnsitePlaybackFuncs:
 * @ended: the last sample has been heard, after the seek @n_seek, or 0 without one
 * @failed: it cannot go on
 *
 * Called in one of GStreamer's threads.
 */
typedef struct
{
  void (*ended) (guint n_seek, gpointer user_data);
  void (*failed) (const GError *error, gpointer user_data);
} OnsitePlaybackFuncs;

#define ONSITE_TYPE_PLAYBACK (onsite_playback_get_type ())

/**
 * OnsitePlayback:
 *
 * The pipeline that plays one clip. What may wait for a sound server or a disk
 * says so: #OnsitePlayer calls that in a worker thread.
 */
G_DECLARE_FINAL_TYPE (OnsitePlayback, onsite_playback, ONSITE, PLAYBACK, GObject)

/**
 * onsite_playback_new:
 * @feed: (transfer full): the clip's packets
 * @sink: (transfer floating): the element that plays
 * @funcs: what is called; copied
 * @user_data: for @funcs
 * @error: return location
 *
 * Puts the pipeline together; nothing is opened yet.
 *
 * Returns: (transfer full) (nullable): a playback; %NULL with
 *   %ONSITE_AUDIO_ERROR_FAILED if an element is missing or does not fit
 */
OnsitePlayback *onsite_playback_new (OnsitePacketFeed *feed,
                                     GstElement *sink,
                                     const OnsitePlaybackFuncs *funcs,
                                     gpointer user_data,
                                     GError **error);

/**
 * onsite_playback_prepare:
 * @self: a playback
 * @cancellable: (nullable): gives up at once
 * @error: return location
 *
 * Connects and decodes the first sound, paused. Blocks, at most 5 s.
 *
 * Returns: whether it can be heard; if not, with %ONSITE_AUDIO_ERROR, with
 *   %ONSITE_LIBRARY_ERROR if the clip can't be read, or with %G_IO_ERROR_CANCELLED
 */
gboolean onsite_playback_prepare (OnsitePlayback *self, GCancellable *cancellable, GError **error);

/**
 * onsite_playback_make_error:
 *
 * Returns: (transfer full): %ONSITE_AUDIO_ERROR_NO_DEVICE, as the sink does not answer
 */
GError *onsite_playback_make_error (void);

/**
 * onsite_playback_replace_sink:
 * @self: a playback
 * @sink: (transfer floating): the element that plays from here on
 * @error: return location
 *
 * Lets go of the sink that there was, and prepares anew with another: it is paused at
 * its start then, and a seek has to follow. What was set stays. Blocks, at most 5 s
 * and for as long as the old sink needs to stop.
 *
 * Returns: as onsite_playback_prepare(), or with %ONSITE_AUDIO_ERROR_FAILED if it does
 *   not fit
 */
gboolean onsite_playback_replace_sink (OnsitePlayback *self, GstElement *sink, GError **error);

/**
 * onsite_playback_set_playing:
 * @self: a playback
 * @playing: whether it is to play
 *
 * Plays or pauses. Blocks.
 */
void onsite_playback_set_playing (OnsitePlayback *self, gboolean playing);

/**
 * onsite_playback_seek:
 * @self: a playback
 * @n_seek: what to call it; not 0
 * @sample: where to go on, exactly; the nearest sound after it if that's skipped
 * @rate: how fast, without a change of pitch
 * @skip_silence: whether silences are left out from there on
 *
 * Blocks until what was playing is flushed, not until the new sound is there.
 */
void onsite_playback_seek (OnsitePlayback *self,
                           guint n_seek,
                           gint64 sample,
                           double rate,
                           gboolean skip_silence);

/**
 * onsite_playback_set_volume:
 * @self: a playback
 * @volume: from 0 to 1
 *
 * Sets how loud it is, at once. Does not block.
 */
void onsite_playback_set_volume (OnsitePlayback *self, double volume);

/**
 * onsite_playback_set_omissions:
 * @self: a playback
 * @omissions: (nullable) (element-type OnsiteOmission): what is made silent; held, and
 *   not to be changed any more
 *
 * Counts for what isn't decoded yet: a seek has to follow. Does not block.
 */
void onsite_playback_set_omissions (OnsitePlayback *self, GArray *omissions);

/**
 * onsite_playback_has_lost_time:
 * @self: a playback
 *
 * libpulse 16 tells nonsense, and goes on to, where its clock is asked for within
 * moments after a stream was resumed (mended in 17, by PulseAudio's commit c3eae5d00).
 * What waits for that clock waits for ever, and where one is can't be told by it.
 *
 * Returns: whether that has happened, so that the sink has to be replaced
 */
gboolean onsite_playback_has_lost_time (OnsitePlayback *self);

/**
 * onsite_playback_is_reading:
 * @self: a playback
 *
 * Returns: whether it waits for the disk just now, and so may stand still
 */
gboolean onsite_playback_is_reading (OnsitePlayback *self);

/**
 * onsite_playback_get_sample:
 * @self: a playback
 *
 * Returns: which sample of the clip is heard now, at 48 kHz; while a seek is being
 *   done, where it goes; −1 if it can't be told now, or has lost time
 */
gint64 onsite_playback_get_sample (OnsitePlayback *self);

/**
 * onsite_playback_get_n_samples:
 * @self: a playback
 *
 * Returns: how long the clip is, at 48 kHz, silences included
 */
gint64 onsite_playback_get_n_samples (OnsitePlayback *self);

/**
 * onsite_playback_stop:
 * @self: a playback
 *
 * Lets go of the sink; no function is called any more. Blocks.
 */
void onsite_playback_stop (OnsitePlayback *self);

G_END_DECLS
