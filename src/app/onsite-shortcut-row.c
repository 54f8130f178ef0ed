/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-shortcut-row.h"

#include "onsite-format.h"

struct _OnsiteShortcutRow
{
  AdwActionRow parent_instance;

  GtkShortcutLabel *keys;
};

enum
{
  PROP_0,
  PROP_ACCELERATOR,
  PROP_ACTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteShortcutRow, onsite_shortcut_row, ADW_TYPE_ACTION_ROW)

/* The signs on the keys are to be seen; this is to be heard. */
static char *
describe (const char *accelerator)
{
  g_auto (GStrv) each = g_strsplit (accelerator, " ", -1);

  for (char **one = each; *one != NULL; one++)
    {
      GdkModifierType modifiers;
      guint key;

      if (gtk_accelerator_parse (*one, &key, &modifiers))
        {
          g_free (*one);
          *one = gtk_accelerator_get_label (key, modifiers);
        }
    }

  return onsite_format_list ((const char *const *) each);
}

static void
set_accelerator (OnsiteShortcutRow *self, const char *accelerator)
{
  g_autofree char *description = describe (accelerator);

  gtk_shortcut_label_set_accelerator (self->keys, accelerator);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}

static void
set_action (OnsiteShortcutRow *self, const char *action)
{
  GApplication *application = g_application_get_default ();
  g_auto (GStrv) accelerators = NULL;
  g_autofree char *accelerator = NULL;

  if (!GTK_IS_APPLICATION (application))
    return;

  accelerators = gtk_application_get_accels_for_action (GTK_APPLICATION (application), action);
  accelerator = g_strjoinv (" ", accelerators);
  set_accelerator (self, accelerator);
}

static void
onsite_shortcut_row_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  OnsiteShortcutRow *self = ONSITE_SHORTCUT_ROW (object);

  switch (prop_id)
    {
    case PROP_ACCELERATOR:
      set_accelerator (self, g_value_get_string (value));
      break;

    case PROP_ACTION:
      set_action (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_shortcut_row_class_init (OnsiteShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = onsite_shortcut_row_set_property;

  props[PROP_ACCELERATOR] = g_param_spec_string ("accelerator",
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ACTION] = g_param_spec_string ("action",
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
onsite_shortcut_row_init (OnsiteShortcutRow *self)
{
  self->keys = GTK_SHORTCUT_LABEL (gtk_shortcut_label_new (""));
  gtk_widget_set_valign (GTK_WIDGET (self->keys), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->keys));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
}
