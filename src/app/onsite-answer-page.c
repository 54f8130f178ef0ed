/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-answer-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-answer-form.h"
#include "onsite-clip-keys.h"
#include "onsite-clip-view.h"
#include "onsite-coach-text.h"
#include "onsite-comment-list.h"
#include "onsite-debrief-text.h"
#include "onsite-exhibit-view.h"
#include "onsite-format.h"
#include "onsite-outage-view.h"
#include "onsite-page.h"
#include "onsite-receipt-view.h"
#include "onsite-room-page.h"
#include "onsite-side-by-side.h"
#include "onsite-text-row.h"
#include "onsite-title.h"
#include "onsite-window.h"
#include "onsite-wrap-layout.h"

struct _OnsiteAnswerPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteDebriefModel *model;
  guint index;          /* among the loop's answers */
  OnsiteAnswer *answer; /* the model's */
  OnsiteTake *take;     /* of answer; %NULL if it was not asked */
  guint turn;
  OnsiteReplyEditor *replies;
  gboolean retaking; /* it is being given once more, on a page above */
  GCancellable *cancellable;

  OnsiteTitle *window_title;
  GtkScrolledWindow *scroller;
  GtkLabel *question;
  GtkLabel *subtitle;
  GtkDropDown *takes;
  OnsiteClipView *clip;
  OnsiteCommentList *comments;
  AdwBin *side_by_side;
  OnsiteReceiptView *receipt;
  GtkListBox *turns;
  GtkWidget *guide;
  GtkLabel *weak;
  GtkLabel *strong;
  GtkLabel *why;
  GtkWidget *exhibit;
  AdwBin *exhibit_bin;
  GtkWidget *outage;
  AdwBin *outage_bin;
  AdwBin *form_bin;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static void catch_up (OnsiteAnswerPage *self);

static gboolean
onsite_answer_page_enter (OnsitePage *page)
{
  OnsiteAnswerPage *self = ONSITE_ANSWER_PAGE (page);
  GtkWidget *form = adw_bin_get_child (self->form_bin);

  if (self->retaking)
    catch_up (self);

  return onsite_clip_view_enter (self->clip) ||
         (form != NULL && onsite_answer_form_enter (ONSITE_ANSWER_FORM (form)));
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_answer_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteAnswerPage,
                               onsite_answer_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static OnsiteClip *
get_clip (OnsiteAnswerPage *self, guint turn)
{
  if (self->take == NULL || turn >= self->take->turns->len)
    return NULL;

  return ((OnsiteTurn *) g_ptr_array_index (self->take->turns, turn))->clip;
}

static guint
get_take_index (OnsiteAnswerPage *self)
{
  guint index = 0;

  return g_ptr_array_find (self->answer->takes, self->take, &index) ? index : G_MAXUINT;
}

static void
show_remarks (OnsiteAnswerPage *self, guint turn)
{
  const OnsiteLoop *loop = onsite_debrief_model_get_debrief (self->model)->loop;
  g_autoptr (GPtrArray) remarks = NULL;

  if (self->take == NULL)
    {
      onsite_clip_view_set_remarks (self->clip, NULL);
      return;
    }

  remarks = onsite_remarks_new (loop, self->answer, get_take_index (self));
  for (guint i = remarks->len; i > 0; i--)
    if (((const OnsiteRemark *) remarks->pdata[i - 1])->turn != turn)
      g_ptr_array_remove_index (remarks, i - 1);
  onsite_clip_view_set_remarks (self->clip, remarks);
}

static void
show_side_by_side (OnsiteAnswerPage *self)
{
  adw_bin_set_child (
      self->side_by_side,
      onsite_side_by_side_new (onsite_debrief_model_get_debrief (self->model),
                               onsite_debrief_model_get_answer (self->model, self->index),
                               get_take_index (self)));
}

static void
select_turn (OnsiteAnswerPage *self, guint turn)
{
  GtkListBoxRow *row;

  self->turn = turn;
  onsite_clip_view_set_clip (self->clip, get_clip (self, turn));
  show_remarks (self, turn);
  onsite_receipt_view_set_clip (self->receipt, get_clip (self, turn));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->turns, i)) != NULL; i++)
    {
      gboolean current = i == (int) turn;

      if (current)
        gtk_widget_add_css_class (GTK_WIDGET (row), "current");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                                   GTK_ACCESSIBLE_STATE_SELECTED,
                                   current,
                                   -1);
    }
}

