/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-choice.h"
#include "app/onsite-setup-page.h"
#include "app/onsite-window-actions.h"
#include "desk.h"
#include "dummy-page.h"
#include "library-fixture.h"

/* How often the pages that were pushed were told that they're left. */
static guint n_left;

static void
set_up (Desk *desk, gconstpointer unused)
{
  n_left = 0;
  desk_make_folder (desk);
  desk_open (desk, desk->path);
}

static DummyPage *
push_page (Desk *desk, gboolean asks)
{
  DummyPage *page = dummy_page_new (&n_left);

  dummy_page_set_asks (page, asks);
  onsite_window_push (desk->window, ONSITE_PAGE (page));

  return page;
}

static gboolean
sees (Desk *desk, gpointer page)
{
  return (gpointer) onsite_window_get_page (desk->window) == page;
}

static void
home_is_at_the_bottom_and_stays (Desk *desk, gconstpointer unused)
{
  OnsitePage *home = onsite_window_get_page (desk->window);

  g_assert_nonnull (home);
  onsite_window_back (desk->window);
  onsite_window_pop (desk->window, home);

  g_assert_true (sees (desk, home));
}

static void
back_goes_to_the_page_below (Desk *desk, gconstpointer unused)
{
  OnsitePage *home = onsite_window_get_page (desk->window);
  DummyPage *page = push_page (desk, FALSE);

  g_assert_true (sees (desk, page));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (desk->window)), ==, "A page");
  gtk_widget_activate_action (GTK_WIDGET (page), "win.back", NULL);

  g_assert_true (sees (desk, home));
}

/* It begins at its levels, and is left from elsewhere. */
static void
setup_has_the_focus_again_on_the_way_back (Desk *desk, gconstpointer unused)
{
  GtkWidget *page = onsite_setup_page_new (desk->context);
  GtkWidget *above;
  GtkWidget *focus;

  onsite_window_push (desk->window, ONSITE_PAGE (page));
  focus = gtk_root_get_focus (GTK_ROOT (desk->window));
  g_assert_true (gtk_widget_is_ancestor (focus, desk_find (page, ONSITE_TYPE_CHOICE)));
  focus = desk_find (page, GTK_TYPE_SWITCH);
  g_assert_true (gtk_widget_grab_focus (focus));
  above = GTK_WIDGET (push_page (desk, FALSE));
  adw_bin_set_child (ADW_BIN (above), gtk_button_new ());
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_first_child (above)));
  onsite_window_back (desk->window);

  g_assert_true (sees (desk, page));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (desk->window)) == focus);
}

static void
page_that_asks_nothing_is_told_that_it_is_left (Desk *desk, gconstpointer unused)
{
  push_page (desk, FALSE);
  g_assert_cmpuint (n_left, ==, 0);
  onsite_window_back (desk->window);

  g_assert_cmpuint (n_left, >, 0);
}

/* Whether a text is to be read somewhere below, in what's still mapped. */
static gboolean
reads (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *it = gtk_widget_get_first_child (widget); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    if (reads (it, text))
      return TRUE;

  return FALSE;
}

static gboolean
shows_remark (gpointer data)
{
  return reads (GTK_WIDGET (((Desk *) data)->window), "For now");
}

static gboolean
shows_toast (gpointer data)
{
  return reads (GTK_WIDGET (((Desk *) data)->window), "To be read");
}

/* The library shows toasts one after the other: the second comes as the first goes. */
static void
remark_goes_with_the_next_page_and_a_toast_stays (Desk *desk, gconstpointer unused)
{
  onsite_window_remark (desk->window, "For now");
  onsite_window_toast (desk->window, "To be read");
  fixture_wait_until (shows_remark, desk);
  push_page (desk, FALSE);
  desk_settle (desk);
  g_assert_false (shows_remark (desk));

  fixture_wait_until (shows_toast, desk);
  push_page (desk, FALSE);
  desk_settle (desk);
  g_assert_true (shows_toast (desk));
}

static void
remark_goes_as_its_page_is_left (Desk *desk, gconstpointer unused)
{
  DummyPage *page = push_page (desk, FALSE);

  onsite_window_remark_from (ONSITE_PAGE (page), "For now");
  fixture_wait_until (shows_remark, desk);
  onsite_window_back (desk->window);
  desk_settle (desk);

  g_assert_false (shows_remark (desk));
}

