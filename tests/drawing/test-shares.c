/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas.h"
#include "drawing/onsite-shares.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

#define WIDTH  400
#define HEIGHT 200

static const OnsiteColour black = { 0, 0, 0, 1 };
static const OnsiteColour none = { 0, 0, 0, 0 };

static const char *const years[] = { "Year 1", "Year 2", "Year 3", "Year 4" };
static const guint vesting[] = { 5, 15, 40, 40 };
static const guint even[] = { 25, 25, 25, 25 };

static const OnsiteSharesSeries series[] = {
  { "TPM", vesting, { 0, 0, 0, 1 } },
  { "SDE", vesting, { 0, 0, 0, 1 } },
  { "PM", even, { 0, 0, 0, 1 } },
};

static char *
format (guint share)
{
  return g_strdup_printf ("%u%%", share);
}

/* Bars alone, unless a test asks for what is written. */
static OnsiteShares
make_shares (guint n_series)
{
  static PangoFontDescription *font;

  if (font == NULL)
    font = pango_font_description_from_string ("Cantarell 11");

  return (OnsiteShares){
    .groups = years,
    .n_groups = G_N_ELEMENTS (years),
    .series = series,
    .n_series = n_series,
    .text = none,
    .line = none,
    .font = font,
    .format = format,
  };
}

static Canvas *
draw (const OnsiteShares *shares)
{
  Canvas *canvas = canvas_new (WIDTH, HEIGHT);

  onsite_shares_draw (shares, canvas->cr, WIDTH, HEIGHT);

  return canvas;
}

/* The ink of a quarter of the chart, which is one group. */
static double
get_group_ink (Canvas *canvas, int group)
{
  return canvas_get_ink (canvas, group * WIDTH / 4, 0, WIDTH / 4, HEIGHT);
}

static void
test_heights (void)
{
  OnsiteShares shares = make_shares (1);
  g_autoptr (Canvas) canvas = draw (&shares);
  double full = get_group_ink (canvas, 2);

  g_assert_cmpfloat (full, >, 0);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (get_group_ink (canvas, i) / full, vesting[i] / 40.0, 0.01);
}

static void
test_nothing (void)
{
  static const guint nothing[] = { 0, 0, 0, 0 };
  static const OnsiteSharesSeries empty[] = { { "PM", nothing, { 0, 0, 0, 1 } } };
  OnsiteShares shares = make_shares (1);
  g_autoptr (Canvas) canvas = NULL;

  shares.series = empty;
  canvas = draw (&shares);

  g_assert_cmpfloat (canvas_get_ink (canvas, 0, 0, WIDTH, HEIGHT), ==, 0);
}

static void
test_fillings (void)
{
  OnsiteShares one = make_shares (1);
  double least = G_MAXDOUBLE;

  /* The same bar in the same colour, each time filled in another way. */
  for (guint i = 0; i < ONSITE_SHARES_MOST_SERIES; i++)
    {
      OnsiteSharesSeries same[ONSITE_SHARES_MOST_SERIES];
      g_autoptr (Canvas) canvas = NULL;
      double ink;

      for (guint j = 0; j < ONSITE_SHARES_MOST_SERIES; j++)
        same[j] = (OnsiteSharesSeries){ "", even, j == i ? black : none };
      one.series = same;
      one.n_series = ONSITE_SHARES_MOST_SERIES;
      canvas = draw (&one);
      ink = canvas_get_ink (canvas, 0, 0, WIDTH, HEIGHT);

      g_assert_cmpfloat (ink, <, 0.8 * least);
      least = ink;
    }
}

static void
test_mirrored (void)
{
  OnsiteShares shares = make_shares (1);
  g_autoptr (Canvas) canvas = draw (&shares);
  g_autoptr (Canvas) mirrored = NULL;

  shares.right_to_left = TRUE;
  mirrored = draw (&shares);

  g_assert_cmpint (canvas_compare_mirrored (canvas, mirrored), <=, 2);
}

static void
test_words (void)
{
  OnsiteShares shares = make_shares (2);
  g_autoptr (Canvas) bars = draw (&shares);
  g_autoptr (Canvas) words = NULL;

  shares.text = black;
  words = draw (&shares);

  /* The legend above, the names of the groups below. */
  g_assert_cmpfloat (canvas_get_ink (words, 0, 0, WIDTH, 20),
                     >,
                     canvas_get_ink (bars, 0, 0, WIDTH, 20) + 20);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat (canvas_get_ink (words, i * WIDTH / 4, HEIGHT - 20, WIDTH / 4, 20), >, 20);
}

