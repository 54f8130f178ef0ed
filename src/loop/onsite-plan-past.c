/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-plan-past.h"

struct _OnsitePlanPast
{
  GHashTable *asked;   /* (element-type utf8 OnsiteHistoryItem): the last of each question */
  GHashTable *covered; /* (element-type utf8 utf8): a set of principles */
};

static void
add_item (OnsitePlanPast *self, OnsiteHistoryItem *item)
{
  const OnsiteHistoryItem *known = g_hash_table_lookup (self->asked, item->question);

  if (known == NULL || known->asked_at_us < item->asked_at_us)
    g_hash_table_insert (self->asked, item->question, item);

  for (char **principle = item->covered; principle != NULL && *principle != NULL; principle++)
    g_hash_table_add (self->covered, *principle);
}

OnsitePlanPast *
onsite_plan_past_new (GPtrArray *history)
{
  OnsitePlanPast *self = g_new0 (OnsitePlanPast, 1);

  self->asked = g_hash_table_new (g_str_hash, g_str_equal);
  self->covered = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; history != NULL && i < history->len; i++)
    add_item (self, g_ptr_array_index (history, i));

  return self;
}

void
onsite_plan_past_free (OnsitePlanPast *self)
{
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->covered);
  g_free (self);
}

gint64
onsite_plan_past_get_asked_at_us (const OnsitePlanPast *self, const char *question)
{
  const OnsiteHistoryItem *item = g_hash_table_lookup (self->asked, question);

  return item != NULL ? item->asked_at_us : G_MININT64;
}

gboolean
onsite_plan_past_is_covered (const OnsitePlanPast *self, const char *principle)
{
  return g_hash_table_contains (self->covered, principle);
}
