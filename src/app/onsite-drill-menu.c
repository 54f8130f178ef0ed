/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-drill-menu.h"

#include <glib/gi18n-lib.h>

#include "onsite-drill-list.h"

/* A name of the pack has no mnemonic. */
static char *
escape_mnemonic (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
add_drill (GMenu *menu, OnsiteDrillList *drills, guint position)
{
  g_autoptr (GtkStringObject) name = g_list_model_get_item (onsite_drill_list_get_names (drills),
                                                            position);
  g_autofree char *label = escape_mnemonic (gtk_string_object_get_string (name));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item,
                                     "win.drill",
                                     "(us)",
                                     (guint) onsite_drill_list_get_drill (drills, position),
                                     onsite_drill_list_get_target (drills, position));
  g_menu_append_item (menu, item);
}

static void
add_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

GMenuModel *
onsite_drill_menu_new (OnsitePack *pack)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) categories = g_menu_new ();
  g_autoptr (GMenu) principles = g_menu_new ();
  g_autoptr (GMenu) checklist = g_menu_new ();
  GMenu *const menus[] = {
    [ONSITE_DRILL_CATEGORY] = categories,
    [ONSITE_DRILL_PRINCIPLE] = principles,
    [ONSITE_DRILL_CHECKLIST] = checklist,
    [ONSITE_DRILL_GAPS] = menu,
  };
  g_autoptr (OnsiteDrillList) drills = onsite_drill_list_new (pack);

  for (guint i = 0; i < onsite_drill_list_get_n_drills (drills); i++)
    add_drill (menus[onsite_drill_list_get_drill (drills, i)], drills, i);

  add_submenu (menu, C_ ("drill", "By _Category"), categories);
  add_submenu (menu, C_ ("drill", "By _Principle"), principles);
  add_submenu (menu, C_ ("drill", "By C_hecklist Item"), checklist);

  return G_MENU_MODEL (menu);
}
