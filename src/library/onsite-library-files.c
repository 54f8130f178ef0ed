/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library-files.h"

#include "onsite-new-file.h"

void
onsite_library_files_remove (const char *path)
{
  onsite_new_file_discard (path);
}