static void
remark_stays_as_a_page_takes_the_place_of_another (Desk *desk, gconstpointer unused)
{
  DummyPage *page = dummy_page_new (&n_left);

  onsite_window_remark_from (ONSITE_PAGE (push_page (desk, TRUE)), "For now");
  fixture_wait_until (shows_remark, desk);
  onsite_window_replace (desk->window, ONSITE_PAGE (page));
  desk_settle (desk);
  g_assert_true (shows_remark (desk));

  onsite_window_forget_remark (desk->window);
  desk_settle (desk);
  g_assert_false (shows_remark (desk));
}

/* Two pages may hear the same, as one takes the place of the other. */
static void
page_that_is_not_shown_remarks_nothing (Desk *desk, gconstpointer unused)
{
  DummyPage *below = push_page (desk, FALSE);

  push_page (desk, FALSE);
  onsite_window_remark_from (ONSITE_PAGE (below), "For now");
  onsite_window_toast (desk->window, "To be read");
  fixture_wait_until (shows_toast, desk);

  g_assert_false (shows_remark (desk));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
page_that_was_left_is_let_go (Desk *desk, gconstpointer unused)
{
  DummyPage *page = push_page (desk, FALSE);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  onsite_window_back (desk->window);

  fixture_wait_until (is_gone, &page);
}

static void
replaced_page_is_not_gone_back_to (Desk *desk, gconstpointer unused)
{
  OnsitePage *home = onsite_window_get_page (desk->window);
  guint n_left_in_place = 0;
  DummyPage *page = dummy_page_new (&n_left_in_place);

  push_page (desk, TRUE);
  onsite_window_replace (desk->window, ONSITE_PAGE (page));
  g_assert_true (sees (desk, page));
  onsite_window_back (desk->window);

  g_assert_true (sees (desk, home));
  g_assert_cmpuint (n_left, ==, 0);
}

static void
popping_a_lower_page_takes_those_above_along (Desk *desk, gconstpointer unused)
{
  OnsitePage *home = onsite_window_get_page (desk->window);
  DummyPage *lower = push_page (desk, FALSE);

  push_page (desk, FALSE);
  onsite_window_pop (desk->window, ONSITE_PAGE (lower));

  g_assert_true (sees (desk, home));
}

static void
leaving_what_runs_is_asked (Desk *desk, gconstpointer unused)
{
  OnsitePage *home = onsite_window_get_page (desk->window);
  DummyPage *page = push_page (desk, TRUE);
  AdwMessageDialog *dialog;

  onsite_window_back (desk->window);
  dialog = desk_find_dialog (desk);
  g_assert_nonnull (dialog);
  g_assert_true (sees (desk, page));
  g_assert_cmpuint (n_left, ==, 0);

  adw_message_dialog_response (dialog, "leave");

  g_assert_cmpuint (n_left, >, 0);
  g_assert_true (sees (desk, home));
}

static void
staying_changes_nothing (Desk *desk, gconstpointer unused)
{
  DummyPage *page = push_page (desk, TRUE);

  onsite_window_back (desk->window);
  adw_message_dialog_response (desk_find_dialog (desk), "stay");

  g_assert_cmpuint (n_left, ==, 0);
  g_assert_true (sees (desk, page));
}

static void
closing_while_something_runs_is_asked (Desk *desk, gconstpointer unused)
{
  push_page (desk, TRUE);
  gtk_window_present (GTK_WINDOW (desk->window));

  gtk_window_close (GTK_WINDOW (desk->window));

  g_assert_nonnull (desk_find_dialog (desk));
  g_assert_cmpuint (n_left, ==, 0);
  adw_message_dialog_response (desk_find_dialog (desk), "stay");
}

static void
window_closes_once_the_person_has_agreed (Desk *desk, gconstpointer unused)
{
  push_page (desk, TRUE);
  gtk_window_present (GTK_WINDOW (desk->window));

  gtk_window_close (GTK_WINDOW (desk->window));
  adw_message_dialog_response (desk_find_dialog (desk), "leave");

  g_assert_cmpuint (n_left, >, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (desk->window)));
}

/* The window that has come over the first one, or NULL. */
static GtkWindow *
find_preferences (Desk *desk)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_PREFERENCES_WINDOW (link->data) &&
        gtk_window_get_transient_for (link->data) == GTK_WINDOW (desk->window))
      return link->data;

  return NULL;
}

