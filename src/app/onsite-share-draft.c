/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-share-draft.h"

struct _OnsiteShareDraft
{
  GObject parent_instance;

  OnsiteDebriefModel *model;
  OnsiteSelection *selection;
  const OnsiteShareFormat *format;
  gboolean is_making; /* a preview */
  gboolean is_stale;  /* another one has to be made after that */
  OnsiteSharePreview *preview;
  GError *error;
  double fraction;
};

enum
{
  PROP_0,
  PROP_PREVIEW,
  PROP_FRACTION,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteShareDraft, onsite_share_draft, G_TYPE_OBJECT)

static void make_preview (OnsiteShareDraft *self);

static void
preview_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteShareDraft) self = user_data;

  self->is_making = FALSE;
  if (self->is_stale)
    {
      g_autoptr (OnsiteSharePreview) unused = onsite_share_preview_make_finish (result, NULL);

      make_preview (self);
      return;
    }

  g_clear_pointer (&self->preview, onsite_share_preview_free);
  g_clear_error (&self->error);
  self->preview = onsite_share_preview_make_finish (result, &self->error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PREVIEW]);
}

/* One at a time: of changes that come faster, the last counts. */
static void
make_preview (OnsiteShareDraft *self)
{
  self->is_stale = self->is_making;
  if (self->is_stale)
    return;

  self->is_making = TRUE;
  onsite_share_preview_make_async (self->model,
                                   self->selection,
                                   self->format,
                                   NULL,
                                   preview_made_cb,
                                   g_object_ref (self));
}

static void
changed (OnsiteShareDraft *self)
{
  make_preview (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
onsite_share_draft_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteShareDraft *self = ONSITE_SHARE_DRAFT (object);

  switch (prop_id)
    {
    case PROP_PREVIEW:
      g_value_set_pointer (value, self->preview);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_share_draft_finalize (GObject *object)
{
  OnsiteShareDraft *self = ONSITE_SHARE_DRAFT (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->selection, onsite_selection_free);
  g_clear_pointer (&self->preview, onsite_share_preview_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (onsite_share_draft_parent_class)->finalize (object);
}

static void
onsite_share_draft_class_init (OnsiteShareDraftClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onsite_share_draft_get_property;
  object_class->finalize = onsite_share_draft_finalize;

  props[PROP_PREVIEW] = g_param_spec_pointer ("preview", NULL, NULL, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
onsite_share_draft_init (OnsiteShareDraft *self)
{
  guint n_formats;

  self->selection = onsite_selection_new ();
  self->format = onsite_share_formats_get (&n_formats);
}

static void
choose_proposed (OnsiteShareDraft *self)
{
  const OnsiteDebrief *debrief = onsite_share_draft_get_debrief (self);
  g_autoptr (GPtrArray) proposed = onsite_selection_propose (debrief);

  for (guint i = 0; i < proposed->len; i++)
    {
      const OnsiteAnswerSummary *summary = g_ptr_array_index (proposed, i);

      onsite_selection_add_answer (self->selection, summary->answer->id);
    }
  onsite_selection_add_answered (self->selection, debrief->loop);
}

static void
recall_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  OnsiteShareDraft *self = task_data;
  GError *error = NULL;

  if (onsite_handover_recall_spans (onsite_debrief_model_get_library (self->model),
                                    onsite_share_draft_get_debrief (self)->loop,
                                    self->selection,
                                    &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
recalled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteShareDraft *self = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  choose_proposed (self);
  make_preview (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) recalling = NULL;
  OnsiteShareDraft *self;
  GError *error = NULL;
  OnsiteDebriefModel *model = onsite_debrief_model_load_finish (result, &error);

  if (model == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self = g_object_new (ONSITE_TYPE_SHARE_DRAFT, NULL);
  self->model = model;
  recalling = g_task_new (NULL, cancellable, recalled_cb, g_steal_pointer (&task));
  g_task_set_source_tag (recalling, onsite_share_draft_load_async);
  g_task_set_task_data (recalling, self, g_object_unref);
  g_task_run_in_thread (recalling, recall_thread);
}

void
onsite_share_draft_load_async (OnsiteLibrary *library,
                               const char *loop,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, onsite_share_draft_load_async);
  onsite_debrief_model_load_async (library, loop, cancellable, loaded_cb, task);
}

OnsiteShareDraft *
onsite_share_draft_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const OnsiteDebrief *
onsite_share_draft_get_debrief (OnsiteShareDraft *self)
{
  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), NULL);

  return onsite_debrief_model_get_debrief (self->model);
}

const OnsiteSelection *
onsite_share_draft_get_selection (OnsiteShareDraft *self)
{
  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), NULL);

  return self->selection;
}

const OnsiteShareFormat *
onsite_share_draft_get_format (OnsiteShareDraft *self)
{
  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), NULL);

  return self->format;
}

const OnsiteSharePreview *
onsite_share_draft_get_preview (OnsiteShareDraft *self)
{
  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), NULL);

  return self->preview;
}

