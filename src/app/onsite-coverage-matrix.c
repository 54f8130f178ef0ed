/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-coverage-matrix.h"

#include <glib/gi18n-lib.h>

#include "loop/onsite-plan.h"
#include "onsite-cell-strip.h"
#include "onsite-debrief-text.h"
#include "onsite-matrix-header.h"
#include "onsite-matrix-line.h"

/* In logical pixels. */
#define MIN_PITCH   28
#define PITCH_SPACE 10
#define ROUND_SPACE 14

#define NAME_CHARS 26

struct _OnsiteCoverageMatrix
{
  GtkWidget parent_instance;

  OnsiteMatrixColumns *columns;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkWidget *header;
  GPtrArray *lines;  /* (element-type OnsiteMatrixLine) */
  GPtrArray *strips; /* (element-type OnsiteCellStrip): from the top */
  guint row;         /* the cursor: index in strips */
  guint column;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteCoverageMatrix,
                               onsite_coverage_matrix,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static OnsiteCellStrip *
get_strip (OnsiteCoverageMatrix *self, guint row)
{
  return g_ptr_array_index (self->strips, row);
}

static void
scroll_to_cursor (OnsiteCoverageMatrix *self)
{
  int x = onsite_matrix_columns_get_x (self->columns, self->column);

  gtk_adjustment_clamp_page (self->hadjustment,
                             x,
                             x + onsite_matrix_columns_get_pitch (self->columns));
}

/* Only the row of the cursor is a stop of Tab. */
static void
place_cursor (OnsiteCoverageMatrix *self)
{
  for (guint i = 0; i < self->strips->len; i++)
    {
      onsite_cell_strip_set_cursor (get_strip (self, i), self->column);
      gtk_widget_set_focusable (GTK_WIDGET (get_strip (self, i)), i == self->row);
    }
}

static void
move_cursor (OnsiteCoverageMatrix *self, int row, int column)
{
  GtkWidget *strip;
  int n_columns = (int) onsite_matrix_columns_get_n (self->columns);

  self->row = (guint) CLAMP (row, 0, (int) self->strips->len - 1);
  self->column = (guint) CLAMP (column, 0, n_columns - 1);
  strip = GTK_WIDGET (get_strip (self, self->row));
  onsite_cell_strip_set_cursor (ONSITE_CELL_STRIP (strip), self->column);
  gtk_widget_set_focusable (strip, TRUE);
  gtk_widget_grab_focus (strip);
  place_cursor (self);
  scroll_to_cursor (self);
}

static void
open_cell (OnsiteCoverageMatrix *self)
{
  const OnsiteCoverageRow *row = onsite_cell_strip_get_row (get_strip (self, self->row));

  gtk_widget_activate_action (GTK_WIDGET (self),
                              "debrief.open",
                              "(usu)",
                              (guint) row->kind,
                              row->target,
                              self->column);
}

static void
strip_activated_cb (OnsiteCellStrip *strip, guint column, OnsiteCoverageMatrix *self)
{
  guint row;

  if (!g_ptr_array_find (self->strips, strip, &row))
    return;

  move_cursor (self, (int) row, (int) column);
  open_cell (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                OnsiteCoverageMatrix *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int row = (int) self->row;
  int column = (int) self->column;

  if (!ONSITE_IS_CELL_STRIP (
          gtk_widget_get_focus_child (gtk_widget_get_focus_child (GTK_WIDGET (self)))) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_cursor (self, row - 1, column);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_cursor (self, row + 1, column);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_cursor (self, row, column + (mirrored ? 1 : -1));
      return GDK_EVENT_STOP;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_cursor (self, row, column + (mirrored ? -1 : 1));
      return GDK_EVENT_STOP;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_cursor (self, row, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_cursor (self, row, G_MAXINT);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      open_cell (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* How wide a column has to be for the number of its question. */
static int
measure_pitch (OnsiteCoverageMatrix *self, guint n_answers)
{
  g_autofree char *number = g_strdup_printf ("%u", MAX (n_answers, 10));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return MAX (MIN_PITCH, width + PITCH_SPACE);
}

static GtkWidget *
make_name (const OnsiteCoverageRow *row)
{
  GtkWidget *label = gtk_label_new (row->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS / 2);

  return label;
}

static GtkWidget *
make_loops_label (const OnsiteCoverageRow *row)
{
  g_autofree char *text = onsite_debrief_text_loops (row);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
make_cells (OnsiteCoverageMatrix *self, const OnsiteCoverageRow *row)
{
  GtkWidget *strip;

  if (row->fed_by_loops)
    return make_loops_label (row);

  strip = onsite_cell_strip_new (row, self->columns, self->hadjustment);
  g_signal_connect_object (strip, "activated", G_CALLBACK (strip_activated_cb), self, 0);
  g_ptr_array_add (self->strips, strip);

  return strip;
}

static void
add_line (OnsiteCoverageMatrix *self,
          GtkWidget *name,
          GtkWidget *cells,
          GtkWidget *end,
          const char *label)
{
  GtkWidget *line = onsite_matrix_line_new (name, cells, end);

  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  gtk_widget_set_parent (line, GTK_WIDGET (self));
  g_ptr_array_add (self->lines, line);
}

static void
add_row (OnsiteCoverageMatrix *self, const OnsiteCoverageRow *row)
{
  g_autofree char *label = onsite_debrief_text_row (row);

  add_line (self,
            make_name (row),
            make_cells (self, row),
            row->gap && !row->fed_by_loops ? onsite_drill_button_new (row) : NULL,
            label);
  if (row->gap)
    gtk_widget_add_css_class (g_ptr_array_index (self->lines, self->lines->len - 1), "gap");
}

static void
clear (OnsiteCoverageMatrix *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->strips, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->header = NULL;
  g_clear_pointer (&self->columns, onsite_matrix_columns_free);
}

static void
align_lines (OnsiteCoverageMatrix *self)
{
  int name = 0;
  int end = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      int line_name, line_end;

      onsite_matrix_line_get_widths (g_ptr_array_index (self->lines, i), &line_name, &line_end);
      name = MAX (name, line_name);
      end = MAX (end, line_end);
    }

  for (guint i = 0; i < self->lines->len; i++)
    onsite_matrix_line_set_widths (g_ptr_array_index (self->lines, i), name, end);
}

static void
fill (OnsiteCoverageMatrix *self, const OnsiteDebrief *debrief)
{
  self->header = onsite_matrix_header_new (self->columns, self->hadjustment);
  add_line (self, gtk_label_new (NULL), self->header, NULL, C_ ("matrix", "Questions by round"));
  for (guint i = 0; i < debrief->principles->len; i++)
    add_row (self, g_ptr_array_index (debrief->principles, i));
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), GTK_WIDGET (self));
  for (guint i = 0; i < debrief->checklist->len; i++)
    add_row (self, g_ptr_array_index (debrief->checklist, i));
  align_lines (self);
}

static void
set_hadjustment (OnsiteCoverageMatrix *self, GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) own = NULL;

  if (adjustment == NULL)
    adjustment = own = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  g_set_object (&self->hadjustment, adjustment);
  if (self->header != NULL)
    onsite_matrix_header_set_scroll (ONSITE_MATRIX_HEADER (self->header), adjustment);
  for (guint i = 0; i < self->strips->len; i++)
    onsite_cell_strip_set_scroll (get_strip (self, i), adjustment);
}

static void
onsite_coverage_matrix_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  OnsiteCoverageMatrix *self = ONSITE_COVERAGE_MATRIX (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_coverage_matrix_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  OnsiteCoverageMatrix *self = ONSITE_COVERAGE_MATRIX (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_hadjustment (self, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      /* It's as high as it is. */
      g_set_object (&self->vadjustment, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_coverage_matrix_dispose (GObject *object)
{
  OnsiteCoverageMatrix *self = ONSITE_COVERAGE_MATRIX (object);

  clear (self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (onsite_coverage_matrix_parent_class)->dispose (object);
}

static void
onsite_coverage_matrix_finalize (GObject *object)
{
  OnsiteCoverageMatrix *self = ONSITE_COVERAGE_MATRIX (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->strips);

  G_OBJECT_CLASS (onsite_coverage_matrix_parent_class)->finalize (object);
}

static void
onsite_coverage_matrix_class_init (OnsiteCoverageMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_coverage_matrix_get_property;
  object_class->set_property = onsite_coverage_matrix_set_property;
  object_class->dispose = onsite_coverage_matrix_dispose;
  object_class->finalize = onsite_coverage_matrix_finalize;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "matrix");
}

static void
onsite_coverage_matrix_init (OnsiteCoverageMatrix *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->lines = g_ptr_array_new ();
  self->strips = g_ptr_array_new ();
  set_hadjustment (self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("matrix", "Coverage"),
                                  -1);
}

void
onsite_coverage_matrix_set_debrief (OnsiteCoverageMatrix *self, const OnsiteDebrief *debrief)
{
  guint n_answers;

  g_return_if_fail (ONSITE_IS_COVERAGE_MATRIX (self));

  clear (self);
  if (debrief == NULL)
    return;

  n_answers = debrief->answers->len;
  self->columns = onsite_matrix_columns_new (debrief->loop,
                                             measure_pitch (self, n_answers),
                                             ROUND_SPACE);
  fill (self, debrief);
  if (n_answers == 0 || self->strips->len == 0)
    return;

  self->row = MIN (self->row, self->strips->len - 1);
  self->column = MIN (self->column, n_answers - 1);
  place_cursor (self);
}

GtkWidget *
onsite_drill_button_new (const OnsiteCoverageRow *row)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("button", "Drill"));
  OnsiteDrill drill = row->kind == ONSITE_TARGET_PRINCIPLE ? ONSITE_DRILL_PRINCIPLE
                                                           : ONSITE_DRILL_CHECKLIST;
  /* Translators: rehearse a few questions on a principle or a checklist item. */
  g_autofree char *label = g_strdup_printf (C_ ("button", "Drill %s"), row->name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.drill");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", (guint) drill, row->target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);

  return button;
}
