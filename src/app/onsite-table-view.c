/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-table-view.h"

#include "onsite-first-fit-layout.h"
#include "onsite-guide-label.h"

#define SPACING 24

struct _OnsiteTableView
{
  AdwBin parent_instance;

  GPtrArray *wide;   /* (element-type GtkWidget): each row in columns */
  GPtrArray *narrow; /* (element-type GtkWidget): each row on its own */
};

G_DEFINE_FINAL_TYPE (OnsiteTableView, onsite_table_view, ADW_TYPE_BIN)

static void
onsite_table_view_finalize (GObject *object)
{
  OnsiteTableView *self = ONSITE_TABLE_VIEW (object);

  g_ptr_array_unref (self->wide);
  g_ptr_array_unref (self->narrow);

  G_OBJECT_CLASS (onsite_table_view_parent_class)->finalize (object);
}

static void
onsite_table_view_class_init (OnsiteTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_table_view_finalize;
}

static void
onsite_table_view_init (OnsiteTableView *self)
{
  self->wide = g_ptr_array_new ();
  self->narrow = g_ptr_array_new ();
}

static GtkWidget *
make_box (GtkOrientation orientation, int spacing, GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation",
                                 orientation,
                                 "spacing",
                                 spacing,
                                 "accessible-role",
                                 role,
                                 NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);

  return box;
}

static GtkWidget *
make_cell (const char *text, GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role",
                                  role,
                                  "label",
                                  text,
                                  "selectable",
                                  role == GTK_ACCESSIBLE_ROLE_CELL,
                                  "xalign",
                                  0.0,
                                  NULL);

  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_add_css_class (cell, css_class);

  return cell;
}

/* @columns: a #GtkSizeGroup for each, by which they stand below one another. */
static GtkWidget *
make_wide_row (GStrv cells, GPtrArray *columns, GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *row = make_box (GTK_ORIENTATION_HORIZONTAL,
                             SPACING,
                             GTK_ACCESSIBLE_ROLE_ROW,
                             "table-row");

  for (guint i = 0; cells[i] != NULL; i++)
    {
      GtkWidget *cell = make_cell (cells[i], role, css_class);

      gtk_size_group_add_widget (g_ptr_array_index (columns, i), cell);
      gtk_box_append (GTK_BOX (row), cell);
    }

  return row;
}

static GPtrArray *
make_columns (GStrv names)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));

  return columns;
}

static GtkWidget *
make_wide (OnsiteTableView *self, const OnsiteGuideBlock *block)
{
  GtkWidget *table = make_box (GTK_ORIENTATION_VERTICAL, 0, GTK_ACCESSIBLE_ROLE_TABLE, "card");
  g_autoptr (GPtrArray) columns = make_columns (block->names);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->title,
                                  -1);
  gtk_box_append (
      GTK_BOX (table),
      make_wide_row (block->names, columns, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "heading"));
  for (guint i = 0; i < block->parts->len; i++)
    {
      const OnsiteGuideRow *row = g_ptr_array_index (block->parts, i);
      GtkWidget *widget = make_wide_row (row->cells, columns, GTK_ACCESSIBLE_ROLE_CELL, "numeric");

      g_ptr_array_add (self->wide, widget);
      gtk_box_append (GTK_BOX (table), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (table), widget);
    }

  return table;
}

static GtkWidget *
make_narrow_cell (const char *column, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING / 2);
  GtkWidget *name = onsite_guide_label_new (column, NULL);
  GtkWidget *cell = onsite_guide_label_new (text, "numeric");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (cell), 1);
  gtk_label_set_justify (GTK_LABEL (cell), GTK_JUSTIFY_RIGHT);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), cell);

  return line;
}

/* The first cell names the row. */
static GtkWidget *
make_narrow_row (const OnsiteGuideBlock *block, const OnsiteGuideRow *row)
{
  GtkWidget *box = make_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GROUP, "table-row");

  gtk_box_append (GTK_BOX (box), onsite_guide_label_new_heading (row->cells[0], "heading", 3));
  for (guint i = 1; row->cells[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_narrow_cell (block->names[i], row->cells[i]));

  return box;
}

static GtkWidget *
make_narrow (OnsiteTableView *self, const OnsiteGuideBlock *block)
{
  GtkWidget *list = make_box (GTK_ORIENTATION_VERTICAL, 0, GTK_ACCESSIBLE_ROLE_GROUP, "card");

  for (guint i = 0; i < block->parts->len; i++)
    {
      GtkWidget *row = make_narrow_row (block, g_ptr_array_index (block->parts, i));

      if (i > 0)
        gtk_box_append (GTK_BOX (list), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      g_ptr_array_add (self->narrow, row);
      gtk_box_append (GTK_BOX (list), row);
    }

  return list;
}

GtkWidget *
onsite_table_view_new (const OnsiteGuideBlock *block)
{
  OnsiteTableView *self;
  GtkWidget *shapes;

  g_return_val_if_fail (block != NULL && block->kind == ONSITE_GUIDE_TABLE, NULL);

  self = g_object_new (ONSITE_TYPE_TABLE_VIEW, NULL);
  shapes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (shapes, onsite_first_fit_layout_new ());
  gtk_box_append (GTK_BOX (shapes), make_wide (self, block));
  gtk_box_append (GTK_BOX (shapes), make_narrow (self, block));
  adw_bin_set_child (ADW_BIN (self), shapes);

  return GTK_WIDGET (self);
}

GtkWidget *
onsite_table_view_get_row (OnsiteTableView *self, guint row)
{
  GtkWidget *wide;

  g_return_val_if_fail (ONSITE_IS_TABLE_VIEW (self), NULL);
  g_return_val_if_fail (row < self->wide->len, NULL);

  wide = g_ptr_array_index (self->wide, row);

  return gtk_widget_get_mapped (wide) ? wide : g_ptr_array_index (self->narrow, row);
}
