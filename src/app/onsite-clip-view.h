/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_CLIP_VIEW (onsite_clip_view_get_type ())

/**
 * OnsiteClipView:
 *
 * One clip to be heard: its waveform, the controls, and its marks; or, in
 * words, why there's nothing to hear.
 *
 * Properties: "speed" (double, from 0.75 to 2) and "skip-silence" (boolean),
 * which the settings remember.
 * Signal: "ended": it was played to its end.
 */
G_DECLARE_FINAL_TYPE (OnsiteClipView, onsite_clip_view, ONSITE, CLIP_VIEW, AdwBin)

void onsite_clip_view_set_context (OnsiteClipView *self, OnsiteContext *context);

/**
 * onsite_clip_view_set_clip:
 * @clip: (nullable): what is heard; its marks are edited in place, and it has
 *   to outlive its use here
 *
 * What played before stops.
 */
void onsite_clip_view_set_clip (OnsiteClipView *self, OnsiteClip *clip);

/* Brings the focus to the waveform, and returns FALSE where there is none. */
gboolean onsite_clip_view_enter (OnsiteClipView *self);
/* Plays from a place, as soon as the clip can be played. */
void onsite_clip_view_play (OnsiteClipView *self, gint64 from_ms);
void onsite_clip_view_toggle (OnsiteClipView *self);
void onsite_clip_view_seek_by (OnsiteClipView *self, gint64 step_ms);
/* To the next speed of the menu, or to the one before. */
void onsite_clip_view_change_speed (OnsiteClipView *self, int steps);
/* Sets a mark where it's playing. */
void onsite_clip_view_mark (OnsiteClipView *self);

G_END_DECLS
