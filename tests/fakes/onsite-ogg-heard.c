/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ogg-heard.h"

#include <gst/app/gstappsink.h>

static GArray *
pull (const char *description)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (gint16));
  g_autoptr (GstElement) pipeline = gst_parse_launch (description, NULL);
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");

  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  for (;;)
    {
      g_autoptr (GstSample) sample = gst_app_sink_pull_sample (GST_APP_SINK (sink));
      GstMapInfo map;

      if (!sample)
        break;
      gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ);
      g_array_append_vals (samples, map.data, (guint) (map.size / sizeof (gint16)));
      gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return samples;
}

GArray *
onsite_ogg_heard (const char *path)
{
  g_autofree char *description = g_strdup_printf (
      "filesrc location=%s ! oggdemux ! opusdec ! audioconvert ! audioresample "
      "! audio/x-raw,format=S16LE,rate=48000,channels=1 ! appsink name=sink "
      "sync=false",
      path);

  return pull (description);
}

GArray *
onsite_flac_heard (const char *path)
{
  g_autofree char *description = g_strdup_printf (
      "filesrc location=%s ! flacparse ! flacdec ! appsink name=sink sync=false",
      path);

  return pull (description);
}
