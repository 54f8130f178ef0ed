/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteChange:
 *
 * What is to be written in one transaction, in the order in which it was
 * added. It copies what it needs, so that records may be freed at once. It is
 * given to onsite_library_commit_async(). If it names a loop, a round, … that
 * the library doesn't have, all of it is refused with
 * %ONSITE_LIBRARY_ERROR_NOT_FOUND.
 */
typedef struct _OnsiteChange OnsiteChange;

/**
 * onsite_change_new:
 *
 * Makes an empty change.
 *
 * Returns: (transfer full): a change
 */
OnsiteChange *onsite_change_new (void);

/**
 * onsite_change_ref:
 * @self: a change
 *
 * Holds on to a change that is given to a library, so that it can be given
 * again if the library can't take it now. Nothing may be added to it once it
 * was given.
 *
 * Returns: (transfer full): @self
 */
OnsiteChange *onsite_change_ref (OnsiteChange *self);

/**
 * onsite_change_unref:
 * @self: (transfer full): a change
 *
 * Lets go of a change; the last one frees it.
 */
void onsite_change_unref (OnsiteChange *self);

/**
 * onsite_change_add_loop:
 * @self: a change
 * @loop: a loop with its pack's id, hash, and its level set
 * @pack: its pack's bytes, whose SHA-256 is @loop's pack_hash
 *
 * Adds a loop whole: rounds, answers, and takes if there are any. Clips are
 * left out: they come with onsite_library_begin_clip(); reviews come with
 * onsite_change_put_review(). A pack is stored once.
 * If @pack is not what @loop says that it was planned from, the change is
 * refused.
 */
void onsite_change_add_loop (OnsiteChange *self, const OnsiteLoop *loop, GBytes *pack);

/**
 * onsite_change_set_session:
 * @self: a change
 * @loop: a loop's id
 * @json: (nullable): the running session as JSON; %NULL when it has ended
 *
 * Keeps where a loop stands, so that it can be gone on with.
 */
void onsite_change_set_session (OnsiteChange *self, const char *loop, const char *json);

/**
 * onsite_change_set_loop_state:
 * @self: a change
 * @loop: a loop's id
 * @state: how far it has come
 * @finished_at_us: when it was finished, 0 for not yet
 *
 * Keeps how far a loop has come.
 */
void onsite_change_set_loop_state (OnsiteChange *self,
                                   const char *loop,
                                   OnsiteLoopState state,
                                   gint64 finished_at_us);

/**
 * onsite_change_update_round:
 * @self: a change
 * @round: a round that the library has
 *
 * Keeps its times, its vote, whether it was ended early, and interruptions;
 * not its plan, and not its answers.
 */
void onsite_change_update_round (OnsiteChange *self, const OnsiteRound *round);

/**
 * onsite_change_update_answer:
 * @self: a change
 * @answer: an answer that the library has
 *
 * Keeps its story, its note, and whether it was skipped; not its takes.
 */
void onsite_change_update_answer (OnsiteChange *self, const OnsiteAnswer *answer);

/**
 * onsite_change_add_take:
 * @self: a change
 * @answer: an answer's id
 * @take: a new take
 *
 * Adds a take after those that there are, with its turns, ratings and
 * evidence, and without clips. That it answers a comment of a review which the
 * library doesn't have is left out.
 */
void onsite_change_add_take (OnsiteChange *self, const char *answer, const OnsiteTake *take);

/**
 * onsite_change_add_turn:
 * @self: a change
 * @take: a take's id
 * @index: its place in the take, from 0
 * @turn: the turn
 *
 * Adds a turn without a clip as yet.
 */
void
onsite_change_add_turn (OnsiteChange *self, const char *take, guint index, const OnsiteTurn *turn);

/**
 * onsite_change_set_ratings:
 * @self: a change
 * @take: a take's id
 * @ratings: (element-type OnsiteRating): all of them, a dimension once
 *
 * Puts these in the place of the ratings that the take had.
 */
void onsite_change_set_ratings (OnsiteChange *self, const char *take, GPtrArray *ratings);

/**
 * onsite_change_set_claims:
 * @self: a change
 * @take: a take's id
 * @evidence: (element-type OnsiteEvidence): all that is claimed, each of
 *   %ONSITE_SOURCE_CLAIMED
 *
 * Puts these in the place of the claims that the take had. Evidence from
 * other sources stays.
 */
void onsite_change_set_claims (OnsiteChange *self, const char *take, GPtrArray *evidence);

/**
 * onsite_change_set_marks:
 * @self: a change
 * @clip: a clip's id
 * @marks: (element-type OnsiteMark): all of them
 *
 * Puts these in the place of the marks that the clip had.
 */
void onsite_change_set_marks (OnsiteChange *self, const char *clip, GPtrArray *marks);

/**
 * onsite_change_delete_loop:
 * @self: a change
 * @loop: a loop's id
 * @deleted_at_us: now
 *
 * Puts a loop into the bin.
 */
void onsite_change_delete_loop (OnsiteChange *self, const char *loop, gint64 deleted_at_us);

/**
 * onsite_change_restore_loop:
 * @self: a change
 * @loop: a loop's id
 *
 * Takes a loop out of the bin.
 */
void onsite_change_restore_loop (OnsiteChange *self, const char *loop);

/**
 * onsite_change_purge_loop:
 * @self: a change
 * @loop: a loop's id
 *
 * Deletes a loop for good, with its sound. It is out of sight and past
 * recall once this is committed; its contents are overwritten after that,
 * slice by slice, while no clip is being recorded, also at the next start.
 */
void onsite_change_purge_loop (OnsiteChange *self, const char *loop);

/**
 * onsite_change_purge_bin:
 * @self: a change
 * @before_us: a time
 *
 * Deletes for good what was put into the bin before @before_us.
 */
void onsite_change_purge_bin (OnsiteChange *self, gint64 before_us);

/**
 * onsite_change_purge_samples:
 * @self: a change
 *
 * Deletes for good the samples that are in the bin.
 */
void onsite_change_purge_samples (OnsiteChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteChange, onsite_change_unref)

G_END_DECLS
