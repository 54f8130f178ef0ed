/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/app/gstappsink.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_ODD_SINK (onsite_odd_sink_get_type ())

/**
 * OnsiteOddSink:
 *
 * An appsink that has a clock of its own, as a sound server's sink does, which can fail.
 */
G_DECLARE_FINAL_TYPE (OnsiteOddSink, onsite_odd_sink, ONSITE, ODD_SINK, GstAppSink)

/* What its clock tells from here on. GST_CLOCK_TIME_NONE is what it told last: it stands
 * still. As a sound server's, it never goes back. */
void onsite_odd_sink_set_time (OnsiteOddSink *self, GstClockTime time);

G_END_DECLS
