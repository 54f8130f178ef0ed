/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-answer-form.h"

#include <glib/gi18n-lib.h>

#include "onsite-claims-view.h"
#include "onsite-rating-row.h"

struct _OnsiteAnswerForm
{
  AdwBin parent_instance;

  OnsiteAnswerEditor *editor;
  GPtrArray *rows;  /* (element-type OnsiteRatingRow): the children of ratings */
  guint current;    /* index in rows */
  gboolean undoing; /* a rating that changes becomes the current one */
  GCancellable *cancellable;

  GtkLabel *trouble;
  GtkBox *ratings;
  AdwBin *claims;
  GtkEntry *story;
  GtkTextView *note;
};

G_DEFINE_FINAL_TYPE (OnsiteAnswerForm, onsite_answer_form, ADW_TYPE_BIN)

static OnsiteRatingRow *
get_row (OnsiteAnswerForm *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static void
set_current (OnsiteAnswerForm *self, guint current)
{
  self->current = current;
  for (guint i = 0; i < self->rows->len; i++)
    onsite_rating_row_set_current (get_row (self, i), i == current);
}

static void
set_score (OnsiteAnswerForm *self, OnsiteRatingRow *row, guint score)
{
  onsite_answer_editor_set_score (self->editor, onsite_rating_row_get_dimension (row)->id, score);
}

static void
row_scored_cb (OnsiteRatingRow *row, GParamSpec *pspec, OnsiteAnswerForm *self)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    set_current (self, index);
  set_score (self, row, onsite_rating_row_get_score (row));
}

static void
row_entered_cb (GtkEventController *controller, OnsiteAnswerForm *self)
{
  guint index;

  if (g_ptr_array_find (self->rows, gtk_event_controller_get_widget (controller), &index))
    set_current (self, index);
}

static void
refresh_row (OnsiteAnswerForm *self, guint index)
{
  OnsiteRatingRow *row = get_row (self, index);
  guint score = onsite_answer_editor_get_score (self->editor,
                                                onsite_rating_row_get_dimension (row)->id);

  if (self->undoing && score != onsite_rating_row_get_score (row))
    set_current (self, index);

  g_signal_handlers_block_by_func (row, row_scored_cb, self);
  onsite_rating_row_set_score (row, score);
  g_signal_handlers_unblock_by_func (row, row_scored_cb, self);
}

static void
refresh (OnsiteAnswerForm *self)
{
  gboolean can_undo;

  g_object_get (self->editor, "can-undo", &can_undo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.undo", can_undo);

  for (guint i = 0; i < self->rows->len; i++)
    refresh_row (self, i);
}

static void
editor_changed_cb (OnsiteAnswerForm *self)
{
  /* Whether this edit is kept is told anew. */
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  refresh (self);
}

static void
editor_failed_cb (OnsiteAnswerForm *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (C_ ("form", "This isn’t kept yet: %s"), error->message);

  gtk_label_set_text (self->trouble, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static void
editor_kept_cb (OnsiteAnswerForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteAnswerForm *self = ONSITE_ANSWER_FORM (widget);

  self->undoing = TRUE;
  onsite_answer_editor_undo (self->editor);
  self->undoing = FALSE;
}

static void
rate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteAnswerForm *self = ONSITE_ANSWER_FORM (widget);
  guint score = g_variant_get_uint32 (parameter);

  if (score > 0)
    onsite_answer_form_rate (self, score);
  else
    set_score (self, get_row (self, self->current), 0);
}

static void
add_row (OnsiteAnswerForm *self, const OnsiteDimension *dimension, const char *level)
{
  const OnsiteAnchors *anchors = onsite_dimension_get_anchors (dimension, level);
  GtkWidget *row = onsite_rating_row_new (dimension, anchors);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (row_entered_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "notify::score", G_CALLBACK (row_scored_cb), self, 0);
  gtk_box_append (self->ratings, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_rows (OnsiteAnswerForm *self, const char *level)
{
  OnsitePack *pack = onsite_answer_editor_get_pack (self->editor);
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);
  guint first = 0;

  for (guint i = 0; i < dimensions->len; i++)
    add_row (self, g_ptr_array_index (dimensions, i), level);

  refresh (self);
  while (first < self->rows->len && onsite_rating_row_get_score (get_row (self, first)) > 0)
    first++;
  set_current (self, first < self->rows->len ? first : 0);
}

static void
stories_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteAnswerForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) stories = onsite_library_list_stories_finish (ONSITE_LIBRARY (source),
                                                               result,
                                                               &error);
  g_autoptr (GtkListStore) store = NULL;

  if (stories == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Earlier stories can't be offered: %s", error->message);
      return;
    }

  store = gtk_list_store_new (1, G_TYPE_STRING);
  for (guint i = 0; stories[i] != NULL; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, stories[i], -1);
  gtk_entry_completion_set_model (gtk_entry_get_completion (self->story), GTK_TREE_MODEL (store));
}

static void
complete_stories (OnsiteAnswerForm *self, OnsiteLibrary *library)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_minimum_key_length (completion, 1);
  gtk_entry_set_completion (self->story, completion);
  onsite_library_list_stories_async (library,
                                     self->cancellable,
                                     stories_listed_cb,
                                     g_object_ref (self));
}

