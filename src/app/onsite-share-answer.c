/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-share-answer.h"

#include <glib/gi18n-lib.h>

#include "onsite-debrief-text.h"
#include "onsite-format.h"
#include "onsite-take-player.h"
#include "onsite-wrap-layout.h"

struct _OnsiteShareAnswer
{
  AdwBin parent_instance;

  OnsiteShareDraft *draft;
  const OnsiteAnswerSummary *answer; /* the draft's */
  GPtrArray *checks; /* (element-type GtkCheckButton): by take; not ours; NULL for no choice */

  GtkLabel *question;
  GtkLabel *about;
  GtkEditable *listen_for;
  GtkBox *takes;
  GtkButton *redact;
};

G_DEFINE_FINAL_TYPE (OnsiteShareAnswer, onsite_share_answer, ADW_TYPE_BIN)

char *
onsite_share_answer_describe (const OnsiteAnswerSummary *answer)
{
  g_autofree char *number = onsite_debrief_text_question (answer->index);
  g_autofree char *length = onsite_format_clock (answer->talk_ms);
  g_autofree char *score = onsite_format_score (answer->mean_score);

  if (answer->n_rated == 0)
    /* Translators: which question, and how long the answer is: "Question 3 · 2:40 · not rated". */
    return g_strdup_printf (C_ ("share", "%s · %s · not rated"), number, length);

  /* Translators: which question, how long the answer is, and how it was rated: "Question 3 · 2:40 ·
   * rated 3.4". */
  return g_strdup_printf (C_ ("share", "%s · %s · rated %s"), number, length, score);
}

const char *
onsite_share_answer_get_question (const OnsiteAnswerSummary *answer)
{
  return answer->question != NULL ? answer->question->text : answer->answer->question;
}

static void
update_redact (OnsiteShareAnswer *self)
{
  guint n_spans = onsite_share_draft_count_spans (self->draft, self->answer->answer);
  g_autofree char *label = NULL;

  label = n_spans == 0
              ? g_strdup (C_ ("share", "Mute or Cut…"))
              /* Translators: how many spans of an answer a coach won't hear; opens a page. */
              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "%u Span Muted or Cut…",
                                              "%u Spans Muted or Cut…",
                                              n_spans),
                                 n_spans);
  gtk_button_set_label (self->redact, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->redact)), TRUE);
}

static void
update (OnsiteShareAnswer *self)
{
  const OnsiteAnswer *answer = self->answer->answer;

  update_redact (self);

  for (guint i = 0; i < self->checks->len; i++)
    if (self->checks->pdata[i] != NULL)
      gtk_check_button_set_active (
          self->checks->pdata[i],
          onsite_share_draft_has_take (self->draft, answer, answer->takes->pdata[i]));
}

static void
listen_for_changed_cb (OnsiteShareAnswer *self)
{
  if (self->answer != NULL)
    onsite_share_draft_set_listen_for (self->draft,
                                       self->answer->answer->id,
                                       gtk_editable_get_text (self->listen_for));
}

static void
check_toggled_cb (OnsiteShareAnswer *self, GtkCheckButton *check)
{
  const OnsiteAnswer *answer = self->answer->answer;
  guint index;

  if (g_ptr_array_find (self->checks, check, &index))
    onsite_share_draft_choose_take (self->draft,
                                    answer,
                                    answer->takes->pdata[index],
                                    gtk_check_button_get_active (check));
}

/* Of several that are called the same, this tells which answer it is of. */
static void
tell_answer (OnsiteShareAnswer *self, GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->about),
                                  -1);
}

static void
add_take (OnsiteShareAnswer *self, guint index)
{
  gboolean is_current = index + 1 == self->answer->answer->takes->len;
  /* Translators: an attempt at an answer; the last one counts. */
  g_autofree char *label = g_strdup_printf (is_current ? C_ ("share", "Take %u, the last one")
                                                       : C_ ("share", "Take %u"),
                                            index + 1);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  self->checks->pdata[index] = check;
  tell_answer (self, check);
  gtk_box_append (self->takes, check);
}

/* Of one take there's no choice. */
static void
add_takes (OnsiteShareAnswer *self)
{
  GPtrArray *takes = self->answer->answer->takes;

  g_ptr_array_set_size (self->checks, (int) takes->len);
  gtk_widget_set_visible (GTK_WIDGET (self->takes), takes->len > 1);
  for (guint i = 0; takes->len > 1 && i < takes->len; i++)
    if (onsite_take_player_has_sound (takes->pdata[i]))
      add_take (self, i);
  update (self);
  for (guint i = 0; i < takes->len; i++)
    if (self->checks->pdata[i] != NULL)
      g_signal_connect_object (self->checks->pdata[i],
                               "toggled",
                               G_CALLBACK (check_toggled_cb),
                               self,
                               G_CONNECT_SWAPPED);
}

static void
onsite_share_answer_dispose (GObject *object)
{
  OnsiteShareAnswer *self = ONSITE_SHARE_ANSWER (object);

  self->answer = NULL;
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (onsite_share_answer_parent_class)->dispose (object);
}

static void
onsite_share_answer_finalize (GObject *object)
{
  g_ptr_array_unref (ONSITE_SHARE_ANSWER (object)->checks);

  G_OBJECT_CLASS (onsite_share_answer_parent_class)->finalize (object);
}

static void
onsite_share_answer_class_init (OnsiteShareAnswerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_share_answer_dispose;
  object_class->finalize = onsite_share_answer_finalize;

  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-share-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareAnswer, question);
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareAnswer, about);
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareAnswer, listen_for);
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareAnswer, takes);
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareAnswer, redact);
  gtk_widget_class_bind_template_callback (widget_class, listen_for_changed_cb);
}

static void
onsite_share_answer_init (OnsiteShareAnswer *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
onsite_share_answer_new (OnsiteShareDraft *draft, const OnsiteAnswerSummary *answer)
{
  OnsiteShareAnswer *self;
  g_autofree char *about = NULL;

  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (draft), NULL);

  self = g_object_new (ONSITE_TYPE_SHARE_ANSWER, NULL);
  self->draft = g_object_ref (draft);
  self->answer = answer;
  about = onsite_share_answer_describe (answer);
  gtk_label_set_text (self->question, onsite_share_answer_get_question (answer));
  gtk_label_set_text (self->about, about);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->redact), "u", answer->index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, about, -1);
  tell_answer (self, GTK_WIDGET (self->listen_for));
  add_takes (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

guint
onsite_share_answer_get_index (OnsiteShareAnswer *self)
{
  g_return_val_if_fail (ONSITE_IS_SHARE_ANSWER (self), 0);

  return self->answer->index;
}
