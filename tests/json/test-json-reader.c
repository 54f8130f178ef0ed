/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json/onsite-json-reader.h"

#include <string.h>

static const OnsiteJsonLimits limits = {
  .max_bytes = 100000,
  .max_depth = 8,
  .max_values = 2000,
};

static const char *const colours[] = { "red", "green", NULL };

/* What a test reads, all of one object. */
typedef struct
{
  char *name;
  gint64 count;
  double share;
  gboolean done;
  int colour;
  guint n_elements;
} Thing;

static void
thing_clear (Thing *self)
{
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Thing, thing_clear)

static OnsiteJsonDocument *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  OnsiteJsonDocument *document = onsite_json_document_new_from_bytes (bytes,
                                                                      "t.json",
                                                                      &limits,
                                                                      &error);

  g_assert_no_error (error);

  return document;
}

static gboolean
read_thing (const char *text, Thing *thing, GError **error)
{
  g_autoptr (OnsiteJsonDocument) document = parse (text);
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  const OnsiteJsonValue *list;

  onsite_json_reader_init (&reader, onsite_json_document_get_root (document));
  thing->name = onsite_json_reader_dup_string (&reader, "name", ONSITE_JSON_TEXT_LINE, 1, 8);
  thing->count = onsite_json_reader_get_integer (&reader, "count", -2, 2);
  thing->share = onsite_json_reader_get_double (&reader, "share", 0, 1.5);
  thing->done = onsite_json_reader_get_boolean (&reader, "done");
  if (onsite_json_reader_has (&reader, "colour"))
    thing->colour = onsite_json_reader_get_enum (&reader, "colour", colours);
  list = onsite_json_reader_get_array (&reader, "list", 1, 2);
  thing->n_elements = list != NULL ? onsite_json_value_get_length (list) : 0;

  return onsite_json_reader_finish (&reader, error);
}

static void
test_whole (void)
{
  g_auto (Thing) thing = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (read_thing ("{\"list\": [1, {}], \"done\": true, \"share\": 0.25, \"count\": -2,"
                             " \"colour\": \"green\", \"name\": \"Gr\\u00f6\\u00dfe\"}",
                             &thing,
                             &error));
  g_assert_no_error (error);
  g_assert_cmpstr (thing.name, ==, "Größe");
  g_assert_cmpint (thing.count, ==, -2);
  g_assert_cmpfloat (thing.share, ==, 0.25);
  g_assert_true (thing.done);
  g_assert_cmpint (thing.colour, ==, 1);
  g_assert_cmpuint (thing.n_elements, ==, 2);
}

static void
test_optional_left_out (void)
{
  g_auto (Thing) thing = { NULL };

  g_assert_true (read_thing ("{\"name\": \"a\", \"count\": 2, \"share\": 1, \"done\": false,"
                             " \"list\": [null]}",
                             &thing,
                             NULL));
  g_assert_cmpint (thing.colour, ==, 0);
  g_assert_cmpfloat (thing.share, ==, 1);
}

typedef struct
{
  const char *sentence;
  const char *text;
  const char *message;
} Case;

#define REST "\"count\": 1, \"share\": 1, \"done\": true, \"list\": [1]"

