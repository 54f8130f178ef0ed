/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-format.h"

#include <glib/gi18n-lib.h>

#include "onsite-share-audio.h"
#include "onsite-share-failure.h"
#include "onsite-share-html.h"
#include "onsite-share-json.h"
#include "onsite-share-pdf.h"
#include "onsite-share-texts.h"
#include "onsite-share-track.h"

static const OnsiteShareFormat formats[] = {
  { .name = "html",
    .title = NC_ ("format", "Page for a Coach"),
    .summary = NC_ ("format",
                    "Opens in any browser. Your coach hears, comments and rates in it, and sends "
                    "you a review back."),
    .suffix = ".html",
    .is_reviewed = TRUE,
    .has_sound = TRUE,
    .write = onsite_share_html_write,
    .estimate = onsite_share_html_estimate },
  { .name = "pdf",
    .title = NC_ ("format", "Paper"),
    .summary = NC_ ("format", "The debrief as a PDF, to be printed, without the sound."),
    .suffix = ".pdf",
    .write = onsite_share_pdf_write,
    .estimate = onsite_share_pdf_estimate },
  { .name = "audio",
    .title = NC_ ("format", "Sound Files"),
    .summary = NC_ ("format", "An Ogg file for each answer, with chapters."),
    .suffix = ".ogg",
    .is_folder = TRUE,
    .has_sound = TRUE,
    .needs_sound = TRUE,
    .write = onsite_share_audio_write,
    .estimate = onsite_share_audio_estimate },
  { .name = "json",
    .title = NC_ ("format", "Data File"),
    .summary = NC_ ("format", "Everything but the sound, as JSON, for other programs."),
    .suffix = ".json",
    .is_reviewed = TRUE,
    .write = onsite_share_json_write,
    .estimate = onsite_share_json_estimate },
  { .name = "vtt",
    .title = NC_ ("format", "Captions"),
    .summary = NC_ ("format", "What was asked and marked, and when, as WebVTT, without the sound."),
    .suffix = ".vtt",
    .is_folder = TRUE,
    .write = onsite_share_vtt_write,
    .estimate = onsite_share_texts_estimate },
  { .name = "labels",
    .title = NC_ ("format", "Labels"),
    .summary = NC_ ("format", "Your marks, for the sound editor Audacity, without the sound."),
    .suffix = ".txt",
    .is_folder = TRUE,
    .write = onsite_share_labels_write,
    .estimate = onsite_share_texts_estimate },
};

const OnsiteShareFormat *
onsite_share_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

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

static gboolean
write_files (const OnsiteShareFormat *self, const OnsiteShareJob *job, GError **error)
{
  if (self->needs_sound && onsite_capsule_count (job->capsule).audio_ms == 0)
    {
      onsite_share_tracks_set_empty (error);
      return FALSE;
    }
  if (!self->write (job, error) || g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;

  return onsite_share_files_keep (job->files, error);
}

gboolean
onsite_share_format_write (const OnsiteShareFormat *self, const OnsiteShareJob *job, GError **error)
{
  if (write_files (self, job, error))
    return TRUE;
  onsite_share_failure_explain (onsite_share_files_get_target (job->files), error);

  return FALSE;
}
