/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-outline-bin.h"

struct _OnsiteOutlineBin
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (OnsiteOutlineBin, onsite_outline_bin, ADW_TYPE_BIN)

static gboolean
onsite_outline_bin_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkListBox *list = GTK_LIST_BOX (adw_bin_get_child (ADW_BIN (widget)));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return !has_focus && row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));

  return GTK_WIDGET_CLASS (onsite_outline_bin_parent_class)->focus (widget, direction);
}

static void
onsite_outline_bin_class_init (OnsiteOutlineBinClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = onsite_outline_bin_focus;
}

static void
onsite_outline_bin_init (OnsiteOutlineBin *self)
{
}
