/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-loop-row.h"

#include <glib/gi18n-lib.h>

#include "onsite-announce.h"
#include "onsite-first-fit-layout.h"
#include "onsite-format.h"
#include "onsite-loop-text.h"

struct _OnsiteLoopRow
{
  AdwPreferencesRow parent_instance;

  OnsiteLoopItem *item;

  GtkLabel *date_wide;
  GtkLabel *about_wide;
  GtkLabel *date_narrow;
  GtkLabel *about_narrow;
  GtkLabel *state_wide;
  GtkLabel *state_narrow;
  GtkLabel *coverage;
  GtkLabel *score;
  GtkLabel *talk;
  GtkMenuButton *menu;
  GtkButton *remove;
};

G_DEFINE_FINAL_TYPE (OnsiteLoopRow, onsite_loop_row, ADW_TYPE_PREFERENCES_ROW)

static void
add_item (GMenu *menu, const char *label, const char *action, const char *loop)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", loop);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const OnsiteLoopSummary *loop)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) way = g_menu_new ();
  g_autoptr (GMenu) bin = g_menu_new ();

  if (loop->has_session)
    add_item (way, C_ ("menu", "_Continue"), "home.continue-loop", loop->id);
  add_item (way, C_ ("menu", "_Open Debrief"), "home.open-loop", loop->id);
  add_item (bin, C_ ("menu", "_Delete"), "home.delete-loop", loop->id);
  add_item (bin, C_ ("menu", "Delete for _Good…"), "home.purge-loop", loop->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (way));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (bin));

  return G_MENU_MODEL (menu);
}

/* A row's menu is made when it's asked for: most never are. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  OnsiteLoopRow *self = ONSITE_LOOP_ROW (user_data);
  g_autoptr (GMenuModel) menu = make_menu (onsite_loop_item_get_summary (self->item));

  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, menu);
}

static const char *
describe_state (const OnsiteLoopSummary *loop)
{
  if (loop->sample)
    return C_ ("loop state", "Sample");
  if (loop->has_session)
    return C_ ("loop state", "Interrupted");
  if (loop->state != ONSITE_LOOP_STATE_FINISHED)
    return C_ ("loop state", "Not finished");

  return NULL;
}

static void
show_state (GtkLabel *label, const char *state)
{
  gtk_label_set_text (label, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (label), state != NULL);
}

/* A sample can be looked at and removed: that needs no menu. */
static void
show_deeds (OnsiteLoopRow *self, const OnsiteLoopSummary *loop, const char *date)
{
  g_autofree char *menu = g_strdup_printf (C_ ("button", "Menu of %s"), date);

  gtk_widget_set_visible (GTK_WIDGET (self->menu), !loop->sample);
  gtk_widget_set_visible (GTK_WIDGET (self->remove), loop->sample);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s", loop->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu,
                                  -1);
}

static char *
describe_row (const OnsiteLoopSummary *loop, OnsitePack *pack, const char *state)
{
  g_autofree char *result = onsite_loop_text_result (loop, pack);

  if (state == NULL)
    return g_steal_pointer (&result);

  /* Translators: "Sample", "Interrupted", … and what came of the loop. */
  return g_strdup_printf (C_ ("loop", "%s: %s"), state, result);
}

static void
show_loop (OnsiteLoopRow *self, OnsitePack *pack)
{
  const OnsiteLoopSummary *loop = onsite_loop_item_get_summary (self->item);
  const char *state = describe_state (loop);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (loop->created_at_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) then = g_date_time_to_local (utc);
  g_autofree char *date = onsite_format_date (then, now);
  g_autofree char *about = onsite_loop_text_about (loop, pack);
  g_autofree char *coverage = onsite_loop_text_coverage (loop, pack);
  g_autofree char *score = onsite_format_score (loop->mean_score);
  g_autofree char *talk = loop->talk_ms > 0 ? onsite_format_duration (loop->talk_ms)
                                            : g_strdup ("–");
  g_autofree char *result = describe_row (loop, pack, state);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), date);
  gtk_label_set_text (self->date_wide, date);
  gtk_label_set_text (self->date_narrow, date);
  gtk_label_set_text (self->about_wide, about);
  gtk_label_set_text (self->about_narrow, about);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), result);
  gtk_label_set_text (self->coverage, coverage);
  gtk_label_set_text (self->score, score);
  gtk_label_set_text (self->talk, talk);
  show_state (self->state_wide, state);
  show_state (self->state_narrow, state);
  show_deeds (self, loop, date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, date, -1);
  onsite_announce_describe (GTK_WIDGET (self), result);
}

static void
onsite_loop_row_dispose (GObject *object)
{
  OnsiteLoopRow *self = ONSITE_LOOP_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (onsite_loop_row_parent_class)->dispose (object);
}

static void
onsite_loop_row_class_init (OnsiteLoopRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_loop_row_dispose;

  g_type_ensure (ONSITE_TYPE_FIRST_FIT_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-loop-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, date_wide);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, about_wide);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, date_narrow);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, about_narrow);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, state_wide);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, state_narrow);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, coverage);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, score);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, talk);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, menu);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLoopRow, remove);
}

static void
onsite_loop_row_init (OnsiteLoopRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, create_menu_cb, self, NULL);
}

GtkWidget *
onsite_loop_row_new (OnsiteLoopItem *item, OnsitePack *pack)
{
  OnsiteLoopRow *self;

  g_return_val_if_fail (ONSITE_IS_LOOP_ITEM (item), NULL);

  self = g_object_new (ONSITE_TYPE_LOOP_ROW, NULL);
  self->item = g_object_ref (item);
  show_loop (self, pack);

  return GTK_WIDGET (self);
}

OnsiteLoopItem *
onsite_loop_row_get_item (OnsiteLoopRow *self)
{
  g_return_val_if_fail (ONSITE_IS_LOOP_ROW (self), NULL);

  return self->item;
}
