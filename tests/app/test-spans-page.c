/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-application.h"
#include "app/onsite-clip-view.h"
#include "app/onsite-mark-list.h"
#include "app/onsite-share-answer.h"
#include "app/onsite-share-page.h"
#include "app/onsite-spans-page.h"
#include "app/onsite-waveform-view.h"
#include "library-fixture.h"
#include "study.h"

#define UNTOUCHED "Mute or Cut…"

static gboolean
has_answer (gpointer data)
{
  g_autoptr (GPtrArray) answers = desk_find_all (data, ONSITE_TYPE_SHARE_ANSWER);

  return answers->len > 0;
}

/* The page where a loop is shared, and the button of the first answer that is proposed. */
static GtkWidget *
open_share (Study *study, GtkWidget **page)
{
  g_autoptr (GPtrArray) buttons = NULL;

  *page = onsite_share_page_new (study->desk.context, study->loop->id);
  onsite_window_push (study->desk.window, ONSITE_PAGE (*page));
  fixture_wait_until (has_answer, *page);
  buttons = desk_find_all (desk_find (*page, ONSITE_TYPE_SHARE_ANSWER), GTK_TYPE_BUTTON);

  return buttons->pdata[0];
}

static GtkWidget *
open_spans (Study *study, GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");

  return study_wait_for_page (study, ONSITE_TYPE_SPANS_PAGE);
}

static GtkWidget *
find_list (GtkWidget *page)
{
  g_autoptr (GPtrArray) lists = desk_find_all (page, GTK_TYPE_LIST_BOX);

  return lists->pdata[lists->len - 1];
}

/* As a drag over the waveform does. */
static void
choose (GtkWidget *page, gint64 from_ms, gint64 to_ms)
{
  g_signal_emit_by_name (desk_find (page, ONSITE_TYPE_WAVEFORM_VIEW), "chosen", from_ms, to_ms);
}

static void
assert_says (GtkWidget *page, const char *text)
{
  if (desk_find_text (page, text) == NULL)
    g_error ("“%s” isn't said", text);
}

static gboolean
can_press (GtkWidget *page, const char *label)
{
  g_autoptr (GPtrArray) buttons = desk_find_all (page, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);

  g_assert_not_reached ();
}

static void
a_span_is_chosen_muted_and_counted (Study *study, gconstpointer unused)
{
  GtkWidget *share;
  GtkWidget *button = open_share (study, &share);
  GtkWidget *page;

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, UNTOUCHED);
  page = open_spans (study, button);
  g_assert_false (gtk_widget_get_visible (find_list (page)));
  choose (page, 500, 1000);
  assert_says (page, "From 0:00.5 to 0:01.0");
  gtk_widget_activate_action (page, "spans.mute", NULL);
  assert_says (find_list (page), "Muted: 0:00.5 to 0:01.0");
  assert_says (page, "Drag over the waveform");

  choose (page, 100, 300);
  gtk_widget_activate_action (page, "spans.cut", NULL);
  assert_says (find_list (page), "Cut: 0:00.1 to 0:00.3");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "2 Spans Muted or Cut…");
}

static void
without_a_span_nothing_can_be_muted (Study *study, gconstpointer unused)
{
  GtkWidget *share;
  GtkWidget *button = open_share (study, &share);
  GtkWidget *page = open_spans (study, button);

  g_assert_false (can_press (page, "_Mute"));
  choose (page, 500, 1000);
  g_assert_true (can_press (page, "_Mute"));
  /* Which is where it begins. */
  gtk_widget_activate_action (page, "spans.end", NULL);
  g_assert_false (can_press (page, "_Mute"));
  gtk_widget_activate_action (page, "spans.cut", NULL);
  g_assert_false (gtk_widget_get_visible (find_list (page)));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, UNTOUCHED);
}

