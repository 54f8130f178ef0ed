/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiny-pack.h"
#include "json/onsite-json-document.h"

#include <string.h>

/* How the tiny pack is broken, and what is said about it. */
typedef struct
{
  const char *sentence;
  TinyEdit edits[TINY_MOST_EDITS];
  const char *message;
} Refusal;

static const Refusal values[] = {
  { "a format that is no integer",
    { { NULL, "\"format\": 1", "\"format\": 1.0" } },
    "bad.json:3: $.format: a whole number is expected here" },
  { "a format of nothing",
    { { NULL, "\"format\": 1", "\"format\": 0" } },
    "bad.json:3: $.format: 0 is not between 1 and 2147483647" },
  { "a member that is not known",
    { { NULL, "\"title\"", "\"titel\": \"x\",\n  \"title\"" } },
    "bad.json:7: $.titel: this member is not known" },
  { "a member of a question that is not known",
    { { "\"questions\": [\n    {", "\"hint\"", "\"hints\": [],\n      \"hint\"" } },
    "bad.json:267: $.questions[0].hints: this member is not known" },
  { "a schema that is no text",
    { { NULL, "\"pack.schema.json\"", "1" } },
    "bad.json:2: $.$schema: a string is expected here" },
  { "an id that leads out of a folder",
    { { NULL, "\"id\": \"tiny\"", "\"id\": \"../tiny\"" } },
    "bad.json:4: $.id: an id is of letters and digits, joined by single hyphens" },
  { "an id with a space",
    { { NULL, "\"id\": \"tiny\"", "\"id\": \"tiny pack\"" } },
    "bad.json:4: $.id: an id is of letters and digits, joined by single hyphens" },
  { "an id with two hyphens",
    { { NULL, "\"id\": \"tiny\"", "\"id\": \"tiny--pack\"" } },
    "bad.json:4: $.id: an id is of letters and digits, joined by single hyphens" },
  { "an id that ends in a hyphen",
    { { NULL, "\"id\": \"tiny\"", "\"id\": \"tiny-\"" } },
    "bad.json:4: $.id: an id is of letters and digits, joined by single hyphens" },
  { "a version of two numbers",
    { { NULL, "\"1.0.0\"", "\"1.0\"" } },
    "bad.json:5: $.version: a version is three numbers, such as 1.0.0" },
  { "a version with a leading zero",
    { { NULL, "\"1.0.0\"", "\"1.02.0\"" } },
    "bad.json:5: $.version: a version is three numbers, such as 1.0.0" },
  { "a language by its name",
    { { NULL, "\"language\": \"en\"", "\"language\": \"english\"" } },
    "bad.json:6: $.language: a language is a BCP 47 tag, such as en or pt-BR" },
  { "a title of spaces",
    { { NULL, "\"A tiny pack\"", "\"  \"" } },
    "bad.json:7: $.title: the text is empty" },
  { "a title with a space at its end",
    { { NULL, "\"A tiny pack\"", "\"A tiny pack \"" } },
    "bad.json:7: $.title: a text begins or ends with a space" },
  { "a title with a line break",
    { { NULL, "\"A tiny pack\"", "\"A tiny\\npack\"" } },
    "bad.json:7: $.title: the text holds U+000A, which it may not" },
  { "a title that turns its direction",
    { { NULL, "\"A tiny pack\"", "\"A \\u202etiny pack\"" } },
    "bad.json:7: $.title: the text holds U+202E, which it may not" },
  { "a name that is too long",
    { { NULL,
        "\"Deliver Results\"",
        "\"Deliver Results, Deliver Results, Deliver Results, Deliver Results, Deliver Results, \"" } },
    "bad.json:12: $.principles[0].name: the text has 85 characters, and 1 to 80 are allowed" },
  { "no principles",
    { { NULL, "\"principles\": [", "\"principles\": [],\n  \"principle\": [" } },
    "bad.json:9: $.principles: the array has 0 elements, and 1 to 64 are allowed" },
  { "a checklist that is fed by nobody",
    { { NULL, "\"fed_by\": \"loops\"", "\"fed_by\": \"nobody\"" } },
    "bad.json:40: $.checklist[2].fed_by: one of “answers”, “loops” is expected here" },
  { "a share of nothing",
    { { NULL, "\"share\": 50", "\"share\": 0" } },
    "bad.json:44: $.categories[0].share: 0 is not between 1 and 100" },
  { "a share with a fraction",
    { { NULL, "\"share\": 50", "\"share\": 50.0" } },
    "bad.json:44: $.categories[0].share: a whole number is expected here" },
  { "a score that is missing",
    { { "\"scores\"", "\"3\"", "\"4\"" } },
    "bad.json:57: $.dimensions[0].anchors[0].scores: the member “3” is missing" },
  { "a score too many",
    { { "\"scores\"", "\"3\"", "\"2\": \"Some.\",\n            \"3\"" } },
    "bad.json:59: $.dimensions[0].anchors[0].scores[\"2\"]: this member is not known" },
  { "a score that is a list",
    { { "\"scores\"", "\"1\": \"", "\"1\": [], \"2\": \"" } },
    "bad.json:58: $.dimensions[0].anchors[0].scores[\"1\"]: a string is expected here" },
  { "scores that are no object",
    { { NULL, "\"scores\": {", "\"scores\": 3, \"score\": {" } },
    "bad.json:57: $.dimensions[0].anchors[0].scores: an object is expected here" },
  { "a vote beyond the scale",
    { { NULL, "\"value\": 2", "\"value\": 3" } },
    "bad.json:190: $.votes[0].value: 3 is not between -2 and 2" },
  { "a greeting with an unknown place",
    { { NULL, "{interviewer}", "{name}" } },
    "bad.json:196: $.phrases.greeting: a greeting has no space at its ends, and besides {interviewer} and {round} none of {}*_#`<>[]|~\\ in it" },
  { "a phrase with a place",
    { { NULL, "We have five minutes left.", "{interviewer} has five minutes left." } },
    "bad.json:197: $.phrases.five_minutes: what is spoken has no space at its ends and none of {}*_#`<>[]|~\\ in it" },
  { "a phrase with a space at its end",
    { { NULL, "One minute left.", "One minute left. " } },
    "bad.json:198: $.phrases.one_minute: what is spoken has no space at its ends and none of "
    "{}*_#`<>[]|~\\ in it" },
  { "a phrase with markup",
    { { NULL, "One minute left.", "One <break/> minute left." } },
    "bad.json:198: $.phrases.one_minute: what is spoken has no space at its ends and none of {}*_#`<>[]|~\\ in it" },
  { "a phrase that is missing",
    { { NULL, "\"closing\"", "\"close\"" } },
    "bad.json:195: $.phrases: the member “closing” is missing" },
  { "a stage that is not known",
    { { NULL, "\"stage\": \"onsite\"", "\"stage\": \"lunch\"" } },
    "bad.json:218: $.rounds[1].stage: one of “screen”, “onsite” is expected here" },
  { "a round of no time",
    { { "\"stage\"", "\"minutes\": 0.5", "\"minutes\": 0.09" } },
    "bad.json:207: $.rounds[0].minutes: 0.09 is not between 0.1 and 240" },
  { "a round of a day",
    { { "\"stage\"", "\"minutes\": 0.5", "\"minutes\": 1440" } },
    "bad.json:207: $.rounds[0].minutes: 1440 is not between 0.1 and 240" },
  { "optional as a word",
    { { NULL, "\"optional\": true", "\"optional\": \"yes\"" } },
    "bad.json:208: $.rounds[0].optional: true or false is expected here" },
  { "a round without interviewers",
    { { NULL, "[\"Recruiter\", \"Sourcer\"]", "[]" } },
    "bad.json:210: $.rounds[0].interviewers: the array has 0 elements, and 1 to 8 are allowed" },
  { "an interviewer twice",
    { { NULL, "[\"Recruiter\", \"Sourcer\"]", "[\"Sourcer\", \"Sourcer\"]" } },
    "bad.json:210: $.rounds[0].interviewers[1]: “Sourcer” is in the list twice" },
  { "a most below the least",
    { { NULL, "{\"least\": 1, \"most\": 2}", "{\"least\": 2, \"most\": 1}" } },
    "bad.json:225: $.rounds[1].questions.most: 1 is not between 2 and 20" },
  { "a round without questions",
    { { NULL, "{\"least\": 1, \"most\": 1}", "{\"least\": 0, \"most\": 1}" } },
    "bad.json:213: $.rounds[0].questions.least: 0 is not between 1 and 20" },
  { "a count of questions that is a number",
    { { NULL, "{\"least\": 1, \"most\": 1}", "1" } },
    "bad.json:213: $.rounds[0].questions: an object is expected here" },
  { "a level with a round twice",
    { { NULL, "[\"screen\", \"people\", \"design\"]", "[\"people\", \"people\"]" } },
    "bad.json:246: $.levels[0].rounds[1]: “people” is in the list twice" },
  { "a level without rounds",
    { { NULL, "[\"screen\", \"people\", \"design\"]", "[]" } },
    "bad.json:246: $.levels[0].rounds: the array has 0 elements, and 1 to 16 are allowed" },
  { "a question with five principles",
    { { "\"ship\"",
        "[\"deliver-results\", \"dive-deep\"]",
        "[\"a\", \"b\", \"c\", \"d\", \"e\"]" } },
    "bad.json:263: $.questions[0].principles: the array has 5 elements, and 1 to 4 are allowed" },
  { "a question without principles",
    { { "\"ship\"", "[\"deliver-results\", \"dive-deep\"]", "[]" } },
    "bad.json:263: $.questions[0].principles: the array has 0 elements, and 1 to 4 are allowed" },
  { "a question with four checklist items",
    { { "\"ship\"", "[\"stories\"]", "[\"a\", \"b\", \"c\", \"d\"]" } },
    "bad.json:264: $.questions[0].checklist: the array has 4 elements, and 0 to 3 are allowed" },
  { "two follow-ups",
    { { "\"ship\"", "\"What would you change?\"", "\"?\"" }, { "\"ship\"", ", \"?\"", "" } },
    "bad.json:266: $.questions[0].follow_ups: the array has 2 elements, and 3 to 5 are allowed" },
  { "six follow-ups",
    { { "\"ship\"", "\"What would you change?\"", "\"Why?\", \"How?\", \"When?\", \"Who?\"" } },
    "bad.json:266: $.questions[0].follow_ups: the array has 6 elements, and 3 to 5 are allowed" },
  { "a follow-up twice",
    { { "\"ship\"", "\"What would you change?\"", "\"What did you decide?\"" } },
    "bad.json:266: $.questions[0].follow_ups[2]: “What did you decide?” is in the list twice" },
  { "a question with phonemes",
    { { NULL, "with unclear requirements", "with [[ha'loU]]" } },
    "bad.json:262: $.questions[0].text: what is spoken has no space at its ends and none of {}*_#`<>[]|~\\ in it" },
  { "a question without a strong answer",
    { { "\"ship\"", "\"strong\"", "\"stronger\"" } },
    "bad.json:257: $.questions[0]: the member “strong” is missing" },
  { "a question of an hour and more",
    { { "\"ship\"", "\"minutes\": 0.2", "\"minutes\": 241" } },
    "bad.json:265: $.questions[0].minutes: 241 is not between 0.1 and 240" },
  { "a curveball with markup",
    { TINY_SHIP_WITH ("\"curveball\": \"Now *half* the time.\"") },
    "bad.json:267: $.questions[0].curveball: what is spoken has no space at its ends and none of "
    "{}*_#`<>[]|~\\ in it" },
  { "a curveball of nothing",
    { TINY_SHIP_WITH ("\"curveball\": null") },
    "bad.json:267: $.questions[0].curveball: a string is expected here" },
  { "an outage in four sentences",
    { TINY_WITH ("\"outages\": [" TINY_OUTAGE "]"), { "\"outages\"", "\"Four.\", ", "" } },
    "bad.json:256: $.outages[0].what_happened: the array has 4 elements, and 5 to 5 are allowed" },
  { "an outage that tells the same twice",
    { TINY_WITH ("\"outages\": [" TINY_OUTAGE "]"), { "\"outages\"", "Four.", "Three." } },
    "bad.json:256: $.outages[0].what_happened[3]: “Three.” is in the list twice" },
  { "an outage without a control",
    { TINY_WITH ("\"outages\": [" TINY_OUTAGE "]"), { "\"outages\"", "\"control\"", "\"curb\"" } },
    "bad.json:256: $.outages[0]: the member “control” is missing" },
  { "no questions",
    { { NULL, "\"questions\": [\n", "\"questions\": [], \"rest\": [\n" } },
    "bad.json:256: $.questions: the array has 0 elements, and 1 to 2000 are allowed" },
};

