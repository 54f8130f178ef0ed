/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-coach-steps.h"

#include <glib/gi18n-lib.h>

#include "debrief/onsite-coach-drill.h"
#include "debrief/onsite-tour.h"
#include "onsite-debrief-figures.h"
#include "onsite-format.h"

static GtkWidget *
make_row (const char *title, const char *subtitle, const char *action)
{
  GtkWidget *row = onsite_debrief_figures_make_row (title, subtitle, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), onsite_debrief_figures_make_arrow ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);

  return row;
}

static GtkWidget *
make_tour_row (guint n_clips)
{
  g_autofree char *subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u recording that a coach rates unlike you",
                   "%u recordings that a coach rates unlike you, the furthest apart first",
                   n_clips),
      n_clips);

  return make_row (C_ ("coach", "Hear Where You Differ"), subtitle, "debrief.tour");
}

static char *
describe_reason (const OnsiteCoachDrill *drill)
{
  g_autofree char *mean = onsite_format_score (drill->mean);

  if (drill->n_ratings > 0)
    /* Translators: a mean of scores from 1 to 5, how many ratings it is from. */
    return g_strdup_printf (C_ ("coach", "Such answers are rated %s by coaches (n = %u)"),
                            mean,
                            drill->n_ratings);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Asked for in %u answer, and no coach heard it",
                                       "Asked for in %u answers, and no coach heard it",
                                       drill->answers->len),
                          drill->answers->len);
}

static GtkWidget *
make_drill_row (const OnsiteCoachDrill *drill)
{
  g_autofree char *title = g_strdup_printf (C_ ("button", "Drill %s"), drill->name);
  g_autofree char *reason = describe_reason (drill);
  GtkWidget *row = make_row (title, reason, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row),
                                    "(us)",
                                    (guint) drill->drill,
                                    drill->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.drill");

  return row;
}

GtkWidget *
onsite_coach_steps_new (const OnsiteDebrief *debrief, GPtrArray *agreements)
{
  g_autoptr (GPtrArray) tour = onsite_tour_new (agreements);
  g_autoptr (GPtrArray) drills = onsite_coach_drills_new (debrief, agreements);
  GtkWidget *list;

  if (tour->len == 0 && drills->len == 0)
    return NULL;

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("coach", "What to Do About It"),
                                  -1);
  if (tour->len > 0)
    gtk_list_box_append (GTK_LIST_BOX (list), make_tour_row (tour->len));
  for (guint i = 0; i < drills->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_drill_row (g_ptr_array_index (drills, i)));

  return list;
}
