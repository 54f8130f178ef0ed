/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "loop/onsite-session.h"

G_BEGIN_DECLS

/**
 * SECTION:onsite-room-words
 *
 * What the room says in words. Pure; what is returned is the caller's to free.
 */

/**
 * onsite_room_words_remaining:
 * @remaining_ms: what remains of the round, below 0 in overtime
 *
 * A clock, which turns into plain words for the last five minutes.
 *
 * Returns: (transfer full): such as "41:07 left", "About 4 minutes left"
 */
char *onsite_room_words_remaining (gint64 remaining_ms);

/**
 * onsite_room_words_moment:
 * @phase: where the session is
 * @interjecting: whether the interviewer breaks into an answer that is still kept
 * @elapsed_ms: how long the question has been on
 * @suggested_ms: how long it is expected to take
 * @grace_ms: for how long "Keep talking" is offered
 *
 * Returns: (transfer full): what is going on, such as "1:42 of about 3 min"
 */
char *onsite_room_words_moment (OnsitePhase phase,
                                gboolean interjecting,
                                gint64 elapsed_ms,
                                gint64 suggested_ms,
                                gint64 grace_ms);

/**
 * onsite_room_words_question:
 * @index: index of the question
 * @n_questions: of how many
 * @turn: 0 for the question itself, then the follow-ups
 * @curveball: whether it's about what was thrown into the main answer
 *
 * Returns: (transfer full): such as "Question 2 of 3 · follow-up 1"
 */
char *onsite_room_words_question (guint index, guint n_questions, guint turn, gboolean curveball);

/**
 * onsite_room_words_next:
 * @phase: where the session is
 * @interjecting: whether the interviewer breaks into an answer that is still kept
 * @interrupted: whether an interrupted round waits to be gone on with
 * @beginning: whether the microphone is being opened
 *
 * Returns: (transfer none): the label of the one thing to do next, with a mnemonic
 */
const char *onsite_room_words_next (OnsitePhase phase,
                                    gboolean interjecting,
                                    gboolean interrupted,
                                    gboolean beginning);

/**
 * onsite_room_words_unsaved:
 * @unsaved_ms: captured and not yet saved
 *
 * Returns: (transfer full): such as "12 s not saved yet"
 */
char *onsite_room_words_unsaved (gint64 unsaved_ms);

/**
 * onsite_room_words_turned:
 * @phase: where the session has just come to
 * @grace_ms: as onsite_room_words_moment() takes it
 *
 * Returns: (transfer full): what to announce of it; "" for nothing
 */
char *onsite_room_words_turned (OnsitePhase phase, gint64 grace_ms);

/**
 * onsite_room_words_warning:
 * @before_ms: what remained of the round before
 * @remaining_ms: what remains of it now
 *
 * Returns: (transfer full) (nullable): what to announce where five minutes, a
 *   minute or nothing is left as of now, else %NULL
 */
char *onsite_room_words_warning (gint64 before_ms, gint64 remaining_ms);

G_END_DECLS
