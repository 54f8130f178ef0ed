/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-recorder.h"
#include "audio/onsite-voice.h"
#include "library/onsite-library.h"
#include "loop/onsite-session.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * OnsiteGear:
 * @source: makes the microphone
 * @sink: makes the loudspeaker
 * @speak: whether questions are spoken; if not they are there to read
 * @now_ms: tells the time since boot, suspend included
 *
 * What a rehearsal works with, passed in so that a test can pass its own.
 */
typedef struct
{
  OnsiteSourceFunc source;
  OnsiteSinkFunc sink;
  gpointer data;
  gboolean speak;
  double voice_rate;
  double voice_volume;
  gint64 (*now_ms) (gpointer data);
} OnsiteGear;

#define ONSITE_TYPE_REHEARSAL (onsite_rehearsal_get_type ())

/**
 * OnsiteRehearsal:
 *
 * The conductor: owns a session, a recorder and a voice, turns effects into
 * deeds and keeps everything in the library, each effect with the session's
 * snapshot in one transaction. Runs a whole loop with no display.
 *
 * Properties, all read only, for pages to bind:
 * - "phase" (uint, #OnsitePhase)
 * - "round-name", "interviewer" (string): of the round that runs or is next
 * - "bar-raiser" (boolean)
 * - "prompt" (string): what is asked now, word for word
 * - "question-index", "n-questions", "turn" (uint)
 * - "remaining-ms", "elapsed-ms", "suggested-ms", "grace-remaining-ms",
 *   "break-remaining-ms" (int64): change four times a second at most while a clock runs
 * - "level" (double, dBFS)
 * - "speaking" (boolean)
 * - "unsaved-ms" (int64): captured and not yet committed, 0 as long as all is well
 * - "trouble" (string, nullable): in words, what is wrong and what to do
 * - "practice" (boolean)
 *
 * Signals: "told" (string): something to be told in passing;
 * "finished": the debrief is next.
 */
G_DECLARE_FINAL_TYPE (OnsiteRehearsal, onsite_rehearsal, ONSITE, REHEARSAL, GObject)

/* Takes the loop, which must be in the library. @session is the stored snapshot when an interrupted loop goes on, or NULL. */
OnsiteRehearsal *onsite_rehearsal_new (OnsiteLibrary *library,
                                       OnsiteLoop *loop,
                                       OnsitePack *pack,
                                       const char *session,
                                       const OnsiteGear *gear,
                                       GError **error);
/* What a person does. Ignored where it's out of place; see onsite_rehearsal_accepts(). */
void onsite_rehearsal_send (OnsiteRehearsal *self, OnsiteEventKind event);
gboolean onsite_rehearsal_accepts (OnsiteRehearsal *self, OnsiteEventKind event);
OnsiteLoop *onsite_rehearsal_get_loop (OnsiteRehearsal *self);
OnsitePack *onsite_rehearsal_get_pack (OnsiteRehearsal *self);
OnsiteLibrary *onsite_rehearsal_get_library (OnsiteRehearsal *self);
OnsiteRound *onsite_rehearsal_get_round (OnsiteRehearsal *self);
/* NULL between rounds. */
OnsiteAnswer *onsite_rehearsal_get_answer (OnsiteRehearsal *self);
/* Notes as on paper, kept with the answer that runs. */
void onsite_rehearsal_set_note (OnsiteRehearsal *self, const char *note);
void onsite_rehearsal_set_vote (OnsiteRehearsal *self, guint round, const char *vote);
/* Ends a clip cleanly, commits, and lets go of the microphone: to be gone on with later. */
void onsite_rehearsal_stop_async (OnsiteRehearsal *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean onsite_rehearsal_stop_finish (OnsiteRehearsal *self, GAsyncResult *result, GError **error);

G_END_DECLS
