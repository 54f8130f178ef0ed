/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas.h"

Canvas *
canvas_new (int width, int height)
{
  Canvas *self = g_new0 (Canvas, 1);

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  self->cr = cairo_create (self->surface);
  self->width = width;
  self->height = height;

  return self;
}

void
canvas_free (Canvas *self)
{
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

guint8
canvas_get_alpha (Canvas *self, int x, int y)
{
  g_assert_true (x >= 0 && x < self->width && y >= 0 && y < self->height);
  cairo_surface_flush (self->surface);

  return cairo_image_surface_get_data (
      self->surface)[y * cairo_image_surface_get_stride (self->surface) + x];
}

double
canvas_get_ink (Canvas *self, int x, int y, int width, int height)
{
  double ink = 0.0;

  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      ink += canvas_get_alpha (self, column, row) / 255.0;

  return ink;
}

int
canvas_compare_mirrored (Canvas *self, Canvas *other)
{
  int worst = 0;

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      {
        int mine = canvas_get_alpha (self, x, y);
        int theirs = canvas_get_alpha (other, self->width - 1 - x, y);

        worst = MAX (worst, ABS (mine - theirs));
      }

  return worst;
}
