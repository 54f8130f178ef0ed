/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-comment-row.h"

#include <glib/gi18n-lib.h>

#include "onsite-coach-text.h"
#include "onsite-sign-view.h"
#include "onsite-wrap-layout.h"

struct _OnsiteCommentRow
{
  GtkListBoxRow parent_instance;

  OnsiteReplyEditor *editor;
  char *review;
  char *comment;
  gboolean refreshing; /* what the editor has is shown, and nothing is edited */

  OnsiteSignView *sign;
  GtkLabel *text;
  GtkLabel *where;
  GtkEditable *reply;
  GtkCheckButton *done;
  GtkActionable *again;
  GtkButton *answered;
};

G_DEFINE_FINAL_TYPE (OnsiteCommentRow, onsite_comment_row, GTK_TYPE_LIST_BOX_ROW)

static void
done_toggled_cb (OnsiteCommentRow *self)
{
  if (self->refreshing)
    return;

  onsite_reply_editor_set_done (self->editor,
                                self->review,
                                self->comment,
                                gtk_check_button_get_active (self->done));
}

static void
reply_changed_cb (OnsiteCommentRow *self)
{
  if (self->refreshing)
    return;

  onsite_reply_editor_set_text (self->editor,
                                self->review,
                                self->comment,
                                gtk_editable_get_text (self->reply));
}

static void
typed_cb (OnsiteCommentRow *self)
{
  if (self->editor != NULL)
    onsite_reply_editor_flush (self->editor);
}

static void
replied_cb (OnsiteCommentRow *self)
{
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->done));
}

/* What was undone is seen where it was done. */
static void
refresh (OnsiteCommentRow *self)
{
  const OnsiteReviewReply *reply = onsite_reply_editor_find_reply (self->editor,
                                                                   self->review,
                                                                   self->comment);
  const char *text = reply != NULL ? reply->text : "";
  const gboolean done = reply != NULL && reply->done;

  self->refreshing = TRUE;
  gtk_check_button_set_active (self->done, done);
  if (!g_str_equal (gtk_editable_get_text (self->reply), text))
    gtk_editable_set_text (self->reply, text);
  self->refreshing = FALSE;

  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
}

static void
set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

/* Of several rows, each control tells which one it is of. */
static void
name_controls (OnsiteCommentRow *self, const OnsiteRemark *remark)
{
  g_autofree char *whose = onsite_coach_text_whose (remark);
  /* Translators: read out: whose comment, as in "Ada at 0:42", and the comment. */
  g_autofree char *row = g_strdup_printf (C_ ("comment", "%s: %s"), whose, remark->comment->text);
  /* Translators: whose comment, as in "Ada at 0:42". */
  g_autofree char *reply = g_strdup_printf (C_ ("comment", "Reply to %s"), whose);
  /* Translators: whose comment, as in "Ada at 0:42". */
  g_autofree char *done = g_strdup_printf (C_ ("comment", "Done: %s"), whose);
  /* Translators: whose comment, as in "Ada at 0:42". */
  g_autofree char *again = g_strdup_printf (C_ ("comment", "Answer Again: %s"), whose);

  set_label (self, row);
  set_label (self->reply, reply);
  set_label (self->done, done);
  set_label (self->again, again);
}

static void
show_words (OnsiteCommentRow *self, const OnsiteRemark *remark, const char *turn)
{
  g_autofree char *place = onsite_coach_text_place (remark->comment->from_ms,
                                                    remark->comment->to_ms);
  g_autofree char *answered = onsite_coach_text_answered (remark);
  g_autofree char *where = g_strdup_printf ("%s · %s%s%s",
                                            onsite_coach_text_name (remark->review),
                                            place,
                                            turn != NULL ? " · " : "",
                                            turn != NULL ? turn : "");

  gtk_label_set_text (self->text, remark->comment->text);
  gtk_label_set_text (self->where, where);
  gtk_widget_set_visible (GTK_WIDGET (self->answered), answered != NULL);
  if (answered == NULL)
    return;

  gtk_button_set_label (self->answered, answered);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->answered), "u", remark->answered_by);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->answered), "answer.show-take");
}

static void
onsite_comment_row_dispose (GObject *object)
{
  OnsiteCommentRow *self = ONSITE_COMMENT_ROW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (onsite_comment_row_parent_class)->dispose (object);
}

static void
onsite_comment_row_finalize (GObject *object)
{
  OnsiteCommentRow *self = ONSITE_COMMENT_ROW (object);

  g_free (self->review);
  g_free (self->comment);

  G_OBJECT_CLASS (onsite_comment_row_parent_class)->finalize (object);
}

static void
onsite_comment_row_class_init (OnsiteCommentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_comment_row_dispose;
  object_class->finalize = onsite_comment_row_finalize;

  g_type_ensure (ONSITE_TYPE_SIGN_VIEW);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-comment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentRow, sign);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentRow, text);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentRow, where);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentRow, reply);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentRow, done);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentRow, again);
  gtk_widget_class_bind_template_child (widget_class, OnsiteCommentRow, answered);
  gtk_widget_class_bind_template_callback (widget_class, done_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reply_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, replied_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
onsite_comment_row_init (OnsiteCommentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onsite_sign_view_set_sources (self->sign, ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH));
}

GtkWidget *
onsite_comment_row_new (const OnsiteRemark *remark, const char *turn, OnsiteReplyEditor *editor)
{
  OnsiteCommentRow *self = g_object_new (ONSITE_TYPE_COMMENT_ROW, NULL);

  self->editor = g_object_ref (editor);
  self->review = g_strdup (remark->review->id);
  self->comment = g_strdup (remark->comment->id);
  show_words (self, remark, turn);
  name_controls (self, remark);
  gtk_actionable_set_action_target (self->again, "(ss)", self->review, self->comment);
  gtk_actionable_set_action_name (self->again, "answer.again");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self),
                                    "(uuxx)",
                                    remark->take,
                                    remark->turn,
                                    remark->comment->from_ms,
                                    remark->comment->to_ms);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "answer.hear");
  refresh (self);
  g_signal_connect_object (editor, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
