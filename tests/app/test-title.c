/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "app/onsite-application.h"
#include "app/onsite-title.h"

#define NARROW 360
#define WIDE   1000

#define USUAL_DPI (96 * PANGO_SCALE)

typedef struct
{
  GtkWidget *window;
  GtkWidget *bar;
  GtkWidget *title;
} Bar;

/* With as many buttons as the room has, and those of a window. */
static void
set_up (Bar *bar, gconstpointer unused)
{
  bar->window = gtk_window_new ();
  bar->bar = adw_header_bar_new ();
  bar->title = g_object_new (ONSITE_TYPE_TITLE, NULL);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar->bar),
                             gtk_button_new_from_icon_name ("go-previous-symbolic"));
  for (int i = 0; i < 2; i++)
    adw_header_bar_pack_end (ADW_HEADER_BAR (bar->bar),
                             gtk_button_new_from_icon_name ("open-menu-symbolic"));
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (bar->bar), ":minimize,maximize,close");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar->bar), bar->title);
  gtk_window_set_titlebar (GTK_WINDOW (bar->window), bar->bar);
  gtk_window_present (GTK_WINDOW (bar->window));
}

static void
tear_down (Bar *bar, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (bar->window));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
}

static GtkWidget *
get_label (Bar *bar, guint index)
{
  GtkWidget *label = gtk_widget_get_first_child (bar->title);

  return index == 0 ? label : gtk_widget_get_next_sibling (label);
}

static PangoLayout *
get_layout (Bar *bar, guint index)
{
  return gtk_label_get_layout (GTK_LABEL (get_label (bar, index)));
}

/* Returns how high the bar is then. */
static int
lay_out (Bar *bar, int width)
{
  int height;

  gtk_widget_measure (bar->bar, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (bar->bar, width, height, -1, NULL);

  return height;
}

static void
assert_is_all_seen (Bar *bar, guint index)
{
  graphene_rect_t place;

  g_assert_false (pango_layout_is_ellipsized (get_layout (bar, index)));
  g_assert_true (gtk_widget_compute_bounds (get_label (bar, index), bar->bar, &place));
  g_assert_cmpfloat (place.origin.y, >=, 0);
  g_assert_cmpfloat (place.origin.y + place.size.height,
                     <=,
                     (float) gtk_widget_get_height (bar->bar));
}

static void
words_stand_in_a_line_where_there_is_room (Bar *bar, gconstpointer unused)
{
  onsite_title_set_title (ONSITE_TITLE (bar->title), "Technical design review");
  lay_out (bar, WIDE);

  assert_is_all_seen (bar, 0);
  g_assert_cmpint (pango_layout_get_line_count (get_layout (bar, 0)), ==, 1);
}

static void
bar_is_no_higher_for_words_that_could_wrap (Bar *bar, gconstpointer unused)
{
  int height;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  onsite_title_set_title (ONSITE_TITLE (bar->title), "Guide");
  onsite_title_set_subtitle (ONSITE_TITLE (bar->title), "Frameworks");
  height = lay_out (bar, WIDE);
  onsite_title_set_subtitle (ONSITE_TITLE (bar->title), "Not this, but this");

  g_assert_cmpint (lay_out (bar, WIDE), ==, height);
}

static void
words_wrap_where_there_is_none (Bar *bar, gconstpointer unused)
{
  onsite_title_set_title (ONSITE_TITLE (bar->title), "Program management");
  lay_out (bar, NARROW);

  assert_is_all_seen (bar, 0);
  g_assert_cmpint (pango_layout_get_line_count (get_layout (bar, 0)), ==, 2);
}

static void
large_type_is_drawn_smaller_before_it_is_cut (Bar *bar, gconstpointer unused)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  onsite_title_set_title (ONSITE_TITLE (bar->title), "Program management");
  onsite_title_set_subtitle (ONSITE_TITLE (bar->title), "Question 12");
  lay_out (bar, NARROW);

  for (guint i = 0; i < 2; i++)
    assert_is_all_seen (bar, i);
  g_assert_cmpint (pango_layout_get_line_count (get_layout (bar, 0)), ==, 2);
}

/* GTK keeps a few heights that it was told, and takes them for those of all widths between. */
static void
less_width_is_never_less_high (Bar *bar, gconstpointer unused)
{
  static const char *const titles[] = { "Guide", "Technical design", "Program management" };

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  onsite_title_set_subtitle (ONSITE_TITLE (bar->title), "Not this, but this");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      int least, before = 0;

      onsite_title_set_title (ONSITE_TITLE (bar->title), titles[i]);
      gtk_widget_measure (bar->title, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

      for (int width = WIDE; width >= least; width--)
        {
          int height, natural;

          GTK_WIDGET_GET_CLASS (bar->title)
              ->measure (bar->title,
                         GTK_ORIENTATION_VERTICAL,
                         width,
                         &height,
                         &natural,
                         NULL,
                         NULL);
          g_assert_cmpint (height, >=, before);
          before = height;
        }
    }
}

static void
what_is_too_long_ends_in_dots (Bar *bar, gconstpointer unused)
{
  onsite_title_set_title (
      ONSITE_TITLE (bar->title),
      "Ergebnisverantwortungsübernahmebereitschaft, and everything else that it takes");
  lay_out (bar, NARROW);

  g_assert_true (pango_layout_is_ellipsized (get_layout (bar, 0)));
  g_assert_cmpint (pango_layout_get_line_count (get_layout (bar, 0)), ==, 2);
}

static void
no_subtitle_takes_no_room (Bar *bar, gconstpointer unused)
{
  int height;

  onsite_title_set_title (ONSITE_TITLE (bar->title), "Debrief");
  height = lay_out (bar, WIDE);
  onsite_title_set_subtitle (ONSITE_TITLE (bar->title), "");

  g_assert_cmpint (lay_out (bar, WIDE), ==, height);
  g_assert_false (gtk_widget_get_visible (get_label (bar, 1)));
}

/* As the application does it. */
static void
style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/onsite/Onsite/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  onsite_application_register_resources ();
  style ();

#define ADD(name) g_test_add ("/title/" #name, Bar, NULL, set_up, name, tear_down)

  ADD (words_stand_in_a_line_where_there_is_room);
  ADD (bar_is_no_higher_for_words_that_could_wrap);
  ADD (words_wrap_where_there_is_none);
  ADD (large_type_is_drawn_smaller_before_it_is_cut);
  ADD (less_width_is_never_less_high);
  ADD (what_is_too_long_ends_in_dots);
  ADD (no_subtitle_takes_no_room);

  return g_test_run ();
}
