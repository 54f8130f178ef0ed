/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-scanner-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Longer than any number that an int64 or a double needs to come back exact. */
#define MOST_NUMBER_BYTES 64

gboolean
onsite_json_scanner_word (OnsiteJsonScanner *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return onsite_json_scanner_fail_expected (self, C_ ("error", "a value is expected here"));

  self->p += length;

  return TRUE;
}

static gboolean
skip_digits (OnsiteJsonScanner *self)
{
  const char *start = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return self->p > start;
}

static gboolean
check_number (OnsiteJsonScanner *self, const char *start, gboolean is_integer)
{
  g_autofree char *text = NULL;

  if (self->p - start > MOST_NUMBER_BYTES)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_LIMIT,
                                     C_ ("error", "a number has too many digits"));

  text = g_strndup (start, self->p - start);
  if (is_integer && !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_LIMIT,
                                     C_ ("error", "a number does not fit into 64 bits"));
  if (!is_integer && !isfinite (g_ascii_strtod (text, NULL)))
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_LIMIT,
                                     C_ ("error", "a number is too large"));

  return TRUE;
}

gboolean
onsite_json_scanner_number (OnsiteJsonScanner *self)
{
  const char *missing = C_ ("error", "a digit is missing in a number");
  const char *start = self->p;
  const char *digits;
  gboolean is_integer = TRUE;

  if (onsite_json_scanner_stands_at (self, '-'))
    self->p++;
  digits = self->p;
  if (!skip_digits (self))
    return onsite_json_scanner_fail (self, ONSITE_JSON_ERROR_SYNTAX, missing);
  if (*digits == '0' && self->p - digits > 1)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_SYNTAX,
                                     C_ ("error", "a number begins with 0"));

  if (onsite_json_scanner_stands_at (self, '.'))
    {
      is_integer = FALSE;
      self->p++;
      if (!skip_digits (self))
        return onsite_json_scanner_fail (self, ONSITE_JSON_ERROR_SYNTAX, missing);
    }
  if (onsite_json_scanner_stands_at (self, 'e') || onsite_json_scanner_stands_at (self, 'E'))
    {
      is_integer = FALSE;
      self->p++;
      if (onsite_json_scanner_stands_at (self, '+') || onsite_json_scanner_stands_at (self, '-'))
        self->p++;
      if (!skip_digits (self))
        return onsite_json_scanner_fail (self, ONSITE_JSON_ERROR_SYNTAX, missing);
    }

  return check_number (self, start, is_integer);
}

/* Reads "\uXXXX". */
static gboolean
scan_code_unit (OnsiteJsonScanner *self, gunichar *unit)
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
scan_unicode_escape (OnsiteJsonScanner *self, GString *into)
{
  gunichar unit, low;

  if (!scan_code_unit (self, &unit))
    return onsite_json_scanner_fail (
        self,
        ONSITE_JSON_ERROR_SYNTAX,
        C_ ("error", "“\\u” is not followed by four hexadecimal digits"));
  if (unit == 0)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_SYNTAX,
                                     C_ ("error", "a text may not hold “\\u0000”"));

  if (unit >= 0xd800 && unit < 0xe000)
    {
      if (unit >= 0xdc00 || !scan_code_unit (self, &low) || low < 0xdc00 || low >= 0xe000)
        return onsite_json_scanner_fail (self,
                                         ONSITE_JSON_ERROR_SYNTAX,
                                         C_ ("error", "half of a surrogate pair stands alone"));
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (into != NULL)
    g_string_append_unichar (into, unit);

  return TRUE;
}

static gboolean
scan_escape (OnsiteJsonScanner *self, GString *into)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (self->end - self->p < 2)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_SYNTAX,
                                     C_ ("error", "a string does not end"));
  if (self->p[1] == 'u')
    return scan_unicode_escape (self, into);

  letter = memchr (letters, self->p[1], strlen (letters));
  if (letter == NULL)
    return onsite_json_scanner_fail (
        self,
        ONSITE_JSON_ERROR_SYNTAX,
        C_ ("error", "a backslash is followed by what JSON does not know"));
  if (into != NULL)
    g_string_append_c (into, meanings[letter - letters]);
  self->p += 2;

  return TRUE;
}

gboolean
onsite_json_scanner_string (OnsiteJsonScanner *self, GString *into)
{
  const char *start = ++self->p;

  while (self->p < self->end && *self->p != '"')
    {
      if ((guchar) *self->p < 0x20)
        return onsite_json_scanner_fail (
            self,
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
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_SYNTAX,
                                     C_ ("error", "a string does not end"));
  if (!g_utf8_validate_len (start, (gsize) (self->p - start), NULL))
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_SYNTAX,
                                     C_ ("error", "a string is not UTF-8"));
  self->p++;

  return TRUE;
}
