/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "onsite-span-choice.h"

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
 * Signals: "ended": it was played to its end. "chosen" (gint64, gint64): in a copy's view a
 * span was chosen with the pointer, from where to where.
 */
G_DECLARE_FINAL_TYPE (OnsiteClipView, onsite_clip_view, ONSITE, CLIP_VIEW, AdwBin)

/**
 * onsite_clip_view_set_context:
 * @self: a clip's view
 * @context: the program's context; held
 *
 * Gives it what it plays with. To be called once, before anything else.
 */
void onsite_clip_view_set_context (OnsiteClipView *self, OnsiteContext *context);

/**
 * onsite_clip_view_set_clip:
 * @self: a clip's view
 * @clip: (nullable): what is heard; its marks are edited in place, and it has
 *   to outlive its use here
 *
 * What played before stops.
 */
void onsite_clip_view_set_clip (OnsiteClipView *self, OnsiteClip *clip);

/**
 * onsite_clip_view_enter:
 * @self: a clip's view
 *
 * Brings the focus to the waveform.
 *
 * Returns: whether there is one to take it
 */
gboolean onsite_clip_view_enter (OnsiteClipView *self);

/**
 * onsite_clip_view_play:
 * @self: a clip's view
 * @from_ms: where to begin
 *
 * Plays from a place, as soon as the clip can be played.
 */
void onsite_clip_view_play (OnsiteClipView *self, gint64 from_ms);

/**
 * onsite_clip_view_play_span:
 * @self: a clip's view
 * @from_ms: where to begin
 * @to_ms: where to end; the clip's end where that isn't after @from_ms
 *
 * The same, no further than to a place.
 */
void onsite_clip_view_play_span (OnsiteClipView *self, gint64 from_ms, gint64 to_ms);

/**
 * onsite_clip_view_set_remarks:
 * @self: a clip's view
 * @remarks: (nullable) (element-type OnsiteRemark): what coaches say of the clip
 *
 * Shows on the waveform where coaches say something.
 */
void onsite_clip_view_set_remarks (OnsiteClipView *self, GPtrArray *remarks);

/**
 * onsite_clip_view_show_copy:
 * @self: a clip's view
 * @removed: (element-type OnsiteSpan): what a copy of the clip is without, in order and
 *   without overlaps
 *
 * Makes it the view of a copy that is handed on: what is removed is heard as in the copy,
 * spans can be chosen, and marks are only seen. To be called again after another clip
 * is set.
 */
void onsite_clip_view_show_copy (OnsiteClipView *self, GArray *removed);

/**
 * onsite_clip_view_show_choice:
 * @self: the view of a copy
 * @choice: what is chosen of it; copied
 */
void onsite_clip_view_show_choice (OnsiteClipView *self, const OnsiteSpanChoice *choice);

/**
 * onsite_clip_view_play_original:
 * @self: the view of a copy
 * @from_ms: where to begin
 * @to_ms: where to end, after @from_ms
 *
 * Plays a span as it was recorded, what is removed included, and nothing beside it.
 */
void onsite_clip_view_play_original (OnsiteClipView *self, gint64 from_ms, gint64 to_ms);

/**
 * onsite_clip_view_get_position_ms:
 * @self: a clip's view
 *
 * Returns: where in the clip it is
 */
gint64 onsite_clip_view_get_position_ms (OnsiteClipView *self);

/**
 * onsite_clip_view_toggle:
 * @self: a clip's view
 *
 * Plays or pauses; does nothing as long as the clip can't be played.
 */
void onsite_clip_view_toggle (OnsiteClipView *self);

/**
 * onsite_clip_view_seek_by:
 * @self: a clip's view
 * @step_ms: how far to go on, or back below 0; at most to the clip's ends
 *
 * Goes to another place.
 */
void onsite_clip_view_seek_by (OnsiteClipView *self, gint64 step_ms);

/**
 * onsite_clip_view_change_speed:
 * @self: a clip's view
 * @steps: how many speeds of the menu to go up, or down below 0; at most to its ends
 *
 * Changes how fast it plays; the settings remember it.
 */
void onsite_clip_view_change_speed (OnsiteClipView *self, int steps);

/**
 * onsite_clip_view_mark:
 * @self: a clip's view
 *
 * Sets a mark where it's playing; does nothing where nothing was recorded, or the
 * library is read only.
 */
void onsite_clip_view_mark (OnsiteClipView *self);

G_END_DECLS
