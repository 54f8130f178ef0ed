/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-window-actions.h"

#include "onsite-window.h"

typedef struct
{
  const char *action;
  const char *accels[3];
} OnsiteAccel;

static const OnsiteAccel accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
};

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_window_back (ONSITE_WINDOW (widget));
}

void
onsite_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);

  /* Not accelerators: those come before what has the focus, and an Escape
   * belongs to an open popover or a search first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "win.back", NULL);
}

void
onsite_window_actions_add_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application,
                                           accels[i].action,
                                           (const char *const *) accels[i].accels);
}
