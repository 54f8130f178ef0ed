/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteEffectKind:
 * @ONSITE_EFFECT_ROUND_STARTED: a round starts for the first time
 * @ONSITE_EFFECT_ROUND_INTERRUPTED: a round that a crash or a quit broke into
 *   is taken up again: note it, before what follows
 * @ONSITE_EFFECT_ROUND_ENDED: a round is over; @early tells whether before its time
 * @ONSITE_EFFECT_OPEN_MICROPHONE: listen; keep nothing as yet
 * @ONSITE_EFFECT_CLOSE_MICROPHONE: stop listening
 * @ONSITE_EFFECT_GREET: say the greeting
 * @ONSITE_EFFECT_ASK: say the question (@turn 0), its @curveball, or its follow-up
 *   @turn - 1, after what is being said; %ONSITE_EVENT_SPOKEN is awaited. A clip
 *   that runs goes on until %ONSITE_EFFECT_END_CLIP
 * @ONSITE_EFFECT_HUSH: stop speaking; %ONSITE_EVENT_SPOKEN is no longer awaited
 * @ONSITE_EFFECT_SAY_FIVE_MINUTES: beside the answer; nothing is awaited
 * @ONSITE_EFFECT_SAY_ONE_MINUTE: likewise
 * @ONSITE_EFFECT_SAY_CLOSING: likewise
 * @ONSITE_EFFECT_BEGIN_CLIP: keep what is heard from now on as the clip of this turn
 * @ONSITE_EFFECT_END_CLIP: it ends here, unless it's reopened within the grace
 * @ONSITE_EFFECT_REOPEN_CLIP: "Keep talking": as if it had never ended
 * @ONSITE_EFFECT_PAUSE_CLIP: keep nothing of what is heard until
 *   %ONSITE_EFFECT_RESUME_CLIP or %ONSITE_EFFECT_END_CLIP
 * @ONSITE_EFFECT_RESUME_CLIP: keep it again, as the clip's next segment, whose
 *   gap is the pause
 * @ONSITE_EFFECT_SEAL_CLIP: the end is final
 * @ONSITE_EFFECT_NEW_TAKE: what follows belongs to a new take of this question
 * @ONSITE_EFFECT_SKIPPED: the candidate passed over this question
 * @ONSITE_EFFECT_TELL_SUSPENDED: tell the candidate that the machine slept,
 *   and that this time did not count
 * @ONSITE_EFFECT_TELL_BREAK_OVER: tell the candidate that the next interviewer waits
 * @ONSITE_EFFECT_LOOP_FINISHED: all is over but the debrief
 *
 * What a session wants done.
 */
typedef enum
{
  ONSITE_EFFECT_ROUND_STARTED,
  ONSITE_EFFECT_ROUND_INTERRUPTED,
  ONSITE_EFFECT_ROUND_ENDED,
  ONSITE_EFFECT_OPEN_MICROPHONE,
  ONSITE_EFFECT_CLOSE_MICROPHONE,
  ONSITE_EFFECT_GREET,
  ONSITE_EFFECT_ASK,
  ONSITE_EFFECT_HUSH,
  ONSITE_EFFECT_SAY_FIVE_MINUTES,
  ONSITE_EFFECT_SAY_ONE_MINUTE,
  ONSITE_EFFECT_SAY_CLOSING,
  ONSITE_EFFECT_BEGIN_CLIP,
  ONSITE_EFFECT_END_CLIP,
  ONSITE_EFFECT_REOPEN_CLIP,
  ONSITE_EFFECT_PAUSE_CLIP,
  ONSITE_EFFECT_RESUME_CLIP,
  ONSITE_EFFECT_SEAL_CLIP,
  ONSITE_EFFECT_NEW_TAKE,
  ONSITE_EFFECT_SKIPPED,
  ONSITE_EFFECT_TELL_SUSPENDED,
  ONSITE_EFFECT_TELL_BREAK_OVER,
  ONSITE_EFFECT_LOOP_FINISHED,
} OnsiteEffectKind;

/**
 * OnsiteEffect:
 * @kind: what is to be done
 * @round: index of the round that it belongs to
 * @question: index of the question in that round
 * @turn: 0 for the question itself and for its curveball, else which follow-up of
 *   its ladder, from 1
 * @take: index of the answer's take
 * @take_turn: index of the turn in that take. It is @turn, and one more from the
 *   curveball on, unless an answer was interrupted: what was recorded of it stays
 *   as its turn, and the same is asked again as one turn more
 * @curveball: with @turn 0: it's about the curveball, and not the question itself
 * @early: for %ONSITE_EFFECT_ROUND_ENDED
 */
typedef struct
{
  OnsiteEffectKind kind;
  guint round;
  guint question;
  guint turn;
  guint take;
  guint take_turn;
  gboolean curveball;
  gboolean early;
} OnsiteEffect;

/**
 * onsite_effect_kind_to_string:
 * @kind: a kind of effect
 *
 * Returns: (transfer none): its name for a log, such as "begin-clip"
 */
const char *onsite_effect_kind_to_string (OnsiteEffectKind kind);

G_END_DECLS
