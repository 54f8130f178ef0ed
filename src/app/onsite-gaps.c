/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-gaps.h"

static GHashTable *
collect_covered (GPtrArray *history)
{
  GHashTable *covered = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < history->len; i++)
    {
      const OnsiteHistoryItem *item = g_ptr_array_index (history, i);

      for (guint j = 0; item->covered[j] != NULL; j++)
        g_hash_table_add (covered, item->covered[j]);
    }

  return covered;
}

GStrv
onsite_gaps_find (OnsitePack *pack, GPtrArray *history)
{
  g_autoptr (GHashTable) covered = collect_covered (history);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GPtrArray *principles = onsite_pack_get_principles (pack);

  for (guint i = 0; history->len > 0 && i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);

      if (!g_hash_table_contains (covered, principle->id))
        g_strv_builder_add (names, principle->name);
    }

  return g_strv_builder_end (names);
}
