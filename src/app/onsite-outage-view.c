/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-outage-view.h"

#include "onsite-text-direction.h"

struct _OnsiteOutageView
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkBox *what_happened;
  GtkLabel *source;
  GtkWidget *findings;
  GtkLabel *root_cause;
  GtkLabel *blast_radius;
  GtkLabel *control;
};

G_DEFINE_FINAL_TYPE (OnsiteOutageView, onsite_outage_view, ADW_TYPE_BIN)

static void
onsite_outage_view_class_init (OnsiteOutageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-outage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteOutageView, title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteOutageView, what_happened);
  gtk_widget_class_bind_template_child (widget_class, OnsiteOutageView, source);
  gtk_widget_class_bind_template_child (widget_class, OnsiteOutageView, findings);
  gtk_widget_class_bind_template_child (widget_class, OnsiteOutageView, root_cause);
  gtk_widget_class_bind_template_child (widget_class, OnsiteOutageView, blast_radius);
  gtk_widget_class_bind_template_child (widget_class, OnsiteOutageView, control);
}

static void
onsite_outage_view_init (OnsiteOutageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
tell (OnsiteOutageView *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->what_happened, label);
}

GtkWidget *
onsite_outage_view_new (const OnsiteOutage *outage)
{
  OnsiteOutageView *self = g_object_new (ONSITE_TYPE_OUTAGE_VIEW, NULL);

  gtk_label_set_text (self->title, outage->title);
  for (guint i = 0; outage->what_happened[i] != NULL; i++)
    tell (self, outage->what_happened[i]);
  gtk_label_set_text (self->source, outage->source);
  gtk_label_set_text (self->root_cause, outage->root_cause);
  gtk_label_set_text (self->blast_radius, outage->blast_radius);
  gtk_label_set_text (self->control, outage->control);
  onsite_text_direction_follow (GTK_WIDGET (self), outage->title);

  return GTK_WIDGET (self);
}

void
onsite_outage_view_reveal (OnsiteOutageView *self)
{
  g_return_if_fail (ONSITE_IS_OUTAGE_VIEW (self));

  gtk_widget_set_visible (self->findings, TRUE);
}
