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

/* A page that ends in a button, and a toast over it. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *overlay;
  GtkWidget *text;
  GtkWidget *foot;
  GtkWidget *label;
} Page;

static void
make_page (Page *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  page->window = gtk_window_new ();
  page->overlay = adw_toast_overlay_new ();
  page->text = gtk_label_new ("What is to be done next?");
  page->foot = gtk_button_new_with_label ("Next");
  gtk_widget_set_vexpand (page->text, TRUE);
  gtk_widget_add_css_class (page->foot, "foot");
  gtk_box_append (GTK_BOX (box), page->text);
  gtk_box_append (GTK_BOX (box), page->foot);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (page->overlay), box);
  gtk_window_set_default_size (GTK_WINDOW (page->window), NARROW, NARROW);
  gtk_window_set_child (GTK_WINDOW (page->window), page->overlay);
}

static void
say (Page *page)
{
  AdwToast *toast = onsite_toast_new ("Mark deleted");

  page->label = adw_toast_get_custom_title (toast);
  onsite_toast_announce (toast, page->window);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (page->overlay), toast);
}

static float
get_bottom (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &place));

  return place.origin.y + place.size.height;
}

/* Above the button, and by no more than a few of its own lines. */
static gboolean
is_above_foot (gpointer data)
{
  Page *page = data;
  const float room = get_bottom (page->text, page->window) - get_bottom (page->label, page->window);

  return gtk_widget_get_height (page->foot) > 0 && gtk_widget_get_height (page->label) > 0 &&
         room >= 0 && room < 4 * (float) gtk_widget_get_height (page->label);
}

static void
buttons_at_a_page_s_foot_can_still_be_pressed (void)
{
  Page page;

  make_page (&page);
  gtk_window_present (GTK_WINDOW (page.window));
  fixture_wait_until (is_laid_out, page.foot);
  say (&page);
  fixture_wait_until (is_above_foot, &page);

  gtk_window_destroy (GTK_WINDOW (page.window));
}

static void
words_that_come_with_a_page_are_above_its_foot_too (void)
{
  Page page;

  make_page (&page);
  say (&page);
  gtk_window_present (GTK_WINDOW (page.window));
  fixture_wait_until (is_above_foot, &page);

  gtk_window_destroy (GTK_WINDOW (page.window));
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
  g_test_add_func ("/toast/buttons-at-a-page-s-foot-can-still-be-pressed",
                   buttons_at_a_page_s_foot_can_still_be_pressed);
  g_test_add_func ("/toast/words-that-come-with-a-page-are-above-its-foot-too",
                   words_that_come_with_a_page_are_above_its_foot_too);
  g_test_add_func ("/toast/words-are-no-markup", words_are_no_markup);
  g_test_add_func ("/toast/a-button-stays-until-one-can-be-there",
                   a_button_stays_until_one_can_be_there);
  g_test_add_func ("/toast/many-words-stay-for-longer", many_words_stay_for_longer);

  return g_test_run ();
}
