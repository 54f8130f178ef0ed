/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-coach-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "debrief/onsite-remark.h"
#include "onsite-coach-steps.h"
#include "onsite-coach-text.h"
#include "onsite-debrief-figures.h"
#include "onsite-format.h"
#include "onsite-text-row.h"
#include "onsite-wrap.h"

#define SPACING 12

static void
let_hear (GtkWidget *row,
          const OnsiteAnswerSummary *answer,
          const OnsiteTake *take,
          guint turn,
          gint64 from_ms)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), onsite_debrief_figures_make_arrow ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row),
                                    "(usux)",
                                    answer->index,
                                    take->id,
                                    turn,
                                    from_ms);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "debrief.hear");
}

static char *
describe_kappa (const OnsiteKappa *kappa)
{
  switch (kappa->state)
    {
    case ONSITE_KAPPA_DEFINED:
      /* Translators: a figure of at most 1, and how many ratings it is from. */
      return g_strdup_printf (C_ ("coach", "agreement %.2f (weighted kappa, n = %u)"),
                              kappa->value,
                              kappa->n);

    case ONSITE_KAPPA_NO_SPREAD:
      /* Translators: how many ratings there are. */
      return g_strdup_printf (C_ ("coach",
                                  "agreement can’t be told, since one of you always gave the same "
                                  "(n = %u)"),
                              kappa->n);

    case ONSITE_KAPPA_TOO_FEW:
    default:
      /* Translators: how many ratings there are. */
      return g_strdup_printf (C_ ("coach", "too little to tell how well you agree (n = %u)"),
                              kappa->n);
    }
}

