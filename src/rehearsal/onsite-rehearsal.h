/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "loop/onsite-session.h"
#include "onsite-gear.h"
#include "onsite-retake.h"
#include "onsite-scribe.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/* How old the kept snapshot of a running round is at most: what a crash takes off its clock. */
#define ONSITE_REHEARSAL_SNAPSHOT_MS 2000

#define ONSITE_TYPE_REHEARSAL (onsite_rehearsal_get_type ())

/**
 * OnsiteRehearsal:
 *
 * The conductor: owns a session, a microphone and an interviewer, turns
 * effects into deeds and keeps everything in the library, each effect with the
 * session's snapshot in one transaction. Runs a whole loop with no display.
 *
 * Properties, all read only, for pages to bind:
 * - "phase" (uint): an #OnsitePhase
 * - "round-name", "interviewer" (string): of the round that runs or is next;
 *   "" after the last
 * - "bar-raiser" (boolean): whether that interviewer is the bar raiser
 * - "prompt" (string): what is asked now, word for word; "" between rounds
 * - "question-index", "n-questions", "turn" (uint)
 * - "curveball" (boolean): what is asked now was thrown into the main answer
 * - "interjecting" (boolean): it is being said, and the main answer still kept
 * - "remaining-ms", "elapsed-ms", "suggested-ms", "grace-remaining-ms",
 *   "break-remaining-ms" (int64): change every %ONSITE_RUNNER_TICK_MS at
 *   most. "elapsed-ms" is how long the question has been on, "suggested-ms"
 *   what the pack suggests for it
 * - "level" (double): of the microphone, in dBFS
 * - "speaking" (boolean): whether the interviewer is to be heard
 * - "beginning" (boolean): the microphone is being opened for the next round
 * - "unsaved-ms" (int64): captured and not yet committed for longer than it
 *   should take; 0 as long as all is well
 * - "trouble" (string, nullable): in words, what is wrong and what to do
 * - "quiet" (string, nullable): in words, that the microphone seems not to hear
 *   who answers
 *
 * Signals: "told" (string): something to be told in passing. "stepped": the
 * session moved, so that onsite_rehearsal_accepts() may answer otherwise.
 * "finished": the debrief is next.
 */
G_DECLARE_FINAL_TYPE (OnsiteRehearsal, onsite_rehearsal, ONSITE, REHEARSAL, GObject)

/**
 * onsite_rehearsal_new:
 * @library: where everything is kept
 * @loop: (transfer full): a loop that is in @library, or see
 *   onsite_rehearsal_become_retake()
 * @pack: the pack that it was planned from
 * @session: (nullable): the stored snapshot of a loop that goes on, or %NULL
 * @gear: what to work with
 * @error: return location for an #OnsiteSessionError
 *
 * Returns: (transfer full): a rehearsal that waits for %ONSITE_EVENT_BEGIN_ROUND
 *   or goes on where it was, or %NULL if @loop can't be run or @session is not its own
 */
OnsiteRehearsal *onsite_rehearsal_new (OnsiteLibrary *library,
                                       OnsiteLoop *loop,
                                       OnsitePack *pack,
                                       const char *session,
                                       const OnsiteGear *gear,
                                       GError **error);

/**
 * onsite_rehearsal_become_retake:
 * @self: a rehearsal of what onsite_retake_plan() planned, in which nothing has happened
 * @retake: what it was planned from
 *
 * What is recorded becomes a take of the answer; nothing else of its loop changes, but
 * for the note. It can't be gone on with later: it is given anew.
 */
void onsite_rehearsal_become_retake (OnsiteRehearsal *self, const OnsiteRetake *retake);

/**
 * onsite_rehearsal_is_retake:
 * @self: a rehearsal
 *
 * Returns: whether an answer of a loop that is over is given once more; there's no break
 *   and no debrief after it
 */
