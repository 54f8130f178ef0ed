/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas.h"
#include "drawing/onsite-waveform.h"

#define WIDTH  300
#define HEIGHT 48

static const OnsiteColour opaque = { 0, 0, 0, 1.0 };
static const OnsiteColour faint = { 0, 0, 0, 0.4 };

typedef struct
{
  guint8 peaks[500];
  OnsiteWaveform waveform;
} Fixture;

/* Ten seconds that get louder and louder. */
static void
set_up (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->peaks); i++)
    self->peaks[i] = (guint8) (i * 255 / (G_N_ELEMENTS (self->peaks) - 1));

  self->waveform = (OnsiteWaveform){
    .peaks = self->peaks,
    .n_peaks = G_N_ELEMENTS (self->peaks),
    .duration_ms = 10000,
    .played = opaque,
    .ahead = faint,
    .mark = opaque,
    .comment = opaque,
  };
}

static Canvas *
draw (const OnsiteWaveform *waveform)
{
  Canvas *canvas = canvas_new (WIDTH, HEIGHT);

  onsite_waveform_draw (waveform, canvas->cr, WIDTH, HEIGHT);

  return canvas;
}

static int
find_darkest (Canvas *canvas, int from, int to)
{
  int darkest = 0;

  for (int x = from; x < to; x++)
    for (int y = 0; y < HEIGHT; y++)
      darkest = MAX (darkest, canvas_get_alpha (canvas, x, y));

  return darkest;
}

static void
test_loudest (Fixture *self, gconstpointer data)
{
  g_autofree double *bars = NULL;

  memset (self->peaks, 10, sizeof self->peaks);
  self->peaks[299] = 255;
  bars = onsite_waveform_bars (&self->waveform, 50);

  for (guint i = 0; i < 50; i++)
    g_assert_cmpfloat_with_epsilon (bars[i], i == 29 ? 1.0 : 10 / 255.0, 1e-9);
}

static void
test_every_peak (Fixture *self, gconstpointer data)
{
  static const guint n_bars[] = { 1, 3, 7, 60, 499, 500, 501, 2000 };

  for (gsize i = 0; i < G_N_ELEMENTS (n_bars); i++)
    for (gsize peak = 0; peak < G_N_ELEMENTS (self->peaks); peak++)
      {
        g_autofree double *bars = NULL;
        double sum = 0.0;

        memset (self->peaks, 0, sizeof self->peaks);
        self->peaks[peak] = 255;
        bars = onsite_waveform_bars (&self->waveform, n_bars[i]);
        for (guint bar = 0; bar < n_bars[i]; bar++)
          sum += bars[bar];
        g_assert_cmpfloat (sum, >=, 1.0);
      }
}

static void
test_steady (Fixture *self, gconstpointer data)
{
  g_autofree double *bars = NULL;

  memset (self->peaks, 255, sizeof self->peaks);
  bars = onsite_waveform_bars (&self->waveform, 1777);

  for (guint i = 0; i < 1777; i++)
    g_assert_cmpfloat (bars[i], ==, 1.0);
}

static void
test_fewer_peaks (Fixture *self, gconstpointer data)
{
  g_autofree double *bars = NULL;

  self->waveform.n_peaks = 250;
  memset (self->peaks, 255, sizeof self->peaks);
  bars = onsite_waveform_bars (&self->waveform, 100);

  g_assert_cmpfloat (bars[49], ==, 1.0);
  g_assert_cmpfloat (bars[50], ==, 0.0);
  g_assert_cmpfloat (bars[99], ==, 0.0);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  OnsiteWaveform empty = { .played = opaque, .ahead = opaque, .mark = opaque };
  g_autoptr (Canvas) canvas = draw (&empty);
  g_autofree double *bars = onsite_waveform_bars (&empty, 2);

  /* Silence is a row of dots, so that the place is seen. */
  g_assert_cmpint (find_darkest (canvas, 0, WIDTH), >, 200);
  g_assert_cmpfloat (canvas_get_ink (canvas, 0, 0, WIDTH, HEIGHT / 2 - 2), ==, 0.0);
  g_assert_cmpfloat (bars[0], ==, 0.0);
  g_assert_cmpfloat (bars[1], ==, 0.0);
  g_assert_cmpint (onsite_waveform_time_at (&empty, 10, WIDTH), ==, 0);
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  for (int width = 1; width < 20; width++)
    {
      g_autoptr (Canvas) canvas = canvas_new (20, 20);
      OnsiteWaveformSpan mark = { 10000, -1 };

      self->waveform.marks = &mark;
      self->waveform.n_marks = 1;
      onsite_waveform_draw (&self->waveform, canvas->cr, width, 2);
      g_assert_cmpuint (onsite_waveform_count_bars (width), ==, (guint) (width + 2) / 5);
    }
  g_assert_cmpuint (onsite_waveform_count_bars (0), ==, 0);
  g_assert_cmpuint (onsite_waveform_count_bars (-5), ==, 0);
}

