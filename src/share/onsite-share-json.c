/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-json.h"

#include <string.h>

#include "onsite-capsule-json.h"

gboolean
onsite_share_json_write (const OnsiteShareJob *job, GError **error)
{
  g_autofree char *text = onsite_capsule_to_json (job->capsule, TRUE);
  g_autoptr (GOutputStream) output = onsite_share_files_add (job->files,
                                                             NULL,
                                                             job->cancellable,
                                                             error);

  return output &&
         g_output_stream_write_all (output, text, strlen (text), NULL, job->cancellable, error) &&
         g_output_stream_write_all (output, "\n", 1, NULL, job->cancellable, error) &&
         g_output_stream_close (output, job->cancellable, error);
}

/* It is little, even of a whole loop. */
gint64
onsite_share_json_estimate (const OnsiteCapsule *capsule)
{
  g_autofree char *text = onsite_capsule_to_json (capsule, TRUE);

  return (gint64) strlen (text) + 1;
}
