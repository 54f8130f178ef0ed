/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-start.h"

static void
return_rehearsal (GTask *task, OnsiteLoop *loop, OnsitePack *pack, const char *session)
{
  OnsiteContext *context = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (onsite_context_rehearse (context, loop, pack, session, &error) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
loop_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteContext *context = g_task_get_source_object (task);
  g_autoptr (OnsiteLoop) loop = g_steal_pointer ((OnsiteLoop **) g_task_get_task_data (task));
  g_autoptr (GError) error = NULL;

  if (!onsite_library_commit_finish (ONSITE_LIBRARY (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  return_rehearsal (task, g_steal_pointer (&loop), onsite_context_get_pack (context), NULL);
}

static void
loop_holder_free (gpointer data)
{
  OnsiteLoop **holder = data;

  g_clear_pointer (holder, onsite_loop_free);
  g_free (holder);
}

void
onsite_start_loop_async (OnsiteContext *context,
                         OnsiteLoop *loop,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  OnsiteChange *change = onsite_change_new ();
  GTask *task = g_task_new (context, cancellable, callback, user_data);
  OnsiteLoop **holder = g_new (OnsiteLoop *, 1);

  g_task_set_source_tag (task, onsite_start_loop_async);
  *holder = loop;
  g_task_set_task_data (task, holder, loop_holder_free);

  loop->created_at_us = g_get_real_time ();
  onsite_change_add_loop (change, loop, onsite_pack_get_bytes (onsite_context_get_pack (context)));
  onsite_library_commit_async (onsite_context_get_library (context),
                               change,
                               cancellable,
                               loop_kept_cb,
                               task);
}

typedef struct
{
  OnsiteStoredLoop *stored;
  OnsitePack *pack;
} Interrupted;

static void
interrupted_free (gpointer data)
{
  Interrupted *self = data;

  g_clear_pointer (&self->stored, onsite_stored_loop_free);
  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_free (self);
}

static void
read_pack_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  Interrupted *interrupted = task_data;
  g_autoptr (GError) error = NULL;

  interrupted->pack = onsite_pack_new_from_bytes (interrupted->stored->pack,
                                                  interrupted->stored->loop->pack_id,
                                                  &error);

  if (interrupted->pack != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
pack_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Interrupted *interrupted = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  return_rehearsal (task,
                    g_steal_pointer (&interrupted->stored->loop),
                    interrupted->pack,
                    interrupted->stored->session);
}

static void
loop_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) reading = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteStoredLoop *stored = onsite_library_load_loop_finish (ONSITE_LIBRARY (source),
                                                              result,
                                                              &error);
  Interrupted *interrupted;

  if (stored == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  interrupted = g_new0 (Interrupted, 1);
  interrupted->stored = stored;
  reading = g_task_new (source, g_task_get_cancellable (task), pack_read_cb, g_object_ref (task));
  g_task_set_source_tag (reading, loop_loaded_cb);
  g_task_set_task_data (reading, interrupted, interrupted_free);
  g_task_run_in_thread (reading, read_pack_thread);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteContext *context = ONSITE_CONTEXT (g_task_get_source_object (task));
  GError *error = NULL;

  if (!onsite_settling_wait_finish (ONSITE_SETTLING (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  onsite_library_load_loop_async (onsite_context_get_library (context),
                                  g_task_get_task_data (task),
                                  g_task_get_cancellable (task),
                                  loop_loaded_cb,
                                  g_object_ref (task));
}

void
onsite_start_again_async (OnsiteContext *context,
                          const char *loop,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (context, cancellable, callback, user_data);

  g_task_set_source_tag (task, onsite_start_again_async);
  g_task_set_task_data (task, g_strdup (loop), g_free);
  /* It may be the loop that was left a moment ago. */
  onsite_settling_wait_async (onsite_context_get_settling (context), settled_cb, task);
}

OnsiteRehearsal *
onsite_start_finish (OnsiteContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return onsite_context_get_rehearsal (context);
}
