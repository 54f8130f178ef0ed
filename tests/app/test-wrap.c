/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "app/onsite-application.h"
#include "app/onsite-wrap.h"

#define NARROW    360
#define USUAL_DPI (96 * PANGO_SCALE)

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenuItem *item = g_menu_item_new ("Keyboard _Shortcuts of Everything", "win.shortcuts");

  g_menu_item_set_attribute (item, "accel", "s", "<Control>question");
  g_menu_append_item (menu, item);
  g_object_unref (item);

  return G_MENU_MODEL (menu);
}

static void
menu_is_no_wider_than_its_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *popover;
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_window_set_child (GTK_WINDOW (window), button);
  onsite_wrap_menus (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_allocate (window, NARROW, NARROW, -1, NULL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_widget_measure (popover, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <=, NARROW);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  onsite_application_register_resources ();

  g_test_add_func ("/wrap/menu-is-no-wider-than-its-window", menu_is_no_wider_than_its_window);

  return g_test_run ();
}
