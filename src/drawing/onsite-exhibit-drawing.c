/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-drawing.h"

#include "onsite-exhibit-legend.h"
#include "onsite-exhibit-line.h"
#include "onsite-exhibit-shape.h"

/* The type of each text, as a share of the context's. */
#define SCALE_LABEL 0.95
#define SCALE_NOTE  0.8
#define SCALE_SMALL 0.84

/* Where texts are wrapped, in em. */
#define WRAP_BOX   7.2
#define WRAP_ARROW 5.6
#define WRAP_ZONE  12.0

/* Between a box's label and its note, in em. */
#define NOTE_GAP 0.15

/* Between an arrow's label and what is seen of the arrow beside it, in em. */
#define LABEL_GAP 0.2

/* As it was written down is easier to talk about: it may be that much smaller. */
#define PREFERENCE 0.85

typedef struct
{
  PangoLayout *label;
  PangoLayout *note;
} Text;

struct _OnsiteExhibitDrawing
{
  const OnsiteExhibit *exhibit;
  PangoContext *context;
  double em;
  Text *boxes;
  PangoLayout **zones;
  PangoLayout **labels;
  OnsiteExhibitLayout *layout;
  OnsiteExhibitLegend *legend;
};

/* A context of our own, in which a text is as wide at any scale. */
static PangoContext *
make_context (PangoContext *context)
{
  PangoContext *own = pango_font_map_create_context (pango_context_get_font_map (context));
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (own, options);
  pango_cairo_context_set_resolution (own, pango_cairo_context_get_resolution (context));
  pango_context_set_font_description (own, pango_context_get_font_description (context));
  pango_context_set_language (own, pango_context_get_language (context));
  pango_context_set_round_glyph_positions (own, FALSE);
  cairo_font_options_destroy (options);

  return own;
}

/* The size of the type in units of the surface, of which a line takes about one and a third. */
static double
measure_em (PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);

  return MAX (1.0, pango_units_to_double (height) / 1.33);
}

static PangoLayout *
make_text (OnsiteExhibitDrawing *self,
           const char *text,
           double scale,
           PangoWeight weight,
           double wrap)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (self->context));
  int size = pango_font_description_get_size (font);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size * scale);
  else
    pango_font_description_set_size (font, (int) (size * scale));
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, pango_units_from_double (wrap * self->em));
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

/* What the text fills: a word may be wider than the room it was given, most are narrower. */
static cairo_rectangle_t
get_ink (PangoLayout *text)
{
  PangoRectangle extent;

  pango_layout_get_extents (text, NULL, &extent);

  return (cairo_rectangle_t){ pango_units_to_double (extent.x),
                              pango_units_to_double (extent.y),
                              pango_units_to_double (extent.width),
                              pango_units_to_double (extent.height) };
}

static cairo_rectangle_t
measure_box (OnsiteExhibitDrawing *self, guint i)
{
  const OnsiteExhibitBox *box = g_ptr_array_index (self->exhibit->boxes, i);
  cairo_rectangle_t size = get_ink (self->boxes[i].label);

  if (self->boxes[i].note != NULL)
    {
      cairo_rectangle_t note = get_ink (self->boxes[i].note);

      size.width = MAX (size.width, note.width);
      size.height += NOTE_GAP * self->em + note.height;
    }
  onsite_exhibit_shape_pad (box->kind, self->em, &size);

  return size;
}

static void
make_texts (OnsiteExhibitDrawing *self)
{
  const OnsiteExhibit *exhibit = self->exhibit;

  self->boxes = g_new0 (Text, exhibit->boxes->len);
  self->zones = g_new0 (PangoLayout *, exhibit->zones->len);
  self->labels = g_new0 (PangoLayout *, exhibit->arrows->len);
  for (guint i = 0; i < exhibit->boxes->len; i++)
    {
      const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, i);

      self->boxes[i].label = make_text (self,
                                        box->label,
                                        SCALE_LABEL,
                                        PANGO_WEIGHT_MEDIUM,
                                        WRAP_BOX);
      if (box->note != NULL)
        self->boxes[i].note = make_text (self,
                                         box->note,
                                         SCALE_NOTE,
                                         PANGO_WEIGHT_NORMAL,
                                         WRAP_BOX);
    }
  for (guint i = 0; i < exhibit->zones->len; i++)
    {
      const OnsiteExhibitZone *zone = g_ptr_array_index (exhibit->zones, i);

      self->zones[i] = make_text (self, zone->label, SCALE_SMALL, PANGO_WEIGHT_BOLD, WRAP_ZONE);
    }
  for (guint i = 0; i < exhibit->arrows->len; i++)
    {
      const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, i);

      if (arrow->label != NULL)
        self->labels[i] = make_text (self,
                                     arrow->label,
                                     SCALE_SMALL,
                                     PANGO_WEIGHT_NORMAL,
                                     WRAP_ARROW);
    }
}