static void
test_bars_apart (Fixture *self, gconstpointer data)
{
  g_autoptr (Canvas) canvas = NULL;
  int n_bars = 0;

  memset (self->peaks, 255, sizeof self->peaks);
  canvas = draw (&self->waveform);
  for (int x = 1; x < WIDTH; x++)
    n_bars += canvas_get_alpha (canvas, x - 1, HEIGHT / 2) == 0 &&
              canvas_get_alpha (canvas, x, HEIGHT / 2) > 0;

  g_assert_cmpuint ((guint) n_bars, ==, onsite_waveform_count_bars (WIDTH));
}

static void
test_rounded (Fixture *self, gconstpointer data)
{
  g_autoptr (Canvas) canvas = NULL;
  double top, below;

  memset (self->peaks, 255, sizeof self->peaks);
  self->waveform.position_ms = 10000;
  canvas = draw (&self->waveform);
  top = canvas_get_ink (canvas, 0, 0, WIDTH, 1);
  below = canvas_get_ink (canvas, 0, 2, WIDTH, 1);

  g_assert_cmpfloat (top, >, 0.0);
  g_assert_cmpfloat (top, <, 0.75 * below);
}

static void
test_played (Fixture *self, gconstpointer data)
{
  g_autoptr (Canvas) canvas = NULL;

  self->waveform.position_ms = 4000;
  canvas = draw (&self->waveform);

  g_assert_cmpint (find_darkest (canvas, 0, WIDTH * 4 / 10), ==, 255);
  g_assert_cmpint (find_darkest (canvas, WIDTH * 4 / 10 + 1, WIDTH), <=, 103);
  g_assert_cmpint (find_darkest (canvas, WIDTH * 4 / 10 + 1, WIDTH), >=, 100);
}

static void
test_played_moves_by_less_than_a_bar (Fixture *self, gconstpointer data)
{
  double previous = -1.0;

  for (gint64 position_ms = 0; position_ms <= 10000; position_ms += 100)
    {
      g_autoptr (Canvas) canvas = NULL;
      double ink;

      memset (self->peaks, 255, sizeof self->peaks);
      self->waveform.position_ms = position_ms;
      canvas = draw (&self->waveform);
      ink = canvas_get_ink (canvas, 0, 0, WIDTH, HEIGHT);
      g_assert_cmpfloat (ink, >=, previous);
      if (previous >= 0.0)
        g_assert_cmpfloat (ink - previous, <=, 3.1 * HEIGHT * 0.6);
      previous = ink;
    }
}

static void
test_mirrored (Fixture *self, gconstpointer data)
{
  const OnsiteWaveformSpan marks[] = { { 1000, -1 }, { 6000, 7000 } };
  g_autoptr (Canvas) left_to_right = NULL;
  g_autoptr (Canvas) right_to_left = NULL;

  self->waveform.position_ms = 3000;
  self->waveform.marks = marks;
  self->waveform.n_marks = G_N_ELEMENTS (marks);
  left_to_right = draw (&self->waveform);
  self->waveform.right_to_left = TRUE;
  right_to_left = draw (&self->waveform);

  g_assert_cmpint (canvas_compare_mirrored (left_to_right, right_to_left), <=, 3);
  g_assert_cmpint (canvas_compare_mirrored (left_to_right, left_to_right), >, 100);
}

static void
test_gap (Fixture *self, gconstpointer data)
{
  const OnsiteWaveformSpan gap = { 4000, 6000 };
  g_autoptr (Canvas) whole = NULL;
  g_autoptr (Canvas) broken = NULL;

  memset (self->peaks, 0, sizeof self->peaks);
  whole = draw (&self->waveform);
  self->waveform.gaps = &gap;
  self->waveform.n_gaps = 1;
  broken = draw (&self->waveform);

  /* Hatching reaches from top to bottom, where silence draws only dots. */
  g_assert_cmpfloat (canvas_get_ink (whole, 121, 0, 58, 10), ==, 0.0);
  g_assert_cmpfloat (canvas_get_ink (broken, 121, 0, 58, 10), >, 20.0);
  g_assert_cmpfloat (canvas_get_ink (broken, 0, 0, 115, 10), ==, 0.0);
  g_assert_cmpfloat (canvas_get_ink (broken, 185, 0, 115, 10), ==, 0.0);
}

