/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-redaction.h"

#include <string.h>

#include "records/onsite-clip.h"

#define STEP_SAMPLES (ONSITE_REDACTION_STEP_MS * ONSITE_SAMPLES_PER_MS)

G_DEFINE_ENUM_TYPE (OnsiteSpanKind,
                    onsite_span_kind,
                    G_DEFINE_ENUM_VALUE (ONSITE_SPAN_MUTE, "mute"),
                    G_DEFINE_ENUM_VALUE (ONSITE_SPAN_CUT, "cut"))

struct _OnsiteRedaction
{
  gint64 n_samples;
  gint64 n_copied;
  GArray *spans;
};

static gint64
get_n_steps (gint64 n_samples)
{
  return (n_samples + STEP_SAMPLES - 1) / STEP_SAMPLES;
}

/* What becomes of each step: nothing, or an OnsiteSpanKind plus one, of which the
 * greater wins. */
static guint8 *
paint_steps (const OnsiteSpan *spans, guint n_spans, gint64 n_steps)
{
  guint8 *steps = g_new0 (guint8, n_steps + 1);

  for (guint i = 0; i < n_spans; i++)
    {
      gint64 from = MAX (0, spans[i].from_ms) / ONSITE_REDACTION_STEP_MS;
      gint64 to = MIN (n_steps,
                       spans[i].to_ms / ONSITE_REDACTION_STEP_MS +
                           (spans[i].to_ms % ONSITE_REDACTION_STEP_MS > 0));

      if (spans[i].from_ms >= spans[i].to_ms)
        continue;
      for (gint64 step = from; step < to; step++)
        steps[step] = MAX (steps[step], (guint8) (spans[i].kind + 1));
    }

  return steps;
}

static GArray *
gather_spans (const guint8 *steps, gint64 n_steps)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (OnsiteSpan));
  gint64 from = 0;

  for (gint64 step = 1; step <= n_steps; step++)
    {
      OnsiteSpan span = { from * ONSITE_REDACTION_STEP_MS, step * ONSITE_REDACTION_STEP_MS };

      if (step < n_steps && steps[step] == steps[from])
        continue;
      if (steps[from] > 0)
        {
          span.kind = (OnsiteSpanKind) (steps[from] - 1);
          g_array_append_val (spans, span);
        }
      from = step;
    }

  return spans;
}

OnsiteRedaction *
onsite_redaction_new (const OnsiteSpan *spans, guint n_spans, gint64 n_samples)
{
  OnsiteRedaction *self = g_new0 (OnsiteRedaction, 1);
  gint64 n_steps = get_n_steps (n_samples);
  g_autofree guint8 *steps = paint_steps (spans, n_spans, n_steps);

  self->n_samples = n_samples;
  self->n_copied = n_samples;
  self->spans = gather_spans (steps, n_steps);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (self->spans, OnsiteSpan, i);

      if (span->kind == ONSITE_SPAN_CUT)
        self->n_copied -= MIN (span->to_ms * ONSITE_SAMPLES_PER_MS, n_samples) -
                          span->from_ms * ONSITE_SAMPLES_PER_MS;
    }

  return self;
}

void
onsite_redaction_free (OnsiteRedaction *self)
{
  g_array_unref (self->spans);
  g_free (self);
}

gboolean
onsite_redaction_is_empty (const OnsiteRedaction *self)
{
  return self->spans->len == 0;
}

GArray *
onsite_redaction_get_spans (const OnsiteRedaction *self)
{
  return self->spans;
}

gint64
onsite_redaction_get_clip_samples (const OnsiteRedaction *self)
{
  return self->n_samples;
}

gint64
onsite_redaction_get_copy_samples (const OnsiteRedaction *self)
{
  return self->n_copied;
}

gint64
onsite_redaction_get_copy_ms (const OnsiteRedaction *self)
{
  return self->n_copied / ONSITE_SAMPLES_PER_MS;
}