static const Refusal references[] = {
  { "a principle of an id that is taken",
    { { NULL, "\"id\": \"dive-deep\"", "\"id\": \"deliver-results\"" } },
    "bad.json:15: $.principles[1].id: the id “deliver-results” is taken already" },
  { "a question of an id that is taken",
    { { NULL, "\"id\": \"late\"", "\"id\": \"ship\"" } },
    "bad.json:273: $.questions[1].id: the id “ship” is taken already" },
  { "anchors for an unknown level",
    { { "\"anchors\"", "\"level\": \"L6\"", "\"level\": \"L9\"" } },
    "bad.json:64: $.dimensions[0].anchors[1].level: nothing in “levels” has the id “L9”" },
  { "anchors for a level twice",
    { { "\"anchors\"", "\"level\": \"L6\"", "\"level\": \"L5\"" } },
    "bad.json:64: $.dimensions[0].anchors[1].level: there are anchors for “L5” already" },
  { "a round of an unknown category",
    { { NULL, "[\"behavioral\", \"trade-offs\"]", "[\"behavioral\", \"tradeoffs\"]" } },
    "bad.json:211: $.rounds[0].categories[1]: nothing in “categories” has the id “tradeoffs”" },
  { "a round that carries an unknown one",
    { { NULL, "\"carries\": [\"people\"]", "\"carries\": [\"persons\"]" } },
    "bad.json:236: $.rounds[2].carries[0]: nothing in “rounds” has the id “persons”" },
  { "a level with an unknown round",
    { { "\"Senior program manager\"",
        "[\"screen\", \"people\", \"design\"]",
        "[\"screen\", \"people\", \"lunch\"]" } },
    "bad.json:253: $.levels[1].rounds[2]: nothing in “rounds” has the id “lunch”" },
  { "a question of an unknown category",
    { { "\"ship\"", "\"category\": \"behavioral\"", "\"category\": \"Behavioral\"" } },
    "bad.json:259: $.questions[0].category: nothing in “categories” has the id “Behavioral”" },
  { "a question for an unknown round",
    { { "\"ship\"", "[\"people\"]", "[\"people\", \"bar\"]" } },
    "bad.json:260: $.questions[0].rounds[1]: nothing in “rounds” has the id “bar”" },
  { "a question for an unknown level",
    { { "\"ship\"", "[\"L5\", \"L6\"]", "[\"L5\", \"L8\"]" } },
    "bad.json:261: $.questions[0].levels[1]: nothing in “levels” has the id “L8”" },
  { "a question on an unknown principle",
    { { "\"ship\"",
        "[\"deliver-results\", \"dive-deep\"]",
        "[\"deliver-results\", \"dive-deeper\"]" } },
    "bad.json:263: $.questions[0].principles[1]: nothing in “principles” has the id “dive-deeper”" },
  { "a question on an unknown checklist item",
    { { "\"ship\"", "[\"stories\"]", "[\"story\"]" } },
    "bad.json:264: $.questions[0].checklist[0]: nothing in “checklist” has the id “story”" },
  { "a question about an unknown outage",
    { TINY_SHIP_WITH ("\"outage\": \"quota\"") },
    "bad.json:267: $.questions[0].outage: nothing in “outages” has the id “quota”" },
  { "an outage of an id that is taken",
    { TINY_WITH ("\"outages\": [" TINY_OUTAGE ", " TINY_OUTAGE "]") },
    "bad.json:256: $.outages[1].id: the id “quota” is taken already" },
};

