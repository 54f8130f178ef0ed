/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scripts.h"
#include "json/onsite-json-document.h"

#define ROUNDS "3600: 900/3 900/3; 600: 300/1!90 300/0"

static char *
write_after (OnsiteMode mode, const char *steps)
{
  OnsiteSession session = script_run (&(Script){ mode, ROUNDS, steps, NULL });

  return onsite_session_to_json (&session);
}

/* A snapshot in which one thing was changed, and what is to be told of it. */
typedef struct
{
  const char *steps;
  const char *from;
  const char *to;
  const char *told;
} Forgery;

#define ANSWERING "begin-round; +9s spoken; +60s"
#define LATE      "begin-round; +9s spoken; +3500s"
#define DONE      "begin-round; spoken; +60s done"
#define IN_BREAK  "begin-round; end-round"
#define THROWN    "begin-round; end-round; begin-round; +9s spoken; +90s"

static const Forgery forgeries[] = {
  { ANSWERING, "\"round\":0", "\"round\":2", "no such round" },
  { ANSWERING, "\"question\":0", "\"question\":2", "no such question" },
  { ANSWERING, "\"turn\":0", "\"turn\":4", "no such follow-up" },
  { ANSWERING, "\"turn\":0", "\"turn\":1", "turns are missing" },
  { ANSWERING, "\"round_remaining_ms\":3531000", "\"round_remaining_ms\":3600001", "round’s time" },
  { ANSWERING, "\"round_remaining_ms\":3531000", "\"round_remaining_ms\":-60000", "round’s time" },
  { ANSWERING, "\"question_elapsed_ms\":69000", "\"question_elapsed_ms\":69001", "of the answer" },
  { ANSWERING, "\"question_elapsed_ms\":69000", "\"question_elapsed_ms\":-1", "of the answer" },
  { ANSWERING, "\"turn_elapsed_ms\":60000", "\"turn_elapsed_ms\":69001", "of the answer" },
  { ANSWERING, "\"grace_remaining_ms\":0", "\"grace_remaining_ms\":1", "keep talking" },
  { ANSWERING, "\"break_remaining_ms\":0", "\"break_remaining_ms\":1", "break" },
  { ANSWERING, "\"retake_credit_ms\":0", "\"retake_credit_ms\":1", "credited" },
  { ANSWERING, "\"paused_phase\":\"lobby\"", "\"paused_phase\":\"grace\"", "was paused" },
  { ANSWERING, "\"phase\":\"answering\"", "\"phase\":\"paused\"", "was paused" },
  { ANSWERING, "\"phase\":\"answering\"", "\"phase\":\"lobby\"", "none runs" },
  { ANSWERING, "\"phase\":\"answering\"", "\"phase\":\"break\"", "no such round" },
  { ANSWERING, "\"interjecting\":false", "\"interjecting\":true", "interjects" },
  { ANSWERING, "\"curveball\":false", "\"curveball\":true", "no curveball" },
  { THROWN, "\"phase\":\"asking\"", "\"phase\":\"answering\"", "interjects" },
  { THROWN, "\"curveball\":true", "\"curveball\":false", "interjects" },
  { THROWN, "\"take_turn\":1", "\"take_turn\":0", "turns are missing" },
  { THROWN, "\"turn\":0", "\"turn\":1", "interjects" },
  { THROWN, "\"question\":0", "\"question\":1", "no curveball" },
  { IN_BREAK, "\"curveball\":false", "\"curveball\":true", "none runs" },
  { LATE, "\"told_five_minutes\":true", "\"told_five_minutes\":false", "said of the time" },
  { "begin-round; +9s spoken; +3541s",
    "\"told_one_minute\":true",
    "\"told_one_minute\":false",
    "said of the time" },
  { "begin-round; spoken; +3601s",
    "\"phase\":\"answering\"",
    "\"phase\":\"asking\"",
    "round’s time" },
  { DONE, "\"grace_remaining_ms\":5000", "\"grace_remaining_ms\":0", "keep talking" },
  { DONE, "\"grace_remaining_ms\":5000", "\"grace_remaining_ms\":5001", "keep talking" },
  { "begin-round; spoken; +3657s done",
    "\"grace_remaining_ms\":3000",
    "\"grace_remaining_ms\":3001",
    "keep talking" },
  { IN_BREAK, "\"round\":1", "\"round\":0", "no such round" },
  { IN_BREAK, "\"round\":1", "\"round\":3", "no such round" },
  { IN_BREAK, "\"round\":1", "\"round\":2", "of the break" },
  { IN_BREAK, "\"break_remaining_ms\":300000", "\"break_remaining_ms\":300001", "of the break" },
  { IN_BREAK, "\"break_remaining_ms\":300000", "\"break_remaining_ms\":-1", "of the break" },
  { IN_BREAK, "\"take\":0", "\"take\":1", "none runs" },
  { IN_BREAK, "\"phase\":\"break\"", "\"phase\":\"away\"", "of the break" },
  { IN_BREAK, "\"phase\":\"break\"", "\"phase\":\"finished\"", "no such round" },
  { "+1s", "\"round\":0", "\"round\":1", "no such round" },
  { "+1s", "\"round_remaining_ms\":0", "\"round_remaining_ms\":5", "none runs" },
};