static void
turn_activated_cb (OnsiteAnswerPage *self, GtkListBoxRow *row)
{
  select_turn (self, (guint) gtk_list_box_row_get_index (row));
  onsite_clip_view_play (self->clip, 0);
}

/* The turns are heard in a row, as they were spoken. */
static void
clip_ended_cb (OnsiteAnswerPage *self)
{
  for (guint turn = self->turn + 1; self->take != NULL && turn < self->take->turns->len; turn++)
    {
      const OnsiteClip *clip = get_clip (self, turn);

      if (clip == NULL || clip->n_samples == 0)
        continue;

      select_turn (self, turn);
      onsite_clip_view_play (self->clip, 0);
      return;
    }
}

static char *
describe_turn (const OnsiteTurn *turn)
{
  if (turn->clip == NULL || turn->clip->n_samples == 0)
    return g_strdup (C_ ("answer", "No recording"));

  return onsite_format_clock (turn->clip->n_samples / ONSITE_SAMPLES_PER_MS);
}

/* Its length is below its words: beside them it would leave large type no room. */
static GtkWidget *
make_turn_row (const OnsiteTake *take, guint index)
{
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, index);
  g_autofree char *name = onsite_debrief_text_turn (take, index);
  g_autofree char *length = describe_turn (turn);
  g_autofree char *both = name != NULL ? g_strdup_printf ("%s · %s", name, length) : NULL;
  GtkWidget *row = onsite_text_row_new (name != NULL ? turn->prompt : C_ ("answer", "The answer"),
                                        both != NULL ? both : length);

  gtk_widget_add_css_class (row, "numeric");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
select_take (OnsiteAnswerPage *self, guint index)
{
  GtkWidget *row;
  guint n_turns;

  self->take = index < self->answer->takes->len ? g_ptr_array_index (self->answer->takes, index)
                                                : NULL;
  n_turns = self->take != NULL ? self->take->turns->len : 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->turns))) != NULL)
    gtk_list_box_remove (self->turns, row);
  for (guint i = 0; i < n_turns; i++)
    gtk_list_box_append (self->turns, make_turn_row (self->take, i));
  gtk_widget_set_visible (GTK_WIDGET (self->turns), n_turns > 1);
  onsite_comment_list_show (self->comments,
                            onsite_debrief_model_get_debrief (self->model)->loop,
                            self->answer,
                            index);
  show_side_by_side (self);

  select_turn (self, 0);
}

static void
take_selected_cb (OnsiteAnswerPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->takes);

  if (selected != GTK_INVALID_LIST_POSITION)
    select_take (self, selected);
}

static void
show_takes (OnsiteAnswerPage *self)
{
  g_autoptr (GtkStringList) takes = gtk_string_list_new (NULL);
  guint n = self->answer->takes->len;

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (takes, g_strdup_printf (C_ ("answer", "Take %u"), i + 1));

  g_signal_handlers_block_by_func (self->takes, take_selected_cb, self);
  gtk_drop_down_set_model (self->takes, G_LIST_MODEL (takes));
  if (n > 0)
    gtk_drop_down_set_selected (self->takes, n - 1);
  g_signal_handlers_unblock_by_func (self->takes, take_selected_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->takes), n > 1);
  select_take (self, n > 0 ? n - 1 : 0);
}

