/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-receipt-view.h"

#include <glib/gi18n-lib.h>

#include "debrief/onsite-receipt-text.h"

struct _OnsiteReceiptView
{
  AdwBin parent_instance;

  GtkExpander *expander;
};

G_DEFINE_FINAL_TYPE (OnsiteReceiptView, onsite_receipt_view, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);

  return label;
}

static GtkWidget *
make_grid (GPtrArray *lines)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 6);

  for (guint i = 0; i < lines->len; i++)
    {
      const OnsiteReceiptLine *line = g_ptr_array_index (lines, i);
      GtkWidget *name = make_label (line->name);
      GtkWidget *value = make_label (line->value);

      gtk_widget_add_css_class (name, "dim-label");
      gtk_widget_add_css_class (value, "numeric");
      gtk_accessible_update_relation (GTK_ACCESSIBLE (value),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      name,
                                      NULL,
                                      -1);
      gtk_grid_attach (GTK_GRID (grid), name, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, (int) i, 1, 1);
    }

  return grid;
}

static void
onsite_receipt_view_class_init (OnsiteReceiptViewClass *klass)
{
}

static void
onsite_receipt_view_init (OnsiteReceiptView *self)
{
  const char *title = C_ ("answer", "About This Recording");

  self->expander = GTK_EXPANDER (gtk_expander_new (title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
onsite_receipt_view_set_clip (OnsiteReceiptView *self, const OnsiteClip *clip)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (ONSITE_IS_RECEIPT_VIEW (self));

  if (clip != NULL && clip->n_samples > 0)
    {
      GtkWidget *grid;

      lines = onsite_receipt_text_new (clip);
      grid = make_grid (lines);
      /* GTK 4.8 tabs into what is folded away, which has no window then. */
      g_object_bind_property (self->expander, "expanded", grid, "can-focus", G_BINDING_SYNC_CREATE);
      gtk_expander_set_child (self->expander, grid);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), lines != NULL);
}
