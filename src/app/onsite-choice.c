/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-choice.h"

#include "onsite-even-layout.h"

struct _OnsiteChoice
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* the children */
  GPtrArray *ids;     /* of the buttons, in their order */
  const char *selected;
  gboolean optional;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_OPTIONAL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteChoice, onsite_choice, GTK_TYPE_WIDGET)

static gboolean
find_selected (OnsiteChoice *self, guint *index)
{
  return g_ptr_array_find (self->ids, self->selected, index);
}

static void
show_selected (OnsiteChoice *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      const gboolean active = g_ptr_array_index (self->ids, i) == self->selected;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button),
                                   GTK_ACCESSIBLE_STATE_CHECKED,
                                   active ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                          : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
    }
}

/* An id is one of those that are kept. */
static void
select_id (OnsiteChoice *self, const char *id)
{
  const gboolean changed = self->selected != id;

  self->selected = id;
  /* A click on what is chosen has let go of its button already. */
  show_selected (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
clicked_cb (OnsiteChoice *self, GtkWidget *button)
{
  const char *id;
  guint index;

  if (!g_ptr_array_find (self->buttons, button, &index))
    return;

  id = g_ptr_array_index (self->ids, index);
  select_id (self, self->optional && id == self->selected ? NULL : id);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OnsiteChoice *self = ONSITE_CHOICE (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean sideways;
  int step;
  guint index;

  if (focus == NULL || !g_ptr_array_find (self->buttons, focus, &index))
    return FALSE;

  g_variant_get (arguments, "(ib)", &step, &sideways);
  if (sideways && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  index = (index + self->buttons->len + step) % self->buttons->len;
  gtk_widget_grab_focus (g_ptr_array_index (self->buttons, index));
  select_id (self, g_ptr_array_index (self->ids, index));

  return TRUE;
}

static gboolean
onsite_choice_grab_focus (GtkWidget *widget)
{
  OnsiteChoice *self = ONSITE_CHOICE (widget);
  guint index;

  if (self->buttons->len == 0)
    return FALSE;

  if (!find_selected (self, &index))
    index = 0;
  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, index));
}

static gboolean
onsite_choice_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
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

    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_choice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OnsiteChoice *self = ONSITE_CHOICE (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      onsite_choice_set_selected (self, g_value_get_string (value));
      break;

    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_choice_dispose (GObject *object)
{
  onsite_choice_clear (ONSITE_CHOICE (object));

  G_OBJECT_CLASS (onsite_choice_parent_class)->dispose (object);
}

static void
onsite_choice_finalize (GObject *object)
{
  OnsiteChoice *self = ONSITE_CHOICE (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->ids);

  G_OBJECT_CLASS (onsite_choice_parent_class)->finalize (object);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, int step, gboolean sideways)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cb, "(ib)", step, sideways);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_cb, "(ib)", step, sideways);
}

static void
onsite_choice_class_init (OnsiteChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_choice_get_property;
  object_class->set_property = onsite_choice_set_property;
  object_class->dispose = onsite_choice_dispose;
  object_class->finalize = onsite_choice_finalize;
  widget_class->focus = onsite_choice_focus;
  widget_class->grab_focus = onsite_choice_grab_focus;

  props[PROP_SELECTED] = g_param_spec_string ("selected",
                                              NULL,
                                              NULL,
                                              NULL,
                                              flags | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_OPTIONAL] = g_param_spec_boolean ("optional",
                                               NULL,
                                               NULL,
                                               FALSE,
                                               flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_css_name (widget_class, "choice");
  gtk_widget_class_set_layout_manager_type (widget_class, ONSITE_TYPE_EVEN_LAYOUT);
  add_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, TRUE);
  add_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, TRUE);
  add_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, FALSE);
  add_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, FALSE);
}

static void
onsite_choice_init (OnsiteChoice *self)
{
  self->buttons = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  /* The corners are those of all buttons together. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
make_button (const char *label)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                    "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_RADIO,
                                    "child",
                                    text,
                                    NULL);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);

  return button;
}

void
onsite_choice_add (OnsiteChoice *self, const char *id, const char *label)
{
  GtkWidget *button;

  g_return_if_fail (ONSITE_IS_CHOICE (self));
  g_return_if_fail (id != NULL);

  button = make_button (label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->buttons, button);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  show_selected (self);
}

void
onsite_choice_clear (OnsiteChoice *self)
{
  g_return_if_fail (ONSITE_IS_CHOICE (self));

  self->selected = NULL;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  g_ptr_array_set_size (self->ids, 0);
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
  guint index;

  g_return_if_fail (ONSITE_IS_CHOICE (self));

  if (id != NULL && g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index))
    select_id (self, g_ptr_array_index (self->ids, index));
  else
    select_id (self, NULL);
}
