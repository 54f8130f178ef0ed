/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-sign-view.h"

#include <glib/gi18n-lib.h>

#include "drawing/onsite-sign.h"
#include "onsite-format.h"
#include "onsite-style-colour.h"

/* In logical pixels: as high as small letters with their line. */
#define SIZE 14

struct _OnsiteSignView
{
  GtkWidget parent_instance;

  guint sources;
  double strength;
};

enum
{
  PROP_0,
  PROP_SOURCES,
  PROP_STRENGTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteSignView, onsite_sign_view, GTK_TYPE_WIDGET)

static void
onsite_sign_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = SIZE;
  *natural = SIZE;
}

static void
onsite_sign_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteSignView *self = ONSITE_SIGN_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  const OnsiteColour colour = onsite_style_colour_look_up (widget, NULL, 1);
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, (width - SIZE) / 2, (height - SIZE) / 2);
  onsite_sign_draw (cr, self->sources, self->strength, SIZE, &colour);
  cairo_destroy (cr);
}

static void
onsite_sign_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteSignView *self = ONSITE_SIGN_VIEW (object);

  switch (prop_id)
    {
    case PROP_SOURCES:
      g_value_set_uint (value, self->sources);
      break;

    case PROP_STRENGTH:
      g_value_set_double (value, self->strength);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_strength (OnsiteSignView *self, double strength)
{
  self->strength = strength;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STRENGTH]);
}

static void
onsite_sign_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  OnsiteSignView *self = ONSITE_SIGN_VIEW (object);

  switch (prop_id)
    {
    case PROP_SOURCES:
      onsite_sign_view_set_sources (self, g_value_get_uint (value));
      break;

    case PROP_STRENGTH:
      set_strength (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_sign_view_class_init (OnsiteSignViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_sign_view_get_property;
  object_class->set_property = onsite_sign_view_set_property;
  widget_class->measure = onsite_sign_view_measure;
  widget_class->snapshot = onsite_sign_view_snapshot;

  props[PROP_SOURCES] = g_param_spec_uint ("sources", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_STRENGTH] = g_param_spec_double ("strength", NULL, NULL, 0, 1, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "sign");
}

static void
onsite_sign_view_init (OnsiteSignView *self)
{
  self->strength = 1;
}

static OnsiteSource
get_weightiest (guint sources)
{
  if (sources & ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH))
    return ONSITE_SOURCE_COACH;
  if (sources & ONSITE_SOURCE_BIT (ONSITE_SOURCE_HEARD))
    return ONSITE_SOURCE_HEARD;
  if (sources & ONSITE_SOURCE_BIT (ONSITE_SOURCE_CLAIMED))
    return ONSITE_SOURCE_CLAIMED;

  return ONSITE_SOURCE_ASKED;
}

/* The class of ui/style.css that gives a sign its colour. */
static const char *
get_css_class (guint sources)
{
  static const char *const classes[] = {
    [ONSITE_SOURCE_ASKED] = "sign-asked",
    [ONSITE_SOURCE_CLAIMED] = "sign-claimed",
    [ONSITE_SOURCE_HEARD] = "sign-heard",
    [ONSITE_SOURCE_COACH] = "sign-coach",
  };

  return classes[get_weightiest (sources)];
}

GtkWidget *
onsite_sign_view_new (guint sources)
{
  return g_object_new (ONSITE_TYPE_SIGN_VIEW, "sources", sources, "valign", GTK_ALIGN_CENTER, NULL);
}

void
onsite_sign_view_set_sources (OnsiteSignView *self, guint sources)
{
  g_return_if_fail (ONSITE_IS_SIGN_VIEW (self));

  if (self->sources == sources)
    return;

  if (self->sources != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self), get_css_class (self->sources));
  if (sources != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), get_css_class (sources));
  self->sources = sources;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SOURCES]);
}

const char *
onsite_sign_get_colour_name (guint sources)
{
  static const char *const names[] = {
    [ONSITE_SOURCE_ASKED] = "sign_asked",
    [ONSITE_SOURCE_CLAIMED] = "sign_claimed",
    [ONSITE_SOURCE_HEARD] = "sign_heard",
    [ONSITE_SOURCE_COACH] = "sign_coach",
  };

  return names[get_weightiest (sources)];
}

char *
onsite_sign_describe (guint sources)
{
  /* The weightiest first. */
  const struct
  {
    OnsiteSource source;
    const char *words;
  } all[] = {
    { ONSITE_SOURCE_COACH, C_ ("sign", "confirmed by your coach") },
    { ONSITE_SOURCE_HEARD, C_ ("sign", "heard") },
    { ONSITE_SOURCE_CLAIMED, C_ ("sign", "claimed") },
    { ONSITE_SOURCE_ASKED, C_ ("sign", "asked") },
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (sources & ONSITE_SOURCE_BIT (all[i].source))
      g_strv_builder_add (builder, all[i].words);
  words = g_strv_builder_end (builder);

  return onsite_format_list ((const char *const *) words);
}
