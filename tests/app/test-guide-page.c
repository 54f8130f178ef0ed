/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-application.h"
#include "app/onsite-column-layout.h"
#include "app/onsite-guide-page.h"
#include "app/onsite-guide-section-view.h"
#include "app/onsite-home-page.h"
#include "app/onsite-setup-page.h"
#include "app/onsite-table-view.h"
#include "app/onsite-title.h"
#include "library-fixture.h"
#include "study.h"

#include <string.h>

#define MOST_STOPS 40

static const OnsiteGuideBlock *
find_block (OnsitePack *pack, const char *section_id, OnsiteGuideKind kind)
{
  const OnsiteGuide *guide = onsite_pack_get_guide (pack);
  const OnsiteGuideSection *section = g_ptr_array_index (
      guide->sections,
      onsite_guide_find_section (guide, section_id));

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const OnsiteGuideBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == kind)
        return block;
    }
  g_assert_not_reached ();
}

static void
remember (Study *study, const char *section, guint block)
{
  g_settings_set (study->desk.settings, "guide-place", "(su)", section, block);
}

static GtkWidget *
open_guide (Study *study)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (study->desk.window), "win.help", NULL));

  return study_wait_for_page (study, ONSITE_TYPE_GUIDE_PAGE);
}

static const char *
get_section_title (GtkWidget *page)
{
  GtkWidget *title = gtk_widget_get_first_child (desk_find (page, ONSITE_TYPE_TITLE));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (title)));
}

typedef struct
{
  GtkWidget *page;
  const char *title;
} Wanted;

static gboolean
is_section (gpointer data)
{
  Wanted *wanted = data;

  return g_str_equal (get_section_title (wanted->page), wanted->title);
}

static void
wait_for_section (GtkWidget *page, const char *title)
{
  Wanted wanted = { page, title };

  fixture_wait_until (is_section, &wanted);
}

/* How far the section is scrolled. */
static double
get_top (gpointer page)
{
  GtkWidget *view = desk_find (page, ONSITE_TYPE_GUIDE_SECTION_VIEW);
  GtkWidget *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static gboolean
is_scrolled (gpointer page)
{
  return get_top (page) > 0;
}

static void
search_for (GtkWidget *page, const char *words)
{
  GPtrArray *entries;

  gtk_widget_activate_action (page, "guide.search", NULL);
  entries = desk_find_all (page, GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpuint (entries->len, ==, 1);
  gtk_editable_set_text (g_ptr_array_index (entries, 0), words);
  g_ptr_array_unref (entries);
}

static gboolean
is_told (gpointer data)
{
  Wanted *wanted = data;

  return desk_find_text (wanted->page, wanted->title) != NULL;
}

static void
wait_for_text (GtkWidget *page, const char *text)
{
  Wanted wanted = { page, text };

  fixture_wait_until (is_told, &wanted);
}

static gboolean
is_told_no_more (gpointer data)
{
  return !is_told (data);
}

static void
wait_for_no_text (GtkWidget *page, const char *text)
{
  Wanted wanted = { page, text };

  fixture_wait_until (is_told_no_more, &wanted);
}

static void
test_opens_at_the_beginning (Study *study, gconstpointer unused)
{
  const OnsiteGuide *guide = onsite_pack_get_guide (study->pack);
  const OnsiteGuideSection *first = g_ptr_array_index (guide->sections, 0);

  remember (study, "", 0);

  g_assert_cmpstr (get_section_title (open_guide (study)), ==, first->title);
}

static void
test_opens_where_it_was_left (Study *study, gconstpointer unused)
{
  GtkWidget *page;

  remember (study, "mix", 4);
  page = open_guide (study);

  g_assert_cmpstr (get_section_title (page), ==, "What is asked");
  fixture_wait_until (is_scrolled, page);
}

static gboolean
is_remembered (gpointer data)
{
  g_autofree char *section = NULL;
  guint block;

  g_settings_get (((Study *) data)->desk.settings, "guide-place", "(su)", &section, &block);

  return g_str_equal (section, "compensation");
}

static void
test_remembers_its_place (Study *study, gconstpointer unused)
{
  guint section = onsite_guide_find_section (onsite_pack_get_guide (study->pack), "compensation");
  GtkWidget *page;

  remember (study, "", 0);
  page = open_guide (study);
  gtk_widget_activate_action (page, "guide.section", "u", section);
  wait_for_section (page, "Compensation");
  gtk_widget_activate_action (GTK_WIDGET (study->desk.window), "win.back", NULL);

  fixture_wait_until (is_remembered, study);
}

static void
test_another_packs_place (Study *study, gconstpointer unused)
{
  GtkWidget *page;

  /* Neither the section nor the block is in this pack. */
  remember (study, "no-such-section", 99);
  page = open_guide (study);
  g_assert_cmpstr (get_section_title (page), ==, "The process");

  /* Long enough for it to be scrolled to where it was left. */
  search_for (page, "elephant");
  wait_for_text (page, "Nothing found");
  g_assert_cmpfloat (get_top (page), ==, 0);
}

static void
test_search (Study *study, gconstpointer unused)
{
  GtkWidget *page;

  remember (study, "", 0);
  page = open_guide (study);
  search_for (page, "dead-letter");

  wait_for_section (page, "What is asked");
  fixture_wait_until (is_scrolled, page);
  wait_for_text (page, "1 of 1");
}

static gboolean
is_marked (GtkWidget *page, const char *text)
{
  GtkWidget *label = desk_find_text (page, text);

  g_assert_nonnull (label);

  return gtk_label_get_attributes (GTK_LABEL (label)) != NULL;
}

static void
test_spaces_around_what_is_searched (Study *study, gconstpointer unused)
{
  GtkWidget *page;

  remember (study, "", 0);
  page = open_guide (study);
  search_for (page, " dead-letter  ");
  wait_for_text (page, "1 of 1");
  g_assert_true (is_marked (page, "dead-letter"));

  search_for (page, " ");
  wait_for_no_text (page, "1 of 1");
  g_assert_null (desk_find_text (page, "Nothing found"));
  g_assert_false (is_marked (page, "dead-letter"));
}

static void
test_search_in_vain (Study *study, gconstpointer unused)
{
  GtkWidget *page;

  remember (study, "", 0);
  page = open_guide (study);
  search_for (page, "elephant");

  wait_for_text (page, "Nothing found");
  g_assert_cmpstr (get_section_title (page), ==, "The process");
}

static void
test_ways (Study *study, gconstpointer unused)
{
  GtkWidget *window = GTK_WIDGET (study->desk.window);
  GtkWidget *page;

  remember (study, "compensation", 1);
  g_assert_true (gtk_widget_activate_action (window, "win.guide-to-setup", NULL));
  page = study_wait_for_page (study, ONSITE_TYPE_GUIDE_PAGE);
  g_assert_cmpstr (get_section_title (page), ==, "The rounds");

  /* The guide is open already, and stays where it is. */
  g_assert_true (gtk_widget_activate_action (window, "win.guide-to-debrief", NULL));
  g_assert_cmpstr (get_section_title (page), ==, "The rounds");

  gtk_widget_activate_action (window, "win.back", NULL);
  study_wait_for_page (study, ONSITE_TYPE_HOME_PAGE);
  g_assert_true (gtk_widget_activate_action (window, "win.guide-to-debrief", NULL));
  page = study_wait_for_page (study, ONSITE_TYPE_GUIDE_PAGE);
  g_assert_cmpstr (get_section_title (page), ==, "The checklist");
}

/* All the way round, and how many stops that is. */
static guint
go_round (Study *study, GtkDirectionType direction)
{
  GtkRoot *root = GTK_ROOT (study->desk.window);
  GtkWidget *start = gtk_root_get_focus (root);
  guint n = 0;

  do
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), direction));
      g_assert_false (GTK_IS_LABEL (gtk_root_get_focus (root)));
      g_assert_cmpuint (++n, <, MOST_STOPS);
    }
  while (gtk_root_get_focus (root) != start);

  return n;
}

