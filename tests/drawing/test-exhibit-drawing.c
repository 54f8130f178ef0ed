/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas.h"
#include "drawing/onsite-exhibit-line.h"
#include "drawing/onsite-exhibit-shape.h"
#include "exhibits.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

static cairo_status_t
collect (gpointer closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
write_out (OnsiteExhibitDrawing *drawing,
           const OnsiteExhibitPalette *palette,
           cairo_surface_t *(*create) (cairo_write_func_t, void *, double, double) )
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  onsite_exhibit_drawing_get_size (drawing, &width, &height);
  surface = create (collect, bytes, width, height);
  cr = cairo_create (surface);
  onsite_exhibit_drawing_draw (drawing, cr, palette, width);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return bytes;
}

static void
check_documents (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  for (guint i = 0; i < 2; i++)
    {
      const OnsiteExhibitPalette *palette = onsite_exhibit_palette_get (i, FALSE);
      g_autoptr (GByteArray) svg = write_out (drawing,
                                              palette,
                                              cairo_svg_surface_create_for_stream);
      g_autoptr (GByteArray) pdf = write_out (drawing,
                                              palette,
                                              cairo_pdf_surface_create_for_stream);

      g_assert_cmpuint (svg->len, >, 1000);
      g_assert_nonnull (g_strstr_len ((const char *) svg->data, (gssize) svg->len, "</svg>"));
      g_assert_cmpuint (pdf->len, >, 1000);
      g_assert_cmpmem (pdf->data, 5, "%PDF-", 5);
    }
}

static void
test_documents (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_documents);
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static guint32
to_pixel (const OnsiteColour *colour)
{
  return (guint32) lround (colour->red * 255) << 16 | (guint32) lround (colour->green * 255) << 8 |
         (guint32) lround (colour->blue * 255);
}

/* Each box is there, in its colour, at any size. */
static void
check_image (const OnsiteExhibit *exhibit,
             OnsiteExhibitDrawing *drawing,
             const OnsiteExhibitPalette *palette,
             double scale)
{
  const OnsiteExhibitLayout *layout = onsite_exhibit_drawing_get_layout (drawing);
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  onsite_exhibit_drawing_get_size (drawing, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  cr = cairo_create (surface);
  onsite_exhibit_drawing_draw (drawing, cr, palette, width * scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  g_assert_cmphex (get_pixel (surface, 0, 0), ==, to_pixel (&palette->paper));
  for (guint i = 0; i < exhibit->boxes->len; i++)
    {
      const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, i);
      const cairo_rectangle_t *place = &g_array_index (layout->boxes, cairo_rectangle_t, i);
      guint n_filled = 0;

      for (int y = (int) (place->y * scale); y < (int) ((place->y + place->height) * scale); y++)
        for (int x = (int) (place->x * scale); x < (int) ((place->x + place->width) * scale); x++)
          n_filled += get_pixel (surface, x, y) == to_pixel (&palette->fills[box->kind]);
      g_assert_cmpfloat (n_filled, >, 0.1 * place->width * place->height * scale * scale);
    }
  cairo_surface_destroy (surface);
}

static void
check_images (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  static const double scales[] = { 0.4, 1, 1.7 };

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      check_image (exhibit, drawing, onsite_exhibit_palette_get (i & 1, i & 2), scales[j]);
}

static void
test_images (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_images);
}

