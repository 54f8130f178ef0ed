/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-path.h"

/*
 * A path reads like "$.questions[3].text". Members that are no plain words are
 * quoted, and what cannot be seen in them is escaped: a path is shown to
 * people, and the text that it comes from may be hostile.
 */

static gboolean
is_word (const char *member)
{
  if (!g_ascii_isalpha (*member) && *member != '_' && *member != '$')
    return FALSE;

  for (const char *p = member; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '$')
      return FALSE;

  return TRUE;
}

static void
append_escaped (GString *path, gunichar c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (path, "\\%c", (char) c);
  else if (g_unichar_isprint (c))
    g_string_append_unichar (path, c);
  else
    g_string_append_printf (path, "\\u%04x", c);
}

void
onsite_json_path_append_member (GString *path, const char *member)
{
  if (is_word (member))
    {
      g_string_append_printf (path, ".%s", member);
      return;
    }

  g_string_append (path, "[\"");
  for (const char *p = member; *p != '\0'; p = g_utf8_next_char (p))
    append_escaped (path, g_utf8_get_char (p));
  g_string_append (path, "\"]");
}

void
onsite_json_path_append_element (GString *path, guint index)
{
  g_string_append_printf (path, "[%u]", index);
}
