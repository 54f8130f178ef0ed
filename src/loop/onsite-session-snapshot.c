/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-session-flow.h"

#include <glib/gi18n-lib.h>

#include "json/onsite-json-reader.h"
#include "json/onsite-json-writer.h"

/* Raised when an older program would misread a snapshot. From 2 on it tells of curveballs. */
#define VERSION 2

/* Nobody answers one question more often. */
#define MOST_TAKES 1000000

static const OnsiteJsonLimits limits = { .max_bytes = 4096, .max_depth = 2, .max_values = 64 };

static const char *const phases[] = {
  [ONSITE_PHASE_LOBBY] = "lobby",
  [ONSITE_PHASE_ASKING] = "asking",
  [ONSITE_PHASE_ANSWERING] = "answering",
  [ONSITE_PHASE_GRACE] = "grace",
  [ONSITE_PHASE_PAUSED] = "paused",
  [ONSITE_PHASE_BREAK] = "break",
  [ONSITE_PHASE_AWAY] = "away",
  [ONSITE_PHASE_FINISHED] = "finished",
  NULL,
};

static void
write_integer (OnsiteJsonWriter *writer, const char *name, gint64 value)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_integer (writer, value);
}

static void
write_boolean (OnsiteJsonWriter *writer, const char *name, gboolean value)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_boolean (writer, value);
}

static void
write_phase (OnsiteJsonWriter *writer, const char *name, OnsitePhase value)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_string (writer, phases[value]);
}

char *
onsite_session_to_json (const OnsiteSession *self)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_object (writer);
  write_integer (writer, "version", VERSION);
  write_phase (writer, "phase", self->phase);
  write_phase (writer, "paused_phase", self->paused_phase);
  write_integer (writer, "round", self->round);
  write_integer (writer, "question", self->question);
  write_integer (writer, "turn", self->turn);
  write_integer (writer, "take", self->take);
  write_integer (writer, "take_turn", self->take_turn);
  write_integer (writer, "round_remaining_ms", self->round_remaining_ms);
  write_integer (writer, "question_elapsed_ms", self->question_elapsed_ms);
  write_integer (writer, "turn_elapsed_ms", self->turn_elapsed_ms);
  write_integer (writer, "grace_remaining_ms", self->grace_remaining_ms);
  write_integer (writer, "break_remaining_ms", self->break_remaining_ms);
  write_boolean (writer, "curveball", self->curveball);
  write_boolean (writer, "interjecting", self->interjecting);
  write_boolean (writer, "told_five_minutes", self->told_five_minutes);
  write_boolean (writer, "told_one_minute", self->told_one_minute);
  write_boolean (writer, "retake_offered", self->retake_offered);
  write_integer (writer, "retake_credit_ms", self->retake_credit_ms);
  onsite_json_writer_end_object (writer);

  return onsite_json_writer_to_string (writer, FALSE);
}

static guint
read_index (OnsiteJsonReader *reader, const char *name)
{
  return (guint) onsite_json_reader_get_integer (reader, name, 0, MOST_TAKES);
}

static gint64
read_ms (OnsiteJsonReader *reader, const char *name)
{
  const gint64 most_ms = G_MAXINT64 / 8;

  return onsite_json_reader_get_integer (reader, name, -most_ms, most_ms);
}

static gboolean
read_state (const OnsiteJsonValue *root, OnsiteSession *state, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  gint64 version;

  onsite_json_reader_init (&reader, root);
  version = onsite_json_reader_get_integer (&reader, "version", 1, VERSION);
  state->phase = onsite_json_reader_get_enum (&reader, "phase", phases);
  state->paused_phase = onsite_json_reader_get_enum (&reader, "paused_phase", phases);
  state->round = read_index (&reader, "round");
  state->question = read_index (&reader, "question");
  state->turn = read_index (&reader, "turn");
  state->take = read_index (&reader, "take");
  state->take_turn = read_index (&reader, "take_turn");
  state->round_remaining_ms = read_ms (&reader, "round_remaining_ms");
  state->question_elapsed_ms = read_ms (&reader, "question_elapsed_ms");
  state->turn_elapsed_ms = read_ms (&reader, "turn_elapsed_ms");
  state->grace_remaining_ms = read_ms (&reader, "grace_remaining_ms");
  state->break_remaining_ms = read_ms (&reader, "break_remaining_ms");
  if (version >= 2)
    {
      state->curveball = onsite_json_reader_get_boolean (&reader, "curveball");
      state->interjecting = onsite_json_reader_get_boolean (&reader, "interjecting");
    }
  state->told_five_minutes = onsite_json_reader_get_boolean (&reader, "told_five_minutes");
  state->told_one_minute = onsite_json_reader_get_boolean (&reader, "told_one_minute");
  state->retake_offered = onsite_json_reader_get_boolean (&reader, "retake_offered");
  state->retake_credit_ms = read_ms (&reader, "retake_credit_ms");

  return onsite_json_reader_finish (&reader, error);
}

