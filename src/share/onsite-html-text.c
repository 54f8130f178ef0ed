/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-html-text.h"

#include <string.h>

/* Of one text, where there is no script to show the rest: as in page/base.js. */
#define LONGEST_SHOWN 4000

static const char *
get_entity (gunichar letter)
{
  switch (letter)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

static gboolean
is_control (gunichar letter)
{
  return (letter < 0x20 && letter != '\t' && letter != '\n') || (letter >= 0x7f && letter < 0xa0);
}

static void
append_letter (GString *html, gunichar letter)
{
  const char *entity = get_entity (letter);

  if (entity)
    g_string_append (html, entity);
  else
    g_string_append_unichar (html, is_control (letter) ? 0xfffd : letter);
}

void
onsite_html_text_append (GString *html, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    append_letter (html, g_utf8_get_char (at));
}

void
onsite_html_text_append_short (GString *html, const char *text)
{
  const char *at = text;

  for (guint i = 0; i < LONGEST_SHOWN && *at != '\0'; i++, at = g_utf8_next_char (at))
    append_letter (html, g_utf8_get_char (at));
  if (*at != '\0')
    g_string_append (html, "…");
}

/* What may stand in JSON, but not in a script: '<', and two ends of lines, which are
 * E2 80 A8 and E2 80 A9 in UTF-8. */
static const char *
find_unfit (const char *json)
{
  for (json = strpbrk (json, "<\xe2"); json && *json != '<'; json = strpbrk (json + 1, "<\xe2"))
    if (json[1] == '\x80' && (json[2] == '\xa8' || json[2] == '\xa9'))
      break;

  return json;
}

void
onsite_html_text_append_data (GString *html, const char *json)
{
  const char *unfit;

  while ((unfit = find_unfit (json)))
    {
      g_string_append_len (html, json, unfit - json);
      if (*unfit == '<')
        g_string_append (html, "\\u003c");
      else
        g_string_append (html, unfit[2] == '\xa8' ? "\\u2028" : "\\u2029");
      json = unfit + (*unfit == '<' ? 1 : 3);
    }
  g_string_append (html, json);
}
