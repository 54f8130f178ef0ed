/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-guide-label.h"

#include "onsite-guide-search.h"

static GtkWidget *
make_label (const char *text, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role",
                                   role,
                                   "label",
                                   text,
                                   "wrap",
                                   TRUE,
                                   "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR,
                                   "selectable",
                                   TRUE,
                                   "xalign",
                                   0.0,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
onsite_guide_label_new (const char *text, const char *css_class)
{
  return make_label (text, css_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

GtkWidget *
onsite_guide_label_new_heading (const char *text, const char *css_class, int level)
{
  GtkWidget *label = make_label (text, css_class, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);

  return label;
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, gsize from, gsize to)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (attributes, attribute);
}

static void
insert_mark (GtkWidget *label, PangoAttrList *attributes, gsize from, gsize to)
{
  GtkStyleContext *style = gtk_widget_get_style_context (label);
  GdkRGBA ground = { 0 };
  GdkRGBA text = { 0 };

  gtk_style_context_lookup_color (style, "found_bg", &ground);
  gtk_style_context_lookup_color (style, "found_fg", &text);
  insert (attributes,
          pango_attr_background_new ((guint16) (ground.red * G_MAXUINT16),
                                     (guint16) (ground.green * G_MAXUINT16),
                                     (guint16) (ground.blue * G_MAXUINT16)),
          from,
          to);
  insert (attributes,
          pango_attr_foreground_new ((guint16) (text.red * G_MAXUINT16),
                                     (guint16) (text.green * G_MAXUINT16),
                                     (guint16) (text.blue * G_MAXUINT16)),
          from,
          to);
}

static void
mark (GtkLabel *label, const char *words)
{
  const char *text = gtk_label_get_text (label);
  const char *p = text;
  PangoAttrList *attributes = NULL;
  gsize length;

  while (words != NULL && (p = onsite_guide_search_next (p, words, &length)) != NULL)
    {
      if (attributes == NULL)
        attributes = pango_attr_list_new ();
      insert_mark (GTK_WIDGET (label), attributes, (gsize) (p - text), (gsize) (p - text) + length);
      p += length;
    }

  gtk_label_set_attributes (label, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

void
onsite_guide_label_mark_all (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget))
    {
      mark (GTK_LABEL (widget), words);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    onsite_guide_label_mark_all (child, words);
}