static void
test_gap_as_a_point (Fixture *self, gconstpointer data)
{
  const OnsiteWaveformSpan gap = { 5000, -1 };
  g_autoptr (Canvas) canvas = NULL;

  memset (self->peaks, 0, sizeof self->peaks);
  self->waveform.gaps = &gap;
  self->waveform.n_gaps = 1;
  canvas = draw (&self->waveform);

  g_assert_cmpfloat (canvas_get_ink (canvas, 146, 0, 8, 10), >, 5.0);
  g_assert_cmpfloat (canvas_get_ink (canvas, 0, 0, 145, 10), ==, 0.0);
  g_assert_cmpfloat (canvas_get_ink (canvas, 155, 0, 145, 10), ==, 0.0);
}

static void
test_marks (Fixture *self, gconstpointer data)
{
  static const OnsiteWaveformSpan ends[] = { { 0, -1 }, { 10000, -1 }, { 99999, -1 } };

  memset (self->peaks, 0, sizeof self->peaks);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (Canvas) canvas = NULL;
      double head;

      self->waveform.marks = &ends[i];
      self->waveform.n_marks = 1;
      canvas = draw (&self->waveform);
      head = canvas_get_ink (canvas, 0, 0, WIDTH, 6);
      /* The head of the pin is there whole, at either end. */
      g_assert_cmpfloat_with_epsilon (head, 9 * G_PI, 1.5);
    }
}

/* The head of a diamond on either end is there whole, and below every pin's. */
static void
test_comments (Fixture *self, gconstpointer data)
{
  static const OnsiteWaveformSpan ends[] = { { 0, -1 }, { 10000, -1 }, { 99999, -1 } };
  const OnsiteWaveformSpan span = { 2000, 6000 };
  g_autoptr (Canvas) spanning = NULL;
  g_autoptr (Canvas) mirrored = NULL;

  self->waveform.n_peaks = 0;
  self->waveform.duration_ms = 10000;
  self->waveform.played = self->waveform.ahead = (OnsiteColour){ 0, 0, 0, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (Canvas) canvas = NULL;

      self->waveform.comments = &ends[i];
      self->waveform.n_comments = 1;
      canvas = draw (&self->waveform);
      g_assert_cmpfloat_with_epsilon (canvas_get_ink (canvas, 0, HEIGHT - 12, WIDTH, 12), 72, 3);
    }

  /* From 60 to 180 of 300. */
  self->waveform.comments = &span;
  spanning = draw (&self->waveform);
  self->waveform.right_to_left = TRUE;
  mirrored = draw (&self->waveform);
  /* A slope has no two sides that are alike to the last bit. */
  g_assert_cmpint (canvas_compare_mirrored (spanning, mirrored), <=, 16);
  g_assert_cmpfloat (canvas_get_ink (spanning, 70, HEIGHT - 12, 108, 12), >, 200.0);
  g_assert_cmpfloat (canvas_get_ink (spanning, 182, 0, 118, HEIGHT), ==, 0.0);
}

static void
test_removed (Fixture *self, gconstpointer data)
{
  const OnsiteWaveformSpan span = { 4000, 6000 };
  g_autoptr (Canvas) muted = NULL;
  g_autoptr (Canvas) cut = NULL;

  memset (self->peaks, 255, sizeof self->peaks);
  self->waveform.removed = opaque;
  self->waveform.muted = &span;
  self->waveform.n_muted = 1;
  muted = draw (&self->waveform);
  self->waveform.cuts = g_steal_pointer (&self->waveform.muted);
  self->waveform.n_muted = 0;
  self->waveform.n_cuts = 1;
  cut = draw (&self->waveform);

  /* From 120 to 180 of 300: of what is muted a line is left, of what is cut a cross. */
  g_assert_cmpint (canvas_get_alpha (muted, 150, HEIGHT / 2), >, 100);
  g_assert_cmpfloat (canvas_get_ink (muted, 123, 0, 54, HEIGHT / 2 - 2), ==, 0.0);
  g_assert_cmpfloat (canvas_get_ink (muted, 123, HEIGHT / 2 + 2, 54, HEIGHT / 2 - 2), ==, 0.0);
  g_assert_cmpint (canvas_get_alpha (cut, 150, HEIGHT / 2), >, 100);
  g_assert_cmpfloat (canvas_get_ink (cut, 123, 0, 54, HEIGHT / 2 - 2), >, 20.0);
  g_assert_cmpfloat (canvas_get_ink (cut, 145, 0, 10, 10), ==, 0.0);
  for (int y = 0; y < HEIGHT; y++)
    {
      g_assert_cmpfloat (canvas_get_ink (muted, 119, y, 3, 1), >=, 1.4);
      g_assert_cmpfloat (canvas_get_ink (muted, 179, y, 3, 1), >=, 1.4);
    }
}

