/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiny-pack.h"

#include <string.h>

static OnsitePack *
read_edited (const TinyEdit *edits)
{
  g_autoptr (GBytes) bytes = tiny_pack_edit (edits);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_new_from_bytes (bytes, "tiny.json", &error);

  g_assert_no_error (error);

  return pack;
}

static OnsitePack *
read_tiny (void)
{
  static const TinyEdit none[TINY_MOST_EDITS] = { { NULL } };

  return read_edited (none);
}

static void
assert_list (GStrv list, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", list);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_head (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();

  g_assert_cmpstr (onsite_pack_get_id (pack), ==, "tiny");
  g_assert_cmpstr (onsite_pack_get_version (pack), ==, "1.0.0");
  g_assert_cmpstr (onsite_pack_get_language (pack), ==, "en");
  g_assert_cmpstr (onsite_pack_get_title (pack), ==, "A tiny pack");
  g_assert_cmpstr (onsite_pack_get_summary (pack),
                   ==,
                   "A whole loop in a minute and a half, for tests.");
}

static void
test_lists (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();

  g_assert_cmpuint (onsite_pack_get_principles (pack)->len, ==, 4);
  g_assert_cmpuint (onsite_pack_get_checklist (pack)->len, ==, 3);
  g_assert_cmpuint (onsite_pack_get_categories (pack)->len, ==, 4);
  g_assert_cmpuint (onsite_pack_get_dimensions (pack)->len, ==, 6);
  g_assert_cmpuint (onsite_pack_get_votes (pack)->len, ==, 4);
  g_assert_cmpuint (onsite_pack_get_round_kinds (pack)->len, ==, 3);
  g_assert_cmpuint (onsite_pack_get_levels (pack)->len, ==, 2);
  g_assert_cmpuint (onsite_pack_get_questions (pack)->len, ==, 10);
}

static void
test_question (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteQuestion *question = onsite_pack_find_question (pack, "estimate");

  g_assert_true (question == g_ptr_array_index (onsite_pack_get_questions (pack), 3));
  g_assert_cmpstr (question->category, ==, "behavioral");
  g_assert_cmpstr (question->text, ==, "Tell me about an estimate that you challenged.");
  assert_list (question->rounds, "people");
  assert_list (question->levels, "L6");
  assert_list (question->principles, "ownership dive-deep");
  assert_list (question->checklist, "stories trade-offs");
  assert_list (question->follow_ups,
               "What did you decide? Which figure showed it? What would you change?");
  g_assert_cmpuint (question->seconds, ==, 12);
  g_assert_cmpstr (question->hint, ==, "Name one decision.");
  g_assert_cmpstr (question->weak, ==, "We all worked hard on it.");
  g_assert_cmpstr (question->strong, ==, "I cut the scope, since the data said so.");
  g_assert_cmpstr (question->why, ==, "It names a decision and its reason.");
}

static void
test_round_kind (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteRoundKind *screen = onsite_pack_find_round_kind (pack, "screen");
  const OnsiteRoundKind *design = onsite_pack_find_round_kind (pack, "design");

  g_assert_cmpint (screen->stage, ==, ONSITE_STAGE_SCREEN);
  g_assert_true (screen->optional);
  g_assert_cmpint (design->stage, ==, ONSITE_STAGE_ONSITE);
  g_assert_false (design->optional);
  g_assert_cmpstr (design->name, ==, "Technical design");
  g_assert_cmpstr (design->about, ==, "The risks in somebody else's proposal.");
  g_assert_cmpuint (design->seconds, ==, 30);
  assert_list (design->interviewers, "Principal engineer Senior engineer");
  assert_list (design->categories, "design-review trade-offs behavioral");
  assert_list (design->carries, "people");
  g_assert_cmpuint (design->least, ==, 1);
  g_assert_cmpuint (design->most, ==, 2);
}

static void
test_small_parts (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();

  g_assert_cmpstr (onsite_pack_find_principle (pack, "earn-trust")->name, ==, "Earn Trust");
  g_assert_cmpstr (onsite_pack_find_principle (pack, "earn-trust")->summary,
                   ==,
                   "Listens, speaks openly, admits mistakes.");
  g_assert_false (onsite_pack_find_checklist_item (pack, "stories")->fed_by_loops);
  g_assert_true (onsite_pack_find_checklist_item (pack, "system")->fed_by_loops);
  g_assert_cmpuint (onsite_pack_find_category (pack, "behavioral")->share, ==, 50);
  g_assert_cmpint (onsite_pack_find_vote (pack, "strong-no-hire")->value, ==, -2);
  g_assert_cmpstr (onsite_pack_find_level (pack, "L6")->title, ==, "Senior program manager");
  assert_list (onsite_pack_find_level (pack, "L6")->rounds, "screen people design");
}

