/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-odd-sink.h"

#include <gst/audio/audio.h>

struct _OnsiteOddSink
{
  GstAppSink parent_instance;

  GstClock *clock;
  GMutex lock;
  gint64 start_us;
  gboolean is_odd;
  GstClockTime time;
};

G_DEFINE_FINAL_TYPE (OnsiteOddSink, onsite_odd_sink, GST_TYPE_APP_SINK)

static GstClockTime
get_time (GstClock *clock, gpointer user_data)
{
  OnsiteOddSink *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->is_odd)
    return self->time;
  return (GstClockTime) (g_get_monotonic_time () - self->start_us) * 1000;
}

static GstClock *
onsite_odd_sink_provide_clock (GstElement *element)
{
  return gst_object_ref (ONSITE_ODD_SINK (element)->clock);
}

static void
onsite_odd_sink_finalize (GObject *object)
{
  OnsiteOddSink *self = ONSITE_ODD_SINK (object);

  /* Whoever has the clock yet gets what it told last. */
  gst_audio_clock_invalidate (GST_AUDIO_CLOCK (self->clock));
  gst_object_unref (self->clock);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (onsite_odd_sink_parent_class)->finalize (object);
}

static void
onsite_odd_sink_class_init (OnsiteOddSinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_odd_sink_finalize;
  GST_ELEMENT_CLASS (klass)->provide_clock = onsite_odd_sink_provide_clock;
}

static void
onsite_odd_sink_init (OnsiteOddSink *self)
{
  g_mutex_init (&self->lock);
  self->start_us = g_get_monotonic_time ();
  self->clock = gst_audio_clock_new ("odd", get_time, self, NULL);
  GST_OBJECT_FLAG_SET (self, GST_ELEMENT_FLAG_PROVIDE_CLOCK);
}

void
onsite_odd_sink_set_time (OnsiteOddSink *self, GstClockTime time)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->is_odd = TRUE;
  self->time = time;
}
