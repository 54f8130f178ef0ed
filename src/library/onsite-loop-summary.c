/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-loop-summary.h"

void
onsite_loop_summary_free (OnsiteLoopSummary *self)
{
  g_free (self->id);
  g_free (self->pack_id);
  g_free (self->level);
  g_free (self->target);
  g_free (self);
}
