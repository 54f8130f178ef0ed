/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "past.h"

#include <glib/gstdio.h>

#include "debriefed.h"
#include "pack/onsite-builtin-packs.h"

/* Another number for another kind of library, so that an old one isn't taken. */
#define PAST_VERSION     1
#define ANSWERS_A_LOOP   30
#define LOOPS_A_CHANGE   100
#define LOOPS_WITH_SOUND 40
#define CLIP_SECONDS     1

/* So long before the newest, and so long after each other. */
#define STEP_US G_TIME_SPAN_DAY

static void
commit (OnsiteLibrary *library, OnsiteChange *change)
{
  g_autoptr (GError) error = NULL;

  onsite_library_commit (library, change, &error);
  g_assert_no_error (error);
}

static OnsiteLoop *
make_loop (OnsitePack *pack, guint n_answers, guint age)
{
  OnsiteLoop *loop = debriefed_make_long_loop (pack, n_answers);

  loop->created_at_us -= age * STEP_US;
  loop->finished_at_us -= age * STEP_US;

  return loop;
}

static void
add_loops (OnsiteLibrary *library, OnsitePack *pack, guint n_loops)
{
  OnsiteChange *change = onsite_change_new ();

  for (guint i = 0; i < n_loops; i++)
    {
      g_autoptr (OnsiteLoop) loop = make_loop (pack, ANSWERS_A_LOOP, i + 1);

      if (i < LOOPS_WITH_SOUND)
        {
          debriefed_keep (library, loop, pack, CLIP_SECONDS);
          continue;
        }

      onsite_change_add_loop (change, loop, onsite_pack_get_bytes (pack));
      if (i % LOOPS_A_CHANGE == 0)
        {
          commit (library, change);
          change = onsite_change_new ();
        }
    }
  commit (library, change);
}

static void
make_library (const char *path, guint n_loops, guint n_answers)
{
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_load (file, NULL, &error);
  g_autoptr (OnsiteLoop) newest = NULL;
  g_autoptr (OnsiteLibrary) library = NULL;

  g_assert_no_error (error);
  library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  newest = make_loop (pack, n_answers, 0);
  add_loops (library, pack, n_loops - 1);
  debriefed_keep (library, newest, pack, CLIP_SECONDS);
  onsite_library_close (library, &error);
  g_assert_no_error (error);
}

char *
past_get_library (const char *data_home)
{
  return g_build_filename (data_home, "onsite", "library.onsite", NULL);
}

/* Under another name until it's whole. */
static void
make_data_home (const char *folder, const char *data_home, guint n_loops, guint n_answers)
{
  g_autofree char *template = g_build_filename (folder, "past-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autofree char *parent = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (template));
  path = past_get_library (template);
  parent = g_path_get_dirname (path);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  make_library (path, n_loops, n_answers);
  g_assert_cmpint (g_rename (template, data_home), ==, 0);
}

char *
past_get_data_home (const char *folder, guint n_loops, guint n_answers)
{
  g_autofree char *name = g_strdup_printf ("past-%d-%u", PAST_VERSION, n_loops);
  char *data_home = g_build_filename (folder, name, NULL);

  if (!g_file_test (data_home, G_FILE_TEST_IS_DIR))
    make_data_home (folder, data_home, n_loops, n_answers);

  return data_home;
}
