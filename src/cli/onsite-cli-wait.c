/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For sigtimedwait(). */
#define _GNU_SOURCE

#include "onsite-cli-wait.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* How long the end of a wait may take. */
#define LOOK_NS (50 * 1000 * 1000)

struct _OnsiteCliWait
{
  const char *text;
  gboolean is_on_terminal;
  int last_percent;
  GCancellable *cancellable;
  sigset_t signals;
  sigset_t before;
  GThread *thread;
  int ends; /* atomic */
};

static gpointer
watch (gpointer data)
{
  OnsiteCliWait *self = data;
  const struct timespec patience = { .tv_nsec = LOOK_NS };

  while (!g_atomic_int_get (&self->ends))
    if (sigtimedwait (&self->signals, NULL, &patience) > 0)
      g_cancellable_cancel (self->cancellable);

  return NULL;
}

OnsiteCliWait *
onsite_cli_wait_new (const char *text)
{
  OnsiteCliWait *self = g_new0 (OnsiteCliWait, 1);

  self->text = text;
  self->is_on_terminal = isatty (STDERR_FILENO);
  self->last_percent = -1;
  self->cancellable = g_cancellable_new ();
  sigemptyset (&self->signals);
  sigaddset (&self->signals, SIGINT);
  sigaddset (&self->signals, SIGTERM);
  sigaddset (&self->signals, SIGHUP);
  pthread_sigmask (SIG_BLOCK, &self->signals, &self->before);
  self->thread = g_thread_new ("onsite-signals", watch, self);

  return self;
}

void
onsite_cli_wait_free (OnsiteCliWait *self)
{
  g_atomic_int_set (&self->ends, TRUE);
  g_thread_join (self->thread);
  pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  /* What the person reads next begins at the start of a line. */
  if (self->last_percent >= 0)
    g_printerr ("\r\033[K");
  g_object_unref (self->cancellable);
  g_free (self);
}

GCancellable *
onsite_cli_wait_get_cancellable (OnsiteCliWait *self)
{
  return self->cancellable;
}

void
onsite_cli_wait_tell (double fraction, gpointer data)
{
  OnsiteCliWait *self = data;
  int percent = (int) (100 * fraction);

  if (!self->is_on_terminal || percent == self->last_percent)
    return;

  self->last_percent = percent;
  g_printerr ("\r\033[K");
  g_printerr ("%s %d %%", self->text, percent);
}