static void
test_anchors (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteDimension *dimension = onsite_pack_find_dimension (pack, "insight");
  const OnsiteAnchors *anchors = onsite_dimension_get_anchors (dimension, "L6");

  g_assert_cmpstr (dimension->question, ==, "What was decided, and what was learned?");
  g_assert_cmpstr (anchors->level, ==, "L6");
  g_assert_cmpstr (anchors->scores[0], ==, "Decision and insight at L6: hardly there.");
  g_assert_cmpstr (anchors->scores[1], ==, "Decision and insight at L6: there, with gaps.");
  g_assert_cmpstr (anchors->scores[2], ==, "Decision and insight at L6: there throughout.");
  g_assert_null (onsite_dimension_get_anchors (dimension, "L7"));
}

static void
test_unknown_ids (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();

  /* Each is an id in another list. */
  g_assert_null (onsite_pack_find_principle (pack, "stories"));
  g_assert_null (onsite_pack_find_checklist_item (pack, "dive-deep"));
  g_assert_null (onsite_pack_find_category (pack, "screen"));
  g_assert_null (onsite_pack_find_dimension (pack, "hire"));
  g_assert_null (onsite_pack_find_vote (pack, "depth"));
  g_assert_null (onsite_pack_find_round_kind (pack, "behavioral"));
  g_assert_null (onsite_pack_find_level (pack, "ship"));
  g_assert_null (onsite_pack_find_question (pack, "L5"));
}

static void
test_hash (void)
{
  g_autofree char *text = tiny_pack_read_text ();
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (OnsitePack) pack = read_tiny ();
  GBytes *bytes = onsite_pack_get_bytes (pack);

  g_assert_cmpstr (onsite_pack_get_hash (pack), ==, expected);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  OnsitePack *pack = read_tiny ();

  g_value_init (&value, ONSITE_TYPE_PACK);
  g_value_set_boxed (&value, pack);
  onsite_pack_unref (pack);

  g_assert_true (g_value_get_boxed (&value) == pack);
  g_assert_cmpstr (onsite_pack_get_id (g_value_get_boxed (&value)), ==, "tiny");
}

static void
test_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (onsite_pack_get_id (pack), ==, "tiny");
}

static void
test_without_schema (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = {
    { NULL, "\"$schema\": \"pack.schema.json\",", "" }
  };
  g_autoptr (OnsitePack) pack = read_edited (edits);

  g_assert_nonnull (pack);
}

static void
test_whole_minutes (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = {
    { NULL, "\"minutes\": 0.5", "\"minutes\": 45" }
  };
  g_autoptr (OnsitePack) pack = read_edited (edits);

  g_assert_cmpuint (onsite_pack_find_round_kind (pack, "screen")->seconds, ==, 45 * 60);
}

static void
test_outage (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = { TINY_WITH ("\"outages\": [" TINY_OUTAGE "]"),
                                                   TINY_SHIP_WITH ("\"outage\": \"quota\"") };
  g_autoptr (OnsitePack) pack = read_edited (edits);
  const OnsiteQuestion *question = onsite_pack_find_question (pack, "ship");
  const OnsiteOutage *outage = onsite_pack_find_outage (pack, question->outage);

  g_assert_cmpuint (onsite_pack_get_outages (pack)->len, ==, 1);
  g_assert_cmpstr (outage->title, ==, "A quota of zero");
  g_assert_cmpstr (outage->source, ==, "A report of 2020.");
  assert_list (outage->what_happened, "One. Two. Three. Four. Five.");
  g_assert_cmpstr (outage->root_cause, ==, "A default.");
  g_assert_cmpstr (outage->blast_radius, ==, "Every sign-in.");
  g_assert_cmpstr (outage->control, ==, "A limit to each change.");
}

static void
test_curveball (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = { TINY_SHIP_WITH (
      "\"curveball\": \"The date has just moved.\"") };
  g_autoptr (OnsitePack) pack = read_edited (edits);

  g_assert_cmpstr (onsite_pack_find_question (pack, "ship")->curveball,
                   ==,
                   "The date has just moved.");
}

