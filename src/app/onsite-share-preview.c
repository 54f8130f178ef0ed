/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-share-preview.h"

#include "share/onsite-manifest.h"

typedef struct
{
  OnsiteDebriefModel *model;
  OnsiteSelection *selection;
  const OnsiteShareFormat *format;
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_object_unref (self->model);
  onsite_selection_free (self->selection);
  g_free (self);
}

void
onsite_share_preview_free (OnsiteSharePreview *self)
{
  g_strfreev (self->leaves);
  g_strfreev (self->stays);
  g_free (self);
}

static OnsiteSharePreview *
preview_new (const OnsiteCapsule *capsule, const OnsiteShareFormat *format)
{
  OnsiteSharePreview *self = g_new0 (OnsiteSharePreview, 1);

  self->leaves = onsite_manifest_list_leaving (capsule);
  self->stays = onsite_manifest_list_staying (capsule);
  self->n_bytes = format->estimate (capsule);
  self->figures = onsite_capsule_count (capsule);

  return self;
}

static void
make_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Wanted *wanted = task_data;
  GError *error = NULL;
  g_autoptr (OnsiteCapsule) capsule = onsite_handover_prepare (
      onsite_debrief_model_get_library (wanted->model),
      onsite_debrief_model_get_debrief (wanted->model),
      wanted->selection,
      wanted->format,
      &error);

  if (capsule != NULL)
    g_task_return_pointer (task,
                           preview_new (capsule, wanted->format),
                           (GDestroyNotify) onsite_share_preview_free);
  else
    g_task_return_error (task, error);
}

void
onsite_share_preview_make_async (OnsiteDebriefModel *model,
                                 const OnsiteSelection *selection,
                                 const OnsiteShareFormat *format,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (ONSITE_IS_DEBRIEF_MODEL (model));
  g_return_if_fail (selection != NULL && format != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_share_preview_make_async);
  wanted = g_new0 (Wanted, 1);
  wanted->model = g_object_ref (model);
  wanted->selection = onsite_selection_copy (selection);
  wanted->format = format;
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, make_thread);
}

OnsiteSharePreview *
onsite_share_preview_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
