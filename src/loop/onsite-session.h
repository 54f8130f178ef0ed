/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * SECTION:onsite-session
 *
 * How a loop runs: (state, event, now) → (state, effects). The state is a plain
 * value; nothing here reads a clock, sets a timer or touches a file. Times are
 * milliseconds of the caller's monotonic clock (CLOCK_BOOTTIME in the program).
 */

typedef enum
{
  ONSITE_PHASE_LOBBY,     /* before the first round, and where a loop is gone on with */
  ONSITE_PHASE_ASKING,    /* the interviewer speaks; the microphone is open, nothing is kept */
  ONSITE_PHASE_ANSWERING, /* thinking and answering; all of it is kept */
  ONSITE_PHASE_GRACE,     /* done, and "keep talking" is offered; still kept until it's over */
  ONSITE_PHASE_PAUSED,    /* practice only */
  ONSITE_PHASE_BREAK,     /* between rounds: self-rating */
  ONSITE_PHASE_AWAY,      /* finished for today, between rounds */
  ONSITE_PHASE_FINISHED,  /* the debrief is next */
} OnsitePhase;

/* After "Done", how long "Keep talking" is offered. */
#define ONSITE_SESSION_GRACE_MS 5000
/* How long a sentence may end after the round's time is over. */
#define ONSITE_SESSION_OVERTIME_MS 60000
/* How long a break lasts before it says that the next interviewer waits. */
#define ONSITE_SESSION_BREAK_MS 300000

typedef struct
{
  guint seconds;      /* what the pack suggests for the answer with its follow-ups */
  guint n_follow_ups; /* the length of its ladder */
} OnsiteSessionQuestion;

typedef struct
{
  guint seconds;
  guint n_questions;
  const OnsiteSessionQuestion *questions;
} OnsiteSessionRound;

/**
 * OnsiteOutline:
 *
 * As much of a planned loop as its running depends on. Immutable, reference counted.
 */
typedef struct _OnsiteOutline OnsiteOutline;

OnsiteOutline *onsite_outline_new (const OnsiteLoop *loop, OnsitePack *pack);
OnsiteOutline *onsite_outline_ref (OnsiteOutline *self);
void onsite_outline_unref (OnsiteOutline *self);
OnsiteMode onsite_outline_get_mode (const OnsiteOutline *self);
guint onsite_outline_get_n_rounds (const OnsiteOutline *self);
const OnsiteSessionRound *onsite_outline_get_round (const OnsiteOutline *self, guint index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteOutline, onsite_outline_unref)

/**
 * OnsiteSession:
 * @round: index of the round that runs or is next
 * @question: index in that round
 * @turn: 0 for the question itself, then the follow-ups
 * @take: index of the take, more than 0 after a retake
 * @now_ms: when the last event came
 * @round_remaining_ms: what remains of the round's clock; below 0 in overtime
 * @question_elapsed_ms: how long this question has been on
 * @turn_elapsed_ms: how long this turn's answer has been on
 * @grace_remaining_ms: in %ONSITE_PHASE_GRACE: for how long "Keep talking" is offered
 * @break_remaining_ms: in %ONSITE_PHASE_BREAK
 * @paused_phase: what %ONSITE_PHASE_PAUSED goes back to
 * @retake_offered: a fault of the recorder lets even onsite mode answer again
 *
 * The whole state. It may be copied and compared.
 */
typedef struct
{
  OnsitePhase phase;
  guint round;
  guint question;
  guint turn;
  guint take;
  gint64 now_ms;
  gint64 round_remaining_ms;
  gint64 question_elapsed_ms;
  gint64 turn_elapsed_ms;
  gint64 grace_remaining_ms;
  gint64 break_remaining_ms;
  OnsitePhase paused_phase;
  gboolean told_five_minutes;
  gboolean told_one_minute;
  gboolean retake_offered;
} OnsiteSession;

