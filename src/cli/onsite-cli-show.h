/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"
#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/**
 * onsite_cli_show_print:
 * @debrief: a debrief
 * @out: where it is appended
 *
 * Words a debrief for a terminal.
 */
void onsite_cli_show_print (const OnsiteDebrief *debrief, GString *out);

/**
 * onsite_cli_show_write:
 * @debrief: a debrief
 * @writer: a writer, where a value is expected
 *
 * Writes a debrief whole for programs, as an object.
 */
void onsite_cli_show_write (const OnsiteDebrief *debrief, OnsiteJsonWriter *writer);

G_END_DECLS
