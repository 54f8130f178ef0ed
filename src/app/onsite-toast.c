/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-toast.h"

#include "onsite-announce.h"

/* As long as the library leaves a toast of two words. */
#define LEAST_SECONDS         5
#define SECONDS_TO_LOOK_UP    2
#define CHARACTERS_PER_SECOND 10
/* Whoever has to come to a button first: what WCAG 2.2 gives to answer a warning
 * in (2.2.1, "Timing Adjustable"). */
#define SECONDS_WITH_BUTTON 20

/* Those of a toast and around it, with a button that closes it, in pixels. */
#define BORDERS     150
#define LEAST_CHARS 8
/* Longer lines are hard to read. */
#define MOST_CHARS 60

guint
onsite_toast_get_seconds (const char *text)
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
  adw_toast_set_timeout (toast, onsite_toast_get_seconds (text));

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