/* Leads an end of an arrow from its box's rectangle on to the outline. */
static void
reach_outline (OnsiteExhibitDrawing *self,
               const char *id,
               OnsiteExhibitPoint *end,
               const OnsiteExhibitPoint *next)
{
  const OnsiteExhibitBox *box = onsite_exhibit_find_box (self->exhibit, id);
  gboolean vertical = ABS (end->x - next->x) < 0.01;
  const cairo_rectangle_t *place;
  double inset;
  guint i = 0;

  g_ptr_array_find (self->exhibit->boxes, box, &i);
  place = &g_array_index (self->layout->boxes, cairo_rectangle_t, i);
  inset = onsite_exhibit_shape_inset (box->kind,
                                      self->em,
                                      place,
                                      vertical,
                                      vertical ? end->x : end->y);
  if (vertical)
    end->y += end->y > next->y ? inset : -inset;
  else
    end->x += end->x > next->x ? inset : -inset;
}

static void
reach_outlines (OnsiteExhibitDrawing *self)
{
  for (guint i = 0; i < self->exhibit->arrows->len; i++)
    {
      const OnsiteExhibitArrow *arrow = g_ptr_array_index (self->exhibit->arrows, i);
      GArray *way = g_ptr_array_index (self->layout->ways, i);
      OnsiteExhibitPoint *points = (gpointer) way->data;

      reach_outline (self, arrow->from, points, points + 1);
      reach_outline (self, arrow->to, points + way->len - 1, points + way->len - 2);
    }
}

static void
lay_out (OnsiteExhibitDrawing *self, gboolean transposed)
{
  const OnsiteExhibit *exhibit = self->exhibit;
  g_autofree cairo_rectangle_t *boxes = g_new0 (cairo_rectangle_t, exhibit->boxes->len);
  g_autofree cairo_rectangle_t *zones = g_new0 (cairo_rectangle_t, exhibit->zones->len);
  g_autofree cairo_rectangle_t *labels = g_new0 (cairo_rectangle_t, exhibit->arrows->len);
  OnsiteExhibitSizes sizes = { self->em, boxes, zones, labels };

  for (guint i = 0; i < exhibit->boxes->len; i++)
    boxes[i] = measure_box (self, i);
  for (guint i = 0; i < exhibit->zones->len; i++)
    zones[i] = get_ink (self->zones[i]);
  for (guint i = 0; i < exhibit->arrows->len; i++)
    if (self->labels[i] != NULL)
      labels[i] = get_ink (self->labels[i]);

  self->layout = onsite_exhibit_layout_new (exhibit, &sizes, transposed);
  reach_outlines (self);
}

OnsiteExhibitDrawing *
onsite_exhibit_drawing_new (const OnsiteExhibit *exhibit,
                            PangoContext *context,
                            gboolean transposed)
{
  OnsiteExhibitDrawing *self = g_new0 (OnsiteExhibitDrawing, 1);

  self->exhibit = exhibit;
  self->context = make_context (context);
  self->em = measure_em (self->context);
  make_texts (self);
  lay_out (self, transposed);
  self->legend = onsite_exhibit_legend_new (exhibit, self->context, self->em, self->layout->width);

  return self;
}

OnsiteExhibitDrawing *
onsite_exhibit_drawing_choose (OnsiteExhibitDrawing *written,
                               OnsiteExhibitDrawing *transposed,
                               double width)
{
  if (width < 0 || width >= PREFERENCE * written->layout->width ||
      transposed->layout->width >= PREFERENCE * written->layout->width)
    return written;

  return transposed;
}

void
onsite_exhibit_drawing_free (OnsiteExhibitDrawing *self)
{
  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    {
      g_clear_object (&self->boxes[i].label);
      g_clear_object (&self->boxes[i].note);
    }
  for (guint i = 0; i < self->exhibit->zones->len; i++)
    g_clear_object (self->zones + i);
  for (guint i = 0; i < self->exhibit->arrows->len; i++)
    g_clear_object (self->labels + i);
  g_free (self->boxes);
  g_free (self->zones);
  g_free (self->labels);
  g_clear_pointer (&self->layout, onsite_exhibit_layout_free);
  g_clear_pointer (&self->legend, onsite_exhibit_legend_free);
  g_clear_object (&self->context);
  g_free (self);
}

void
onsite_exhibit_drawing_get_size (OnsiteExhibitDrawing *self, double *width, double *height)
{
  *width = self->layout->width;
  *height = self->layout->height + onsite_exhibit_legend_get_height (self->legend);
}

const OnsiteExhibitLayout *
onsite_exhibit_drawing_get_layout (OnsiteExhibitDrawing *self)
{
  return self->layout;
}

static void
show_text (cairo_t *cr, PangoLayout *text, double x, double y, const OnsiteColour *colour)
{
  cairo_rectangle_t ink = get_ink (text);

  onsite_colour_set_source (colour, cr);
  cairo_move_to (cr, x - ink.x, y - ink.y);
  pango_cairo_show_layout (cr, text);
}

