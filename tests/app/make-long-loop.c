/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-long-loop FILE: a library with one loop of forty answers, for those who
 * look at its pages. */

#include "debriefed.h"
#include "pack/onsite-builtin-packs.h"

#define N_ANSWERS    40
#define CLIP_SECONDS 20

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();
  g_autoptr (OnsitePack) pack = NULL;
  g_autoptr (OnsiteLoop) loop = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: %s FILE\n", argv[0]);
      return 2;
    }

  pack = onsite_pack_load (file, NULL, &error);
  g_assert_no_error (error);
  library = onsite_library_open (argv[1], ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  loop = debriefed_make_long_loop (pack, N_ANSWERS);
  debriefed_keep (library, loop, pack, CLIP_SECONDS);
  onsite_library_close (library, &error);
  g_assert_no_error (error);

  return 0;
}
