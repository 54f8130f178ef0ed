/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "onsite-pack-version.h"

#define SUFFIX        ".json"
#define SCHEMA_SUFFIX ".schema.json"

GQuark
onsite_pack_folder_error_quark (void)
{
  return g_quark_from_static_string ("onsite-pack-folder-error-quark");
}

static gboolean
is_pack_name (const char *name)
{
  return g_str_has_suffix (name, SUFFIX) && !g_str_has_suffix (name, SCHEMA_SUFFIX);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *second = g_file_get_basename (*(GFile *const *) b);

  return g_strcmp0 (first, second);
}

static GPtrArray *
list_files (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;
  GFile *file;

  children = g_file_enumerate_children (folder,
                                        G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE,
                                        cancellable,
                                        error);
  if (children == NULL)
    return NULL;

  do
    {
      if (!g_file_enumerator_iterate (children, &info, &file, cancellable, error))
        return NULL;
      if (info != NULL && is_pack_name (g_file_info_get_name (info)))
        g_ptr_array_add (files, g_object_ref (file));
    }
  while (info != NULL);

  g_ptr_array_sort (files, compare_files);

  return g_steal_pointer (&files);
}

GPtrArray *
onsite_pack_folder_read (GFile *folder,
                         gboolean built_in,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) files = list_files (folder, cancellable, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (files == NULL)
    return NULL;

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (entries,
                     onsite_pack_entry_load (g_ptr_array_index (files, i), built_in, cancellable));

  /* What was given up looks like a pack that can't be read. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&entries);
}

static const char *
get_version (OnsitePackEntry *entry)
{
  return onsite_pack_get_version (onsite_pack_entry_get_pack (entry));
}

/* Of those that are the same pack, the newest. */
static OnsitePackEntry *
find_newest (GPtrArray *entries, OnsitePackEntry *like)
{
  OnsitePackEntry *newest = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      OnsitePackEntry *entry = g_ptr_array_index (entries, i);

      if (onsite_pack_entry_is_same (entry, like) &&
          (newest == NULL ||
           onsite_pack_version_compare (get_version (entry), get_version (newest)) > 0))
        newest = entry;
    }

  return newest;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  OnsitePackEntry *first = *(OnsitePackEntry *const *) a;
  OnsitePackEntry *second = *(OnsitePackEntry *const *) b;
  int order = g_utf8_collate (onsite_pack_entry_get_name (first),
                              onsite_pack_entry_get_name (second));

  return order != 0
             ? order
             : g_strcmp0 (onsite_pack_entry_get_id (first), onsite_pack_entry_get_id (second));
}

GPtrArray *
onsite_pack_folder_merge (GPtrArray *built_in, GPtrArray *added)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < built_in->len; i++)
    {
      OnsitePackEntry *entry = g_ptr_array_index (built_in, i);

      if (find_newest (added, entry) == NULL)
        g_ptr_array_add (merged, g_object_ref (entry));
    }

  for (guint i = 0; i < added->len; i++)
    {
      OnsitePackEntry *entry = g_ptr_array_index (added, i);
      OnsitePackEntry *newest = find_newest (added, entry);
      OnsitePackEntry *other = find_newest (built_in, entry);

      if (newest != NULL && newest != entry)
        continue;

      g_ptr_array_add (merged,
                       other != NULL ? onsite_pack_entry_new_instead_of (entry, other)
                                     : g_object_ref (entry));
    }

  g_ptr_array_sort (merged, compare_entries);

  return merged;
}

static gboolean
make_folder (GFile *folder, GError **error)
{
  const char *path = g_file_peek_path (folder);
  int code;

  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  code = errno;
  g_set_error (error,
               G_FILE_ERROR,
               g_file_error_from_errno (code),
               C_ ("error", "The folder %s can’t be made: %s."),
               path,
               g_strerror (code));

  return FALSE;
}

/* Its id and its language make a name that is no path, whatever is in the pack. */
static GFile *
make_place (GFile *folder, OnsitePack *pack)
{
  g_autofree char *language = g_ascii_strdown (onsite_pack_get_language (pack), -1);
  g_autofree char *name = g_strconcat (onsite_pack_get_id (pack), ".", language, SUFFIX, NULL);

  return g_file_get_child (folder, name);
}

static gboolean
check_newer (OnsitePackEntry *entry, OnsitePackEntry *old, GError **error)
{
  int order = onsite_pack_version_compare (get_version (entry), get_version (old));

  if (order > 0)
    return TRUE;

  g_set_error (error,
               ONSITE_PACK_FOLDER_ERROR,
               ONSITE_PACK_FOLDER_ERROR_NOT_NEWER,
               order < 0 ? C_ ("error", "“%s” is there already in version %s, and this is %s.")
                         : C_ ("error",
                               "“%s” is there already in version %s, with another text: this "
                               "is %s too."),
               onsite_pack_entry_get_name (old),
               get_version (old),
               get_version (entry));

  return FALSE;
}

gboolean
onsite_pack_folder_write (GFile *file, GBytes *content, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return make_folder (folder, error) &&
         g_file_set_contents_full (g_file_peek_path (file),
                                   data,
                                   (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

OnsitePackEntry *
onsite_pack_folder_add (GFile *folder,
                        GPtrArray *present,
                        GFile *file,
                        gboolean force,
                        char **replaced,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (OnsitePack) pack = onsite_pack_load (file, cancellable, error);
  g_autoptr (OnsitePackEntry) entry = NULL;
  g_autoptr (GFile) place = NULL;
  OnsitePackEntry *old;

  if (pack == NULL)
    return NULL;

  entry = onsite_pack_entry_new (file, pack);
  old = find_newest (present, entry);
  if (old != NULL)
    {
      OnsitePack *old_pack = onsite_pack_entry_get_pack (old);

      if (g_str_equal (onsite_pack_get_hash (pack), onsite_pack_get_hash (old_pack)))
        return g_object_ref (old);
      if (!force && !check_newer (entry, old, error))
        return NULL;
    }

  place = old != NULL && !onsite_pack_entry_get_built_in (old)
              ? g_object_ref (onsite_pack_entry_get_file (old))
              : make_place (folder, pack);
  if (!onsite_pack_folder_write (place, onsite_pack_get_bytes (pack), error))
    return NULL;
  if (replaced != NULL)
    *replaced = old != NULL ? g_strdup (get_version (old)) : NULL;

  return onsite_pack_entry_new (place, pack);
}
