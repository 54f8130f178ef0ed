/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/onsite-pack-language.h"
#include "pack/onsite-pack-version.h"

static void
test_versions_are_compared_by_their_numbers (void)
{
  static const char *const rising[] = {
    "0.0.9",  "0.1.0", "1.0.0",  "1.0.1",  "1.9.9",
    "1.10.0", "2.0.0", "10.0.0", "10.0.1", "99999999999999999999.0.0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rising); j++)
      {
        int order = onsite_pack_version_compare (rising[i], rising[j]);

        g_test_message ("%s and %s", rising[i], rising[j]);
        g_assert_cmpint (order < 0, ==, i < j);
        g_assert_cmpint (order > 0, ==, i > j);
      }
}

static const char *
choose (const char *wanted, const char *offered)
{
  g_auto (GStrv) names = g_strsplit (wanted, " ", -1);
  g_auto (GStrv) languages = g_strsplit (offered, " ", -1);
  guint best = 0;

  for (guint i = 1; languages[i] != NULL; i++)
    if (onsite_pack_language_rank (languages[i], (const char *const *) names) <
        onsite_pack_language_rank (languages[best], (const char *const *) names))
      best = i;

  return g_intern_string (languages[best]);
}

static void
test_the_language_of_the_interface_suits_best (void)
{
  /* As g_get_language_names() has them, against what packs are in. */
  static const struct
  {
    const char *wanted;
    const char *offered;
    const char *chosen;
  } cases[] = {
    { "de_DE.UTF-8 de_DE de.UTF-8 de C", "en de fr", "de" },
    { "de_DE.UTF-8 de_DE de.UTF-8 de C", "en de-AT fr", "de-AT" },
    { "pt_BR.UTF-8 pt_BR pt C", "pt-PT en pt-br", "pt-br" },
    { "pt_BR.UTF-8 pt_BR pt C", "pt-PT pt en", "pt" },
    { "pt_BR.UTF-8 pt_BR pt C", "en pt-PT", "pt-PT" },
    { "sr_RS@latin sr_RS sr C", "en sr", "sr" },
    { "ja_JP.UTF-8 ja_JP ja C", "de en fr", "en" },
    { "ja_JP.UTF-8 ja_JP ja C", "de en-GB fr", "en-GB" },
    { "C", "de fr en", "en" },
    { "fr de_DE.UTF-8 de_DE de C", "en de fr", "fr" },
    { "id_ID id C", "i en", "en" },
    { "pt_BR.UTF-8", "en pt-PT pt-BR", "pt-BR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s of %s", cases[i].wanted, cases[i].offered);
      g_assert_cmpstr (choose (cases[i].wanted, cases[i].offered), ==, cases[i].chosen);
    }
}

static void
test_a_language_that_nobody_wants_says_so (void)
{
  static const char *const wanted[] = { "de_DE", "de", "C", NULL };

  g_assert_cmpuint (onsite_pack_language_rank ("fr", wanted), ==, ONSITE_PACK_LANGUAGE_UNWANTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-names/versions-are-compared-by-their-numbers",
                   test_versions_are_compared_by_their_numbers);
  g_test_add_func ("/pack-names/the-language-of-the-interface-suits-best",
                   test_the_language_of_the_interface_suits_best);
  g_test_add_func ("/pack-names/a-language-that-nobody-wants-says-so",
                   test_a_language_that_nobody_wants_says_so);

  return g_test_run ();
}
