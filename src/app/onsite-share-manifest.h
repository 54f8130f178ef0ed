/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-share-draft.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SHARE_MANIFEST (onsite_share_manifest_get_type ())

/**
 * OnsiteShareManifest:
 *
 * What leaves and what stays by what is chosen now, and how large it is, beside what
 * mail takes; or why nothing could leave.
 */
G_DECLARE_FINAL_TYPE (OnsiteShareManifest, onsite_share_manifest, ONSITE, SHARE_MANIFEST, AdwBin)

/**
 * onsite_share_manifest_set_draft:
 * @self: a manifest
 * @draft: what is chosen; held
 *
 * Shows what leaves and what stays by that, and follows it. To be called once.
 */
void onsite_share_manifest_set_draft (OnsiteShareManifest *self, OnsiteShareDraft *draft);

G_END_DECLS
