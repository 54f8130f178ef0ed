/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-paths.h"

char *
onsite_paths_dup_library (void)
{
  return g_build_filename (g_get_user_data_dir (), "onsite", "library.onsite", NULL);
}
