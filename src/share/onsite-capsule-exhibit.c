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

static char *
draw (const OnsiteExhibit *exhibit)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (OnsiteExhibitDrawing) drawing = NULL;
  GString *svg = g_string_new (NULL);
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  drawing = onsite_exhibit_drawing_new (exhibit, context, FALSE);
  onsite_exhibit_drawing_get_size (drawing, &width, &height);
  surface = cairo_svg_surface_create_for_stream (gather, svg, width, height);
  cr = cairo_create (surface);
  onsite_exhibit_drawing_draw (drawing, cr, onsite_exhibit_palette_get (FALSE, FALSE), width);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);

  return g_string_free (svg, FALSE);
}

OnsiteCapsuleExhibit *
onsite_capsule_exhibit_new (const OnsiteExhibit *exhibit)
{
  OnsiteCapsuleExhibit *self = g_new0 (OnsiteCapsuleExhibit, 1);

  self->id = g_strdup (exhibit->id);
  self->title = g_strdup (exhibit->title);
  self->svg = draw (exhibit);
  self->words = onsite_exhibit_words_describe (exhibit);

  return self;
}
