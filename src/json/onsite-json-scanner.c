/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-scanner.h"

#include "onsite-json-path.h"
#include "onsite-json-scanner-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
frame_clear (gpointer data)
{
  OnsiteJsonFrame *frame = data;

  g_clear_pointer (&frame->members, g_hash_table_unref);
}

static OnsiteJsonFrame *
innermost (OnsiteJsonScanner *self)
{
  return &g_array_index (self->frames, OnsiteJsonFrame, self->frames->len - 1);
}

static char *
scanner_dup_path (OnsiteJsonScanner *self)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < self->frames->len; i++)
    {
      const OnsiteJsonFrame *frame = &g_array_index (self->frames, OnsiteJsonFrame, i);

      if (!frame->in_child)
        break;
      if (frame->is_object)
        onsite_json_path_append_member (path, frame->member);
      else
        onsite_json_path_append_element (path, frame->n_children - 1);
    }

  return g_string_free (path, FALSE);
}

gboolean
onsite_json_scanner_fail (OnsiteJsonScanner *self, OnsiteJsonError code, const char *reason)
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

gboolean
onsite_json_scanner_fail_expected (OnsiteJsonScanner *self, const char *reason)
{
  if (self->p == self->end)
    reason = C_ ("error", "the text ends too early");
  else if (*self->p == '/' || *self->p == '#')
    reason = C_ ("error", "JSON has no comments: take this one out");

  return onsite_json_scanner_fail (self, ONSITE_JSON_ERROR_SYNTAX, reason);
}

static void
skip_space (OnsiteJsonScanner *self)
{
  for (; self->p < self->end; self->p++)
    {
      if (*self->p == '\n')
        self->line++;
      else if (*self->p != ' ' && *self->p != '\t' && *self->p != '\r')
        break;
    }
}

gboolean
onsite_json_scanner_stands_at (OnsiteJsonScanner *self, char c)
{
  return self->p < self->end && *self->p == c;
}

static gboolean
check_member (OnsiteJsonScanner *self, OnsiteJsonFrame *frame, GString *member)
{
  if (member->len > ONSITE_JSON_MOST_MEMBER_BYTES)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_LIMIT,
                                     C_ ("error", "the name of a member is too long"));
  if (frame->n_children >= ONSITE_JSON_MOST_MEMBERS)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_LIMIT,
                                     C_ ("error", "an object has too many members"));

  return TRUE;
}

/* Reads a member's name and its colon, up to its value. */
static gboolean
scan_member (OnsiteJsonScanner *self, OnsiteJsonFrame *frame)
{
  g_autoptr (GString) member = g_string_new (NULL);

  if (!onsite_json_scanner_stands_at (self, '"'))
    return onsite_json_scanner_fail_expected (
        self,
        C_ ("error", "the name of a member is expected here, in quotes"));
  if (!onsite_json_scanner_string (self, member) || !check_member (self, frame, member))
    return FALSE;

  /* The table keeps the newer of two equal names, so that the path can tell it. */
  frame->in_child = TRUE;
  frame->member = g_string_free (g_steal_pointer (&member), FALSE);
  if (!g_hash_table_add (frame->members, (char *) frame->member))
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_SYNTAX,
                                     C_ ("error", "this member is there twice"));

  skip_space (self);
  if (!onsite_json_scanner_stands_at (self, ':'))
    return onsite_json_scanner_fail_expected (
        self,
        C_ ("error", "a colon is expected behind a member’s name"));
  self->p++;
  skip_space (self);

  return TRUE;
}

static gboolean
open_frame (OnsiteJsonScanner *self)
{
  OnsiteJsonFrame frame = { .is_object = *self->p == '{' };

  if (self->frames->len >= self->limits->max_depth)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_LIMIT,
                                     C_ ("error", "the text is nested too deeply"));

  if (frame.is_object)
    frame.members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (self->frames, frame);
  self->p++;

  return TRUE;
}

/* Reads a value whole, or of an array or an object the opening bracket. */
static gboolean
scan_value (OnsiteJsonScanner *self)
{
  if (self->lines->len >= self->limits->max_values)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_LIMIT,
                                     C_ ("error", "the text holds too many values"));
  g_array_append_val (self->lines, self->line);

  switch (self->p < self->end ? *self->p : '\0')
    {
    case '{':
    case '[':
      return open_frame (self);
    case '"':
      return onsite_json_scanner_string (self, NULL);
    case 't':
      return onsite_json_scanner_word (self, "true");
    case 'f':
      return onsite_json_scanner_word (self, "false");
    case 'n':
      return onsite_json_scanner_word (self, "null");
    default:
      if (onsite_json_scanner_stands_at (self, '-') ||
          (self->p < self->end && g_ascii_isdigit (*self->p)))
        return onsite_json_scanner_number (self);
      return onsite_json_scanner_fail_expected (self, C_ ("error", "a value is expected here"));
    }
}

/* Goes on in the innermost array or object: its end, or its next child. */
static gboolean
scan_next (OnsiteJsonScanner *self)
{
  OnsiteJsonFrame *frame = innermost (self);
  char close = frame->is_object ? '}' : ']';

  frame->in_child = FALSE;
  skip_space (self);
  if (onsite_json_scanner_stands_at (self, close))
    {
      self->p++;
      g_array_set_size (self->frames, self->frames->len - 1);
      return TRUE;
    }

  if (frame->n_children > 0)
    {
      if (!onsite_json_scanner_stands_at (self, ','))
        return onsite_json_scanner_fail_expected (
            self,
            frame->is_object ? C_ ("error", "a comma or “}” is expected here")
                             : C_ ("error", "a comma or “]” is expected here"));
      self->p++;
      skip_space (self);
      if (onsite_json_scanner_stands_at (self, close))
        return onsite_json_scanner_fail (self,
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
check_start (OnsiteJsonScanner *self)
{
  gsize length = (gsize) (self->end - self->p);

  if (length > self->limits->max_bytes)
    {
      g_autofree char *most = g_format_size (self->limits->max_bytes);
      g_autofree char *reason = g_strdup_printf (C_ ("error", "the text is larger than %s"), most);

      return onsite_json_scanner_fail (self, ONSITE_JSON_ERROR_LIMIT, reason);
    }
  if (length >= 3 && memcmp (self->p, "\xef\xbb\xbf", 3) == 0)
    return onsite_json_scanner_fail (
        self,
        ONSITE_JSON_ERROR_SYNTAX,
        C_ ("error", "the text begins with a byte order mark: save it without one"));

  return TRUE;
}

static gboolean
scan_all (OnsiteJsonScanner *self)
{
  if (!check_start (self))
    return FALSE;

  skip_space (self);
  if (self->p == self->end)
    return onsite_json_scanner_fail (self,
                                     ONSITE_JSON_ERROR_SYNTAX,
                                     C_ ("error", "the text is empty"));
  if (!scan_value (self))
    return FALSE;
  while (self->frames->len > 0)
    if (!scan_next (self))
      return FALSE;

  skip_space (self);
  if (self->p < self->end)
    return onsite_json_scanner_fail_expected (
        self,
        C_ ("error", "something follows the one value of a JSON text"));

  return TRUE;
}

GArray *
onsite_json_scan (const char *text,
                  gsize length,
                  const char *name,
                  const OnsiteJsonLimits *limits,
                  GError **error)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (OnsiteJsonFrame));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  /* An empty GBytes has no data at all. */
  const char *start = length > 0 ? text : "";
  OnsiteJsonScanner self = {
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
