/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json/onsite-json-reader.h"
#include "json/onsite-json-writer.h"

#include <string.h>

static const OnsiteJsonLimits limits = {
  .max_bytes = 100000,
  .max_depth = 8,
  .max_values = 2000,
};

static OnsiteJsonWriter *
write_everything (void)
{
  OnsiteJsonWriter *writer = onsite_json_writer_new ();

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_member (writer, "list");
  onsite_json_writer_begin_array (writer);
  onsite_json_writer_null (writer);
  onsite_json_writer_string (writer, NULL);
  onsite_json_writer_boolean (writer, TRUE);
  onsite_json_writer_integer (writer, G_MININT64);
  onsite_json_writer_double (writer, 0.5);
  onsite_json_writer_begin_array (writer);
  onsite_json_writer_end_array (writer);
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_end_object (writer);
  onsite_json_writer_end_array (writer);
  onsite_json_writer_member (writer, "text");
  onsite_json_writer_string (writer, "a\"b\\c{,:}\n\x01\x7fé");
  onsite_json_writer_end_object (writer);

  return writer;
}

static void
test_one_line (void)
{
  g_autoptr (OnsiteJsonWriter) writer = write_everything ();
  g_autofree char *text = onsite_json_writer_to_string (writer, FALSE);

  g_assert_cmpstr (text,
                   ==,
                   "{\"list\":[null,null,true,-9223372036854775808,0.5,[],{}],"
                   "\"text\":\"a\\\"b\\\\c{,:}\\n\\u0001\\u007fé\"}");
}

static void
test_pretty (void)
{
  g_autoptr (OnsiteJsonWriter) writer = write_everything ();
  g_autofree char *text = onsite_json_writer_to_string (writer, TRUE);

  g_assert_cmpstr (text,
                   ==,
                   "{\n"
                   "  \"list\": [\n"
                   "    null,\n"
                   "    null,\n"
                   "    true,\n"
                   "    -9223372036854775808,\n"
                   "    0.5,\n"
                   "    [],\n"
                   "    {}\n"
                   "  ],\n"
                   "  \"text\": \"a\\\"b\\\\c{,:}\\n\\u0001\\u007fé\"\n"
                   "}");
}

static void
test_scalar (void)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_autofree char *text = NULL;

  onsite_json_writer_boolean (writer, FALSE);
  text = onsite_json_writer_to_string (writer, FALSE);

  g_assert_cmpstr (text, ==, "false");
}

typedef struct
{
  double number;
  const char *text;
} Spelling;

static void
test_spelling_of_doubles (void)
{
  static const Spelling spellings[] = {
    { 0, "0.0" },
    { -0.0, "-0.0" },
    { 0.1, "0.1" },
    { 100, "100.0" },
    { 1e300, "1e+300" },
    { 1.0 / 3, "0.3333333333333333" },
    { 5e-324, "4.94065645841247e-324" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
      g_autofree char *text = NULL;

      onsite_json_writer_double (writer, spellings[i].number);
      text = onsite_json_writer_to_string (writer, FALSE);
      g_assert_cmpstr (text, ==, spellings[i].text);
    }
}

static OnsiteJsonDocument *
read_back (OnsiteJsonWriter *writer)
{
  char *text = onsite_json_writer_to_string (writer, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;
  OnsiteJsonDocument *document = onsite_json_document_new_from_bytes (bytes,
                                                                      "w.json",
                                                                      &limits,
                                                                      &error);

  g_assert_no_error (error);

  return document;
}

static void
test_numbers_come_back (void)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_autoptr (OnsiteJsonDocument) document = NULL;
  double numbers[500];

  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      numbers[i] = g_test_rand_double_range (-1, 1) * (i % 2 ? 1e300 : 1e-3);
      onsite_json_writer_double (writer, numbers[i]);
    }
  onsite_json_writer_end_array (writer);
  document = read_back (writer);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const OnsiteJsonValue *root = onsite_json_document_get_root (document);
      double number;

      g_assert_true (onsite_json_value_get_double (onsite_json_value_get_child (root, i),
                                                   -G_MAXDOUBLE,
                                                   G_MAXDOUBLE,
                                                   &number,
                                                   NULL));
      g_assert_cmpfloat (number, ==, numbers[i]);
    }
}

static void
test_no_utf8 (void)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_autoptr (OnsiteJsonDocument) document = NULL;
  const OnsiteJsonValue *root;

  onsite_json_writer_begin_array (writer);
  onsite_json_writer_string (writer, "caf\xe9.json");
  onsite_json_writer_end_array (writer);
  document = read_back (writer);
  root = onsite_json_document_get_root (document);

  g_assert_cmpstr (onsite_json_value_get_string (onsite_json_value_get_child (root, 0),
                                                 ONSITE_JSON_TEXT_ANY,
                                                 0,
                                                 100,
                                                 NULL),
                   ==,
                   "caf\ufffd.json");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/writer/everything in one line", test_one_line);
  g_test_add_func ("/json/writer/pretty for people", test_pretty);
  g_test_add_func ("/json/writer/a value of its own", test_scalar);
  g_test_add_func ("/json/writer/doubles are short and stay doubles", test_spelling_of_doubles);
  g_test_add_func ("/json/writer/numbers come back exact", test_numbers_come_back);
  g_test_add_func ("/json/writer/what is not UTF-8 is replaced", test_no_utf8);

  return g_test_run ();
}
