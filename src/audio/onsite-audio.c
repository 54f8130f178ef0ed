/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-audio.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* −0.1 dBFS */
#define CLIPPED_FROM 32393
#define FULL_SCALE   32768.0
#define SILENCE_DBFS -100.0

GQuark
onsite_audio_error_quark (void)
{
  return g_quark_from_static_string ("onsite-audio-error-quark");
}

gboolean
onsite_audio_init (GError **error)
{
  return gst_init_check (NULL, NULL, error);
}

GstElement *
onsite_audio_make_element (const char *factory, GError **error)
{
  GstElement *element = gst_element_factory_make (factory, NULL);

  if (!element)
    g_set_error (error,
                 ONSITE_AUDIO_ERROR,
                 ONSITE_AUDIO_ERROR_FAILED,
                 C_ ("error",
                     "The GStreamer element “%s” is missing. Install GStreamer's base and good "
                     "plugins."),
                 factory);
  return element;
}

gboolean
onsite_audio_link (GstElement *source, GstElement *sink, GError **error)
{
  if (gst_element_link (source, sink))
    return TRUE;
  g_set_error (error,
               ONSITE_AUDIO_ERROR,
               ONSITE_AUDIO_ERROR_FAILED,
               C_ ("error", "The sound of “%s” does not fit “%s”. Choose another device."),
               GST_OBJECT_NAME (source),
               GST_OBJECT_NAME (sink));
  return FALSE;
}

static GstElement *
add_stage (GstElement *pipeline, const OnsiteAudioStage *stage, GError **error)
{
  GstElement *element;

  if (!stage->factory)
    element = *stage->element;
  else if (!(element = onsite_audio_make_element (stage->factory, error)))
    return NULL;
  gst_bin_add (GST_BIN (pipeline), element);
  if (stage->element)
    *stage->element = element;
  return element;
}

/* What was given is consumed, also where the pipeline doesn't come as far as that. */
static void
drop_stages (const OnsiteAudioStage *stages)
{
  for (; stages->factory || stages->element; stages++)
    if (!stages->factory)
      gst_object_unref (gst_object_ref_sink (*stages->element));
}

GstElement *
onsite_audio_make_pipeline (const OnsiteAudioStage *stages, GError **error)
{
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  GstElement *previous = NULL;

  for (; stages->factory || stages->element; stages++)
    {
      GstElement *element = add_stage (pipeline, stages, error);

      if (!element)
        {
          drop_stages (stages + 1);
          return NULL;
        }
      if (previous && !onsite_audio_link (previous, element, error))
        {
          drop_stages (stages + 1);
          return NULL;
        }
      previous = element;
    }
  return g_steal_pointer (&pipeline);
}

GError *
onsite_audio_make_sink_error (gboolean connected, const char *detail)
{
  if (!connected)
    return g_error_new_literal (ONSITE_AUDIO_ERROR,
                                ONSITE_AUDIO_ERROR_NO_SERVER,
                                C_ ("error",
                                    "There is no sound server to play to. Start PulseAudio or "
                                    "PipeWire, then try again."));
  return g_error_new (
      ONSITE_AUDIO_ERROR,
      ONSITE_AUDIO_ERROR_NO_DEVICE,
      C_ ("error", "The loudspeaker cannot be used. Plug it in or choose another one. (%s)"),
      detail);
}

GstCaps *
onsite_audio_make_raw_caps (void)
{
  return gst_caps_new_simple ("audio/x-raw",
                              "format",
                              G_TYPE_STRING,
                              G_BYTE_ORDER == G_LITTLE_ENDIAN ? "S16LE" : "S16BE",
                              "rate",
                              G_TYPE_INT,
                              ONSITE_AUDIO_RATE,
                              "channels",
                              G_TYPE_INT,
                              1,
                              "layout",
                              G_TYPE_STRING,
                              "interleaved",
                              NULL);
}

guint
onsite_audio_peak (const gint16 *samples, gsize n_samples)
{
  int low = 0, high = 0;

  /* Without a branch on each sample's sign, so that the compiler vectorises it. */
  for (gsize i = 0; i < n_samples; i++)
    {
      low = MIN (low, samples[i]);
      high = MAX (high, samples[i]);
    }
  return (guint) MAX (-low, high);
}

guint
onsite_audio_count_clipped (const gint16 *samples, gsize n_samples)
{
  guint n_clipped = 0;

  for (gsize i = 0; i < n_samples; i++)
    n_clipped += (samples[i] >= CLIPPED_FROM) | (samples[i] <= -CLIPPED_FROM);
  return n_clipped;
}

guint8
onsite_audio_peak_to_byte (guint peak)
{
  return (guint8) lrint (255.0 * sqrt (MIN (peak, FULL_SCALE) / FULL_SCALE));
}

double
onsite_audio_peak_to_dbfs (guint peak)
{
  return peak == 0 ? SILENCE_DBFS : 20.0 * log10 (peak / FULL_SCALE);
}