/* What is no snapshot at all. */
static const Forgery scribbles[] = {
  { "+1s", "\"version\":2", "\"version\":3", "$.version" },
  { "+1s", "\"version\":2", "\"version\":0", "$.version" },
  { "+1s", "\"version\":2,", "", "version" },
  { "+1s", "\"version\":2", "\"version\":2,\"more\":1", "$.more" },
  { "+1s", "\"curveball\":false,", "", "curveball" },
  { "+1s", "\"version\":2", "\"version\":1", "$.curveball" },
  { "+1s", "\"phase\":\"lobby\"", "\"phase\":\"hall\"", "$.phase" },
  { "+1s", "\"turn\":0", "\"turn\":-1", "$.turn" },
  { "+1s", "\"turn\":0", "\"turn\":0.5", "$.turn" },
  { "+1s", "\"turn\":0", "\"turn\":99999999999999999999", "$.turn" },
  { "+1s", "\"retake_offered\":false", "\"retake_offered\":0", "$.retake_offered" },
  { "+1s", "\"retake_offered\":false", "\"retake_offered\":[[[[]]]]", "session:1" },
  { "+1s", "}", "", "session:1" },
};

static void
assert_refused (const Forgery *forgery, GQuark domain)
{
  g_autoptr (OnsiteOutline) outline = script_new_outline (ONSITE_MODE_ONSITE, ROUNDS);
  g_autofree char *json = write_after (ONSITE_MODE_ONSITE, forgery->steps);
  g_auto (GStrv) parts = g_strsplit (json, forgery->from, -1);
  g_autofree char *forged = g_strjoinv (forgery->to, parts);
  g_autoptr (GError) error = NULL;
  OnsiteSession session = { .round = 4711 };

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_false (onsite_session_from_json (forged, outline, 0, &session, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, g_quark_to_string (domain));
  if (strstr (error->message, forgery->told) == NULL)
    g_error ("“%s” should tell of “%s”, in %s", error->message, forgery->told, forged);
  g_assert_cmpuint (session.round, ==, 4711);
}

static void
test_a_state_that_cannot_be_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    assert_refused (&forgeries[i], ONSITE_SESSION_ERROR);
}

static void
test_what_is_no_snapshot_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scribbles); i++)
    assert_refused (&scribbles[i], ONSITE_JSON_ERROR);
}

static void
test_a_pause_in_an_onsite_loop_is_refused (void)
{
  g_autoptr (OnsiteOutline) onsite = script_new_outline (ONSITE_MODE_ONSITE, ROUNDS);
  g_autoptr (OnsiteOutline) practice = script_new_outline (ONSITE_MODE_PRACTICE, ROUNDS);
  g_autofree char *json = write_after (ONSITE_MODE_PRACTICE, "begin-round; pause");
  g_autoptr (GError) error = NULL;
  OnsiteSession session;

  g_assert_true (onsite_session_from_json (json, practice, 0, &session, NULL));
  g_assert_false (onsite_session_from_json (json, onsite, 0, &session, &error));
  g_assert_error (error, ONSITE_SESSION_ERROR, ONSITE_SESSION_ERROR_SNAPSHOT);
}

/* As the first version wrote it, which knew of no curveballs. */
static void
test_a_snapshot_of_the_first_version_is_gone_on_with (void)
{
  static const char json[] =
      "{\"version\":1,\"phase\":\"answering\",\"paused_phase\":\"lobby\",\"round\":0,\"question\":1,"
      "\"turn\":2,\"take\":0,\"take_turn\":2,\"round_remaining_ms\":2000000,"
      "\"question_elapsed_ms\":90000,\"turn_elapsed_ms\":60000,\"grace_remaining_ms\":0,"
      "\"break_remaining_ms\":0,\"told_five_minutes\":false,\"told_one_minute\":false,"
      "\"retake_offered\":false,\"retake_credit_ms\":0}";
  g_autoptr (OnsiteOutline) outline = script_new_outline (ONSITE_MODE_ONSITE, ROUNDS);
  g_autoptr (GError) error = NULL;
  OnsiteSession session;

  onsite_session_from_json (json, outline, 0, &session, &error);
  g_assert_no_error (error);
  g_assert_true (onsite_session_is_interrupted (&session));
  g_assert_cmpuint (session.turn, ==, 2);
  g_assert_false (session.curveball);
}

static void
test_it_is_one_line_that_names_its_version (void)
{
  g_autofree char *json = write_after (ONSITE_MODE_ONSITE, ANSWERING);

  g_assert_true (g_str_has_prefix (json, "{\"version\":2,\"phase\":\"answering\","));
  g_assert_null (strchr (json, '\n'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-snapshot/a-state-that-cannot-be-is-refused",
                   test_a_state_that_cannot_be_is_refused);
  g_test_add_func ("/session-snapshot/what-is-no-snapshot-is-refused",
                   test_what_is_no_snapshot_is_refused);
  g_test_add_func ("/session-snapshot/a-pause-in-an-onsite-loop-is-refused",
                   test_a_pause_in_an_onsite_loop_is_refused);
  g_test_add_func ("/session-snapshot/one-of-the-first-version-is-gone-on-with",
                   test_a_snapshot_of_the_first_version_is_gone_on_with);
  g_test_add_func ("/session-snapshot/it-is-one-line-that-names-its-version",
                   test_it_is_one_line_that_names_its_version);

  return g_test_run ();
}
