/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "onsite-home-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-page.h"

struct _OnsiteHomePage
{
  AdwBin parent_instance;

  OnsiteContext *context;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static void
page_iface_init (OnsitePageInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteHomePage,
                               onsite_home_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static void
onsite_home_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, g_get_application_name ());
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_home_page_dispose (GObject *object)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_home_page_parent_class)->dispose (object);
}

static void
onsite_home_page_class_init (OnsiteHomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_home_page_get_property;
  object_class->dispose = onsite_home_page_dispose;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-home-page.ui");
}

static void
onsite_home_page_init (OnsiteHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
onsite_home_page_new (OnsiteContext *context)
{
  OnsiteHomePage *self = g_object_new (ONSITE_TYPE_HOME_PAGE, NULL);

  self->context = g_object_ref (context);

  return GTK_WIDGET (self);
}
