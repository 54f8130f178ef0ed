/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_TIMELINE (onsite_timeline_get_type ())

/**
 * OnsiteTimeline:
 *
 * A loop's rounds as bars, each as long as it lasts, with the breaks as the
 * gaps between them. Pointing at one tells its name.
 */
G_DECLARE_FINAL_TYPE (OnsiteTimeline, onsite_timeline, ONSITE, TIMELINE, GtkWidget)

/**
 * onsite_timeline_set_loop:
 * @self: a timeline
 * @loop: (nullable): the plan to draw; what is needed is copied
 * @pack: what its rounds are named by
 */
void onsite_timeline_set_loop (OnsiteTimeline *self, const OnsiteLoop *loop, OnsitePack *pack);

G_END_DECLS
