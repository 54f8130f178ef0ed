/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-pack-row.h"

#include <glib/gi18n-lib.h>

#include "onsite-pack-words.h"
#include "onsite-wrap.h"

struct _OnsitePackRow
{
  AdwActionRow parent_instance;

  OnsitePackEntry *entry;

  GtkWidget *in_use;
  GtkWidget *remove;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsitePackRow, onsite_pack_row, ADW_TYPE_ACTION_ROW)

static void
remove_cb (OnsitePackRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
onsite_pack_row_dispose (GObject *object)
{
  g_clear_object (&ONSITE_PACK_ROW (object)->entry);

  G_OBJECT_CLASS (onsite_pack_row_parent_class)->dispose (object);
}

static void
onsite_pack_row_class_init (OnsitePackRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_pack_row_dispose;

  signals[REMOVED] = g_signal_new ("removed",
                                   ONSITE_TYPE_PACK_ROW,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-pack-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsitePackRow, in_use);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
onsite_pack_row_init (OnsitePackRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onsite_wrap_rows (GTK_WIDGET (self));
}

static void
name_removal (OnsitePackRow *self)
{
  /* Translators: a pack's title. */
  g_autofree char *name = g_strdup_printf (C_ ("accessible", "Remove “%s”"),
                                           onsite_pack_entry_get_name (self->entry));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
}

GtkWidget *
onsite_pack_row_new (OnsitePackEntry *entry)
{
  OnsitePackRow *self;
  g_autofree char *about = NULL;

  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (entry), NULL);

  self = g_object_new (ONSITE_TYPE_PACK_ROW, NULL);
  self->entry = g_object_ref (entry);
  about = onsite_pack_words_about (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), onsite_pack_entry_get_name (entry));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), about);
  gtk_widget_set_visible (self->remove, !onsite_pack_entry_get_built_in (entry));
  name_removal (self);

  return GTK_WIDGET (self);
}

OnsitePackEntry *
onsite_pack_row_get_entry (OnsitePackRow *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ROW (self), NULL);

  return self->entry;
}

void
onsite_pack_row_set_chosen (OnsitePackRow *self, gboolean chosen)
{
  g_return_if_fail (ONSITE_IS_PACK_ROW (self));

  gtk_widget_set_visible (self->in_use, chosen);
}
