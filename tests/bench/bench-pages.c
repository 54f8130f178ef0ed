/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a page takes to be there: from the call that makes it to the end of
 * the frame that has painted what was asked for, which is read from the library
 * in between. For home that's its rows, for a debrief its cells. Beside it, a
 * page with nothing but a label, which has to wait for its frame too.
 *
 * It's the program's own pages, in a window of libadwaita that is shown already,
 * with the program's style, and with no animations: to slide a page in takes its
 * time by intention. The library has a thousand past loops for the home of a
 * thousand and the debrief of 30 answers, and ten times as many for both of the
 * others. */

#include <adwaita.h>

#include "app/onsite-application.h"
#include "app/onsite-cell-strip.h"
#include "app/onsite-debrief-page.h"
#include "app/onsite-home-page.h"
#include "app/onsite-loop-row.h"
#include "figure.h"
#include "onsite-wait.h"
#include "past.h"

#define N_RUNS         15
#define HOME_AIM_MS    50
#define DEBRIEF_AIM_MS 100

typedef struct
{
  AdwApplicationWindow *window;
  OnsiteContext *context;
  char *loop; /* the newest one's id */

  GType awaited; /* a page is there when a widget of this type is */
  gboolean shown;
} Bench;

typedef GtkWidget *(*MakeFunc) (Bench *bench);

static gboolean
has_visible (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return gtk_widget_get_height (widget) > 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_visible (child, type))
      return TRUE;

  return FALSE;
}

static void
after_paint_cb (Bench *bench)
{
  GtkWidget *content = adw_application_window_get_content (bench->window);

  bench->shown = content != NULL && has_visible (content, bench->awaited);
}

static void
wait_for_frame (Bench *bench)
{
  bench->shown = FALSE;
  while (!bench->shown)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
make_label (Bench *bench)
{
  return gtk_label_new ("Nothing to read");
}

static GtkWidget *
make_home (Bench *bench)
{
  return onsite_home_page_new (bench->context);
}

static GtkWidget *
make_debrief (Bench *bench)
{
  return onsite_debrief_page_new (bench->context, bench->loop);
}

/* Until nothing is left to do: what comes after a frame isn't to be counted for
 * the next page. */
static void
come_to_rest (Bench *bench)
{
  gint64 quiet_since_us = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since_us < 50 * G_TIME_SPAN_MILLISECOND)
    if (g_main_context_iteration (NULL, FALSE))
      quiet_since_us = g_get_monotonic_time ();
    else
      g_usleep (1000);
}

static double
show (Bench *bench, MakeFunc make, GType awaited)
{
  gint64 started_us;
  double ms;

  come_to_rest (bench);
  bench->awaited = awaited;
  started_us = g_get_monotonic_time ();
  adw_application_window_set_content (bench->window, make (bench));
  wait_for_frame (bench);
  ms = (double) (g_get_monotonic_time () - started_us) / 1000;
  come_to_rest (bench);
  adw_application_window_set_content (bench->window, NULL);

  return ms;
}

static void
measure (Bench *bench, const char *name, double aim_ms, MakeFunc make, GType awaited)
{
  g_autoptr (Figure) figure = figure_new (name, "ms");

  figure->aim = aim_ms;
  figure->renderer = G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (bench->window)));
  /* What is read and made once in a program isn't what a page costs. */
  show (bench, make, awaited);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double value = show (bench, make, awaited);
      double baseline = show (bench, make_label, GTK_TYPE_LABEL);

      g_array_append_val (figure->value, value);
      g_array_append_val (figure->baseline, baseline);
    }
  figure_print (figure);
}

static void
open_context (Bench *bench, GSettings *settings, const char *folder, guint n_loops, guint n_answers)
{
  g_autofree char *data_home = past_get_data_home (folder, n_loops, n_answers);
  g_autofree char *path = past_get_library (data_home);
  g_autoptr (GPtrArray) loops = NULL;
  g_autoptr (GError) error = NULL;

  bench->context = onsite_context_new (settings, path, NULL);
  onsite_context_open (bench->context);
  onsite_wait_for (onsite_context_get_state (bench->context) != ONSITE_CONTEXT_OPENING);
  g_assert_no_error (onsite_context_get_error (bench->context));

  loops = onsite_library_list_loops (onsite_context_get_library (bench->context), NULL, 1, &error);
  g_assert_no_error (error);
  bench->loop = g_strdup (((OnsiteLoopSummary *) g_ptr_array_index (loops, 0))->id);
}

static void
close_context (Bench *bench)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_context_close_async (bench->context, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_context_close_finish (bench->context, result, &error);
  g_assert_no_error (error);
  g_clear_object (&bench->context);
  g_clear_pointer (&bench->loop, g_free);
}

static void
open_window (Bench *bench)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GdkFrameClock *clock;

  gtk_css_provider_load_from_resource (style, "/io/github/onsite/Onsite/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  bench->window = g_object_ref_sink (g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL));
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 960, 720);
  gtk_window_present (GTK_WINDOW (bench->window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  come_to_rest (bench);
}

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  Bench bench = { NULL };

  adw_init ();
  onsite_application_register_resources ();
  settings = g_settings_new ("io.github.onsite.Onsite");
  open_window (&bench);

  open_context (&bench, settings, argv[1], 1000, 30);
  measure (&bench, "home with 1,000 loops", HOME_AIM_MS, make_home, ONSITE_TYPE_LOOP_ROW);
  measure (&bench,
           "opening the debrief of 30 answers",
           DEBRIEF_AIM_MS,
           make_debrief,
           ONSITE_TYPE_CELL_STRIP);
  close_context (&bench);

  open_context (&bench, settings, argv[1], 10000, 300);
  measure (&bench, "home with 10,000 loops", HOME_AIM_MS, make_home, ONSITE_TYPE_LOOP_ROW);
  measure (&bench,
           "opening the debrief of 300 answers",
           DEBRIEF_AIM_MS,
           make_debrief,
           ONSITE_TYPE_CELL_STRIP);
  close_context (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_clear_object (&bench.window);

  return 0;
}
