/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be read from a library: each thing by waiting for it, or without. */

#include "onsite-library-private.h"
#include "onsite-loop-loader.h"
#include "onsite-queries.h"

typedef struct
{
  OnsiteLoopSummary *after;
  guint limit;
} PageRequest;

static void
page_request_free (PageRequest *request)
{
  g_clear_pointer (&request->after, onsite_loop_summary_free);
  g_free (request);
}

/* Only what the query looks at. */
static PageRequest *
page_request_new (const OnsiteLoopSummary *after, guint limit)
{
  PageRequest *request = g_new0 (PageRequest, 1);

  request->limit = limit;
  if (after != NULL)
    {
      request->after = g_new0 (OnsiteLoopSummary, 1);
      request->after->id = g_strdup (after->id);
      request->after->created_at_us = after->created_at_us;
    }

  return request;
}

static gpointer
read_page (OnsiteConnection *connection, gpointer data, GError **error)
{
  PageRequest *request = data;

  return onsite_queries_list_loops (connection, request->after, request->limit, error);
}

static gpointer
read_loop (OnsiteConnection *connection, gpointer loop, GError **error)
{
  return onsite_loop_loader_load (connection, loop, error);
}

static gpointer
read_history (OnsiteConnection *connection, gpointer pack_id, GError **error)
{
  return onsite_queries_read_history (connection, pack_id, error);
}

static gpointer
read_covered (OnsiteConnection *connection, gpointer pack_id, GError **error)
{
  return onsite_queries_list_covered (connection, pack_id, error);
}

static gpointer
read_stories (OnsiteConnection *connection, gpointer unused, GError **error)
{
  return onsite_queries_list_stories (connection, error);
}

static gpointer
read_peaks (OnsiteConnection *connection, gpointer clip, GError **error)
{
  return onsite_queries_load_peaks (connection, clip, error);
}

GPtrArray *
onsite_library_list_loops (OnsiteLibrary *self,
                           const OnsiteLoopSummary *after,
                           guint limit,
                           GError **error)
{
  PageRequest request = { (OnsiteLoopSummary *) after, limit };

  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), NULL);

  return onsite_library_read (self, read_page, &request, error);
}

void
onsite_library_list_loops_async (OnsiteLibrary *self,
                                 const OnsiteLoopSummary *after,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_library_list_loops_async);
  g_task_set_task_data (task, page_request_new (after, limit), (GDestroyNotify) page_request_free);
  onsite_library_read_async (self, read_page, (GDestroyNotify) g_ptr_array_unref, task);
}

GPtrArray *
onsite_library_list_loops_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

OnsiteStoredLoop *
onsite_library_load_loop (OnsiteLibrary *self, const char *loop, GError **error)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (loop != NULL, NULL);

  return onsite_library_read (self, read_loop, (gpointer) loop, error);
}

void
onsite_library_load_loop_async (OnsiteLibrary *self,
                                const char *loop,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY (self));
  g_return_if_fail (loop != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_library_load_loop_async);
  g_task_set_task_data (task, g_strdup (loop), g_free);
  onsite_library_read_async (self, read_loop, (GDestroyNotify) onsite_stored_loop_free, task);
}

OnsiteStoredLoop *
onsite_library_load_loop_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
onsite_library_read_history (OnsiteLibrary *self, const char *pack_id, GError **error)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (pack_id != NULL, NULL);

  return onsite_library_read (self, read_history, (gpointer) pack_id, error);
}

void
onsite_library_read_history_async (OnsiteLibrary *self,
                                   const char *pack_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY (self));
  g_return_if_fail (pack_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_library_read_history_async);
  g_task_set_task_data (task, g_strdup (pack_id), g_free);
  onsite_library_read_async (self, read_history, (GDestroyNotify) g_ptr_array_unref, task);
}

GPtrArray *
onsite_library_read_history_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
onsite_library_list_covered_async (OnsiteLibrary *self,
                                   const char *pack_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY (self));
  g_return_if_fail (pack_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_library_list_covered_async);
  g_task_set_task_data (task, g_strdup (pack_id), g_free);
  onsite_library_read_async (self, read_covered, (GDestroyNotify) g_strfreev, task);
}

GStrv
onsite_library_list_covered_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
onsite_library_list_stories_async (OnsiteLibrary *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_library_list_stories_async);
  onsite_library_read_async (self, read_stories, (GDestroyNotify) g_strfreev, task);
}

GStrv
onsite_library_list_stories_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GBytes *
onsite_library_load_peaks (OnsiteLibrary *self, const char *clip, GError **error)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (clip != NULL, NULL);

  return onsite_library_read (self, read_peaks, (gpointer) clip, error);
}

void
onsite_library_load_peaks_async (OnsiteLibrary *self,
                                 const char *clip,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY (self));
  g_return_if_fail (clip != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_library_load_peaks_async);
  g_task_set_task_data (task, g_strdup (clip), g_free);
  onsite_library_read_async (self, read_peaks, (GDestroyNotify) g_bytes_unref, task);
}

GBytes *
onsite_library_load_peaks_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
