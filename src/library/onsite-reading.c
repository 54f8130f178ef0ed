/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-reading.h"

#include "onsite-reply.h"

struct _OnsiteReading
{
  GMutex mutex; /* for the connection */
  OnsiteConnection *connection;
  GThreadPool *thread;
};

typedef struct
{
  OnsiteReadingFunc func;
  GDestroyNotify destroy;
  GTask *task;
} Job;

static void
run_job (gpointer data, gpointer user_data)
{
  g_autofree Job *job = data;
  GError *error = NULL;
  gpointer result = onsite_reading_run (user_data,
                                        job->func,
                                        g_task_get_task_data (job->task),
                                        g_task_get_cancellable (job->task),
                                        &error);

  onsite_reply (job->task, result, job->destroy, error);
}

OnsiteReading *
onsite_reading_new (OnsiteConnection *connection)
{
  OnsiteReading *self = g_new0 (OnsiteReading, 1);

  g_mutex_init (&self->mutex);
  self->connection = connection;
  /* One thread that is shared with nobody is a queue. */
  self->thread = g_thread_pool_new (run_job, self, 1, TRUE, NULL);

  return self;
}

gpointer
onsite_reading_run (OnsiteReading *self,
                    OnsiteReadingFunc func,
                    gpointer request,
                    GCancellable *cancellable,
                    GError **error)
{
  gpointer result = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_mutex_lock (&self->mutex);
  onsite_connection_set_cancellable (self->connection, cancellable);
  result = func (self->connection, request, error);
  onsite_connection_set_cancellable (self->connection, NULL);
  g_mutex_unlock (&self->mutex);

  return result;
}

void
onsite_reading_start (OnsiteReading *self,
                      OnsiteReadingFunc func,
                      GDestroyNotify destroy,
                      GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->destroy = destroy;
  job->task = task;
  g_thread_pool_push (self->thread, job, NULL);
}

void
onsite_reading_free (OnsiteReading *self)
{
  g_thread_pool_free (self->thread, FALSE, TRUE);
  onsite_connection_free (self->connection);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