const GError *
onsite_share_draft_get_error (OnsiteShareDraft *self)
{
  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), NULL);

  return self->error;
}

void
onsite_share_draft_set_format (OnsiteShareDraft *self, const OnsiteShareFormat *format)
{
  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));
  g_return_if_fail (format != NULL);

  if (self->format == format)
    return;
  self->format = format;
  changed (self);
}

void
onsite_share_draft_choose_answer (OnsiteShareDraft *self, const char *answer, gboolean chosen)
{
  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));

  if (chosen == (onsite_selection_find_answer (self->selection, answer) != NULL))
    return;
  if (chosen)
    onsite_selection_add_answer (self->selection, answer);
  else
    onsite_selection_remove_answer (self->selection, answer);
  onsite_selection_add_answered (self->selection, onsite_share_draft_get_debrief (self)->loop);
  changed (self);
}

gboolean
onsite_share_draft_has_take (OnsiteShareDraft *self,
                             const OnsiteAnswer *answer,
                             const OnsiteTake *take)
{
  const OnsiteSelectedAnswer *selected;

  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), FALSE);

  selected = onsite_selection_find_answer (self->selection, answer->id);
  if (selected == NULL)
    return FALSE;
  if (selected->takes->len == 0)
    return take == onsite_answer_get_current_take (answer);

  return g_ptr_array_find_with_equal_func (selected->takes, take->id, g_str_equal, NULL);
}

void
onsite_share_draft_choose_take (OnsiteShareDraft *self,
                                const OnsiteAnswer *answer,
                                const OnsiteTake *take,
                                gboolean chosen)
{
  OnsiteSelectedAnswer *selected;

  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));

  selected = onsite_selection_find_answer (self->selection, answer->id);
  if (selected == NULL || chosen == onsite_share_draft_has_take (self, answer, take))
    return;
  /* None stands for the current one. */
  if (selected->takes->len == 0)
    onsite_selected_answer_add_take (selected, onsite_answer_get_current_take (answer)->id);
  if (chosen)
    onsite_selected_answer_add_take (selected, take->id);
  else
    onsite_selected_answer_remove_take (selected, take->id);
  if (selected->takes->len == 0)
    onsite_selection_remove_answer (self->selection, answer->id);
  changed (self);
}

void
onsite_share_draft_set_listen_for (OnsiteShareDraft *self, const char *answer, const char *text)
{
  OnsiteSelectedAnswer *selected;

  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));

  selected = onsite_selection_find_answer (self->selection, answer);
  if (selected == NULL || g_str_equal (selected->listen_for, text))
    return;
  g_free (selected->listen_for);
  selected->listen_for = g_strdup (text);
  changed (self);
}

void
onsite_share_draft_set_included (OnsiteShareDraft *self, OnsiteIncludes what, gboolean included)
{
  OnsiteIncludes before;

  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));

  before = self->selection->includes;
  self->selection->includes = included ? before | what : before & ~what;
  if (self->selection->includes != before)
    changed (self);
}

void
onsite_share_draft_set_candidate (OnsiteShareDraft *self, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));

  if (g_strcmp0 (self->selection->candidate, stripped) == 0)
    return;
  g_free (self->selection->candidate);
  self->selection->candidate = g_steal_pointer (&stripped);
  changed (self);
}

void
onsite_share_draft_set_blind (OnsiteShareDraft *self, gboolean blind)
{
  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));

  if (self->selection->blind == blind)
    return;
  self->selection->blind = blind;
  changed (self);
}

