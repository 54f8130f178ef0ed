/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-history-item.h"

OnsiteHistoryItem *
onsite_history_item_new (const char *question, gint64 asked_at_us, const char *const *covered)
{
  OnsiteHistoryItem *self;

  g_return_val_if_fail (question != NULL, NULL);

  self = g_new0 (OnsiteHistoryItem, 1);
  self->question = g_strdup (question);
  self->asked_at_us = asked_at_us;
  self->covered = covered != NULL ? g_strdupv ((GStrv) covered) : g_new0 (char *, 1);

  return self;
}

void
onsite_history_item_free (OnsiteHistoryItem *self)
{
  g_free (self->question);
  g_strfreev (self->covered);
  g_free (self);
}
