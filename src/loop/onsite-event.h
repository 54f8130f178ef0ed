/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteEventKind:
 * @ONSITE_EVENT_TICK: time passes
 * @ONSITE_EVENT_BEGIN_ROUND: from the lobby, a break or away: "I am ready"
 * @ONSITE_EVENT_SPOKEN: what %ONSITE_EFFECT_ASK began to say has been said (or
 *   there is no voice to say it)
 * @ONSITE_EVENT_DONE: the answer is given
 * @ONSITE_EVENT_KEEP_TALKING: in the grace: it's not
 * @ONSITE_EVENT_NEXT: in the grace: do not wait
 * @ONSITE_EVENT_PAUSE: practice: clocks stand still
 * @ONSITE_EVENT_GO_ON: practice: they run again
 * @ONSITE_EVENT_SKIP: practice: the next question
 * @ONSITE_EVENT_RETAKE: practice, or after a fault of the recorder: this
 *   question again, from its beginning
 * @ONSITE_EVENT_END_ROUND: the candidate ends the round before its time
 * @ONSITE_EVENT_LEAVE: between two rounds: finished for today
 * @ONSITE_EVENT_FINISH: after the last round: on to the debrief
 * @ONSITE_EVENT_RECORDER_FAILED: @amount_ms of what this question recorded
 *   can't be used; a retake is offered, and credits them
 * @ONSITE_EVENT_SUSPENDED: of the time since the last event the machine slept
 *   for @amount_ms, which do not count. To be sent before any other event
 *   once the machine is awake
 *
 * What happens to a session.
 */
typedef enum
{
  ONSITE_EVENT_TICK,
  ONSITE_EVENT_BEGIN_ROUND,
  ONSITE_EVENT_SPOKEN,
  ONSITE_EVENT_DONE,
  ONSITE_EVENT_KEEP_TALKING,
  ONSITE_EVENT_NEXT,
  ONSITE_EVENT_PAUSE,
  ONSITE_EVENT_GO_ON,
  ONSITE_EVENT_SKIP,
  ONSITE_EVENT_RETAKE,
  ONSITE_EVENT_END_ROUND,
  ONSITE_EVENT_LEAVE,
  ONSITE_EVENT_FINISH,
  ONSITE_EVENT_RECORDER_FAILED,
  ONSITE_EVENT_SUSPENDED,
} OnsiteEventKind;

#define ONSITE_N_EVENTS (ONSITE_EVENT_SUSPENDED + 1)

/**
 * OnsiteEvent:
 * @kind: what happened
 * @amount_ms: for %ONSITE_EVENT_RECORDER_FAILED and %ONSITE_EVENT_SUSPENDED,
 *   in milliseconds; else 0
 */
typedef struct
{
  OnsiteEventKind kind;
  gint64 amount_ms;
} OnsiteEvent;

/**
 * onsite_event_kind_to_string:
 * @kind: a kind of event
 *
 * Returns: (transfer none): its name for a log, such as "keep-talking"
 */
const char *onsite_event_kind_to_string (OnsiteEventKind kind);

G_END_DECLS
