/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-toast.h"
#include "library-fixture.h"

#define NARROW 360

#define SENTENCE                                                                                  \
  "Another microphone is recorded from now: Built-in Audio, Analog Stereo. What was said before " \
  "that is kept."

static gboolean
is_laid_out (gpointer label)
{
  return gtk_widget_get_mapped (label) && gtk_widget_get_width (label) > 0;
}

static void
all_words_are_seen_in_a_narrow_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  g_autoptr (AdwToast) toast = onsite_toast_new (SENTENCE);
  GtkWidget *label = adw_toast_get_custom_title (toast);
  PangoLayout *layout;
  graphene_rect_t place;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, NARROW);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_until (is_laid_out, overlay);
  onsite_toast_announce (toast, overlay);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
  fixture_wait_until (is_laid_out, label);

  layout = gtk_label_get_layout (GTK_LABEL (label));
  pango_layout_get_pixel_size (layout, NULL, &height);
  g_assert_true (gtk_widget_compute_bounds (label, overlay, &place));
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  g_assert_cmpfloat (place.size.height, >=, (float) height);
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, (float) NARROW);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
words_are_no_markup (void)
{
  g_autoptr (AdwToast) toast = onsite_toast_new ("<b>R&D</b>");

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (adw_toast_get_custom_title (toast))),
                   ==,
                   "<b>R&D</b>");
}

static void
many_words_stay_for_longer (void)
{
  g_autoptr (AdwToast) one = onsite_toast_new ("Mark deleted");
  g_autoptr (AdwToast) many = onsite_toast_new (SENTENCE);

  g_assert_cmpuint (adw_toast_get_timeout (one), ==, 5);
  g_assert_cmpuint (adw_toast_get_timeout (many), ==, 2 + strlen (SENTENCE) / 10);
}

static void
a_button_stays_until_one_can_be_there (void)
{
  GtkWidget *window = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (AdwToast) toast = onsite_toast_new ("Mark deleted");

  adw_toast_set_button_label (toast, "Undo");
  onsite_toast_announce (toast, window);

  g_assert_cmpuint (adw_toast_get_timeout (toast), ==, 20);
  g_assert_finalize_object (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/toast/all-words-are-seen-in-a-narrow-window",
                   all_words_are_seen_in_a_narrow_window);
  g_test_add_func ("/toast/words-are-no-markup", words_are_no_markup);
  g_test_add_func ("/toast/a-button-stays-until-one-can-be-there",
                   a_button_stays_until_one_can_be_there);
  g_test_add_func ("/toast/many-words-stay-for-longer", many_words_stay_for_longer);

  return g_test_run ();
}
