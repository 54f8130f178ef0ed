/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * OnsiteRecorderSink:
 * @begin: a clip begins; @opus_head is the Opus identification header (RFC 7845, 5.1)
 * @segment: an unbroken stretch begins, after @gap_us without sound
 * @chunk: 100 ms of sound: length-prefixed Opus packets, and a peak byte per 20 ms
 * @end: the clip ends after @n_samples; what was handed on beyond is to be dropped
 *
 * Where what is recorded goes. Called from a streaming thread; must not block.
 * The rehearsal wires it to the library, a test to memory. Samples are counted
 * at 48 kHz, mono, from the clip's beginning.
 */
typedef struct
{
  void (*begin) (const char *clip, guint pre_skip_samples, GBytes *opus_head, gpointer user_data);
  void (*segment) (const char *clip,
                   guint index,
                   gint64 start_samples,
                   gint64 gap_us,
                   gpointer user_data);
  void (*chunk) (const char *clip,
                 guint segment,
                 gint64 start_samples,
                 gint64 n_samples,
                 GBytes *packets,
                 GBytes *peaks,
                 gpointer user_data);
  void (*end) (const char *clip, gint64 n_samples, gpointer user_data);
} OnsiteRecorderSink;

typedef enum
{
  ONSITE_AUDIO_ERROR_NO_SERVER,
  ONSITE_AUDIO_ERROR_NO_DEVICE,
  ONSITE_AUDIO_ERROR_SOURCE_GONE,
  ONSITE_AUDIO_ERROR_FAILED,
} OnsiteAudioError;

#define ONSITE_AUDIO_ERROR (onsite_audio_error_quark ())
GQuark onsite_audio_error_quark (void);

/**
 * OnsiteSourceFunc:
 *
 * Makes the element that captures, so that a test can pass its own.
 *
 * Returns: (transfer floating): a source element
 */
typedef GstElement *(*OnsiteSourceFunc) (gpointer user_data);

#define ONSITE_TYPE_RECORDER (onsite_recorder_get_type ())

/**
 * OnsiteRecorder:
 *
 * Listens all the time that it is open, and keeps what is heard between the
 * beginning and the end of a clip. Two pipelines: the capture, and the encoder
 * that outlives it. Signals and notifications come in the main context that
 * made it.
 *
 * Properties: "level" (peak of the last 50 ms in dBFS, −∞ as −100),
 * "listening", "elapsed-ms" (of the running clip).
 * Signals: "failed" (GError): the source is gone and the recorder has closed.
 */
G_DECLARE_FINAL_TYPE (OnsiteRecorder, onsite_recorder, ONSITE, RECORDER, GObject)

OnsiteRecorder *onsite_recorder_new (OnsiteSourceFunc source,
                                     gpointer source_data,
                                     GDestroyNotify source_destroy,
                                     const OnsiteRecorderSink *sink,
                                     gpointer sink_data,
                                     GDestroyNotify sink_destroy);
/* Starts listening; ready when the first buffer has come. */
void onsite_recorder_open_async (OnsiteRecorder *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean onsite_recorder_open_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error);
/* Ends and seals a running clip, and lets go of the microphone. */
void onsite_recorder_close_async (OnsiteRecorder *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean onsite_recorder_close_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error);
/* None of these blocks. Sound from this moment on, by the capture clock. */
void onsite_recorder_begin_clip (OnsiteRecorder *self, const char *clip);
/* Remembers this moment as the clip's end, and goes on keeping until it's sealed. */
void onsite_recorder_end_clip (OnsiteRecorder *self);
/* Keeps nothing until it is resumed, as the clip's next segment, or ended: a pause in practice. */
void onsite_recorder_pause_clip (OnsiteRecorder *self);
void onsite_recorder_resume_clip (OnsiteRecorder *self);
/* Forgets the end. */
void onsite_recorder_reopen_clip (OnsiteRecorder *self);
/* The end is final. */
void onsite_recorder_seal_clip (OnsiteRecorder *self);
double onsite_recorder_get_level (OnsiteRecorder *self);
gboolean onsite_recorder_get_listening (OnsiteRecorder *self);

G_END_DECLS
