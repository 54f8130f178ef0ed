/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-moving-page.h"

struct _OnsiteMovingPage
{
  AdwBin parent_instance;

  OnsiteCaretaker *caretaker;

  AdwStatusPage *status;
  GtkProgressBar *progress;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (OnsiteMovingPage, onsite_moving_page, ADW_TYPE_BIN)

static void
cancel_cb (OnsiteMovingPage *self)
{
  onsite_caretaker_cancel (self->caretaker);
}

static void
update (OnsiteMovingPage *self)
{
  if (!onsite_caretaker_get_moving (self->caretaker))
    return;

  adw_status_page_set_description (self->status, onsite_caretaker_get_status (self->caretaker));
  gtk_progress_bar_set_fraction (self->progress, onsite_caretaker_get_fraction (self->caretaker));
}

/* The page that had the focus is gone. */
static void
onsite_moving_page_map (GtkWidget *widget)
{
  OnsiteMovingPage *self = ONSITE_MOVING_PAGE (widget);

  GTK_WIDGET_CLASS (onsite_moving_page_parent_class)->map (widget);

  update (self);
  gtk_widget_grab_focus (self->cancel);
}

static void
onsite_moving_page_dispose (GObject *object)
{
  g_clear_object (&ONSITE_MOVING_PAGE (object)->caretaker);

  G_OBJECT_CLASS (onsite_moving_page_parent_class)->dispose (object);
}

static void
onsite_moving_page_class_init (OnsiteMovingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_moving_page_dispose;
  widget_class->map = onsite_moving_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-moving-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteMovingPage, status);
  gtk_widget_class_bind_template_child (widget_class, OnsiteMovingPage, progress);
  gtk_widget_class_bind_template_child (widget_class, OnsiteMovingPage, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
onsite_moving_page_init (OnsiteMovingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

OnsiteMovingPage *
onsite_moving_page_new (OnsiteCaretaker *caretaker)
{
  OnsiteMovingPage *self;

  g_return_val_if_fail (ONSITE_IS_CARETAKER (caretaker), NULL);

  self = g_object_new (ONSITE_TYPE_MOVING_PAGE, NULL);
  self->caretaker = g_object_ref (caretaker);
  g_signal_connect_object (caretaker, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
