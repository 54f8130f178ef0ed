/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-comment-list.h"

#include <glib/gi18n-lib.h>

#include "onsite-coach-text.h"
#include "onsite-comment-row.h"
#include "onsite-debrief-figures.h"
#include "onsite-debrief-text.h"
#include "onsite-text-row.h"

struct _OnsiteCommentList
{
  AdwBin parent_instance;

  OnsiteReplyEditor *editor;
  GPtrArray *remarks; /* (element-type OnsiteRemark): those that are shown */

  GtkLabel *done;
  GtkLabel *trouble;
  GtkWidget *comments;
  GtkListBox *list;
  GtkListBox *answered;
};

G_DEFINE_FINAL_TYPE (OnsiteCommentList, onsite_comment_list, ADW_TYPE_BIN)

static void
count_done (OnsiteCommentList *self)
{
  g_autofree char *text = NULL;
  guint n_done = 0;

  for (guint i = 0; i < self->remarks->len; i++)
    {
      const OnsiteReviewReply *reply = onsite_remark_get_reply (self->remarks->pdata[i]);

      n_done += reply != NULL && reply->done;
    }
  text = onsite_coach_text_done (n_done, self->remarks->len);
  gtk_label_set_text (self->done, text != NULL ? text : "");
}

static void
refresh (OnsiteCommentList *self)
{
  gboolean can_undo;

  g_object_get (self->editor, "can-undo", &can_undo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comments.undo", can_undo);
  count_done (self);
}

static void
editor_changed_cb (OnsiteCommentList *self)
{
  /* Whether this edit is kept is told anew. */
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  refresh (self);
}

static void
editor_failed_cb (OnsiteCommentList *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (C_ ("form", "This isn’t kept yet: %s"), error->message);

  gtk_label_set_text (self->trouble, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static void
editor_kept_cb (OnsiteCommentList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_reply_editor_undo (ONSITE_COMMENT_LIST (widget)->editor);
}

static void
empty (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* What this take answers, to be heard where it was said. */
static GtkWidget *
make_answered_row (const OnsiteRemark *remark)
{
  g_autofree char *whose = onsite_coach_text_whose (remark);
  /* Translators: a take's number; whose comment, as in "Ada at 0:42". */
  g_autofree char *subtitle = g_strdup_printf (
      C_ ("comment", "What this take answers: take %u, %s"),
      remark->take + 1,
      whose);
  GtkWidget *row = onsite_text_row_new (remark->comment->text, subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), onsite_debrief_figures_make_arrow ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row),
                                    "(uuxx)",
                                    remark->take,
                                    remark->turn,
                                    remark->comment->from_ms,
                                    remark->comment->to_ms);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "answer.hear");

  return row;
}

static gboolean
show_answered (OnsiteCommentList *self,
               const OnsiteLoop *loop,
               const OnsiteAnswer *answer,
               const OnsiteTake *take)
{
  OnsiteRemark remark;
  const gboolean found = take->review != NULL && take->comment != NULL &&
                         onsite_remark_find (&remark, loop, answer, take->review, take->comment);

  empty (self->answered);
  if (found)
    gtk_list_box_append (self->answered, make_answered_row (&remark));
  gtk_widget_set_visible (GTK_WIDGET (self->answered), found);

  return found;
}

/* The page was left, or the window was closed. */
static void
onsite_comment_list_unmap (GtkWidget *widget)
{
  OnsiteCommentList *self = ONSITE_COMMENT_LIST (widget);

  if (self->editor != NULL)
    onsite_reply_editor_flush (self->editor);

  GTK_WIDGET_CLASS (onsite_comment_list_parent_class)->unmap (widget);
}

static void
onsite_comment_list_dispose (GObject *object)
{
  OnsiteCommentList *self = ONSITE_COMMENT_LIST (object);

  onsite_comment_list_set_editor (self, NULL);

  G_OBJECT_CLASS (onsite_comment_list_parent_class)->dispose (object);
}

static void
onsite_comment_list_finalize (GObject *object)
{
  g_ptr_array_unref (ONSITE_COMMENT_LIST (object)->remarks);

  G_OBJECT_CLASS (onsite_comment_list_parent_class)->finalize (object);
}

static void
onsite_comment_list_class_init (OnsiteCommentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_comment_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = onsite_comment_list_finalize;
  widget_class->unmap = onsite_comment_list_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-comment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentList, done);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentList, trouble);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentList, comments);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentList, list);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentList, answered);
  gtk_widget_class_install_action (widget_class, "comments.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_z,
                                       GDK_CONTROL_MASK,
                                       "comments.undo",
                                       NULL);
}

static void
onsite_comment_list_init (OnsiteCommentList *self)
{
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
onsite_comment_list_set_editor (OnsiteCommentList *self, OnsiteReplyEditor *editor)
{
  g_return_if_fail (ONSITE_IS_COMMENT_LIST (self));

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  if (!g_set_object (&self->editor, editor) || editor == NULL)
    return;

  g_signal_connect_object (editor,
                           "changed",
                           G_CALLBACK (editor_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor,
                           "failed",
                           G_CALLBACK (editor_failed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "kept", G_CALLBACK (editor_kept_cb), self, G_CONNECT_SWAPPED);
}

void
onsite_comment_list_show (OnsiteCommentList *self,
                          const OnsiteLoop *loop,
                          const OnsiteAnswer *answer,
                          guint take)
{
  const OnsiteTake *about;
  gboolean answers;

  g_return_if_fail (ONSITE_IS_COMMENT_LIST (self));
  g_return_if_fail (self->editor != NULL);

  empty (self->list);
  g_ptr_array_set_size (self->remarks, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (take >= answer->takes->len)
    return;

  about = g_ptr_array_index (answer->takes, take);
  g_ptr_array_extend_and_steal (self->remarks, onsite_remarks_new (loop, answer, take));
  for (guint i = 0; i < self->remarks->len; i++)
    {
      const OnsiteRemark *remark = g_ptr_array_index (self->remarks, i);
      g_autofree char *turn = onsite_debrief_text_turn (about, remark->turn);

      gtk_list_box_append (self->list, onsite_comment_row_new (remark, turn, self->editor));
    }
  answers = show_answered (self, loop, answer, about);
  gtk_widget_set_visible (self->comments, self->remarks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), answers || self->remarks->len > 0);
  refresh (self);
}
