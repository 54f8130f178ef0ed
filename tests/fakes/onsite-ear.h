/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-odd-sink.h"

G_BEGIN_DECLS

/* What a loudspeaker would have given. */
typedef struct
{
  GMutex lock;
  GArray *samples; /* (element-type gint16): since the last flush */
  guint n_flushes;
  gint n_sinks;         /* atomic: that there are */
  guint n_made;         /* of them, so far */
  OnsiteOddSink *sink;  /* (unowned): the one that was made last */
  gboolean is_dead;     /* the clock of each that is made stands still */
  gint is_deaf_to_ends; /* atomic: none tells the end */
} OnsiteEar;

void onsite_ear_init (OnsiteEar *self);
/* Once there is no sink of it any more. */
void onsite_ear_clear (OnsiteEar *self);
/* An OnsiteSinkFunc: a sink that takes as long as a loudspeaker, and keeps what it gets. */
GstElement *onsite_ear_make_sink (gpointer ear);
guint onsite_ear_count_flushes (OnsiteEar *self);
guint onsite_ear_count_heard (OnsiteEar *self);
GArray *onsite_ear_copy_heard (OnsiteEar *self);

G_END_DECLS