static double
get_light (double share)
{
  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1, relative luminance. */
static double
get_luminance (const OnsiteColour *colour)
{
  return 0.2126 * get_light (colour->red) + 0.7152 * get_light (colour->green) +
         0.0722 * get_light (colour->blue);
}

static double
get_contrast (const OnsiteColour *one, const OnsiteColour *other)
{
  double a = get_luminance (one);
  double b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
test_contrast (void)
{
  for (guint i = 0; i < 4; i++)
    {
      const OnsiteExhibitPalette *palette = onsite_exhibit_palette_get (i & 1, i & 2);
      const OnsiteColour *grounds[] = { &palette->paper, &palette->zone };

      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        {
          g_assert_cmpfloat (get_contrast (&palette->quiet, grounds[j]), >=, 4.5);
          g_assert_cmpfloat (get_contrast (&palette->line, grounds[j]), >=, 3);
          g_assert_cmpfloat (get_contrast (&palette->frame, grounds[j]), >=, 3);
          for (guint k = 0; k < ONSITE_BOX_N_KINDS; k++)
            g_assert_cmpfloat (get_contrast (&palette->edges[k], grounds[j]), >=, 3);
        }
      for (guint k = 0; k < ONSITE_BOX_N_KINDS; k++)
        {
          g_assert_cmpfloat (get_contrast (&palette->ink, &palette->fills[k]), >=, 4.5);
          g_assert_cmpfloat (get_contrast (&palette->quiet, &palette->fills[k]), >=, 4.5);
          g_assert_cmpfloat (get_contrast (&palette->edges[k], &palette->fills[k]), >=, 3);
        }
    }
}

static Canvas *
draw_shape (OnsiteBoxKind kind)
{
  static const OnsiteColour ink = { 0, 0, 0, 1 };
  static const OnsiteColour none = { 0, 0, 0, 0 };
  const cairo_rectangle_t box = { 2, 2, 96, 46 };
  Canvas *canvas = canvas_new (100, 50);

  onsite_exhibit_shape_draw (canvas->cr, kind, 14, &box, &none, &ink);

  return canvas;
}

static Canvas *
draw_line (OnsiteArrowKind kind)
{
  static const OnsiteColour ink = { 0, 0, 0, 1 };
  static const OnsiteExhibitPoint points[] = { { 5, 25 }, { 95, 25 } };
  Canvas *canvas = canvas_new (100, 50);

  onsite_exhibit_line_draw (canvas->cr, kind, 14, points, 2, &ink);

  return canvas;
}

static double
get_difference (Canvas *one, Canvas *other)
{
  double sum = 0;

  for (int y = 0; y < 50; y++)
    for (int x = 0; x < 100; x++)
      sum += ABS (canvas_get_alpha (one, x, y) - canvas_get_alpha (other, x, y)) / 255.0;

  return sum;
}

/* In one colour, each kind differs from each other by more than a corner's curve. */
static void
test_shapes (void)
{
  for (guint i = 0; i < ONSITE_BOX_N_KINDS; i++)
    for (guint j = i + 1; j < ONSITE_BOX_N_KINDS; j++)
      {
        g_autoptr (Canvas) one = draw_shape (i);
        g_autoptr (Canvas) other = draw_shape (j);

        g_test_message ("%u and %u", i, j);
        g_assert_cmpfloat (get_difference (one, other), >, 25);
      }
}

static void
test_lines (void)
{
  for (guint i = 0; i < ONSITE_ARROW_N_KINDS; i++)
    for (guint j = i + 1; j < ONSITE_ARROW_N_KINDS; j++)
      {
        g_autoptr (Canvas) one = draw_line (i);
        g_autoptr (Canvas) other = draw_line (j);

        g_assert_cmpfloat (get_difference (one, other), >, 25);
      }
}

/* An arrow ends where the outline is, and not where the rectangle is around it. */
static void
test_insets (void)
{
  static const OnsiteColour ink = { 0, 0, 0, 1 };
  const cairo_rectangle_t box = { 2, 2, 96, 46 };

  for (guint kind = 0; kind < ONSITE_BOX_N_KINDS; kind++)
    for (int y = 10; y < 42; y += 3)
      {
        g_autoptr (Canvas) canvas = canvas_new (100, 50);
        double inset = onsite_exhibit_shape_inset (kind, 14, &box, FALSE, y + 0.5);
        int x = 0;

        onsite_exhibit_shape_draw (canvas->cr, kind, 14, &box, &ink, &ink);
        while (canvas_get_alpha (canvas, x, y) < 128)
          x++;
        g_test_message ("%u at %d", kind, y);
        g_assert_cmpfloat_with_epsilon (2 + inset, x, 2.0);
      }
}

int
main (int argc, char **argv)
{
  const char *const fonts[] = { "Cantarell 11", NULL };
  g_autoptr (GPtrArray) laid_out = NULL;

  g_test_init (&argc, &argv, NULL);
  laid_out = exhibits_lay_out (fonts);

  g_test_add_data_func ("/exhibit-drawing/each-is-written-as-svg-and-pdf",
                        laid_out,
                        test_documents);
  g_test_add_data_func ("/exhibit-drawing/each-box-is-seen-at-any-size", laid_out, test_images);
  g_test_add_func ("/exhibit-drawing/text-and-lines-have-contrast-in-every-scheme", test_contrast);
  g_test_add_func ("/exhibit-drawing/kinds-of-boxes-differ-without-colour", test_shapes);
  g_test_add_func ("/exhibit-drawing/kinds-of-arrows-differ-without-colour", test_lines);
  g_test_add_func ("/exhibit-drawing/arrows-end-at-outlines", test_insets);

  return g_test_run ();
}
