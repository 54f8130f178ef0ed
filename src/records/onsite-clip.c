/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clip.h"

G_DEFINE_ENUM_TYPE (OnsiteClipState,
                    onsite_clip_state,
                    G_DEFINE_ENUM_VALUE (ONSITE_CLIP_RECORDING, "recording"),
                    G_DEFINE_ENUM_VALUE (ONSITE_CLIP_COMPLETE, "complete"),
                    G_DEFINE_ENUM_VALUE (ONSITE_CLIP_RECOVERED, "recovered"))

OnsiteSegment *
onsite_segment_new (gint64 start_samples, gint64 n_samples, gint64 gap_us)
{
  OnsiteSegment *self = g_new0 (OnsiteSegment, 1);

  self->start_samples = start_samples;
  self->n_samples = n_samples;
  self->gap_us = gap_us;

  return self;
}

OnsiteMark *
onsite_mark_new (void)
{
  OnsiteMark *self = g_new0 (OnsiteMark, 1);

  self->id = g_uuid_string_random ();
  self->to_ms = -1;
  self->note = g_strdup ("");

  return self;
}

OnsiteMark *
onsite_mark_copy (const OnsiteMark *self)
{
  OnsiteMark *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (OnsiteMark, 1);
  copy->id = g_strdup (self->id);
  copy->from_ms = self->from_ms;
  copy->to_ms = self->to_ms;
  copy->note = g_strdup (self->note);

  return copy;
}

void
onsite_mark_free (OnsiteMark *self)
{
  g_free (self->id);
  g_free (self->note);
  g_free (self);
}

OnsiteClip *
onsite_clip_new (void)
{
  OnsiteClip *self = g_new0 (OnsiteClip, 1);

  self->id = g_uuid_string_random ();
  self->segments = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_mark_free);

  return self;
}

void
onsite_clip_free (OnsiteClip *self)
{
  g_free (self->id);
  g_ptr_array_unref (self->segments);
  g_ptr_array_unref (self->marks);
  g_free (self->receipt);
  g_free (self);
}
