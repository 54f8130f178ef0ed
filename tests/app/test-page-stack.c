/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-page-stack.h"
#include "desk.h"
#include "dummy-page.h"
#include "library-fixture.h"

typedef struct
{
  GtkWidget *window;
  OnsitePageStack *stack;
  AdwLeaflet *leaflet;
  guint n_signals;
  guint n_told; /* of the pages that are pushed */
} Shelf;

static void
left_cb (Shelf *shelf, OnsitePage *page)
{
  g_assert_true (ONSITE_IS_PAGE (page));
  shelf->n_signals++;
}

static void
set_up (Shelf *shelf, gconstpointer unused)
{
  shelf->window = gtk_window_new ();
  shelf->stack = g_object_new (ONSITE_TYPE_PAGE_STACK, NULL);
  shelf->leaflet = ADW_LEAFLET (adw_bin_get_child (ADW_BIN (shelf->stack)));
  g_signal_connect_swapped (shelf->stack, "left", G_CALLBACK (left_cb), shelf);
  gtk_window_set_child (GTK_WINDOW (shelf->window), GTK_WIDGET (shelf->stack));
}

static void
tear_down (Shelf *shelf, gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (shelf->stack), (gpointer *) &shelf->stack);
  gtk_window_destroy (GTK_WINDOW (shelf->window));
  g_assert_null (shelf->stack);
}

static OnsitePage *
push (Shelf *shelf)
{
  OnsitePage *page = ONSITE_PAGE (dummy_page_new (&shelf->n_told));

  onsite_page_stack_push (shelf->stack, page);
  g_assert_true (onsite_page_stack_get_page (shelf->stack) == page);

  return page;
}

