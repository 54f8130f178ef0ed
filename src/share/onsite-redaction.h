/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ONSITE_REDACTION_STEP_MS:
 *
 * What spans are widened to: that much sound is a peak, and a frame of the encoder, so
 * that nothing stands for what is partly removed.
 */
#define ONSITE_REDACTION_STEP_MS 20

/**
 * OnsiteSpanKind:
 * @ONSITE_SPAN_MUTE: silence in its place, as long as it was
 * @ONSITE_SPAN_CUT: nothing in its place; what lies behind moves forward
 *
 * How a span is removed from a copy.
 */
typedef enum
{
  ONSITE_SPAN_MUTE,
  ONSITE_SPAN_CUT,
} OnsiteSpanKind;

#define ONSITE_TYPE_SPAN_KIND (onsite_span_kind_get_type ())
GType onsite_span_kind_get_type (void);

/**
 * OnsiteSpan:
 * @from_ms: where it begins in a clip, in milliseconds
 * @to_ms: where it ends; not in it any more
 * @kind: how it is removed
 *
 * A span of a clip that nobody else is to hear.
 */
typedef struct
{
  gint64 from_ms;
  gint64 to_ms;
  OnsiteSpanKind kind;
} OnsiteSpan;

/**
 * OnsiteRedaction:
 *
 * What a copy of a clip leaves out, and what that does to time. Pure and immutable.
 *
 * Spans are widened to whole steps of %ONSITE_REDACTION_STEP_MS, put in order and
 * joined; where a mute and a cut overlap, it is cut. "Kept" is what is neither muted
 * nor cut.
 */
typedef struct _OnsiteRedaction OnsiteRedaction;

/**
 * onsite_redaction_new:
 * @spans: (array length=n_spans) (nullable): what to remove, in any order; what lies
 *   outside the clip is passed over
 * @n_spans: how many
 * @n_samples: how long the clip is
 *
 * Returns: (transfer full): a redaction
 */
OnsiteRedaction *onsite_redaction_new (const OnsiteSpan *spans, guint n_spans, gint64 n_samples);

/**
 * onsite_redaction_free:
 * @self: (transfer full): a redaction
 */
void onsite_redaction_free (OnsiteRedaction *self);

/**
 * onsite_redaction_is_empty:
 * @self: a redaction
 *
 * Returns: whether the copy is the clip as it was
 */
gboolean onsite_redaction_is_empty (const OnsiteRedaction *self);

/**
 * onsite_redaction_get_spans:
 * @self: a redaction
 *
 * Returns: (transfer none) (element-type OnsiteSpan): what is removed, in the clip's
 *   time, in order, without overlaps
 */
GArray *onsite_redaction_get_spans (const OnsiteRedaction *self);

/**
 * onsite_redaction_get_clip_samples:
 * @self: a redaction
 *
 * Returns: how long the clip was
 */
gint64 onsite_redaction_get_clip_samples (const OnsiteRedaction *self);

/**
 * onsite_redaction_get_copy_samples:
 * @self: a redaction
 *
 * Returns: how long the copy is
 */
gint64 onsite_redaction_get_copy_samples (const OnsiteRedaction *self);

/**
 * onsite_redaction_get_copy_ms:
 * @self: a redaction
 *
 * Returns: how long the copy is, in milliseconds, rounded down
 */
gint64 onsite_redaction_get_copy_ms (const OnsiteRedaction *self);

/**
 * onsite_redaction_touches:
 * @self: a redaction
 * @from_ms: a place in the clip, or where a span begins
 * @to_ms: where the span ends; -1 for a place
 *
 * Returns: whether any of it is removed, so that the copy has no such thing
 */
gboolean onsite_redaction_touches (const OnsiteRedaction *self, gint64 from_ms, gint64 to_ms);

/**
 * onsite_redaction_to_copy:
 * @self: a redaction
 * @clip_ms: a place in the clip
 *
 * Returns: where that is in the copy; of a place that was cut, where the cut is
 */
gint64 onsite_redaction_to_copy (const OnsiteRedaction *self, gint64 clip_ms);

/**
 * onsite_redaction_to_clip:
 * @self: a redaction
 * @copy_ms: a place in the copy, or where a span begins
 *
 * Returns: where that is in the clip, whose end is the last place; of a cut, where what
 *   follows it begins
 */
gint64 onsite_redaction_to_clip (const OnsiteRedaction *self, gint64 copy_ms);

/**
 * onsite_redaction_end_to_clip:
 * @self: a redaction
 * @copy_ms: where a span of the copy ends
 *
 * Returns: where that is in the clip, whose end is the last place; of a cut, where what
 *   is before it ends
 */
gint64 onsite_redaction_end_to_clip (const OnsiteRedaction *self, gint64 copy_ms);

/**
 * onsite_redaction_apply_to_peaks:
 * @self: a redaction
 * @peaks: (nullable): a byte for each %ONSITE_REDACTION_STEP_MS of the clip
 *
 * Returns: (transfer full): those of the copy: 0 where it is muted
 */
GBytes *onsite_redaction_apply_to_peaks (const OnsiteRedaction *self, GBytes *peaks);

/**
 * onsite_redaction_apply_to_samples:
 * @self: a redaction
 * @samples: (inout) (array length=n_samples): sound of the clip; what is muted is made
 *   silent in it, what is cut is taken out, and the rest moves forward
 * @n_samples: how many
 * @at_samples: where in the clip the first of them is
 *
 * Removes what is removed from a stretch of sound. What lies behind the clip's end is
 * taken out, too.
 *
 * Returns: how many samples are left
 */
gsize onsite_redaction_apply_to_samples (const OnsiteRedaction *self,
                                         gint16 *samples,
                                         gsize n_samples,
                                         gint64 at_samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRedaction, onsite_redaction_free)

G_END_DECLS
