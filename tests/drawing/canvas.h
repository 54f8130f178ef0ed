/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A surface of alpha alone, to look at pixel by pixel. Both free with canvas_free(). */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  int width;
  int height;
} Canvas;

Canvas *canvas_new (int width, int height);
void canvas_free (Canvas *self);
/* From 0 (nothing was drawn) to 255. */
guint8 canvas_get_alpha (Canvas *self, int x, int y);
/* Pixels of ink, part-covered ones counted in part. */
double canvas_get_ink (Canvas *self, int x, int y, int width, int height);
/* How far the most different pixel is from its mirror image in @other, 0 to 255. */
int canvas_compare_mirrored (Canvas *self, Canvas *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Canvas, canvas_free)

G_END_DECLS
