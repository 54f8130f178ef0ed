/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * SECTION:onsite-audio
 *
 * What the types of this room have in common. Sound is 48 kHz, mono, signed 16
 * bits; Opus packets are of 20 ms; a row of the library holds 100 ms.
 */

/** ONSITE_AUDIO_RATE: samples a second of everything that is kept. */
#define ONSITE_AUDIO_RATE 48000

/** ONSITE_AUDIO_FRAME_SAMPLES: samples in an Opus packet, 20 ms. */
#define ONSITE_AUDIO_FRAME_SAMPLES 960

/** ONSITE_AUDIO_CHUNK_FRAMES: packets in a chunk, 100 ms. */
#define ONSITE_AUDIO_CHUNK_FRAMES 5

/**
 * ONSITE_AUDIO_GAP_US:
 *
 * From here on a jump of the timestamps is a gap in what was heard: sound servers
 * hand out buffers of 10 to 25 ms, and correct their timestamps by as much.
 */
#define ONSITE_AUDIO_GAP_US (60 * G_TIME_SPAN_MILLISECOND)

/**
 * ONSITE_AUDIO_LOOKAHEAD_SAMPLES:
 *
 * How far the decoder's output lies behind the encoder's input: 2.5 ms of the
 * CELT layer and 4 ms that align the SILK layer with it (RFC 6716, 4.2.9 and
 * OPUS_GET_LOOKAHEAD of libopus). It is the pre-skip of every clip.
 */
#define ONSITE_AUDIO_LOOKAHEAD_SAMPLES 312

/**
 * OnsiteAudioError:
 * @ONSITE_AUDIO_ERROR_NO_SERVER: there is no sound server to talk to
 * @ONSITE_AUDIO_ERROR_NO_DEVICE: the microphone or loudspeaker cannot be opened
 * @ONSITE_AUDIO_ERROR_SOURCE_GONE: the microphone went away while it was heard
 * @ONSITE_AUDIO_ERROR_NO_VOICE: no speech engine can say it
 * @ONSITE_AUDIO_ERROR_FAILED: anything else; the message says what
 */
typedef enum
{
  ONSITE_AUDIO_ERROR_NO_SERVER,
  ONSITE_AUDIO_ERROR_NO_DEVICE,
  ONSITE_AUDIO_ERROR_SOURCE_GONE,
  ONSITE_AUDIO_ERROR_NO_VOICE,
  ONSITE_AUDIO_ERROR_FAILED,
} OnsiteAudioError;

#define ONSITE_AUDIO_ERROR (onsite_audio_error_quark ())

/**
 * onsite_audio_error_quark:
 *
 * Returns: the domain of #OnsiteAudioError
 */
GQuark onsite_audio_error_quark (void);

/**
 * onsite_audio_init:
 * @error: return location
 *
 * Makes GStreamer ready; only the first call does anything. It may read the
 * disk, so it is called from a worker thread before the first pipeline is made,
 * and not at the program's start.
 *
 * Returns: %FALSE with @error set if there is no GStreamer that works
 */
gboolean onsite_audio_init (GError **error);

/**
 * onsite_audio_make_element:
 * @factory: the name of an element
 * @error: return location
 *
 * Returns: (transfer floating): the element, or %NULL with @error naming the
 *   plugin that is missing
 */
GstElement *onsite_audio_make_element (const char *factory, GError **error);

/**
 * onsite_audio_link:
 * @source: an element in a pipeline
 * @sink: another one in it
 * @error: return location
 *
 * Lets the sound of one go to the other.
 *
 * Returns: %FALSE with %ONSITE_AUDIO_ERROR_FAILED if it does not fit
 */
gboolean onsite_audio_link (GstElement *source, GstElement *sink, GError **error);

/**
 * OnsiteAudioStage: (skip)
 * @factory: (nullable): the name of an element, or %NULL for one that is there
 * @element: (nullable): where to put the element (borrowed); where @factory is
 *   %NULL, where to find it (floating, consumed)
 *
 * One step of a pipeline. A list ends with one that has neither.
 */
typedef struct
{
  const char *factory;
  GstElement **element;
} OnsiteAudioStage;

/**
 * onsite_audio_make_pipeline:
 * @stages: what it consists of, each linked to the next
 * @error: return location
 *
 * Returns: (transfer full): a pipeline that owns its elements, or %NULL with
 *   @error saying which element is missing or does not fit
 */
GstElement *onsite_audio_make_pipeline (const OnsiteAudioStage *stages, GError **error);

/**
 * onsite_audio_make_sink_error:
 * @connected: whether there is a sound server
 * @detail: (nullable): what the sink said, in its own words
 *
 * Returns: (transfer full): why nothing can be heard, and what to do
 */
GError *onsite_audio_make_sink_error (gboolean connected, const char *detail);

/**
 * onsite_audio_make_raw_caps:
 *
 * Returns: (transfer full): the caps of everything that is kept
 */
GstCaps *onsite_audio_make_raw_caps (void);

/**
 * onsite_audio_peak:
 * @samples: (array length=n_samples): sound
 * @n_samples: how many
 *
 * Returns: the largest magnitude of them, from 0 to 32768
 */
guint onsite_audio_peak (const gint16 *samples, gsize n_samples);

/**
 * onsite_audio_count_clipped:
 * @samples: (array length=n_samples): sound
 * @n_samples: how many
 *
 * Returns: how many of them reach −0.1 dBFS, where a converter has no more to give: in
 *   speech that a preamplifier cut off, three windows in five do, and none in speech
 *   that it did not
 */
guint onsite_audio_count_clipped (const gint16 *samples, gsize n_samples);

/**
 * onsite_audio_peak_to_byte:
 * @peak: from 0 to 32768
 *
 * Returns: 255 · √(@peak of full scale), as peaks are kept: the root gives soft
 *   speech (−40 dBFS) 26 of the 255 steps in place of 2
 */
guint8 onsite_audio_peak_to_byte (guint peak);

/**
 * onsite_audio_peak_to_dbfs:
 * @peak: from 0 to 32768
 *
 * Returns: the peak in dBFS; silence is −100
 */
double onsite_audio_peak_to_dbfs (guint peak);

/**
 * OnsiteSinkFunc:
 * @user_data: what came with the function
 *
 * Makes the element that plays, so that a test can pass its own. Called in a
 * worker thread.
 *
 * Returns: (transfer floating): a sink element
 */
typedef GstElement *(*OnsiteSinkFunc) (gpointer user_data);

G_END_DECLS
