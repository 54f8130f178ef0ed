/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json/onsite-json-value.h"
#include "json/onsite-json-writer.h"

#include <stdio.h>

/*
 * Reads lines of base64, each a text. Answers each by a line: "+" and the text
 * as this program writes what it has read, or "-" and why it has not.
 */

static const OnsiteJsonLimits limits = {
  .max_bytes = 100000,
  .max_depth = 32,
  .max_values = 50000,
};

static void rewrite (OnsiteJsonWriter *writer, const OnsiteJsonValue *value);

static void
rewrite_children (OnsiteJsonWriter *writer, const OnsiteJsonValue *value)
{
  for (guint i = 0; i < onsite_json_value_get_length (value); i++)
    {
      const OnsiteJsonValue *child = onsite_json_value_get_child (value, i);

      if (onsite_json_value_get_name (child) != NULL)
        onsite_json_writer_member (writer, onsite_json_value_get_name (child));
      rewrite (writer, child);
    }
}

static void
rewrite_number (OnsiteJsonWriter *writer, const OnsiteJsonValue *value)
{
  gint64 integer;
  double number;

  if (onsite_json_value_get_integer (value, G_MININT64, G_MAXINT64, &integer, NULL))
    onsite_json_writer_integer (writer, integer);
  else if (onsite_json_value_get_double (value, -G_MAXDOUBLE, G_MAXDOUBLE, &number, NULL))
    onsite_json_writer_double (writer, number);
}

static void
rewrite_boolean (OnsiteJsonWriter *writer, const OnsiteJsonValue *value)
{
  gboolean boolean = FALSE;

  onsite_json_value_get_boolean (value, &boolean, NULL);
  onsite_json_writer_boolean (writer, boolean);
}

static void
rewrite (OnsiteJsonWriter *writer, const OnsiteJsonValue *value)
{
  switch (onsite_json_value_get_kind (value))
    {
    case ONSITE_JSON_NULL:
      onsite_json_writer_null (writer);
      break;
    case ONSITE_JSON_BOOLEAN:
      rewrite_boolean (writer, value);
      break;
    case ONSITE_JSON_INTEGER:
    case ONSITE_JSON_DOUBLE:
      rewrite_number (writer, value);
      break;
    case ONSITE_JSON_STRING:
      onsite_json_writer_string (
          writer,
          onsite_json_value_get_string (value, ONSITE_JSON_TEXT_ANY, 0, G_MAXSIZE, NULL));
      break;
    case ONSITE_JSON_ARRAY:
      onsite_json_writer_begin_array (writer);
      rewrite_children (writer, value);
      onsite_json_writer_end_array (writer);
      break;
    case ONSITE_JSON_OBJECT:
    default:
      onsite_json_writer_begin_object (writer);
      rewrite_children (writer, value);
      onsite_json_writer_end_object (writer);
      break;
    }
}

static char *
answer (const char *line)
{
  gsize length;
  guchar *text = g_base64_decode (line, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (bytes,
                                                                                 "t.json",
                                                                                 &limits,
                                                                                 &error);
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_autofree char *rewritten = NULL;

  if (document == NULL)
    return g_strdup_printf ("- %s", error->message);

  rewrite (writer, onsite_json_document_get_root (document));
  rewritten = onsite_json_writer_to_string (writer, FALSE);

  return g_strdup_printf ("+ %s", rewritten);
}

int
main (void)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autofree char *line = NULL;
  gsize end;

  while (g_io_channel_read_line (input, &line, NULL, &end, NULL) == G_IO_STATUS_NORMAL)
    {
      g_autofree char *output = NULL;

      line[end] = '\0';
      output = answer (line);
      puts (output);
      g_clear_pointer (&line, g_free);
    }

  return 0;
}
