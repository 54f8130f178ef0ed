/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-format.h"

#include <glib/gi18n-lib.h>

#include "onsite-share-json.h"

static const OnsiteShareFormat formats[] = {
  { .name = "json",
    .suffix = ".json",
    .is_reviewed = TRUE,
    .write = onsite_share_json_write,
    .estimate = onsite_share_json_estimate },
};

const OnsiteShareFormat *
onsite_share_format_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];

  return NULL;
}

char *
onsite_share_format_dup_names (void)
{
  GString *names = g_string_new (formats[0].name);

  for (gsize i = 1; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (names, ", %s", formats[i].name);

  return g_string_free (names, FALSE);
}

gboolean
onsite_share_format_write (const OnsiteShareFormat *self, const OnsiteShareJob *job, GError **error)
{
  if (self->needs_sound && onsite_capsule_count (job->capsule).audio_ms == 0)
    {
      g_set_error_literal (error,
                           ONSITE_SHARE_ERROR,
                           ONSITE_SHARE_ERROR_EMPTY,
                           C_ ("error", "There is no sound in what was chosen."));
      return FALSE;
    }
  if (!self->write (job, error) || g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;

  return onsite_share_files_keep (job->files, error);
}
