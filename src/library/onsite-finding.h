/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteFindingKind:
 * @ONSITE_FINDING_FILE: the file itself is damaged
 * @ONSITE_FINDING_REFERENCE: a row names another that isn't there
 * @ONSITE_FINDING_PACK: a pack's text isn't what its hash says
 * @ONSITE_FINDING_LOST_CLIP: a clip belongs to no answer
 * @ONSITE_FINDING_LOST_SOUND: sound belongs to no clip
 * @ONSITE_FINDING_OPEN_CLIP: a clip was never ended, as after a crash
 * @ONSITE_FINDING_BROKEN_CLIP: a clip's rows don't fit together
 * @ONSITE_FINDING_UNDECODABLE_CLIP: a clip can't be decoded whole
 *
 * What can be wrong with a library.
 */
typedef enum
{
  ONSITE_FINDING_FILE,
  ONSITE_FINDING_REFERENCE,
  ONSITE_FINDING_PACK,
  ONSITE_FINDING_LOST_CLIP,
  ONSITE_FINDING_LOST_SOUND,
  ONSITE_FINDING_OPEN_CLIP,
  ONSITE_FINDING_BROKEN_CLIP,
  ONSITE_FINDING_UNDECODABLE_CLIP,
} OnsiteFindingKind;

/**
 * OnsiteFinding:
 * @kind: what is wrong
 * @subject: (nullable): the id or the hash of what it is wrong with
 * @text: what is wrong, in words
 *
 * Something that is wrong with a library.
 */
typedef struct
{
  OnsiteFindingKind kind;
  char *subject;
  char *text;
} OnsiteFinding;

/**
 * onsite_finding_new:
 * @kind: what is wrong
 * @subject: (nullable): what it is wrong with
 * @text: (transfer full): what is wrong, in words
 *
 * Returns: (transfer full): a finding
 */
OnsiteFinding *onsite_finding_new (OnsiteFindingKind kind, const char *subject, char *text);
void onsite_finding_free (OnsiteFinding *self);

/**
 * onsite_finding_kind_get_nick:
 * @kind: what is wrong
 *
 * Returns: the name by which programs know it
 */
const char *onsite_finding_kind_get_nick (OnsiteFindingKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteFinding, onsite_finding_free)

G_END_DECLS
