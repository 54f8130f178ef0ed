/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-scanner.h"

#include "onsite-json-path.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Longer than any number that an int64 or a double needs to come back exact. */
#define MOST_NUMBER_BYTES 64

/* An array or an object that is not closed yet. */
typedef struct
{
  gboolean is_object;
  gboolean in_child; /* what is read belongs to a child, and the path leads to that */
  guint n_children;
  GHashTable *members;
  const char *member;
} Frame;

typedef struct
{
  const char *p;
  const char *end;
  const char *name;
  guint line;
  const OnsiteJsonLimits *limits;
  GArray *frames;
  GArray *lines;
  GError **error;
} Scanner;

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->members, g_hash_table_unref);
}

static Frame *
innermost (Scanner *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static char *
scanner_dup_path (Scanner *self)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < self->frames->len; i++)
    {
      const Frame *frame = &g_array_index (self->frames, Frame, i);

      if (!frame->in_child)
        break;
      if (frame->is_object)
        onsite_json_path_append_member (path, frame->member);
      else
        onsite_json_path_append_element (path, frame->n_children - 1);
    }

  return g_string_free (path, FALSE);
}

static gboolean
fail (Scanner *self, OnsiteJsonError code, const char *reason)
{
  g_autofree char *path = scanner_dup_path (self);

  g_set_error (self->error,
               ONSITE_JSON_ERROR,
               code,
               "%s:%u: %s: %s",
               self->name,
               self->line,
               path,
               reason);

  return FALSE;
}

/* Where something stands that may not: names what people write most often. */
static gboolean
fail_expected (Scanner *self, const char *reason)
{
  if (self->p == self->end)
    reason = C_ ("error", "the text ends too early");
  else if (*self->p == '/' || *self->p == '#')
    reason = C_ ("error", "JSON has no comments: take this one out");

  return fail (self, ONSITE_JSON_ERROR_SYNTAX, reason);
}

static void
skip_space (Scanner *self)
{
  for (; self->p < self->end; self->p++)
    {
      if (*self->p == '\n')
        self->line++;
      else if (*self->p != ' ' && *self->p != '\t' && *self->p != '\r')
        break;
    }
}

static gboolean
stands_at (Scanner *self, char c)
{
  return self->p < self->end && *self->p == c;
}

static gboolean
scan_word (Scanner *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return fail_expected (self, C_ ("error", "a value is expected here"));

  self->p += length;

  return TRUE;
}

static gboolean
skip_digits (Scanner *self)
{
  const char *start = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return self->p > start;
}

static gboolean
check_number (Scanner *self, const char *start, gboolean is_integer)
{
  g_autofree char *text = NULL;

  if (self->p - start > MOST_NUMBER_BYTES)
    return fail (self, ONSITE_JSON_ERROR_LIMIT, C_ ("error", "a number has too many digits"));

  text = g_strndup (start, self->p - start);
  if (is_integer && !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return fail (self, ONSITE_JSON_ERROR_LIMIT, C_ ("error", "a number does not fit into 64 bits"));
  if (!is_integer && !isfinite (g_ascii_strtod (text, NULL)))
    return fail (self, ONSITE_JSON_ERROR_LIMIT, C_ ("error", "a number is too large"));

  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  const char *missing = C_ ("error", "a digit is missing in a number");
  const char *start = self->p;
  const char *digits;
  gboolean is_integer = TRUE;

  if (stands_at (self, '-'))
    self->p++;
  digits = self->p;
  if (!skip_digits (self))
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, missing);
  if (*digits == '0' && self->p - digits > 1)
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, C_ ("error", "a number begins with 0"));

  if (stands_at (self, '.'))
    {
      is_integer = FALSE;
      self->p++;
      if (!skip_digits (self))
        return fail (self, ONSITE_JSON_ERROR_SYNTAX, missing);
    }
  if (stands_at (self, 'e') || stands_at (self, 'E'))
    {
      is_integer = FALSE;
      self->p++;
      if (stands_at (self, '+') || stands_at (self, '-'))
        self->p++;
      if (!skip_digits (self))
        return fail (self, ONSITE_JSON_ERROR_SYNTAX, missing);
    }

  return check_number (self, start, is_integer);
}

