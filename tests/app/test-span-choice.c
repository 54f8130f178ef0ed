/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-span-choice.h"

static void
assert_is (const OnsiteSpanChoice *choice, gint64 from_ms, gint64 to_ms, const char *words)
{
  g_autofree char *text = onsite_span_choice_describe (choice);

  g_assert_cmpint (choice->from_ms, ==, from_ms);
  g_assert_cmpint (choice->to_ms, ==, to_ms);
  g_assert_cmpint (onsite_span_choice_is_whole (choice), ==, from_ms >= 0 && to_ms >= 0);
  g_assert_nonnull (strstr (text, words));
}

static void
one_end_is_chosen_after_the_other (void)
{
  OnsiteSpanChoice choice = ONSITE_SPAN_CHOICE_NONE;

  assert_is (&choice, -1, -1, "Drag");
  onsite_span_choice_begin (&choice, 1500);
  assert_is (&choice, 1500, -1, "From 0:01.5 on");
  onsite_span_choice_end (&choice, 2000);
  assert_is (&choice, 1500, 2000, "From 0:01.5 to 0:02.0");
}

static void
the_end_may_come_first (void)
{
  OnsiteSpanChoice choice = ONSITE_SPAN_CHOICE_NONE;

  onsite_span_choice_end (&choice, 2000);
  assert_is (&choice, -1, 2000, "Up to 0:02.0");
  onsite_span_choice_begin (&choice, 0);
  assert_is (&choice, 0, 2000, "From 0:00.0 to 0:02.0");
}

static void
each_end_can_be_chosen_anew (void)
{
  OnsiteSpanChoice choice = { 1000, 2000 };

  onsite_span_choice_begin (&choice, 500);
  assert_is (&choice, 500, 2000, "From 0:00.5 to 0:02.0");
  onsite_span_choice_end (&choice, 900);
  assert_is (&choice, 500, 900, "From 0:00.5 to 0:00.9");
}

static void
what_would_end_before_it_begins_begins_anew (void)
{
  OnsiteSpanChoice choice = { 1000, 2000 };

  onsite_span_choice_begin (&choice, 2000);
  assert_is (&choice, 2000, -1, "Where does it end?");
  choice = (OnsiteSpanChoice){ 1000, 2000 };
  onsite_span_choice_end (&choice, 1000);
  assert_is (&choice, -1, 1000, "Where does it begin?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span-choice/one-end-is-chosen-after-the-other",
                   one_end_is_chosen_after_the_other);
  g_test_add_func ("/span-choice/the-end-may-come-first", the_end_may_come_first);
  g_test_add_func ("/span-choice/each-end-can-be-chosen-anew", each_end_can_be_chosen_anew);
  g_test_add_func ("/span-choice/what-would-end-before-it-begins-begins-anew",
                   what_would_end_before_it_begins_begins_anew);

  return g_test_run ();
}
