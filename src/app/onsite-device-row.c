/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-device-row.h"

#include <glib/gi18n-lib.h>

#include "audio/onsite-devices.h"

struct _OnsiteDeviceRow
{
  AdwComboRow parent_instance;

  GListModel *devices;
  GSettings *settings;
  char *key;
  GPtrArray *ids; /* of the rows, the system's choice being "" */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OnsiteDeviceRow, onsite_device_row, ADW_TYPE_COMBO_ROW)

static void
add_row (OnsiteDeviceRow *self, GtkStringList *names, const char *id, const char *name)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (self->ids, g_strdup (id));
}

static void
add_devices (OnsiteDeviceRow *self, GtkStringList *names)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->devices); i++)
    {
      g_autoptr (OnsiteDevice) device = g_list_model_get_item (self->devices, i);

      add_row (self, names, onsite_device_get_id (device), onsite_device_get_name (device));
    }
}

static void
fill (OnsiteDeviceRow *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, self->key);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint position = 0;

  g_ptr_array_set_size (self->ids, 0);
  add_row (self, names, "", C_ ("device", "System’s choice"));
  add_devices (self, names);
  if (!g_ptr_array_find_with_equal_func (self->ids, chosen, g_str_equal, &position))
    {
      position = self->ids->len;
      add_row (self, names, chosen, C_ ("device", "Not plugged in"));
    }

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->filling = FALSE;
}

/* Not if it was this row that changed it. */
static void
setting_changed_cb (OnsiteDeviceRow *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, self->key);
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (position >= self->ids->len || !g_str_equal (g_ptr_array_index (self->ids, position), chosen))
    fill (self);
}

static void
selected_cb (OnsiteDeviceRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->filling || self->ids == NULL || position >= self->ids->len)
    return;

  g_settings_set_string (self->settings, self->key, g_ptr_array_index (self->ids, position));
}

static void
onsite_device_row_dispose (GObject *object)
{
  OnsiteDeviceRow *self = ONSITE_DEVICE_ROW (object);

  self->filling = TRUE;
  g_clear_object (&self->devices);
  g_clear_object (&self->settings);

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
}

void
onsite_device_row_connect (OnsiteDeviceRow *self,
                           GListModel *devices,
                           GSettings *settings,
                           const char *key)
{
  g_autofree char *detailed = g_strdup_printf ("changed::%s", key);

  g_return_if_fail (ONSITE_IS_DEVICE_ROW (self));
  g_return_if_fail (self->devices == NULL);

  self->devices = g_object_ref (devices);
  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  fill (self);
  g_signal_connect_object (devices, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings,
                           detailed,
                           G_CALLBACK (setting_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}