static void
test_left_out (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteQuestion *question = onsite_pack_find_question (pack, "ship");

  g_assert_cmpuint (onsite_pack_get_outages (pack)->len, ==, 0);
  g_assert_null (onsite_pack_find_outage (pack, "quota"));
  g_assert_null (question->outage);
  g_assert_null (question->curveball);
}

/* The screen takes "own" at first, which the people's round cannot do without. */
static void
test_questions_are_shared_out (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = {
    { "\"own\"", "[\"screen\"]", "[\"screen\", \"people\"]" },
    { NULL, "{\"least\": 1, \"most\": 2}", "{\"least\": 5, \"most\": 5}" },
  };
  g_autoptr (OnsitePack) pack = read_edited (edits);

  g_assert_nonnull (pack);
}

typedef struct
{
  const char *question;
  const char *round;
  gboolean fits;
} Fit;

static void
test_rounds_of_questions (void)
{
  static const Fit fits[] = {
    { "ship", "people", TRUE },    { "ship", "design", TRUE },   { "ship", "screen", FALSE },
    { "trust", "people", TRUE },   { "trust", "design", FALSE }, { "cache", "design", TRUE },
    { "cache", "people", FALSE },  { "freeze", "screen", TRUE }, { "freeze", "design", TRUE },
    { "freeze", "people", FALSE },
  };
  g_autoptr (OnsitePack) pack = read_tiny ();

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      const OnsiteQuestion *question = onsite_pack_find_question (pack, fits[i].question);
      const OnsiteRoundKind *round = onsite_pack_find_round_kind (pack, fits[i].round);

      g_test_message ("%s in %s", fits[i].question, fits[i].round);
      g_assert_cmpint (onsite_question_fits_round (question, round), ==, fits[i].fits);
    }
}

static void
test_levels_of_questions (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteQuestion *question = onsite_pack_find_question (pack, "estimate");

  g_assert_true (onsite_question_fits_level (question, "L6"));
  g_assert_false (onsite_question_fits_level (question, "L5"));
}

static void
test_phrases (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsitePhrases *phrases = onsite_pack_get_phrases (pack);

  g_assert_cmpstr (phrases->five_minutes, ==, "We have five minutes left.");
  g_assert_cmpstr (phrases->one_minute, ==, "One minute left.");
  g_assert_cmpstr (phrases->closing, ==, "Our time is up. Thank you.");
  g_assert_cmpstr (phrases->next_question, ==, "Let us go on.");
}

typedef struct
{
  const char *greeting;
  const char *result;
} Greeting;

static void
test_greeting (void)
{
  static const Greeting greetings[] = {
    { "I am the {interviewer} of {round}.", "I am the {round} of {interviewer}." },
    { "{round}{round}", "{interviewer}{interviewer}" },
    { "Hello.", "Hello." },
    { "{interviewer", "{interviewer" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (greetings); i++)
    {
      OnsitePhrases phrases = { .greeting = (char *) greetings[i].greeting };
      g_autofree char *result = onsite_phrases_greeting (&phrases, "{round}", "{interviewer}");

      g_assert_cmpstr (result, ==, greetings[i].result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/its head is read", test_head);
  g_test_add_func ("/pack/its lists are whole", test_lists);
  g_test_add_func ("/pack/a question is read whole", test_question);
  g_test_add_func ("/pack/a round is read whole", test_round_kind);
  g_test_add_func ("/pack/the small parts are read whole", test_small_parts);
  g_test_add_func ("/pack/each dimension has anchors by level", test_anchors);
  g_test_add_func ("/pack/an id is looked for in its own list only", test_unknown_ids);
  g_test_add_func ("/pack/its hash is that of its bytes", test_hash);
  g_test_add_func ("/pack/it is a boxed type", test_boxed);
  g_test_add_func ("/pack/it is read from a file", test_file);
  g_test_add_func ("/pack/the schema may be left out", test_without_schema);
  g_test_add_func ("/pack/minutes may be whole", test_whole_minutes);
  g_test_add_func ("/pack/an outage is read whole", test_outage);
  g_test_add_func ("/pack/a curveball is read", test_curveball);
  g_test_add_func ("/pack/outages and curveballs may be left out", test_left_out);
  g_test_add_func ("/pack/rounds may share questions out", test_questions_are_shared_out);
  g_test_add_func ("/pack/a question fits its rounds and those that carry them",
                   test_rounds_of_questions);
  g_test_add_func ("/pack/a question fits its levels", test_levels_of_questions);
  g_test_add_func ("/pack/the phrases are read", test_phrases);
  g_test_add_func ("/pack/a greeting is filled in once", test_greeting);

  return g_test_run ();
}
