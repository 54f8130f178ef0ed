/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-exhibit-view.h"

#include <glib/gi18n-lib.h>

#include "onsite-exhibit-canvas.h"
#include "onsite-exhibit-window.h"
#include "onsite-format.h"
#include "onsite-text-direction.h"

struct _OnsiteExhibitView
{
  AdwBin parent_instance;

  OnsitePack *pack;
  const OnsiteExhibit *exhibit; /* the pack's */

  GtkLabel *title;
  GtkLabel *situation;
  GtkLabel *constraints;
  OnsiteExhibitCanvas *canvas;
  GtkBox *risks;
};

G_DEFINE_FINAL_TYPE (OnsiteExhibitView, onsite_exhibit_view, ADW_TYPE_BIN)

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteExhibitView *self = ONSITE_EXHIBIT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (onsite_exhibit_window_new (GTK_WINDOW (root), self->pack, self->exhibit));
}

static char *
list_constraints (const OnsiteExhibit *exhibit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; exhibit->constraints[i] != NULL; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", exhibit->constraints[i]);

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static char *
join_levels (OnsiteExhibitView *self, const OnsiteExhibitRisk *risk)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; risk->levels[i] != NULL; i++)
    g_strv_builder_add (names, onsite_pack_find_level (self->pack, risk->levels[i])->name);
  list = g_strv_builder_end (names);

  return onsite_format_list ((const char *const *) list);
}

static char *
join_places (OnsiteExhibitView *self, const OnsiteExhibitRisk *risk)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; risk->at[i] != NULL; i++)
    g_strv_builder_add (names, onsite_exhibit_find_box (self->exhibit, risk->at[i])->label);
  list = g_strv_builder_end (names);

  return onsite_format_list ((const char *const *) list);
}

static void
add_risk (OnsiteExhibitView *self, const OnsiteExhibitRisk *risk)
{
  g_autofree char *text = g_strdup_printf ("• %s", risk->text);
  g_autofree char *levels = join_levels (self, risk);
  g_autofree char *places = join_places (self, risk);
  /* Translators: at which levels a risk is looked for, and at which boxes it is to be found. */
  g_autofree char *where = g_strdup_printf (C_ ("exhibit", "%s · at %s"), levels, places);
  GtkWidget *caption = make_label (where, "dim-label");

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_set_margin_start (caption, 12);
  gtk_box_append (self->risks, make_label (text, NULL));
  gtk_box_append (self->risks, caption);
}

/* Those of one order, first those that are looked for at the level. */
static void
add_risks (OnsiteExhibitView *self, guint order, const char *level, const char *heading)
{
  gboolean is_first = TRUE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->exhibit->risks->len; i++)
      {
        const OnsiteExhibitRisk *risk = g_ptr_array_index (self->exhibit->risks, i);

        if (risk->order != order || onsite_exhibit_risk_fits_level (risk, level) != (pass == 0))
          continue;
        if (is_first)
          gtk_box_append (self->risks, make_label (heading, "heading"));
        is_first = FALSE;
        add_risk (self, risk);
      }
}

static void
onsite_exhibit_view_dispose (GObject *object)
{
  OnsiteExhibitView *self = ONSITE_EXHIBIT_VIEW (object);

  self->exhibit = NULL;
  g_clear_pointer (&self->pack, onsite_pack_unref);

  G_OBJECT_CLASS (onsite_exhibit_view_parent_class)->dispose (object);
}

static void
onsite_exhibit_view_class_init (OnsiteExhibitViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_exhibit_view_dispose;
  g_type_ensure (ONSITE_TYPE_EXHIBIT_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-exhibit-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteExhibitView, title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteExhibitView, situation);
  gtk_widget_class_bind_template_child (widget_class, OnsiteExhibitView, constraints);
  gtk_widget_class_bind_template_child (widget_class, OnsiteExhibitView, canvas);
  gtk_widget_class_bind_template_child (widget_class, OnsiteExhibitView, risks);
  gtk_widget_class_install_action (widget_class, "exhibit.open", NULL, open_cb);
}

static void
onsite_exhibit_view_init (OnsiteExhibitView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
onsite_exhibit_view_new (OnsitePack *pack, const OnsiteExhibit *exhibit)
{
  OnsiteExhibitView *self = g_object_new (ONSITE_TYPE_EXHIBIT_VIEW, NULL);
  g_autofree char *constraints = list_constraints (exhibit);

  self->pack = onsite_pack_ref (pack);
  self->exhibit = exhibit;
  gtk_label_set_label (self->title, exhibit->title);
  gtk_label_set_label (self->situation, exhibit->situation);
  gtk_label_set_label (self->constraints, constraints);
  onsite_exhibit_canvas_set_exhibit (self->canvas, pack, exhibit);
  onsite_text_direction_follow (GTK_WIDGET (self), exhibit->title);

  return GTK_WIDGET (self);
}

void
onsite_exhibit_view_reveal (OnsiteExhibitView *self, const char *level)
{
  g_return_if_fail (ONSITE_IS_EXHIBIT_VIEW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->risks)))
    return;

  add_risks (self, 1, level, C_ ("exhibit", "Risks of the Proposal"));
  add_risks (self, 2, level, C_ ("exhibit", "What Follows From Them"));
  onsite_text_direction_follow (GTK_WIDGET (self->risks), self->exhibit->title);
  gtk_widget_set_visible (GTK_WIDGET (self->risks), TRUE);
}
