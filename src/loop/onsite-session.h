/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-effect.h"
#include "onsite-event.h"
#include "onsite-outline.h"

G_BEGIN_DECLS

/**
 * SECTION:onsite-session
 *
 * How a loop runs: (state, event, now) → (state, effects). The state is a plain
 * value; nothing here reads a clock, sets a timer or touches a file. Times are
 * milliseconds of the caller's monotonic clock (CLOCK_BOOTTIME in the program).
 *
 * - The clock of a round runs from its beginning, also while the interviewer
 *   speaks and in the grace. At five minutes and at one minute left that is
 *   said once, each only in a round that is at least twice as long.
 * - When it has run out, nothing more is asked. What is being said may be ended,
 *   within %ONSITE_SESSION_OVERTIME_MS (see onsite_session_get_overtime_ms()).
 * - What remains of a round is shared among its remaining questions in
 *   proportion to the suggested time. Another follow-up is asked for as long as
 *   a question's share has at least %ONSITE_SESSION_LEAST_TURN_MS left, so that
 *   the last question may use all that remains. Nor is another question begun
 *   with less than that. In a round of less than ten minutes it's a tenth of it.
 * - A question's curveball is thrown into the main answer once that has gone on
 *   for as long as the plan says, as long as there would be time for another
 *   follow-up. What is being said is kept while the interviewer speaks; with the
 *   last word of it the main answer ends, and the answer to the curveball begins,
 *   as a turn of its own, before the follow-ups. "Done" ends the main answer at
 *   once, and the interviewer speaks on; so does a pause, after which the
 *   curveball is said again. A main answer that ends before it comes has none.
 * - An event that is out of place does nothing; time passes all the same.
 */

/**
 * OnsitePhase:
 * @ONSITE_PHASE_LOBBY: before the first round, and before going on with an
 *   interrupted one (see onsite_session_is_interrupted())
 * @ONSITE_PHASE_ASKING: the interviewer speaks; the microphone is open, nothing is
 *   kept (but for a main answer that a curveball is being thrown into)
 * @ONSITE_PHASE_ANSWERING: thinking and answering; all of it is kept
 * @ONSITE_PHASE_GRACE: done, and "keep talking" is offered; still kept until it's over
 * @ONSITE_PHASE_PAUSED: practice only; nothing is kept and no clock runs
 * @ONSITE_PHASE_BREAK: after a round: self-rating
 * @ONSITE_PHASE_AWAY: finished for today, between rounds
 * @ONSITE_PHASE_FINISHED: the debrief is next
 */
typedef enum
{
  ONSITE_PHASE_LOBBY,
  ONSITE_PHASE_ASKING,
  ONSITE_PHASE_ANSWERING,
  ONSITE_PHASE_GRACE,
  ONSITE_PHASE_PAUSED,
  ONSITE_PHASE_BREAK,
  ONSITE_PHASE_AWAY,
  ONSITE_PHASE_FINISHED,
} OnsitePhase;

/* After "Done", how long "Keep talking" is offered. */
#define ONSITE_SESSION_GRACE_MS 5000
/* How long it is where it was told meanwhile that the answer can't be used: what one needs to
 * read that and to decide (WCAG 2.2, 2.2.1: at least 20 seconds). */
#define ONSITE_SESSION_FAULT_GRACE_MS 20000
/* How long at most a sentence may end after the round's time is over. */
#define ONSITE_SESSION_OVERTIME_MS 60000
/* With less than this a question or a follow-up is not begun. */
#define ONSITE_SESSION_LEAST_TURN_MS 60000
/* How long a break lasts before it's told that the next interviewer waits. */
#define ONSITE_SESSION_BREAK_MS 300000

/**
 * OnsiteSession:
 * @phase: where the session is
 * @round: index of the round that runs or is next; in a break the one after
 *   that which is rated, so that it's the number of rounds after the last
 * @question: index in that round
 * @turn: 0 for the question itself and for its curveball, then the follow-ups
 * @take: index of the take, more than 0 after a retake
 * @take_turn: index of the turn in that take, see #OnsiteEffect
 * @now_ms: when the last event came
 * @round_remaining_ms: what remains of the round's clock; below 0 in overtime
 * @question_elapsed_ms: how long this take of the question has been on
 * @turn_elapsed_ms: how long this turn's answer has been on, with the grace
 * @grace_remaining_ms: in %ONSITE_PHASE_GRACE: for how long "Keep talking" is offered
 * @break_remaining_ms: in %ONSITE_PHASE_BREAK: 0 when the next interviewer
 *   waits, and after the last round
 * @paused_phase: what %ONSITE_PHASE_PAUSED goes back to; in %ONSITE_PHASE_LOBBY
 *   what was interrupted; else %ONSITE_PHASE_LOBBY
 * @curveball: in this take the curveball was thrown: what @turn 0 is about
 * @interjecting: in %ONSITE_PHASE_ASKING: the clip of the main answer still runs,
 *   which is that of the turn before @take_turn
 * @told_five_minutes: it was said that five minutes are left
 * @told_one_minute: it was said that one minute is left
 * @retake_offered: a fault of the recorder lets even onsite mode answer again
 * @retake_credit_ms: what such a retake gives back to the round's clock, with the grace in
 *   which it's offered
 *
 * The whole state, to be copied freely.
 */
