/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteSilenceMap:
 *
 * Which packets of a clip are passed over when its silences are skipped, and
 * what that does to time. Pure and immutable.
 *
 * A silence is at least 700 ms in which no peak reaches 12 dB above the clip's
 * noise, which is taken to be the peak that a tenth of its packets stay below
 * (the minimum statistics of a recording; Martin, 2001, uses the like). The
 * threshold is held between −50 and −20 dBFS. 150 ms of a silence are kept at
 * each end, so that no onset is cut and a pause remains a pause.
 *
 * Frames are packets of 20 ms, counted from 0.
 */
typedef struct _OnsiteSilenceMap OnsiteSilenceMap;

/**
 * onsite_silence_map_new:
 * @peaks: (nullable): a peak byte per packet; %NULL to skip nothing
 *
 * Returns: (transfer full): a map
 */
OnsiteSilenceMap *onsite_silence_map_new (GBytes *peaks);

/**
 * onsite_silence_map_free:
 * @self: (transfer full): a map
 */
void onsite_silence_map_free (OnsiteSilenceMap *self);

/**
 * onsite_silence_map_get_n_silent:
 * @self: a map
 *
 * Returns: how many frames lie in silences, with what is kept at their ends
 */
gint64 onsite_silence_map_get_n_silent (OnsiteSilenceMap *self);

/**
 * onsite_silence_map_get_n_loud:
 * @self: a map
 *
 * Returns: how many frames stand out from the noise
 */
gint64 onsite_silence_map_get_n_loud (OnsiteSilenceMap *self);

/**
 * onsite_silence_map_next_heard:
 * @self: a map
 * @frame: a frame of the clip
 *
 * Returns: @frame, or the first one after the silence that it lies in
 */
gint64 onsite_silence_map_next_heard (OnsiteSilenceMap *self, gint64 frame);

/**
 * onsite_silence_map_to_played:
 * @self: a map
 * @frame: a frame of the clip
 *
 * Returns: how many frames are heard before @frame
 */
gint64 onsite_silence_map_to_played (OnsiteSilenceMap *self, gint64 frame);

/**
 * onsite_silence_map_to_clip:
 * @self: a map
 * @played: how many frames were heard
 *
 * Returns: the frame that is heard after @played others
 */
gint64 onsite_silence_map_to_clip (OnsiteSilenceMap *self, gint64 played);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteSilenceMap, onsite_silence_map_free)

G_END_DECLS
