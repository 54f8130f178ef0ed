/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"

G_BEGIN_DECLS

/* What leaves and what stays, in the person's words: the page that asks before something
 * leaves shows the same sentences as the file that left. */

/**
 * onsite_manifest_list_leaving:
 * @capsule: a capsule
 *
 * Returns: (transfer full): a sentence for each thing that is in it
 */
GStrv onsite_manifest_list_leaving (const OnsiteCapsule *capsule);

/**
 * onsite_manifest_list_staying:
 * @capsule: a capsule
 *
 * Returns: (transfer full): a sentence for each thing that stays at home
 */
GStrv onsite_manifest_list_staying (const OnsiteCapsule *capsule);

G_END_DECLS
