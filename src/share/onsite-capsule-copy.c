/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule-copy.h"

#include "audio/onsite-silence-map.h"

static OnsiteRedaction *
make_redaction (OnsiteCapsuleCopier *self, const OnsiteClip *clip)
{
  GArray *spans = onsite_selection_get_spans (self->selection, clip->id);

  return onsite_redaction_new (spans ? (const OnsiteSpan *) (gpointer) spans->data : NULL,
                               spans ? spans->len : 0,
                               clip->n_samples);
}

static void
add_gaps (OnsiteCapsuleClip *self, const OnsiteClip *clip)
{
  /* What is before the first one is no hole in the clip. */
  for (guint i = 1; i < clip->segments->len; i++)
    {
      const OnsiteSegment *segment = g_ptr_array_index (clip->segments, i);
      gint64 at_ms = segment->start_samples / ONSITE_SAMPLES_PER_MS;
      OnsiteCapsuleGap gap = { onsite_redaction_to_copy (self->redaction, at_ms),
                               segment->gap_us / G_TIME_SPAN_MILLISECOND };

      /* On either side of it something may be removed. */
      if (gap.gap_ms > 0 && segment->start_samples < clip->n_samples &&
          !onsite_redaction_touches (self->redaction, at_ms - 1, at_ms + 1))
        g_array_append_val (self->gaps, gap);
    }
}

static void
add_removed (OnsiteCapsuleClip *self)
{
  GArray *spans = onsite_redaction_get_spans (self->redaction);

  for (guint i = 0; i < spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, i);
      OnsiteCapsuleRange range = { onsite_redaction_to_copy (self->redaction, span->from_ms),
                                   onsite_redaction_to_copy (self->redaction, span->to_ms) };

      range.from_ms = MIN (range.from_ms, self->duration_ms);
      range.to_ms = MIN (range.to_ms, self->duration_ms);
      if (span->kind == ONSITE_SPAN_CUT)
        g_array_append_val (self->cuts, range.from_ms);
      else if (range.to_ms > range.from_ms)
        g_array_append_val (self->muted, range);
    }
}

static void
add_silences (OnsiteCapsuleClip *self)
{
  g_autoptr (OnsiteSilenceMap) map = onsite_silence_map_new (self->peaks);
  gint64 n_frames = (gint64) g_bytes_get_size (self->peaks);

  for (gint64 frame = 0; frame < n_frames; frame++)
    {
      gint64 heard = onsite_silence_map_next_heard (map, frame);
      OnsiteCapsuleRange range = { frame * ONSITE_REDACTION_STEP_MS,
                                   heard * ONSITE_REDACTION_STEP_MS };

      if (heard == frame)
        continue;
      range.to_ms = MIN (range.to_ms, self->duration_ms);
      g_array_append_val (self->silences, range);
      frame = heard;
    }
}

static OnsiteCapsuleClip *
copy_clip (OnsiteCapsuleCopier *self, const OnsiteClip *clip)
{
  OnsiteCapsuleClip *copy = g_new0 (OnsiteCapsuleClip, 1);
  GBytes *peaks = NULL;

  if (self->peaks && self->selection->includes & ONSITE_INCLUDE_WAVEFORM)
    peaks = g_hash_table_lookup (self->peaks, clip->id);
  copy->id = g_strdup (clip->id);
  copy->redaction = make_redaction (self, clip);
  copy->n_samples = onsite_redaction_get_copy_samples (copy->redaction);
  copy->duration_ms = onsite_redaction_get_copy_ms (copy->redaction);
  copy->peaks = onsite_redaction_apply_to_peaks (copy->redaction, peaks);
  copy->gaps = g_array_new (FALSE, FALSE, sizeof (OnsiteCapsuleGap));
  copy->muted = g_array_new (FALSE, FALSE, sizeof (OnsiteCapsuleRange));
  copy->cuts = g_array_new (FALSE, FALSE, sizeof (gint64));
  copy->silences = g_array_new (FALSE, FALSE, sizeof (OnsiteCapsuleRange));
  add_gaps (copy, clip);
  add_removed (copy);
  add_silences (copy);

  return copy;
}

static void
add_mark (OnsiteCapsuleCopier *self,
          OnsiteCapsuleTake *take,
          guint turn,
          const OnsiteCapsuleClip *clip,
          const OnsiteMark *mark)
{
  gboolean with_note = (self->selection->includes & ONSITE_INCLUDE_NOTES) != 0;
  OnsiteCapsuleMark *copy;
  gint64 from_ms = onsite_redaction_to_copy (clip->redaction, mark->from_ms);

  if (from_ms > clip->duration_ms ||
      onsite_redaction_touches (clip->redaction, mark->from_ms, mark->to_ms))
    return;

  copy = g_new0 (OnsiteCapsuleMark, 1);
  copy->id = g_strdup_printf ("m%u", ++self->n_marks);
  copy->turn = turn;
  copy->from_ms = from_ms;
  copy->to_ms = -1;
  if (mark->to_ms >= 0)
    copy->to_ms = MIN (onsite_redaction_to_copy (clip->redaction, mark->to_ms), clip->duration_ms);
  copy->note = g_strdup (with_note ? mark->note : "");
  g_ptr_array_add (take->marks, copy);
}

