/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/onsite-pack.h"

static OnsitePack *
load_tiny (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static void
test_tiny (void)
{
  g_autoptr (OnsitePack) pack = load_tiny ();

  g_assert_cmpstr (onsite_pack_get_id (pack), ==, "tiny");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/tiny", test_tiny);

  return g_test_run ();
}
