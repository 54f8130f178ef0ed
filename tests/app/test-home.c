/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-caretaker.h"
#include "app/onsite-home-page.h"
#include "app/onsite-loop-row.h"
#include "app/onsite-sample-offer.h"
#include "desk.h"
#include "fakes/fault-vfs.h"
#include "library-fixture.h"
#include "upkeep/onsite-backups.h"

static void
fill_library (Desk *desk, guint n)
{
  Fixture fixture = { NULL };
  g_autoptr (GError) error = NULL;

  fixture.library = onsite_library_open (desk->path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_make_loop (2, 1);

      loop->created_at_us -= i * G_USEC_PER_SEC;
      fixture_add_loop (&fixture, loop);
      if (i == 0)
        {
          OnsiteChange *change = onsite_change_new ();

          onsite_change_set_session (change, loop->id, "{}");
          fixture_commit (&fixture, change);
        }
    }

  g_assert_true (onsite_library_close (fixture.library, NULL));
  g_clear_object (&fixture.library);
}

static void
set_up (Desk *desk, gconstpointer n_loops)
{
  desk_make_folder (desk);
  fill_library (desk, GPOINTER_TO_UINT (n_loops));
  desk_open (desk, desk->path);
}

static guint
count_rows (Desk *desk)
{
  g_autoptr (GPtrArray) rows = desk_find_all (desk->window, ONSITE_TYPE_LOOP_ROW);

  return rows->len;
}

static char *
get_loop_of_row (Desk *desk, guint position)
{
  g_autoptr (GPtrArray) rows = desk_find_all (desk->window, ONSITE_TYPE_LOOP_ROW);
  OnsiteLoopItem *item = onsite_loop_row_get_item (g_ptr_array_index (rows, position));

  return g_strdup (onsite_loop_item_get_summary (item)->id);
}

