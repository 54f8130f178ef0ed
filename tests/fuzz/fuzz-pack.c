/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pack/onsite-pack.h"

/*
 * A pack that is taken keeps what its header promises, so that no other room
 * has to look for %NULL; one that is refused is refused with a message that
 * names the file.
 */

static void
check_ids (OnsitePack *pack, GStrv ids, gconstpointer (*find) (OnsitePack *pack, const char *id))
{
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_nonnull (find (pack, ids[i]));
}

static void
check_question (OnsitePack *pack, const OnsiteQuestion *question)
{
  g_assert_nonnull (onsite_pack_find_category (pack, question->category));
  check_ids (pack, question->rounds, (gpointer) onsite_pack_find_round_kind);
  check_ids (pack, question->levels, (gpointer) onsite_pack_find_level);
  check_ids (pack, question->principles, (gpointer) onsite_pack_find_principle);
  check_ids (pack, question->checklist, (gpointer) onsite_pack_find_checklist_item);
  g_assert_cmpuint (g_strv_length (question->principles), >=, 1);
  g_assert_cmpuint (g_strv_length (question->follow_ups), >=, 3);
  g_assert_cmpuint (question->seconds, >, 0);
  if (question->exhibit != NULL)
    g_assert_nonnull (onsite_pack_find_exhibit (pack, question->exhibit));
  g_assert_true (g_utf8_validate (question->text, -1, NULL));
}

static void
check_exhibit (OnsitePack *pack, const OnsiteExhibit *exhibit)
{
  for (guint i = 0; i < exhibit->arrows->len; i++)
    {
      const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, i);

      g_assert_nonnull (onsite_exhibit_find_box (exhibit, arrow->from));
      g_assert_nonnull (onsite_exhibit_find_box (exhibit, arrow->to));
    }
  for (guint i = 0; i < exhibit->boxes->len; i++)
    {
      const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, i);

      g_assert_cmpuint (box->column, <, ONSITE_EXHIBIT_MOST_COLUMNS);
      g_assert_cmpuint (box->row, <, ONSITE_EXHIBIT_MOST_ROWS);
      g_assert_true (box->zone == NULL || onsite_exhibit_find_zone (exhibit, box->zone) != NULL);
    }
  for (guint i = 0; i < exhibit->risks->len; i++)
    {
      const OnsiteExhibitRisk *risk = g_ptr_array_index (exhibit->risks, i);

      check_ids (pack, risk->levels, (gpointer) onsite_pack_find_level);
      for (guint j = 0; risk->at[j] != NULL; j++)
        g_assert_nonnull (onsite_exhibit_find_box (exhibit, risk->at[j]));
    }
}

static void
check_level (OnsitePack *pack, const OnsiteLevel *level)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);

  check_ids (pack, level->rounds, (gpointer) onsite_pack_find_round_kind);
  for (guint i = 0; i < dimensions->len; i++)
    g_assert_nonnull (onsite_dimension_get_anchors (g_ptr_array_index (dimensions, i), level->id));
}

static void
check_text (const char *text, gpointer user_data)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_block (const OnsiteGuideBlock *block)
{
  g_assert_cmpuint (onsite_guide_block_count_items (block), >, 0);
  for (guint i = 0; i < onsite_guide_block_count_items (block); i++)
    onsite_guide_block_foreach_text (block, i, check_text, NULL);
}

static void
check_guide (const OnsiteGuide *guide)
{
  for (guint i = 0; i < guide->sections->len; i++)
    {
      const OnsiteGuideSection *section = g_ptr_array_index (guide->sections, i);

      g_assert_cmpuint (onsite_guide_find_section (guide, section->id), ==, i);
      for (guint j = 0; j < section->blocks->len; j++)
        check_block (g_ptr_array_index (section->blocks, j));
    }
}

static void
check_pack (OnsitePack *pack)
{
  const OnsitePhrases *phrases = onsite_pack_get_phrases (pack);
  g_autofree char *greeting = onsite_phrases_greeting (phrases, "A", "B");
  GPtrArray *categories = onsite_pack_get_categories (pack);
  guint share = 0;

  g_assert_null (strpbrk (greeting, "{}"));
  for (guint i = 0; i < categories->len; i++)
    share += ((const OnsiteCategory *) g_ptr_array_index (categories, i))->share;
  g_assert_cmpuint (share, ==, 100);

  if (onsite_pack_get_guide (pack) != NULL)
    check_guide (onsite_pack_get_guide (pack));
  for (guint i = 0; i < onsite_pack_get_questions (pack)->len; i++)
    check_question (pack, g_ptr_array_index (onsite_pack_get_questions (pack), i));
  for (guint i = 0; i < onsite_pack_get_exhibits (pack)->len; i++)
    check_exhibit (pack, g_ptr_array_index (onsite_pack_get_exhibits (pack), i));
  for (guint i = 0; i < onsite_pack_get_levels (pack)->len; i++)
    check_level (pack, g_ptr_array_index (onsite_pack_get_levels (pack), i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_new_from_bytes (bytes, "fuzz.json", &error);

  if (pack != NULL)
    check_pack (pack);
  else
    g_assert_true (g_str_has_prefix (error->message, "fuzz.json:"));

  return 0;
}