static const Refusal contents[] = {
  { "shares of 101",
    { { NULL, "\"share\": 50", "\"share\": 51" } },
    "bad.json:43: $.categories: the shares add up to 101, and not to 100" },
  { "a level without anchors",
    { { NULL,
        "\"levels\": [",
        "\"levels\": [{\"id\": \"L7\", \"name\": \"L7\", \"title\": \"T\", \"about\": \"A\", \"rounds\": [\"people\"]}," } },
    "bad.json:54: $.dimensions[0].anchors: there are no anchors for “L7”" },
  { "a vote of a value that is taken",
    { { NULL, "\"value\": 1}", "\"value\": 2}" } },
    "bad.json:191: $.votes[1].value: “strong-hire” has this value already" },
  { "a question that feeds what loops feed",
    { { "\"ship\"", "[\"stories\"]", "[\"stories\", \"system\"]" } },
    "bad.json:264: $.questions[0].checklist[1]: “system” is fed by loops, and not by answers" },
  { "a question for a round that asks no such",
    { { "\"ship\"", "[\"people\"]", "[\"people\", \"screen\"]" },
      { NULL, "[\"behavioral\", \"trade-offs\"]", "[\"trade-offs\"]" } },
    "bad.json:260: $.questions[0].rounds[1]: the round “screen” asks no questions of “behavioral”" },
  { "a question that no level asks",
    { { "\"Senior program manager\"",
        "[\"screen\", \"people\", \"design\"]",
        "[\"people\", \"design\"]" },
      { "\"own\"", "[\"L5\", \"L6\"]", "[\"L6\"]" } },
    "bad.json:321: $.questions[4].levels: none of these levels has a round that asks it" },
  { "a level of rounds that may all be left out",
    { { "\"Senior program manager\"", "[\"screen\", \"people\", \"design\"]", "[\"screen\"]" },
      { "\"estimate\"", "[\"L6\"]", "[\"L5\", \"L6\"]" } },
    "bad.json:253: $.levels[1].rounds: each of these rounds may be left out" },
  { "a round with too few questions",
    { { "\"id\": \"design\"", "{\"least\": 1, \"most\": 2}", "{\"least\": 9, \"most\": 9}" } },
    "bad.json:246: $.levels[0].rounds[2]: the round “design” asks at least 9 questions, and the pack has 7 for “L5”" },
  { "two rounds that count on the same questions",
    { { NULL, "{\"least\": 1, \"most\": 1}", "{\"least\": 2, \"most\": 2}" },
      { NULL, "\"carries\": [\"people\"]", "\"carries\": []" },
      { "\"id\": \"design\"", "{\"least\": 1, \"most\": 2}", "{\"least\": 4, \"most\": 4}" } },
    "bad.json:246: $.levels[0].rounds[2]: up to the round “design”, a loop of “L5” runs out of questions" },
};