static gboolean
is_between (gint64 value, gint64 least, gint64 most)
{
  return value >= least && value <= most;
}

/* What has no meaning outside a round is zero there. */
static gboolean
has_no_round (const OnsiteSession *state)
{
  return state->paused_phase == ONSITE_PHASE_LOBBY && state->question == 0 && state->turn == 0 &&
         state->take == 0 && state->take_turn == 0 && state->round_remaining_ms == 0 &&
         state->question_elapsed_ms == 0 && state->turn_elapsed_ms == 0 &&
         state->grace_remaining_ms == 0 && !state->curveball && !state->interjecting &&
         !state->told_five_minutes && !state->told_one_minute && !state->retake_offered &&
         state->retake_credit_ms == 0;
}

static const char *
find_fault_in_place (const OnsiteSession *state, const OnsiteSessionRound *round)
{
  const OnsiteSessionQuestion *question;

  if (state->question >= round->n_questions)
    return C_ ("error", "the round has no such question");
  question = &round->questions[state->question];
  if (state->turn > question->n_follow_ups)
    return C_ ("error", "the question has no such follow-up");
  if (state->curveball && question->curveball_ms == 0)
    return C_ ("error", "the question has no curveball");
  if (state->interjecting &&
      (state->phase != ONSITE_PHASE_ASKING || !state->curveball || state->turn > 0))
    return C_ ("error", "nothing interjects there");
  if (state->take_turn < state->turn + (state->curveball ? 1 : 0))
    return C_ ("error", "turns are missing from the take");

  return NULL;
}

static gboolean
has_told (const OnsiteSession *state,
          const OnsiteSessionRound *round,
          gint64 left_ms,
          gboolean told)
{
  return told || !onsite_session_tells (round, left_ms) || state->round_remaining_ms > left_ms;
}

static const char *
find_fault_in_clocks (const OnsiteSession *state,
                      const OnsiteSessionRound *round,
                      OnsitePhase running)
{
  gint64 length_ms = round->seconds * G_GINT64_CONSTANT (1000);
  gint64 overtime_ms = onsite_session_get_overtime_ms (round);
  gint64 grace_ms = state->retake_offered ? ONSITE_SESSION_FAULT_GRACE_MS : ONSITE_SESSION_GRACE_MS;
  gint64 most_grace_ms = MIN (grace_ms, state->round_remaining_ms + overtime_ms);

  if (!is_between (state->round_remaining_ms, 1 - overtime_ms, length_ms) ||
      (running == ONSITE_PHASE_ASKING && state->round_remaining_ms <= 0))
    return C_ ("error", "the round’s time is impossible");
  if (!is_between (state->question_elapsed_ms, 0, length_ms - state->round_remaining_ms) ||
      !is_between (state->turn_elapsed_ms, 0, state->question_elapsed_ms))
    return C_ ("error", "the time of the answer is impossible");
  if (!is_between (state->grace_remaining_ms,
                   state->phase == ONSITE_PHASE_GRACE ? 1 : 0,
                   state->phase == ONSITE_PHASE_GRACE ? most_grace_ms : 0))
    return C_ ("error", "the time to keep talking is impossible");
  if (!has_told (state, round, ONSITE_SESSION_FIVE_MINUTES_MS, state->told_five_minutes) ||
      !has_told (state, round, ONSITE_SESSION_ONE_MINUTE_MS, state->told_one_minute))
    return C_ ("error", "what was said of the time is impossible");
  if (!is_between (state->retake_credit_ms,
                   0,
                   state->retake_offered ? state->question_elapsed_ms : 0))
    return C_ ("error", "the time credited is impossible");

  return NULL;
}

