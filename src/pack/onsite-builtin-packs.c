/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "onsite-builtin-packs.h"

#define DEFAULT_PACK  "amazon-tpm.json"
#define SCHEMA_SUFFIX ".schema.json"

static GFile *
find_folder (void)
{
#ifdef ONSITE_DEVELOPMENT
  g_autoptr (GFile) sources = g_file_new_for_path (ONSITE_SOURCE_DATADIR "/packs");

  if (g_file_query_exists (sources, NULL))
    return g_steal_pointer (&sources);
#endif

  return g_file_new_for_path (PKGDATADIR "/packs");
}

static gboolean
is_pack_name (const char *name)
{
  return g_str_has_suffix (name, ".json") && !g_str_has_suffix (name, SCHEMA_SUFFIX);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *second = g_file_get_basename (*(GFile *const *) b);

  return g_strcmp0 (first, second);
}

GPtrArray *
onsite_builtin_packs_list (GError **error)
{
  g_autoptr (GFile) folder = find_folder ();
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;
  GFile *file;

  children = g_file_enumerate_children (folder,
                                        G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE,
                                        NULL,
                                        error);
  if (!children)
    return NULL;

  do
    {
      if (!g_file_enumerator_iterate (children, &info, &file, NULL, error))
        return NULL;
      if (info && is_pack_name (g_file_info_get_name (info)))
        g_ptr_array_add (packs, g_object_ref (file));
    }
  while (info);

  g_ptr_array_sort (packs, compare_names);

  return g_steal_pointer (&packs);
}

GFile *
onsite_builtin_packs_get_default (void)
{
  g_autoptr (GFile) folder = find_folder ();

  return g_file_get_child (folder, DEFAULT_PACK);
}
