/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-full-disk.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-reserve.h"

char *
onsite_full_disk_describe (gint64 free_bytes, OnsiteCodec codec)
{
  const gint64 minutes = onsite_reserve_fitting_minutes (free_bytes, codec);

  if (minutes < 1)
    return g_strdup (
        C_ ("told",
            "The disk is full, and hardly any room is left for your answers. Make room "
            "on it now."));

  /* Translators: how long one may speak until it is used up. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The disk is full. What was set aside holds about %d more "
                                       "minute of your answers. Make room when you can.",
                                       "The disk is full. What was set aside holds about %d more "
                                       "minutes of your answers. Make room when you can.",
                                       (gulong) minutes),
                          (int) MIN (minutes, G_MAXINT));
}
