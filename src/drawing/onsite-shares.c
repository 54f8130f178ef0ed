/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-shares.h"

/* In units of the surface. */
#define LINE       1.0
#define BAR_LINE   2.0
#define BAR_MOST   44.0
#define BAR_GAP    3.0
#define GROUP_GAP  12.0
#define TEXT_GAP   4.0
#define LEGEND_GAP 18.0
#define SWATCH     12.0
#define HATCH_STEP 6.0

#define GROUP_LINES 2

/* How the bars of a series are filled. */
typedef enum
{
  FULL,
  HATCHED,
  EMPTY,
} Filling;

/* Where the bars are, and what is left for what is written around them. */
typedef struct
{
  double width;
  double top;
  double bottom;
  double group;
  double bar;
  guint most;
} Field;

static PangoLayout *
make_layout (const OnsiteShares *self, cairo_t *cr, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* A group's name, within the room that it has. */
static PangoLayout *
make_group_layout (const OnsiteShares *self, cairo_t *cr, guint group, double width)
{
  PangoLayout *layout = make_layout (self, cr, self->groups[group]);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -GROUP_LINES);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static void
get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

static void
show_text (const OnsiteShares *self, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  onsite_colour_set_source (&self->text, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static double
get_line_height (const OnsiteShares *self, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = make_layout (self, cr, "0");
  double width, height;

  get_size (layout, &width, &height);

  return height;
}

static double
get_groups_height (const OnsiteShares *self, cairo_t *cr, double width)
{
  double most = 0;

  for (guint i = 0; i < self->n_groups; i++)
    {
      g_autoptr (PangoLayout) layout = make_group_layout (self, cr, i, width);
      double text_width, height;

      get_size (layout, &text_width, &height);
      most = MAX (most, height);
    }

  return most;
}

static guint
find_most (const OnsiteShares *self)
{
  guint most = 1;

  for (guint i = 0; i < self->n_series; i++)
    for (guint j = 0; j < self->n_groups; j++)
      most = MAX (most, self->series[i].values[j]);

  return most;
}

static Field
measure_field (const OnsiteShares *self, cairo_t *cr, double width, double height)
{
  double line = get_line_height (self, cr);
  double legend = self->n_series > 1 ? line + TEXT_GAP * 2 : 0;
  Field field = { .width = width, .most = find_most (self) };
  double room;

  field.group = width / self->n_groups;
  field.top = legend + line + TEXT_GAP;
  field.bottom = height - TEXT_GAP - get_groups_height (self, cr, field.group - TEXT_GAP);
  room = field.group - GROUP_GAP - BAR_GAP * (self->n_series - 1);
  field.bar = CLAMP (room / self->n_series, LINE, BAR_MOST);

  return field;
}

static void
hatch (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (double from = x - height; from < x + width; from += HATCH_STEP)
    {
      cairo_move_to (cr, from, y + height);
      cairo_line_to (cr, from + height, y);
    }
  cairo_set_line_width (cr, BAR_LINE);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bar (const OnsiteShares *self,
          cairo_t *cr,
          guint series,
          double x,
          double y,
          double width,
          double height)
{
  double inset = MIN (BAR_LINE, MIN (width, height)) / 2;

  onsite_colour_set_source (&self->series[series].colour, cr);
  if (series == FULL)
    {
      cairo_rectangle (cr, x, y, width, height);
      cairo_fill (cr);
      return;
    }

  if (series == HATCHED)
    hatch (cr, x, y, width, height);
  cairo_rectangle (cr, x + inset, y + inset, width - 2 * inset, height - 2 * inset);
  cairo_set_line_width (cr, 2 * inset);
  cairo_stroke (cr);
}

/* Where something that is @inner wide begins, seen from the left, when reading
 * from its own side it begins at @x of @width. */
static double
from_left (const OnsiteShares *self, double x, double inner, double width)
{
  return self->right_to_left ? width - x - inner : x;
}

static double
get_bars_width (const OnsiteShares *self, const Field *field)
{
  return field->bar * self->n_series + BAR_GAP * (self->n_series - 1);
}

/* Where a part of a group's bars begins, @start from where all of them do. */
static double
get_bars_x (const OnsiteShares *self, const Field *field, guint group, double start, double width)
{
  double bars = get_bars_width (self, field);

  return from_left (self,
                    group * field->group + (field->group - bars) / 2 + start,
                    width,
                    field->width);
}

static double
get_bar_height (const Field *field, guint share)
{
  return (field->bottom - field->top) * share / field->most;
}

/* Over bars from @x on that are @width wide, and smaller than the rest where it
 * would reach into what is written beside it. */
static void
write_share (const OnsiteShares *self,
             cairo_t *cr,
             const Field *field,
             guint share,
             double x,
             double width)
{
  g_autofree char *text = self->format (share);
  g_autoptr (PangoLayout) layout = make_layout (self, cr, text);
  double text_width, text_height;

  get_size (layout, &text_width, &text_height);
  if (text_width > width)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (width / text_width));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
      get_size (layout, &text_width, &text_height);
    }
  show_text (self,
             cr,
             layout,
             x + (width - text_width) / 2,
             field->bottom - get_bar_height (field, share) - text_height - TEXT_GAP / 2);
}

static gboolean
are_equal (const OnsiteShares *self, guint group)
{
  for (guint i = 1; i < self->n_series; i++)
    if (self->series[i].values[group] != self->series[0].values[group])
      return FALSE;

  return TRUE;
}

static void
write_shares (const OnsiteShares *self, cairo_t *cr, const Field *field, guint group)
{
  double bars = get_bars_width (self, field);

  if (are_equal (self, group))
    {
      write_share (self,
                   cr,
                   field,
                   self->series[0].values[group],
                   get_bars_x (self, field, group, 0, bars),
                   bars);
      return;
    }

  for (guint i = 0; i < self->n_series; i++)
    write_share (self,
                 cr,
                 field,
                 self->series[i].values[group],
                 get_bars_x (self, field, group, i * (field->bar + BAR_GAP), field->bar),
                 field->bar);
}

static void
draw_group (const OnsiteShares *self, cairo_t *cr, const Field *field, guint group)
{
  double room = field->group - TEXT_GAP;
  double x = from_left (self, group * field->group + TEXT_GAP / 2, room, field->width);
  g_autoptr (PangoLayout) layout = make_group_layout (self, cr, group, room);

  for (guint i = 0; i < self->n_series; i++)
    {
      double height = get_bar_height (field, self->series[i].values[group]);

      draw_bar (self,
                cr,
                i,
                get_bars_x (self, field, group, i * (field->bar + BAR_GAP), field->bar),
                field->bottom - height,
                field->bar,
                height);
    }
  write_shares (self, cr, field, group);
  show_text (self, cr, layout, x, field->bottom + TEXT_GAP);
}

static void
draw_ground (const OnsiteShares *self, cairo_t *cr, const Field *field)
{
  onsite_colour_set_source (&self->line, cr);
  cairo_set_line_width (cr, LINE);
  cairo_move_to (cr, 0, field->bottom + LINE / 2);
  cairo_line_to (cr, field->width, field->bottom + LINE / 2);
  cairo_stroke (cr);
}

static void
draw_legend (const OnsiteShares *self, cairo_t *cr, double width)
{
  double x = 0;

  for (guint i = 0; i < self->n_series; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, cr, self->series[i].name);
      double text_width, height;

      get_size (layout, &text_width, &height);
      draw_bar (self,
                cr,
                i,
                from_left (self, x, SWATCH, width),
                (height - SWATCH) / 2,
                SWATCH,
                SWATCH);
      x += SWATCH + TEXT_GAP;
      show_text (self, cr, layout, from_left (self, x, text_width, width), 0);
      x += text_width + LEGEND_GAP;
    }
}

void
onsite_shares_draw (const OnsiteShares *self, cairo_t *cr, double width, double height)
{
  Field field;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (self->n_groups > 0);
  g_return_if_fail (self->n_series > 0 && self->n_series <= ONSITE_SHARES_MOST_SERIES);

  cairo_save (cr);
  cairo_new_path (cr);
  field = measure_field (self, cr, width, height);
  if (self->n_series > 1)
    draw_legend (self, cr, width);
  for (guint i = 0; i < self->n_groups; i++)
    draw_group (self, cr, &field, i);
  draw_ground (self, cr, &field);
  cairo_new_path (cr);
  cairo_restore (cr);
}
