/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/onsite-exhibit-words.h"
#include "exhibits.h"

static void
test_whole (void)
{
  g_autoptr (GPtrArray) packs = exhibits_load_packs ();
  g_autofree char *words = onsite_exhibit_words_describe (
      onsite_pack_find_exhibit (g_ptr_array_index (packs, packs->len - 1), "cache"));

  g_assert_cmpstr (words,
                   ==,
                   "Mobile app (client). Order service (service), in One region. Cache (cache), "
                   "in One region: one node, no replica. Order store (store), in One region. "
                   "Mobile app calls Order service: reads orders. Order service calls Cache. "
                   "Order service calls Order store: on a miss. Order store is copied to Cache: "
                   "changes.");
}

/* Nothing of a drawing is for those alone who see it. */
static void
check_nothing_missing (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  g_autofree char *words = onsite_exhibit_words_describe (exhibit);

  for (guint i = 0; i < exhibit->boxes->len; i++)
    {
      const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, i);

      g_assert_nonnull (strstr (words, box->label));
      g_assert_true (box->note == NULL || strstr (words, box->note) != NULL);
    }
  for (guint i = 0; i < exhibit->arrows->len; i++)
    {
      const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, i);

      g_assert_true (arrow->label == NULL || strstr (words, arrow->label) != NULL);
    }
  for (guint i = 0; i < exhibit->zones->len; i++)
    {
      const OnsiteExhibitZone *zone = g_ptr_array_index (exhibit->zones, i);

      g_assert_nonnull (strstr (words, zone->label));
    }
}

static void
test_nothing_missing (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_nothing_missing);
}

/* What a strong candidate finds is not told beforehand. */
static void
check_no_risks (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  g_autofree char *words = onsite_exhibit_words_describe (exhibit);

  for (guint i = 0; i < exhibit->risks->len; i++)
    {
      const OnsiteExhibitRisk *risk = g_ptr_array_index (exhibit->risks, i);

      g_assert_null (strstr (words, risk->text));
    }
}

static void
test_no_risks (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_no_risks);
}

int
main (int argc, char **argv)
{
  const char *const fonts[] = { "Cantarell 11", NULL };
  g_autoptr (GPtrArray) laid_out = NULL;

  g_test_init (&argc, &argv, NULL);
  laid_out = exhibits_lay_out (fonts);

  g_test_add_func ("/exhibit-words/boxes-come-first-then-arrows", test_whole);
  g_test_add_data_func ("/exhibit-words/nothing-of-the-drawing-is-missing",
                        laid_out,
                        test_nothing_missing);
  g_test_add_data_func ("/exhibit-words/risks-are-not-told", laid_out, test_no_risks);

  return g_test_run ();
}
