/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "onsite-span-choice.h"
#include "records/onsite-clip.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_WAVEFORM_VIEW (onsite_waveform_view_get_type ())

/**
 * OnsiteWaveformView:
 *
 * A clip as bars, with what was played, its marks, what coaches say of it, and where
 * nothing could be recorded. A click or a drag goes to a place, and so do Home and End while it
 * has the focus; the keys for steps are the page's. Scrolled sideways, or by a wheel with
 * Shift, it goes by the second, finer than a pointer could. Where spans can be chosen, a drag
 * does that.
 *
 * Properties: "position-ms" (int64).
 * Signals: "seek" (gint64): the person wants to go there, in milliseconds; "chosen"
 * (gint64, gint64): a span was chosen, from where to where.
 */
G_DECLARE_FINAL_TYPE (OnsiteWaveformView, onsite_waveform_view, ONSITE, WAVEFORM_VIEW, GtkWidget)

/**
 * onsite_waveform_view_set_clip:
 * @self: a waveform
 * @clip: (nullable): what is drawn; copied as far as that. After its marks change, set
 *   it again
 */
void onsite_waveform_view_set_clip (OnsiteWaveformView *self, const OnsiteClip *clip);

/**
 * onsite_waveform_view_set_remarks:
 * @self: a waveform
 * @remarks: (nullable) (element-type OnsiteRemark): what coaches say of the clip; copied
 *   as far as it's drawn and told
 */
void onsite_waveform_view_set_remarks (OnsiteWaveformView *self, GPtrArray *remarks);

/**
 * onsite_waveform_view_set_peaks:
 * @self: a waveform
 * @peaks: (nullable): as onsite_library_load_peaks_finish() gives them; held
 */
void onsite_waveform_view_set_peaks (OnsiteWaveformView *self, GBytes *peaks);

/**
 * onsite_waveform_view_set_position_ms:
 * @self: a waveform
 * @position_ms: what was played
 */
void onsite_waveform_view_set_position_ms (OnsiteWaveformView *self, gint64 position_ms);

/**
 * onsite_waveform_view_set_removed:
 * @self: a waveform
 * @spans: (nullable) (element-type OnsiteSpan): what a copy of the clip is without; copied
 */
void onsite_waveform_view_set_removed (OnsiteWaveformView *self, GArray *spans);

/**
 * onsite_waveform_view_set_choice:
 * @self: a waveform
 * @choice: what is chosen of the clip; copied
 *
 * Shows what is chosen, and lets spans be chosen from here on.
 */
void onsite_waveform_view_set_choice (OnsiteWaveformView *self, const OnsiteSpanChoice *choice);

G_END_DECLS