static void
draw_zone (OnsiteExhibitDrawing *self, cairo_t *cr, const OnsiteExhibitPalette *palette, guint i)
{
  const cairo_rectangle_t *frame = &g_array_index (self->layout->zones, cairo_rectangle_t, i);

  cairo_rectangle (cr, frame->x, frame->y, frame->width, frame->height);
  onsite_colour_set_source (&palette->zone, cr);
  cairo_fill_preserve (cr);
  onsite_colour_set_source (&palette->frame, cr);
  cairo_set_line_width (cr, 0.08 * self->em);
  cairo_stroke (cr);
}

static void
clip_out (cairo_t *cr, GArray *rectangles, double gap)
{
  for (guint i = 0; i < rectangles->len; i++)
    {
      const cairo_rectangle_t *place = &g_array_index (rectangles, cairo_rectangle_t, i);

      if (place->width > 0)
        cairo_rectangle (cr, place->x - gap, place->y, place->width + 2 * gap, place->height);
    }
}

/* Arrows are interrupted where labels stand, so that these can be read on whatever is below. */
static void
draw_arrows (OnsiteExhibitDrawing *self, cairo_t *cr, const OnsiteExhibitPalette *palette)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, self->layout->width, self->layout->height);
  clip_out (cr, self->layout->labels, LABEL_GAP * self->em);
  clip_out (cr, self->layout->zone_labels, 0);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);

  for (guint i = 0; i < self->layout->ways->len; i++)
    {
      const OnsiteExhibitArrow *arrow = g_ptr_array_index (self->exhibit->arrows, i);
      GArray *way = g_ptr_array_index (self->layout->ways, i);

      onsite_exhibit_line_draw (cr,
                                arrow->kind,
                                self->em,
                                (gpointer) way->data,
                                way->len,
                                &palette->line);
    }
  cairo_restore (cr);
}

static void
draw_box (OnsiteExhibitDrawing *self, cairo_t *cr, const OnsiteExhibitPalette *palette, guint i)
{
  const OnsiteExhibitBox *box = g_ptr_array_index (self->exhibit->boxes, i);
  const cairo_rectangle_t *place = &g_array_index (self->layout->boxes, cairo_rectangle_t, i);
  cairo_rectangle_t label = get_ink (self->boxes[i].label);
  cairo_rectangle_t note = { 0 };
  double middle = place->x + place->width / 2;
  double y;

  onsite_exhibit_shape_draw (cr,
                             box->kind,
                             self->em,
                             place,
                             &palette->fills[box->kind],
                             &palette->edges[box->kind]);
  if (self->boxes[i].note != NULL)
    note = get_ink (self->boxes[i].note);
  y = place->y + (place->height - label.height - note.height) / 2;
  if (box->kind == ONSITE_BOX_STORE)
    y += onsite_exhibit_shape_inset (box->kind, self->em, place, TRUE, place->x) / 2;
  if (note.height > 0)
    {
      y -= NOTE_GAP * self->em / 2;
      show_text (cr,
                 self->boxes[i].note,
                 middle - note.width / 2,
                 y + label.height + NOTE_GAP * self->em,
                 &palette->quiet);
    }
  show_text (cr, self->boxes[i].label, middle - label.width / 2, y, &palette->ink);
}

static void
draw_labels (OnsiteExhibitDrawing *self, cairo_t *cr, const OnsiteExhibitPalette *palette)
{
  for (guint i = 0; i < self->exhibit->zones->len; i++)
    {
      const cairo_rectangle_t *place = &g_array_index (self->layout->zone_labels,
                                                       cairo_rectangle_t,
                                                       i);

      show_text (cr, self->zones[i], place->x, place->y, &palette->quiet);
    }
  for (guint i = 0; i < self->exhibit->arrows->len; i++)
    {
      const cairo_rectangle_t *place = &g_array_index (self->layout->labels, cairo_rectangle_t, i);

      if (self->labels[i] != NULL)
        show_text (cr, self->labels[i], place->x, place->y, &palette->quiet);
    }
}

void
onsite_exhibit_drawing_draw (OnsiteExhibitDrawing *self,
                             cairo_t *cr,
                             const OnsiteExhibitPalette *palette,
                             double width)
{
  double own_width, own_height;

  onsite_exhibit_drawing_get_size (self, &own_width, &own_height);
  cairo_save (cr);
  cairo_scale (cr, width / own_width, width / own_width);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, own_width, own_height);
  onsite_colour_set_source (&palette->paper, cr);
  cairo_fill (cr);

  for (guint i = 0; i < self->exhibit->zones->len; i++)
    draw_zone (self, cr, palette, i);
  draw_arrows (self, cr, palette);
  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    draw_box (self, cr, palette, i);
  draw_labels (self, cr, palette);
  cairo_translate (cr, 0, self->layout->height);
  onsite_exhibit_legend_draw (self->legend, cr, palette);
  cairo_restore (cr);
}
