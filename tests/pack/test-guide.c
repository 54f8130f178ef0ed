/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiny-pack.h"

#include <string.h>

static const TinyEdit no_edits[TINY_MOST_EDITS] = { { NULL } };

static OnsitePack *
read_edited (const TinyEdit *edits)
{
  g_autoptr (GBytes) bytes = tiny_pack_edit (edits);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_new_from_bytes (bytes, "tiny.json", &error);

  g_assert_no_error (error);

  return pack;
}

static const OnsiteGuideBlock *
get_block (OnsitePack *pack, guint section, guint block)
{
  const OnsiteGuide *guide = onsite_pack_get_guide (pack);
  const OnsiteGuideSection *at = g_ptr_array_index (guide->sections, section);

  return g_ptr_array_index (at->blocks, block);
}

static gconstpointer
get_part (const OnsiteGuideBlock *block, guint part)
{
  return g_ptr_array_index (block->parts, part);
}

static void
append (const char *text, gpointer user_data)
{
  g_string_append_printf (user_data, "%s|", text);
}

/* The texts of an item, each with a bar behind it. */
static char *
get_texts (const OnsiteGuideBlock *block, guint item)
{
  GString *texts = g_string_new (NULL);

  onsite_guide_block_foreach_text (block, item, append, texts);

  return g_string_free (texts, FALSE);
}

static void
assert_texts (const OnsiteGuideBlock *block, guint item, const char *expected)
{
  g_autofree char *texts = get_texts (block, item);

  g_assert_cmpstr (texts, ==, expected);
}

static void
test_sections (void)
{
  g_autoptr (OnsitePack) pack = read_edited (no_edits);
  const OnsiteGuide *guide = onsite_pack_get_guide (pack);
  const OnsiteGuideSection *pay = g_ptr_array_index (guide->sections, 1);

  g_assert_cmpuint (guide->sections->len, ==, 2);
  g_assert_cmpstr (pay->id, ==, "pay");
  g_assert_cmpstr (pay->title, ==, "The pay");
  g_assert_cmpstr (pay->summary, ==, "What is paid, and when.");
  g_assert_cmpuint (pay->blocks->len, ==, 3);
}

static void
test_plain_blocks (void)
{
  g_autoptr (OnsitePack) pack = read_edited (no_edits);
  const OnsiteGuideBlock *text = get_block (pack, 0, 0);
  const OnsiteGuideBlock *list = get_block (pack, 0, 1);
  const OnsiteGuideBlock *steps = get_block (pack, 0, 2);
  const OnsiteGuideStep *step = get_part (steps, 1);

  g_assert_cmpint (text->kind, ==, ONSITE_GUIDE_TEXT);
  g_assert_null (text->title);
  g_assert_cmpstr (text->text, ==, "It takes a week.");
  g_assert_cmpint (list->kind, ==, ONSITE_GUIDE_LIST);
  g_assert_cmpstr (list->title, ==, "To bring");
  g_assert_cmpuint (g_strv_length (list->names), ==, 2);
  g_assert_cmpstr (list->names[1], ==, "A figure.");
  g_assert_cmpint (steps->kind, ==, ONSITE_GUIDE_STEPS);
  g_assert_cmpstr (step->label, ==, "Day 2");
  g_assert_null (step->title);
  g_assert_cmpstr (step->text, ==, "The rest.");
}

static void
test_cards (void)
{
  g_autoptr (OnsitePack) pack = read_edited (no_edits);
  const OnsiteGuideContrast *contrast = get_part (get_block (pack, 0, 3), 0);
  const OnsiteGuideMistake *mistake = get_part (get_block (pack, 0, 4), 0);
  const OnsiteGuideQuestion *question = get_part (get_block (pack, 1, 2), 0);

  g_assert_cmpstr (contrast->topic, ==, "Depth");
  g_assert_cmpstr (contrast->is_not, ==, "Names.");
  g_assert_cmpstr (contrast->is, ==, "Consequences.");
  g_assert_cmpstr (mistake->weak, ==, "We worked hard.");
  g_assert_cmpstr (mistake->why, ==, "Who?");
  g_assert_cmpstr (mistake->strong, ==, "I cut the scope.");
  g_assert_cmpstr (question->question, ==, "Is it hard?");
  g_assert_cmpstr (question->answer, ==, "It is fair.");
}

