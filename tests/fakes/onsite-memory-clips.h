/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-clip-sink.h"

G_BEGIN_DECLS

typedef struct
{
  guint segment;
  gint64 start_samples;
  gint64 n_samples;
  GBytes *packets;
  GBytes *peaks;
  gint64 arrived_us; /* g_get_monotonic_time() */
} OnsiteMemoryChunk;

typedef struct
{
  gint64 start_samples;
  gint64 gap_us;
} OnsiteMemorySegment;

/* A clip as it was handed to the sink. */
typedef struct
{
  char *id;
  GBytes *codec_head;
  guint pre_skip_samples;
  GArray *segments;  /* OnsiteMemorySegment */
  GPtrArray *chunks; /* OnsiteMemoryChunk */
  gint64 n_samples;  /* -1 until it has ended */
  OnsiteReceipt *receipt;
} OnsiteMemoryClip;

/**
 * OnsiteMemoryClips:
 *
 * An #OnsiteRecorderSink that keeps clips in memory, and asserts that its calls
 * come in the order that is promised.
 */
typedef struct _OnsiteMemoryClips OnsiteMemoryClips;

extern const OnsiteRecorderSink onsite_memory_clips_sink;

OnsiteMemoryClips *onsite_memory_clips_new (void);
void onsite_memory_clips_free (OnsiteMemoryClips *self);
/* The clip, NULL if none has begun by that name. Look into it when it has ended. */
OnsiteMemoryClip *onsite_memory_clips_get (OnsiteMemoryClips *self, const char *id);
gboolean onsite_memory_clips_has_ended (OnsiteMemoryClips *self, const char *id);
/* From any thread: how many samples there are in chunks by now. */
gint64 onsite_memory_clips_count_samples (OnsiteMemoryClips *self, const char *id);

/* What a decoder makes of it: exactly n_samples, S16. Free with g_array_unref(). */
GArray *onsite_memory_clip_decode (OnsiteMemoryClip *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteMemoryClips, onsite_memory_clips_free)

G_END_DECLS
