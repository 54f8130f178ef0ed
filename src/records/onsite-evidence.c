/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-evidence.h"

G_DEFINE_ENUM_TYPE (OnsiteTargetKind,
                    onsite_target_kind,
                    G_DEFINE_ENUM_VALUE (ONSITE_TARGET_PRINCIPLE, "principle"),
                    G_DEFINE_ENUM_VALUE (ONSITE_TARGET_CHECKLIST, "checklist"))

G_DEFINE_ENUM_TYPE (OnsiteSource,
                    onsite_source,
                    G_DEFINE_ENUM_VALUE (ONSITE_SOURCE_ASKED, "asked"),
                    G_DEFINE_ENUM_VALUE (ONSITE_SOURCE_CLAIMED, "claimed"),
                    G_DEFINE_ENUM_VALUE (ONSITE_SOURCE_HEARD, "heard"),
                    G_DEFINE_ENUM_VALUE (ONSITE_SOURCE_COACH, "coach"))

OnsiteEvidence *
onsite_evidence_new (OnsiteTargetKind kind, const char *target, OnsiteSource source)
{
  OnsiteEvidence *self;

  g_return_val_if_fail (target != NULL, NULL);

  self = g_new0 (OnsiteEvidence, 1);
  self->id = g_uuid_string_random ();
  self->kind = kind;
  self->target = g_strdup (target);
  self->source = source;
  self->from_ms = -1;
  self->to_ms = -1;
  self->strength = 1.0;

  return self;
}

OnsiteEvidence *
onsite_evidence_copy (const OnsiteEvidence *self)
{
  OnsiteEvidence *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (OnsiteEvidence, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->target = g_strdup (self->target);
  copy->review = g_strdup (self->review);

  return copy;
}

void
onsite_evidence_free (OnsiteEvidence *self)
{
  g_free (self->id);
  g_free (self->target);
  g_free (self->review);
  g_free (self);
}
