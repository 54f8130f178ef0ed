/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-pack-combo-row.h"

#include <glib/gi18n-lib.h>

#include "onsite-combo-names.h"
#include "onsite-pack-words.h"

struct _OnsitePackComboRow
{
  AdwComboRow parent_instance;

  OnsitePackChoice *packs;
  GPtrArray *entries; /* of the rows */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OnsitePackComboRow, onsite_pack_combo_row, ADW_TYPE_COMBO_ROW)

static gboolean
has_translation (OnsitePackComboRow *self, OnsitePackEntry *entry)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      OnsitePackEntry *other = g_ptr_array_index (self->entries, i);

      if (other != entry &&
          g_str_equal (onsite_pack_entry_get_id (other), onsite_pack_entry_get_id (entry)))
        return TRUE;
    }

  return FALSE;
}

/* With its language, where it is there in several. */
static char *
name_entry (OnsitePackComboRow *self, OnsitePackEntry *entry)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);
  g_autofree char *language = onsite_pack_words_language (onsite_pack_get_language (pack));

  if (!has_translation (self, entry))
    return g_strdup (onsite_pack_get_title (pack));

  /* Translators: a pack's title, and its language. */
  return g_strdup_printf (C_ ("pack", "%s (%s)"), onsite_pack_get_title (pack), language);
}

static void
collect_entries (OnsitePackComboRow *self)
{
  GListModel *store = G_LIST_MODEL (onsite_pack_choice_get_store (self->packs));

  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < g_list_model_get_n_items (store); i++)
    {
      g_autoptr (OnsitePackEntry) entry = g_list_model_get_item (store, i);

      if (onsite_pack_entry_get_pack (entry) != NULL)
        g_ptr_array_add (self->entries, g_steal_pointer (&entry));
    }
}

static guint
find_chosen (OnsitePackComboRow *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (onsite_pack_choice_is_chosen (self->packs, g_ptr_array_index (self->entries, i)))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
fill (OnsitePackComboRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen;

  collect_entries (self);
  chosen = find_chosen (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *name = name_entry (self, g_ptr_array_index (self->entries, i));

      gtk_string_list_append (names, name);
    }

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), chosen);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->entries->len > 1 && chosen != GTK_INVALID_LIST_POSITION);
}

/* Not if it was this row that chose it. */
static void
pack_chosen_cb (OnsitePackComboRow *self)
{
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self)) != find_chosen (self))
    fill (self);
}

static void
selected_cb (OnsitePackComboRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (!self->filling && position < self->entries->len)
    onsite_pack_choice_choose (self->packs, g_ptr_array_index (self->entries, position));
}

static void
onsite_pack_combo_row_dispose (GObject *object)
{
  OnsitePackComboRow *self = ONSITE_PACK_COMBO_ROW (object);

  self->filling = TRUE;
  g_clear_object (&self->packs);

  G_OBJECT_CLASS (onsite_pack_combo_row_parent_class)->dispose (object);
}

static void
onsite_pack_combo_row_finalize (GObject *object)
{
  g_clear_pointer (&ONSITE_PACK_COMBO_ROW (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_pack_combo_row_parent_class)->finalize (object);
}

static void
onsite_pack_combo_row_class_init (OnsitePackComboRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_pack_combo_row_dispose;
  object_class->finalize = onsite_pack_combo_row_finalize;
}

static void
onsite_pack_combo_row_init (OnsitePackComboRow *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  onsite_combo_names_show (ADW_COMBO_ROW (self));
}

void
onsite_pack_combo_row_connect (OnsitePackComboRow *self, OnsitePackChoice *packs)
{
  g_return_if_fail (ONSITE_IS_PACK_COMBO_ROW (self));
  g_return_if_fail (self->packs == NULL);

  self->packs = g_object_ref (packs);
  fill (self);
  g_signal_connect_object (onsite_pack_choice_get_store (packs),
                           "items-changed",
                           G_CALLBACK (fill),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (packs,
                           "notify::pack",
                           G_CALLBACK (pack_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}