static char *
dup_title (Shelf *shelf)
{
  char *title;

  g_object_get (shelf->stack, "title", &title, NULL);

  return title;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
an_empty_stack_goes_nowhere (Shelf *shelf, gconstpointer unused)
{
  OnsitePage *page = g_object_ref_sink (ONSITE_PAGE (dummy_page_new (&shelf->n_told)));
  g_autofree char *title = dup_title (shelf);

  onsite_page_stack_pop_to_bottom (shelf->stack);
  onsite_page_stack_pop (shelf->stack, page);
  onsite_page_stack_clear (shelf->stack);

  g_assert_null (onsite_page_stack_get_page (shelf->stack));
  g_assert_false (onsite_page_stack_can_pop (shelf->stack));
  g_assert_null (title);
  g_assert_finalize_object (page);
}

static void
the_bottom_page_stays (Shelf *shelf, gconstpointer unused)
{
  OnsitePage *bottom = push (shelf);

  g_assert_false (onsite_page_stack_can_pop (shelf->stack));
  onsite_page_stack_pop (shelf->stack, bottom);
  onsite_page_stack_pop_to_bottom (shelf->stack);

  g_assert_true (onsite_page_stack_get_page (shelf->stack) == bottom);
  g_assert_cmpuint (shelf->n_told, ==, 0);
}

static void
a_page_that_is_popped_is_told_and_let_go (Shelf *shelf, gconstpointer unused)
{
  OnsitePage *bottom = push (shelf);
  OnsitePage *page = push (shelf);
  OnsitePage *above;

  g_assert_true (onsite_page_stack_can_pop (shelf->stack));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  onsite_page_stack_pop (shelf->stack, page);
  g_assert_true (onsite_page_stack_get_page (shelf->stack) == bottom);
  g_assert_false (onsite_page_stack_can_pop (shelf->stack));
  g_assert_cmpuint (shelf->n_told, ==, 1);
  g_assert_cmpuint (shelf->n_signals, ==, 1);

  /* It isn't there any more, though it is until it has moved away. */
  above = push (shelf);
  onsite_page_stack_pop (shelf->stack, page);
  g_assert_true (onsite_page_stack_get_page (shelf->stack) == above);
  g_assert_cmpuint (shelf->n_told, ==, 1);
  fixture_wait_until (is_gone, &page);
}

static void
all_above_go_along_and_each_is_told (Shelf *shelf, gconstpointer unused)
{
  OnsitePage *bottom = push (shelf);
  OnsitePage *lower = push (shelf);

  push (shelf);
  push (shelf);
  onsite_page_stack_pop (shelf->stack, lower);
  g_assert_true (onsite_page_stack_get_page (shelf->stack) == bottom);
  g_assert_cmpuint (shelf->n_told, ==, 3);
  g_assert_cmpuint (shelf->n_signals, ==, 3);

  push (shelf);
  push (shelf);
  onsite_page_stack_pop_to_bottom (shelf->stack);
  g_assert_true (onsite_page_stack_get_page (shelf->stack) == bottom);
  g_assert_cmpuint (shelf->n_told, ==, 5);
}

static void
a_page_that_is_replaced_is_not_told_nor_gone_back_to (Shelf *shelf, gconstpointer unused)
{
  OnsitePage *bottom = push (shelf);
  OnsitePage *old = push (shelf);
  OnsitePage *page = ONSITE_PAGE (dummy_page_new (&shelf->n_told));

  g_object_add_weak_pointer (G_OBJECT (old), (gpointer *) &old);
  onsite_page_stack_replace (shelf->stack, page);
  g_assert_true (onsite_page_stack_get_page (shelf->stack) == page);
  g_assert_cmpuint (shelf->n_told, ==, 0);
  g_assert_cmpuint (shelf->n_signals, ==, 0);

  onsite_page_stack_pop (shelf->stack, page);
  g_assert_true (onsite_page_stack_get_page (shelf->stack) == bottom);
  g_assert_cmpuint (shelf->n_told, ==, 1);
  fixture_wait_until (is_gone, &old);
}

static void
a_swipe_leads_back_from_what_asks_nothing (Shelf *shelf, gconstpointer unused)
{
  OnsitePage *bottom = push (shelf);
  OnsitePage *page = push (shelf);

  g_assert_true (adw_leaflet_get_can_navigate_back (shelf->leaflet));
  dummy_page_set_asks (DUMMY_PAGE (page), TRUE);
  g_assert_false (adw_leaflet_get_can_navigate_back (shelf->leaflet));
  dummy_page_set_asks (DUMMY_PAGE (page), FALSE);
  g_assert_true (adw_leaflet_get_can_navigate_back (shelf->leaflet));

  /* What a swipe comes to. */
  adw_leaflet_set_visible_child (shelf->leaflet, GTK_WIDGET (bottom));
  g_assert_cmpuint (shelf->n_told, ==, 1);
  g_assert_cmpuint (shelf->n_signals, ==, 1);
}

static void
a_page_that_a_swipe_comes_back_to_stays (Shelf *shelf, gconstpointer unused)
{
  OnsitePage *bottom = push (shelf);
  OnsitePage *page = push (shelf);
  OnsitePage *above;

  adw_leaflet_set_visible_child (shelf->leaflet, GTK_WIDGET (bottom));
  adw_leaflet_set_visible_child (shelf->leaflet, GTK_WIDGET (page));
  above = push (shelf);
  g_object_add_weak_pointer (G_OBJECT (above), (gpointer *) &above);
  onsite_page_stack_pop (shelf->stack, above);
  fixture_wait_until (is_gone, &above);

  g_assert_true (onsite_page_stack_get_page (shelf->stack) == page);
  g_assert_true (onsite_page_stack_can_pop (shelf->stack));
}

static void
count (guint *n)
{
  (*n)++;
}

static void
title_is_that_of_the_page_that_is_seen (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *pushed = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *popped = NULL;
  OnsitePage *page;
  guint n_notified = 0;

  push (shelf);
  page = push (shelf);
  g_signal_connect_swapped (shelf->stack, "notify::title", G_CALLBACK (count), &n_notified);
  pushed = dup_title (shelf);
  g_assert_cmpstr (pushed, ==, "A page");

  dummy_page_set_title (DUMMY_PAGE (page), "Another");
  changed = dup_title (shelf);
  g_assert_cmpstr (changed, ==, "Another");
  g_assert_cmpuint (n_notified, ==, 1);

  onsite_page_stack_pop (shelf->stack, page);
  popped = dup_title (shelf);
  g_assert_cmpstr (popped, ==, "A page");
  g_assert_cmpuint (n_notified, ==, 2);
}

static void
all_go_at_once_and_each_is_told_once (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *title = NULL;

  push (shelf);
  push (shelf);
  onsite_page_stack_pop (shelf->stack, push (shelf));
  g_assert_cmpuint (shelf->n_told, ==, 1);
  onsite_page_stack_clear (shelf->stack);

  g_assert_null (onsite_page_stack_get_page (shelf->stack));
  g_assert_null (adw_leaflet_get_visible_child (shelf->leaflet));
  g_assert_cmpuint (shelf->n_told, ==, 3);
  title = dup_title (shelf);
  g_assert_null (title);
}

/* Else a key would still go to the page below. */
static void
a_page_that_takes_no_focus_takes_it_from_the_others (Shelf *shelf, gconstpointer unused)
{
  GtkWidget *page = GTK_WIDGET (push (shelf));

  adw_bin_set_child (ADW_BIN (page), gtk_button_new ());
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_first_child (page)));
  push (shelf);
  g_assert_null (gtk_root_get_focus (GTK_ROOT (shelf->window)));
}

#define ADD(test) g_test_add ("/app/page-stack/" #test, Shelf, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);

  ADD (an_empty_stack_goes_nowhere);
  ADD (the_bottom_page_stays);
  ADD (a_page_that_is_popped_is_told_and_let_go);
  ADD (all_above_go_along_and_each_is_told);
  ADD (a_page_that_is_replaced_is_not_told_nor_gone_back_to);
  ADD (a_swipe_leads_back_from_what_asks_nothing);
  ADD (a_page_that_a_swipe_comes_back_to_stays);
  ADD (title_is_that_of_the_page_that_is_seen);
  ADD (all_go_at_once_and_each_is_told_once);
  ADD (a_page_that_takes_no_focus_takes_it_from_the_others);

  return g_test_run ();
}