gboolean
onsite_redaction_touches (const OnsiteRedaction *self, gint64 from_ms, gint64 to_ms)
{
  gint64 end_ms = MAX (to_ms, from_ms + 1);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (self->spans, OnsiteSpan, i);

      if (from_ms < span->to_ms && end_ms > span->from_ms)
        return TRUE;
    }

  return FALSE;
}

gint64
onsite_redaction_to_copy (const OnsiteRedaction *self, gint64 clip_ms)
{
  gint64 cut_ms = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (self->spans, OnsiteSpan, i);

      if (span->kind == ONSITE_SPAN_CUT && span->from_ms < clip_ms)
        cut_ms += MIN (clip_ms, span->to_ms) - span->from_ms;
    }

  return clip_ms - cut_ms;
}

/* Behind the cuts that begin before a place, or right at it. The step that ends the last
 * of them may reach beyond the clip's end. */
static gint64
add_cuts (const OnsiteRedaction *self, gboolean at_it, gint64 clip_ms)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (self->spans, OnsiteSpan, i);

      if (span->kind != ONSITE_SPAN_CUT)
        continue;
      if (at_it ? span->from_ms > clip_ms : span->from_ms >= clip_ms)
        break;
      clip_ms += span->to_ms - span->from_ms;
    }

  return MIN (clip_ms, self->n_samples / ONSITE_SAMPLES_PER_MS);
}

gint64
onsite_redaction_to_clip (const OnsiteRedaction *self, gint64 copy_ms)
{
  return add_cuts (self, TRUE, copy_ms);
}

gint64
onsite_redaction_end_to_clip (const OnsiteRedaction *self, gint64 copy_ms)
{
  return add_cuts (self, FALSE, copy_ms);
}

GBytes *
onsite_redaction_apply_to_peaks (const OnsiteRedaction *self, GBytes *peaks)
{
  gsize n_left = peaks ? g_bytes_get_size (peaks) : 0;
  g_autoptr (GByteArray) copy = g_byte_array_new ();

  /* What is behind the clip's end is nobody's any more. */
  n_left = MIN (n_left, (gsize) get_n_steps (self->n_samples));
  if (n_left > 0)
    g_byte_array_append (copy, g_bytes_get_data (peaks, NULL), (guint) n_left);
  for (guint i = self->spans->len; i > 0; i--)
    {
      const OnsiteSpan *span = &g_array_index (self->spans, OnsiteSpan, i - 1);
      guint from = (guint) MIN (span->from_ms / ONSITE_REDACTION_STEP_MS, (gint64) n_left);
      guint to = (guint) MIN (span->to_ms / ONSITE_REDACTION_STEP_MS, (gint64) n_left);

      if (span->kind == ONSITE_SPAN_CUT)
        g_byte_array_remove_range (copy, from, to - from);
      else if (to > from)
        memset (copy->data + from, 0, to - from);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&copy));
}

gsize
onsite_redaction_apply_to_samples (const OnsiteRedaction *self,
                                   gint16 *samples,
                                   gsize n_samples,
                                   gint64 at_samples)
{
  gint64 n_left = CLAMP (self->n_samples - at_samples, 0, (gint64) n_samples);

  for (guint i = self->spans->len; i > 0; i--)
    {
      const OnsiteSpan *span = &g_array_index (self->spans, OnsiteSpan, i - 1);
      gint64 from = CLAMP (span->from_ms * ONSITE_SAMPLES_PER_MS - at_samples, 0, n_left);
      gint64 to = CLAMP (span->to_ms * ONSITE_SAMPLES_PER_MS - at_samples, 0, n_left);

      if (span->kind == ONSITE_SPAN_MUTE)
        {
          memset (samples + from, 0, (gsize) (to - from) * sizeof *samples);
          continue;
        }
      memmove (samples + from, samples + to, (gsize) (n_left - to) * sizeof *samples);
      n_left -= to - from;
    }

  return (gsize) n_left;
}