gboolean onsite_rehearsal_is_retake (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_send:
 * @self: a rehearsal
 * @event: what the person does
 *
 * Does nothing where it's out of place, see onsite_rehearsal_accepts(). A round
 * begins once the microphone listens; where it can't, "trouble" says so and no
 * clock has run.
 */
void onsite_rehearsal_send (OnsiteRehearsal *self, OnsiteEventKind event);

/**
 * onsite_rehearsal_set_floor:
 * @self: a rehearsal
 * @floor_db: how loud the room is now known to be at the microphone, in dBFS; -100 if
 *   what was known of it counts no more
 *
 * In the place of what the gear said.
 */
void onsite_rehearsal_set_floor (OnsiteRehearsal *self, double floor_db);

/**
 * onsite_rehearsal_accepts:
 * @self: a rehearsal
 * @event: what a person might do
 *
 * Returns: whether it would do anything now
 */
gboolean onsite_rehearsal_accepts (OnsiteRehearsal *self, OnsiteEventKind event);

/**
 * onsite_rehearsal_offers_retake:
 * @self: a rehearsal
 *
 * Returns: whether this question can be answered again because its recording can't be used
 */
gboolean onsite_rehearsal_offers_retake (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_is_interrupted:
 * @self: a rehearsal
 *
 * Returns: whether a round that a crash or a quit broke into waits to be gone on with
 */
gboolean onsite_rehearsal_is_interrupted (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_get_phase:
 * @self: a rehearsal
 *
 * Returns: where the session is
 */
OnsitePhase onsite_rehearsal_get_phase (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_get_loop:
 * @self: a rehearsal
 *
 * Returns: (transfer none): the loop's records, true at every moment
 */
OnsiteLoop *onsite_rehearsal_get_loop (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_get_pack:
 * @self: a rehearsal
 *
 * Returns: (transfer none): the loop's pack
 */
OnsitePack *onsite_rehearsal_get_pack (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_get_scribe:
 * @self: a rehearsal
 *
 * Returns: (transfer none): who keeps the loop's records
 */
OnsiteScribe *onsite_rehearsal_get_scribe (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_get_round:
 * @self: a rehearsal
 *
 * Returns: (transfer none) (nullable): the round that runs or is next, %NULL after the last
 */
OnsiteRound *onsite_rehearsal_get_round (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_get_last_round:
 * @self: a rehearsal
 *
 * Returns: (transfer none) (nullable): the round that a break follows, to be
 *   rated in it; %NULL before the first has ended
 */
OnsiteRound *onsite_rehearsal_get_last_round (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_get_answer:
 * @self: a rehearsal
 *
 * Returns: (transfer none) (nullable): the answer that is being given, %NULL
 *   between rounds
 */
OnsiteAnswer *onsite_rehearsal_get_answer (OnsiteRehearsal *self);

/**
 * onsite_rehearsal_set_note:
 * @self: a rehearsal
 * @note: notes as on paper
 *
 * Keeps notes with the answer that is being given.
 */
void onsite_rehearsal_set_note (OnsiteRehearsal *self, const char *note);

/**
 * onsite_rehearsal_set_vote:
 * @self: a rehearsal
 * @round: index of a round
 * @vote: (nullable): the id of a vote of the pack, or %NULL to take it back
 */
void onsite_rehearsal_set_vote (OnsiteRehearsal *self, guint round, const char *vote);

/**
 * onsite_rehearsal_stop_async:
 * @self: a rehearsal
 * @cancellable: (nullable): gives up waiting, not stopping
 * @callback: called when everything is kept
 * @user_data: passed to @callback
 *
 * Ends a clip cleanly, commits, and lets go of the microphone. The loop can be
 * gone on with later. Nothing that is sent from now on does anything. What could
 * not be committed is tried again by itself, and at once if this is called again.
 */
void onsite_rehearsal_stop_async (OnsiteRehearsal *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * onsite_rehearsal_stop_finish:
 * @self: a rehearsal
 * @result: what the callback was given
 * @error: return location for an #OnsiteAudioError or #OnsiteLibraryError
 *
 * Returns: whether everything is kept
 */
gboolean onsite_rehearsal_stop_finish (OnsiteRehearsal *self, GAsyncResult *result, GError **error);

G_END_DECLS
