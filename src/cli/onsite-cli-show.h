/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"
#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/* A debrief as text for a terminal, and whole for programs. */
void onsite_cli_show_print (const OnsiteDebrief *debrief, GString *out);
void onsite_cli_show_write (const OnsiteDebrief *debrief, OnsiteJsonWriter *writer);

G_END_DECLS
