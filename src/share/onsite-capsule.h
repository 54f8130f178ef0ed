/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule-parts.h"
#include "onsite-selection.h"
#include "onsite-share-error.h"

G_BEGIN_DECLS

/**
 * OnsiteCapsule:
 * @export: the UUID of this export
 * @loop: the loop's UUID
 * @candidate: (nullable): the name to show
 * @blind: whether what the candidate thinks of it stays at home
 * @includes: what goes along
 * @kind: how much was rehearsed
 * @mode: how strict the loop was
 * @sample: whether the program made it up
 * @level: the pack's id of the level
 * @level_name: what that is called
 * @pack: the pack's id
 * @pack_version: its version
 * @pack_title: what it is called
 * @language: the BCP 47 tag of the language that it is written in
 * @principles: (element-type OnsiteCapsuleName): all of the pack
 * @checklist: (element-type OnsiteCapsuleName): all of the pack that answers feed
 * @dimensions: (element-type OnsiteCapsuleDimension): all of the pack
 * @votes: (element-type OnsiteCapsuleName): all of the pack, best first
 * @rounds: (element-type OnsiteCapsuleRound): of which an answer goes along, in order
 * @exhibits: (element-type OnsiteCapsuleExhibit): that a question of it is about
 * @answers: (element-type OnsiteCapsuleAnswer): those that were chosen, in the loop's order
 *
 * What leaves the machine: a copy of what was chosen of a loop, in which nothing is that
 * must not leave. All formats are written from it alone, so that what is not in it can't
 * leak in any. Immutable.
 *
 * What a redaction removes is gone from it: sound is silent or shorter, peaks are 0, and
 * marks, evidence and gaps that touch it are left out. There are no devices, paths, times
 * of the day or dates in it, and no UUIDs but those of export, loop, round, answer, take
 * and clip.
 */
typedef struct
{
  char *export;
  char *loop;
  char *candidate;
  gboolean blind;
  OnsiteIncludes includes;
  OnsiteLoopKind kind;
  OnsiteMode mode;
  gboolean sample;
  char *level;
  char *level_name;
  char *pack;
  char *pack_version;
  char *pack_title;
  char *language;
  GPtrArray *principles;
  GPtrArray *checklist;
  GPtrArray *dimensions;
  GPtrArray *votes;
  GPtrArray *rounds;
  GPtrArray *exhibits;
  GPtrArray *answers;
} OnsiteCapsule;

/**
 * onsite_capsule_new:
 * @loop: a loop
 * @pack: the pack that it was planned from
 * @selection: what was chosen of it
 * @peaks: (element-type utf8 GBytes) (nullable): the clips' peaks by their ids; one that
 *   isn't there has none
 * @export_id: the UUID of this export
 * @error: return location: %ONSITE_SHARE_ERROR_SELECTION for an answer, a take, a clip or
 *   a span that isn't there, %ONSITE_SHARE_ERROR_EMPTY where no answer was chosen
 *
 * Makes the copy. Pure.
 *
 * Returns: (transfer full) (nullable): a capsule, which needs none of them any more
 */
OnsiteCapsule *onsite_capsule_new (const OnsiteLoop *loop,
                                   OnsitePack *pack,
                                   const OnsiteSelection *selection,
                                   GHashTable *peaks,
                                   const char *export_id,
                                   GError **error);

/**
 * onsite_capsule_free:
 * @self: (transfer full): a capsule
 */
void onsite_capsule_free (OnsiteCapsule *self);

/**
 * OnsiteCapsuleFigures:
 * @n_answers: answers in it
 * @n_takes: takes in it
 * @n_clips: clips in it
 * @n_redactions: spans that were muted or cut
 * @audio_ms: how long its clips are in all; 0 without the sound
 */
typedef struct
{
  guint n_answers;
  guint n_takes;
  guint n_clips;
  guint n_redactions;
  gint64 audio_ms;
} OnsiteCapsuleFigures;

/**
 * onsite_capsule_count:
 * @self: a capsule
 *
 * Returns: what is in it, in figures
 */
OnsiteCapsuleFigures onsite_capsule_count (const OnsiteCapsule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteCapsule, onsite_capsule_free)

G_END_DECLS
