/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-peaks.h"

#include "onsite-capsule-check.h"

static gboolean
load_take (OnsiteLibrary *library, const OnsiteTake *take, GHashTable *peaks, GError **error)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);
      GBytes *bytes;

      if (!turn->clip)
        continue;
      bytes = onsite_library_load_peaks (library, turn->clip->id, error);
      if (!bytes)
        return FALSE;
      g_hash_table_insert (peaks, g_strdup (turn->clip->id), bytes);
    }

  return TRUE;
}

GHashTable *
onsite_peaks_load (OnsiteLibrary *library,
                   const OnsiteLoop *loop,
                   const OnsiteSelection *selection,
                   GError **error)
{
  g_autoptr (GHashTable) peaks = g_hash_table_new_full (g_str_hash,
                                                        g_str_equal,
                                                        g_free,
                                                        (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < selection->answers->len; i++)
    {
      const OnsiteSelectedAnswer *selected = g_ptr_array_index (selection->answers, i);
      const OnsiteAnswer *answer = onsite_capsule_find_answer (loop, selected->answer);

      for (guint j = 0; answer && j < answer->takes->len; j++)
        if (!load_take (library, g_ptr_array_index (answer->takes, j), peaks, error))
          return NULL;
    }

  return g_steal_pointer (&peaks);
}
