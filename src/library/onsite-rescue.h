/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-chunk.h"
#include "onsite-place.h"
#include "onsite-progress.h"

G_BEGIN_DECLS

/**
 * OnsiteSalvage:
 * @n_pages: how many pages there are
 * @n_damaged: how many of them are not what they should be; those of which
 *   nobody knows what they should be are not counted
 * @n_missing: how many pages the file should have beyond its end
 * @n_rows: how many rows were saved
 * @n_cut: how many of them with a text that ends where it's damaged
 *
 * What could be read of a damaged file.
 */
typedef struct
{
  guint32 n_pages;
  guint32 n_damaged;
  guint32 n_missing;
  guint n_rows;
  guint n_cut;
} OnsiteSalvage;

/**
 * OnsiteMendPack:
 * @id: its id
 * @hash: the SHA-256 of its bytes
 * @bytes: these
 *
 * A pack that can take the place of one that was lost.
 */
typedef struct
{
  char *id;
  char *hash;
  GBytes *bytes;
} OnsiteMendPack;

/**
 * OnsiteMendWords:
 * @question: stands where a question was lost
 * @interviewer: stands where an interviewer was lost
 * @round: the kind of a round that was lost, of the first pack
 * @level: the level of a loop that was lost, of the first pack
 * @packs: (element-type OnsiteMendPack): at least one; the first takes the
 *   place of any that none of the others is a version of
 *
 * What stands where something was lost.
 */
typedef struct
{
  char *question;
  char *interviewer;
  char *round;
  char *level;
  GPtrArray *packs;
} OnsiteMendWords;

/**
 * OnsiteMend:
 * @n_made_up: how many rows stand for one that was lost, by what they are: see
 *   %ONSITE_MEND_LOOP and so on
 * @n_other_packs: how many loops have another pack now than they were drawn from
 * @n_dropped: how many rows were left out, since nothing is left of what they
 *   belong to
 *
 * What was done so that all that was saved can be reached.
 */
typedef struct
{
  guint n_made_up[4];
  guint n_other_packs;
  guint n_dropped;
} OnsiteMend;

enum
{
  ONSITE_MEND_LOOP,
  ONSITE_MEND_ROUND,
  ONSITE_MEND_ANSWER,
  ONSITE_MEND_TAKE,
};

/**
 * OnsiteSoundJudge:
 * @chunk: a row of sound
 *
 * Returns: whether a decoder can make of it what it says that it holds
 */
typedef gboolean (*OnsiteSoundJudge) (const OnsiteChunk *chunk);

/**
 * OnsiteLostSound:
 * @clip: the clip's id
 * @place: where it belongs
 * @at_samples: where it's lost, in the clip as it was
 * @n_samples: how much is lost; 0 if nobody knows
 * @is_all: whether nothing of the clip is left
 *
 * Sound that could not be saved.
 */
typedef struct
{
  char *clip;
  OnsitePlace *place;
  gint64 at_samples;
  gint64 n_samples;
  gboolean is_all;
} OnsiteLostSound;

/**
 * onsite_lost_sound_free:
 * @self: (transfer full): what was lost of a clip
 */
void onsite_lost_sound_free (OnsiteLostSound *self);

/**
 * OnsiteRescue:
 * @salvage: what could be read
 * @mend: what was made up
 * @lost: (element-type OnsiteLostSound): the sound that could not be saved
 *
 * What became of a damaged library.
 */
typedef struct
{
  OnsiteSalvage salvage;
  OnsiteMend mend;
  GPtrArray *lost;
} OnsiteRescue;

/**
 * onsite_rescue_run:
 * @damaged: the path of a damaged library
 * @path: where the new one is to be; nothing may be there
 * @words: what stands where something was lost
 * @judge: what can be decoded
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Saves all that can be read of a damaged library into a new one. The damaged
 * one is only read. Peaks that were lost are empty until onsite_measured_keep()
 * fills them. If it fails or is cancelled, nothing is left of the new
 * one. Blocks for a good while.
 *
 * Returns: (transfer full) (nullable): what became of it
 */
OnsiteRescue *onsite_rescue_run (const char *damaged,
                                 const char *path,
                                 const OnsiteMendWords *words,
                                 OnsiteSoundJudge judge,
                                 OnsiteProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * onsite_rescue_free:
 * @self: (transfer full): a rescue
 */
void onsite_rescue_free (OnsiteRescue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRescue, onsite_rescue_free)

G_END_DECLS
