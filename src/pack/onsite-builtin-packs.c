/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "onsite-builtin-packs.h"

GFile *
onsite_builtin_packs_get_folder (void)
{
#ifdef ONSITE_DEVELOPMENT
  g_autoptr (GFile) sources = g_file_new_for_path (ONSITE_SOURCE_DATADIR "/packs");

  if (g_file_query_exists (sources, NULL))
    return g_steal_pointer (&sources);
#endif

  return g_file_new_for_path (PKGDATADIR "/packs");
}

GFile *
onsite_builtin_packs_get_default (void)
{
  g_autoptr (GFile) folder = onsite_builtin_packs_get_folder ();

  return g_file_get_child (folder, DEFAULT_PACK ".json");
}

const char *
onsite_builtin_packs_get_default_id (void)
{
  return DEFAULT_PACK;
}
