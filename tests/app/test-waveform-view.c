/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-waveform-view.h"

#define SAMPLES_PER_MS 48
#define MINUTE_MS      60000

typedef struct
{
  GtkWidget *view;
  gint64 sought_ms;
} Stage;

static void
seek_cb (GtkWidget *view, gint64 position_ms, Stage *stage)
{
  stage->sought_ms = position_ms;
}

/* A clip of a minute, of which half was played. */
static void
set_up (Stage *stage, gconstpointer unused)
{
  g_autoptr (OnsiteClip) clip = onsite_clip_new ();

  clip->n_samples = (gint64) MINUTE_MS * SAMPLES_PER_MS;
  stage->view = g_object_ref_sink (g_object_new (ONSITE_TYPE_WAVEFORM_VIEW, NULL));
  stage->sought_ms = -1;
  onsite_waveform_view_set_clip (ONSITE_WAVEFORM_VIEW (stage->view), clip);
  onsite_waveform_view_set_position_ms (ONSITE_WAVEFORM_VIEW (stage->view), MINUTE_MS / 2);
  g_signal_connect (stage->view, "seek", G_CALLBACK (seek_cb), stage);
}

static void
tear_down (Stage *stage, gconstpointer unused)
{
  g_assert_finalize_object (stage->view);
}

/* As a wheel does without a keyboard. Returns whether nobody else hears of it. */
static gboolean
scroll (Stage *stage, double dx, double dy)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (stage->view);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "scroll", dx, dy, &taken);
    }

  return taken;
}

static void
sideways_it_goes_by_the_second (Stage *stage, gconstpointer unused)
{
  g_assert_true (scroll (stage, 1, 0));
  g_assert_cmpint (stage->sought_ms, ==, MINUTE_MS / 2 + 1000);
  g_assert_true (scroll (stage, -2, 0));
  g_assert_cmpint (stage->sought_ms, ==, MINUTE_MS / 2 - 2000);
}

static void
it_ends_where_the_clip_does (Stage *stage, gconstpointer unused)
{
  g_assert_true (scroll (stage, 31, 0));
  g_assert_cmpint (stage->sought_ms, ==, MINUTE_MS);
  g_assert_true (scroll (stage, -31, 0));
  g_assert_cmpint (stage->sought_ms, ==, 0);
}

static void
where_reading_goes_left_so_does_the_wheel (Stage *stage, gconstpointer unused)
{
  gtk_widget_set_direction (stage->view, GTK_TEXT_DIR_RTL);
  g_assert_true (scroll (stage, -1, 0));
  g_assert_cmpint (stage->sought_ms, ==, MINUTE_MS / 2 + 1000);
}

static void
up_and_down_is_the_pages (Stage *stage, gconstpointer unused)
{
  g_assert_false (scroll (stage, 0, 1));
  g_assert_cmpint (stage->sought_ms, ==, -1);
}

static void
add (const char *path, void (*test) (Stage *, gconstpointer))
{
  g_test_add (path, Stage, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/waveform-view/sideways-it-goes-by-the-second", sideways_it_goes_by_the_second);
  add ("/waveform-view/it-ends-where-the-clip-does", it_ends_where_the_clip_does);
  add ("/waveform-view/where-reading-goes-left-so-does-the-wheel",
       where_reading_goes_left_so_does_the_wheel);
  add ("/waveform-view/up-and-down-is-the-pages", up_and_down_is_the_pages);

  return g_test_run ();
}
