/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-long-loop FILE [ANSWERS SECONDS]: a library with one loop of so many answers, of
 * which each recording is so long; forty of twenty seconds, for those who look at its pages. */

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
  guint n_answers = N_ANSWERS;
  guint seconds = CLIP_SECONDS;

  if (argc != 2 && argc != 4)
    {
      g_printerr ("Usage: %s FILE [ANSWERS SECONDS]\n", argv[0]);
      return 2;
    }
  if (argc == 4)
    {
      n_answers = (guint) g_ascii_strtoull (argv[2], NULL, 10);
      seconds = (guint) g_ascii_strtoull (argv[3], NULL, 10);
    }

  pack = onsite_pack_load (file, NULL, &error);
  g_assert_no_error (error);
  library = onsite_library_open (argv[1], ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  loop = debriefed_make_long_loop (pack, n_answers);
  debriefed_keep (library, loop, pack, seconds);
  onsite_library_close (library, &error);
  g_assert_no_error (error);

  return 0;
}
