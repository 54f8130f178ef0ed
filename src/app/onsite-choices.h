/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-context.h"
#include "onsite-setup.h"

G_BEGIN_DECLS

/**
 * onsite_choices_make_setup:
 * @context: whose settings and pack
 *
 * Returns: (transfer full): a setup of what was chosen the last time
 */
OnsiteSetup *onsite_choices_make_setup (OnsiteContext *context);

/**
 * onsite_choices_remember:
 * @context: whose settings
 * @setup: what has been chosen
 *
 * Keeps it for the next time.
 */
void onsite_choices_remember (OnsiteContext *context, OnsiteSetup *setup);

/**
 * onsite_choices_describe:
 * @context: whose settings and pack
 *
 * Returns: (transfer full): what was chosen the last time, such as "L6 · Whole
 *   loop · Onsite"
 */
char *onsite_choices_describe (OnsiteContext *context);

/**
 * onsite_choices_parse_kind:
 * @id: "loop", "round" or "drill", as the settings call them
 *
 * Returns: what it means; %ONSITE_LOOP_KIND_WHOLE for anything else
 */
OnsiteLoopKind onsite_choices_parse_kind (const char *id);

/**
 * onsite_choices_get_kind_id:
 * @kind: how much of a loop
 *
 * Returns: (transfer none): what the settings call it
 */
const char *onsite_choices_get_kind_id (OnsiteLoopKind kind);

G_END_DECLS
