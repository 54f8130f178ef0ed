/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-reply.h"

typedef struct
{
  GTask *task;
  gpointer result;
  GDestroyNotify destroy;
  GError *error;
} Reply;

static void
reply_free (Reply *reply)
{
  if (reply->result != NULL && reply->destroy != NULL)
    reply->destroy (reply->result);
  g_clear_error (&reply->error);
  g_object_unref (reply->task);
  g_free (reply);
}

static gboolean
deliver (gpointer data)
{
  Reply *reply = data;

  if (reply->error != NULL)
    g_task_return_error (reply->task, g_steal_pointer (&reply->error));
  else
    g_task_return_pointer (reply->task, g_steal_pointer (&reply->result), reply->destroy);

  return G_SOURCE_REMOVE;
}

void
onsite_reply (GTask *task, gpointer result, GDestroyNotify destroy, GError *error)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Reply *reply = g_new0 (Reply, 1);

  reply->task = task;
  reply->result = result;
  reply->destroy = destroy;
  reply->error = error;
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, deliver, reply, (GDestroyNotify) reply_free);
  g_source_set_static_name (source, "onsite-reply");
  g_source_attach (source, g_task_get_context (task));
}