typedef enum
{
  ONSITE_EVENT_TICK,         /* time passes */
  ONSITE_EVENT_BEGIN_ROUND,  /* from the lobby, a break or away: "I am ready" */
  ONSITE_EVENT_SPOKEN,       /* the interviewer's voice has ended (or there is none) */
  ONSITE_EVENT_DONE,         /* the answer is given */
  ONSITE_EVENT_KEEP_TALKING, /* in the grace: it's not */
  ONSITE_EVENT_NEXT,         /* in the grace: do not wait */
  ONSITE_EVENT_PAUSE,        /* practice */
  ONSITE_EVENT_GO_ON,        /* practice */
  ONSITE_EVENT_SKIP,         /* practice: the next question */
  ONSITE_EVENT_RETAKE,       /* practice, or after a fault of the recorder */
  ONSITE_EVENT_END_ROUND,    /* the candidate ends the round before its time */
  ONSITE_EVENT_LEAVE,        /* between rounds: finished for today */
  ONSITE_EVENT_RECORDER_FAILED, /* what this turn recorded can't be used: @amount_ms is credited on a retake */
  ONSITE_EVENT_SUSPENDED, /* the machine slept for @amount_ms: that time does not count */
} OnsiteEventKind;

typedef struct
{
  OnsiteEventKind kind;
  gint64 amount_ms;
} OnsiteEvent;

typedef enum
{
  ONSITE_EFFECT_OPEN_MICROPHONE,  /* a round begins */
  ONSITE_EFFECT_CLOSE_MICROPHONE, /* a round has ended */
  ONSITE_EFFECT_GREET,
  ONSITE_EFFECT_ASK,  /* speak (round, question, turn); ONSITE_EVENT_SPOKEN is awaited */
  ONSITE_EFFECT_HUSH, /* stop speaking */
  ONSITE_EFFECT_SAY_FIVE_MINUTES, /* beside the answer; nothing is awaited */
  ONSITE_EFFECT_SAY_ONE_MINUTE,
  ONSITE_EFFECT_SAY_CLOSING,
  ONSITE_EFFECT_BEGIN_CLIP,  /* keep what is heard from now on as this turn's clip */
  ONSITE_EFFECT_END_CLIP,    /* it ends here, unless it's reopened within the grace */
  ONSITE_EFFECT_REOPEN_CLIP, /* "Keep talking": as if it had never ended */
  ONSITE_EFFECT_SEAL_CLIP,   /* the end is final */
  ONSITE_EFFECT_NEW_TAKE,
  ONSITE_EFFECT_SKIPPED,
  ONSITE_EFFECT_ROUND_STARTED,
  ONSITE_EFFECT_ROUND_ENDED,    /* @early tells whether before its time */
  ONSITE_EFFECT_TELL_SUSPENDED, /* tell the candidate that the machine slept */
  ONSITE_EFFECT_LOOP_FINISHED,
} OnsiteEffectKind;

typedef struct
{
  OnsiteEffectKind kind;
  guint round;
  guint question;
  guint turn;
  gboolean early;
} OnsiteEffect;

OnsiteSession onsite_session_init (const OnsiteOutline *outline, gint64 now_ms);
OnsiteSession onsite_session_step (const OnsiteSession *self,
                                   const OnsiteOutline *outline,
                                   const OnsiteEvent *event,
                                   gint64 now_ms,
                                   GArray *effects);
/* Whether the event would do anything now: buttons are made sensitive by it. */
gboolean onsite_session_accepts (const OnsiteSession *self,
                                 const OnsiteOutline *outline,
                                 OnsiteEventKind kind);
/* When the next ONSITE_EVENT_TICK has something to do, G_MAXINT64 if never. */
gint64 onsite_session_next_deadline_ms (const OnsiteSession *self, const OnsiteOutline *outline);
/* A versioned snapshot with what remains of each clock; and back, as it's gone on with after an interruption. */
char *onsite_session_to_json (const OnsiteSession *self);
gboolean onsite_session_from_json (const char *json,
                                   const OnsiteOutline *outline,
                                   gint64 now_ms,
                                   OnsiteSession *session,
                                   GError **error);

G_END_DECLS
