/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-guide-search.h"

#include <string.h>

/* A printer's character as a keyboard has it, and all letters small. */
static gunichar
fold (gunichar character)
{
  switch (character)
    {
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2013: /* en dash */
    case 0x2014: /* em dash */
    case 0x2212: /* minus sign */
      return '-';

    case 0x2018:
    case 0x2019:
      return '\'';

    case 0x201c:
    case 0x201d:
      return '"';

    case 0x00a0:
    case 0x202f:
      return ' ';

    default:
      return g_unichar_tolower (character);
    }
}

/* How many bytes of a text stand for the words that it begins with, or 0. */
static gsize
match_here (const char *text, const char *words)
{
  const char *p = text;

  while (*words != '\0')
    {
      if (*p == '\0' || fold (g_utf8_get_char (p)) != fold (g_utf8_get_char (words)))
        return 0;
      p = g_utf8_next_char (p);
      words = g_utf8_next_char (words);
    }

  return (gsize) (p - text);
}

const char *
onsite_guide_search_next (const char *text, const char *words, gsize *length)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      *length = match_here (p, words);
      if (*length > 0)
        return p;
    }

  return NULL;
}

typedef struct
{
  const char *words;
  gboolean found;
} Search;

static void
look_in (const char *text, gpointer user_data)
{
  Search *search = user_data;
  gsize length;

  search->found |= onsite_guide_search_next (text, search->words, &length) != NULL;
}

static void
search_section (const OnsiteGuideSection *section, guint index, const char *words, GArray *places)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const OnsiteGuideBlock *block = g_ptr_array_index (section->blocks, i);

      for (guint item = 0; item < onsite_guide_block_count_items (block); item++)
        {
          Search search = { .words = words };

          if (i == 0 && item == 0)
            {
              look_in (section->title, &search);
              look_in (section->summary, &search);
            }
          onsite_guide_block_foreach_text (block, item, look_in, &search);
          if (search.found)
            g_array_append_val (places, ((OnsiteGuidePlace){ index, i, item }));
        }
    }
}

GArray *
onsite_guide_search (const OnsiteGuide *guide, const char *words)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (OnsiteGuidePlace));
  g_autofree char *trimmed = g_strstrip (g_strdup (words));

  for (guint i = 0; *trimmed != '\0' && i < guide->sections->len; i++)
    search_section (g_ptr_array_index (guide->sections, i), i, trimmed, places);

  return places;
}