/* Reads "\uXXXX". */
static gboolean
scan_code_unit (Scanner *self, gunichar *unit)
{
  *unit = 0;
  if (self->end - self->p < 6 || self->p[0] != '\\' || self->p[1] != 'u')
    return FALSE;

  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (self->p[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (gunichar) digit;
    }
  self->p += 6;

  return TRUE;
}

static gboolean
scan_unicode_escape (Scanner *self, GString *into)
{
  gunichar unit, low;

  if (!scan_code_unit (self, &unit))
    return fail (self,
                 ONSITE_JSON_ERROR_SYNTAX,
                 C_ ("error", "“\\u” is not followed by four hexadecimal digits"));
  if (unit == 0)
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, C_ ("error", "a text may not hold “\\u0000”"));

  if (unit >= 0xd800 && unit < 0xe000)
    {
      if (unit >= 0xdc00 || !scan_code_unit (self, &low) || low < 0xdc00 || low >= 0xe000)
        return fail (self,
                     ONSITE_JSON_ERROR_SYNTAX,
                     C_ ("error", "half of a surrogate pair stands alone"));
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (into != NULL)
    g_string_append_unichar (into, unit);

  return TRUE;
}

static gboolean
scan_escape (Scanner *self, GString *into)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (self->end - self->p < 2)
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, C_ ("error", "a string does not end"));
  if (self->p[1] == 'u')
    return scan_unicode_escape (self, into);

  letter = memchr (letters, self->p[1], strlen (letters));
  if (letter == NULL)
    return fail (self,
                 ONSITE_JSON_ERROR_SYNTAX,
                 C_ ("error", "a backslash is followed by what JSON does not know"));
  if (into != NULL)
    g_string_append_c (into, meanings[letter - letters]);
  self->p += 2;

  return TRUE;
}

/* Reads a string; @into, if there is one, is given what it means. */
static gboolean
scan_string (Scanner *self, GString *into)
{
  const char *start = ++self->p;

  while (self->p < self->end && *self->p != '"')
    {
      if ((guchar) *self->p < 0x20)
        return fail (self,
                     ONSITE_JSON_ERROR_SYNTAX,
                     C_ ("error", "a string holds a line break or another control character"));
      if (*self->p == '\\')
        {
          if (!scan_escape (self, into))
            return FALSE;
          continue;
        }
      if (into != NULL)
        g_string_append_c (into, *self->p);
      self->p++;
    }

  if (self->p == self->end)
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, C_ ("error", "a string does not end"));
  if (!g_utf8_validate_len (start, (gsize) (self->p - start), NULL))
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, C_ ("error", "a string is not UTF-8"));
  self->p++;

  return TRUE;
}

static gboolean
check_member (Scanner *self, Frame *frame, GString *member)
{
  if (member->len > ONSITE_JSON_MOST_MEMBER_BYTES)
    return fail (self, ONSITE_JSON_ERROR_LIMIT, C_ ("error", "the name of a member is too long"));
  if (frame->n_children >= ONSITE_JSON_MOST_MEMBERS)
    return fail (self, ONSITE_JSON_ERROR_LIMIT, C_ ("error", "an object has too many members"));

  return TRUE;
}

/* Reads a member's name and its colon, up to its value. */
static gboolean
scan_member (Scanner *self, Frame *frame)
{
  g_autoptr (GString) member = g_string_new (NULL);

  if (!stands_at (self, '"'))
    return fail_expected (self, C_ ("error", "the name of a member is expected here, in quotes"));
  if (!scan_string (self, member) || !check_member (self, frame, member))
    return FALSE;

  /* The table keeps the newer of two equal names, so that the path can tell it. */
  frame->in_child = TRUE;
  frame->member = g_string_free (g_steal_pointer (&member), FALSE);
  if (!g_hash_table_add (frame->members, (char *) frame->member))
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, C_ ("error", "this member is there twice"));

  skip_space (self);
  if (!stands_at (self, ':'))
    return fail_expected (self, C_ ("error", "a colon is expected behind a member’s name"));
  self->p++;
  skip_space (self);

  return TRUE;
}

