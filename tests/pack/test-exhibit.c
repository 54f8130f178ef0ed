/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiny-pack.h"
#include "json/onsite-json-document.h"

#include <string.h>

/* How the tiny pack's exhibit is broken, and what is said about it. */
typedef struct
{
  const char *sentence;
  TinyEdit edits[TINY_MOST_EDITS];
  const char *message;
} Refusal;

#define EXHIBIT "\"exhibits\""

static const Refusal values[] = {
  { "a member that is not known",
    { { EXHIBIT, "\"situation\"", "\"author\": \"x\",\n      \"situation\"" } },
    "bad.json:412: $.exhibits[0].author: this member is not known" },
  { "exhibits that are no list",
    { { NULL, "\"exhibits\": [", "\"exhibits\": 1, \"rest\": [" } },
    "bad.json:408: $.exhibits: an array is expected here" },
  { "an exhibit without a situation",
    { { EXHIBIT, "\"situation\"", "\"story\"" } },
    "bad.json:409: $.exhibits[0]: the member “situation” is missing" },
  { "an exhibit with no constraints",
    { { EXHIBIT, "[\"Ten thousand reads a second.\", \"The store stays as it is.\"]", "[]" } },
    "bad.json:413: $.exhibits[0].constraints: the array has 0 elements, and 1 to 8 are allowed" },
  { "a label that is too long to be drawn",
    { { EXHIBIT, "\"Mobile app\"", "\"Mobile app on somebody's telephone\"" } },
    "bad.json:416: $.exhibits[0].boxes[0].label: the text has 34 characters, and 1 to 32 are "
    "allowed" },
  { "a note that is too long to be drawn",
    { { EXHIBIT,
        "\"one node, no replica\"",
        "\"one node, no replica, no snapshot, and nobody on call\"" } },
    "bad.json:421: $.exhibits[0].boxes[2].note: the text has 53 characters, and 1 to 48 are "
    "allowed" },
  { "a label with a space at its end",
    { { EXHIBIT, "\"One region\"", "\"One region \"" } },
    "bad.json:414: $.exhibits[0].zones[0].label: a text begins or ends with a space" },
  { "a note that is null",
    { { EXHIBIT, "\"one node, no replica\"", "null" } },
    "bad.json:421: $.exhibits[0].boxes[2].note: a string is expected here" },
  { "a kind of box that is not known",
    { { EXHIBIT, "\"kind\": \"client\"", "\"kind\": \"cloud\"" } },
    "bad.json:416: $.exhibits[0].boxes[0].kind: one of “client”, “service”, “store”, “cache”, "
    "“queue”, “job”, “external” is expected here" },
  { "a kind of arrow that is not known",
    { { EXHIBIT, "\"kind\": \"copy\"", "\"kind\": \"wish\"" } },
    "bad.json:433: $.exhibits[0].arrows[3].kind: one of “call”, “event”, “copy” is expected "
    "here" },
  { "a ninth column",
    { { EXHIBIT, "\"column\": 2", "\"column\": 8" } },
    "bad.json:423: $.exhibits[0].boxes[2].column: 8 is not between 0 and 7" },
  { "a ninth row",
    { { EXHIBIT, "\"row\": 1", "\"row\": 8" } },
    "bad.json:427: $.exhibits[0].boxes[3].row: 8 is not between 0 and 7" },
  { "a risk of the third order",
    { { EXHIBIT, "\"order\": 2", "\"order\": 3" } },
    "bad.json:444: $.exhibits[0].risks[1].order: 3 is not between 1 and 2" },
  { "a risk that is nowhere",
    { { EXHIBIT, "\"at\": [\"redis\"]", "\"at\": []" } },
    "bad.json:440: $.exhibits[0].risks[0].at: the array has 0 elements, and 1 to 8 are allowed" },
};

