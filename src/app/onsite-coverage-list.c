/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-coverage-list.h"

#include <glib/gi18n-lib.h>

#include "onsite-coverage-matrix.h"
#include "onsite-debrief-text.h"
#include "onsite-sign-view.h"
#include "onsite-wrap-layout.h"

#define SPACING 6

/* How many answers a row shows before it asks whether to show all. */
#define MOST_ANSWERS 12

struct _OnsiteCoverageList
{
  AdwBin parent_instance;

  const OnsiteDebrief *debrief;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (OnsiteCoverageList, onsite_coverage_list, ADW_TYPE_BIN)

static GtkWidget *
make_answer_button (const OnsiteCoverageRow *row, guint answer)
{
  const OnsiteCell *cell = onsite_coverage_row_get_cell (row, answer);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *sign = onsite_sign_view_new (cell->sources);
  g_autofree char *number = g_strdup_printf ("%u", answer + 1);
  g_autofree char *name = onsite_debrief_text_cell (row, answer);

  g_object_set (sign, "strength", cell->strength, NULL);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "debrief.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button),
                                    "(usu)",
                                    (guint) row->kind,
                                    row->target,
                                    answer);

  return button;
}

static void
show_all_cb (GtkWidget *more)
{
  GtkWidget *next = more;

  while ((next = gtk_widget_get_next_sibling (next)) != NULL)
    gtk_widget_show (next);
  gtk_widget_child_focus (gtk_widget_get_parent (more), GTK_DIR_TAB_FORWARD);
  gtk_widget_hide (more);
}

static GtkWidget *
make_more_button (guint n)
{
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n),
                                            n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (show_all_cb), NULL);

  return button;
}

static guint
count_answers (const OnsiteCoverageRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n += onsite_coverage_row_get_cell (row, i)->sources != 0;

  return n;
}

static GtkWidget *
make_answers (const OnsiteCoverageRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint n_all = count_answers (row);
  guint n = 0;

  gtk_widget_set_layout_manager (box, onsite_wrap_layout_new (SPACING));
  for (guint i = 0; i < row->cells->len; i++)
    {
      GtkWidget *button;

      if (onsite_coverage_row_get_cell (row, i)->sources == 0)
        continue;

      if (n == MOST_ANSWERS)
        gtk_box_append (GTK_BOX (box), make_more_button (n_all - n));
      button = make_answer_button (row, i);
      gtk_widget_set_visible (button, n < MOST_ANSWERS);
      gtk_box_append (GTK_BOX (box), button);
      n++;
    }
  gtk_widget_set_visible (box, n > 0);

  return box;
}

static char *
describe_gap (const OnsiteCoverageRow *row)
{
  if (row->fed_by_loops)
    return onsite_debrief_text_loops (row);
  if (row->gap)
    return g_strdup (row->n_asked > 0 ? C_ ("matrix", "Asked, and nothing said to it")
                                      : C_ ("matrix", "Nothing yet"));

  return NULL;
}

static GtkWidget *
make_title (const OnsiteCoverageRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (row->name);
  g_autofree char *gap = describe_gap (row);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (gap != NULL)
    {
      GtkWidget *label = gtk_label_new (gap);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static void
add_row (GtkListBox *list, const OnsiteCoverageRow *row)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_box_append (GTK_BOX (line), make_title (row));
  if (row->gap && !row->fed_by_loops)
    gtk_box_append (GTK_BOX (line), onsite_drill_button_new (row));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_answers (row));
  gtk_widget_add_css_class (box, "coverage-row");
  if (row->gap)
    gtk_widget_add_css_class (box, "gap");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_widget_set_focusable (list_row, FALSE);
  gtk_list_box_append (list, list_row);
}

static GtkWidget *
make_list (GPtrArray *rows, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < rows->len; i++)
    add_row (GTK_LIST_BOX (list), g_ptr_array_index (rows, i));

  return list;
}

static gboolean
unclip_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_VISIBLE);

  return G_SOURCE_REMOVE;
}

/* It comes to be seen as its page is laid out, and has the room that it wants from the
 * next frame on: for this one it must not lie over what is below it. */
static void
fill (OnsiteCoverageList *self)
{
  GtkWidget *box;

  if (self->filled || self->debrief == NULL)
    return;

  self->filled = TRUE;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACING);
  gtk_box_append (GTK_BOX (box),
                  make_list (self->debrief->principles, C_ ("matrix", "Principles")));
  gtk_box_append (GTK_BOX (box), make_list (self->debrief->checklist, C_ ("matrix", "Checklist")));
  adw_bin_set_child (ADW_BIN (self), box);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), unclip_cb, NULL, NULL);
}

static void
onsite_coverage_list_map (GtkWidget *widget)
{
  fill (ONSITE_COVERAGE_LIST (widget));

  GTK_WIDGET_CLASS (onsite_coverage_list_parent_class)->map (widget);
}

static void
onsite_coverage_list_class_init (OnsiteCoverageListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = onsite_coverage_list_map;
}

static void
onsite_coverage_list_init (OnsiteCoverageList *self)
{
}

void
onsite_coverage_list_set_debrief (OnsiteCoverageList *self, const OnsiteDebrief *debrief)
{
  g_return_if_fail (ONSITE_IS_COVERAGE_LIST (self));

  self->debrief = debrief;
  self->filled = FALSE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}