/* What is no JSON at all; how JSON is read is tested with src/json. */
typedef struct
{
  const char *sentence;
  const char *text;
  OnsiteJsonError code;
  const char *message;
} Hostile;

static const Hostile hostile[] = {
  { "a text that is no JSON",
    "# my pack\n",
    ONSITE_JSON_ERROR_SYNTAX,
    "bad.json:1: $: JSON has no comments: take this one out" },
  { "two packs in one text",
    "2{\"a\":1}",
    ONSITE_JSON_ERROR_SYNTAX,
    "bad.json:1: $: something follows the one value of a JSON text" },
  { "a list of packs",
    "[{}]",
    ONSITE_JSON_ERROR_VALUE,
    "bad.json:1: $: an object is expected here" },
  { "an empty object",
    "{}",
    ONSITE_JSON_ERROR_VALUE,
    "bad.json:1: $: the member “format” is missing" },
  { "a format of 20 digits",
    "{\n  \"format\": 10000000000000000000\n}",
    ONSITE_JSON_ERROR_LIMIT,
    "bad.json:2: $.format: a number does not fit into 64 bits" },
  { "seventeen objects in each other",
    "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
    "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{",
    ONSITE_JSON_ERROR_LIMIT,
    "bad.json:1: $.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a: the text is nested too deeply" },
};

