/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "records/onsite-clip.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_WAVEFORM_VIEW (onsite_waveform_view_get_type ())

/**
 * OnsiteWaveformView:
 *
 * A clip as bars, with what was played, its marks, what coaches say of it, and where
 * nothing could be recorded. A click or a drag goes to a place, and so do Home and End while it
 * has the focus; the keys for steps are the page's.
 *
 * Properties: "position-ms" (int64).
 * Signal: "seek" (gint64): the person wants to go there, in milliseconds.
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

G_END_DECLS
