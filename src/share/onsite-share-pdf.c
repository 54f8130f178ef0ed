/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-pdf.h"

#include "onsite-capsule-pdf.h"

/* As loops from the built-in packs have it: type, and an answer with its follow-ups. */
#define FONT_BYTES   40000
#define ANSWER_BYTES 30000

gboolean
onsite_share_pdf_write (const OnsiteShareJob *job, GError **error)
{
  const OnsitePaper *paper = job->paper ? job->paper : onsite_paper_get_usual ();
  g_autoptr (GOutputStream) output = onsite_share_files_add (job->files,
                                                             NULL,
                                                             job->cancellable,
                                                             error);

  return output &&
         onsite_capsule_pdf_write (job->capsule,
                                   paper,
                                   output,
                                   job->progress,
                                   job->progress_data,
                                   job->cancellable,
                                   error) &&
         g_output_stream_close (output, job->cancellable, error);
}

gint64
onsite_share_pdf_estimate (const OnsiteCapsule *capsule)
{
  return FONT_BYTES + (gint64) capsule->answers->len * ANSWER_BYTES;
}
