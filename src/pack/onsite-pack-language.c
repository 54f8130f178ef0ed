/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-language.h"

#include <string.h>

#define COMMON_LANGUAGE "en"

/* "pt_BR.UTF-8@latin" as a tag: "pt-BR". */
static char *
dup_tag (const char *name)
{
  return g_strdelimit (g_strndup (name, strcspn (name, ".@")), "_", '-');
}

static gboolean
is_same_language (const char *a, const char *b)
{
  gsize length = strcspn (a, "-");

  return length == strcspn (b, "-") && g_ascii_strncasecmp (a, b, length) == 0;
}

guint
onsite_pack_language_rank (const char *language, const char *const *wanted)
{
  guint n_wanted = g_strv_length ((GStrv) wanted);

  for (guint i = 0; i < n_wanted; i++)
    {
      g_autofree char *tag = dup_tag (wanted[i]);

      if (g_ascii_strcasecmp (language, tag) == 0)
        return 2 * i;
      /* Only behind the last that is more exact: "pt_PT" is followed by "pt". */
      if (strchr (tag, '-') == NULL && is_same_language (language, tag))
        return 2 * i + 1;
    }

  return is_same_language (language, COMMON_LANGUAGE) ? 2 * n_wanted
                                                      : ONSITE_PACK_LANGUAGE_UNWANTED;
}
