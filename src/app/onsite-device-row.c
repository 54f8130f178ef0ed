/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-device-row.h"

#include <glib/gi18n-lib.h>

#include "onsite-combo-names.h"

struct _OnsiteDeviceRow
{
  AdwComboRow parent_instance;

  OnsiteSoundChoice *choice;
  char *key;
  GPtrArray *ids; /* of the rows, the system's choice being "" */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OnsiteDeviceRow, onsite_device_row, ADW_TYPE_COMBO_ROW)

static void
add_row (GtkStringList *names, GPtrArray *ids, const char *id, const char *name)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (ids, g_strdup (id));
}

static void
add_devices (OnsiteDeviceRow *self, GtkStringList *names, GPtrArray *ids)
{
  GListModel *devices = onsite_sound_choice_get_list (self->choice, self->key);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr (OnsiteDevice) device = g_list_model_get_item (devices, i);

      add_row (names, ids, onsite_device_get_id (device), onsite_device_get_name (device));
    }
}

static void
add_missing (OnsiteDeviceRow *self, GtkStringList *names, GPtrArray *ids, const char *chosen)
{
  g_autofree char *name = onsite_sound_choice_dup_name (self->choice, self->key);
  /* Translators: the name of a microphone or a loudspeaker. */
  g_autofree char *text = g_strdup_printf (C_ ("device", "%s (not plugged in)"), name);

  add_row (names, ids, chosen, *name != '\0' ? text : C_ ("device", "Not plugged in"));
}

static gboolean
shows (OnsiteDeviceRow *self, GtkStringList *names, GPtrArray *ids)
{
  GListModel *shown = adw_combo_row_get_model (ADW_COMBO_ROW (self));

  if (shown == NULL || self->ids->len != ids->len)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!g_str_equal (g_ptr_array_index (self->ids, i), g_ptr_array_index (ids, i)) ||
        !g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (shown), i),
                      gtk_string_list_get_string (names, i)))
      return FALSE;

  return TRUE;
}

/* Somebody may have the list open: it is built anew only if it is not the same. */
static void
fill (OnsiteDeviceRow *self)
{
  g_autofree char *chosen = onsite_sound_choice_dup_id (self->choice, self->key);
  g_autofree char *words = onsite_sound_choice_describe (self->choice, self->key);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;

  add_row (names, ids, "", C_ ("device", "System’s Choice"));
  add_devices (self, names, ids);
  if (!g_ptr_array_find_with_equal_func (ids, chosen, g_str_equal, &position))
    {
      position = ids->len;
      add_missing (self, names, ids, chosen);
    }

  self->filling = TRUE;
  if (!shows (self, names, ids))
    adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  g_ptr_array_unref (self->ids);
  self->ids = g_steal_pointer (&ids);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : "");
  self->filling = FALSE;
}

static void
selected_cb (OnsiteDeviceRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->filling || position >= self->ids->len)
    return;

  onsite_sound_choice_set_id (self->choice, self->key, g_ptr_array_index (self->ids, position));
}

static void
onsite_device_row_dispose (GObject *object)
{
  OnsiteDeviceRow *self = ONSITE_DEVICE_ROW (object);

  self->filling = TRUE;
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (onsite_device_row_parent_class)->dispose (object);
}

static void
onsite_device_row_finalize (GObject *object)
{
  OnsiteDeviceRow *self = ONSITE_DEVICE_ROW (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_device_row_parent_class)->finalize (object);
}

static void
onsite_device_row_class_init (OnsiteDeviceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_device_row_dispose;
  object_class->finalize = onsite_device_row_finalize;
}

static void
onsite_device_row_init (OnsiteDeviceRow *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  /* What a device is called is no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  onsite_combo_names_show (ADW_COMBO_ROW (self));
}

void
onsite_device_row_connect (OnsiteDeviceRow *self, OnsiteSoundChoice *choice, const char *key)
{
  g_return_if_fail (ONSITE_IS_DEVICE_ROW (self));
  g_return_if_fail (self->choice == NULL);

  self->choice = g_object_ref (choice);
  self->key = g_strdup (key);
  fill (self);
  g_signal_connect_object (choice, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}
