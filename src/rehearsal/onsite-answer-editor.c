/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-answer-editor.h"

typedef enum
{
  FIELD_SCORE,
  FIELD_CLAIM,
  FIELD_STORY,
  FIELD_NOTE,
} Field;

/* What undoes an edit: the field's value before it. */
typedef struct
{
  Field field;
  OnsiteTargetKind kind;
  char *key;
  guint score;
  gboolean claimed;
  char *text;
} Edit;

struct _OnsiteAnswerEditor
{
  GObject parent_instance;

  OnsitePen *pen;
  OnsitePack *pack;
  OnsiteAnswer *answer;
  GPtrArray *edits;
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_COMPLETE,
  PROP_STORY,
  PROP_NOTE,
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

G_DEFINE_FINAL_TYPE (OnsiteAnswerEditor, onsite_answer_editor, G_TYPE_OBJECT)

static void
edit_free (Edit *self)
{
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static Edit *
edit_new (Field field, const char *key)
{
  Edit *self = g_new0 (Edit, 1);

  self->field = field;
  self->key = g_strdup (key);
  return self;
}

static OnsiteTake *
get_take (OnsiteAnswerEditor *self)
{
  return onsite_answer_get_current_take (self->answer);
}

static gboolean
find_rating (OnsiteTake *take, const char *dimension, guint *index)
{
  for (guint i = 0; i < take->ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (take->ratings, i);

      if (g_str_equal (rating->dimension, dimension))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_claim (OnsiteTake *take, OnsiteTargetKind kind, const char *target, guint *index)
{
  for (guint i = 0; i < take->evidence->len; i++)
    {
      const OnsiteEvidence *evidence = g_ptr_array_index (take->evidence, i);

      if (evidence->source == ONSITE_SOURCE_CLAIMED && evidence->kind == kind &&
          g_str_equal (evidence->target, target))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_complete (OnsiteAnswerEditor *self)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (self->pack);

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimension *dimension = g_ptr_array_index (dimensions, i);

      if (onsite_take_get_score (get_take (self), dimension->id) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
on_failed (OnsiteAnswerEditor *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_kept (OnsiteAnswerEditor *self)
{
  g_signal_emit (self, signals[KEPT], 0);
}

static GPtrArray *
list_claims (OnsiteTake *take)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < take->evidence->len; i++)
    {
      OnsiteEvidence *evidence = g_ptr_array_index (take->evidence, i);

      if (evidence->source == ONSITE_SOURCE_CLAIMED)
        g_ptr_array_add (claims, evidence);
    }

  return claims;
}

static void
commit (OnsiteAnswerEditor *self, Field field)
{
  g_autoptr (OnsiteChange) change = onsite_change_new ();
  OnsiteTake *take = get_take (self);

  if (field == FIELD_STORY || field == FIELD_NOTE)
    onsite_pen_rest (self->pen);

  if (field == FIELD_SCORE)
    {
      onsite_change_set_ratings (change, take->id, take->ratings);
    }
  else if (field == FIELD_CLAIM)
    {
      g_autoptr (GPtrArray) claims = list_claims (take);

      onsite_change_set_claims (change, take->id, claims);
    }
  else
    {
      onsite_change_update_answer (change, self->answer);
    }

  onsite_pen_write (self->pen, g_steal_pointer (&change));
}

static void
apply_score (OnsiteAnswerEditor *self, const char *dimension, guint score)
{
  OnsiteTake *take = get_take (self);
  guint index;

  if (find_rating (take, dimension, &index))
    g_ptr_array_remove_index (take->ratings, index);

  if (score > 0)
    g_ptr_array_add (take->ratings, onsite_rating_new (dimension, score));
}

static void
apply_claim (OnsiteAnswerEditor *self, OnsiteTargetKind kind, const char *target, gboolean claimed)
{
  OnsiteTake *take = get_take (self);
  OnsiteEvidence *evidence;
  guint index;

  if (find_claim (take, kind, target, &index))
    g_ptr_array_remove_index (take->evidence, index);

  if (!claimed)
    return;

  evidence = onsite_evidence_new (kind, target, ONSITE_SOURCE_CLAIMED);
  g_ptr_array_add (take->evidence, evidence);
}

static char **
get_text (OnsiteAnswerEditor *self, Field field)
{
  return field == FIELD_STORY ? &self->answer->story : &self->answer->note;
}

static void
on_paused (OnsiteAnswerEditor *self)
{
  commit (self, FIELD_NOTE);
}

static void
tell (OnsiteAnswerEditor *self, Field field)
{
  GObject *object = G_OBJECT (self);

  g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);

  if (field == FIELD_SCORE)
    g_object_notify_by_pspec (object, properties[PROP_COMPLETE]);
  else if (field == FIELD_STORY)
    g_object_notify_by_pspec (object, properties[PROP_STORY]);
  else if (field == FIELD_NOTE)
    g_object_notify_by_pspec (object, properties[PROP_NOTE]);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed (OnsiteAnswerEditor *self, Field field)
{
  commit (self, field);
  tell (self, field);
}

static gboolean
still_typing (OnsiteAnswerEditor *self, Field field)
{
  const Edit *last;

  if (self->edits->len == 0)
    return FALSE;

  last = g_ptr_array_index (self->edits, self->edits->len - 1);
  return last->field == field;
}

static void
set_text (OnsiteAnswerEditor *self, Field field, const char *text)
{
  char **value = get_text (self, field);

  if (g_strcmp0 (*value, text) == 0)
    return;

  if (!still_typing (self, field))
    {
      Edit *edit = edit_new (field, NULL);

      edit->text = g_strdup (*value);
      g_ptr_array_add (self->edits, edit);
    }

  g_free (*value);
  *value = g_strdup (text);
  onsite_pen_type (self->pen);
  tell (self, field);
}

static void
onsite_answer_editor_dispose (GObject *object)
{
  onsite_answer_editor_flush (ONSITE_ANSWER_EDITOR (object));

  G_OBJECT_CLASS (onsite_answer_editor_parent_class)->dispose (object);
}

static void
onsite_answer_editor_finalize (GObject *object)
{
  OnsiteAnswerEditor *self = ONSITE_ANSWER_EDITOR (object);

  g_clear_object (&self->pen);
  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_answer_editor_parent_class)->finalize (object);
}

static void
onsite_answer_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteAnswerEditor *self = ONSITE_ANSWER_EDITOR (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->edits->len > 0);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, is_complete (self));
      break;

    case PROP_STORY:
      g_value_set_string (value, self->answer->story);
      break;

    case PROP_NOTE:
      g_value_set_string (value, self->answer->note);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_answer_editor_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  OnsiteAnswerEditor *self = ONSITE_ANSWER_EDITOR (object);
  const char *text = g_value_get_string (value);

  switch (id)
    {
    case PROP_STORY:
      onsite_answer_editor_set_story (self, text != NULL ? text : "");
      break;

    case PROP_NOTE:
      onsite_answer_editor_set_note (self, text != NULL ? text : "");
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_answer_editor_class_init (OnsiteAnswerEditorClass *klass)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_answer_editor_dispose;
  object_class->finalize = onsite_answer_editor_finalize;
  object_class->get_property = onsite_answer_editor_get_property;
  object_class->set_property = onsite_answer_editor_set_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo",
                                                    NULL,
                                                    NULL,
                                                    FALSE,
                                                    G_PARAM_READABLE | flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete",
                                                    NULL,
                                                    NULL,
                                                    FALSE,
                                                    G_PARAM_READABLE | flags);
  properties[PROP_STORY] = g_param_spec_string ("story", NULL, NULL, "", G_PARAM_READWRITE | flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed",
                                   ONSITE_TYPE_ANSWER_EDITOR,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
  signals[KEPT] = g_signal_new ("kept",
                                ONSITE_TYPE_ANSWER_EDITOR,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);
  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_ANSWER_EDITOR,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
onsite_answer_editor_init (OnsiteAnswerEditor *self)
{
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) edit_free);
}

OnsiteAnswerEditor *
onsite_answer_editor_new (OnsiteScribe *scribe, OnsitePack *pack, OnsiteAnswer *answer)
{
  OnsiteAnswerEditor *self;

  g_return_val_if_fail (ONSITE_IS_SCRIBE (scribe), NULL);
  g_return_val_if_fail (onsite_answer_get_current_take (answer) != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_ANSWER_EDITOR, NULL);
  self->pen = onsite_pen_new (scribe);
  self->pack = onsite_pack_ref (pack);
  self->answer = answer;
  g_signal_connect_object (self->pen, "paused", G_CALLBACK (on_paused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pen, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pen, "kept", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);
  return self;
}

OnsiteAnswer *
onsite_answer_editor_get_answer (OnsiteAnswerEditor *self)
{
  g_return_val_if_fail (ONSITE_IS_ANSWER_EDITOR (self), NULL);

  return self->answer;
}

OnsitePack *
onsite_answer_editor_get_pack (OnsiteAnswerEditor *self)
{
  g_return_val_if_fail (ONSITE_IS_ANSWER_EDITOR (self), NULL);

  return self->pack;
}

void
onsite_answer_editor_set_score (OnsiteAnswerEditor *self, const char *dimension, guint score)
{
  guint before;
  Edit *edit;

  g_return_if_fail (ONSITE_IS_ANSWER_EDITOR (self));
  g_return_if_fail (onsite_pack_find_dimension (self->pack, dimension) != NULL);
  g_return_if_fail (score <= 5);

  before = onsite_answer_editor_get_score (self, dimension);

  if (before == score)
    return;

  edit = edit_new (FIELD_SCORE, dimension);
  edit->score = before;
  g_ptr_array_add (self->edits, edit);
  apply_score (self, dimension, score);
  changed (self, FIELD_SCORE);
}

guint
onsite_answer_editor_get_score (OnsiteAnswerEditor *self, const char *dimension)
{
  g_return_val_if_fail (ONSITE_IS_ANSWER_EDITOR (self), 0);

  return onsite_take_get_score (get_take (self), dimension);
}

void
onsite_answer_editor_set_claimed (OnsiteAnswerEditor *self,
                                  OnsiteTargetKind kind,
                                  const char *target,
                                  gboolean claimed)
{
  gboolean before;
  Edit *edit;

  g_return_if_fail (ONSITE_IS_ANSWER_EDITOR (self));

  before = onsite_answer_editor_get_claimed (self, kind, target);

  if (before == !!claimed)
    return;

  edit = edit_new (FIELD_CLAIM, target);
  edit->kind = kind;
  edit->claimed = before;
  g_ptr_array_add (self->edits, edit);
  apply_claim (self, kind, target, claimed);
  changed (self, FIELD_CLAIM);
}

gboolean
onsite_answer_editor_get_claimed (OnsiteAnswerEditor *self,
                                  OnsiteTargetKind kind,
                                  const char *target)
{
  guint index;

  g_return_val_if_fail (ONSITE_IS_ANSWER_EDITOR (self), FALSE);

  return find_claim (get_take (self), kind, target, &index);
}

void
onsite_answer_editor_set_story (OnsiteAnswerEditor *self, const char *story)
{
  g_return_if_fail (ONSITE_IS_ANSWER_EDITOR (self));
  g_return_if_fail (story != NULL);

  set_text (self, FIELD_STORY, story);
}

void
onsite_answer_editor_set_note (OnsiteAnswerEditor *self, const char *note)
{
  g_return_if_fail (ONSITE_IS_ANSWER_EDITOR (self));
  g_return_if_fail (note != NULL);

  set_text (self, FIELD_NOTE, note);
}

void
onsite_answer_editor_flush (OnsiteAnswerEditor *self)
{
  g_return_if_fail (ONSITE_IS_ANSWER_EDITOR (self));

  if (onsite_pen_rest (self->pen))
    commit (self, FIELD_NOTE);
}

static void
revert (OnsiteAnswerEditor *self, const Edit *edit)
{
  char **value;

  switch (edit->field)
    {
    case FIELD_SCORE:
      apply_score (self, edit->key, edit->score);
      break;

    case FIELD_CLAIM:
      apply_claim (self, edit->kind, edit->key, edit->claimed);
      break;

    case FIELD_STORY:
    case FIELD_NOTE:
      value = get_text (self, edit->field);
      g_free (*value);
      *value = g_strdup (edit->text);
      break;

    default:
      g_assert_not_reached ();
    }
}

void
onsite_answer_editor_undo (OnsiteAnswerEditor *self)
{
  Edit *edit;

  g_return_if_fail (ONSITE_IS_ANSWER_EDITOR (self));

  if (self->edits->len == 0)
    return;

  edit = g_ptr_array_steal_index (self->edits, self->edits->len - 1);
  revert (self, edit);
  changed (self, edit->field);
  edit_free (edit);
}