static const Refusal references[] = {
  { "a question about an exhibit that is not there",
    { { NULL, "\"exhibit\": \"cache\"", "\"exhibit\": \"queue\"" } },
    "bad.json:345: $.questions[5].exhibit: nothing in “exhibits” has the id “queue”" },
  { "a box of an id that is taken",
    { { EXHIBIT, "\"id\": \"redis\"", "\"id\": \"app\"" } },
    "bad.json:419: $.exhibits[0].boxes[2].id: the id “app” is taken already" },
  { "a zone of an id that is taken",
    { { EXHIBIT,
        "{\"id\": \"region\", \"label\": \"One region\"}",
        "{\"id\": \"region\", \"label\": \"A\"}, {\"id\": \"region\", \"label\": \"B\"}" } },
    "bad.json:414: $.exhibits[0].zones[1].id: the id “region” is taken already" },
  { "a box in an unknown zone",
    { { EXHIBIT, "\"zone\": \"region\"", "\"zone\": \"regions\"" } },
    "bad.json:417: $.exhibits[0].boxes[1].zone: no zone has the id “regions”" },
  { "an arrow from an unknown box",
    { { EXHIBIT, "\"from\": \"app\"", "\"from\": \"apps\"" } },
    "bad.json:430: $.exhibits[0].arrows[0].from: no box has the id “apps”" },
  { "an arrow to an unknown box",
    { { EXHIBIT, "\"to\": \"store\"", "\"to\": \"region\"" } },
    "bad.json:432: $.exhibits[0].arrows[2].to: no box has the id “region”" },
  { "a risk at an unknown box",
    { { EXHIBIT, "[\"redis\", \"store\"]", "[\"redis\", \"stores\"]" } },
    "bad.json:446: $.exhibits[0].risks[1].at[1]: no box has the id “stores”" },
  { "a risk for an unknown level",
    { { EXHIBIT, "[\"L6\"]", "[\"L9\"]" } },
    "bad.json:445: $.exhibits[0].risks[1].levels[0]: nothing in “levels” has the id “L9”" },
};

static const Refusal contents[] = {
  { "two boxes on one cell",
    { { "\"Order store\"", "\"row\": 1", "\"row\": 0" } },
    "bad.json:427: $.exhibits[0].boxes[3]: “orders” stands in column 1 of row 0 already" },
  { "an arrow from a box to itself",
    { { EXHIBIT, "\"to\": \"orders\"", "\"to\": \"app\"" } },
    "bad.json:430: $.exhibits[0].arrows[0].to: an arrow leads from a box to another" },
  { "an arrow twice",
    { { EXHIBIT, "\"to\": \"redis\"", "\"to\": \"store\"" } },
    "bad.json:432: $.exhibits[0].arrows[2]: there is such an arrow already" },
  { "a zone of no boxes",
    { { EXHIBIT, "\"zones\": [", "\"zones\": [{\"id\": \"office\", \"label\": \"Office\"}, " } },
    "bad.json:414: $.exhibits[0].zones[0]: no box is in “office”" },
  { "a box in the frame of a zone that it is not of",
    { { "\"Mobile app\"", "\"column\": 0, \"row\": 0", "\"column\": 2, \"row\": 1" } },
    "bad.json:414: $.exhibits[0].zones[0]: “app” is not of “region” and stands in its frame" },
  { "frames that overlap",
    { { EXHIBIT, "\"zones\": [", "\"zones\": [{\"id\": \"far\", \"label\": \"Far\"}, " },
      { "\"Mobile app\"",
        "\"column\": 0, \"row\": 0",
        "\"column\": 2, \"row\": 1, \"zone\": \"far\"" } },
    "bad.json:414: $.exhibits[0].zones[1]: its frame and that of “far” overlap" },
};

static OnsitePack *
read_edited (const TinyEdit *edits, GError **error)
{
  g_autoptr (GBytes) bytes = tiny_pack_edit (edits);

  return onsite_pack_new_from_bytes (bytes, "bad.json", error);
}

static OnsitePack *
read_tiny (void)
{
  static const TinyEdit none[TINY_MOST_EDITS] = { { NULL } };
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = read_edited (none, &error);

  g_assert_no_error (error);

  return pack;
}

static void
assert_refused (const Refusal *refusal, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = read_edited (refusal->edits, &error);

  g_assert_null (pack);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, refusal->message);
  g_assert_error (error, domain, code);
}

static void
test_value (gconstpointer data)
{
  assert_refused (data, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_VALUE);
}

static void
test_reference (gconstpointer data)
{
  assert_refused (data, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_REFERENCE);
}

static void
test_content (gconstpointer data)
{
  assert_refused (data, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_CONTENT);
}

static void
test_head (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteExhibit *exhibit = onsite_pack_find_exhibit (pack, "cache");

  g_assert_true (exhibit == g_ptr_array_index (onsite_pack_get_exhibits (pack), 0));
  g_assert_cmpstr (exhibit->title, ==, "A cache before the orders");
  g_assert_cmpstr (exhibit->situation,
                   ==,
                   "The order service is to read through a cache. Nothing else changes.");
  g_assert_cmpuint (g_strv_length (exhibit->constraints), ==, 2);
  g_assert_cmpstr (exhibit->constraints[1], ==, "The store stays as it is.");
}

