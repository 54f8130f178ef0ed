/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rewrite-document.h"

#include "json/onsite-json-value.h"
#include "json/onsite-json-writer.h"

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

/* Writes what was read, by nothing but the public functions of both. */
char *
rewrite_document (OnsiteJsonDocument *document, gboolean pretty)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  rewrite (writer, onsite_json_document_get_root (document));

  return onsite_json_writer_to_string (writer, pretty);
}
