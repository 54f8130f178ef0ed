/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_LEVEL_METER (onsite_level_meter_get_type ())

/**
 * OnsiteLevelMeter:
 *
 * Says "I hear you": a row of bars, filled up to the level. The scale runs from
 * -60 dBFS, where a quiet room is, to 0. A single draw of a few rectangles,
 * since it runs twenty times a second beside a recording.
 *
 * Property: "level" (double): in dBFS, -100 for silence.
 */
G_DECLARE_FINAL_TYPE (OnsiteLevelMeter, onsite_level_meter, ONSITE, LEVEL_METER, GtkWidget)

G_END_DECLS
