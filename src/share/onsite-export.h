/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"

G_BEGIN_DECLS

/**
 * OnsiteExportClip:
 * @id: the clip's UUID
 * @redaction: how the copy came from the clip, by which times of the copy become times of
 *   the clip again
 */
typedef struct
{
  char *id;
  OnsiteRedaction *redaction;
} OnsiteExportClip;

/**
 * OnsiteExportTake:
 * @answer: the UUID of its answer
 * @take: its UUID
 * @clips: (element-type OnsiteExportClip): those that went along, in order
 */
typedef struct
{
  char *answer;
  char *take;
  GPtrArray *clips;
} OnsiteExportTake;

/**
 * OnsiteExport:
 * @id: its UUID
 * @loop: the loop's UUID
 * @blind: whether it was blind
 * @takes: (element-type OnsiteExportTake): what went along, in order
 *
 * What was handed on, as far as what comes back has to be held against it. Plain data.
 */
typedef struct
{
  char *id;
  char *loop;
  gboolean blind;
  GPtrArray *takes;
} OnsiteExport;

/**
 * onsite_export_new_from_capsule:
 * @capsule: what is handed on
 *
 * Returns: (transfer full): what is kept of it
 */
OnsiteExport *onsite_export_new_from_capsule (const OnsiteCapsule *capsule);

/**
 * onsite_export_new_from_record:
 * @record: what a library kept
 * @error: return location: %ONSITE_JSON_ERROR if its document is damaged
 *
 * Returns: (transfer full) (nullable): it
 */
OnsiteExport *onsite_export_new_from_record (const OnsiteExportRecord *record, GError **error);

/**
 * onsite_export_to_record:
 * @self: an export
 * @created_at_us: now
 *
 * Returns: (transfer full): it, as a library keeps it
 */
OnsiteExportRecord *onsite_export_to_record (const OnsiteExport *self, gint64 created_at_us);

/**
 * onsite_export_free:
 * @self: (transfer full): an export
 */
void onsite_export_free (OnsiteExport *self);

/**
 * onsite_export_take_find_clip:
 * @self: a take that went along
 * @clip: a clip's id
 *
 * Returns: (transfer none) (nullable): that clip; %NULL if it didn't go along
 */
const OnsiteExportClip *
onsite_export_take_find_clip (const OnsiteExportTake *self, const char *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteExport, onsite_export_free)

G_END_DECLS
