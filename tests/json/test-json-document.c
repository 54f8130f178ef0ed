/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json/onsite-json-value.h"

#include <glib/gstdio.h>
#include <string.h>

static const OnsiteJsonLimits limits = {
  .max_bytes = 4 * 1024 * 1024,
  .max_depth = 8,
  .max_values = 1000,
};

/* A text, with a length of its own where it holds NUL. */
typedef struct
{
  const char *sentence;
  const char *text;
  const char *message;
  gsize length;
} Refused;

static OnsiteJsonDocument *
parse (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return onsite_json_document_new_from_bytes (bytes, "t.json", &limits, error);
}

static void
assert_refused (const char *text, gssize length, OnsiteJsonError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = parse (text, length, &error);

  g_assert_null (document);
  g_assert_error (error, ONSITE_JSON_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_accepted (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = parse (data, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static const char *const accepted[] = {
  "null",
  "true",
  " \t\r\n false \n",
  "0",
  "-0",
  "-0.0",
  "0e0",
  "0E+1",
  "1e-400",
  "1.7976931348623157e308",
  "9223372036854775807",
  "-9223372036854775808",
  "100000000000000000000.5",
  "\"\"",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\ud83d\\ude00\"",
  "\"\xf0\x9f\x98\x80 \x7f\"",
  "[]",
  "{}",
  "{\"\":1}",
  "[ [ ] , { } ]",
  "{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":1}}",
  "[[[[[[[[]]]]]]]]",
};

static const Refused refused[] = {
  { "nothing", "", "t.json:1: $: the text is empty" },
  { "white space alone", " \n\n", "t.json:3: $: the text is empty" },
  { "plain words", "hello", "t.json:1: $: a value is expected here" },
  { "a byte order mark",
    "\xef\xbb\xbf{}",
    "t.json:1: $: the text begins with a byte order mark: save it without one" },
  { "two top-level values",
    "2{\"a\":1}",
    "t.json:1: $: something follows the one value of a JSON text" },
  { "a NUL behind the value",
    "{}\0",
    "t.json:1: $: something follows the one value of a JSON text",
    3 },
  { "a vertical tab as space", "[\v1]", "t.json:1: $[0]: a value is expected here" },
  { "a no-break space as space", "[\xc2\xa0 1]", "t.json:1: $[0]: a value is expected here" },
  { "a comment of C",
    "[1, /* no */ 2]",
    "t.json:1: $[1]: JSON has no comments: take this one out" },
  { "a comment of C++",
    "{\n\"a\": 1 // no\n}",
    "t.json:2: $: JSON has no comments: take this one out" },
  { "a comment at the end", "{}\n# no", "t.json:2: $: JSON has no comments: take this one out" },
  { "a comma behind the last element",
    "[1,\n2,\n]",
    "t.json:3: $: a comma stands behind the last one" },
  { "a comma behind the last member",
    "{\"a\": [{\"b\": 1,}]}",
    "t.json:1: $.a[0]: a comma stands behind the last one" },
  { "a comma alone", "[,]", "t.json:1: $[0]: a value is expected here" },
  { "a comma that is missing", "[1 2]", "t.json:1: $: a comma or “]” is expected here" },
  { "a comma that is missing in an object",
    "{\"a\": 1\n\"b\": 2}",
    "t.json:2: $: a comma or “}” is expected here" },
  { "a colon that is missing",
    "{\"a\" 1}",
    "t.json:1: $.a: a colon is expected behind a member’s name" },
  { "brackets that do not match", "[1}", "t.json:1: $: a comma or “]” is expected here" },
  { "a bracket that closes nothing",
    "[]]",
    "t.json:1: $: something follows the one value of a JSON text" },
  { "an array without its end", "[1, [2", "t.json:1: $[1]: the text ends too early" },
  { "an object without its end", "{\"a\":\n", "t.json:2: $.a: the text ends too early" },
  { "a name without quotes",
    "{a: 1}",
    "t.json:1: $: the name of a member is expected here, in quotes" },
  { "a name that is a number",
    "{\"a\": {1: 1}}",
    "t.json:1: $.a: the name of a member is expected here, in quotes" },
  { "a member twice",
    "{\"a\": 1,\n\"b\": 2,\n\"a\": 3}",
    "t.json:3: $.a: this member is there twice" },
  { "a member twice, written in two ways",
    "{\"q\": [{\"text\": 1, \"te\\u0078t\": 2}]}",
    "t.json:1: $.q[0].text: this member is there twice" },
  { "a member twice, in a name that could hide",
    "{\"\\u202e\\\"x\": 1, \"\\u202e\\\"x\": 2}",
    "t.json:1: $[\"\\u202e\\\"x\"]: this member is there twice" },
  { "single quotes", "['a']", "t.json:1: $[0]: a value is expected here" },
  { "a word half written", "[tru]", "t.json:1: $[0]: a value is expected here" },
  { "a word with a capital", "[True]", "t.json:1: $[0]: a value is expected here" },
  { "a word too long", "[nulll]", "t.json:1: $: a comma or “]” is expected here" },
  { "not a number", "[NaN]", "t.json:1: $[0]: a value is expected here" },
  { "infinity", "[-Infinity]", "t.json:1: $[0]: a digit is missing in a number" },
  { "a plus sign", "[+1]", "t.json:1: $[0]: a value is expected here" },
  { "a minus sign alone", "[-]", "t.json:1: $[0]: a digit is missing in a number" },
  { "a number that begins with a point", "[.5]", "t.json:1: $[0]: a value is expected here" },
  { "a number that ends with a point", "[1.]", "t.json:1: $[0]: a digit is missing in a number" },
  { "an exponent without digits", "[1e+]", "t.json:1: $[0]: a digit is missing in a number" },
  { "a number that begins with 0", "[01]", "t.json:1: $[0]: a number begins with 0" },
  { "a negative number that begins with 0", "[-00]", "t.json:1: $[0]: a number begins with 0" },
  { "a hexadecimal number", "[0x1f]", "t.json:1: $: a comma or “]” is expected here" },
  { "a raw line break in a string",
    "{\"a\": \"x\ny\"}",
    "t.json:1: $.a: a string holds a line break or another control character" },
  { "a raw NUL in a string",
    "[\"a\0b\"]",
    "t.json:1: $[0]: a string holds a line break or another control character",
    7 },
  { "a string without its end", "[\n\"abc]", "t.json:2: $[0]: a string does not end" },
  { "a string that ends in a backslash", "\"\\", "t.json:1: $: a string does not end" },
  { "an escape that JSON does not know",
    "{\"a b\": \"\\x41\"}",
    "t.json:1: $[\"a b\"]: a backslash is followed by what JSON does not know" },
  { "an escape of three digits",
    "\"\\u12g4\"",
    "t.json:1: $: “\\u” is not followed by four hexadecimal digits" },
  { "an escaped NUL",
    "{\"a\": {\"b\": \"x\\u0000y\"}}",
    "t.json:1: $.a.b: a text may not hold “\\u0000”" },
  { "an escaped NUL in a name", "{\"a\\u0000\": 1}", "t.json:1: $: a text may not hold “\\u0000”" },
  { "a high surrogate alone",
    "[\"\\ud83d\"]",
    "t.json:1: $[0]: half of a surrogate pair stands alone" },
  { "a low surrogate alone",
    "[\"\\ude00\"]",
    "t.json:1: $[0]: half of a surrogate pair stands alone" },
  { "two high surrogates",
    "[\"\\ud83d\\ud83d\"]",
    "t.json:1: $[0]: half of a surrogate pair stands alone" },
  { "two low surrogates",
    "[\"\\ude00\\ude00\"]",
    "t.json:1: $[0]: half of a surrogate pair stands alone" },
  { "a high surrogate before another character",
    "[\"\\ud83d\\ue000\"]",
    "t.json:1: $[0]: half of a surrogate pair stands alone" },
  { "a string that is Latin-1",
    "{\"a\": 1,\n\"b\": \"caf\xe9\"}",
    "t.json:2: $.b: a string is not UTF-8" },
  { "an overlong sequence", "[\"\xc0\xaf\"]", "t.json:1: $[0]: a string is not UTF-8" },
  { "a surrogate in UTF-8", "[\"\xed\xa0\x80\"]", "t.json:1: $[0]: a string is not UTF-8" },
  { "a text in UTF-16", "\xff\xfe[\0]\0", "t.json:1: $: a value is expected here", 6 },
};

static const Refused beyond_limits[] = {
  { "an integer of 20 digits",
    "{\"format\": 12345678901234567890}",
    "t.json:1: $.format: a number does not fit into 64 bits" },
  { "an integer one too large",
    "[9223372036854775808]",
    "t.json:1: $[0]: a number does not fit into 64 bits" },
  { "an integer one too small",
    "[-9223372036854775809]",
    "t.json:1: $[0]: a number does not fit into 64 bits" },
  { "a number that is infinite", "[1e400]", "t.json:1: $[0]: a number is too large" },
  { "a number of 65 digits",
    "0.123456789012345678901234567890123456789012345678901234567890123",
    "t.json:1: $: a number has too many digits" },
  { "nine arrays in each other where eight are allowed",
    "[[[[[[[[\n[]]]]]]]]]",
    "t.json:2: $[0][0][0][0][0][0][0][0]: the text is nested too deeply" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *refusal = data;

  assert_refused (refusal->text,
                  refusal->length > 0 ? (gssize) refusal->length : -1,
                  ONSITE_JSON_ERROR_SYNTAX,
                  refusal->message);
}

static void
test_beyond_limits (gconstpointer data)
{
  const Refused *refusal = data;

  assert_refused (refusal->text, -1, ONSITE_JSON_ERROR_LIMIT, refusal->message);
}

/* As many as have overflowed the stack of json-glib. */
static void
test_hostile_nesting (gconstpointer data)
{
  const char *bracket = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, bracket);

  assert_refused (text->str,
                  -1,
                  ONSITE_JSON_ERROR_LIMIT,
                  *bracket == '['
                      ? "t.json:1: $[0][0][0][0][0][0][0][0]: the text is nested too deeply"
                      : "t.json:1: $.a.a.a.a.a.a.a.a: the text is nested too deeply");
}

static void
test_deepest_nesting (void)
{
  static const OnsiteJsonLimits deepest = { 10000, ONSITE_JSON_MOST_DEPTH, 1000 };
  g_autofree char *open = g_strnfill (ONSITE_JSON_MOST_DEPTH, '[');
  g_autofree char *close = g_strnfill (ONSITE_JSON_MOST_DEPTH, ']');
  g_autofree char *text = g_strconcat (open, close, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (bytes,
                                                                                 "t.json",
                                                                                 &deepest,
                                                                                 &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static void
test_too_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("[\n0");

  for (guint i = 1; i < limits.max_values - 1; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  test_accepted (text->str);

  g_string_insert (text, 1, "0,");
  assert_refused (text->str,
                  -1,
                  ONSITE_JSON_ERROR_LIMIT,
                  "t.json:2: $[999]: the text holds too many values");
}

static void
test_too_large (void)
{
  g_autofree char *space = g_strnfill (limits.max_bytes, ' ');

  space[0] = '1';
  test_accepted (space);

  g_free (space);
  space = g_strnfill (limits.max_bytes + 1, ' ');
  space[0] = '1';
  assert_refused (space,
                  -1,
                  ONSITE_JSON_ERROR_LIMIT,
                  "t.json:1: $: the text is larger than 4.2\u00a0MB");
}

static char *
make_members (guint n_members, guint length)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (text, "%s\"%0*u\":0", i > 0 ? "," : "", (int) length, i);
  g_string_append_c (text, '}');

  return g_string_free (text, FALSE);
}

static void
test_too_many_members (void)
{
  static const OnsiteJsonLimits roomy = { 1000000, 8, 10000 };
  g_autofree char *most = make_members (ONSITE_JSON_MOST_MEMBERS, 4);
  g_autofree char *more = make_members (ONSITE_JSON_MOST_MEMBERS + 1, 4);
  g_autoptr (GBytes) most_bytes = g_bytes_new (most, strlen (most));
  g_autoptr (GBytes) more_bytes = g_bytes_new (more, strlen (more));
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (most_bytes,
                                                                                 "t.json",
                                                                                 &roomy,
                                                                                 &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_null (onsite_json_document_new_from_bytes (more_bytes, "t.json", &roomy, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "t.json:1: $: an object has too many members");
}

static void
test_name_too_long (void)
{
  g_autofree char *most = make_members (1, ONSITE_JSON_MOST_MEMBER_BYTES);
  g_autofree char *more = make_members (1, ONSITE_JSON_MOST_MEMBER_BYTES + 1);

  test_accepted (most);
  assert_refused (more,
                  -1,
                  ONSITE_JSON_ERROR_LIMIT,
                  "t.json:1: $: the name of a member is too long");
}

static void
test_no_byte_behind_the_end (void)
{
  static const char *const texts[] = { "1",   "-",    "12.",     "1e", "tru",
                                       "\"a", "\"\\", "\"\\u12", "[",  "{\"a\"" };

  /* Each in a block of its own size, so that the sanitizer sees a byte too many. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize length = strlen (texts[i]);
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (texts[i], length), length);
      g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (bytes,
                                                                                     "t.json",
                                                                                     &limits,
                                                                                     NULL);

      g_assert_true ((document != NULL) == (i == 0));
    }
}

static void
test_line_and_path (void)
{
  static const char text[] = "{\n\"a\": [\n  1,\n  {\"b c\": true}\n]}\n";
  g_autoptr (OnsiteJsonDocument) document = parse (text, -1, NULL);
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);
  const OnsiteJsonValue *list = onsite_json_value_get_member (root, "a");
  const OnsiteJsonValue *object = onsite_json_value_get_child (list, 1);
  const OnsiteJsonValue *value = onsite_json_value_get_child (object, 0);
  g_autofree char *path = onsite_json_value_dup_path (value);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (path, ==, "$.a[1][\"b c\"]");
  g_assert_cmpstr (onsite_json_value_get_name (value), ==, "b c");
  g_assert_false (
      onsite_json_value_fail (value, &error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s %d", "no", 7));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpstr (error->message, ==, "t.json:4: $.a[1][\"b c\"]: no 7");
}

static void
test_bytes_as_read (void)
{
  g_autoptr (OnsiteJsonDocument) document = parse (" [1 ]\n", -1, NULL);
  g_autoptr (OnsiteJsonDocument) other = onsite_json_document_ref (document);
  GBytes *bytes = onsite_json_document_get_bytes (other);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), " [1 ]\n", 6);
}

static void
test_load (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "onsite-json-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *expected = g_strdup_printf ("%s:2: $: the text ends too early", path);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "[1]\n", -1, NULL));
  document = onsite_json_document_load (file, &limits, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);

  g_assert_true (g_file_set_contents (path, "[1\n", -1, NULL));
  g_assert_null (onsite_json_document_load (file, &limits, NULL, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, expected);
  g_unlink (path);
}

static void
test_load_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/t.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_json_document_load (file, &limits, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/t.json: "));
}

static void
test_load_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_json_document_load (file, &limits, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_load_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_json_document_load (file, &limits, NULL, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "/dev/zero:1: $: the text is larger than 4.2\u00a0MB");
}

static void
test_load_cancelled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (onsite_json_document_load (file, &limits, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_refusals (const char *folder, const Refused *refusals, gsize n_refusals, GTestDataFunc test)
{
  for (gsize i = 0; i < n_refusals; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", folder, refusals[i].sentence);

      g_test_add_data_func (path, refusals + i, test);
    }
}

static void
add_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/document/accepts/%zu", i);

      g_test_add_data_func (path, accepted[i], test_accepted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_accepted ();
  add_refusals ("/json/document/refuses", refused, G_N_ELEMENTS (refused), test_refused);
  add_refusals ("/json/document/limits",
                beyond_limits,
                G_N_ELEMENTS (beyond_limits),
                test_beyond_limits);
  g_test_add_data_func ("/json/document/limits/200,000 brackets", "[", test_hostile_nesting);
  g_test_add_data_func ("/json/document/limits/200,000 objects", "{\"a\":", test_hostile_nesting);
  g_test_add_func ("/json/document/limits/the deepest nesting is read", test_deepest_nesting);
  g_test_add_func ("/json/document/limits/one value too many", test_too_many_values);
  g_test_add_func ("/json/document/limits/one byte too many", test_too_large);
  g_test_add_func ("/json/document/limits/one member too many", test_too_many_members);
  g_test_add_func ("/json/document/limits/a name too long", test_name_too_long);
  g_test_add_func ("/json/document/no byte behind the end is read", test_no_byte_behind_the_end);
  g_test_add_func ("/json/document/a value knows its line and path", test_line_and_path);
  g_test_add_func ("/json/document/the bytes stay as they were", test_bytes_as_read);
  g_test_add_func ("/json/document/load/a file is read and named in errors", test_load);
  g_test_add_func ("/json/document/load/a missing file is told", test_load_missing);
  g_test_add_func ("/json/document/load/a folder is told", test_load_folder);
  g_test_add_func ("/json/document/load/an endless file ends", test_load_endless);
  g_test_add_func ("/json/document/load/can be cancelled", test_load_cancelled);

  return g_test_run ();
}
