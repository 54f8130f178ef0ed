/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-microphone-bar.h"

#include "onsite-level-meter.h"
#include "onsite-wrap-layout.h"

struct _OnsiteMicrophoneBar
{
  AdwBin parent_instance;

  OnsiteMicrophoneCheck *check; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_CHECK,
  N_PROPS
};

enum
{
  TRYING_AGAIN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteMicrophoneBar, onsite_microphone_bar, ADW_TYPE_BIN)

/* Closure of the template. */
static gboolean
is_false (OnsiteMicrophoneBar *self, gboolean value)
{
  return !value;
}

static void
try_again_cb (OnsiteMicrophoneBar *self)
{
  g_signal_emit (self, signals[TRYING_AGAIN], 0);
  onsite_microphone_bar_listen_anew (self);
}

static void
onsite_microphone_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (onsite_microphone_bar_parent_class)->map (widget);

  onsite_microphone_bar_listen_anew (ONSITE_MICROPHONE_BAR (widget));
}

static void
onsite_microphone_bar_unmap (GtkWidget *widget)
{
  OnsiteMicrophoneBar *self = ONSITE_MICROPHONE_BAR (widget);

  if (self->check != NULL)
    onsite_microphone_check_stop (self->check);

  GTK_WIDGET_CLASS (onsite_microphone_bar_parent_class)->unmap (widget);
}

static void
onsite_microphone_bar_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHECK:
      g_value_set_object (value, ONSITE_MICROPHONE_BAR (object)->check);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_microphone_bar_dispose (GObject *object)
{
  g_clear_object (&ONSITE_MICROPHONE_BAR (object)->check);

  G_OBJECT_CLASS (onsite_microphone_bar_parent_class)->dispose (object);
}

static void
onsite_microphone_bar_class_init (OnsiteMicrophoneBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_microphone_bar_get_property;
  object_class->dispose = onsite_microphone_bar_dispose;
  widget_class->map = onsite_microphone_bar_map;
  widget_class->unmap = onsite_microphone_bar_unmap;

  props[PROP_CHECK] = g_param_spec_object ("check",
                                           NULL,
                                           NULL,
                                           ONSITE_TYPE_MICROPHONE_CHECK,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[TRYING_AGAIN] = g_signal_new ("trying-again",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        0);

  g_type_ensure (ONSITE_TYPE_LEVEL_METER);
  g_type_ensure (ONSITE_TYPE_MICROPHONE_CHECK);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-microphone-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_false);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
onsite_microphone_bar_init (OnsiteMicrophoneBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
onsite_microphone_bar_set_check (OnsiteMicrophoneBar *self, OnsiteMicrophoneCheck *check)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE_BAR (self));
  g_return_if_fail (ONSITE_IS_MICROPHONE_CHECK (check));

  if (g_set_object (&self->check, check))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHECK]);
}

void
onsite_microphone_bar_listen_anew (OnsiteMicrophoneBar *self)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE_BAR (self));

  if (self->check != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    onsite_microphone_check_start (self->check);
}
