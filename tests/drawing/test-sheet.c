/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/onsite-shares.h"
#include "drawing/onsite-sign.h"
#include "drawing/onsite-waveform.h"

#include <math.h>

/* Sheets of all that is drawn, for eyes: build/tests/drawing/sheet-*.png. */

#define WIDTH  400
#define HEIGHT 530
#define SCALE  3

typedef struct
{
  const char *name;
  OnsiteColour page;
  OnsiteColour text;
  OnsiteColour accent;
  OnsiteColour quiet;
} Scheme;

static const Scheme schemes[] = {
  { "light",
    { 0.98, 0.98, 0.98, 1 },
    { 0.14, 0.14, 0.14, 1 },
    { 0.11, 0.44, 0.85, 1 },
    { 0.66, 0.66, 0.66, 1 } },
  { "dark",
    { 0.14, 0.14, 0.14, 1 },
    { 0.95, 0.95, 0.95, 1 },
    { 0.47, 0.68, 0.93, 1 },
    { 0.45, 0.45, 0.45, 1 } },
};

static void
draw_signs (cairo_t *cr, const Scheme *scheme)
{
  static const double sizes[] = { 12, 16, 20, 24 };
  static const guint sources[] = { 1, 2, 4, 8, 3, 5, 9 };

  for (gsize row = 0; row < G_N_ELEMENTS (sizes); row++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
        {
          cairo_save (cr);
          cairo_translate (cr, 10 + (double) i * 32, 10 + (double) row * 30);
          onsite_sign_draw (cr, sources[i], 1.0, sizes[row], &scheme->text);
          cairo_restore (cr);
        }
      for (int i = 0; i <= 4; i++)
        {
          cairo_save (cr);
          cairo_translate (cr, 240 + i * 30, 10 + (double) row * 30);
          onsite_sign_draw (cr, 4, i / 4.0, sizes[row], &scheme->accent);
          cairo_restore (cr);
        }
    }
}

static void
fill_peaks (guint8 *peaks, gsize n_peaks)
{
  for (gsize i = 0; i < n_peaks; i++)
    {
      double t = (double) i / (double) n_peaks;
      double voice = fabs (sin (t * 40) * sin (t * 7 + 1)) * (0.4 + 0.6 * fabs (sin (t * 311)));

      peaks[i] = (guint8) (255 * sqrt (fmod (t * 5, 1.0) < 0.2 ? 0.0 : voice));
    }
}

static void
draw_waveforms (cairo_t *cr, const Scheme *scheme)
{
  static guint8 peaks[3000];
  const OnsiteWaveformSpan marks[] = { { 9000, -1 }, { 40000, 46000 } };
  const OnsiteWaveformSpan gaps[] = { { 25000, -1 }, { 50000, 53000 } };
  OnsiteWaveform waveform = {
    .peaks = peaks,
    .n_peaks = G_N_ELEMENTS (peaks),
    .duration_ms = 60000,
    .position_ms = 21000,
    .marks = marks,
    .n_marks = G_N_ELEMENTS (marks),
    .gaps = gaps,
    .n_gaps = G_N_ELEMENTS (gaps),
    .played = scheme->accent,
    .ahead = scheme->quiet,
    .mark = scheme->text,
  };

  fill_peaks (peaks, G_N_ELEMENTS (peaks));
  cairo_translate (cr, 10, 150);
  onsite_waveform_draw (&waveform, cr, WIDTH - 20, 48);
  waveform.right_to_left = TRUE;
  cairo_translate (cr, 0, 60);
  onsite_waveform_draw (&waveform, cr, WIDTH - 20, 48);
  waveform.n_peaks = 0;
  cairo_translate (cr, 0, 60);
  onsite_waveform_draw (&waveform, cr, WIDTH - 20, 32);
}

static char *
format_share (guint share)
{
  return g_strdup_printf ("%u%%", share);
}

static void
draw_shares (cairo_t *cr, const Scheme *scheme)
{
  static const char *const groups[] = { "Year 1", "Year 2", "Year 3", "A year with a long name" };
  static const guint values[][4] = { { 5, 15, 40, 40 }, { 25, 25, 25, 25 }, { 0, 1, 2, 97 } };
  const OnsiteSharesSeries series[] = {
    { "TPM", values[0], scheme->accent },
    { "SDE", values[1], scheme->text },
    { "PM", values[2], scheme->accent },
  };
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell 9");
  const OnsiteShares shares = {
    .groups = groups,
    .n_groups = G_N_ELEMENTS (groups),
    .series = series,
    .n_series = G_N_ELEMENTS (series),
    .text = scheme->text,
    .line = scheme->quiet,
    .font = font,
    .format = format_share,
  };

  cairo_translate (cr, 0, 60);
  onsite_shares_draw (&shares, cr, WIDTH - 20, 180);
  pango_font_description_free (font);
}

static void
test_sheet (gconstpointer data)
{
  const Scheme *scheme = data;
  g_autofree char *name = g_strdup_printf ("sheet-%s.png", scheme->name);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "drawing", name, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         WIDTH * SCALE,
                                                         HEIGHT * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, SCALE, SCALE);
  cairo_set_source_rgb (cr, scheme->page.red, scheme->page.green, scheme->page.blue);
  cairo_paint (cr);
  draw_signs (cr, scheme);
  draw_waveforms (cr, scheme);
  draw_shares (cr, scheme);

  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/is-drawn/%s", schemes[i].name);

      g_test_add_data_func (path, &schemes[i], test_sheet);
    }

  return g_test_run ();
}
