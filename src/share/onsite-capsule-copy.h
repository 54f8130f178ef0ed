/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule-parts.h"
#include "onsite-selection.h"

G_BEGIN_DECLS

/**
 * OnsiteCapsuleCopier:
 * @selection: what was chosen
 * @peaks: (nullable): the clips' peaks
 * @n_marks: how many marks were copied so far, for their ids
 * @n_evidence: how much evidence was copied so far, for its ids
 *
 * Copies takes into a capsule.
 */
typedef struct
{
  const OnsiteSelection *selection;
  GHashTable *peaks;
  guint n_marks;
  guint n_evidence;
} OnsiteCapsuleCopier;

/**
 * onsite_capsule_copier_copy_take:
 * @self: a copier
 * @take: a take
 *
 * Returns: (transfer full): the copy, without its number and what the pack knows
 */
OnsiteCapsuleTake *
onsite_capsule_copier_copy_take (OnsiteCapsuleCopier *self, const OnsiteTake *take);

G_END_DECLS