gboolean
onsite_share_draft_add_span (OnsiteShareDraft *self, const OnsiteClip *clip, OnsiteSpan span)
{
  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), FALSE);

  span.from_ms = MAX (span.from_ms, 0);
  span.to_ms = MIN (span.to_ms,
                    (clip->n_samples + ONSITE_SAMPLES_PER_MS - 1) / ONSITE_SAMPLES_PER_MS);
  if (span.from_ms >= span.to_ms)
    return FALSE;
  onsite_selection_add_span (self->selection, clip->id, &span);
  changed (self);

  return TRUE;
}

void
onsite_share_draft_remove_span (OnsiteShareDraft *self, const OnsiteClip *clip, guint index)
{
  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));

  onsite_selection_remove_span (self->selection, clip->id, index);
  changed (self);
}

guint
onsite_share_draft_count_spans (OnsiteShareDraft *self, const OnsiteAnswer *answer)
{
  guint n_spans = 0;

  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (self), 0);

  for (guint i = 0; i < answer->takes->len; i++)
    {
      const OnsiteTake *take = g_ptr_array_index (answer->takes, i);

      for (guint j = 0; j < take->turns->len; j++)
        {
          const OnsiteTurn *turn = g_ptr_array_index (take->turns, j);
          GArray *spans = turn->clip != NULL && onsite_share_draft_has_take (self, answer, take)
                              ? onsite_selection_get_spans (self->selection, turn->clip->id)
                              : NULL;

          n_spans += spans != NULL ? spans->len : 0;
        }
    }

  return n_spans;
}

/* Saving. */

typedef struct
{
  OnsiteShareDraft *draft;
  double fraction;
} Progress;

static void
progress_free (Progress *self)
{
  g_object_unref (self->draft);
  g_free (self);
}

static gboolean
progress_cb (gpointer user_data)
{
  const Progress *progress = user_data;

  progress->draft->fraction = CLAMP (progress->fraction, 0, 1);
  g_object_notify_by_pspec (G_OBJECT (progress->draft), props[PROP_FRACTION]);

  return G_SOURCE_REMOVE;
}

static void
tell_progress (double fraction, gpointer user_data)
{
  Progress *progress = g_new0 (Progress, 1);

  progress->draft = g_object_ref (user_data);
  progress->fraction = fraction;
  g_idle_add_full (G_PRIORITY_DEFAULT, progress_cb, progress, (GDestroyNotify) progress_free);
}

typedef struct
{
  OnsiteSelection *selection;
  const OnsiteShareFormat *format;
  GFile *file;
} Saving;

static void
saving_free (Saving *self)
{
  onsite_selection_free (self->selection);
  g_object_unref (self->file);
  g_free (self);
}

static gboolean
save (OnsiteShareDraft *self,
      const Saving *saving,
      OnsiteShareFiles *files,
      GCancellable *cancellable,
      GError **error)
{
  OnsiteLibrary *library = onsite_debrief_model_get_library (self->model);
  g_autoptr (OnsiteCapsule) capsule = onsite_handover_prepare (
      library,
      onsite_debrief_model_get_debrief (self->model),
      saving->selection,
      saving->format,
      error);
  const OnsiteShareJob job = {
    .capsule = capsule,
    .library = library,
    .files = files,
    .progress = tell_progress,
    .progress_data = self,
    .cancellable = cancellable,
  };

  return capsule != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         onsite_handover_write (saving->format, &job, g_get_real_time (), error);
}

static void
save_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;
  OnsiteShareFiles *files = onsite_share_files_new (saving->file, saving->format->is_folder);
  gboolean is_saved = save (source_object, saving, files, cancellable, &error);
  gint64 n_bytes = onsite_share_files_get_n_bytes (files);

  /* Nothing is left of it by the time that it's told. */
  onsite_share_files_free (files);
  if (is_saved)
    g_task_return_int (task, n_bytes);
  else
    g_task_return_error (task, error);
}

void
onsite_share_draft_save_async (OnsiteShareDraft *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (ONSITE_IS_SHARE_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  self->fraction = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_share_draft_save_async);
  /* The file may be there by the time that it's given up. */
  g_task_set_check_cancellable (task, FALSE);
  saving = g_new0 (Saving, 1);
  saving->selection = onsite_selection_copy (self->selection);
  saving->format = self->format;
  saving->file = g_object_ref (file);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_thread);
}

gint64
onsite_share_draft_save_finish (OnsiteShareDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