static const char *
find_fault_in_round (const OnsiteSession *state, const OnsiteOutline *outline)
{
  gboolean waits = state->phase == ONSITE_PHASE_PAUSED || state->phase == ONSITE_PHASE_LOBBY;
  OnsitePhase running = waits ? state->paused_phase : state->phase;
  const OnsiteSessionRound *round;
  const char *fault;

  if (state->round >= onsite_outline_get_n_rounds (outline))
    return C_ ("error", "the loop has no such round");
  if (!is_between (running, ONSITE_PHASE_ASKING, ONSITE_PHASE_GRACE) ||
      (!waits && state->paused_phase != ONSITE_PHASE_LOBBY))
    return C_ ("error", "the phase that was paused is impossible");
  if (state->phase == ONSITE_PHASE_PAUSED &&
      onsite_outline_get_mode (outline) != ONSITE_MODE_PRACTICE)
    return C_ ("error", "an onsite loop can’t be paused");
  if (state->break_remaining_ms != 0)
    return C_ ("error", "a break runs during a round");

  round = onsite_outline_get_round (outline, state->round);
  fault = find_fault_in_place (state, round);

  return fault != NULL ? fault : find_fault_in_clocks (state, round, running);
}

static const char *
find_fault_between_rounds (const OnsiteSession *state, const OnsiteOutline *outline)
{
  guint n_rounds = onsite_outline_get_n_rounds (outline);
  gint64 most_ms = 0;
  guint least = 0;
  guint most = 0;

  if (state->phase != ONSITE_PHASE_LOBBY)
    {
      least = state->phase == ONSITE_PHASE_FINISHED ? n_rounds : 1;
      most = state->phase == ONSITE_PHASE_AWAY ? n_rounds - 1 : n_rounds;
    }
  if (state->phase == ONSITE_PHASE_BREAK && state->round < n_rounds)
    most_ms = ONSITE_SESSION_BREAK_MS;

  if (!is_between (state->round, least, most))
    return C_ ("error", "the loop has no such round");
  if (!has_no_round (state))
    return C_ ("error", "it tells of a round where none runs");
  if (!is_between (state->break_remaining_ms, 0, most_ms))
    return C_ ("error", "the time of the break is impossible");

  return NULL;
}

static const char *
find_fault (const OnsiteSession *state, const OnsiteOutline *outline)
{
  switch (state->phase)
    {
    case ONSITE_PHASE_ASKING:
    case ONSITE_PHASE_ANSWERING:
    case ONSITE_PHASE_GRACE:
    case ONSITE_PHASE_PAUSED:
      return find_fault_in_round (state, outline);
    case ONSITE_PHASE_LOBBY:
      if (onsite_session_is_interrupted (state))
        return find_fault_in_round (state, outline);
      return find_fault_between_rounds (state, outline);
    case ONSITE_PHASE_BREAK:
    case ONSITE_PHASE_AWAY:
    case ONSITE_PHASE_FINISHED:
    default:
      return find_fault_between_rounds (state, outline);
    }
}

static void
interrupt (OnsiteSession *state)
{
  if (!is_between (state->phase, ONSITE_PHASE_ASKING, ONSITE_PHASE_PAUSED))
    return;

  if (state->phase != ONSITE_PHASE_PAUSED)
    state->paused_phase = state->phase;
  state->phase = ONSITE_PHASE_LOBBY;
  state->interjecting = FALSE;
  state->grace_remaining_ms = 0;
}

gboolean
onsite_session_from_json (const char *json,
                          const OnsiteOutline *outline,
                          gint64 now_ms,
                          OnsiteSession *session,
                          GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (OnsiteJsonDocument) document = NULL;
  OnsiteSession state = { .now_ms = now_ms };
  const char *fault;

  document = onsite_json_document_new_from_bytes (bytes, "session", &limits, error);
  if (document == NULL || !read_state (onsite_json_document_get_root (document), &state, error))
    return FALSE;

  fault = find_fault (&state, outline);
  if (fault != NULL)
    {
      g_set_error (error,
                   ONSITE_SESSION_ERROR,
                   ONSITE_SESSION_ERROR_SNAPSHOT,
                   C_ ("error",
                       "The loop can't be gone on with, since what was kept of its running "
                       "doesn't fit it: %s. What was recorded is all there."),
                   fault);
      return FALSE;
    }

  interrupt (&state);
  *session = state;

  return TRUE;
}
