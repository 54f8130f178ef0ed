/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/onsite-builtin-packs.h"
#include "pack/onsite-pack-folder.h"

static GPtrArray *
read_all (void)
{
  g_autoptr (GFile) folder = onsite_builtin_packs_get_folder ();
  g_autoptr (GError) error = NULL;
  GPtrArray *packs = onsite_pack_folder_read (folder, TRUE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (packs->len, >, 0);

  return packs;
}

static void
test_all_can_be_read (void)
{
  g_autoptr (GPtrArray) packs = read_all ();

  for (guint i = 0; i < packs->len; i++)
    g_assert_no_error (onsite_pack_entry_get_error (g_ptr_array_index (packs, i)));
}

static void
test_default_is_one_of_them (void)
{
  g_autoptr (GPtrArray) packs = read_all ();
  g_autoptr (GFile) wanted = onsite_builtin_packs_get_default ();
  OnsitePackEntry *entry = NULL;

  for (guint i = 0; i < packs->len && entry == NULL; i++)
    if (g_file_equal (onsite_pack_entry_get_file (g_ptr_array_index (packs, i)), wanted))
      entry = g_ptr_array_index (packs, i);

  g_assert_nonnull (entry);
  g_assert_cmpstr (onsite_pack_entry_get_id (entry), ==, onsite_builtin_packs_get_default_id ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/builtin-packs/all-of-them-can-be-read", test_all_can_be_read);
  g_test_add_func ("/builtin-packs/the-default-is-one-of-them", test_default_is_one_of_them);

  return g_test_run ();
}
