/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-choice.h"

struct _OnsiteChoice
{
  AdwBin parent_instance;

  GtkWidget *box;
  GPtrArray *ids; /* in the order of the box's children */
  char *selected;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteChoice, onsite_choice, ADW_TYPE_BIN)

static void
select_id (OnsiteChoice *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->selected);
  self->selected = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
toggled_cb (OnsiteChoice *self, GtkToggleButton *button)
{
  guint i = 0;

  if (!gtk_toggle_button_get_active (button))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != GTK_WIDGET (button);
       child = gtk_widget_get_next_sibling (child))
    i++;

  if (g_strcmp0 (self->selected, g_ptr_array_index (self->ids, i)) != 0)
    select_id (self, g_ptr_array_index (self->ids, i));
}

static void
onsite_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteChoice *self = ONSITE_CHOICE (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_choice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      onsite_choice_set_selected (ONSITE_CHOICE (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_choice_finalize (GObject *object)
{
  OnsiteChoice *self = ONSITE_CHOICE (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (onsite_choice_parent_class)->finalize (object);
}

static void
onsite_choice_class_init (OnsiteChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onsite_choice_get_property;
  object_class->set_property = onsite_choice_set_property;
  object_class->finalize = onsite_choice_finalize;

  props[PROP_SELECTED] = g_param_spec_string ("selected",
                                              NULL,
                                              NULL,
                                              NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
onsite_choice_init (OnsiteChoice *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_add_css_class (self->box, "linked");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
onsite_choice_new (void)
{
  return g_object_new (ONSITE_TYPE_CHOICE, NULL);
}

void
onsite_choice_add (OnsiteChoice *self, const char *id, const char *label)
{
  GtkWidget *first;
  GtkWidget *button;
  GtkWidget *text;

  g_return_if_fail (ONSITE_IS_CHOICE (self));

  first = gtk_widget_get_first_child (self->box);
  button = gtk_toggle_button_new ();
  text = gtk_label_new (label);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  gtk_widget_set_hexpand (button, TRUE);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->ids, g_strdup (id));
  gtk_box_append (GTK_BOX (self->box), button);
}

void
onsite_choice_clear (OnsiteChoice *self)
{
  GtkWidget *child;

  g_return_if_fail (ONSITE_IS_CHOICE (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->ids, 0);
  g_clear_pointer (&self->selected, g_free);
}

const char *
onsite_choice_get_selected (OnsiteChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_CHOICE (self), NULL);

  return self->selected;
}

void
onsite_choice_set_selected (OnsiteChoice *self, const char *id)
{
  GtkWidget *child;
  guint position;

  g_return_if_fail (ONSITE_IS_CHOICE (self));

  if (id == NULL || !g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &position))
    return;

  child = gtk_widget_get_first_child (self->box);
  while (position-- > 0)
    child = gtk_widget_get_next_sibling (child);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}
