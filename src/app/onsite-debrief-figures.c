/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-debrief-figures.h"

#include <glib/gi18n-lib.h>

#include "onsite-debrief-text.h"
#include "onsite-format.h"

static GPtrArray *
get_all (const OnsiteDebrief *debrief, OnsiteFigure figure)
{
  switch (figure)
    {
    case ONSITE_FIGURE_ROUND:
      return debrief->rounds;

    case ONSITE_FIGURE_DIMENSION:
      return debrief->dimensions;

    case ONSITE_FIGURE_CATEGORY:
    default:
      return debrief->mix;
    }
}

static GtkWidget *
make_suffix (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

GtkWidget *
onsite_debrief_figures_make_row (const char *title, const char *subtitle, const char *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (suffix != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_suffix (suffix));

  return row;
}

static GtkWidget *
make_round_row (const OnsiteRoundSummary *round)
{
  g_autofree char *title = onsite_debrief_text_round (round);
  g_autofree char *subtitle = onsite_debrief_text_round_course (round);
  const char *vote = round->vote != NULL ? round->vote->name : C_ ("debrief", "No vote");

  return onsite_debrief_figures_make_row (title,
                                          subtitle,
                                          round->round->ended_at_us != 0 ? vote : NULL);
}

static GtkWidget *
make_dimension_row (const OnsiteDimensionSummary *dimension)
{
  g_autofree char *score = onsite_format_score (dimension->mean);
  g_autofree char *subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u answer rated", "%u answers rated", dimension->n),
      dimension->n);

  return onsite_debrief_figures_make_row (dimension->name, subtitle, score);
}

static GtkWidget *
make_share_row (const OnsiteShare *share, guint n_asked)
{
  g_autofree char *subtitle = onsite_debrief_text_share (share);
  g_autofree char *percent = onsite_debrief_text_share_percent (share, n_asked);

  return onsite_debrief_figures_make_row (share->name, subtitle, percent);
}

static GtkWidget *
make_figure_row (const OnsiteDebrief *debrief, OnsiteFigure figure, guint index)
{
  gpointer summary = g_ptr_array_index (get_all (debrief, figure), index);

  switch (figure)
    {
    case ONSITE_FIGURE_ROUND:
      return make_round_row (summary);

    case ONSITE_FIGURE_DIMENSION:
      return make_dimension_row (summary);

    case ONSITE_FIGURE_CATEGORY:
    default:
      return make_share_row (summary, debrief->n_asked);
    }
}

static const char *
get_label (OnsiteFigure figure)
{
  switch (figure)
    {
    case ONSITE_FIGURE_ROUND:
      return C_ ("debrief", "Rounds");

    case ONSITE_FIGURE_DIMENSION:
      return C_ ("debrief", "Your Ratings");

    case ONSITE_FIGURE_CATEGORY:
    default:
      return C_ ("debrief", "Kinds of Questions");
    }
}

GtkWidget *
onsite_debrief_figures_make_rows (const OnsiteDebrief *debrief, OnsiteFigure figure)
{
  GtkWidget *list = gtk_list_box_new ();
  GPtrArray *all = get_all (debrief, figure);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_label (figure),
                                  -1);

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *row = make_figure_row (debrief, figure, i);

      if (onsite_debrief_figures_get_answers (debrief, figure, i)->len > 0)
        {
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), onsite_debrief_figures_make_arrow ());
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(uu)", (guint) figure, i);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "debrief.trace");
        }
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

GtkWidget *
onsite_debrief_figures_make_arrow (void)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "icon-name",
                       "go-next-symbolic",
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}

GPtrArray *
onsite_debrief_figures_get_answers (const OnsiteDebrief *debrief, OnsiteFigure figure, guint index)
{
  gpointer summary = g_ptr_array_index (get_all (debrief, figure), index);

  switch (figure)
    {
    case ONSITE_FIGURE_ROUND:
      return ((OnsiteRoundSummary *) summary)->answers;

    case ONSITE_FIGURE_DIMENSION:
      return ((OnsiteDimensionSummary *) summary)->answers;

    case ONSITE_FIGURE_CATEGORY:
    default:
      return ((OnsiteShare *) summary)->answers;
    }
}

char *
onsite_debrief_figures_get_title (const OnsiteDebrief *debrief, OnsiteFigure figure, guint index)
{
  gpointer summary = g_ptr_array_index (get_all (debrief, figure), index);

  switch (figure)
    {
    case ONSITE_FIGURE_ROUND:
      return onsite_debrief_text_round (summary);

    case ONSITE_FIGURE_DIMENSION:
      return g_strdup (((OnsiteDimensionSummary *) summary)->name);

    case ONSITE_FIGURE_CATEGORY:
    default:
      return g_strdup (((OnsiteShare *) summary)->name);
    }
}

const char *
onsite_debrief_figures_get_dimension (const OnsiteDebrief *debrief,
                                      OnsiteFigure figure,
                                      guint index)
{
  const OnsiteDimensionSummary *dimension;

  if (figure != ONSITE_FIGURE_DIMENSION)
    return NULL;

  dimension = g_ptr_array_index (debrief->dimensions, index);

  return dimension->dimension;
}
