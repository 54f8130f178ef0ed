/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-loops.h"

#define PAGE_SIZE 200

GPtrArray *
onsite_cli_loops_list (OnsiteLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) loops = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_loop_summary_free);
  guint n_read;

  do
    {
      const OnsiteLoopSummary *last = loops->len > 0 ? loops->pdata[loops->len - 1] : NULL;
      GPtrArray *page = onsite_library_list_loops (library, last, PAGE_SIZE, error);

      if (!page)
        return NULL;
      n_read = page->len;
      g_ptr_array_extend_and_steal (loops, page);
    }
  while (n_read == PAGE_SIZE);

  return g_steal_pointer (&loops);
}

OnsiteDebrief *
onsite_cli_loops_debrief (OnsiteLibrary *library, const char *loop, GError **error)
{
  g_autoptr (OnsiteStoredLoop) stored = onsite_library_load_loop (library, loop, error);
  g_autoptr (OnsitePack) pack = NULL;

  if (!stored)
    return NULL;
  pack = onsite_pack_new_from_bytes (stored->pack, stored->loop->pack_id, error);
  if (!pack)
    return NULL;

  return onsite_debrief_new (g_steal_pointer (&stored->loop), pack, stored->n_finished_before);
}