static const Case cases[] = {
  { "an array in place of an object", "[]", "t.json:1: $: an object is expected here" },
  { "a member that is missing", "\n{\"count\": 1}", "t.json:2: $: the member “name” is missing" },
  { "a member that nobody reads",
    "{\"name\": \"a\",\n\"extra\": 1, " REST "}",
    "t.json:2: $.extra: this member is not known" },
  { "a number in place of a string",
    "{\"name\": 1, " REST "}",
    "t.json:1: $.name: a string is expected here" },
  { "a string that is empty", "{\"name\": \"\", " REST "}", "t.json:1: $.name: the text is empty" },
  { "a string of spaces",
    "{\"name\": \" \\u2003 \", " REST "}",
    "t.json:1: $.name: the text is empty" },
  { "a string that is too long",
    "{\"name\": \"\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\", " REST
    "}",
    "t.json:1: $.name: the text has 9 characters, and 1 to 8 are allowed" },
  { "a line break in a line",
    "{\"name\": \"a\\nb\", " REST "}",
    "t.json:1: $.name: the text holds U+000A, which it may not" },
  { "a control character",
    "{\"name\": \"a\\u001bb\", " REST "}",
    "t.json:1: $.name: the text holds U+001B, which it may not" },
  { "a control character of the second kind",
    "{\"name\": \"a\\u0085b\", " REST "}",
    "t.json:1: $.name: the text holds U+0085, which it may not" },
  { "a direction override",
    "{\"name\": \"a\\u202eb\", " REST "}",
    "t.json:1: $.name: the text holds U+202E, which it may not" },
  { "a direction isolate",
    "{\"name\": \"a\\u2066b\", " REST "}",
    "t.json:1: $.name: the text holds U+2066, which it may not" },
  { "a fraction in place of an integer",
    "{\"name\": \"a\", \"count\": 1.0}",
    "t.json:1: $.count: a whole number is expected here" },
  { "an integer out of its range",
    "{\"name\": \"a\", \"count\": 3}",
    "t.json:1: $.count: 3 is not between -2 and 2" },
  { "a string in place of a number",
    "{\"name\": \"a\", \"count\": 1, \"share\": \"1\"}",
    "t.json:1: $.share: a number is expected here" },
  { "a number out of its range",
    "{\"name\": \"a\", \"count\": 1, \"share\": 1.75}",
    "t.json:1: $.share: 1.75 is not between 0 and 1.5" },
  { "a number in place of a boolean",
    "{\"name\": \"a\", \"count\": 1, \"share\": 1, \"done\": 0}",
    "t.json:1: $.done: true or false is expected here" },
  { "a name that an enumeration does not have",
    "{\"name\": \"a\", " REST ", \"colour\": \"blue\"}",
    "t.json:1: $.colour: one of “red”, “green” is expected here" },
  { "a number in place of a name",
    "{\"name\": \"a\", " REST ", \"colour\": 0}",
    "t.json:1: $.colour: one of “red”, “green” is expected here" },
  { "an object in place of an array",
    "{\"name\": \"a\", \"count\": 1, \"share\": 1, \"done\": true, \"list\": {}}",
    "t.json:1: $.list: an array is expected here" },
  { "an array that is too long",
    "{\"name\": \"a\", \"count\": 1, \"share\": 1, \"done\": true, \"list\": [1, 2, 3]}",
    "t.json:1: $.list: the array has 3 elements, and 1 to 2 are allowed" },
  { "an array that is too short",
    "{\"name\": \"a\", \"count\": 1, \"share\": 1, \"done\": true, \"list\": []}",
    "t.json:1: $.list: the array has 0 elements, and 1 to 2 are allowed" },
};

static void
test_refused (gconstpointer data)
{
  const Case *wrong = data;
  g_auto (Thing) thing = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (read_thing (wrong->text, &thing, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, wrong->message);
}

static void
test_first_error_stays (void)
{
  g_autoptr (OnsiteJsonDocument) document = parse ("{\"a\": 1, \"b\": [], \"c\": \"x\"}");
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  g_autoptr (GError) error = NULL;

  onsite_json_reader_init (&reader, onsite_json_document_get_root (document));
  g_assert_cmpint (onsite_json_reader_get_integer (&reader, "a", 5, 9), ==, 0);
  g_assert_null (onsite_json_reader_get_array (&reader, "b", 0, 1));
  g_assert_null (onsite_json_reader_dup_string (&reader, "c", ONSITE_JSON_TEXT_ANY, 0, 9));
  g_assert_false (onsite_json_reader_get_boolean (&reader, "d"));
  g_assert_false (onsite_json_reader_has (&reader, "a"));
  g_assert_cmpint (onsite_json_reader_get_enum (&reader, "e", colours), ==, 0);
  g_assert_cmpfloat (onsite_json_reader_get_double (&reader, "f", 0, 1), ==, 0);
  g_assert_false (onsite_json_reader_finish (&reader, &error));
  g_assert_cmpstr (error->message, ==, "t.json:1: $.a: 1 is not between 5 and 9");
}

static void
test_last_member_of_the_most (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (OnsiteJsonDocument) document = NULL;
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ONSITE_JSON_MOST_MEMBERS; i++)
    g_string_append_printf (text, "%s\"m%u\": %u", i > 0 ? "," : "", i, i);
  g_string_append_c (text, '}');
  document = parse (text->str);

  onsite_json_reader_init (&reader, onsite_json_document_get_root (document));
  for (guint i = 0; i < ONSITE_JSON_MOST_MEMBERS - 1; i++)
    {
      g_autofree char *name = g_strdup_printf ("m%u", i);

      g_assert_cmpint (onsite_json_reader_get_integer (&reader, name, 0, 2000), ==, i);
    }
  g_assert_false (onsite_json_reader_finish (&reader, &error));
  g_assert_cmpstr (error->message, ==, "t.json:1: $.m1023: this member is not known");
}

