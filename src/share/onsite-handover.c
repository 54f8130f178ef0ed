/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-handover.h"

#include "library/onsite-library-exports.h"
#include "onsite-export.h"
#include "onsite-peaks.h"

static void
recall_clip (const OnsiteExportClip *exported, const OnsiteLoop *loop, OnsiteSelection *selection)
{
  const OnsiteClip *clip = onsite_loop_find_clip (loop, exported->id);
  GArray *spans = onsite_redaction_get_spans (exported->redaction);
  gint64 end_ms;

  if (!clip)
    return;
  /* The last one was widened to a whole step. */
  end_ms = (clip->n_samples + ONSITE_SAMPLES_PER_MS - 1) / ONSITE_SAMPLES_PER_MS;
  for (guint i = 0; i < spans->len; i++)
    {
      OnsiteSpan span = g_array_index (spans, OnsiteSpan, i);

      span.to_ms = MIN (span.to_ms, end_ms);
      if (span.from_ms < span.to_ms)
        onsite_selection_add_span (selection, clip->id, &span);
    }
}

/* The clips of one export, but for those of which a newer one told already. */
static void
recall_export (const OnsiteExport *export,
               const OnsiteLoop *loop,
               GHashTable *told,
               OnsiteSelection *selection)
{
  for (guint i = 0; i < export->takes->len; i++)
    {
      const OnsiteExportTake *take = g_ptr_array_index (export->takes, i);

      for (guint j = 0; j < take->clips->len; j++)
        {
          const OnsiteExportClip *clip = g_ptr_array_index (take->clips, j);

          if (g_hash_table_add (told, g_strdup (clip->id)))
            recall_clip (clip, loop, selection);
        }
    }
}

gboolean
onsite_handover_recall_spans (OnsiteLibrary *library,
                              const OnsiteLoop *loop,
                              OnsiteSelection *selection,
                              GError **error)
{
  g_autoptr (GPtrArray) records = onsite_library_list_exports (library, loop->id, error);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!records)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (OnsiteExport) export = onsite_export_new_from_record (records->pdata[i], error);

      if (!export)
        return FALSE;
      recall_export (export, loop, told, selection);
    }

  return TRUE;
}

OnsiteCapsule *
onsite_handover_prepare (OnsiteLibrary *library,
                         const OnsiteDebrief *debrief,
                         const OnsiteSelection *selection,
                         const OnsiteShareFormat *format,
                         GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (OnsiteSelection) wanted = onsite_selection_copy (selection);
  g_autoptr (GHashTable) peaks = onsite_peaks_load (library, debrief->loop, selection, error);

  if (!peaks)
    return NULL;
  if (!format->has_sound)
    wanted->includes &= ~ONSITE_INCLUDE_AUDIO;

  return onsite_capsule_new (debrief->loop, debrief->pack, wanted, peaks, id, error);
}

/* Before anything leaves: a review of it could not be taken otherwise. */
static gboolean
keep_record (const OnsiteShareJob *job, gint64 now_us, GError **error)
{
  g_autoptr (OnsiteExport) export = onsite_export_new_from_capsule (job->capsule);
  g_autoptr (OnsiteExportRecord) record = onsite_export_to_record (export, now_us);
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_export (change, record);

  return onsite_library_commit (job->library, change, error);
}

gboolean
onsite_handover_write (const OnsiteShareFormat *format,
                       const OnsiteShareJob *job,
                       gint64 now_us,
                       GError **error)
{
  return (!format->is_reviewed || keep_record (job, now_us, error)) &&
         onsite_share_format_write (format, job, error);
}