static void
add_turn (OnsiteCapsuleCopier *self, OnsiteCapsuleTake *take, const OnsiteTurn *turn)
{
  OnsiteCapsuleTurn *copy = g_new0 (OnsiteCapsuleTurn, 1);

  copy->kind = turn->kind;
  copy->prompt = g_strdup (turn->prompt);
  g_ptr_array_add (take->turns, copy);
  if (!turn->clip)
    return;

  copy->clip = copy_clip (self, turn->clip);
  if (copy->clip->n_samples == 0)
    {
      g_clear_pointer (&copy->clip, onsite_capsule_clip_free);
      return;
    }
  for (guint i = 0; i < turn->clip->marks->len; i++)
    add_mark (self,
              take,
              take->turns->len - 1,
              copy->clip,
              g_ptr_array_index (turn->clip->marks, i));
}

/* What it is about has to be in the copy, all of it. */
static gboolean
is_evidence_shared (OnsiteCapsuleCopier *self,
                    const OnsiteCapsuleTake *take,
                    const OnsiteEvidence *evidence)
{
  const OnsiteCapsuleTurn *turn = NULL;

  if (!(self->selection->includes & ONSITE_INCLUDE_EVIDENCE) ||
      evidence->source == ONSITE_SOURCE_ASKED ||
      (self->selection->blind && evidence->source == ONSITE_SOURCE_CLAIMED))
    return FALSE;
  if (evidence->from_ms < 0)
    return TRUE;

  if (evidence->turn < take->turns->len)
    turn = g_ptr_array_index (take->turns, evidence->turn);

  return turn && turn->clip &&
         !onsite_redaction_touches (turn->clip->redaction, evidence->from_ms, evidence->to_ms) &&
         onsite_redaction_to_copy (turn->clip->redaction, evidence->from_ms) <=
             turn->clip->duration_ms;
}

static void
add_evidence (OnsiteCapsuleCopier *self, OnsiteCapsuleTake *take, const OnsiteEvidence *evidence)
{
  OnsiteCapsuleEvidence *copy;

  if (!is_evidence_shared (self, take, evidence))
    return;

  copy = g_new0 (OnsiteCapsuleEvidence, 1);
  copy->id = g_strdup_printf ("e%u", ++self->n_evidence);
  copy->kind = evidence->kind;
  copy->target = g_strdup (evidence->target);
  copy->source = evidence->source;
  copy->turn = evidence->turn;
  copy->from_ms = -1;
  copy->to_ms = -1;
  copy->strength = evidence->strength;
  if (evidence->from_ms >= 0)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, evidence->turn);
      gint64 to_ms = MAX (evidence->from_ms, evidence->to_ms);

      copy->from_ms = onsite_redaction_to_copy (turn->clip->redaction, evidence->from_ms);
      copy->to_ms = MIN (onsite_redaction_to_copy (turn->clip->redaction, to_ms),
                         turn->clip->duration_ms);
    }
  g_ptr_array_add (take->evidence, copy);
}

static void
add_ratings (OnsiteCapsuleTake *take, GPtrArray *ratings)
{
  take->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_rating_free);
  for (guint i = 0; i < ratings->len; i++)
    g_ptr_array_add (take->ratings, onsite_rating_copy (g_ptr_array_index (ratings, i)));
}

static void
add_delivery (OnsiteCapsuleTake *take)
{
  gint64 n_frames = 0;
  gint64 n_silent = 0;

  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, i);
      g_autoptr (OnsiteSilenceMap) map = NULL;

      if (!turn->clip)
        continue;
      map = onsite_silence_map_new (turn->clip->peaks);
      take->talk_ms += turn->clip->duration_ms;
      n_frames += (gint64) g_bytes_get_size (turn->clip->peaks);
      n_silent += onsite_silence_map_get_n_silent (map);
    }
  take->has_delivery = TRUE;
  take->silent_share = n_frames > 0 ? (double) n_silent / (double) n_frames : -1;
}

OnsiteCapsuleTake *
onsite_capsule_copier_copy_take (OnsiteCapsuleCopier *self, const OnsiteTake *take)
{
  OnsiteCapsuleTake *copy = onsite_capsule_take_new ();

  copy->id = g_strdup (take->id);
  copy->silent_share = -1;
  for (guint i = 0; i < take->turns->len; i++)
    add_turn (self, copy, g_ptr_array_index (take->turns, i));
  for (guint i = 0; i < take->evidence->len; i++)
    add_evidence (self, copy, g_ptr_array_index (take->evidence, i));
  if (!self->selection->blind)
    add_ratings (copy, take->ratings);
  if (self->selection->includes & ONSITE_INCLUDE_DELIVERY)
    add_delivery (copy);

  return copy;
}
