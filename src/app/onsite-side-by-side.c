/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-side-by-side.h"

#include <glib/gi18n-lib.h>

#include "onsite-coach-text.h"
#include "onsite-debrief-figures.h"
#include "onsite-sign-view.h"
#include "onsite-text-row.h"

#define SPACING 12

static GtkWidget *
make_list (const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return list;
}

/* With a heading; nothing where the list is empty. */
static void
append_list (GtkBox *box, const char *title, GtkWidget *list)
{
  GtkWidget *heading;

  g_object_ref_sink (list);
  if (gtk_widget_get_first_child (list) != NULL)
    {
      heading = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
      gtk_widget_add_css_class (heading, "heading");
      gtk_box_append (box, heading);
      gtk_box_append (box, list);
    }
  g_object_unref (list);
}

static GtkWidget *
make_scores (const OnsiteDebrief *debrief, const OnsiteRound *round, const OnsiteTake *take)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (debrief->pack);
  GtkWidget *list = make_list (C_ ("coach", "Ratings, Yours and Your Coaches’"));
  g_autofree char *votes = onsite_coach_text_votes (debrief, round, take);

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimension *dimension = g_ptr_array_index (dimensions, i);
      g_autofree char *scores = onsite_coach_text_scores (debrief->loop, take, dimension->id);

      if (scores != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), onsite_text_row_new (dimension->name, scores));
    }
  if (votes != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), onsite_text_row_new (C_ ("coach", "Vote"), votes));

  return list;
}

static const char *
name_target (OnsitePack *pack, const OnsiteEvidence *evidence)
{
  if (evidence->kind == ONSITE_TARGET_PRINCIPLE)
    {
      const OnsitePrinciple *principle = onsite_pack_find_principle (pack, evidence->target);

      return principle != NULL ? principle->name : evidence->target;
    }
  else
    {
      const OnsiteChecklistItem *item = onsite_pack_find_checklist_item (pack, evidence->target);

      return item != NULL ? item->name : evidence->target;
    }
}

static GtkWidget *
make_found_row (OnsitePack *pack,
                const OnsiteReview *review,
                const OnsiteEvidence *evidence,
                guint take)
{
  g_autofree char *place = onsite_coach_text_place (evidence->from_ms, evidence->to_ms);
  g_autofree char *where = g_strdup_printf ("%s · %s", onsite_coach_text_name (review), place);
  const gboolean is_placed = evidence->from_ms >= 0;
  GtkWidget *row = onsite_text_row_new (name_target (pack, evidence),
                                        is_placed ? where : onsite_coach_text_name (review));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             onsite_sign_view_new (ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH)));
  if (!is_placed)
    return row;

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), onsite_debrief_figures_make_arrow ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row),
                                    "(uuxx)",
                                    take,
                                    evidence->turn,
                                    evidence->from_ms,
                                    evidence->to_ms);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "answer.hear");

  return row;
}

static GtkWidget *
make_found (const OnsiteDebrief *debrief, const OnsiteTake *take, guint index)
{
  GtkWidget *list = make_list (C_ ("coach", "What Coaches Found Here"));

  for (guint i = 0; i < debrief->loop->reviews->len; i++)
    {
      const OnsiteReview *review = g_ptr_array_index (debrief->loop->reviews, i);
      const OnsiteReviewTake *said = onsite_review_find_take (review, take->id);

      for (guint j = 0; said != NULL && j < said->evidence->len; j++)
        gtk_list_box_append (
            GTK_LIST_BOX (list),
            make_found_row (debrief->pack, review, said->evidence->pdata[j], index));
    }

  return list;
}

GtkWidget *
onsite_side_by_side_new (const OnsiteDebrief *debrief,
                         const OnsiteAnswerSummary *answer,
                         guint take)
{
  const OnsiteRound *round = g_ptr_array_index (debrief->loop->rounds, answer->round);
  const OnsiteTake *about;
  GtkWidget *box;

  if (take >= answer->answer->takes->len)
    return NULL;

  about = g_ptr_array_index (answer->answer->takes, take);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  append_list (GTK_BOX (box),
               C_ ("coach", "What Coaches Found Here"),
               make_found (debrief, about, take));
  append_list (GTK_BOX (box),
               C_ ("coach", "Ratings, Yours and Your Coaches’"),
               make_scores (debrief, round, about));
  if (gtk_widget_get_first_child (box) != NULL)
    return box;

  g_object_ref_sink (box);
  g_object_unref (box);

  return NULL;
}
