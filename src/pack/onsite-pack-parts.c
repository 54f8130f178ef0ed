/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-parts.h"

#include <string.h>

gboolean
onsite_question_fits_round (const OnsiteQuestion *question, const OnsiteRoundKind *round)
{
  if (!g_strv_contains ((const char *const *) round->categories, question->category))
    return FALSE;
  if (g_strv_contains ((const char *const *) question->rounds, round->id))
    return TRUE;

  for (guint i = 0; round->carries[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) question->rounds, round->carries[i]))
      return TRUE;

  return FALSE;
}

gboolean
onsite_question_fits_level (const OnsiteQuestion *question, const char *level)
{
  return g_strv_contains ((const char *const *) question->levels, level);
}

const OnsiteAnchors *
onsite_dimension_get_anchors (const OnsiteDimension *dimension, const char *level)
{
  for (guint i = 0; i < dimension->anchors->len; i++)
    {
      const OnsiteAnchors *anchors = g_ptr_array_index (dimension->anchors, i);

      if (strcmp (anchors->level, level) == 0)
        return anchors;
    }

  return NULL;
}

char *
onsite_phrases_greeting (const OnsitePhrases *phrases, const char *interviewer, const char *round)
{
  GString *greeting = g_string_new (NULL);
  const char *p = phrases->greeting;

  /* In one pass, so that a name that looks like a placeholder stays a name. */
  while (*p != '\0')
    {
      gsize length = strcspn (p, "{");

      g_string_append_len (greeting, p, (gssize) length);
      p += length;
      if (g_str_has_prefix (p, ONSITE_PHRASES_INTERVIEWER))
        {
          g_string_append (greeting, interviewer);
          p += strlen (ONSITE_PHRASES_INTERVIEWER);
        }
      else if (g_str_has_prefix (p, ONSITE_PHRASES_ROUND))
        {
          g_string_append (greeting, round);
          p += strlen (ONSITE_PHRASES_ROUND);
        }
      else if (*p != '\0')
        {
          g_string_append_c (greeting, *p++);
        }
    }

  return g_string_free (greeting, FALSE);
}
