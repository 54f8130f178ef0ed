/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"
#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/**
 * onsite_cli_show_receipt_write:
 * @clip: (nullable): a clip
 * @writer: in an object
 *
 * Writes the members "state", "samples" and "receipt" of what was recorded; each is null
 * where nothing was, and the last where nobody measured.
 */
void onsite_cli_show_receipt_write (const OnsiteClip *clip, OnsiteJsonWriter *writer);

/**
 * onsite_cli_show_receipt_print:
 * @debrief: a debrief
 * @out: what to add to
 *
 * Prints what is known of each recording of the takes that count, if there is one.
 */
void onsite_cli_show_receipt_print (const OnsiteDebrief *debrief, GString *out);

G_END_DECLS
