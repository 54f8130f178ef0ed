/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clip-sink.h"

static void
onsite_clip_sink_clear (gpointer data)
{
  OnsiteClipSink *self = data;

  if (self->destroy)
    self->destroy (self->user_data);
}

OnsiteClipSink *
onsite_clip_sink_new (const OnsiteRecorderSink *funcs, gpointer user_data, GDestroyNotify destroy)
{
  OnsiteClipSink *self = g_atomic_rc_box_new (OnsiteClipSink);

  self->funcs = *funcs;
  self->user_data = user_data;
  self->destroy = destroy;
  return self;
}

OnsiteClipSink *
onsite_clip_sink_ref (OnsiteClipSink *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
onsite_clip_sink_unref (OnsiteClipSink *self)
{
  g_atomic_rc_box_release_full (self, onsite_clip_sink_clear);
}
