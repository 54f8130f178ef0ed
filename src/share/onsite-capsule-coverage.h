/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-coverage.h"
#include "onsite-capsule.h"

G_BEGIN_DECLS

/* What the formats that are read by people say of a capsule. */

/**
 * OnsiteCapsuleRow:
 * @kind: what @target is
 * @target: a principle, or a checklist item
 * @asked_by: (element-type OnsiteCapsuleAnswer): whose questions ask for it
 * @covered_by: (element-type OnsiteCapsuleAnswer): whose current takes show it, somebody
 *   says
 *
 * A target against all answers of a capsule.
 */
typedef struct
{
  OnsiteTargetKind kind;
  const OnsiteCapsuleName *target;
  GPtrArray *asked_by;
  GPtrArray *covered_by;
} OnsiteCapsuleRow;

/**
 * onsite_capsule_coverage_new:
 * @capsule: a capsule, which has to outlive it
 * @kind: which targets
 *
 * Returns: (transfer full) (element-type OnsiteCapsuleRow): a row for each of them, in
 *   the pack's order
 */
GPtrArray *onsite_capsule_coverage_new (const OnsiteCapsule *capsule, OnsiteTargetKind kind);

/**
 * onsite_capsule_get_cell:
 * @answer: an answer
 * @kind: what @target is
 * @target: the id of a principle or a checklist item
 *
 * Returns: what is known of it in the current take
 */
OnsiteCell onsite_capsule_get_cell (const OnsiteCapsuleAnswer *answer,
                                    OnsiteTargetKind kind,
                                    const char *target);

/**
 * onsite_capsule_get_current_take:
 * @answer: an answer
 *
 * Returns: (transfer none) (nullable): the take that counts, or else the first
 */
const OnsiteCapsuleTake *onsite_capsule_get_current_take (const OnsiteCapsuleAnswer *answer);

/**
 * onsite_capsule_find_target:
 * @capsule: a capsule
 * @kind: what @id names
 * @id: the id of a principle or a checklist item
 *
 * Returns: (transfer none): what it is called; @id, where the pack doesn't know it
 */
const char *
onsite_capsule_find_target (const OnsiteCapsule *capsule, OnsiteTargetKind kind, const char *id);

/**
 * onsite_capsule_find_exhibit:
 * @capsule: a capsule
 * @id: (nullable): the id of an exhibit
 *
 * Returns: (transfer none) (nullable): it
 */
const OnsiteCapsuleExhibit *
onsite_capsule_find_exhibit (const OnsiteCapsule *capsule, const char *id);

/**
 * onsite_capsule_append_time:
 * @text: a text
 * @from_ms: where it is, or begins; below 0 for nowhere
 * @to_ms: where it ends; not above @from_ms for a point
 *
 * Appends where something is in a recording: "1:02", "1:02–1:10", or nothing.
 */
void onsite_capsule_append_time (GString *text, gint64 from_ms, gint64 to_ms);

G_END_DECLS
