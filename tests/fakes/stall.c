/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stall.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

#define SLEEP_US  (20 * G_TIME_SPAN_MILLISECOND)
#define WORK_NS   (4 * 1000 * 1000)
#define PAGE_SIZE 4096

typedef struct
{
  gint64 began_us;
  gint64 ended_us;
  gint64 waited_us;
} Wait;

struct _Stall
{
  char *path;
  int fd;
  GThread *thread;
  GMutex mutex;  /* for what follows */
  GCond done;    /* one more was measured */
  GArray *waits; /* (element-type Wait) */
  gboolean ends;
};

static gint64
get_worked_ns (void)
{
  struct timespec worked;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked), ==, 0);

  return worked.tv_sec * 1000000000 + worked.tv_nsec;
}

static Wait
measure (Stall *self)
{
  const gint64 before_ns = get_worked_ns ();
  static const char page[PAGE_SIZE];
  Wait wait = { .began_us = g_get_monotonic_time () };

  g_usleep (SLEEP_US);
  while (get_worked_ns () - before_ns < WORK_NS)
    ;
  g_assert_cmpint (pwrite (self->fd, page, sizeof page, 0), ==, sizeof page);
  g_assert_cmpint (fsync (self->fd), ==, 0);
  wait.ended_us = g_get_monotonic_time ();
  wait.waited_us = wait.ended_us - wait.began_us - SLEEP_US - (get_worked_ns () - before_ns) / 1000;

  return wait;
}

static gpointer
run (gpointer data)
{
  Stall *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->ends)
    {
      Wait wait;

      g_mutex_unlock (&self->mutex);
      wait = measure (self);
      g_mutex_lock (&self->mutex);
      g_array_append_val (self->waits, wait);
      g_cond_signal (&self->done);
    }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

Stall *
stall_new (const char *folder)
{
  Stall *self = g_new0 (Stall, 1);

  self->path = g_build_filename (folder, "onsite-stall-XXXXXX", NULL);
  self->fd = g_mkstemp (self->path);
  g_assert_cmpint (self->fd, >=, 0);
  self->waits = g_array_new (FALSE, FALSE, sizeof (Wait));
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  self->thread = g_thread_new ("stall", run, self);

  return self;
}

void
stall_free (Stall *self)
{
  g_mutex_lock (&self->mutex);
  self->ends = TRUE;
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_close (self->fd, NULL);
  g_unlink (self->path);
  g_array_unref (self->waits);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self->path);
  g_free (self);
}

gint64
stall_get_longest_ms (Stall *self, gint64 from_us)
{
  const gint64 now_us = g_get_monotonic_time ();
  gint64 longest_us = 0;

  g_mutex_lock (&self->mutex);
  /* One that is under way counts, once it is over. */
  while (self->waits->len == 0 ||
         g_array_index (self->waits, Wait, self->waits->len - 1).ended_us < now_us)
    g_cond_wait (&self->done, &self->mutex);
  for (guint i = 0; i < self->waits->len; i++)
    {
      const Wait *wait = &g_array_index (self->waits, Wait, i);

      if (wait->ended_us >= from_us)
        longest_us = MAX (longest_us, wait->waited_us);
    }
  g_mutex_unlock (&self->mutex);

  return longest_us / 1000;
}
