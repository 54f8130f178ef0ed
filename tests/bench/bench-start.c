/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the program takes from exec to its first frame, beside a program that
 * has an empty AdwApplicationWindow and no more. Both are seen from outside, by a
 * client of the same X server that looks at what has come on the screen, so that
 * neither of them is changed for it: XDamage tells when something was drawn in a
 * window, and the middle of its upper edge is no more the black of the root
 * window when it was the first frame. Nothing waits for a refresh of a screen,
 * since there is none.
 *
 * The program is started as people start it, with the library where it is by
 * default, once an empty one and once with a thousand past loops. Both programs
 * have the same home, the same session bus and the same renderer, in turns, after
 * a first start of each that isn't counted.
 *
 * Usage: bench-start PROGRAM BARE FOLDER */
#define _POSIX_C_SOURCE 200809L

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "figure.h"
#include "past.h"

#define N_RUNS       11
#define MAX_RATIO    1.25
#define LONGEST_MS   20000
#define PLACE_X      200
#define PLACE_Y      30
#define N_PAST_LOOPS 1000

typedef struct
{
  Display *display;
  int damage_notify;
} Eye;

static int
ignore_error (Display *display, XErrorEvent *event)
{
  /* A window may go while it's looked at. */
  return 0;
}

static void
eye_open (Eye *eye)
{
  int damage_base, unused;

  XSetErrorHandler (ignore_error);
  eye->display = XOpenDisplay (NULL);
  g_assert_nonnull (eye->display);
  g_assert_true (XDamageQueryExtension (eye->display, &damage_base, &unused));
  eye->damage_notify = damage_base + XDamageNotify;
  XSelectInput (eye->display, DefaultRootWindow (eye->display), SubstructureNotifyMask);
  XSync (eye->display, True);
}

static gboolean
is_painted (Eye *eye, Window window)
{
  XImage *image = XGetImage (eye->display, window, PLACE_X, PLACE_Y, 1, 1, AllPlanes, ZPixmap);
  gboolean painted = FALSE;

  if (image != NULL)
    {
      painted = (XGetPixel (image, 0, 0) & 0xffffff) != 0;
      XDestroyImage (image);
    }

  return painted;
}

/* Whether the event tells of a first frame. */
static gboolean
handle (Eye *eye, XEvent *event)
{
  if (event->type == CreateNotify)
    XDamageCreate (eye->display, event->xcreatewindow.window, XDamageReportRawRectangles);

  return event->type == eye->damage_notify &&
         is_painted (eye, ((XDamageNotifyEvent *) event)->drawable);
}

static void
wait_for_frame (Eye *eye, gint64 deadline_us)
{
  struct pollfd poll_fd = { .fd = ConnectionNumber (eye->display), .events = POLLIN };

  for (;;)
    {
      while (XPending (eye->display) > 0)
        {
          XEvent event;

          XNextEvent (eye->display, &event);
          if (handle (eye, &event))
            return;
        }
      if (g_get_monotonic_time () > deadline_us)
        g_error ("Nothing was drawn");
      poll (&poll_fd, 1, 100);
    }
}

static GPid
spawn (const char *program, const char *data_home)
{
  char *argv[] = { (char *) program, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (),
                                                 "XDG_DATA_HOME",
                                                 data_home,
                                                 TRUE);
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);

  return pid;
}

static double
start (Eye *eye, const char *program, const char *data_home)
{
  gint64 started_us;
  double ms;
  GPid pid;

  XSync (eye->display, True);
  started_us = g_get_monotonic_time ();
  pid = spawn (program, data_home);
  wait_for_frame (eye, started_us + LONGEST_MS * G_TIME_SPAN_MILLISECOND);
  ms = (double) (g_get_monotonic_time () - started_us) / 1000;
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);

  return ms;
}

static void
measure (Eye *eye, const char *name, const char *program, const char *bare, const char *data_home)
{
  g_autoptr (Figure) figure = figure_new (name, "ms");

  figure->aim_ratio = MAX_RATIO;
  figure->renderer = g_getenv ("GSK_RENDERER");
  start (eye, bare, data_home);
  start (eye, program, data_home);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double value = start (eye, program, data_home);
      double baseline = start (eye, bare, data_home);

      g_array_append_val (figure->value, value);
      g_array_append_val (figure->baseline, baseline);
    }
  figure_print (figure);
}

int
main (int argc, char **argv)
{
  g_autofree char *empty = NULL;
  g_autofree char *past = NULL;
  Eye eye;

  g_assert_cmpint (argc, ==, 4);
  empty = g_build_filename (argv[3], "empty", NULL);
  past = past_get_data_home (argv[3], N_PAST_LOOPS, 30);
  eye_open (&eye);
  measure (&eye, "start to first frame", argv[1], argv[2], empty);
  measure (&eye, "start to first frame with 1,000 past loops", argv[1], argv[2], past);
  XCloseDisplay (eye.display);

  return 0;
}