static gboolean
open_frame (Scanner *self)
{
  Frame frame = { .is_object = *self->p == '{' };

  if (self->frames->len >= self->limits->max_depth)
    return fail (self, ONSITE_JSON_ERROR_LIMIT, C_ ("error", "the text is nested too deeply"));

  if (frame.is_object)
    frame.members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (self->frames, frame);
  self->p++;

  return TRUE;
}

/* Reads a value whole, or of an array or an object the opening bracket. */
static gboolean
scan_value (Scanner *self)
{
  if (self->lines->len >= self->limits->max_values)
    return fail (self, ONSITE_JSON_ERROR_LIMIT, C_ ("error", "the text holds too many values"));
  g_array_append_val (self->lines, self->line);

  switch (self->p < self->end ? *self->p : '\0')
    {
    case '{':
    case '[':
      return open_frame (self);
    case '"':
      return scan_string (self, NULL);
    case 't':
      return scan_word (self, "true");
    case 'f':
      return scan_word (self, "false");
    case 'n':
      return scan_word (self, "null");
    default:
      if (stands_at (self, '-') || (self->p < self->end && g_ascii_isdigit (*self->p)))
        return scan_number (self);
      return fail_expected (self, C_ ("error", "a value is expected here"));
    }
}

/* Goes on in the innermost array or object: its end, or its next child. */
static gboolean
scan_next (Scanner *self)
{
  Frame *frame = innermost (self);
  char close = frame->is_object ? '}' : ']';

  frame->in_child = FALSE;
  skip_space (self);
  if (stands_at (self, close))
    {
      self->p++;
      g_array_set_size (self->frames, self->frames->len - 1);
      return TRUE;
    }

  if (frame->n_children > 0)
    {
      if (!stands_at (self, ','))
        return fail_expected (self,
                              frame->is_object ? C_ ("error", "a comma or “}” is expected here")
                                               : C_ ("error", "a comma or “]” is expected here"));
      self->p++;
      skip_space (self);
      if (stands_at (self, close))
        return fail (self,
                     ONSITE_JSON_ERROR_SYNTAX,
                     C_ ("error", "a comma stands behind the last one"));
    }

  if (frame->is_object && !scan_member (self, frame))
    return FALSE;
  frame->in_child = TRUE;
  frame->n_children++;

  return scan_value (self);
}

static gboolean
check_start (Scanner *self)
{
  gsize length = (gsize) (self->end - self->p);

  if (length > self->limits->max_bytes)
    {
      g_autofree char *most = g_format_size (self->limits->max_bytes);
      g_autofree char *reason = g_strdup_printf (C_ ("error", "the text is larger than %s"), most);

      return fail (self, ONSITE_JSON_ERROR_LIMIT, reason);
    }
  if (length >= 3 && memcmp (self->p, "\xef\xbb\xbf", 3) == 0)
    return fail (self,
                 ONSITE_JSON_ERROR_SYNTAX,
                 C_ ("error", "the text begins with a byte order mark: save it without one"));

  return TRUE;
}

static gboolean
scan_all (Scanner *self)
{
  if (!check_start (self))
    return FALSE;

  skip_space (self);
  if (self->p == self->end)
    return fail (self, ONSITE_JSON_ERROR_SYNTAX, C_ ("error", "the text is empty"));
  if (!scan_value (self))
    return FALSE;
  while (self->frames->len > 0)
    if (!scan_next (self))
      return FALSE;

  skip_space (self);
  if (self->p < self->end)
    return fail_expected (self, C_ ("error", "something follows the one value of a JSON text"));

  return TRUE;
}

GArray *
onsite_json_scan (const char *text,
                  gsize length,
                  const char *name,
                  const OnsiteJsonLimits *limits,
                  GError **error)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  /* An empty GBytes has no data at all. */
  const char *start = length > 0 ? text : "";
  Scanner self = {
    .p = start,
    .end = start + length,
    .name = name,
    .line = 1,
    .limits = limits,
    .frames = frames,
    .lines = lines,
    .error = error,
  };

  g_array_set_clear_func (frames, frame_clear);
  if (!scan_all (&self))
    return NULL;

  return g_steal_pointer (&lines);
}