static void
assert_refused (GBytes *bytes, GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_new_from_bytes (bytes, "bad.json", &error);

  g_assert_null (pack);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_error (error, domain, code);
}

static void
test_value (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GBytes) bytes = tiny_pack_edit (refusal->edits);

  assert_refused (bytes, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_VALUE, refusal->message);
}

static void
test_reference (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GBytes) bytes = tiny_pack_edit (refusal->edits);

  assert_refused (bytes, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_REFERENCE, refusal->message);
}

static void
test_content (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GBytes) bytes = tiny_pack_edit (refusal->edits);

  assert_refused (bytes, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_CONTENT, refusal->message);
}

static void
test_hostile (gconstpointer data)
{
  const Hostile *text = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text->text, strlen (text->text));

  assert_refused (bytes, ONSITE_JSON_ERROR, (int) text->code, text->message);
}

static void
test_newer_format (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = {
    { NULL, "\"format\": 1", "\"format\": 2" },
    { NULL, "\"title\"", "\"newer\"" },
  };
  g_autoptr (GBytes) bytes = tiny_pack_edit (edits);

  assert_refused (bytes,
                  ONSITE_PACK_ERROR,
                  ONSITE_PACK_ERROR_FORMAT,
                  "bad.json:3: $.format: this pack is of format 2, and this version of Onsite "
                  "reads format 1: look for a newer version");
}