/* Mapped, with this text. */
static gboolean
shows (Desk *desk, const char *text)
{
  g_autoptr (GPtrArray) labels = desk_find_all (desk->window, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
        g_str_has_prefix (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;

  return FALSE;
}

static gboolean
has_three_rows (gpointer data)
{
  return count_rows (data) == 3;
}

static gboolean
has_two_rows (gpointer data)
{
  return count_rows (data) == 2;
}

static gboolean
shows_welcome (gpointer data)
{
  return shows (data, "Interviewers ask");
}

static gboolean
shows_undo (gpointer data)
{
  return shows (data, "Undo");
}

static void
act (Desk *desk, const char *action, const char *loop)
{
  OnsitePage *home = onsite_window_get_page (desk->window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (home), action, "s", loop));
}

static GtkWidget *
find_button (Desk *desk, const char *label)
{
  g_autoptr (GPtrArray) buttons = desk_find_all (desk->window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);

  return NULL;
}

static void
first_start_says_what_it_is_and_lists_nothing (Desk *desk, gconstpointer unused)
{
  fixture_wait_until (shows_welcome, desk);

  g_assert_cmpuint (count_rows (desk), ==, 0);
  g_assert_true (shows (desk, "Look Around in a Sample Loop"));
  g_assert_false (shows (desk, "Your Loops"));
  g_assert_false (shows (desk, "Interrupted"));
}

static gboolean
offers_sample (gpointer data)
{
  return shows (data, "Look Around in a Sample Loop");
}

/* Returns the button that it was asked for with. */
static GtkWidget *
make_sample (Desk *desk)
{
  GtkWidget *button;

  fixture_wait_until (offers_sample, desk);
  button = desk_find (desk_find (desk->window, ONSITE_TYPE_SAMPLE_OFFER), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");

  return button;
}

static void
sample_that_is_cancelled_leaves_home_as_it_was (Desk *desk, gconstpointer unused)
{
  GtkWidget *make = make_sample (desk);

  g_assert_true (shows (desk, "The sample’s answers are being spoken"));
  g_assert_false (shows (desk, "Look Around in a Sample Loop"));
  g_assert_true (gtk_widget_has_focus (find_button (desk, "_Cancel")));

  g_signal_emit_by_name (find_button (desk, "_Cancel"), "clicked");
  fixture_wait_until (offers_sample, desk);
  g_assert_true (gtk_widget_has_focus (make));
  g_assert_cmpuint (count_rows (desk), ==, 0);
  g_assert_true (shows (desk, "Interviewers ask"));
}

static gboolean
tells_of_sample (gpointer data)
{
  return shows (data, "No sample could be made");
}

static void
sample_that_the_disk_has_no_room_for_is_told (Desk *desk, gconstpointer unused)
{
  fixture_wait_until (offers_sample, desk);
  fault_vfs_set_full (TRUE);
  make_sample (desk);
  fixture_wait_until (tells_of_sample, desk);
  g_assert_true (offers_sample (desk));
  fault_vfs_reset ();
}

static void
past_loops_are_listed_and_the_interrupted_one_is_offered (Desk *desk, gconstpointer unused)
{
  fixture_wait_until (has_three_rows, desk);

  g_assert_false (shows (desk, "Interviewers ask"));
  g_assert_false (shows (desk, "Look Around in a Sample Loop"));
  g_assert_true (shows (desk, "Interrupted: Round 1 of 2"));
}

static void
deleted_loop_comes_back_by_undo (Desk *desk, gconstpointer unused)
{
  g_autofree char *loop = NULL;
  g_autofree char *again = NULL;

  fixture_wait_until (has_three_rows, desk);
  loop = get_loop_of_row (desk, 1);
  act (desk, "home.delete-loop", loop);
  fixture_wait_until (has_two_rows, desk);
  fixture_wait_until (shows_undo, desk);

  g_signal_emit_by_name (find_button (desk, "_Undo"), "clicked");
  fixture_wait_until (has_three_rows, desk);
  again = get_loop_of_row (desk, 1);
  g_assert_cmpstr (again, ==, loop);
}

static void
delete_the_interrupted_one (Desk *desk)
{
  g_autofree char *interrupted = get_loop_of_row (desk, 0);

  act (desk, "home.delete-loop", interrupted);
  fixture_wait_until (has_two_rows, desk);
}

static void
last_choices_are_one_click_away_where_nothing_was_interrupted (Desk *desk, gconstpointer unused)
{
  fixture_wait_until (has_three_rows, desk);
  g_assert_false (shows (desk, "As Last Time"));

  g_settings_set_string (desk->settings, "default-level", "L7");
  g_settings_set_string (desk->settings, "default-kind", "drill");
  g_settings_set_string (desk->settings, "default-drill", "principle");
  g_settings_set_string (desk->settings, "default-drill-target", "dive-deep");
  delete_the_interrupted_one (desk);

  g_assert_true (shows (desk, "As Last Time"));
  g_assert_true (shows (desk, "L7 · Drill of a principle: Dive Deep · Onsite"));
}

/* Such a drill has no target that would name it. */
static void
last_choices_of_a_drill_of_gaps_are_told_as_such (Desk *desk, gconstpointer unused)
{
  fixture_wait_until (has_three_rows, desk);
  g_settings_set_string (desk->settings, "default-level", "L6");
  g_settings_set_string (desk->settings, "default-kind", "drill");
  g_settings_set_string (desk->settings, "default-drill", "gaps");
  delete_the_interrupted_one (desk);

  g_assert_true (shows (desk, "L6 · Drill of gaps · Onsite"));
}

static void
loop_is_purged_after_the_person_was_asked (Desk *desk, gconstpointer unused)
{
  g_autofree char *loop = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  fixture_wait_until (has_three_rows, desk);
  loop = get_loop_of_row (desk, 2);
  act (desk, "home.purge-loop", loop);
  g_assert_cmpuint (count_rows (desk), ==, 3);

  adw_message_dialog_response (desk_find_dialog (desk), "delete");
  fixture_wait_until (has_two_rows, desk);
  stored = onsite_library_load_loop (onsite_context_get_library (desk->context), loop, &error);

  g_assert_null (stored);
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static gboolean
caretaker_is_idle (gpointer data)
{
  return !onsite_caretaker_get_busy (onsite_context_get_caretaker (((Desk *) data)->context));
}

static gboolean
newest_backup_holds (Desk *desk, const char *loop)
{
  g_autoptr (GPtrArray) backups = onsite_backups_list (desk->path);
  const OnsiteBackup *newest = g_ptr_array_index (backups, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = onsite_library_open (newest->path,
                                                           ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                           &error);
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  g_assert_no_error (error);
  stored = onsite_library_load_loop (library, loop, NULL);
  g_assert_true (onsite_library_close (library, NULL));

  return stored != NULL;
}

static void
loop_is_purged_from_the_backups_though_the_window_is_closed (Desk *desk, gconstpointer unused)
{
  g_autofree char *loop = NULL;

  fixture_wait_until (has_three_rows, desk);
  onsite_caretaker_back_up (onsite_context_get_caretaker (desk->context));
  fixture_wait_until (caretaker_is_idle, desk);
  loop = get_loop_of_row (desk, 2);
  g_assert_true (newest_backup_holds (desk, loop));

  act (desk, "home.purge-loop", loop);
  adw_message_dialog_response (desk_find_dialog (desk), "delete");
  gtk_window_destroy (GTK_WINDOW (desk->window));
  desk_settle (desk);

  g_assert_false (newest_backup_holds (desk, loop));
}

/* Changes are committed in the order in which they came. */
static void
wait_for_writes (Desk *desk, const char *loop)
{
  OnsiteLibrary *library = onsite_context_get_library (desk->context);
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;

  onsite_change_restore_loop (change, loop);
  onsite_library_commit (library, change, &error);
  g_assert_no_error (error);
}

static void
loop_is_kept_if_the_person_thinks_better_of_it (Desk *desk, gconstpointer unused)
{
  g_autofree char *loop = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  fixture_wait_until (has_three_rows, desk);
  loop = get_loop_of_row (desk, 2);
  act (desk, "home.purge-loop", loop);
  adw_message_dialog_response (desk_find_dialog (desk), "keep");
  wait_for_writes (desk, loop);
  stored = onsite_library_load_loop (onsite_context_get_library (desk->context), loop, &error);

  g_assert_no_error (error);
  g_assert_nonnull (stored);
}

static void
days_to_the_onsite_are_told_as_soon_as_its_day_is_set (Desk *desk, gconstpointer unused)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) onsite = g_date_time_add_days (now, 9);
  g_autofree char *day = g_date_time_format (onsite, "%Y-%m-%d");

  g_settings_set_string (desk->settings, "onsite-date", day);
  g_assert_true (shows (desk, "9 days to your onsite"));

  g_settings_set_string (desk->settings, "onsite-date", "2001-02-03");
  g_assert_true (shows (desk, "Rehearse Your Onsite"));
  g_assert_true (shows (desk, "When Is It?"));

  g_settings_set_string (desk->settings, "onsite-date", "soon");
  g_assert_true (shows (desk, "Rehearse Your Onsite"));
}

static gboolean
has_day (gpointer data)
{
  g_autoptr (GVariant) day = g_settings_get_user_value (((Desk *) data)->settings, "onsite-date");

  return day != NULL;
}

static void
day_of_the_onsite_is_set_and_forgotten_by_a_calendar (Desk *desk, gconstpointer unused)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GPtrArray) calendars = desk_find_all (desk->window, GTK_TYPE_CALENDAR);

  gtk_calendar_select_day (g_ptr_array_index (calendars, 0), tomorrow);
  fixture_wait_until (has_day, desk);
  g_assert_true (shows (desk, "Your onsite is tomorrow"));

  g_signal_emit_by_name (find_button (desk, "_Forget the Day"), "clicked");
  g_assert_false (has_day (desk));
  g_assert_true (shows (desk, "Rehearse Your Onsite"));
}

