/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-exhibit-canvas.h"

#include <math.h>

#include "drawing/onsite-exhibit-drawing.h"
#include "drawing/onsite-exhibit-words.h"

/* In logical pixels: narrower than any window. */
#define MIN_WIDTH 200

struct _OnsiteExhibitCanvas
{
  GtkWidget parent_instance;

  OnsitePack *pack;
  const OnsiteExhibit *exhibit; /* the pack's */
  double zoom;                  /* 0 to fit */
  OnsiteExhibitDrawing *written;
  OnsiteExhibitDrawing *transposed;
};

G_DEFINE_FINAL_TYPE (OnsiteExhibitCanvas, onsite_exhibit_canvas, GTK_TYPE_WIDGET)

static void
forget_drawings (OnsiteExhibitCanvas *self)
{
  g_clear_pointer (&self->written, onsite_exhibit_drawing_free);
  g_clear_pointer (&self->transposed, onsite_exhibit_drawing_free);
}

static OnsiteExhibitDrawing *
get_drawing (OnsiteExhibitCanvas *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->written == NULL)
    self->written = onsite_exhibit_drawing_new (self->exhibit, context, FALSE);
  if (self->zoom > 0)
    return self->written;
  if (self->transposed == NULL)
    self->transposed = onsite_exhibit_drawing_new (self->exhibit, context, TRUE);

  return onsite_exhibit_drawing_choose (self->written, self->transposed, width);
}

/* Up to its own size: larger, it would outdo the question. */
static void
get_size (OnsiteExhibitCanvas *self, int for_width, double *width, double *height)
{
  double own_width, own_height, scale;

  onsite_exhibit_drawing_get_size (get_drawing (self, for_width), &own_width, &own_height);
  scale = self->zoom > 0 ? self->zoom : for_width < 0 ? 1 : MIN (1, for_width / own_width);
  *width = own_width * scale;
  *height = own_height * scale;
}

static void
onsite_exhibit_canvas_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  OnsiteExhibitCanvas *self = ONSITE_EXHIBIT_CANVAS (widget);
  double width = 0;
  double height = 0;

  if (self->exhibit != NULL)
    get_size (self, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &width, &height);

  *natural = (int) ceil (orientation == GTK_ORIENTATION_VERTICAL ? height : width);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL || self->zoom > 0 ? *natural
                                                                       : MIN (MIN_WIDTH, *natural);
}

static GtkSizeRequestMode
onsite_exhibit_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
onsite_exhibit_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteExhibitCanvas *self = ONSITE_EXHIBIT_CANVAS (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const OnsiteExhibitPalette *palette = onsite_exhibit_palette_get (
      adw_style_manager_get_dark (style),
      adw_style_manager_get_high_contrast (style));
  int room = gtk_widget_get_width (widget);
  double width, height;
  cairo_t *cr;

  if (self->exhibit == NULL)
    return;

  get_size (self, room, &width, &height);
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float) room, (float) gtk_widget_get_height (widget)));
  cairo_set_source_rgb (cr, palette->paper.red, palette->paper.green, palette->paper.blue);
  cairo_paint (cr);
  cairo_translate (cr, (room - width) / 2, 0);
  onsite_exhibit_drawing_draw (get_drawing (self, room), cr, palette, width);
  cairo_destroy (cr);
}

/* The type may have changed its size, or its face. */
static void
onsite_exhibit_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onsite_exhibit_canvas_parent_class)->css_changed (widget, change);
  forget_drawings (ONSITE_EXHIBIT_CANVAS (widget));
}

static void
onsite_exhibit_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (onsite_exhibit_canvas_parent_class)->system_setting_changed (widget, setting);
  forget_drawings (ONSITE_EXHIBIT_CANVAS (widget));
  gtk_widget_queue_resize (widget);
}

static void
onsite_exhibit_canvas_dispose (GObject *object)
{
  OnsiteExhibitCanvas *self = ONSITE_EXHIBIT_CANVAS (object);

  forget_drawings (self);
  self->exhibit = NULL;
  g_clear_pointer (&self->pack, onsite_pack_unref);

  G_OBJECT_CLASS (onsite_exhibit_canvas_parent_class)->dispose (object);
}

static void
onsite_exhibit_canvas_class_init (OnsiteExhibitCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_exhibit_canvas_dispose;
  widget_class->measure = onsite_exhibit_canvas_measure;
  widget_class->get_request_mode = onsite_exhibit_canvas_get_request_mode;
  widget_class->snapshot = onsite_exhibit_canvas_snapshot;
  widget_class->css_changed = onsite_exhibit_canvas_css_changed;
  widget_class->system_setting_changed = onsite_exhibit_canvas_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "exhibit");
}

static void
onsite_exhibit_canvas_init (OnsiteExhibitCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (style,
                           "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style,
                           "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
tell (OnsiteExhibitCanvas *self)
{
  g_autofree char *words = onsite_exhibit_words_describe (self->exhibit);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->exhibit->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words,
                                  -1);
}

void
onsite_exhibit_canvas_set_exhibit (OnsiteExhibitCanvas *self,
                                   OnsitePack *pack,
                                   const OnsiteExhibit *exhibit)
{
  g_return_if_fail (ONSITE_IS_EXHIBIT_CANVAS (self));

  forget_drawings (self);
  g_clear_pointer (&self->pack, onsite_pack_unref);
  self->pack = onsite_pack_ref (pack);
  self->exhibit = exhibit;
  tell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
onsite_exhibit_canvas_set_zoom (OnsiteExhibitCanvas *self, double zoom)
{
  g_return_if_fail (ONSITE_IS_EXHIBIT_CANVAS (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
