/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas.h"
#include "drawing/onsite-sign.h"

#include <math.h>

#define ASKED   ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED)
#define CLAIMED ONSITE_SOURCE_BIT (ONSITE_SOURCE_CLAIMED)
#define HEARD   ONSITE_SOURCE_BIT (ONSITE_SOURCE_HEARD)
#define COACH   ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH)

static const int sizes[] = { 12, 14, 16, 18, 20, 24 };
static const OnsiteColour black = { 0, 0, 0, 1 };

static Canvas *
draw (guint sources, double strength, int size)
{
  Canvas *canvas = canvas_new (size, size);

  onsite_sign_draw (canvas->cr, sources, strength, size, &black);

  return canvas;
}

/* How many pixels differ clearly, so that an eye can tell the two apart. */
static int
count_different (Canvas *a, Canvas *b)
{
  int n_different = 0;

  for (int y = 0; y < a->height; y++)
    for (int x = 0; x < a->width; x++)
      n_different += ABS (canvas_get_alpha (a, x, y) - canvas_get_alpha (b, x, y)) > 128;

  return n_different;
}

static void
test_nobody (void)
{
  g_autoptr (Canvas) canvas = draw (0, 1.0, 16);

  g_assert_cmpfloat (canvas_get_ink (canvas, 0, 0, 16, 16), ==, 0.0);
}

static void
test_ring (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int size = sizes[i];
      g_autoptr (Canvas) canvas = draw (ASKED, 0.0, size);

      g_assert_cmpint (canvas_get_alpha (canvas, size / 2, size / 2), ==, 0);
      g_assert_cmpint (canvas_get_alpha (canvas, size / 2, 0), >, 200);
      g_assert_cmpint (canvas_get_alpha (canvas, 0, size / 2), >, 200);
      g_assert_cmpint (canvas_get_alpha (canvas, size / 2, size - 1), >, 200);
      g_assert_cmpint (canvas_get_alpha (canvas, 0, 0), ==, 0);
    }
}

static void
test_half_disc (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int size = sizes[i];
      double radius = size / 2.0;
      g_autoptr (Canvas) canvas = draw (CLAIMED, 0.0, size);
      double left = canvas_get_ink (canvas, 0, 0, size / 2, size);
      double right = canvas_get_ink (canvas, size / 2, 0, size / 2, size);

      g_assert_cmpfloat_with_epsilon (left, G_PI * radius * radius / 2, 0.04 * left);
      g_assert_cmpfloat_with_epsilon (right, 0.0, 0.1);
    }
}

static void
test_disc (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int size = sizes[i];
      double previous = 0.0;

      for (int strength = 0; strength <= 4; strength++)
        {
          g_autoptr (Canvas) canvas = draw (HEARD, strength / 4.0, size);
          double ink = canvas_get_ink (canvas, 0, 0, size, size);

          g_assert_cmpfloat (ink, >, previous + size * size * 0.1);
          g_assert_cmpint (canvas_get_alpha (canvas, size / 2, size / 2), ==, 255);
          g_assert_cmpint (canvas_compare_mirrored (canvas, canvas), <=, 32);
          previous = ink;
        }
    }
}

static void
test_disc_clamped (void)
{
  g_autoptr (Canvas) full = draw (HEARD, 1.0, 16);
  g_autoptr (Canvas) beyond = draw (HEARD, 7.0, 16);
  g_autoptr (Canvas) least = draw (HEARD, 0.0, 16);
  g_autoptr (Canvas) below = draw (HEARD, -1.0, 16);

  g_assert_cmpint (count_different (full, beyond), ==, 0);
  g_assert_cmpint (count_different (least, below), ==, 0);
}

static void
test_diamond (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int size = sizes[i];
      double radius = size / 2.0;
      g_autoptr (Canvas) canvas = draw (COACH, 0.0, size);
      double ink = canvas_get_ink (canvas, 0, 0, size, size);

      /* A disc would have π/2 of a diamond's area. */
      g_assert_cmpfloat_with_epsilon (ink, 2 * radius * radius, 0.04 * ink);
      g_assert_cmpint (canvas_get_alpha (canvas, size / 4 - 1, size / 4 - 1), <, 64);
    }
}

static void
test_told_apart (void)
{
  static const guint all[] = {
    ASKED, CLAIMED, HEARD, COACH, ASKED | CLAIMED, ASKED | HEARD, ASKED | COACH,
  };

  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
      for (gsize j = 0; j < i; j++)
        {
          g_autoptr (Canvas) a = draw (all[i], 1.0, sizes[size]);
          g_autoptr (Canvas) b = draw (all[j], 1.0, sizes[size]);

          g_assert_cmpint (count_different (a, b), >=, sizes[size]);
        }
}

static void
test_weightiest (void)
{
  static const struct
  {
    guint sources;
    guint drawn;
  } cases[] = {
    { CLAIMED | HEARD, HEARD },
    { CLAIMED | COACH, COACH },
    { HEARD | COACH, COACH },
    { CLAIMED | HEARD | COACH, COACH },
    { ASKED | CLAIMED | HEARD, ASKED | HEARD },
    { ASKED | CLAIMED | HEARD | COACH, ASKED | COACH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Canvas) several = draw (cases[i].sources, 0.5, 16);
      g_autoptr (Canvas) one = draw (cases[i].drawn, 0.5, 16);

      g_assert_cmpint (count_different (several, one), ==, 0);
    }
}

static void
test_ring_apart (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int middle = sizes[i] / 2;
      g_autoptr (Canvas) canvas = draw (ASKED | HEARD, 1.0, sizes[i]);
      int lowest = 255;

      for (int y = 1; y < middle; y++)
        lowest = MIN (lowest, canvas_get_alpha (canvas, middle, y));
      g_assert_cmpint (lowest, <, 140);
      g_assert_cmpint (canvas_get_alpha (canvas, middle, middle), ==, 255);
    }
}

static void
test_state_kept (void)
{
  g_autoptr (Canvas) canvas = canvas_new (16, 16);
  double x, y;

  cairo_set_line_width (canvas->cr, 7.0);
  onsite_sign_draw (canvas->cr, ASKED | HEARD, 1.0, 16, &black);

  x = y = 3.0;
  cairo_user_to_device (canvas->cr, &x, &y);
  g_assert_cmpfloat (x, ==, 3.0);
  g_assert_cmpfloat (y, ==, 3.0);
  g_assert_cmpfloat (cairo_get_line_width (canvas->cr), ==, 7.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sign/nobody-draws-nothing", test_nobody);
  g_test_add_func ("/sign/asked-is-an-empty-ring", test_ring);
  g_test_add_func ("/sign/claimed-is-half-full", test_half_disc);
  g_test_add_func ("/sign/heard-grows-with-its-strength", test_disc);
  g_test_add_func ("/sign/strength-out-of-range-is-clamped", test_disc_clamped);
  g_test_add_func ("/sign/coach-is-a-diamond", test_diamond);
  g_test_add_func ("/sign/all-are-told-apart-by-shape", test_told_apart);
  g_test_add_func ("/sign/the-weightiest-is-drawn", test_weightiest);
  g_test_add_func ("/sign/a-disc-stays-apart-from-its-ring", test_ring_apart);
  g_test_add_func ("/sign/the-surface-keeps-its-state", test_state_kept);

  return g_test_run ();
}
