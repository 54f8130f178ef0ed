/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-page.h"

G_DEFINE_INTERFACE (OnsitePage, onsite_page, GTK_TYPE_WIDGET)

static void
onsite_page_default_init (OnsitePageInterface *iface)
{
  g_object_interface_install_property (
      iface,
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

char *
onsite_page_dup_title (OnsitePage *self)
{
  char *title = NULL;

  g_return_val_if_fail (ONSITE_IS_PAGE (self), NULL);

  g_object_get (self, "title", &title, NULL);

  return title != NULL ? title : g_strdup ("");
}

gboolean
onsite_page_enter (OnsitePage *self)
{
  OnsitePageInterface *iface;

  g_return_val_if_fail (ONSITE_IS_PAGE (self), FALSE);

  iface = ONSITE_PAGE_GET_IFACE (self);

  return iface->enter != NULL ? iface->enter (self) : gtk_widget_grab_focus (GTK_WIDGET (self));
}

const OnsiteFarewell *
onsite_page_get_farewell (OnsitePage *self)
{
  OnsitePageInterface *iface;

  g_return_val_if_fail (ONSITE_IS_PAGE (self), NULL);

  iface = ONSITE_PAGE_GET_IFACE (self);

  return iface->get_farewell != NULL ? iface->get_farewell (self) : NULL;
}

void
onsite_page_leave (OnsitePage *self)
{
  OnsitePageInterface *iface;

  g_return_if_fail (ONSITE_IS_PAGE (self));

  iface = ONSITE_PAGE_GET_IFACE (self);

  if (iface->leave != NULL)
    iface->leave (self);
}

GtkWidget *
onsite_page_find_last_focus (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_focus_child (widget)) != NULL)
    widget = child;

  return widget;
}