/* What is written above the bars of a chart that is @width wide. */
static double
get_figures_ink (const OnsiteSharesSeries *drawn, guint n_series, int width)
{
  g_autoptr (Canvas) canvas = canvas_new (width, HEIGHT);
  OnsiteShares shares = make_shares (n_series);

  shares.series = drawn;
  shares.text = black;
  onsite_shares_draw (&shares, canvas->cr, width, HEIGHT);

  return canvas_get_ink (canvas, 0, 22, width, 40);
}

static void
test_equal_shares (void)
{
  static const OnsiteSharesSeries equal[] = {
    { "", even, { 0, 0, 0, 0 } },
    { "", even, { 0, 0, 0, 0 } },
  };
  static const guint nearly[] = { 25, 25, 25, 24 };
  static const OnsiteSharesSeries unequal[] = {
    { "", even, { 0, 0, 0, 0 } },
    { "", nearly, { 0, 0, 0, 0 } },
  };
  double once = get_figures_ink (equal, 2, WIDTH);

  /* Of eight figures four are written, and five where a group is unequal. */
  g_assert_cmpfloat_with_epsilon (get_figures_ink (unequal, 2, WIDTH), once * 5 / 4, once / 20);
}

static void
test_narrow_figures (void)
{
  static const guint values[] = { 40, 40, 40, 40 };
  static const guint others[] = { 39, 39, 39, 39 };
  static const OnsiteSharesSeries pair[] = {
    { "", values, { 0, 0, 0, 0 } },
    { "", others, { 0, 0, 0, 0 } },
  };
  double wide = get_figures_ink (pair, 2, WIDTH);
  double narrow = get_figures_ink (pair, 2, WIDTH / 2);

  g_assert_cmpfloat (narrow, <, wide * 0.8);
  g_assert_cmpfloat (narrow, >, wide * 0.2);
}

static void
test_long_names (void)
{
  static const char *const names[] = {
    "A year of which there is more to be said than fits below its bars, and then some",
    "2",
    "3",
    "4",
  };
  OnsiteShares shares = make_shares (1);
  g_autoptr (Canvas) canvas = NULL;

  shares.groups = names;
  shares.text = black;
  canvas = draw (&shares);

  /* Two lines of it, and none of them in the room of the next. */
  g_assert_cmpfloat (canvas_get_ink (canvas, 0, HEIGHT - 36, WIDTH / 4, 36), >, 60);
  g_assert_cmpfloat (canvas_get_ink (canvas, WIDTH / 4 - 2, HEIGHT - 36, 4, 36), ==, 0);
}

static void
test_state_kept (void)
{
  OnsiteShares shares = make_shares (2);
  g_autoptr (Canvas) canvas = canvas_new (WIDTH, HEIGHT);

  cairo_set_line_width (canvas->cr, 7);
  onsite_shares_draw (&shares, canvas->cr, WIDTH, HEIGHT);

  g_assert_cmpfloat (cairo_get_line_width (canvas->cr), ==, 7);
  g_assert_false (cairo_has_current_point (canvas->cr));
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

typedef cairo_surface_t *(*MakeSurface) (cairo_write_func_t, void *, double, double);

static GByteArray *
draw_document (MakeSurface make, const OnsiteShares *shares)
{
  GByteArray *document = g_byte_array_new ();
  cairo_surface_t *surface = make (append, document, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  onsite_shares_draw (shares, cr, WIDTH, HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return document;
}

static void
test_documents (void)
{
  OnsiteShares shares = make_shares (2);
  g_autoptr (GByteArray) svg = NULL;
  g_autoptr (GByteArray) pdf = NULL;

  shares.text = black;
  svg = draw_document (cairo_svg_surface_create_for_stream, &shares);
  pdf = draw_document (cairo_pdf_surface_create_for_stream, &shares);

  /* As outlines, and not as a picture of them. */
  g_assert_nonnull (g_strstr_len ((const char *) svg->data, svg->len, "<path"));
  g_assert_null (g_strstr_len ((const char *) svg->data, svg->len, "<image"));
  g_assert_true (memcmp (pdf->data, "%PDF", 4) == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shares/a bar is as high as its share", test_heights);
  g_test_add_func ("/shares/a share of nothing has no bar", test_nothing);
  g_test_add_func ("/shares/series differ in more than colour", test_fillings);
  g_test_add_func ("/shares/the other way round from right to left", test_mirrored);
  g_test_add_func ("/shares/groups and series are named", test_words);
  g_test_add_func ("/shares/what is equal is written once", test_equal_shares);
  g_test_add_func ("/shares/figures shrink where their bars are narrow", test_narrow_figures);
  g_test_add_func ("/shares/a long name keeps to its group", test_long_names);
  g_test_add_func ("/shares/the surface keeps its state", test_state_kept);
  g_test_add_func ("/shares/it is drawn into SVG and PDF too", test_documents);

  return g_test_run ();
}
