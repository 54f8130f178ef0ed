/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-share-answers.h"

#include <glib/gi18n-lib.h>

#include "onsite-share-answer.h"
#include "onsite-take-player.h"

#define SPACING 12

/* A question is known by its first lines. */
#define TITLE_LINES 2

struct _OnsiteShareAnswers
{
  AdwBin parent_instance;

  OnsiteShareDraft *draft;
  GPtrArray *checks; /* (element-type GtkCheckButton): by index of the answer; not ours */
  guint n_answers;   /* that can be chosen */

  GtkWidget *box;
  AdwExpanderRow *all;
};

G_DEFINE_FINAL_TYPE (OnsiteShareAnswers, onsite_share_answers, ADW_TYPE_BIN)

gboolean
onsite_share_answers_can_choose (const OnsiteAnswer *answer)
{
  for (guint i = 0; i < answer->takes->len; i++)
    if (onsite_take_player_has_sound (answer->takes->pdata[i]))
      return TRUE;

  return FALSE;
}

static const OnsiteAnswerSummary *
get_answer (OnsiteShareAnswers *self, guint index)
{
  return g_ptr_array_index (onsite_share_draft_get_debrief (self->draft)->answers, index);
}

static gboolean
is_chosen (OnsiteShareAnswers *self, guint index)
{
  return onsite_selection_find_answer (onsite_share_draft_get_selection (self->draft),
                                       get_answer (self, index)->answer->id) != NULL;
}

static void
check_toggled_cb (OnsiteShareAnswers *self, GtkCheckButton *check)
{
  guint index;

  if (g_ptr_array_find (self->checks, check, &index))
    onsite_share_draft_choose_answer (self->draft,
                                      get_answer (self, index)->answer->id,
                                      gtk_check_button_get_active (check));
}

static GtkWidget *
make_row (const OnsiteAnswerSummary *answer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = onsite_share_answer_describe (answer);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 onsite_share_answer_get_question (answer));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), TITLE_LINES);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
add_check (OnsiteShareAnswers *self, guint index)
{
  GtkWidget *row = make_row (get_answer (self, index));
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                  -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, index));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  self->checks->pdata[index] = check;
  g_signal_connect_object (check,
                           "toggled",
                           G_CALLBACK (check_toggled_cb),
                           self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->all, row);
}

/* A loop may have forty: they are made for whoever looks at them. */
static void
expanded_cb (OnsiteShareAnswers *self)
{
  guint n_answers = onsite_share_draft_get_debrief (self->draft)->answers->len;

  if (self->checks->len > 0)
    return;
  g_ptr_array_set_size (self->checks, (int) n_answers);
  for (guint i = 0; i < n_answers; i++)
    if (onsite_share_answers_can_choose (get_answer (self, i)->answer))
      add_check (self, i);
}

static void
update_title (OnsiteShareAnswers *self)
{
  guint n_chosen = onsite_share_draft_get_selection (self->draft)->answers->len;
  g_autofree char *title = g_strdup_printf (
      /* Translators: how many are chosen, of how many. */
      ngettext ("%u of %u answer", "%u of %u answers", self->n_answers),
      n_chosen,
      self->n_answers);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->all), title);
}

/* The box of an answer, or where it would be: before what is returned, NULL for the end. */
static GtkWidget *
find_place (OnsiteShareAnswers *self, guint index)
{
  GtkWidget *child = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->box));

  while (child != NULL && onsite_share_answer_get_index (ONSITE_SHARE_ANSWER (child)) < index)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
update_answer (OnsiteShareAnswers *self, guint index)
{
  gboolean chosen = is_chosen (self, index);
  GtkWidget *place = find_place (self, index);
  gboolean is_there = place != NULL &&
                      onsite_share_answer_get_index (ONSITE_SHARE_ANSWER (place)) == index;

  if (self->checks->len > 0 && self->checks->pdata[index] != NULL)
    gtk_check_button_set_active (self->checks->pdata[index], chosen);
  if (chosen == is_there)
    return;
  if (chosen)
    gtk_widget_insert_before (onsite_share_answer_new (self->draft, get_answer (self, index)),
                              self->box,
                              place);
  else
    gtk_box_remove (GTK_BOX (self->box), place);
}

static void
update (OnsiteShareAnswers *self)
{
  guint n_answers = onsite_share_draft_get_debrief (self->draft)->answers->len;

  update_title (self);
  for (guint i = 0; i < n_answers; i++)
    update_answer (self, i);
}

static void
onsite_share_answers_dispose (GObject *object)
{
  g_clear_object (&ONSITE_SHARE_ANSWERS (object)->draft);

  G_OBJECT_CLASS (onsite_share_answers_parent_class)->dispose (object);
}

static void
onsite_share_answers_finalize (GObject *object)
{
  g_ptr_array_unref (ONSITE_SHARE_ANSWERS (object)->checks);

  G_OBJECT_CLASS (onsite_share_answers_parent_class)->finalize (object);
}

static void
onsite_share_answers_class_init (OnsiteShareAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_share_answers_dispose;
  object_class->finalize = onsite_share_answers_finalize;
}

static void
onsite_share_answers_init (OnsiteShareAnswers *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *all = adw_expander_row_new ();

  self->checks = g_ptr_array_new ();
  self->all = ADW_EXPANDER_ROW (all);
  adw_expander_row_set_subtitle (self->all, C_ ("share", "Choose others"));
  g_signal_connect_object (all,
                           "notify::expanded",
                           G_CALLBACK (expanded_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), all);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_box_append (GTK_BOX (self->box), list);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

void
onsite_share_answers_set_draft (OnsiteShareAnswers *self, OnsiteShareDraft *draft)
{
  const OnsiteDebrief *debrief;

  g_return_if_fail (ONSITE_IS_SHARE_ANSWERS (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  debrief = onsite_share_draft_get_debrief (draft);
  for (guint i = 0; i < debrief->answers->len; i++)
    self->n_answers += onsite_share_answers_can_choose (get_answer (self, i)->answer);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