/* A press on one of the calendar's arrows. */
static void
leaf_on (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autoptr (GDateTime) next = g_date_time_add_months (day, 1);

  gtk_calendar_select_day (calendar, next);
  g_signal_emit_by_name (calendar, "next-month");
}

static void
to_leaf_through_the_calendar_sets_no_day (Desk *desk, gconstpointer unused)
{
  g_autoptr (GPtrArray) calendars = desk_find_all (desk->window, GTK_TYPE_CALENDAR);
  g_autoptr (GDateTime) day = g_date_time_new_local (2031, 5, 6, 12, 0, 0);

  leaf_on (g_ptr_array_index (calendars, 0));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (has_day (desk));

  gtk_calendar_select_day (g_ptr_array_index (calendars, 0), day);
  fixture_wait_until (has_day, desk);
}

/* The page says it by a number, which no compiler compares with the enumeration. */
static void
what_is_not_heard_yet_is_drilled_as_gaps (Desk *desk, gconstpointer unused)
{
  GtkActionable *button = GTK_ACTIONABLE (find_button (desk, "Drill _These"));
  GVariant *target = gtk_actionable_get_action_target_value (button);
  const char *aim;
  guint drill;

  g_assert_cmpstr (gtk_actionable_get_action_name (button), ==, "win.drill");
  g_variant_get (target, "(u&s)", &drill, &aim);
  g_assert_cmpuint (drill, ==, ONSITE_DRILL_GAPS);
  g_assert_cmpstr (aim, ==, "");
}