static void
test_tab (Study *study, gconstpointer unused)
{
  const OnsiteGuideSection *first = g_ptr_array_index (
      onsite_pack_get_guide (study->pack)->sections,
      0);
  GtkWidget *page;

  remember (study, "", 0);
  page = open_guide (study);
  gtk_widget_grab_focus (desk_find (page, ONSITE_TYPE_GUIDE_SECTION_VIEW));

  /* The section, its blocks, the way on, two buttons and the outline. */
  g_assert_cmpuint (go_round (study, GTK_DIR_TAB_FORWARD), >=, first->blocks->len + 5);
  g_assert_cmpuint (go_round (study, GTK_DIR_TAB_BACKWARD), >=, first->blocks->len + 5);
  g_assert_cmpstr (get_section_title (page), ==, first->title);
}

static void
test_opens_once (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_guide (study);

  gtk_widget_activate_action (GTK_WIDGET (study->desk.window), "win.help", NULL);

  g_assert_true (GTK_WIDGET (onsite_window_get_page (study->desk.window)) == page);
}

/* The tiny pack, up to its guide. */
static GFile *
write_pack_without_guide (const char *folder)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autofree char *to = g_build_filename (folder, "pack.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  strcpy (strstr (text, ",\n  \"guide\""), "}");
  g_assert_true (g_file_set_contents (to, text, -1, NULL));

  return g_file_new_for_path (to);
}

static gboolean
has_page (gpointer window)
{
  return onsite_window_get_page (window) != NULL;
}

/* Whether home leads to a guide. */
static gboolean
is_offered (OnsiteWindow *window)
{
  GPtrArray *buttons = desk_find_all (window, GTK_TYPE_BUTTON);
  gboolean offered = FALSE;

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);
      const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));

      offered |= g_strcmp0 (action, "win.guide") == 0 && gtk_widget_get_visible (button);
    }
  g_ptr_array_unref (buttons);

  return offered;
}

