/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-cell-strip.h"

#include "drawing/onsite-sign.h"
#include "onsite-debrief-text.h"
#include "onsite-sign-view.h"
#include "onsite-style-colour.h"

/* In logical pixels. */
#define MIN_HEIGHT  28
#define MIN_SIGN    14
#define MAX_SIGN    24
#define CURSOR_LINE 2
#define DOT         2

#define FAINT 0.35f

struct _OnsiteCellStrip
{
  GtkWidget parent_instance;

  const OnsiteCoverageRow *row;
  const OnsiteMatrixColumns *columns;
  GtkAdjustment *scroll;
  guint cursor;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteCellStrip, onsite_cell_strip, GTK_TYPE_WIDGET)

/* Where a column's left edge is in the widget. */
static int
get_left (OnsiteCellStrip *self, guint column)
{
  int x = onsite_matrix_columns_get_x (self->columns, column) -
          (int) gtk_adjustment_get_value (self->scroll);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - x -
           onsite_matrix_columns_get_pitch (self->columns);

  return x;
}

static int
find_column (OnsiteCellStrip *self, double x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int from_start = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                       ? width - (int) x - 1
                       : (int) x;

  return onsite_matrix_columns_find (self->columns,
                                     from_start + (int) gtk_adjustment_get_value (self->scroll));
}

static int
get_sign_size (OnsiteCellStrip *self)
{
  return CLAMP (onsite_matrix_columns_get_least_pitch (self->columns) / 2, MIN_SIGN, MAX_SIGN);
}

static void
draw_sign (OnsiteCellStrip *self, GtkSnapshot *snapshot, const OnsiteCell *cell, int left)
{
  const OnsiteColour colour = onsite_style_colour_look_up (
      GTK_WIDGET (self),
      onsite_sign_get_colour_name (cell->sources),
      1);
  int pitch = onsite_matrix_columns_get_pitch (self->columns);
  int size = get_sign_size (self);
  int top = (gtk_widget_get_height (GTK_WIDGET (self)) - size) / 2;
  cairo_t *cr;

  left += (pitch - size) / 2;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (left, top, size, size));
  cairo_translate (cr, left, top);
  onsite_sign_draw (cr, cell->sources, cell->strength, size, &colour);
  cairo_destroy (cr);
}

/* Where nobody says anything: a dot, or a dash where nobody does in the whole row. */
static void
draw_nothing (OnsiteCellStrip *self, GtkSnapshot *snapshot, int left)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  int pitch = onsite_matrix_columns_get_pitch (self->columns);
  int width = self->row->gap ? get_sign_size (self) / 2 : DOT;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA rgba;

  gtk_style_context_get_color (style, &rgba);
  rgba.alpha *= self->row->gap ? 1.0f : onsite_style_colour_soften (GTK_WIDGET (self), FAINT);
  gtk_snapshot_append_color (
      snapshot,
      &rgba,
      &GRAPHENE_RECT_INIT (left + (pitch - width) / 2, (height - DOT) / 2, width, DOT));
}

static void
draw_cursor (OnsiteCellStrip *self, GtkSnapshot *snapshot, int left)
{
  int width = onsite_matrix_columns_get_least_pitch (self->columns);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  const float widths[4] = { CURSOR_LINE, CURSOR_LINE, CURSOR_LINE, CURSOR_LINE };
  GskRoundedRect frame;
  GdkRGBA rgba;
  GdkRGBA colours[4];

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "accent_color",
                                       &rgba))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    colours[i] = rgba;
  left += (onsite_matrix_columns_get_pitch (self->columns) - width) / 2;
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (left, 1, width, height - 2), 6);
  gtk_snapshot_append_border (snapshot, &frame, widths, colours);
}

static void
onsite_cell_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteCellStrip *self = ONSITE_CELL_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int pitch = onsite_matrix_columns_get_pitch (self->columns);

  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));

  for (guint i = 0; i < onsite_matrix_columns_get_n (self->columns); i++)
    {
      const OnsiteCell *cell = onsite_coverage_row_get_cell (self->row, i);
      int left = get_left (self, i);

      if (left + pitch <= 0 || left >= width)
        continue;
      if (cell->sources != 0)
        draw_sign (self, snapshot, cell, left);
      else
        draw_nothing (self, snapshot, left);
      if (i == self->cursor && gtk_widget_has_visible_focus (widget))
        draw_cursor (self, snapshot, left);
    }

  gtk_snapshot_pop (snapshot);
}

