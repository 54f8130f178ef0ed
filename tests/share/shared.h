/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rehearsed.h"
#include "share/onsite-capsule.h"

G_BEGIN_DECLS

/* What a candidate may have said and done, as it is handed on. */

/** Peaks, segments, marks and evidence in spans for all clips of a loop, by chance. */
void shared_fill_random (OnsiteLoop *loop);

/** Peaks for all clips: what they are says where they were: see shared_make_peak(). */
GHashTable *shared_make_peaks (const OnsiteLoop *loop);

/** Never 0. */
guint8 shared_make_peak (gint64 step);

/** All answers that have a take, with all their takes, and spans by chance. */
OnsiteSelection *shared_select_random (const OnsiteLoop *loop);

typedef void (*SharedClipFunc) (const OnsiteAnswer *answer,
                                const OnsiteTake *take,
                                const OnsiteTurn *turn,
                                gpointer user_data);

void shared_foreach_clip (const OnsiteLoop *loop, SharedClipFunc func, gpointer user_data);

G_END_DECLS