typedef struct
{
  OnsitePhase phase;
  guint round;
  guint question;
  guint turn;
  guint take;
  guint take_turn;
  gint64 now_ms;
  gint64 round_remaining_ms;
  gint64 question_elapsed_ms;
  gint64 turn_elapsed_ms;
  gint64 grace_remaining_ms;
  gint64 break_remaining_ms;
  OnsitePhase paused_phase;
  gboolean curveball;
  gboolean interjecting;
  gboolean told_five_minutes;
  gboolean told_one_minute;
  gboolean retake_offered;
  gint64 retake_credit_ms;
} OnsiteSession;

/**
 * onsite_session_init:
 * @outline: what is to be run
 * @now_ms: the time
 *
 * Returns: a session in the lobby of the first round
 */
OnsiteSession onsite_session_init (const OnsiteOutline *outline, gint64 now_ms);

/**
 * onsite_session_step:
 * @self: the state before
 * @outline: what is run
 * @event: what happened
 * @now_ms: when; earlier than the last event is taken for "at once"
 * @effects: (element-type OnsiteEffect) (nullable): where what is to be done is
 *   appended, in its order
 *
 * First all that the time since the last event brings with it, each at its own
 * time, then what @event does.
 *
 * Returns: the state after
 */
OnsiteSession onsite_session_step (const OnsiteSession *self,
                                   const OnsiteOutline *outline,
                                   const OnsiteEvent *event,
                                   gint64 now_ms,
                                   GArray *effects);

/**
 * onsite_session_accepts:
 * @self: a state
 * @outline: what is run
 * @kind: a kind of event
 *
 * Buttons are made sensitive by this. A tick and a suspend are accepted where a
 * clock runs.
 *
 * Returns: whether the event would do anything now
 */
gboolean onsite_session_accepts (const OnsiteSession *self,
                                 const OnsiteOutline *outline,
                                 OnsiteEventKind kind);

/**
 * onsite_session_next_deadline_ms:
 * @self: a state
 * @outline: what is run
 *
 * Returns: when the next %ONSITE_EVENT_TICK has something to do, %G_MAXINT64 if never
 */
gint64 onsite_session_next_deadline_ms (const OnsiteSession *self, const OnsiteOutline *outline);

/**
 * onsite_session_is_interrupted:
 * @self: a state
 *
 * In the lobby: whether its round had begun when a crash or a quit broke into
 * it. %ONSITE_EVENT_BEGIN_ROUND goes on with it: what was being asked or
 * answered is asked again (what was recorded stays, as a turn of its own), and
 * after "Done" the next thing is asked. %ONSITE_EVENT_END_ROUND leaves it at that.
 *
 * Returns: whether the session waits to go on with an interrupted round
 */
gboolean onsite_session_is_interrupted (const OnsiteSession *self);

/**
 * onsite_session_get_overtime_ms:
 * @round: a round
 *
 * Returns: how long a sentence may end after the round's time is over: a tenth
 *   of it, but at least 3 s and at most %ONSITE_SESSION_OVERTIME_MS
 */
gint64 onsite_session_get_overtime_ms (const OnsiteSessionRound *round);

/**
 * onsite_session_to_json:
 * @self: a state
 *
 * A versioned snapshot with what remains of each clock.
 *
 * Returns: (transfer full): an object of JSON, in one line
 */
char *onsite_session_to_json (const OnsiteSession *self);

/**
 * onsite_session_from_json:
 * @json: a snapshot
 * @outline: what is run
 * @now_ms: the time
 * @session: (out): return location for the state to go on with
 * @error: return location for an #OnsiteSessionError, or an #OnsiteJsonError
 *
 * Reads a snapshot back. A round that was running comes back as interrupted, in
 * %ONSITE_PHASE_LOBBY; all else as it was. Clocks go on from @now_ms with what
 * remained. What is no possible state of a session of @outline is refused, and
 * @session left as it was.
 *
 * Returns: whether @session was set
 */
gboolean onsite_session_from_json (const char *json,
                                   const OnsiteOutline *outline,
                                   gint64 now_ms,
                                   OnsiteSession *session,
                                   GError **error);

G_END_DECLS