static void
test_huge (void)
{
  gsize length = 16 * 1024 * 1024 + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (length, ' '), length);

  assert_refused (bytes,
                  ONSITE_JSON_ERROR,
                  ONSITE_JSON_ERROR_LIMIT,
                  "bad.json:1: $: the text is larger than 16.8\u00a0MB");
}

static void
test_nested (void)
{
  gsize length = 200000;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (length, '['), length);

  assert_refused (bytes,
                  ONSITE_JSON_ERROR,
                  ONSITE_JSON_ERROR_LIMIT,
                  "bad.json:1: $[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: "
                  "the text is nested too deeply");
}

/* As after a download that broke off. */
static void
test_cut_short (void)
{
  g_autofree char *text = tiny_pack_read_text ();
  gsize length = strlen (text) - strlen ("}\n");

  for (gsize i = 0; i <= length; i += i < 200 ? 1 : 41)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (onsite_pack_new_from_bytes (bytes, "bad.json", &error));
      g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "bad.json:"));
    }
}

static void
test_without_error (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);

  /* Without anybody who asks for the error, too. */
  g_assert_null (onsite_pack_new_from_bytes (bytes, "bad.json", NULL));
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/pack.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_pack_load (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/pack.json: "));
}

static void
add_refusals (const char *folder, const Refusal *refusals, gsize n_refusals, GTestDataFunc test)
{
  for (gsize i = 0; i < n_refusals; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pack/refuses/%s/%s", folder, refusals[i].sentence);

      g_test_add_data_func (path, refusals + i, test);
    }
}

static void
add_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pack/refuses/%s", hostile[i].sentence);

      g_test_add_data_func (path, hostile + i, test_hostile);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_hostile ();
  add_refusals ("value", values, G_N_ELEMENTS (values), test_value);
  add_refusals ("reference", references, G_N_ELEMENTS (references), test_reference);
  add_refusals ("content", contents, G_N_ELEMENTS (contents), test_content);
  g_test_add_func ("/pack/refuses/a newer format, before anything else", test_newer_format);
  g_test_add_func ("/pack/refuses/a huge text", test_huge);
  g_test_add_func ("/pack/refuses/200,000 brackets", test_nested);
  g_test_add_func ("/pack/refuses/a text that was cut short", test_cut_short);
  g_test_add_func ("/pack/refuses/without an error to set", test_without_error);
  g_test_add_func ("/pack/refuses/a missing file", test_missing_file);

  return g_test_run ();
}
