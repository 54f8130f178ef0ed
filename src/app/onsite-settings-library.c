/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "onsite-settings-library.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-paths.h"

char *
onsite_settings_library_dup_path (GSettings *settings)
{
  g_autofree char *set = g_settings_get_string (settings, "library-path");

  return *set != '\0' ? g_steal_pointer (&set) : onsite_paths_dup_library ();
}

gboolean
onsite_settings_library_move (const char *from, const char *to, GError **error)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *set = onsite_settings_library_dup_path (settings);

  if (g_strcmp0 (set, from) != 0)
    return TRUE;

  if (g_settings_set_string (settings, "library-path", to))
    {
      g_settings_sync ();
      return TRUE;
    }

  g_set_error_literal (error,
                       G_IO_ERROR,
                       G_IO_ERROR_FAILED,
                       C_ ("error", "The settings can’t be written, so nothing was changed."));

  return FALSE;
}