static void
test_lines_of_text (void)
{
  g_autoptr (OnsiteJsonDocument) document = parse ("\"a\\nb\\u200f\\u00e9\"");
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (onsite_json_value_get_string (root, ONSITE_JSON_TEXT_LINES, 1, 9, &error),
                   ==,
                   "a\nb\u200fé");
  g_assert_no_error (error);
}

static void
test_any_text (void)
{
  g_autoptr (OnsiteJsonDocument) document = parse ("\"\\t\\u0001\\u202e\"");
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_json_value_get_string (root, ONSITE_JSON_TEXT_LINES, 0, 9, &error));
  g_assert_cmpstr (error->message, ==, "t.json:1: $: the text holds U+0009, which it may not");
  g_assert_cmpstr (onsite_json_value_get_string (root, ONSITE_JSON_TEXT_ANY, 0, 9, NULL),
                   ==,
                   "\t\x01\u202e");
}

static void
test_kinds (void)
{
  g_autoptr (OnsiteJsonDocument) document = parse ("[null, true, 1, 1.0, \"\", [], {}]");
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);

  for (guint i = 0; i < 7; i++)
    {
      const OnsiteJsonValue *value = onsite_json_value_get_child (root, i);

      g_assert_cmpint (onsite_json_value_get_kind (value), ==, ONSITE_JSON_NULL + (int) i);
      g_assert_cmpuint (onsite_json_value_get_length (value), ==, 0);
      g_assert_null (onsite_json_value_get_member (value, "a"));
      g_assert_null (onsite_json_value_get_name (value));
      g_assert_cmpuint (onsite_json_value_get_index (value), ==, i);
    }
}

static void
test_extreme_numbers (void)
{
  g_autoptr (OnsiteJsonDocument) document = parse (
      "[-9223372036854775808, 9223372036854775807, -1.7976931348623157e308, 5e-324]");
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);
  gint64 least, most;
  double smallest, tiny;

  g_assert_true (onsite_json_value_get_integer (onsite_json_value_get_child (root, 0),
                                                G_MININT64,
                                                G_MAXINT64,
                                                &least,
                                                NULL));
  g_assert_true (onsite_json_value_get_integer (onsite_json_value_get_child (root, 1),
                                                G_MININT64,
                                                G_MAXINT64,
                                                &most,
                                                NULL));
  g_assert_true (onsite_json_value_get_double (onsite_json_value_get_child (root, 2),
                                               -G_MAXDOUBLE,
                                               0,
                                               &smallest,
                                               NULL));
  g_assert_true (
      onsite_json_value_get_double (onsite_json_value_get_child (root, 3), 0, 1, &tiny, NULL));
  g_assert_cmpint (least, ==, G_MININT64);
  g_assert_cmpint (most, ==, G_MAXINT64);
  g_assert_cmpfloat (smallest, ==, -G_MAXDOUBLE);
  g_assert_cmpfloat (tiny, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/reader/an object is read in any order", test_whole);
  g_test_add_func ("/json/reader/a member may be left out", test_optional_left_out);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/reader/refuses/%s", cases[i].sentence);

      g_test_add_data_func (path, cases + i, test_refused);
    }
  g_test_add_func ("/json/reader/the first error stays", test_first_error_stays);
  g_test_add_func ("/json/reader/the last of many members counts", test_last_member_of_the_most);
  g_test_add_func ("/json/value/lines may break and be written from the right", test_lines_of_text);
  g_test_add_func ("/json/value/any text is any text", test_any_text);
  g_test_add_func ("/json/value/kinds are told apart", test_kinds);
  g_test_add_func ("/json/value/numbers come back exact at their limits", test_extreme_numbers);

  return g_test_run ();
}