static void
show_outage (OnsiteAnswerPage *self, const OnsiteQuestion *question)
{
  OnsitePack *pack = onsite_debrief_model_get_debrief (self->model)->pack;
  const gboolean has_outage = question != NULL && question->outage != NULL;
  GtkWidget *view = NULL;

  if (has_outage)
    {
      view = onsite_outage_view_new (onsite_pack_find_outage (pack, question->outage));
      onsite_outage_view_reveal (ONSITE_OUTAGE_VIEW (view));
    }
  adw_bin_set_child (self->outage_bin, view);
  gtk_widget_set_visible (self->outage, has_outage);
}

static void
show_exhibit (OnsiteAnswerPage *self, const OnsiteQuestion *question)
{
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);
  const gboolean has_exhibit = question != NULL && question->exhibit != NULL;
  GtkWidget *view = NULL;

  if (has_exhibit)
    {
      view = onsite_exhibit_view_new (debrief->pack,
                                      onsite_pack_find_exhibit (debrief->pack, question->exhibit));
      onsite_exhibit_view_reveal (ONSITE_EXHIBIT_VIEW (view), debrief->loop->level);
    }
  adw_bin_set_child (self->exhibit_bin, view);
  gtk_widget_set_visible (self->exhibit, has_exhibit);
}

static void
show_question (OnsiteAnswerPage *self, const OnsiteAnswerSummary *summary)
{
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);
  const OnsiteQuestion *question = summary->question;
  const char *state = onsite_debrief_text_state (summary, debrief->dimensions->len);
  g_autofree char *round = onsite_debrief_text_round (
      onsite_debrief_model_get_round (self->model, self->index));
  g_autofree char *subtitle = state != NULL ? g_strdup_printf ("%s · %s", round, state)
                                            : g_strdup (round);

  gtk_label_set_text (self->question, question != NULL ? question->text : self->answer->question);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (self->guide, question != NULL);
  gtk_label_set_text (self->weak, question != NULL ? question->weak : "");
  gtk_label_set_text (self->strong, question != NULL ? question->strong : "");
  gtk_label_set_text (self->why, question != NULL ? question->why : "");
  show_exhibit (self, question);
  show_outage (self, question);
}

/* Whether it's rated is told beside the question. */
static void
rated_cb (OnsiteAnswerPage *self)
{
  onsite_debrief_model_touch (self->model);
  onsite_debrief_model_refresh (self->model);
  show_question (self, onsite_debrief_model_get_answer (self->model, self->index));
}

static void
show_form (OnsiteAnswerPage *self)
{
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);
  g_autoptr (OnsiteAnswerEditor) editor = NULL;

  if (onsite_answer_get_current_take (self->answer) == NULL)
    {
      adw_bin_set_child (self->form_bin, NULL);
      return;
    }

  editor = onsite_answer_editor_new (onsite_context_get_scribe (self->context),
                                     debrief->pack,
                                     self->answer);
  g_signal_connect_object (editor,
                           "changed",
                           G_CALLBACK (onsite_debrief_model_touch),
                           self->model,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor,
                           "changed",
                           G_CALLBACK (show_side_by_side),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor,
                           "notify::complete",
                           G_CALLBACK (rated_cb),
                           self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->form_bin,
                     onsite_answer_form_new (self->context, editor, debrief->loop->level));
}

/* "of 6", or "of 6 · Sample". */
static char *
describe_place (const OnsiteDebrief *debrief)
{
  g_autofree char *of = g_strdup_printf (C_ ("answer", "of %u"), debrief->answers->len);

  if (!debrief->loop->sample)
    return g_steal_pointer (&of);

  return g_strdup_printf ("%s · %s", of, C_ ("debrief", "Sample"));
}

static void
show_answer (OnsiteAnswerPage *self, guint index)
{
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);
  g_autofree char *title = onsite_debrief_text_question (index);
  g_autofree char *of = describe_place (debrief);

  self->index = index;
  self->answer = onsite_debrief_model_edit_answer (self->model, index);
  onsite_title_set_title (self->window_title, title);
  onsite_title_set_subtitle (self->window_title, of);
  show_question (self, onsite_debrief_model_get_answer (self->model, index));
  show_takes (self);
  show_form (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "answer.next",
                                 index + 1 < debrief->answers->len);
  g_object_notify (G_OBJECT (self), "title");
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteAnswerPage *self = ONSITE_ANSWER_PAGE (widget);

  onsite_debrief_model_refresh (self->model);
  show_answer (self, self->index + 1);
  onsite_page_enter (ONSITE_PAGE (self));
}

