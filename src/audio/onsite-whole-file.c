/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-whole-file.h"

#include <glib/gi18n-lib.h>

/* Beside the file, so that it can be moved onto it at once. */
static GFile *
make_temporary (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".%s.%.8s.part", base, id);

  return g_file_get_child (folder ? folder : file, name);
}

gboolean
onsite_whole_file_write (GFile *file,
                         OnsiteWholeFileFunc write,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GFile) temporary = make_temporary (file);
  g_autofree char *name = NULL;

  if (write (temporary, user_data, cancellable, error) &&
      g_file_move (temporary, file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error))
    return TRUE;
  g_file_delete (temporary, NULL, NULL);
  name = g_file_get_parse_name (file);
  g_prefix_error (error, C_ ("error", "“%s” was not written: "), name);
  return FALSE;
}
