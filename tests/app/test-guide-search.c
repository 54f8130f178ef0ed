/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-guide-search.h"
#include "app/onsite-shares-view.h"
#include "pack/onsite-pack.h"

static OnsitePack *
load_tiny (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

/* The places as "section.block.item", one after the other. */
static void
assert_found (const char *words, const char *expected)
{
  g_autoptr (OnsitePack) pack = load_tiny ();
  g_autoptr (GArray) places = onsite_guide_search (onsite_pack_get_guide (pack), words);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      OnsiteGuidePlace place = g_array_index (places, OnsiteGuidePlace, i);

      g_string_append_printf (found, "%u.%u.%u ", place.section, place.block, place.item);
    }
  g_test_message ("“%s”", words);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_places (void)
{
  assert_found ("it takes a week", "0.0.0 ");
  assert_found ("FIGURE", "0.1.1 ");
  assert_found ("day", "0.2.0 0.2.1 ");
  assert_found ("consequences", "0.3.0 ");
  assert_found ("who?", "0.4.0 ");
  assert_found ("grant", "1.1.0 ");
  assert_found ("fair", "1.2.0 ");
  assert_found ("elephant", "");
}

static void
test_headings (void)
{
  /* A section's title and summary, a block's title, the columns of a table. */
  assert_found ("the pay", "1.0.0 ");
  assert_found ("and when", "0.0.0 1.0.0 ");
  assert_found ("step by step", "0.2.0 ");
  assert_found ("bonus", "1.0.0 1.0.1 1.1.0 ");
}

static void
test_nothing (void)
{
  assert_found ("", "");
  assert_found ("   ", "");
  assert_found ("  week ", "0.0.0 ");
}

typedef struct
{
  const char *text;
  const char *words;
  int from; /* in bytes, or -1 */
  gsize length;
} Match;

static void
test_matches (void)
{
  static const Match matches[] = {
    { "a week", "WEEK", 2, 4 },
    { "$155–165k", "155-165K", 1, 10 },
    { "somebody else’s", "else's", 9, 8 },
    { "“no” scenarios", "\"no\"", 0, 8 },
    { "40\302\240%", "40 %", 0, 5 },
    { "Ärger", "ärger", 0, 6 },
    { "aab", "ab", 1, 2 },
    { "week", "weeks", -1, 0 },
    { "week", "", -1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      const Match *match = matches + i;
      gsize length = 0;
      const char *found = onsite_guide_search_next (match->text, match->words, &length);

      g_test_message ("“%s” in “%s”", match->words, match->text);
      g_assert_cmpint (found != NULL ? found - match->text : -1, ==, match->from);
      if (found != NULL)
        g_assert_cmpuint (length, ==, match->length);
    }
}

static void
test_chart_in_words (void)
{
  g_autoptr (OnsitePack) pack = load_tiny ();
  const OnsiteGuide *guide = onsite_pack_get_guide (pack);
  const OnsiteGuideSection *pay = g_ptr_array_index (guide->sections, 1);
  g_autofree char *words = onsite_shares_view_describe (g_ptr_array_index (pay->blocks, 1));

  g_assert_cmpstr (words,
                   ==,
                   "By year. Year 1: Grant 5%, Bonus 50%. Year 2: Grant 95%, Bonus 50%.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-search/each place that has the words is found", test_places);
  g_test_add_func ("/guide-search/headings are searched too", test_headings);
  g_test_add_func ("/guide-search/nothing is found for nothing", test_nothing);
  g_test_add_func ("/guide-search/what a keyboard lacks is found as well", test_matches);
  g_test_add_func ("/guide-search/a chart is told in words", test_chart_in_words);

  return g_test_run ();
}
