/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For sigaction(). */
#define _GNU_SOURCE

#include "onsite-cli-wait.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* How long the end of a wait may take, and what was told to it goes unnoticed. */
#define LOOK_US (50 * 1000)

static const int told[] = { SIGINT, SIGTERM, SIGHUP };

/* A signal knows of nothing else. It is handled rather than blocked, for a thread that was
 * there before the wait would take it and end the program. */
static volatile sig_atomic_t is_told;

struct _OnsiteCliWait
{
  const char *text;
  gboolean is_on_terminal;
  int last_percent;
  GCancellable *cancellable;
  struct sigaction before[G_N_ELEMENTS (told)];
  GThread *thread;
  int ends; /* atomic */
};

static void
note_signal (int number)
{
  is_told = 1;
}

static gpointer
watch (gpointer data)
{
  OnsiteCliWait *self = data;

  while (!g_atomic_int_get (&self->ends))
    {
      if (is_told)
        g_cancellable_cancel (self->cancellable);
      g_usleep (LOOK_US);
    }

  return NULL;
}

OnsiteCliWait *
onsite_cli_wait_new (const char *text)
{
  OnsiteCliWait *self = g_new0 (OnsiteCliWait, 1);
  struct sigaction noting = { .sa_handler = note_signal, .sa_flags = SA_RESTART };

  self->text = text;
  self->is_on_terminal = isatty (STDERR_FILENO);
  self->last_percent = -1;
  self->cancellable = g_cancellable_new ();
  is_told = 0;
  sigemptyset (&noting.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    sigaction (told[i], &noting, &self->before[i]);
  self->thread = g_thread_new ("onsite-signals", watch, self);

  return self;
}

void
onsite_cli_wait_free (OnsiteCliWait *self)
{
  g_atomic_int_set (&self->ends, TRUE);
  g_thread_join (self->thread);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    sigaction (told[i], &self->before[i], NULL);
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
  g_printerr ("%s %d%%", self->text, percent);
}