/* Each end that is set, and what lies between both. */
static void
test_selection (Fixture *self, gconstpointer data)
{
  static const struct
  {
    OnsiteWaveformSpan selection;
    double from_ink;
    double to_ink;
    gboolean has_band;
  } cases[] = {
    { { -1, -1 }, 0, 0, FALSE },
    { { 4000, -1 }, 1.5, 0, FALSE },
    { { -1, 6000 }, 0, 1.5, FALSE },
    { { 4000, 6000 }, 1.5, 1.5, TRUE },
  };

  self->waveform.ahead = (OnsiteColour){ 0, 0, 0, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Canvas) canvas = NULL;

      self->waveform.selection = &cases[i].selection;
      canvas = draw (&self->waveform);
      g_assert_cmpfloat_with_epsilon (canvas_get_ink (canvas, 118, 5, 3, 1),
                                      cases[i].from_ink,
                                      0.8);
      g_assert_cmpfloat_with_epsilon (canvas_get_ink (canvas, 180, 5, 3, 1), cases[i].to_ink, 0.8);
      g_assert_cmpint (canvas_get_ink (canvas, 130, 5, 40, 1) > 5, ==, cases[i].has_band);
      g_assert_cmpfloat (canvas_get_ink (canvas, 185, 5, 100, 1), ==, 0.0);
    }
}

static void
test_time_at (Fixture *self, gconstpointer data)
{
  static const struct
  {
    double x;
    gint64 forward_ms;
    gint64 backward_ms;
  } cases[] = {
    { -5, 0, 10000 }, { 0, 0, 10000 }, { 75, 2500, 7500 }, { 300, 10000, 0 }, { 999, 10000, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      self->waveform.right_to_left = FALSE;
      g_assert_cmpint (onsite_waveform_time_at (&self->waveform, cases[i].x, WIDTH),
                       ==,
                       cases[i].forward_ms);
      self->waveform.right_to_left = TRUE;
      g_assert_cmpint (onsite_waveform_time_at (&self->waveform, cases[i].x, WIDTH),
                       ==,
                       cases[i].backward_ms);
    }
  g_assert_cmpint (onsite_waveform_time_at (&self->waveform, 0, 0), ==, 10000);
}

#define add(name, test) g_test_add ("/waveform/" name, Fixture, NULL, set_up, test, NULL)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("a-bar-is-as-high-as-its-loudest-peak", test_loudest);
  add ("no-peak-gets-lost-between-bars", test_every_peak);
  add ("a-steady-sound-is-level-however-fine-the-bars", test_steady);
  add ("what-has-no-peaks-yet-is-silent", test_fewer_peaks);
  add ("an-empty-clip-is-a-row-of-dots", test_nothing);
  add ("no-room-is-no-trouble", test_narrow);
  add ("bars-stand-apart", test_bars_apart);
  add ("bars-have-rounded-ends", test_rounded);
  add ("what-was-played-differs-from-what-is-ahead", test_played);
  add ("playing-moves-smoothly", test_played_moves_by_less_than_a_bar);
  add ("time-runs-from-the-right-in-right-to-left", test_mirrored);
  add ("a-gap-is-hatched", test_gap);
  add ("a-gap-without-length-is-seen-too", test_gap_as_a_point);
  add ("a-mark-at-either-end-is-seen-whole", test_marks);
  add ("a-comment-is-a-diamond-and-its-span-a-line", test_comments);
  add ("what-is-muted-is-a-line-and-what-is-cut-a-cross", test_removed);
  add ("what-is-chosen-has-its-ends-and-a-band-between-them", test_selection);
  add ("a-pointer-finds-its-time", test_time_at);

  return g_test_run ();
}
