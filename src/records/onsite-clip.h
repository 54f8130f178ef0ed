/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-codec.h"
#include "onsite-receipt.h"

G_BEGIN_DECLS

/**
 * ONSITE_SAMPLE_RATE:
 *
 * Samples a second of all that is recorded, one channel. Every count of
 * samples in Onsite is at this rate.
 */
#define ONSITE_SAMPLE_RATE 48000

/**
 * ONSITE_SAMPLES_PER_MS:
 *
 * Samples a millisecond of all that is recorded.
 */
#define ONSITE_SAMPLES_PER_MS (ONSITE_SAMPLE_RATE / 1000)

/**
 * OnsiteClipState:
 * @ONSITE_CLIP_RECORDING: being written, or left so by a crash
 * @ONSITE_CLIP_COMPLETE: ended as it should
 * @ONSITE_CLIP_RECOVERED: given back after a crash
 *
 * Whether a clip is whole.
 */
typedef enum
{
  ONSITE_CLIP_RECORDING,
  ONSITE_CLIP_COMPLETE,
  ONSITE_CLIP_RECOVERED,
} OnsiteClipState;

#define ONSITE_TYPE_CLIP_STATE (onsite_clip_state_get_type ())
GType onsite_clip_state_get_type (void);

/**
 * OnsiteSegment:
 * @start_samples: where it begins in the clip
 * @n_samples: how long it is
 * @gap_us: the true time without sound before it, in microseconds
 *
 * A stretch of one unbroken source. To be freed with g_free().
 */
typedef struct
{
  gint64 start_samples;
  gint64 n_samples;
  gint64 gap_us;
} OnsiteSegment;

/**
 * OnsiteMark:
 * @id: a UUID
 * @from_ms: where it is, or where it begins, in milliseconds of the clip
 * @to_ms: where it ends; -1 if it is a point
 * @note: what was noted there, or ""
 *
 * A point or a span of a clip that a person set.
 */
typedef struct
{
  char *id;
  gint64 from_ms;
  gint64 to_ms;
  char *note;
} OnsiteMark;

/**
 * OnsiteClip:
 * @id: a UUID
 * @state: whether it is whole
 * @created_at_us: when it was begun
 * @n_samples: its length, without the encoder's pre-skip
 * @pre_skip_samples: what a decoder drops at the start
 * @codec: how its sound is kept
 * @segments: (element-type OnsiteSegment): in order, never %NULL
 * @marks: (element-type OnsiteMark): by where they begin, never %NULL
 * @receipt: (nullable): what is known of its quality; %NULL until it has ended, and
 *   where nobody measured: it was cut off, or an earlier version recorded it
 *
 * What was recorded for one turn. The sound itself is read from the library.
 */
typedef struct
{
  char *id;
  OnsiteClipState state;
  gint64 created_at_us;
  gint64 n_samples;
  guint pre_skip_samples;
  OnsiteCodec codec;
  GPtrArray *segments;
  GPtrArray *marks;
  OnsiteReceipt *receipt;
} OnsiteClip;

/**
 * onsite_segment_new:
 * @start_samples: where it begins in the clip
 * @n_samples: how long it is
 * @gap_us: the true time without sound before it, in microseconds
 *
 * Makes a segment.
 *
 * Returns: (transfer full): a segment, to be freed with g_free()
 */
OnsiteSegment *onsite_segment_new (gint64 start_samples, gint64 n_samples, gint64 gap_us);

/**
 * onsite_mark_new:
 *
 * Makes a point at the start of a clip, with an id of its own and no note.
 *
 * Returns: (transfer full): a mark
 */
OnsiteMark *onsite_mark_new (void);

/**
 * onsite_mark_copy:
 * @self: a mark
 *
 * Copies a mark, with its id.
 *
 * Returns: (transfer full): the copy
 */
OnsiteMark *onsite_mark_copy (const OnsiteMark *self);

/**
 * onsite_mark_free:
 * @self: (transfer full): a mark
 *
 * Frees a mark.
 */
void onsite_mark_free (OnsiteMark *self);

/**
 * onsite_clip_new:
 *
 * Makes an empty clip with an id of its own, in the state of being recorded.
 *
 * Returns: (transfer full): a clip
 */
OnsiteClip *onsite_clip_new (void);

/**
 * onsite_clip_free:
 * @self: (transfer full): a clip
 *
 * Frees a clip with its segments, marks and receipt.
 */
void onsite_clip_free (OnsiteClip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteMark, onsite_mark_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteClip, onsite_clip_free)

G_END_DECLS
