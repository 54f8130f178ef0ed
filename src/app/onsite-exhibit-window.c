/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-exhibit-window.h"

#include "onsite-exhibit-canvas.h"
#include "onsite-text-direction.h"

/* How much larger the next size is, and how far that goes. */
#define STEP       1.25
#define LEAST_ZOOM 0.5
#define MOST_ZOOM  4.0

struct _OnsiteExhibitWindow
{
  AdwWindow parent_instance;

  double zoom;

  GtkWidget *scroller;
  OnsiteExhibitCanvas *canvas;
};

G_DEFINE_FINAL_TYPE (OnsiteExhibitWindow, onsite_exhibit_window, ADW_TYPE_WINDOW)

static void
set_zoom (OnsiteExhibitWindow *self, double zoom)
{
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  onsite_exhibit_canvas_set_zoom (self->canvas, self->zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibit.larger", self->zoom < MOST_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibit.smaller", self->zoom > LEAST_ZOOM);
}

static void
larger_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteExhibitWindow *self = ONSITE_EXHIBIT_WINDOW (widget);

  set_zoom (self, self->zoom * STEP);
}

static void
smaller_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteExhibitWindow *self = ONSITE_EXHIBIT_WINDOW (widget);

  set_zoom (self, self->zoom / STEP);
}

static void
own_size_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (ONSITE_EXHIBIT_WINDOW (widget), 1);
}

static void
add_key (GtkWidgetClass *klass, guint key, const char *action)
{
  gtk_widget_class_add_binding_action (klass, key, GDK_CONTROL_MASK, action, NULL);
}

static void
onsite_exhibit_window_class_init (OnsiteExhibitWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ONSITE_TYPE_EXHIBIT_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-exhibit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteExhibitWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, OnsiteExhibitWindow, canvas);

  gtk_widget_class_install_action (widget_class, "exhibit.larger", NULL, larger_cb);
  gtk_widget_class_install_action (widget_class, "exhibit.smaller", NULL, smaller_cb);
  gtk_widget_class_install_action (widget_class, "exhibit.own-size", NULL, own_size_cb);
  add_key (widget_class, GDK_KEY_plus, "exhibit.larger");
  add_key (widget_class, GDK_KEY_equal, "exhibit.larger");
  add_key (widget_class, GDK_KEY_KP_Add, "exhibit.larger");
  add_key (widget_class, GDK_KEY_minus, "exhibit.smaller");
  add_key (widget_class, GDK_KEY_KP_Subtract, "exhibit.smaller");
  add_key (widget_class, GDK_KEY_0, "exhibit.own-size");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
onsite_exhibit_window_init (OnsiteExhibitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_zoom (self, 1);
}

GtkWindow *
onsite_exhibit_window_new (GtkWindow *parent, OnsitePack *pack, const OnsiteExhibit *exhibit)
{
  OnsiteExhibitWindow *self = g_object_new (ONSITE_TYPE_EXHIBIT_WINDOW,
                                            "transient-for",
                                            parent,
                                            "title",
                                            exhibit->title,
                                            NULL);

  onsite_exhibit_canvas_set_exhibit (self->canvas, pack, exhibit);
  /* It begins where a request does. */
  onsite_text_direction_follow (self->scroller, exhibit->title);

  return GTK_WINDOW (self);
}
