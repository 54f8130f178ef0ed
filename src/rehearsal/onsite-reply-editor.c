/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-reply-editor.h"

#include "library/onsite-change-review.h"

/* What undoes an edit: the reply before it. */
typedef struct
{
  char *review;
  OnsiteReviewReply *before;
  gboolean typed;
} Edit;

struct _OnsiteReplyEditor
{
  GObject parent_instance;

  OnsitePen *pen;
  OnsiteLoop *loop;
  GPtrArray *edits; /* (element-type Edit) */
};

enum
{
  PROP_CAN_UNDO = 1,
  N_PROPS,
};

enum
{
  CHANGED,
  FAILED,
  KEPT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteReplyEditor, onsite_reply_editor, G_TYPE_OBJECT)

static void
edit_free (Edit *self)
{
  g_free (self->review);
  g_clear_pointer (&self->before, onsite_review_reply_free);
  g_free (self);
}

static Edit *
get_last_edit (OnsiteReplyEditor *self)
{
  return self->edits->len > 0 ? g_ptr_array_index (self->edits, self->edits->len - 1) : NULL;
}

/* (transfer full): what there is, or nothing said and nothing done. */
static OnsiteReviewReply *
copy_reply (const OnsiteReview *review, const char *comment)
{
  const OnsiteReviewReply *reply = onsite_review_find_reply (review, comment);

  return onsite_review_reply_new (comment,
                                  reply != NULL && reply->done,
                                  reply != NULL ? reply->text : "");
}

static void
commit (OnsiteReplyEditor *self, const char *review, const char *comment)
{
  const OnsiteReview *from = onsite_loop_find_review (self->loop, review);
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_review_reply (change, review, onsite_review_find_reply (from, comment));
  onsite_pen_write (self->pen, change);
}

static void
tell (OnsiteReplyEditor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
still_typing (OnsiteReplyEditor *self, const char *review, const char *comment)
{
  const Edit *last = get_last_edit (self);

  return last != NULL && last->typed && g_str_equal (last->review, review) &&
         g_str_equal (last->before->comment, comment);
}

static void
remember (OnsiteReplyEditor *self, const OnsiteReview *review, const char *comment, gboolean typed)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->review = g_strdup (review->id);
  edit->before = copy_reply (review, comment);
  edit->typed = typed;
  g_ptr_array_add (self->edits, edit);
}

static void
on_failed (OnsiteReplyEditor *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_kept (OnsiteReplyEditor *self)
{
  g_signal_emit (self, signals[KEPT], 0);
}

/* What is being typed is the last edit. */
static void
write_typed (OnsiteReplyEditor *self)
{
  const Edit *last = get_last_edit (self);

  commit (self, last->review, last->before->comment);
}

static void
onsite_reply_editor_dispose (GObject *object)
{
  onsite_reply_editor_flush (ONSITE_REPLY_EDITOR (object));

  G_OBJECT_CLASS (onsite_reply_editor_parent_class)->dispose (object);
}

static void
onsite_reply_editor_finalize (GObject *object)
{
  OnsiteReplyEditor *self = ONSITE_REPLY_EDITOR (object);

  g_clear_object (&self->pen);
  g_clear_pointer (&self->edits, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_reply_editor_parent_class)->finalize (object);
}

static void
onsite_reply_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ONSITE_REPLY_EDITOR (object)->edits->len > 0);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static guint
install_signal (const char *name, guint n_params, GType type)
{
  return g_signal_new (name,
                       ONSITE_TYPE_REPLY_EDITOR,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       type);
}

static void
onsite_reply_editor_class_init (OnsiteReplyEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_reply_editor_dispose;
  object_class->finalize = onsite_reply_editor_finalize;
  object_class->get_property = onsite_reply_editor_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo",
                                                    NULL,
                                                    NULL,
                                                    FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = install_signal ("changed", 0, G_TYPE_NONE);
  signals[FAILED] = install_signal ("failed", 1, G_TYPE_ERROR);
  signals[KEPT] = install_signal ("kept", 0, G_TYPE_NONE);
}

static void
onsite_reply_editor_init (OnsiteReplyEditor *self)
{
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) edit_free);
}

OnsiteReplyEditor *
onsite_reply_editor_new (OnsiteScribe *scribe, OnsiteLoop *loop)
{
  OnsiteReplyEditor *self = g_object_new (ONSITE_TYPE_REPLY_EDITOR, NULL);

  self->pen = onsite_pen_new (scribe);
  self->loop = loop;
  g_signal_connect_object (self->pen, "paused", G_CALLBACK (write_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pen, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pen, "kept", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);

  return self;
}

void
onsite_reply_editor_set_done (OnsiteReplyEditor *self,
                              const char *review,
                              const char *comment,
                              gboolean done)
{
  OnsiteReview *from;
  OnsiteReviewReply *reply;

  g_return_if_fail (ONSITE_IS_REPLY_EDITOR (self));

  from = onsite_loop_find_review (self->loop, review);
  g_return_if_fail (from != NULL);

  if (onsite_review_is_done (from, comment) == !!done)
    return;

  onsite_reply_editor_flush (self);
  remember (self, from, comment, FALSE);
  reply = copy_reply (from, comment);
  reply->done = !!done;
  onsite_review_set_reply (from, reply);
  commit (self, review, comment);
  tell (self);
}

void
onsite_reply_editor_set_text (OnsiteReplyEditor *self,
                              const char *review,
                              const char *comment,
                              const char *text)
{
  g_autoptr (OnsiteReviewReply) reply = NULL;
  OnsiteReview *from;

  g_return_if_fail (ONSITE_IS_REPLY_EDITOR (self));
  g_return_if_fail (text != NULL);

  from = onsite_loop_find_review (self->loop, review);
  g_return_if_fail (from != NULL);

  reply = copy_reply (from, comment);
  if (g_str_equal (reply->text, text))
    return;

  if (!still_typing (self, review, comment))
    {
      onsite_reply_editor_flush (self);
      remember (self, from, comment, TRUE);
    }
  g_free (reply->text);
  reply->text = g_strdup (text);
  onsite_review_set_reply (from, g_steal_pointer (&reply));
  onsite_pen_type (self->pen);
  tell (self);
}

const OnsiteReviewReply *
onsite_reply_editor_find_reply (OnsiteReplyEditor *self, const char *review, const char *comment)
{
  const OnsiteReview *from;

  g_return_val_if_fail (ONSITE_IS_REPLY_EDITOR (self), NULL);

  from = onsite_loop_find_review (self->loop, review);

  return from != NULL ? onsite_review_find_reply (from, comment) : NULL;
}

void
onsite_reply_editor_flush (OnsiteReplyEditor *self)
{
  g_return_if_fail (ONSITE_IS_REPLY_EDITOR (self));

  if (onsite_pen_rest (self->pen))
    write_typed (self);
}

void
onsite_reply_editor_undo (OnsiteReplyEditor *self)
{
  OnsiteReviewReply *before;
  Edit *edit;

  g_return_if_fail (ONSITE_IS_REPLY_EDITOR (self));

  if (self->edits->len == 0)
    return;

  onsite_pen_rest (self->pen);
  edit = g_ptr_array_steal_index (self->edits, self->edits->len - 1);
  before = g_steal_pointer (&edit->before);
  onsite_review_set_reply (onsite_loop_find_review (self->loop, edit->review), before);
  commit (self, edit->review, before->comment);
  edit_free (edit);
  tell (self);
}