/* "You rate 0.4 higher · agreement 0.62 (weighted kappa, n = 12)" */
static char *
describe_agreement (const OnsiteKappa *kappa)
{
  g_autofree char *apart = g_strdup_printf ("%.1f", fabs (kappa->bias));
  g_autofree char *agreement = describe_kappa (kappa);
  GString *text = g_string_new (NULL);

  if (fabs (kappa->bias) < 0.05)
    g_string_append (text, C_ ("coach", "On average you rate alike"));
  else if (kappa->bias > 0)
    /* Translators: by how much, as in “0.4”. */
    g_string_append_printf (text, C_ ("coach", "You rate %s higher"), apart);
  else
    /* Translators: by how much, as in “0.4”. */
    g_string_append_printf (text, C_ ("coach", "You rate %s lower"), apart);
  g_string_append_printf (text, " · %s", agreement);

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_remove_button (const OnsiteReview *review)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, C_ ("button", "Remove This Review"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("button", "Remove This Review"),
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", review->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "debrief.remove-review");

  return button;
}

static void
append_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static GtkWidget *
make_coach_row (const OnsiteDebrief *debrief, const OnsiteAgreement *agreement)
{
  const OnsiteReview *review = agreement->review;
  const OnsiteVote *vote = review->vote != NULL
                               ? onsite_pack_find_vote (debrief->pack, review->vote)
                               : NULL;
  GString *subtitle = g_string_new (review->summary);
  guint n_done = 0;
  const guint n_comments = onsite_review_count_comments (review, &n_done);
  g_autofree char *done = onsite_coach_text_done (n_done, n_comments);
  GtkWidget *row;

  if (agreement->all.n > 0)
    {
      g_autofree char *text = describe_agreement (&agreement->all);

      append_line (subtitle, text);
    }
  if (done != NULL)
    append_line (subtitle, done);
  row = onsite_text_row_new (onsite_coach_text_name (review), subtitle->str);
  g_string_free (subtitle, TRUE);
  if (vote != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (vote->name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (review));

  return row;
}

static gint64
find_first_comment (const OnsiteTourStop *stop)
{
  const OnsiteTurn *turn = g_ptr_array_index (stop->take->turns, stop->turn);

  for (guint i = 0; i < stop->said->comments->len; i++)
    {
      const OnsiteReviewComment *comment = g_ptr_array_index (stop->said->comments, i);

      if (g_str_equal (comment->clip, turn->clip->id))
        return comment->from_ms;
    }

  return 0;
}

static GtkWidget *
make_stop_row (const OnsiteTourStop *stop)
{
  /* Translators: a dimension, two scores. */
  g_autofree char *title = g_strdup_printf (C_ ("coach", "%s: you %u, coach %u"),
                                            stop->name,
                                            stop->scores.self,
                                            stop->scores.coach);
  g_autofree char *subtitle = g_strdup_printf (C_ ("coach", "Furthest apart in answer %u"),
                                               stop->answer->index + 1);
  GtkWidget *row = onsite_text_row_new (title, subtitle);

  let_hear (row, stop->answer, stop->take, stop->turn, find_first_comment (stop));

  return row;
}

/* "Answer 2 at 0:42 · done · Answered in take 3", and what was replied. */
static char *
describe_comment (const OnsiteAnswerSummary *answer, const OnsiteRemark *remark)
{
  const OnsiteReviewReply *reply = onsite_remark_get_reply (remark);
  g_autofree char *time = onsite_coach_text_place (remark->comment->from_ms,
                                                   remark->comment->to_ms);
  g_autofree char *answered = onsite_coach_text_answered (remark);
  GString *text = g_string_new (NULL);

  /* Translators: an answer's number, a place in its recording. */
  g_string_append_printf (text, C_ ("coach", "Answer %u at %s"), answer->index + 1, time);
  if (reply != NULL && reply->done)
    g_string_append_printf (text, " · %s", C_ ("coach", "done"));
  if (answered != NULL)
    g_string_append_printf (text, " · %s", answered);
  if (reply != NULL && *reply->text != '\0')
    {
      /* Translators: what the candidate replied to a comment. */
      g_autofree char *said = g_strdup_printf (C_ ("coach", "You: %s"), reply->text);

      append_line (text, said);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_comment_row (const OnsiteAnswerSummary *answer, const OnsiteRemark *remark)
{
  g_autofree char *subtitle = describe_comment (answer, remark);
  GtkWidget *row = onsite_text_row_new (remark->comment->text, subtitle);

  let_hear (row,
            answer,
            answer->answer->takes->pdata[remark->take],
            remark->turn,
            remark->comment->from_ms);

  return row;
}

static void
add_comments (GtkListBox *list, const OnsiteDebrief *debrief, const OnsiteReview *review)
{
  for (guint i = 0; i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (debrief->answers, i);

      for (guint j = 0; j < answer->answer->takes->len; j++)
        {
          g_autoptr (GPtrArray) remarks = onsite_remarks_new (debrief->loop, answer->answer, j);

          for (guint k = 0; k < remarks->len; k++)
            if (((const OnsiteRemark *) remarks->pdata[k])->review == review)
              gtk_list_box_append (list, make_comment_row (answer, remarks->pdata[k]));
        }
    }
}

static GtkWidget *
make_list (const OnsiteDebrief *debrief, const OnsiteAgreement *agreement)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  onsite_coach_text_name (agreement->review),
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (list), make_coach_row (debrief, agreement));
  for (guint i = 0; i < agreement->tour->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_stop_row (agreement->tour->pdata[i]));
  add_comments (GTK_LIST_BOX (list), debrief, agreement->review);

  return list;
}

GtkWidget *
onsite_coach_list_new (const OnsiteDebrief *debrief)
{
  g_autoptr (GPtrArray) agreements = onsite_agreements_new (debrief);
  GtkWidget *steps;
  GtkWidget *box;

  if (agreements->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  steps = onsite_coach_steps_new (debrief, agreements);
  if (steps != NULL)
    gtk_box_append (GTK_BOX (box), steps);
  for (guint i = 0; i < agreements->len; i++)
    gtk_box_append (GTK_BOX (box), make_list (debrief, agreements->pdata[i]));
  onsite_wrap_rows (box);

  return box;
}
