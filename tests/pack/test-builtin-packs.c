/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/onsite-builtin-packs.h"
#include "pack/onsite-pack.h"

static void
test_all_can_be_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = onsite_builtin_packs_list (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (packs->len, >, 0);
  for (guint i = 0; i < packs->len; i++)
    {
      g_autoptr (OnsitePack) pack = onsite_pack_load (g_ptr_array_index (packs, i), NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (pack);
    }
}

static void
test_default_is_one_of_them (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = onsite_builtin_packs_list (&error);
  g_autoptr (GFile) wanted = onsite_builtin_packs_get_default ();

  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find_with_equal_func (packs, wanted, (GEqualFunc) g_file_equal, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/builtin-packs/all-of-them-can-be-read", test_all_can_be_read);
  g_test_add_func ("/builtin-packs/the-default-is-one-of-them", test_default_is_one_of_them);

  return g_test_run ();
}