static void
shortcuts_are_shown_with_their_keys (Desk *desk, gconstpointer unused)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("io.github.onsite.Test",
                                                                G_APPLICATION_NON_UNIQUE);
  g_autoptr (GPtrArray) keys = NULL;
  GtkWindow *shortcuts;

  onsite_window_actions_add_accels (application);
  g_application_set_default (G_APPLICATION (application));
  g_assert_null (find_preferences (desk));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.shortcuts", NULL);
  shortcuts = find_preferences (desk);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (shortcuts)));

  keys = desk_find_all (shortcuts, GTK_TYPE_SHORTCUT_LABEL);
  g_assert_cmpuint (keys->len, >, 0);
  for (guint i = 0; i < keys->len; i++)
    g_assert_cmpstr (gtk_shortcut_label_get_accelerator (g_ptr_array_index (keys, i)), !=, "");

  gtk_window_close (shortcuts);
  g_assert_null (find_preferences (desk));
  g_application_set_default (NULL);
}

static void
file_that_is_no_library_is_told_of_and_left_alone (Desk *desk, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;

  desk_make_folder (desk);
  path = g_build_filename (desk->folder, "letter.txt", NULL);
  g_assert_true (g_file_set_contents (path, "Dear reader", -1, NULL));
  desk_open (desk, path);

  g_assert_cmpint (onsite_context_get_state (desk->context), ==, ONSITE_CONTEXT_LIBRARY_FAILED);
  g_assert_null (onsite_window_get_page (desk->window));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "Dear reader");
}

static gboolean
shows_home (gpointer data)
{
  return onsite_window_get_page (((Desk *) data)->window) != NULL;
}

static void
another_library_can_be_chosen (Desk *desk, gconstpointer unused)
{
  file_that_is_no_library_is_told_of_and_left_alone (desk, NULL);
  onsite_context_choose_library (desk->context, desk->path);
  fixture_wait_until (shows_home, desk);

  g_assert_cmpstr (onsite_context_get_library_path (desk->context), ==, desk->path);
}

#define ADD(name, function) \
  g_test_add ("/window/" name, Desk, NULL, set_up, function, desk_tear_down)
#define ADD_CLOSED(name, function) \
  g_test_add ("/window/" name, Desk, NULL, NULL, function, desk_tear_down)

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);

  ADD ("home-is-at-the-bottom-and-stays", home_is_at_the_bottom_and_stays);
  ADD ("back-goes-to-the-page-below", back_goes_to_the_page_below);
  ADD ("setup-has-the-focus-again-on-the-way-back", setup_has_the_focus_again_on_the_way_back);
  ADD ("page-that-asks-nothing-is-told-that-it-is-left",
       page_that_asks_nothing_is_told_that_it_is_left);
  ADD ("remark-goes-with-the-next-page-and-a-toast-stays",
       remark_goes_with_the_next_page_and_a_toast_stays);
  ADD ("remark-goes-as-its-page-is-left", remark_goes_as_its_page_is_left);
  ADD ("remark-stays-as-a-page-takes-the-place-of-another",
       remark_stays_as_a_page_takes_the_place_of_another);
  ADD ("page-that-is-not-shown-remarks-nothing", page_that_is_not_shown_remarks_nothing);
  ADD ("page-that-was-left-is-let-go", page_that_was_left_is_let_go);
  ADD ("replaced-page-is-not-gone-back-to", replaced_page_is_not_gone_back_to);
  ADD ("popping-a-lower-page-takes-those-above-along",
       popping_a_lower_page_takes_those_above_along);
  ADD ("leaving-what-runs-is-asked", leaving_what_runs_is_asked);
  ADD ("staying-changes-nothing", staying_changes_nothing);
  ADD ("closing-while-something-runs-is-asked", closing_while_something_runs_is_asked);
  ADD ("window-closes-once-the-person-has-agreed", window_closes_once_the_person_has_agreed);
  ADD ("shortcuts-are-shown-with-their-keys", shortcuts_are_shown_with_their_keys);
  ADD_CLOSED ("file-that-is-no-library-is-told-of-and-left-alone",
              file_that_is_no_library_is_told_of_and_left_alone);
  ADD_CLOSED ("another-library-can-be-chosen", another_library_can_be_chosen);

  return g_test_run ();
}
