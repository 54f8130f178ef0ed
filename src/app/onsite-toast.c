/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-toast.h"

#include "onsite-announce.h"

/* As long as the library leaves a toast of two words. */
#define LEAST_SECONDS 5
/* Subtitles count on 17 characters a second (Netflix, Timed Text Style Guide, for
 * adults); whoever has to look up from something else first gets two seconds for that,
 * and reads 10. */
#define SECONDS_TO_LOOK_UP    2
#define CHARACTERS_PER_SECOND 10
/* Whoever has to come to a button first: what WCAG 2.2 gives to answer a warning
 * in (2.2.1, "Timing Adjustable"). */
#define SECONDS_WITH_BUTTON 20

/* Those of a toast and around it, with a button that closes it, in pixels. */
#define BORDERS     150
#define LEAST_CHARS 8
/* The class of what stands at a page's end, to be pressed. */
#define FOOT "foot"

/* Longer lines are hard to read. */
#define MOST_CHARS 60

static guint
get_seconds (const char *text)
{
  const guint seconds = (guint) g_utf8_strlen (text, -1) / CHARACTERS_PER_SECOND;

  return MAX (LEAST_SECONDS, SECONDS_TO_LOOK_UP + seconds);
}

AdwToast *
onsite_toast_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  AdwToast *toast = adw_toast_new ("");

  /* The library's own title is one line, and ends in dots. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, get_seconds (text));

  return toast;
}

static int
get_char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return MAX (width, 1);
}

/* A toast asks for its height before it knows its width. */
static void
limit_lines (GtkLabel *label, GtkWidget *window)
{
  const int room = gtk_widget_get_width (window) - BORDERS;
  const int chars = room * PANGO_SCALE / get_char_width (window);

  gtk_label_set_max_width_chars (label, CLAMP (chars, LEAST_CHARS, MOST_CHARS));
}

/* (nullable): of the page that came last, should two be seen as one goes. */
static GtkWidget *
find_foot (GtkWidget *widget)
{
  GtkWidget *foot = NULL;

  if (gtk_widget_has_css_class (widget, FOOT) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && foot == NULL;
       child = gtk_widget_get_prev_sibling (child))
    foot = find_foot (child);

  return foot;
}

/* How much of the window a page's foot and what is below it take, in pixels. */
static int
get_foot_height (GtkWidget *foot, GtkWidget *window)
{
  const int height = gtk_widget_get_height (window);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (foot, window, &bounds))
    return 0;

  return CLAMP (height - (int) bounds.origin.y, 0, height / 2);
}

static GtkWidget *
find_toast (GtkWidget *label)
{
  GtkWidget *widget = gtk_widget_get_parent (label);

  while (widget != NULL && !g_str_equal (gtk_widget_get_css_name (widget), "toast"))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

/* A page that comes with the words has no place yet. */
static gboolean
lift_cb (GtkWidget *label, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (label));
  GtkWidget *toast = find_toast (label);
  GtkWidget *foot = window != NULL ? find_foot (window) : NULL;

  if (toast == NULL || foot == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (foot) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_set_margin_bottom (toast, get_foot_height (foot, window));

  return G_SOURCE_REMOVE;
}

/* Over the buttons that a page ends in, words would keep people from what is next. */
static void
mapped_cb (GtkWidget *label)
{
  gtk_widget_add_tick_callback (label, lift_cb, NULL, NULL);
}

void
onsite_toast_announce (AdwToast *toast, GtkWidget *window)
{
  GtkLabel *label;

  g_return_if_fail (ADW_IS_TOAST (toast));
  g_return_if_fail (GTK_IS_LABEL (adw_toast_get_custom_title (toast)));
  g_return_if_fail (GTK_IS_WIDGET (window));

  label = GTK_LABEL (adw_toast_get_custom_title (toast));
  if (adw_toast_get_button_label (toast) != NULL)
    adw_toast_set_timeout (toast, MAX (SECONDS_WITH_BUTTON, adw_toast_get_timeout (toast)));
  limit_lines (label, window);
  g_signal_connect (label, "map", G_CALLBACK (mapped_cb), NULL);
  onsite_announce (window, gtk_label_get_text (label));
}

void
onsite_toast_show_in_preferences (AdwToast *toast, GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!ADW_IS_PREFERENCES_WINDOW (root))
    {
      g_object_unref (toast);
      return;
    }

  onsite_toast_announce (toast, GTK_WIDGET (root));
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), toast);
}
