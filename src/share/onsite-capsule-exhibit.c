/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule-exhibit.h"

#include <cairo-svg.h>

#include "drawing/onsite-exhibit-drawing.h"
#include "drawing/onsite-exhibit-words.h"

static cairo_status_t
gather (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, (gssize) length);

  return CAIRO_STATUS_SUCCESS;
}

static void
draw (OnsiteExhibitDrawing *drawing, cairo_surface_t *surface, double width)
{
  cairo_t *cr = cairo_create (surface);

  onsite_exhibit_drawing_draw (drawing, cr, onsite_exhibit_palette_get (FALSE, FALSE), width);
  cairo_destroy (cr);
}

static char *
make_svg (OnsiteExhibitDrawing *drawing, double width, double height)
{
  GString *svg = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (gather, svg, width, height);

  draw (drawing, surface, width);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_string_free (svg, FALSE);
}

/* As in a window; on its own Pango would take type with serifs. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif 11");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  return context;
}

OnsiteCapsuleExhibit *
onsite_capsule_exhibit_new (const OnsiteExhibit *exhibit)
{
  PangoContext *context = make_context ();
  g_autoptr (OnsiteExhibitDrawing) drawing = onsite_exhibit_drawing_new (exhibit, context, FALSE);
  OnsiteCapsuleExhibit *self = g_new0 (OnsiteCapsuleExhibit, 1);
  cairo_rectangle_t extents = { 0 };

  onsite_exhibit_drawing_get_size (drawing, &self->width, &self->height);
  extents.width = self->width;
  extents.height = self->height;
  self->id = g_strdup (exhibit->id);
  self->title = g_strdup (exhibit->title);
  self->svg = make_svg (drawing, self->width, self->height);
  self->drawing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  draw (drawing, self->drawing, self->width);
  self->words = onsite_exhibit_words_describe (exhibit);
  g_object_unref (context);

  return self;
}
