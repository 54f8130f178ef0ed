/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-html-text.h"

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

void
onsite_html_text_append_data (GString *html, const char *json)
{
  for (const char *at = json; *at != '\0'; at++)
    {
      if (*at == '<')
        g_string_append (html, "\\u003c");
      else if (g_str_has_prefix (at, "\xe2\x80\xa8") || g_str_has_prefix (at, "\xe2\x80\xa9"))
        {
          g_string_append (html, at[2] == '\xa8' ? "\\u2028" : "\\u2029");
          at += 2;
        }
      else
        g_string_append_c (html, *at);
    }
}