#define ADD(name, n_loops, function) \
  g_test_add ("/home/" name, Desk, GUINT_TO_POINTER (n_loops), set_up, function, desk_tear_down)

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  fault_vfs_install ();

  ADD ("first-start-says-what-it-is-and-lists-nothing",
       0,
       first_start_says_what_it_is_and_lists_nothing);
  ADD ("sample-that-is-cancelled-leaves-home-as-it-was",
       0,
       sample_that_is_cancelled_leaves_home_as_it_was);
  ADD ("sample-that-the-disk-has-no-room-for-is-told",
       0,
       sample_that_the_disk_has_no_room_for_is_told);
  ADD ("past-loops-are-listed-and-the-interrupted-one-is-offered",
       3,
       past_loops_are_listed_and_the_interrupted_one_is_offered);
  ADD ("deleted-loop-comes-back-by-undo", 3, deleted_loop_comes_back_by_undo);
  ADD ("what-is-not-heard-yet-is-drilled-as-gaps", 3, what_is_not_heard_yet_is_drilled_as_gaps);
  ADD ("last-choices-are-one-click-away-where-nothing-was-interrupted",
       3,
       last_choices_are_one_click_away_where_nothing_was_interrupted);
  ADD ("last-choices-of-a-drill-of-gaps-are-told-as-such",
       3,
       last_choices_of_a_drill_of_gaps_are_told_as_such);
  ADD ("loop-is-purged-after-the-person-was-asked", 3, loop_is_purged_after_the_person_was_asked);
  ADD ("loop-is-purged-from-the-backups-though-the-window-is-closed",
       3,
       loop_is_purged_from_the_backups_though_the_window_is_closed);
  ADD ("loop-is-kept-if-the-person-thinks-better-of-it",
       3,
       loop_is_kept_if_the_person_thinks_better_of_it);
  ADD ("days-to-the-onsite-are-told-as-soon-as-its-day-is-set",
       0,
       days_to_the_onsite_are_told_as_soon_as_its_day_is_set);
  ADD ("day-of-the-onsite-is-set-and-forgotten-by-a-calendar",
       0,
       day_of_the_onsite_is_set_and_forgotten_by_a_calendar);
  ADD ("to-leaf-through-the-calendar-sets-no-day", 0, to_leaf_through_the_calendar_sets_no_day);

  return g_test_run ();
}