static void
bind_texts (OnsiteAnswerForm *self)
{
  g_object_bind_property (self->editor,
                          "story",
                          self->story,
                          "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->editor,
                          "note",
                          gtk_text_view_get_buffer (self->note),
                          "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
typed_cb (OnsiteAnswerForm *self)
{
  if (self->editor != NULL)
    onsite_answer_editor_flush (self->editor);
}

/* The page was left, or the window was closed. */
static void
onsite_answer_form_unmap (GtkWidget *widget)
{
  typed_cb (ONSITE_ANSWER_FORM (widget));

  GTK_WIDGET_CLASS (onsite_answer_form_parent_class)->unmap (widget);
}

static void
onsite_answer_form_dispose (GObject *object)
{
  OnsiteAnswerForm *self = ONSITE_ANSWER_FORM (object);

  g_cancellable_cancel (self->cancellable);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_ptr_array_set_size (self->rows, 0);

  G_OBJECT_CLASS (onsite_answer_form_parent_class)->dispose (object);
}

static void
onsite_answer_form_finalize (GObject *object)
{
  OnsiteAnswerForm *self = ONSITE_ANSWER_FORM (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_answer_form_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (guint score = 0; score <= 5; score++)
    {
      gtk_widget_class_add_binding_action (widget_class,
                                           GDK_KEY_0 + score,
                                           0,
                                           "form.rate",
                                           "u",
                                           score);
      gtk_widget_class_add_binding_action (widget_class,
                                           GDK_KEY_KP_0 + score,
                                           0,
                                           "form.rate",
                                           "u",
                                           score);
    }
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_z,
                                       GDK_CONTROL_MASK,
                                       "form.undo",
                                       NULL);
}

static void
onsite_answer_form_class_init (OnsiteAnswerFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_answer_form_dispose;
  object_class->finalize = onsite_answer_form_finalize;
  widget_class->unmap = onsite_answer_form_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-answer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerForm, trouble);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerForm, ratings);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerForm, claims);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerForm, story);
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswerForm, note);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "form.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "form.rate", "u", rate_action);
  add_keys (widget_class);
}

static void
onsite_answer_form_init (OnsiteAnswerForm *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
onsite_answer_form_new (OnsiteContext *context, OnsiteAnswerEditor *editor, const char *level)
{
  OnsiteAnswerForm *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (ONSITE_IS_ANSWER_EDITOR (editor), NULL);
  g_return_val_if_fail (level != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_ANSWER_FORM, NULL);
  self->editor = g_object_ref (editor);
  add_rows (self, level);
  adw_bin_set_child (self->claims, onsite_claims_view_new (editor));
  bind_texts (self);
  complete_stories (self, onsite_context_get_library (context));
  gtk_widget_set_sensitive (GTK_WIDGET (self), !onsite_context_get_read_only (context));
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

  return GTK_WIDGET (self);
}

OnsiteAnswerEditor *
onsite_answer_form_get_editor (OnsiteAnswerForm *self)
{
  g_return_val_if_fail (ONSITE_IS_ANSWER_FORM (self), NULL);

  return self->editor;
}

gboolean
onsite_answer_form_enter (OnsiteAnswerForm *self)
{
  g_return_val_if_fail (ONSITE_IS_ANSWER_FORM (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (get_row (self, self->current)));
}

void
onsite_answer_form_rate (OnsiteAnswerForm *self, guint score)
{
  gboolean focused;

  g_return_if_fail (ONSITE_IS_ANSWER_FORM (self));
  g_return_if_fail (score >= 1 && score <= 5);

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->ratings)) != NULL;
  set_score (self, get_row (self, self->current), score);

  if (self->current + 1 < self->rows->len)
    {
      set_current (self, self->current + 1);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (get_row (self, self->current)));
    }
  else if (focused)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->claims), GTK_DIR_TAB_FORWARD);
    }
}
