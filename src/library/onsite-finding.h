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
 * @ONSITE_FINDING_LOST_PICTURE: the picture of a clip's sound has holes
 * @ONSITE_FINDING_SILENT_ANSWER: nothing was recorded for an answer that was
 *   begun; which is nobody's fault
 * @ONSITE_FINDING_CUT_CLIP: part of a clip could not be saved
 * @ONSITE_FINDING_GONE_CLIP: nothing of a clip could be saved
 * @ONSITE_FINDING_CUT_TEXT: texts end where they are damaged
 * @ONSITE_FINDING_MADE_UP: something stands in the place of what was lost
 * @ONSITE_FINDING_OTHER_PACK: loops have another pack than they were drawn from
 * @ONSITE_FINDING_DROPPED: rows were left out that nothing leads to
 *
 * What can be wrong with a library, and what a repair could not save.
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
  ONSITE_FINDING_LOST_PICTURE,
  ONSITE_FINDING_SILENT_ANSWER,
  ONSITE_FINDING_CUT_CLIP,
  ONSITE_FINDING_GONE_CLIP,
  ONSITE_FINDING_CUT_TEXT,
  ONSITE_FINDING_MADE_UP,
  ONSITE_FINDING_OTHER_PACK,
  ONSITE_FINDING_DROPPED,
} OnsiteFindingKind;

/**
 * OnsiteFinding:
 * @kind: what is wrong
 * @subject: (nullable): the id or the hash of what it is wrong with
 * @place: (nullable): where that is, in words
 * @text: what is wrong, in words
 *
 * Something that is wrong with a library.
 */
typedef struct
{
  OnsiteFindingKind kind;
  char *subject;
  char *place;
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

/**
 * onsite_finding_free:
 * @self: (transfer full): a finding
 */
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
