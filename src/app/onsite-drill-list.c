/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-drill-list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  OnsiteDrill drill;
  char *target;
} Entry;

struct _OnsiteDrillList
{
  GObject parent_instance;

  GArray *entries;
  GtkStringList *names;
};

G_DEFINE_FINAL_TYPE (OnsiteDrillList, onsite_drill_list, G_TYPE_OBJECT)

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->target);
}

static void
add (OnsiteDrillList *self, const char *name, OnsiteDrill drill, const char *target)
{
  Entry entry = { drill, g_strdup (target) };

  g_array_append_val (self->entries, entry);
  gtk_string_list_append (self->names, name);
}

static void
add_all (OnsiteDrillList *self, OnsitePack *pack)
{
  GPtrArray *categories = onsite_pack_get_categories (pack);
  GPtrArray *principles = onsite_pack_get_principles (pack);
  GPtrArray *checklist = onsite_pack_get_checklist (pack);

  add (self, C_ ("drill", "What Was Not Heard Yet"), ONSITE_DRILL_GAPS, "");

  for (guint i = 0; i < categories->len; i++)
    {
      const OnsiteCategory *category = g_ptr_array_index (categories, i);

      add (self, category->name, ONSITE_DRILL_CATEGORY, category->id);
    }
  for (guint i = 0; i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);

      add (self, principle->name, ONSITE_DRILL_PRINCIPLE, principle->id);
    }
  for (guint i = 0; i < checklist->len; i++)
    {
      const OnsiteChecklistItem *item = g_ptr_array_index (checklist, i);

      /* What loops feed has no question that could be asked. */
      if (!item->fed_by_loops)
        add (self, item->name, ONSITE_DRILL_CHECKLIST, item->id);
    }
}

static void
onsite_drill_list_finalize (GObject *object)
{
  OnsiteDrillList *self = ONSITE_DRILL_LIST (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (onsite_drill_list_parent_class)->finalize (object);
}

static void
onsite_drill_list_class_init (OnsiteDrillListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_drill_list_finalize;
}

static void
onsite_drill_list_init (OnsiteDrillList *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->names = gtk_string_list_new (NULL);
}

OnsiteDrillList *
onsite_drill_list_new (OnsitePack *pack)
{
  OnsiteDrillList *self = g_object_new (ONSITE_TYPE_DRILL_LIST, NULL);

  add_all (self, pack);

  return self;
}

GListModel *
onsite_drill_list_get_names (OnsiteDrillList *self)
{
  g_return_val_if_fail (ONSITE_IS_DRILL_LIST (self), NULL);

  return G_LIST_MODEL (self->names);
}

guint
onsite_drill_list_get_n_drills (OnsiteDrillList *self)
{
  g_return_val_if_fail (ONSITE_IS_DRILL_LIST (self), 0);

  return self->entries->len;
}

OnsiteDrill
onsite_drill_list_get_drill (OnsiteDrillList *self, guint position)
{
  g_return_val_if_fail (ONSITE_IS_DRILL_LIST (self), ONSITE_DRILL_GAPS);
  g_return_val_if_fail (position < self->entries->len, ONSITE_DRILL_GAPS);

  return g_array_index (self->entries, Entry, position).drill;
}

const char *
onsite_drill_list_get_target (OnsiteDrillList *self, guint position)
{
  g_return_val_if_fail (ONSITE_IS_DRILL_LIST (self), NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  return g_array_index (self->entries, Entry, position).target;
}

guint
onsite_drill_list_find (OnsiteDrillList *self, OnsiteDrill drill, const char *target)
{
  g_return_val_if_fail (ONSITE_IS_DRILL_LIST (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->drill == drill && g_strcmp0 (entry->target, target) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}
