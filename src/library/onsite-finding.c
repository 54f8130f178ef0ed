/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-finding.h"

static const char *const nicks[] = {
  [ONSITE_FINDING_FILE] = "file",
  [ONSITE_FINDING_REFERENCE] = "reference",
  [ONSITE_FINDING_PACK] = "pack",
  [ONSITE_FINDING_LOST_CLIP] = "lost-clip",
  [ONSITE_FINDING_LOST_SOUND] = "lost-sound",
  [ONSITE_FINDING_OPEN_CLIP] = "open-clip",
  [ONSITE_FINDING_BROKEN_CLIP] = "broken-clip",
  [ONSITE_FINDING_UNDECODABLE_CLIP] = "undecodable-clip",
  [ONSITE_FINDING_LOST_PICTURE] = "lost-picture",
  [ONSITE_FINDING_SILENT_ANSWER] = "silent-answer",
  [ONSITE_FINDING_CUT_CLIP] = "cut-clip",
  [ONSITE_FINDING_GONE_CLIP] = "gone-clip",
  [ONSITE_FINDING_CUT_TEXT] = "cut-text",
  [ONSITE_FINDING_MADE_UP] = "made-up",
  [ONSITE_FINDING_OTHER_PACK] = "other-pack",
  [ONSITE_FINDING_DROPPED] = "dropped",
};

OnsiteFinding *
onsite_finding_new (OnsiteFindingKind kind, const char *subject, char *text)
{
  OnsiteFinding *self = g_new0 (OnsiteFinding, 1);

  self->kind = kind;
  self->subject = g_strdup (subject);
  self->text = text;

  return self;
}

void
onsite_finding_free (OnsiteFinding *self)
{
  g_free (self->subject);
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

const char *
onsite_finding_kind_get_nick (OnsiteFindingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}
