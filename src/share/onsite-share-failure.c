/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-failure.h"

#include <glib/gi18n-lib.h>

static char *
explain (const char *name, const char *folder, const GError *error)
{
  switch (error->code)
    {
    case G_IO_ERROR_NO_SPACE:
      /* Translators: the name of a file, and the folder that it was to be in. */
      return g_strdup_printf (C_ ("error",
                                  "There isn’t enough room for “%s” in %s. Make room there, or "
                                  "save it somewhere else."),
                              name,
                              folder);

    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      /* Translators: the name of a file, and the folder that it was to be in. */
      return g_strdup_printf (C_ ("error", "You may not write “%s” in %s. Save it somewhere else."),
                              name,
                              folder);

    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      /* Translators: the name of a file, and the folder that it was to be in. */
      return g_strdup_printf (C_ ("error",
                                  "“%s” can’t be written in %s: there is no such folder, or it "
                                  "takes no files. Save it somewhere else."),
                              name,
                              folder);

    default:
      /* Translators: the name of a file, the folder that it was to be in, and why it failed, as
       * the system words it. */
      return g_strdup_printf (
          C_ ("error", "“%s” can’t be written in %s. Save it somewhere else. (%s)"),
          name,
          folder,
          error->message);
    }
}

void
onsite_share_failure_explain (GFile *target, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GFile) folder = NULL;
  char *message;

  if (!error || !*error || (*error)->domain != G_IO_ERROR ||
      g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  folder = g_file_get_parent (target);
  base = g_file_get_basename (target);
  name = g_filename_display_name (base);
  place = g_file_get_parse_name (folder ? folder : target);
  message = explain (name, place, *error);
  g_free ((*error)->message);
  (*error)->message = message;
}