static void
onsite_cell_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  OnsiteCellStrip *self = ONSITE_CELL_STRIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The rest is scrolled to. */
      *minimum = onsite_matrix_columns_get_least_pitch (self->columns);
      *natural = onsite_matrix_columns_get_least_width (self->columns);
    }
  else
    {
      *minimum = MAX (MIN_HEIGHT, get_sign_size (self) * 3 / 2);
      *natural = *minimum;
    }
}

static void
update_name (OnsiteCellStrip *self)
{
  g_autofree char *name = NULL;

  if (self->cursor >= onsite_matrix_columns_get_n (self->columns))
    return;

  name = onsite_debrief_text_cell (self->row, self->cursor);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
onsite_cell_strip_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean keyboard_mode,
                                 GtkTooltip *tooltip)
{
  OnsiteCellStrip *self = ONSITE_CELL_STRIP (widget);
  int column = keyboard_mode ? (int) self->cursor : find_column (self, x);
  g_autofree char *text = NULL;
  int left;

  if (column < 0)
    return FALSE;

  left = get_left (self, (guint) column);
  text = onsite_debrief_text_cell (self->row, (guint) column);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ left,
                                             0,
                                             onsite_matrix_columns_get_pitch (self->columns),
                                             gtk_widget_get_height (widget) });

  return TRUE;
}

static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, OnsiteCellStrip *self)
{
  int column = find_column (self, x);

  if (column >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0, (guint) column);
}

/* What assistive technology calls to open the cell. */
static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0, ONSITE_CELL_STRIP (widget)->cursor);
}

static void
onsite_cell_strip_dispose (GObject *object)
{
  onsite_cell_strip_set_scroll (ONSITE_CELL_STRIP (object), NULL);

  G_OBJECT_CLASS (onsite_cell_strip_parent_class)->dispose (object);
}

static void
onsite_cell_strip_class_init (OnsiteCellStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_cell_strip_dispose;
  widget_class->measure = onsite_cell_strip_measure;
  widget_class->snapshot = onsite_cell_strip_snapshot;
  widget_class->query_tooltip = onsite_cell_strip_query_tooltip;

  signals[ACTIVATED] = g_signal_new ("activated",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "cell.open", NULL, open_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_css_name (widget_class, "cells");
}

static void
onsite_cell_strip_init (OnsiteCellStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
onsite_cell_strip_new (const OnsiteCoverageRow *row,
                       const OnsiteMatrixColumns *columns,
                       GtkAdjustment *scroll)
{
  OnsiteCellStrip *self = g_object_new (ONSITE_TYPE_CELL_STRIP, NULL);

  self->row = row;
  self->columns = columns;
  onsite_cell_strip_set_scroll (self, scroll);
  update_name (self);

  return GTK_WIDGET (self);
}

void
onsite_cell_strip_set_scroll (OnsiteCellStrip *self, GtkAdjustment *scroll)
{
  g_return_if_fail (ONSITE_IS_CELL_STRIP (self));

  if (self->scroll == scroll)
    return;

  if (self->scroll != NULL)
    g_signal_handlers_disconnect_by_func (self->scroll, gtk_widget_queue_draw, self);
  g_set_object (&self->scroll, scroll);
  if (scroll != NULL)
    g_signal_connect_object (scroll,
                             "value-changed",
                             G_CALLBACK (gtk_widget_queue_draw),
                             self,
                             G_CONNECT_SWAPPED);
}

void
onsite_cell_strip_set_cursor (OnsiteCellStrip *self, guint column)
{
  g_return_if_fail (ONSITE_IS_CELL_STRIP (self));

  if (self->cursor == column)
    return;

  self->cursor = column;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const OnsiteCoverageRow *
onsite_cell_strip_get_row (OnsiteCellStrip *self)
{
  g_return_val_if_fail (ONSITE_IS_CELL_STRIP (self), NULL);

  return self->row;
}