static void
hear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteAnswerPage *self = ONSITE_ANSWER_PAGE (widget);
  guint take, turn;
  gint64 from_ms, to_ms;

  g_variant_get (parameter, "(uuxx)", &take, &turn, &from_ms, &to_ms);
  gtk_drop_down_set_selected (self->takes, take);
  if (get_clip (self, turn) == NULL)
    return;

  if (turn != self->turn)
    select_turn (self, turn);
  onsite_clip_view_play_span (self->clip, from_ms, to_ms);
}

static void
show_take_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteAnswerPage *self = ONSITE_ANSWER_PAGE (widget);

  gtk_drop_down_set_selected (self->takes, g_variant_get_uint32 (parameter));
  onsite_clip_view_enter (self->clip);
}

/* What was said of it is there to be read while it is given once more. */
static void
again_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteAnswerPage *self = ONSITE_ANSWER_PAGE (widget);
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);
  OnsiteRetake retake = { .loop = debrief->loop, .answer = self->answer };
  g_autofree char *whose = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal;
  OnsiteRemark remark;
  GtkWidget *room;

  g_variant_get (parameter, "(&s&s)", &retake.review, &retake.comment);
  if (!onsite_remark_find (&remark, debrief->loop, self->answer, retake.review, retake.comment))
    return;
  rehearsal = onsite_context_rehearse (self->context,
                                       onsite_retake_plan (&retake, debrief->pack),
                                       debrief->pack,
                                       NULL,
                                       &error);
  if (rehearsal == NULL)
    {
      onsite_window_toast_error (onsite_window_of (widget),
                                 C_ ("toast", "The answer can’t be given again"),
                                 error);
      return;
    }

  onsite_rehearsal_become_retake (rehearsal, &retake);
  whose = onsite_coach_text_whose (&remark);
  room = onsite_room_page_new (self->context);
  onsite_room_page_remind (ONSITE_ROOM_PAGE (room), whose, remark.comment->text);
  self->retaking = TRUE;
  onsite_window_push (onsite_window_of (widget), ONSITE_PAGE (room));
}

static void
caught_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteAnswerPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_new = 0;
  const gboolean is_read = onsite_debrief_model_catch_up_finish (ONSITE_DEBRIEF_MODEL (source),
                                                                 result,
                                                                 &n_new,
                                                                 &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_read)
    onsite_window_toast_error (onsite_window_of (GTK_WIDGET (self)),
                               C_ ("toast", "The new take can’t be shown"),
                               error);
  if (n_new > 0)
    show_answer (self, self->index);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteAnswerPage) self = user_data;

  /* What isn't kept yet was told; what is can be shown. */
  if (!g_cancellable_is_cancelled (self->cancellable))
    onsite_debrief_model_catch_up_async (self->model,
                                         self->cancellable,
                                         caught_up_cb,
                                         g_object_ref (self));
}

/* What was recorded meanwhile is read as it was kept. */
static void
catch_up (OnsiteAnswerPage *self)
{
  self->retaking = FALSE;
  onsite_settling_wait_async (onsite_context_get_settling (self->context),
                              settled_cb,
                              g_object_ref (self));
}

static gboolean
rate_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *form = adw_bin_get_child (ONSITE_ANSWER_PAGE (widget)->form_bin);

  if (form == NULL || !gtk_widget_get_sensitive (form))
    return GDK_EVENT_PROPAGATE;

  onsite_answer_form_rate (ONSITE_ANSWER_FORM (form), g_variant_get_uint32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
undo_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *form = adw_bin_get_child (ONSITE_ANSWER_PAGE (widget)->form_bin);

  return form != NULL && gtk_widget_activate_action (form, "form.undo", NULL);
}

