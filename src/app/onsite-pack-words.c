/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-pack-words.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

/* The languages of the interface, each as those call it who speak it. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "ar", "العربية" },     { "de", "Deutsch" },
  { "en", "English" },     { "es", "Español" },
  { "fr", "Français" },    { "hi", "हिन्दी" },
  { "ja", "日本語" },      { "pt-br", "Português (Brasil)" },
  { "zh-cn", "简体中文" }, { "zh-hans", "简体中文" },
};

char *
onsite_pack_words_language (const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].tag, tag) == 0)
      return g_strdup (languages[i].name);

  return g_strdup (tag);
}

static const char *
describe_origin (OnsitePackEntry *entry)
{
  if (onsite_pack_entry_get_built_in (entry))
    return C_ ("pack", "comes with Onsite");

  return C_ ("pack", "added by you");
}

char *
onsite_pack_words_about (OnsitePackEntry *entry)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);
  g_autofree char *language = NULL;
  g_autofree char *n_questions = NULL;

  if (pack == NULL)
    return g_strdup (C_ ("pack", "Can’t be read. Open it to see why."));

  language = onsite_pack_words_language (onsite_pack_get_language (pack));
  n_questions = onsite_format_n_questions (onsite_pack_get_questions (pack)->len);

  /* Translators: "1.1.0", "English", "96 questions", "comes with Onsite". */
  return g_strdup_printf (C_ ("pack", "Version %s · %s · %s · %s"),
                          onsite_pack_get_version (pack),
                          language,
                          n_questions,
                          describe_origin (entry));
}

char *
onsite_pack_words_round (const OnsiteRoundKind *kind)
{
  g_autofree char *length = onsite_format_duration ((gint64) kind->seconds * 1000);
  g_autofree char *most = onsite_format_n_questions (kind->most);

  if (kind->least == kind->most)
    /* Translators: "2 questions", "30 min". */
    return g_strdup_printf (C_ ("pack", "%s in %s"), most, length);

  /* Translators: "2", "3 questions", "50 min". */
  return g_strdup_printf (C_ ("pack", "%u to %s in %s"), kind->least, most, length);
}

char *
onsite_pack_words_rounds (OnsitePack *pack, const OnsiteLevel *level)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; level->rounds[i] != NULL; i++)
    g_strv_builder_add (builder, onsite_pack_find_round_kind (pack, level->rounds[i])->name);
  names = g_strv_builder_end (builder);

  return g_strjoinv (" · ", names);
}