static void
test_drawing (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteExhibit *exhibit = onsite_pack_find_exhibit (pack, "cache");
  const OnsiteExhibitBox *box = onsite_exhibit_find_box (exhibit, "redis");
  const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, 3);

  g_assert_cmpstr (box->label, ==, "Cache");
  g_assert_cmpstr (box->note, ==, "one node, no replica");
  g_assert_cmpint (box->kind, ==, ONSITE_BOX_CACHE);
  g_assert_cmpuint (box->column, ==, 2);
  g_assert_cmpuint (box->row, ==, 0);
  g_assert_cmpstr (onsite_exhibit_find_zone (exhibit, box->zone)->label, ==, "One region");
  g_assert_cmpstr (arrow->from, ==, "store");
  g_assert_cmpstr (arrow->to, ==, "redis");
  g_assert_cmpstr (arrow->label, ==, "changes");
  g_assert_cmpint (arrow->kind, ==, ONSITE_ARROW_COPY);
}

static void
test_left_out (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteExhibit *exhibit = onsite_pack_find_exhibit (pack, "cache");
  const OnsiteExhibitBox *box = onsite_exhibit_find_box (exhibit, "app");
  const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, 1);

  g_assert_null (box->note);
  g_assert_null (box->zone);
  g_assert_null (arrow->label);
  g_assert_null (onsite_exhibit_find_zone (exhibit, box->zone));
  g_assert_null (onsite_exhibit_find_box (exhibit, "region"));
}

static void
test_risks (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();
  const OnsiteExhibit *exhibit = onsite_pack_find_exhibit (pack, "cache");
  const OnsiteExhibitRisk *risk = g_ptr_array_index (exhibit->risks, 1);

  g_assert_cmpstr (risk->text,
                   ==,
                   "All reads reach the store at once then, and it was not built for that.");
  g_assert_cmpuint (risk->order, ==, 2);
  g_assert_cmpuint (g_strv_length (risk->at), ==, 2);
  g_assert_cmpstr (risk->at[0], ==, "redis");
  g_assert_true (onsite_exhibit_risk_fits_level (risk, "L6"));
  g_assert_false (onsite_exhibit_risk_fits_level (risk, "L5"));
}

static void
test_questions (void)
{
  g_autoptr (OnsitePack) pack = read_tiny ();

  g_assert_cmpstr (onsite_pack_find_question (pack, "cache")->exhibit, ==, "cache");
  g_assert_null (onsite_pack_find_question (pack, "ship")->exhibit);
}

/* Cut out, since an edit replaces no more than it names. */
static void
test_none (void)
{
  static const TinyEdit edits[TINY_MOST_EDITS] = {
    { NULL, ", \"exhibit\": \"cache\"", "" },
  };
  g_autoptr (GBytes) edited = tiny_pack_edit (edits);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (edited, NULL),
                                               (gssize) g_bytes_get_size (edited));
  const char *exhibits = strstr (text->str, EXHIBIT);
  const char *guide = strstr (text->str, "\"guide\"");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = NULL;

  g_assert_true (exhibits != NULL && guide > exhibits);
  g_string_erase (text, exhibits - text->str, guide - exhibits);
  bytes = g_bytes_new (text->str, text->len);
  pack = onsite_pack_new_from_bytes (bytes, "none.json", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (onsite_pack_get_exhibits (pack)->len, ==, 0);
}

static void
add_all (const char *folder, const Refusal *refusals, gsize n_refusals, GTestDataFunc test)
{
  for (gsize i = 0; i < n_refusals; i++)
    {
      g_autofree char *path = g_strdup_printf ("/exhibit/%s/%s is refused",
                                               folder,
                                               refusals[i].sentence);

      g_test_add_data_func (path, refusals + i, test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exhibit/its head is read", test_head);
  g_test_add_func ("/exhibit/its boxes and arrows are read", test_drawing);
  g_test_add_func ("/exhibit/notes, zones and labels may be left out", test_left_out);
  g_test_add_func ("/exhibit/its risks are read", test_risks);
  g_test_add_func ("/exhibit/a question may name it", test_questions);
  g_test_add_func ("/exhibit/a pack may have none", test_none);
  add_all ("value", values, G_N_ELEMENTS (values), test_value);
  add_all ("reference", references, G_N_ELEMENTS (references), test_reference);
  add_all ("content", contents, G_N_ELEMENTS (contents), test_content);

  return g_test_run ();
}
