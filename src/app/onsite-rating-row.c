/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-rating-row.h"

#include <glib/gi18n-lib.h>

#include "onsite-announce.h"
#include "onsite-wrap-layout.h"

#define N_SCORES 5u

struct _OnsiteRatingRow
{
  GtkWidget parent_instance;

  const OnsiteDimension *dimension;
  guint score;
  gboolean current;

  GtkWidget *line;
  GtkLabel *name;
  GtkWidget *dots;
  GtkGrid *anchors;
  GtkWidget *buttons[N_SCORES];
};

enum
{
  PROP_0,
  PROP_SCORE,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteRatingRow, onsite_rating_row, GTK_TYPE_WIDGET)

static void
dot_clicked_cb (GtkButton *button, OnsiteRatingRow *self)
{
  for (guint i = 0; i < N_SCORES; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      onsite_rating_row_set_score (self, self->score == i + 1 ? 0 : i + 1);
}

static GtkWidget *
add_dot (OnsiteRatingRow *self, guint score)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), dot);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (GTK_BOX (self->dots), button);
  self->buttons[score - 1] = button;
  g_signal_connect (button, "clicked", G_CALLBACK (dot_clicked_cb), self);

  return button;
}

static void
name_dot (OnsiteRatingRow *self, guint score, const char *anchor)
{
  GtkWidget *button = self->buttons[score - 1];
  /* Translators: a rating, such as "Structure: 3 of 5". */
  g_autofree char *label = g_strdup_printf (C_ ("rating", "%s: %u of %u"),
                                            self->dimension->name,
                                            score,
                                            N_SCORES);
  g_autofree char *tooltip = anchor != NULL ? g_strdup_printf ("%u: %s", score, anchor)
                                            : g_strdup_printf ("%u", score);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  gtk_widget_set_tooltip_text (button, tooltip);
  onsite_announce_describe (button, anchor != NULL ? anchor : "");
}

static void
add_anchor (OnsiteRatingRow *self, guint score, const char *text)
{
  g_autofree char *figure = g_strdup_printf ("%u", score);
  GtkWidget *number = gtk_label_new (figure);
  GtkWidget *label = gtk_label_new (text);
  int row = (int) score / 2;

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->anchors, number, 0, row, 1, 1);
  gtk_grid_attach (self->anchors, label, 1, row, 1, 1);
}

static void
set_dimension (OnsiteRatingRow *self,
               const OnsiteDimension *dimension,
               const OnsiteAnchors *anchors)
{
  self->dimension = dimension;
  gtk_label_set_text (self->name, dimension->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), dimension->question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dimension->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  dimension->question,
                                  -1);

  for (guint score = 1; score <= N_SCORES; score++)
    {
      const char *anchor = anchors != NULL && score % 2 == 1 ? anchors->scores[score / 2] : NULL;

      name_dot (self, score, anchor);
      if (anchor != NULL)
        add_anchor (self, score, anchor);
    }
}

static void
show_score (OnsiteRatingRow *self)
{
  for (guint i = 0; i < N_SCORES; i++)
    {
      GtkWidget *dot = gtk_button_get_child (GTK_BUTTON (self->buttons[i]));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i + 1 == self->score);
      if (i < self->score)
        gtk_widget_add_css_class (dot, "filled");
      else
        gtk_widget_remove_css_class (dot, "filled");
    }
}

/* The row as a whole is one stop of Tab: it begins at the dot that is chosen. */
static gboolean
onsite_rating_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OnsiteRatingRow *self = ONSITE_RATING_ROW (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (inside && (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT))
    return gtk_widget_child_focus (self->line, direction);
  if (inside)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
onsite_rating_row_grab_focus (GtkWidget *widget)
{
  OnsiteRatingRow *self = ONSITE_RATING_ROW (widget);

  return gtk_widget_grab_focus (self->buttons[self->score > 0 ? self->score - 1 : 0]);
}

static void
onsite_rating_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteRatingRow *self = ONSITE_RATING_ROW (object);

  switch (prop_id)
    {
    case PROP_SCORE:
      g_value_set_uint (value, self->score);
      break;

    case PROP_CURRENT:
      g_value_set_boolean (value, self->current);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_rating_row_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  OnsiteRatingRow *self = ONSITE_RATING_ROW (object);

  switch (prop_id)
    {
    case PROP_SCORE:
      onsite_rating_row_set_score (self, g_value_get_uint (value));
      break;

    case PROP_CURRENT:
      onsite_rating_row_set_current (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_rating_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (onsite_rating_row_parent_class)->dispose (object);
}

static void
onsite_rating_row_class_init (OnsiteRatingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_rating_row_get_property;
  object_class->set_property = onsite_rating_row_set_property;
  object_class->dispose = onsite_rating_row_dispose;
  widget_class->focus = onsite_rating_row_focus;
  widget_class->grab_focus = onsite_rating_row_grab_focus;

  props[PROP_SCORE] = g_param_spec_uint ("score", NULL, NULL, 0, N_SCORES, 0, flags);
  props[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "rating");
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-rating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteRatingRow, line);
  gtk_widget_class_bind_template_child (widget_class, OnsiteRatingRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnsiteRatingRow, dots);
  gtk_widget_class_bind_template_child (widget_class, OnsiteRatingRow, anchors);
}

static void
onsite_rating_row_init (OnsiteRatingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint score = 1; score <= N_SCORES; score++)
    add_dot (self, score);
}

GtkWidget *
onsite_rating_row_new (const OnsiteDimension *dimension, const OnsiteAnchors *anchors)
{
  OnsiteRatingRow *self = g_object_new (ONSITE_TYPE_RATING_ROW, NULL);

  set_dimension (self, dimension, anchors);

  return GTK_WIDGET (self);
}

const OnsiteDimension *
onsite_rating_row_get_dimension (OnsiteRatingRow *self)
{
  g_return_val_if_fail (ONSITE_IS_RATING_ROW (self), NULL);

  return self->dimension;
}

void
onsite_rating_row_set_score (OnsiteRatingRow *self, guint score)
{
  gboolean changed;

  g_return_if_fail (ONSITE_IS_RATING_ROW (self));
  g_return_if_fail (score <= N_SCORES);

  changed = self->score != score;
  self->score = score;
  /* A click on the chosen dot has let go of its button already. */
  show_score (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCORE]);
}

guint
onsite_rating_row_get_score (OnsiteRatingRow *self)
{
  g_return_val_if_fail (ONSITE_IS_RATING_ROW (self), 0);

  return self->score;
}

void
onsite_rating_row_set_current (OnsiteRatingRow *self, gboolean current)
{
  g_return_if_fail (ONSITE_IS_RATING_ROW (self));

  if (self->current == !!current)
    return;

  self->current = !!current;
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT]);
}