static GtkWidget *
find_undo (Study *study)
{
  GtkWidget *label = desk_find_text (study->desk.window, "It goes along again");
  GtkWidget *toast = gtk_widget_get_parent (label);

  while (!g_str_equal (G_OBJECT_TYPE_NAME (toast), "AdwToastWidget"))
    toast = gtk_widget_get_parent (toast);

  return desk_find (toast, GTK_TYPE_BUTTON);
}

/* Also once its page was left. */
static void
what_was_left_in_again_is_gone_by_undo (Study *study, gconstpointer unused)
{
  GtkWidget *share;
  GtkWidget *button = open_share (study, &share);
  GtkWidget *page = open_spans (study, button);
  g_autoptr (GPtrArray) buttons = NULL;

  choose (page, 500, 1000);
  gtk_widget_activate_action (page, "spans.cut", NULL);
  buttons = desk_find_all (find_list (page), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (buttons->pdata[buttons->len - 1], "clicked");
  g_assert_false (gtk_widget_get_visible (find_list (page)));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, UNTOUCHED);

  onsite_window_back (study->desk.window);
  study_wait_for_page (study, ONSITE_TYPE_SHARE_PAGE);
  g_signal_emit_by_name (find_undo (study), "clicked");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "1 Span Muted or Cut…");
  assert_says (find_list (open_spans (study, button)), "Cut: 0:00.5 to 0:01.0");
}

/* A part's spans are its own, and no choice goes over to another. */
static void
each_part_has_its_own_spans (Study *study, gconstpointer unused)
{
  GtkWidget *share;
  GtkWidget *page = open_spans (study, open_share (study, &share));
  AdwComboRow *parts = ADW_COMBO_ROW (desk_find (page, ADW_TYPE_COMBO_ROW));

  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (parts)), >, 1);
  choose (page, 500, 1000);
  gtk_widget_activate_action (page, "spans.mute", NULL);
  choose (page, 1200, 1400);
  adw_combo_row_set_selected (parts, 1);
  assert_says (page, "Drag over the waveform");
  g_assert_false (gtk_widget_get_visible (find_list (page)));
  adw_combo_row_set_selected (parts, 0);
  assert_says (find_list (page), "Muted: 0:00.5 to 0:01.0");
}

static void
no_mark_is_set_in_a_copy (Study *study, gconstpointer unused)
{
  GtkWidget *share;
  GtkWidget *page = open_spans (study, open_share (study, &share));
  GtkWidget *clip = desk_find (page, ONSITE_TYPE_CLIP_VIEW);

  onsite_clip_view_mark (ONSITE_CLIP_VIEW (clip));
  g_assert_false (gtk_widget_get_visible (desk_find (page, ONSITE_TYPE_MARK_LIST)));
}

/* Of the page behind it, too. */
static void
large_type_fits_a_telephone (Study *study, gconstpointer unused)
{
  GtkWidget *share;
  GtkWidget *page = open_spans (study, open_share (study, &share));
  GtkWidget *const pages[] = { share, page };

  for (guint i = 0; i < 2; i++)
    {
      choose (page, 1000 * i, 1000 * i + 500);
      gtk_widget_activate_action (page, "spans.cut", NULL);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int width;

      gtk_widget_measure (pages[i], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 360);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
}

#define ADD(name, test) \
  g_test_add ("/spans-page/" name, Study, NULL, study_set_up, test, study_tear_down)

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  gst_init (NULL, NULL);

  ADD ("a-span-is-chosen-muted-and-counted", a_span_is_chosen_muted_and_counted);
  ADD ("without-a-span-nothing-can-be-muted", without_a_span_nothing_can_be_muted);
  ADD ("what-was-left-in-again-is-gone-by-undo", what_was_left_in_again_is_gone_by_undo);
  ADD ("each-part-has-its-own-spans", each_part_has_its_own_spans);
  ADD ("no-mark-is-set-in-a-copy", no_mark_is_set_in_a_copy);

  ADD ("large-type-fits-a-telephone", large_type_fits_a_telephone);

  return g_test_run ();
}
