/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-window-actions.h"

#include "onsite-begin.h"
#include "onsite-debrief-page.h"
#include "onsite-guide-page.h"
#include "onsite-import.h"
#include "onsite-preferences-window.h"
#include "onsite-setup-page.h"
#include "onsite-shortcut-row.h"
#include "onsite-window.h"
#include "onsite-wrap.h"

typedef struct
{
  const char *action;
  const char *accels[3];
} OnsiteAccel;

static const OnsiteAccel accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.help", { "F1" } },
  { "win.new-loop::", { "<Control>n" } },
  { "win.begin-again", { "<Control><Shift>n" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.shortcuts", { "<Control>question", "<Control>F1" } },
  { "window.close", { "<Control>w" } },
};

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_window_back (ONSITE_WINDOW (widget));
}

/* NULL where a loop can't be set up now: while another one runs, above all. */
static OnsiteSetupPage *
make_setup_page (OnsiteWindow *window)
{
  OnsiteContext *context = onsite_window_get_context (window);
  OnsitePage *page = onsite_window_get_page (window);

  if (page == NULL || ONSITE_IS_SETUP_PAGE (page) || onsite_context_get_rehearsal (context) != NULL)
    return NULL;

  return ONSITE_SETUP_PAGE (onsite_setup_page_new (context));
}

static void
new_loop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteSetupPage *page = make_setup_page (ONSITE_WINDOW (widget));

  if (page == NULL)
    return;

  if (g_str_equal (g_variant_get_string (parameter, NULL), "loop"))
    onsite_setup_set_kind (onsite_setup_page_get_setup (page), ONSITE_LOOP_KIND_WHOLE);
  onsite_window_push (ONSITE_WINDOW (widget), ONSITE_PAGE (page));
}

static void
begin_again_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_begin_again (ONSITE_WINDOW (widget));
}

static void
drill_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteSetupPage *page = make_setup_page (ONSITE_WINDOW (widget));
  OnsiteSetup *setup;
  const char *target;
  guint drill;

  if (page == NULL)
    return;

  g_variant_get (parameter, "(u&s)", &drill, &target);
  setup = onsite_setup_page_get_setup (page);
  onsite_setup_set_kind (setup, ONSITE_LOOP_KIND_DRILL);
  onsite_setup_set_drill (setup, (OnsiteDrill) drill, target);
  onsite_window_push (ONSITE_WINDOW (widget), ONSITE_PAGE (page));
}

static void
open_loop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteContext *context = onsite_window_get_context (ONSITE_WINDOW (widget));
  const char *loop = g_variant_get_string (parameter, NULL);

  onsite_window_push (ONSITE_WINDOW (widget),
                      ONSITE_PAGE (onsite_debrief_page_new (context, loop)));
}

static gboolean
has_guide (OnsiteContext *context)
{
  OnsitePack *pack = onsite_context_get_pack (context);

  return pack != NULL && onsite_pack_get_guide (pack) != NULL;
}

/* Not while a rehearsal runs: it would be a hint, and the clock goes on. */
static gboolean
may_show_guide (OnsiteContext *context)
{
  return has_guide (context) && onsite_context_get_state (context) == ONSITE_CONTEXT_READY &&
         onsite_context_get_rehearsal (context) == NULL;
}

static void
guide_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteWindow *window = ONSITE_WINDOW (widget);
  OnsiteContext *context = onsite_window_get_context (window);

  if (may_show_guide (context) && !ONSITE_IS_GUIDE_PAGE (onsite_window_get_page (window)))
    onsite_window_push (window, ONSITE_PAGE (onsite_guide_page_new (context)));
}

/* What a page may lead to in the guide, where the pack has it. */
static const struct
{
  const char *action;
  OnsiteGuideAbout about;
} ways[] = {
  { "win.guide-to-setup", ONSITE_GUIDE_ABOUT_SETUP },
  { "win.guide-to-debrief", ONSITE_GUIDE_ABOUT_DEBRIEF },
};

static int
find_way (OnsiteWindow *window, OnsiteGuideAbout about)
{
  OnsitePack *pack = onsite_context_get_pack (onsite_window_get_context (window));

  return pack != NULL ? onsite_guide_find_about (onsite_pack_get_guide (pack), about) : -1;
}

static void
guide_to_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteWindow *window = ONSITE_WINDOW (widget);
  OnsitePage *before = onsite_window_get_page (window);
  OnsitePage *page;

  gtk_widget_activate_action (widget, "win.guide", NULL);
  page = onsite_window_get_page (window);
  if (page == before)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].action, action_name))
      onsite_guide_page_show_section (ONSITE_GUIDE_PAGE (page),
                                      (guint) find_way (window, ways[i].about));
}

static void
help_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gboolean guide = may_show_guide (onsite_window_get_context (ONSITE_WINDOW (widget)));

  gtk_widget_activate_action (widget, guide ? "win.guide" : "win.shortcuts", NULL);
}

static void
import_review_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_import_choose (ONSITE_WINDOW (widget));
}

static void
preferences_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteContext *context = onsite_window_get_context (ONSITE_WINDOW (widget));

  if (onsite_context_get_state (context) == ONSITE_CONTEXT_READY)
    gtk_window_present (GTK_WINDOW (onsite_preferences_window_new (GTK_WINDOW (widget), context)));
}

static void
shortcuts_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  g_type_ensure (ONSITE_TYPE_SHORTCUT_ROW);
  builder = gtk_builder_new_from_resource ("/io/github/onsite/Onsite/onsite-shortcuts-window.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  onsite_wrap_rows (GTK_WIDGET (shortcuts));
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

void
onsite_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  /* "loop" for a whole one, "" for what was chosen the last time. */
  gtk_widget_class_install_action (widget_class, "win.new-loop", "s", new_loop_action);
  gtk_widget_class_install_action (widget_class, "win.begin-again", NULL, begin_again_action);
  /* An OnsiteDrill and its target. */
  gtk_widget_class_install_action (widget_class, "win.drill", "(us)", drill_action);
  /* The id of the loop whose debrief is shown. */
  gtk_widget_class_install_action (widget_class, "win.open-loop", "s", open_loop_action);
  gtk_widget_class_install_action (widget_class, "win.guide", NULL, guide_action);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_install_action (widget_class, ways[i].action, NULL, guide_to_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.import-review", NULL, import_review_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);

  /* Not accelerators: those come before what has the focus, and an Escape
   * belongs to an open popover or a search first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "win.back", NULL);
}

static gboolean
escape_cb (GtkWidget *pages, GVariant *args, gpointer user_data)
{
  return onsite_window_back (ONSITE_WINDOW (user_data));
}

void
onsite_window_actions_add_keys (OnsiteWindow *window, GtkWidget *pages)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, window, NULL)));
  gtk_widget_add_controller (pages, keys);
}

void
onsite_window_actions_update (OnsiteWindow *window)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window),
                                 "win.guide",
                                 has_guide (onsite_window_get_context (window)));
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window),
                                   ways[i].action,
                                   find_way (window, ways[i].about) >= 0);
}

void
onsite_window_actions_add_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application,
                                           accels[i].action,
                                           (const char *const *) accels[i].accels);
}
