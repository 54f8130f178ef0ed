/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-clock.h"
#include "onsite-microphone.h"
#include "onsite-scene.h"
#include "onsite-scribe.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_KEEPER (onsite_keeper_get_type ())

/**
 * OnsiteKeeper:
 *
 * Holds the records of a loop that runs and keeps them: what the session
 * brought about goes to the library with the session's snapshot, in one
 * transaction. Decides nothing of how the loop goes on.
 */
G_DECLARE_FINAL_TYPE (OnsiteKeeper, onsite_keeper, ONSITE, KEEPER, GObject)

/**
 * onsite_keeper_new:
 * @library: where everything is kept
 * @loop: (transfer full): a loop that is in @library, or see onsite_keeper_set_aside()
 * @pack: its pack
 * @codec: how its sound is kept
 * @clock: tells the time; its data outlives the keeper
 *
 * Returns: (transfer full): a new keeper
 */
OnsiteKeeper *onsite_keeper_new (OnsiteLibrary *library,
                                 OnsiteLoop *loop,
                                 OnsitePack *pack,
                                 OnsiteCodec codec,
                                 const OnsiteClock *clock);

/**
 * onsite_keeper_set_aside:
 * @self: a keeper that has kept nothing yet
 * @review: (nullable): the id of a review
 * @comment: (nullable): the id of a comment of it
 *
 * From now on only takes of its answers are kept, with what they answer, and each not
 * before something of it is recorded: the answer is one of a loop that is over, and has
 * a take already.
 */
void onsite_keeper_set_aside (OnsiteKeeper *self, const char *review, const char *comment);

/**
 * onsite_keeper_get_scene:
 * @self: a keeper
 * @session: where the loop is
 *
 * Returns: the same in terms of its records, which are the keeper's
 */
OnsiteScene onsite_keeper_get_scene (OnsiteKeeper *self, const OnsiteSession *session);

/**
 * onsite_keeper_get_scribe:
 * @self: a keeper
 *
 * Returns: (transfer none): who brings it to the library
 */
OnsiteScribe *onsite_keeper_get_scribe (OnsiteKeeper *self);

/**
 * onsite_keeper_keep:
 * @self: a keeper
 * @session: the session as it is now
 * @effects: (nullable) (element-type OnsiteEffect): what has just brought it there
 */
void onsite_keeper_keep (OnsiteKeeper *self, const OnsiteSession *session, GArray *effects);

/**
 * onsite_keeper_is_due:
 * @self: a keeper
 * @session: the session as it is now
 *
 * Returns: whether the kept snapshot of a round that runs has become too old
 */
gboolean onsite_keeper_is_due (OnsiteKeeper *self, const OnsiteSession *session);

/**
 * onsite_keeper_set_note:
 * @self: a keeper
 * @answer: an answer of the loop
 * @note: notes as on paper
 */
void onsite_keeper_set_note (OnsiteKeeper *self, OnsiteAnswer *answer, const char *note);

/**
 * onsite_keeper_set_vote:
 * @self: a keeper
 * @round: a round of the loop
 * @vote: (nullable): the id of a vote of the pack, or %NULL to take it back
 */
void onsite_keeper_set_vote (OnsiteKeeper *self, OnsiteRound *round, const char *vote);

/**
 * onsite_keeper_close_async:
 * @self: a keeper
 * @microphone: what the loop was heard with
 * @session: the session as it is then; lives until @callback is called
 * @cancellable: (nullable): gives up waiting, not closing
 * @callback: called when everything is kept
 * @user_data: passed to @callback
 *
 * Lets the microphone end its clip, keeps a last snapshot and waits for it. If
 * it is called again it tries again what could not be committed.
 */
void onsite_keeper_close_async (OnsiteKeeper *self,
                                OnsiteMicrophone *microphone,
                                const OnsiteSession *session,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * onsite_keeper_close_finish:
 * @self: a keeper
 * @result: what the callback was given
 * @error: return location for an #OnsiteAudioError or #OnsiteLibraryError
 *
 * Returns: whether everything is kept
 */
gboolean onsite_keeper_close_finish (OnsiteKeeper *self, GAsyncResult *result, GError **error);

G_END_DECLS
