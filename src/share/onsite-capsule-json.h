/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"

G_BEGIN_DECLS

/** ONSITE_CAPSULE_FORMAT: what a capsule's JSON calls itself. */
#define ONSITE_CAPSULE_FORMAT "onsite-capsule"

/** ONSITE_CAPSULE_VERSION: raised only when an older reader would misread it. */
#define ONSITE_CAPSULE_VERSION 1

/**
 * onsite_capsule_to_json:
 * @self: a capsule
 * @pretty: whether to break lines and indent, for people
 *
 * Writes all of a capsule but the sound, as data/share/capsule.schema.json has it.
 *
 * Returns: (transfer full): the text, without a line break at its end
 */
char *onsite_capsule_to_json (const OnsiteCapsule *self, gboolean pretty);

G_END_DECLS
