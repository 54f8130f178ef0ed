/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-change.h"
#include "onsite-statement.h"

G_BEGIN_DECLS

/**
 * ONSITE_EVIDENCE_ROWS_SELECT:
 *
 * Selects evidence, for onsite_evidence_rows_read(); to be followed by which.
 */
#define ONSITE_EVIDENCE_ROWS_SELECT                                     \
  "SELECT id, kind, target, source, turn, from_ms, to_ms, strength, "   \
  "(SELECT review.id FROM review WHERE review.rowid = evidence.review)" \
  " FROM evidence "

/**
 * onsite_evidence_rows_append:
 * @change: a change
 * @take: a take's id
 * @evidence: (element-type OnsiteEvidence): what @take supports, and the reviews that it came with
 *
 * Adds to @change what keeps evidence, beside what there is.
 */
void onsite_evidence_rows_append (OnsiteChange *change, const char *take, GPtrArray *evidence);

/**
 * onsite_evidence_rows_read:
 * @row: a row of %ONSITE_EVIDENCE_ROWS_SELECT
 *
 * Returns: (transfer full): the evidence
 */
OnsiteEvidence *onsite_evidence_rows_read (OnsiteStatement *row);

G_END_DECLS
