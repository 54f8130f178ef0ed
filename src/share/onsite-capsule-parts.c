/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule-parts.h"

void
onsite_capsule_name_free (gpointer data)
{
  OnsiteCapsuleName *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

void
onsite_capsule_dimension_free (gpointer data)
{
  OnsiteCapsuleDimension *self = data;

  g_free (self->id);
  g_free (self->name);
  for (guint i = 0; i < G_N_ELEMENTS (self->anchors); i++)
    g_free (self->anchors[i]);
  g_free (self);
}

void
onsite_capsule_round_free (gpointer data)
{
  OnsiteCapsuleRound *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->interviewer);
  g_free (self->vote);
  g_free (self);
}

void
onsite_capsule_exhibit_free (gpointer data)
{
  OnsiteCapsuleExhibit *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->svg);
  cairo_surface_destroy (self->drawing);
  g_free (self->words);
  g_free (self);
}

void
onsite_capsule_clip_free (gpointer data)
{
  OnsiteCapsuleClip *self = data;

  g_free (self->id);
  g_bytes_unref (self->peaks);
  g_array_unref (self->gaps);
  g_array_unref (self->muted);
  g_array_unref (self->cuts);
  g_array_unref (self->silences);
  onsite_redaction_free (self->redaction);
  g_free (self);
}

static void
capsule_turn_free (gpointer data)
{
  OnsiteCapsuleTurn *self = data;

  g_free (self->prompt);
  g_clear_pointer (&self->clip, onsite_capsule_clip_free);
  g_free (self);
}

static void
capsule_mark_free (gpointer data)
{
  OnsiteCapsuleMark *self = data;

  g_free (self->id);
  g_free (self->note);
  g_free (self);
}

static void
capsule_evidence_free (gpointer data)
{
  OnsiteCapsuleEvidence *self = data;

  g_free (self->id);
  g_free (self->target);
  g_free (self);
}

OnsiteCapsuleTake *
onsite_capsule_take_new (void)
{
  OnsiteCapsuleTake *self = g_new0 (OnsiteCapsuleTake, 1);

  self->turns = g_ptr_array_new_with_free_func (capsule_turn_free);
  self->marks = g_ptr_array_new_with_free_func (capsule_mark_free);
  self->evidence = g_ptr_array_new_with_free_func (capsule_evidence_free);

  return self;
}

void
onsite_capsule_answered_free (OnsiteCapsuleAnswered *self)
{
  g_free (self->take);
  g_free (self->coach);
  g_free (self->text);
  g_free (self);
}

void
onsite_capsule_take_free (gpointer data)
{
  OnsiteCapsuleTake *self = data;

  g_free (self->id);
  g_clear_pointer (&self->answered, onsite_capsule_answered_free);
  g_ptr_array_unref (self->turns);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->evidence);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_free (self);
}

void
onsite_capsule_answer_free (gpointer data)
{
  OnsiteCapsuleAnswer *self = data;

  g_free (self->id);
  g_free (self->question);
  g_free (self->text);
  g_free (self->category);
  g_free (self->exhibit);
  g_free (self->listen_for);
  g_free (self->note);
  g_strfreev (self->principles);
  g_strfreev (self->checklist);
  g_ptr_array_unref (self->takes);
  g_free (self);
}
