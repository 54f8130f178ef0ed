/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ear.h"

#include "audio/onsite-audio.h"

void
onsite_ear_init (OnsiteEar *self)
{
  *self = (OnsiteEar){ .samples = g_array_new (FALSE, FALSE, sizeof (gint16)) };
  g_mutex_init (&self->lock);
}

void
onsite_ear_clear (OnsiteEar *self)
{
  g_mutex_clear (&self->lock);
  g_array_unref (self->samples);
}

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer user_data)
{
  OnsiteEar *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GstMapInfo map;

  gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ);
  g_array_append_vals (self->samples, map.data, (guint) (map.size / sizeof (gint16)));
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
  return GST_FLOW_OK;
}

static GstPadProbeReturn
on_event (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  OnsiteEar *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (info)) == GST_EVENT_EOS &&
      g_atomic_int_get (&self->is_deaf_to_ends))
    return GST_PAD_PROBE_DROP;
  if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (info)) != GST_EVENT_FLUSH_STOP)
    return GST_PAD_PROBE_OK;
  g_array_set_size (self->samples, 0);
  self->n_flushes++;
  return GST_PAD_PROBE_OK;
}

static void
on_sink_gone (gpointer user_data)
{
  OnsiteEar *self = user_data;

  g_atomic_int_dec_and_test (&self->n_sinks);
}

GstElement *
onsite_ear_make_sink (gpointer ear)
{
  OnsiteEar *self = ear;
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample };
  OnsiteOddSink *sink = g_object_new (ONSITE_TYPE_ODD_SINK, NULL);
  g_autoptr (GstCaps) caps = onsite_audio_make_raw_caps ();
  g_autoptr (GstPad) pad = gst_element_get_static_pad (GST_ELEMENT (sink), "sink");

  g_object_set (sink, "sync", TRUE, "caps", caps, NULL);
  if (self->is_dead)
    onsite_odd_sink_set_time (sink, GST_CLOCK_TIME_NONE);
  self->sink = sink;
  self->n_made++;
  g_atomic_int_inc (&self->n_sinks);
  g_object_set_data_full (G_OBJECT (sink), "ear", self, on_sink_gone);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, self, NULL);
  gst_pad_add_probe (pad,
                     GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM | GST_PAD_PROBE_TYPE_EVENT_FLUSH,
                     on_event,
                     self,
                     NULL);
  return GST_ELEMENT (sink);
}

guint
onsite_ear_count_flushes (OnsiteEar *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->n_flushes;
}

guint
onsite_ear_count_heard (OnsiteEar *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->samples->len;
}

GArray *
onsite_ear_copy_heard (OnsiteEar *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_array_copy (self->samples);
}
