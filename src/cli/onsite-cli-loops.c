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

/* Samples are nobody's preparation. */
static guint
count_finished_before (GPtrArray *loops, const OnsiteLoop *loop)
{
  guint n_finished = 0;

  for (guint i = 0; i < loops->len; i++)
    {
      const OnsiteLoopSummary *other = g_ptr_array_index (loops, i);

      n_finished += other->state == ONSITE_LOOP_STATE_FINISHED && !other->sample &&
                    other->created_at_us < loop->created_at_us;
    }

  return n_finished;
}

OnsiteDebrief *
onsite_cli_loops_debrief (OnsiteLibrary *library, const char *loop, GError **error)
{
  g_autoptr (OnsiteStoredLoop) stored = onsite_library_load_loop (library, loop, error);
  g_autoptr (GPtrArray) loops = NULL;
  g_autoptr (OnsitePack) pack = NULL;
  guint n_finished;

  if (!stored)
    return NULL;
  pack = onsite_pack_new_from_bytes (stored->pack, stored->loop->pack_id, error);
  if (!pack)
    return NULL;
  loops = onsite_cli_loops_list (library, error);
  if (!loops)
    return NULL;

  n_finished = count_finished_before (loops, stored->loop);

  return onsite_debrief_new (g_steal_pointer (&stored->loop), pack, n_finished);
}
