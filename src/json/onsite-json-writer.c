/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-writer.h"

#include <math.h>
#include <string.h>

/*
 * Not json-glib's: its generator writes 1e+300 as "1e+300.0" (seen in 1.6.6),
 * which is no JSON.
 */
struct _OnsiteJsonWriter
{
  GString *text;
  GString *open; /* the brackets that are to be closed, the last one innermost */
};

OnsiteJsonWriter *
onsite_json_writer_new (void)
{
  OnsiteJsonWriter *self = g_new0 (OnsiteJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->open = g_string_new (NULL);

  return self;
}

void
onsite_json_writer_free (OnsiteJsonWriter *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->open, TRUE);
  g_free (self);
}

static char
last_of (GString *string)
{
  return string->len > 0 ? string->str[string->len - 1] : '\0';
}

static gboolean
may_add_value (OnsiteJsonWriter *self)
{
  if (self->open->len == 0)
    return self->text->len == 0;

  return last_of (self->open) == ']' || last_of (self->text) == ':';
}

static void
add_comma (OnsiteJsonWriter *self)
{
  if (self->text->len > 0 && strchr ("{[:", last_of (self->text)) == NULL)
    g_string_append_c (self->text, ',');
}

static void
add_value (OnsiteJsonWriter *self, const char *text)
{
  g_return_if_fail (may_add_value (self));

  add_comma (self);
  g_string_append (self->text, text);
}

static void
begin (OnsiteJsonWriter *self, const char *opening, char closing)
{
  g_return_if_fail (may_add_value (self));

  add_value (self, opening);
  g_string_append_c (self->open, closing);
}

static void
end (OnsiteJsonWriter *self, char closing)
{
  g_return_if_fail (last_of (self->open) == closing);
  g_return_if_fail (last_of (self->text) != ':');

  g_string_truncate (self->open, self->open->len - 1);
  g_string_append_c (self->text, closing);
}

static void
append_character (GString *text, char c)
{
  static const char meanings[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *meaning = memchr (meanings, c, strlen (meanings));

  if (meaning != NULL)
    g_string_append_printf (text, "\\%c", letters[meaning - meanings]);
  else if (g_ascii_iscntrl (c))
    g_string_append_printf (text, "\\u%04x", (guint) c);
  else
    g_string_append_c (text, c);
}

static char *
quote (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  GString *text = g_string_new ("\"");

  for (const char *p = valid; *p != '\0'; p++)
    append_character (text, *p);
  g_string_append_c (text, '"');

  return g_string_free (text, FALSE);
}

void
onsite_json_writer_begin_object (OnsiteJsonWriter *self)
{
  begin (self, "{", '}');
}

void
onsite_json_writer_end_object (OnsiteJsonWriter *self)
{
  end (self, '}');
}

void
onsite_json_writer_begin_array (OnsiteJsonWriter *self)
{
  begin (self, "[", ']');
}

void
onsite_json_writer_end_array (OnsiteJsonWriter *self)
{
  end (self, ']');
}

void
onsite_json_writer_member (OnsiteJsonWriter *self, const char *name)
{
  g_autofree char *quoted = quote (name);

  g_return_if_fail (last_of (self->open) == '}' && last_of (self->text) != ':');

  add_comma (self);
  g_string_append (self->text, quoted);
  g_string_append_c (self->text, ':');
}

void
onsite_json_writer_string (OnsiteJsonWriter *self, const char *value)
{
  g_autofree char *quoted = value != NULL ? quote (value) : g_strdup ("null");

  add_value (self, quoted);
}

void
onsite_json_writer_integer (OnsiteJsonWriter *self, gint64 value)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  add_value (self, text);
}

void
onsite_json_writer_double (OnsiteJsonWriter *self, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE] = "";
  g_autofree char *text = NULL;

  g_return_if_fail (isfinite (value));

  /* As few digits as come back exact, for people to read; 17 always do. */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }
  text = g_strconcat (digits, strpbrk (digits, ".e") == NULL ? ".0" : NULL, NULL);
  add_value (self, text);
}

void
onsite_json_writer_boolean (OnsiteJsonWriter *self, gboolean value)
{
  add_value (self, value ? "true" : "false");
}

void
onsite_json_writer_null (OnsiteJsonWriter *self)
{
  add_value (self, "null");
}

static void
break_line (GString *text, guint depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != '"'; p++)
    if (*p == '\\')
      p++;

  return p + 1;
}

/* Lays out a text without white space, as the writer has made it. */
static char *
indent (const char *p)
{
  GString *text = g_string_new (NULL);
  guint depth = 0;

  while (*p != '\0')
    {
      const char *next = *p == '"' ? skip_string (p) : p + 1;
      gboolean is_empty = (*p == '{' && *next == '}') || (*p == '[' && *next == ']');

      if (is_empty)
        next++;
      else if (*p == '}' || *p == ']')
        break_line (text, --depth);
      g_string_append_len (text, p, next - p);
      if (*p == ':')
        g_string_append_c (text, ' ');
      else if (!is_empty && (*p == '{' || *p == '['))
        break_line (text, ++depth);
      else if (*p == ',')
        break_line (text, depth);
      p = next;
    }

  return g_string_free (text, FALSE);
}

void
onsite_json_writer_add_string (OnsiteJsonWriter *self, const char *name, const char *value)
{
  onsite_json_writer_member (self, name);
  onsite_json_writer_string (self, value);
}

void
onsite_json_writer_add_integer (OnsiteJsonWriter *self, const char *name, gint64 value)
{
  onsite_json_writer_member (self, name);
  onsite_json_writer_integer (self, value);
}

void
onsite_json_writer_add_boolean (OnsiteJsonWriter *self, const char *name, gboolean value)
{
  onsite_json_writer_member (self, name);
  onsite_json_writer_boolean (self, value);
}

char *
onsite_json_writer_to_string (OnsiteJsonWriter *self, gboolean pretty)
{
  g_return_val_if_fail (self->text->len > 0 && self->open->len == 0, NULL);

  return pretty ? indent (self->text->str) : g_strdup (self->text->str);
}
