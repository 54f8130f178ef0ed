/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a library with the sample, from which tests/fixtures/libraries/make
 * makes the fixture of a schema version. */

#include "library-sample.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture = { NULL };

  if (argc != 2)
    {
      g_printerr ("Usage: %s FILE\n", argv[0]);
      return 2;
    }

  fixture.library = onsite_library_open (argv[1], ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  library_sample_add (&fixture);
  fixture_close (&fixture);

  return 0;
}
