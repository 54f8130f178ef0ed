/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-cli-context.h"
#include "upkeep/onsite-check.h"

G_BEGIN_DECLS

/* What a check or a repair found, each in words. */

/**
 * onsite_cli_findings_print:
 * @context: a context
 * @findings: (element-type OnsiteFinding): what was found
 *
 * Prints a line for each: where, and what.
 */
void onsite_cli_findings_print (OnsiteCliContext *context, GPtrArray *findings);

/**
 * onsite_cli_findings_write:
 * @writer: a writer in an object
 * @name: the member's name
 * @findings: (element-type OnsiteFinding) (nullable): what was found
 *
 * Writes them as a member of the object.
 */
void onsite_cli_findings_write (OnsiteJsonWriter *writer, const char *name, GPtrArray *findings);

G_END_DECLS