/* Whether setup has its button for that. */
static gboolean
leads_to_guide (OnsiteWindow *window)
{
  GtkWidget *page = onsite_setup_page_new (onsite_window_get_context (window));
  GPtrArray *buttons;
  gboolean leads = FALSE;

  onsite_window_push (window, ONSITE_PAGE (page));
  buttons = desk_find_all (page, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkActionable *button = g_ptr_array_index (buttons, i);

      if (g_strcmp0 (gtk_actionable_get_action_name (button), "win.guide-to-setup") == 0)
        leads |= gtk_widget_get_visible (GTK_WIDGET (button));
    }
  g_ptr_array_unref (buttons);

  return leads;
}

static gboolean
is_open (gpointer context)
{
  return onsite_context_get_state (context) == ONSITE_CONTEXT_READY;
}

/* Beside the study's own, whose pack has one. */
static void
test_pack_without_guide (Study *study, gconstpointer unused)
{
  g_autofree char *library = g_build_filename (study->desk.folder, "other.onsite", NULL);
  g_autoptr (GFile) pack = write_pack_without_guide (study->desk.folder);
  OnsiteContext *context = onsite_context_new (study->desk.settings, library, pack);
  OnsiteWindow *window = g_object_ref_sink (onsite_window_new (NULL, context));

  gtk_window_present (GTK_WINDOW (window));
  onsite_context_open (context);
  fixture_wait_until (is_open, context);
  fixture_wait_until (has_page, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.guide", NULL);

  g_assert_false (ONSITE_IS_GUIDE_PAGE (onsite_window_get_page (window)));
  g_assert_false (is_offered (window));
  g_assert_true (is_offered (study->desk.window));
  g_assert_false (leads_to_guide (window));
  g_assert_true (leads_to_guide (study->desk.window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
  g_object_unref (context);
}

static void
test_narrow (Study *study, gconstpointer unused)
{
  const OnsiteGuide *guide = onsite_pack_get_guide (study->pack);

  /* The narrowest window that there may be has room for each of them. */
  for (guint i = 0; i < guide->sections->len; i++)
    {
      GtkWidget *view = g_object_ref_sink (
          onsite_guide_section_view_new (g_ptr_array_index (guide->sections, i)));
      int minimum;

      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360 - 2 * 12);
      g_object_unref (view);
    }
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static GtkAccessibleRole
get_shape (const OnsiteGuideBlock *block, int width)
{
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *table = onsite_table_view_new (block);
  GtkAccessibleRole role;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_until (is_mapped, table);
  while (gtk_widget_get_width (table) == 0)
    g_main_context_iteration (NULL, TRUE);
  role = gtk_accessible_get_accessible_role (
      GTK_ACCESSIBLE (onsite_table_view_get_row (ONSITE_TABLE_VIEW (table), 0)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);

  return role;
}

static void
test_table (Study *study, gconstpointer unused)
{
  const OnsiteGuideBlock *table = find_block (study->pack, "compensation", ONSITE_GUIDE_TABLE);

  g_assert_cmpint (get_shape (table, 700), ==, GTK_ACCESSIBLE_ROLE_ROW);
  g_assert_cmpint (get_shape (table, 320), ==, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The height of four cards, each of them 20 high, 10 apart. */
static int
get_height_of_cards (int width)
{
  GtkWidget *cards = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int height;

  gtk_widget_set_layout_manager (cards, onsite_column_layout_new (20, 2, 10));
  for (int i = 0; i < 4; i++)
    {
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (card, 50, 20);
      gtk_widget_set_visible (card, i < 3);
      gtk_box_append (GTK_BOX (cards), card);
    }
  gtk_widget_measure (cards, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  g_object_unref (cards);

  return height;
}

static void
test_columns (void)
{
  /* Three of them are shown: in one column, and in two, which are the most. */
  g_assert_cmpint (get_height_of_cards (60), ==, 3 * 20 + 2 * 10);
  g_assert_cmpint (get_height_of_cards (600), ==, 2 * 20 + 10);
  g_assert_cmpint (get_height_of_cards (6000), ==, 2 * 20 + 10);
}

static void
add (const char *path, void (*test) (Study *study, gconstpointer unused))
{
  g_test_add (path, Study, GUINT_TO_POINTER (1), study_set_up, test, study_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  onsite_application_register_resources ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("/guide-page/opens at the beginning", test_opens_at_the_beginning);
  add ("/guide-page/opens where it was left", test_opens_where_it_was_left);
  add ("/guide-page/remembers its place when it is left", test_remembers_its_place);
  add ("/guide-page/begins anew in another pack’s guide", test_another_packs_place);
  add ("/guide-page/goes to what is searched for", test_search);
  add ("/guide-page/spaces around what is searched don't matter",
       test_spaces_around_what_is_searched);
  add ("/guide-page/stays where it is if nothing is found", test_search_in_vain);
  add ("/guide-page/pages lead to what it says of them", test_ways);
  add ("/guide-page/Tab stops at blocks, and turns no page", test_tab);
  add ("/guide-page/opens no second time above itself", test_opens_once);
  add ("/guide-page/a pack without a guide offers none", test_pack_without_guide);
  add ("/guide-page/each section fits into the narrowest window", test_narrow);
  add ("/guide-page/a table is told row by row where there is little room", test_table);
  g_test_add_func ("/guide-page/cards stand in as many columns as have room", test_columns);

  return g_test_run ();
}