static void
test_figures (void)
{
  g_autoptr (OnsitePack) pack = read_edited (no_edits);
  const OnsiteGuideBlock *table = get_block (pack, 1, 0);
  const OnsiteGuideRow *row = get_part (table, 1);
  const OnsiteGuideBlock *shares = get_block (pack, 1, 1);
  const OnsiteGuideSeries *series = get_part (shares, 0);

  g_assert_cmpstr (table->names[2], ==, "Bonus");
  /* Two cells of one row may say the same. */
  g_assert_cmpstr (row->cells[1], ==, "More");
  g_assert_cmpstr (row->cells[2], ==, "More");
  g_assert_null (row->cells[3]);
  g_assert_cmpstr (shares->names[1], ==, "Year 2");
  g_assert_cmpstr (series->name, ==, "Grant");
  g_assert_cmpuint (series->values->len, ==, 2);
  g_assert_cmpuint (g_array_index (series->values, guint, 1), ==, 95);
}

static void
test_items (void)
{
  static const guint expected[2][5] = { { 1, 2, 2, 1, 1 }, { 2, 1, 1 } };
  g_autoptr (OnsitePack) pack = read_edited (no_edits);

  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (onsite_guide_block_count_items (get_block (pack, 0, i)), ==, expected[0][i]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (onsite_guide_block_count_items (get_block (pack, 1, i)), ==, expected[1][i]);
}

static void
test_texts (void)
{
  g_autoptr (OnsitePack) pack = read_edited (no_edits);

  assert_texts (get_block (pack, 0, 0), 0, "It takes a week.|");
  assert_texts (get_block (pack, 0, 1), 0, "To bring|A story.|");
  assert_texts (get_block (pack, 0, 1), 1, "A figure.|");
  assert_texts (get_block (pack, 0, 2), 1, "Day 2|The rest.|");
  assert_texts (get_block (pack, 0, 3), 0, "Depth|Names.|Consequences.|");
  assert_texts (get_block (pack, 1, 0), 1, "Level|Base|Bonus|L6|More|More|");
  assert_texts (get_block (pack, 1, 1), 0, "By year|Year 1|Year 2|Grant|Bonus|");
}

static void
test_find_section (void)
{
  g_autoptr (OnsitePack) pack = read_edited (no_edits);
  const OnsiteGuide *guide = onsite_pack_get_guide (pack);

  g_assert_cmpuint (onsite_guide_find_section (guide, "way"), ==, 0);
  g_assert_cmpuint (onsite_guide_find_section (guide, "pay"), ==, 1);
  /* As after a pack that has another guide. */
  g_assert_cmpuint (onsite_guide_find_section (guide, "play"), ==, 0);
  g_assert_cmpuint (onsite_guide_find_section (guide, NULL), ==, 0);
}

static void
test_left_out (void)
{
  g_autofree char *text = tiny_pack_read_text ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = NULL;

  strcpy (strstr (text, ",\n  \"guide\""), "}");
  bytes = g_bytes_new (text, strlen (text));
  pack = onsite_pack_new_from_bytes (bytes, "tiny.json", &error);

  g_assert_no_error (error);
  g_assert_null (onsite_pack_get_guide (pack));
}

static void
test_about (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = {
    { NULL, "\"id\": \"pay\"", "\"id\": \"pay\", \"about\": \"debrief\"" },
  };
  g_autoptr (OnsitePack) pack = read_edited (edits);
  const OnsiteGuide *guide = onsite_pack_get_guide (pack);

  g_assert_cmpint (onsite_guide_find_about (guide, ONSITE_GUIDE_ABOUT_DEBRIEF), ==, 1);
  g_assert_cmpint (onsite_guide_find_about (guide, ONSITE_GUIDE_ABOUT_SETUP), ==, -1);
  g_assert_cmpint (onsite_guide_find_about (NULL, ONSITE_GUIDE_ABOUT_DEBRIEF), ==, -1);
}

/* How the guide is broken, and what is said about it behind the line. */
typedef struct
{
  const char *sentence;
  TinyEdit edits[TINY_MOST_EDITS];
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "a guide that is a list",
    { { NULL, "\"guide\": {", "\"guide\": [], \"guides\": {" } },
    "$.guide: an object is expected here" },
  { "a guide without sections",
    { { NULL, "\"sections\": [", "\"sections\": [], \"section\": [" } },
    "$.guide.sections: the array has 0 elements, and 1 to 32 are allowed" },
  { "a section of an id that is taken",
    { { NULL, "\"id\": \"pay\"", "\"id\": \"way\"" } },
    "$.guide.sections[1].id: the id “way” is taken already" },
  { "a section about no page of the program",
    { { NULL, "\"id\": \"pay\"", "\"id\": \"pay\", \"about\": \"break\"" } },
    "$.guide.sections[1].about: one of “setup”, “debrief” is expected here" },
  { "a section without blocks",
    { { "\"way\"", "\"blocks\": [", "\"blocks\": [], \"block\": [" } },
    "$.guide.sections[0].blocks: the array has 0 elements, and 1 to 40 are allowed" },
  { "a block of no known type",
    { { "\"way\"", "\"type\": \"text\"", "\"type\": \"video\"" } },
    "$.guide.sections[0].blocks[0].type: one of “text”, “list”, “steps”, “contrasts”, "
    "“mistakes”, “table”, “shares”, “questions” is expected here" },
  { "a block with what another type has",
    { { "\"way\"", "\"text\": \"It takes a week.\"", "\"items\": [\"A week.\"]" } },
    "$.guide.sections[0].blocks[0]: the member “text” is missing" },
  { "a text of two lines",
    { { NULL, "It takes a week.", "It takes\\na week." } },
    "$.guide.sections[0].blocks[0].text: the text holds U+000A, which it may not" },
  { "a list that says the same twice",
    { { NULL, "\"A figure.\"", "\"A story.\"" } },
    "$.guide.sections[0].blocks[1].items[1]: “A story.” is in the list twice" },
  { "a step without a label",
    { { NULL, "\"label\": \"Day 2\"", "\"lable\": \"Day 2\"" } },
    "$.guide.sections[0].blocks[2].steps[1]: the member “label” is missing" },
  { "a contrast with a reason",
    { { NULL, "\"not\": \"Names.\"", "\"not\": \"Names.\", \"why\": \"So.\"" } },
    "$.guide.sections[0].blocks[3].cards[0].why: this member is not known" },
  { "a mistake without a reason",
    { { NULL, "\"why\": \"Who?\", ", "" } },
    "$.guide.sections[0].blocks[4].cards[0]: the member “why” is missing" },
  { "a table without a title",
    { { NULL, "\"title\": \"By level\",", "" } },
    "$.guide.sections[1].blocks[0]: the member “title” is missing" },
  { "a table of one column",
    { { NULL, "\"Level\", \"Base\", \"Bonus\"", "\"Level\"" } },
    "$.guide.sections[1].blocks[0].columns: the array has 1 elements, and 2 to 6 are allowed" },
  { "a row with a cell too few",
    { { NULL, "\"L6\", \"More\", \"More\"", "\"L6\", \"More\"" } },
    "$.guide.sections[1].blocks[0].rows[1].cells: the array has 2 elements, and 3 to 3 are "
    "allowed" },
  { "an empty cell",
    { { NULL, "\"L5\", \"Much\"", "\"L5\", \"\"" } },
    "$.guide.sections[1].blocks[0].rows[0].cells[1]: the text is empty" },
  { "a series with a share too many",
    { { NULL, "[5, 95]", "[5, 45, 50]" } },
    "$.guide.sections[1].blocks[1].series[0].values: the array has 3 elements, and 2 to 2 are "
    "allowed" },
  { "a share of more than all",
    { { NULL, "[5, 95]", "[5, 101]" } },
    "$.guide.sections[1].blocks[1].series[0].values[1]: 101 is not between 0 and 100" },
  { "a share that is text",
    { { NULL, "[5, 95]", "[5, \"95%\"]" } },
    "$.guide.sections[1].blocks[1].series[0].values[1]: a whole number is expected here" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GBytes) bytes = tiny_pack_edit (refusal->edits);
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_pack_new_from_bytes (bytes, "bad.json", &error));
  g_assert_nonnull (error);
  /* Behind the name of the file and the line. */
  g_assert_cmpstr (strchr (error->message, '$'), ==, refusal->message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/its sections are read", test_sections);
  g_test_add_func ("/guide/text, lists and steps are read whole", test_plain_blocks);
  g_test_add_func ("/guide/cards are read whole", test_cards);
  g_test_add_func ("/guide/tables and shares are read whole", test_figures);
  g_test_add_func ("/guide/its items are counted", test_items);
  g_test_add_func ("/guide/the texts of an item are told in order", test_texts);
  g_test_add_func ("/guide/a section is found by its id", test_find_section);
  g_test_add_func ("/guide/it may be left out", test_left_out);
  g_test_add_func ("/guide/a section is found by what it is about", test_about);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guide/refuses/%s", refusals[i].sentence);

      g_test_add_data_func (path, refusals + i, test_refusal);
    }

  return g_test_run ();
}
