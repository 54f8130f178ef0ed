/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-loop-list.h"
#include "library-fixture.h"

#define PAGE 3

typedef struct
{
  Fixture library;
  OnsiteLoopList *list;
  guint n_changes; /* how often the list told of a change, and of the last one */
  guint position;
  guint removed;
  guint added;
  guint n_failures;
} Listing;

static void
on_items_changed (Listing *listing, guint position, guint removed, guint added)
{
  listing->n_changes++;
  listing->position = position;
  listing->removed = removed;
  listing->added = added;
}

static void
on_failed (Listing *listing, const GError *error)
{
  g_assert_nonnull (error);
  listing->n_failures++;
}

/* Older the higher @age is. */
static char *
add_loop (Listing *listing, guint age)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);

  loop->created_at_us = (1000 - (gint64) age) * G_USEC_PER_SEC;
  fixture_add_loop (&listing->library, loop);

  return g_strdup (loop->id);
}

static void
add_loops (Listing *listing, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (add_loop (listing, i * 2));
}

static void
set_up (Listing *listing, gconstpointer unused)
{
  fixture_set_up (&listing->library, NULL);
  listing->list = onsite_loop_list_new (listing->library.library, PAGE);
  onsite_loop_list_set_active (listing->list, TRUE);
  g_signal_connect_swapped (listing->list, "items-changed", G_CALLBACK (on_items_changed), listing);
  g_signal_connect_swapped (listing->list, "failed", G_CALLBACK (on_failed), listing);
}

static void
tear_down (Listing *listing, gconstpointer unused)
{
  g_assert_finalize_object (listing->list);
  fixture_tear_down (&listing->library, NULL);
}

static gboolean
is_at_rest (gpointer data)
{
  return !onsite_loop_list_get_loading (((Listing *) data)->list);
}

static gboolean
has_changed (gpointer data)
{
  return ((Listing *) data)->n_changes > 0;
}

static gboolean
has_failed (gpointer data)
{
  return ((Listing *) data)->n_failures > 0;
}

static void
load_page (Listing *listing)
{
  onsite_loop_list_load_more (listing->list);
  fixture_wait_until (is_at_rest, listing);
}

static void
let_news_arrive (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
count (Listing *listing)
{
  return g_list_model_get_n_items (G_LIST_MODEL (listing->list));
}

static OnsiteLoopItem *
peek (Listing *listing, guint position)
{
  g_autoptr (OnsiteLoopItem) item = g_list_model_get_item (G_LIST_MODEL (listing->list), position);

  return item;
}

static void
pages_come_one_by_one_and_newest_first (Listing *listing, gconstpointer unused)
{
  add_loops (listing, 7);

  load_page (listing);
  g_assert_cmpuint (count (listing), ==, 3);
  g_assert_false (onsite_loop_list_get_complete (listing->list));
  load_page (listing);
  g_assert_cmpuint (count (listing), ==, 6);
  load_page (listing);
  g_assert_cmpuint (count (listing), ==, 7);
  g_assert_true (onsite_loop_list_get_complete (listing->list));

  for (guint i = 1; i < 7; i++)
    g_assert_cmpint (onsite_loop_item_get_summary (peek (listing, i - 1))->created_at_us,
                     >,
                     onsite_loop_item_get_summary (peek (listing, i))->created_at_us);
}

static void
complete_list_reads_no_further (Listing *listing, gconstpointer unused)
{
  add_loops (listing, 2);
  load_page (listing);
  g_assert_true (onsite_loop_list_get_complete (listing->list));

  onsite_loop_list_load_more (listing->list);

  g_assert_false (onsite_loop_list_get_loading (listing->list));
}

static void
what_stayed_the_same_keeps_its_item (Listing *listing, gconstpointer unused)
{
  OnsiteChange *change = onsite_change_new ();
  OnsiteLoopItem *first;
  OnsiteLoopItem *last;
  g_autofree char *middle = NULL;

  add_loops (listing, 5);
  load_page (listing);
  load_page (listing);
  first = peek (listing, 0);
  middle = g_strdup (onsite_loop_item_get_summary (peek (listing, 2))->id);
  last = peek (listing, 4);
  listing->n_changes = 0;

  onsite_change_delete_loop (change, middle, 1);
  fixture_commit (&listing->library, change);
  fixture_wait_until (has_changed, listing);

  g_assert_cmpuint (listing->n_changes, ==, 1);
  g_assert_cmpuint (listing->position, ==, 2);
  g_assert_cmpuint (listing->removed, ==, 1);
  g_assert_cmpuint (listing->added, ==, 0);
  g_assert_true (peek (listing, 0) == first);
  g_assert_true (peek (listing, 3) == last);
}

static void
loop_that_comes_back_is_in_its_place_again (Listing *listing, gconstpointer unused)
{
  g_autofree char *middle = NULL;
  OnsiteChange *change = onsite_change_new ();

  add_loops (listing, 2);
  middle = add_loop (listing, 1);
  onsite_change_delete_loop (change, middle, 1);
  fixture_commit (&listing->library, change);
  load_page (listing);
  g_assert_cmpuint (count (listing), ==, 2);
  listing->n_changes = 0;

  change = onsite_change_new ();
  onsite_change_restore_loop (change, middle);
  fixture_commit (&listing->library, change);
  fixture_wait_until (has_changed, listing);

  g_assert_cmpuint (listing->position, ==, 1);
  g_assert_cmpuint (listing->removed, ==, 0);
  g_assert_cmpuint (listing->added, ==, 1);
  g_assert_cmpstr (onsite_loop_item_get_summary (peek (listing, 1))->id, ==, middle);
}

static void
list_that_nobody_sees_waits_until_it_is_seen (Listing *listing, gconstpointer unused)
{
  add_loops (listing, 1);
  load_page (listing);
  onsite_loop_list_set_active (listing->list, FALSE);

  g_free (add_loop (listing, 9));
  let_news_arrive ();
  g_assert_false (onsite_loop_list_get_loading (listing->list));
  g_assert_cmpuint (count (listing), ==, 1);

  onsite_loop_list_set_active (listing->list, TRUE);
  g_assert_true (onsite_loop_list_get_loading (listing->list));
  fixture_wait_until (is_at_rest, listing);
  g_assert_cmpuint (count (listing), ==, 2);
}

static void
page_that_cannot_be_read_is_told (Listing *listing, gconstpointer unused)
{
  add_loops (listing, 1);
  let_news_arrive ();
  g_assert_true (onsite_library_close (listing->library.library, NULL));

  onsite_loop_list_load_more (listing->list);
  fixture_wait_until (has_failed, listing);

  g_assert_cmpuint (listing->n_failures, ==, 1);
  g_assert_false (onsite_loop_list_get_loading (listing->list));
  g_assert_cmpuint (count (listing), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/loop-list/" name, Listing, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("pages-come-one-by-one-and-newest-first", pages_come_one_by_one_and_newest_first);
  ADD ("complete-list-reads-no-further", complete_list_reads_no_further);
  ADD ("what-stayed-the-same-keeps-its-item", what_stayed_the_same_keeps_its_item);
  ADD ("loop-that-comes-back-is-in-its-place-again", loop_that_comes_back_is_in_its_place_again);
  ADD ("list-that-nobody-sees-waits-until-it-is-seen",
       list_that_nobody_sees_waits_until_it_is_seen);
  ADD ("page-that-cannot-be-read-is-told", page_that_cannot_be_read_is_told);

  return g_test_run ();
}
