/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-level-meter.h"

#include <glib/gi18n-lib.h>

#include "onsite-style-colour.h"

#define N_BARS     12
#define BAR_WIDTH  10
#define BAR_HEIGHT 6
#define BAR_GAP    4
#define FLOOR_DBFS -60.0
#define IDLE_ALPHA 0.2f

struct _OnsiteLevelMeter
{
  GtkWidget parent_instance;

  double level;
};

enum
{
  PROP_LEVEL = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteLevelMeter, onsite_level_meter, GTK_TYPE_WIDGET)

static guint
count_bars (double level)
{
  const double share = (level - FLOOR_DBFS) / -FLOOR_DBFS;

  return (guint) (CLAMP (share, 0, 1) * N_BARS + 0.5);
}

static void
describe (OnsiteLevelMeter *self, guint n_bars)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) n_bars,
                                  -1);
}

static void
set_level (OnsiteLevelMeter *self, double level)
{
  const guint before = count_bars (self->level);
  const guint after = count_bars (level);

  if (level == self->level)
    return;

  self->level = level;

  if (before != after)
    {
      describe (self, after);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static void
onsite_level_meter_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  const int width = N_BARS * BAR_WIDTH + (N_BARS - 1) * BAR_GAP;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : BAR_HEIGHT;
}

static void
onsite_level_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteLevelMeter *self = ONSITE_LEVEL_METER (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const guint n_filled = count_bars (self->level);
  const float height = (float) gtk_widget_get_height (widget);
  GdkRGBA filled, idle;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &filled);
  idle = filled;
  idle.alpha *= onsite_style_colour_soften (widget, IDLE_ALPHA);

  for (guint i = 0; i < N_BARS; i++)
    {
      const guint place = mirrored ? N_BARS - 1 - i : i;
      const float x = (float) place * (BAR_WIDTH + BAR_GAP);

      gtk_snapshot_append_color (snapshot,
                                 i < n_filled ? &filled : &idle,
                                 &GRAPHENE_RECT_INIT (x, 0, BAR_WIDTH, height));
    }
}

static void
onsite_level_meter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteLevelMeter *self = ONSITE_LEVEL_METER (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_double (value, self->level);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_level_meter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OnsiteLevelMeter *self = ONSITE_LEVEL_METER (object);

  switch (id)
    {
    case PROP_LEVEL:
      set_level (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_level_meter_class_init (OnsiteLevelMeterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_level_meter_get_property;
  object_class->set_property = onsite_level_meter_set_property;
  widget_class->measure = onsite_level_meter_measure;
  widget_class->snapshot = onsite_level_meter_snapshot;

  properties[PROP_LEVEL] = g_param_spec_double ("level",
                                                NULL,
                                                NULL,
                                                -100,
                                                0,
                                                -100,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "levelmeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
onsite_level_meter_init (OnsiteLevelMeter *self)
{
  self->level = -100;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible", "Microphone level"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) N_BARS,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  0.0,
                                  -1);
}