static void
onsite_answer_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value,
                           onsite_debrief_text_question (ONSITE_ANSWER_PAGE (object)->index));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_answer_page_dispose (GObject *object)
{
  OnsiteAnswerPage *self = ONSITE_ANSWER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* The form and the clip are the model's: they go before it does. */
  if (self->form_bin != NULL)
    adw_bin_set_child (self->form_bin, NULL);
  if (self->clip != NULL && self->context != NULL)
    onsite_clip_view_set_clip (self->clip, NULL);
  if (self->comments != NULL)
    onsite_comment_list_set_editor (self->comments, NULL);
  g_clear_object (&self->replies);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_answer_page_parent_class)->dispose (object);
}

/* Bindings come after what has the focus, so that a text keeps its letters. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  onsite_clip_keys_add (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "answer.next", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key, NULL);

  for (guint score = 1; score <= 5; score++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + score, 0, rate_key, "u", score);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + score, 0, rate_key, "u", score);
    }
}

static void
onsite_answer_page_class_init (OnsiteAnswerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_answer_page_get_property;
  object_class->dispose = onsite_answer_page_dispose;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_CLIP_VIEW);
  g_type_ensure (ONSITE_TYPE_COMMENT_LIST);
  g_type_ensure (ONSITE_TYPE_RECEIPT_VIEW);
  g_type_ensure (ONSITE_TYPE_TITLE);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-answer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, question);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, takes);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, clip);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, comments);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, side_by_side);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, receipt);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, turns);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, guide);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, weak);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, strong);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, why);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, exhibit);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, exhibit_bin);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, outage);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, outage_bin);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerPage, form_bin);
  gtk_widget_class_bind_template_callback (widget_class, take_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clip_ended_cb);
  gtk_widget_class_install_action (widget_class, "answer.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "answer.hear", "(uuxx)", hear_action);
  gtk_widget_class_install_action (widget_class, "answer.show-take", "u", show_take_action);
  gtk_widget_class_install_action (widget_class, "answer.again", "(ss)", again_action);
  add_keys (widget_class);
}

static void
onsite_answer_page_init (OnsiteAnswerPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_replies (OnsiteAnswerPage *self)
{
  const gboolean read_only = onsite_context_get_read_only (self->context);

  self->replies = onsite_reply_editor_new (onsite_context_get_scribe (self->context),
                                           onsite_debrief_model_edit_loop (self->model));
  g_signal_connect_object (self->replies,
                           "changed",
                           G_CALLBACK (onsite_debrief_model_touch),
                           self->model,
                           G_CONNECT_SWAPPED);
  onsite_comment_list_set_editor (self->comments, self->replies);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.again", !read_only);
}

GtkWidget *
onsite_answer_page_new (OnsiteContext *context, OnsiteDebriefModel *model, guint answer)
{
  OnsiteAnswerPage *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (model), NULL);

  self = g_object_new (ONSITE_TYPE_ANSWER_PAGE, NULL);
  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  onsite_clip_view_set_context (self->clip, context);
  set_replies (self);
  show_answer (self, answer);

  return GTK_WIDGET (self);
}

void
onsite_answer_page_show_take (OnsiteAnswerPage *self, const char *take)
{
  g_return_if_fail (ONSITE_IS_ANSWER_PAGE (self));

  for (guint i = 0; i < self->answer->takes->len; i++)
    if (g_str_equal (((const OnsiteTake *) self->answer->takes->pdata[i])->id, take))
      gtk_drop_down_set_selected (self->takes, i);
}

void
onsite_answer_page_play (OnsiteAnswerPage *self, guint turn, gint64 from_ms)
{
  g_return_if_fail (ONSITE_IS_ANSWER_PAGE (self));

  if (get_clip (self, turn) == NULL)
    return;

  if (turn != self->turn)
    select_turn (self, turn);
  onsite_clip_view_play (self->clip, from_ms);
}
