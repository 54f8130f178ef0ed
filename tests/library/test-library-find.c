/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"
#include "library/onsite-library-find.h"
#include "library/onsite-paths.h"

static void
add_loop (Fixture *fixture, const char *loop_id, const char *answer_id)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);
  OnsiteAnswer *answer = fixture_get_answer (loop, 0, 0);

  g_free (loop->id);
  loop->id = g_strdup (loop_id);
  g_free (answer->id);
  answer->id = g_strdup (answer_id);
  fixture_add_loop (fixture, loop);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  add_loop (fixture,
            "ab000000-0000-4000-8000-000000000001",
            "ff000000-0000-4000-8000-000000000001");
  add_loop (fixture,
            "ab000000-0000-4000-8000-000000000002",
            "ff110000-0000-4000-8000-000000000002");
  add_loop (fixture,
            "cd000000-0000-4000-8000-000000000003",
            "0f000000-0000-4000-8000-000000000003");
}

static const struct
{
  const char *prefix;
  guint n_loops;
  guint n_answers;
} cases[] = {
  { "ab000000-0000-4000-8000-000000000001", 1, 0 },
  { "ab000000-0000-4000-8000-00000000000", 2, 0 },
  { "ab", 2, 0 },
  { "c", 1, 0 },
  { "CD0", 1, 0 },
  { "f", 0, 2 },
  { "ff1", 0, 1 },
  { "0", 0, 1 },
  { "e", 0, 0 },
  { "", 0, 0 },
  { "%", 0, 0 },
  { "a*", 0, 0 },
  { "ab' OR 1=1 --", 0, 0 },
};

static void
test_prefixes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) loops = onsite_library_find_loops (fixture->library,
                                                               cases[i].prefix,
                                                               &error);
      g_autoptr (GPtrArray) answers = NULL;

      g_assert_no_error (error);
      answers = onsite_library_find_answers (fixture->library, cases[i].prefix, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (loops->len, ==, cases[i].n_loops);
      g_assert_cmpuint (answers->len, ==, cases[i].n_answers);
    }
}

static void
test_answer_names_its_loop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) answers = onsite_library_find_answers (fixture->library, "0f", NULL);
  const OnsiteMatch *match = g_ptr_array_index (answers, 0);

  g_assert_cmpstr (match->loop, ==, "cd000000-0000-4000-8000-000000000003");
  g_assert_cmpstr (match->part, ==, "0f000000-0000-4000-8000-000000000003");
}

static void
test_bin (Fixture *fixture, gconstpointer data)
{
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GPtrArray) loops = NULL;
  g_autoptr (GPtrArray) answers = NULL;

  onsite_change_delete_loop (change, "ab000000-0000-4000-8000-000000000001", 1);
  fixture_commit (fixture, change);
  loops = onsite_library_find_loops (fixture->library, "ab", NULL);
  answers = onsite_library_find_answers (fixture->library, "f", NULL);

  g_assert_cmpuint (loops->len, ==, 1);
  g_assert_cmpuint (answers->len, ==, 1);
}

static void
test_default_path (void)
{
  g_autofree char *path = onsite_paths_dup_library ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/onsite/library.onsite"));
}

#define add(name, test) \
  g_test_add ("/library/find/" name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("an-id-is-found-by-its-beginning", test_prefixes);
  add ("an-answer-names-its-loop", test_answer_names_its_loop);
  add ("what-is-in-the-bin-is-not-found", test_bin);
  g_test_add_func ("/library/paths/the-default-is-in-the-folder-of-user-data", test_default_path);

  return g_test_run ();
}
