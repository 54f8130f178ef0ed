/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-gaps.h"

GStrv
onsite_gaps_find (OnsitePack *pack, const char *const *covered)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GPtrArray *principles = onsite_pack_get_principles (pack);

  for (guint i = 0; covered[0] != NULL && i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);

      if (!g_strv_contains (covered, principle->id))
        g_strv_builder_add (names, principle->name);
    }

  return g_strv_builder_end (names);
}
