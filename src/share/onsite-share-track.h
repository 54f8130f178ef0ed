/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/* What the formats have in common that are a folder with a file for each take: the Ogg
 * file, and what is read beside it. Times are those of the Ogg file. */

/**
 * OnsiteShareTrack:
 * @answer: the answer
 * @take: a take of it of which something can be heard
 * @name: what its files are called, without the suffix
 *
 * A take as a file.
 */
typedef struct
{
  const OnsiteCapsuleAnswer *answer;
  const OnsiteCapsuleTake *take;
  char *name;
} OnsiteShareTrack;

/**
 * onsite_share_tracks_new:
 * @capsule: what is handed on, which has to outlive them
 *
 * Returns: (transfer full) (element-type OnsiteShareTrack): a track for each take that
 *   has a clip, in order
 */
GPtrArray *onsite_share_tracks_new (const OnsiteCapsule *capsule);

/**
 * onsite_share_track_get_start:
 * @self: a track
 * @turn: the index of a turn
 *
 * Returns: where its clip begins in the Ogg file, in milliseconds
 */
gint64 onsite_share_track_get_start (const OnsiteShareTrack *self, guint turn);

/**
 * onsite_share_tracks_write_texts:
 * @job: what to do
 * @suffix: what the files end in
 * @write: makes the text of a track
 * @error: return location: %ONSITE_SHARE_ERROR_EMPTY if there is no track, %G_IO_ERROR
 *
 * Writes a text for each track.
 *
 * Returns: whether it did
 */
gboolean onsite_share_tracks_write_texts (const OnsiteShareJob *job,
                                          const char *suffix,
                                          char *(*write) (const OnsiteShareTrack *track),
                                          GError **error);

/**
 * onsite_share_tracks_set_empty:
 * @error: return location
 *
 * Says that there is nothing to make a file of.
 */
void onsite_share_tracks_set_empty (GError **error);

G_END_DECLS
