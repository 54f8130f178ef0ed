/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-export.h"

#include <string.h>

#include "onsite-share-write.h"
#include "json/onsite-json-reader.h"

#define MAX_PARTS   100000
#define MAX_SAMPLES ((gint64) ONSITE_SAMPLE_RATE * 60 * 60 * 24 * 365)

/* As a library has it: what this program wrote, as large as a loop may be. */
static const OnsiteJsonLimits limits = { 64 * 1024 * 1024, 16, 4 * 1000 * 1000 };

static const char *const span_kinds[] = { "mute", "cut", NULL };

static void
export_clip_free (gpointer data)
{
  OnsiteExportClip *self = data;

  g_free (self->id);
  g_clear_pointer (&self->redaction, onsite_redaction_free);
  g_free (self);
}

static void
export_take_free (gpointer data)
{
  OnsiteExportTake *self = data;

  g_free (self->answer);
  g_free (self->take);
  g_ptr_array_unref (self->clips);
  g_free (self);
}

static OnsiteExport *
export_new (const char *id, const char *loop, gboolean blind)
{
  OnsiteExport *self = g_new0 (OnsiteExport, 1);

  self->id = g_strdup (id);
  self->loop = g_strdup (loop);
  self->blind = blind;
  self->takes = g_ptr_array_new_with_free_func (export_take_free);

  return self;
}

void
onsite_export_free (OnsiteExport *self)
{
  g_free (self->id);
  g_free (self->loop);
  g_ptr_array_unref (self->takes);
  g_free (self);
}

static OnsiteExportTake *
add_take (OnsiteExport *self, char *answer, char *id)
{
  OnsiteExportTake *take = g_new0 (OnsiteExportTake, 1);

  take->answer = answer;
  take->take = id;
  take->clips = g_ptr_array_new_with_free_func (export_clip_free);
  g_ptr_array_add (self->takes, take);

  return take;
}

static void
add_clip (OnsiteExportTake *self, char *id, GArray *spans, gint64 n_samples)
{
  OnsiteExportClip *clip = g_new0 (OnsiteExportClip, 1);

  clip->id = id;
  clip->redaction = onsite_redaction_new ((const OnsiteSpan *) (gpointer) spans->data,
                                          spans->len,
                                          n_samples);
  g_ptr_array_add (self->clips, clip);
}

static void
copy_take (OnsiteExport *self, const OnsiteCapsuleAnswer *answer, const OnsiteCapsuleTake *take)
{
  OnsiteExportTake *copy = add_take (self, g_strdup (answer->id), g_strdup (take->id));

  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip)
        add_clip (copy,
                  g_strdup (turn->clip->id),
                  onsite_redaction_get_spans (turn->clip->redaction),
                  onsite_redaction_get_clip_samples (turn->clip->redaction));
    }
}

OnsiteExport *
onsite_export_new_from_capsule (const OnsiteCapsule *capsule)
{
  OnsiteExport *self = export_new (capsule->export, capsule->loop, capsule->blind);

  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (capsule->answers, i);

      for (guint j = 0; j < answer->takes->len; j++)
        copy_take (self, answer, g_ptr_array_index (answer->takes, j));
    }

  return self;
}

static void
write_span (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteSpan *span = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "kind", span_kinds[span->kind]);
  onsite_json_writer_add_integer (writer, "from_ms", span->from_ms);
  onsite_json_writer_add_integer (writer, "to_ms", span->to_ms);
  onsite_json_writer_end_object (writer);
}

static void
write_clip (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteExportClip *clip = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", clip->id);
  onsite_json_writer_add_integer (writer,
                                  "samples",
                                  onsite_redaction_get_clip_samples (clip->redaction));
  onsite_json_writer_add_integer (writer,
                                  "copy_ms",
                                  onsite_redaction_get_copy_ms (clip->redaction));
  onsite_share_write_structs (writer,
                              "spans",
                              onsite_redaction_get_spans (clip->redaction),
                              write_span);
  onsite_json_writer_end_object (writer);
}

static void
write_take (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteExportTake *take = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "answer", take->answer);
  onsite_json_writer_add_string (writer, "take", take->take);
  onsite_share_write_array (writer, "clips", take->clips, write_clip);
  onsite_json_writer_end_object (writer);
}

OnsiteExportRecord *
onsite_export_to_record (const OnsiteExport *self, gint64 created_at_us)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_autofree char *document = NULL;

  onsite_json_writer_begin_object (writer);
  onsite_share_write_array (writer, "takes", self->takes, write_take);
  onsite_json_writer_end_object (writer);
  document = onsite_json_writer_to_string (writer, FALSE);

  return onsite_export_record_new (self->id, self->loop, created_at_us, self->blind, document);
}

static gboolean
read_span (const OnsiteJsonValue *value, GArray *spans, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  OnsiteSpan span;

  onsite_json_reader_init (&reader, value);
  span.kind = (OnsiteSpanKind) onsite_json_reader_get_enum (&reader, "kind", span_kinds);
  span.from_ms = onsite_json_reader_get_integer (&reader, "from_ms", 0, MAX_SAMPLES);
  span.to_ms = onsite_json_reader_get_integer (&reader, "to_ms", 0, MAX_SAMPLES);
  if (!onsite_json_reader_finish (&reader, error))
    return FALSE;
  g_array_append_val (spans, span);

  return TRUE;
}

static gboolean
read_clip (const OnsiteJsonValue *value, OnsiteExportTake *take, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (OnsiteSpan));
  g_autofree char *id = NULL;
  const OnsiteJsonValue *array;
  gint64 n_samples;

  onsite_json_reader_init (&reader, value);
  id = onsite_json_reader_dup_string (&reader, "id", ONSITE_JSON_TEXT_LINE, 1, 64);
  n_samples = onsite_json_reader_get_integer (&reader, "samples", 0, MAX_SAMPLES);
  onsite_json_reader_get_integer (&reader, "copy_ms", 0, MAX_SAMPLES);
  array = onsite_json_reader_get_array (&reader, "spans", 0, MAX_PARTS);
  if (!onsite_json_reader_finish (&reader, error))
    return FALSE;
  for (guint i = 0; i < onsite_json_value_get_length (array); i++)
    if (!read_span (onsite_json_value_get_child (array, i), spans, error))
      return FALSE;
  add_clip (take, g_steal_pointer (&id), spans, n_samples);

  return TRUE;
}

static gboolean
read_take (const OnsiteJsonValue *value, OnsiteExport *self, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  g_autofree char *answer = NULL;
  g_autofree char *id = NULL;
  const OnsiteJsonValue *clips;
  OnsiteExportTake *take;

  onsite_json_reader_init (&reader, value);
  answer = onsite_json_reader_dup_string (&reader, "answer", ONSITE_JSON_TEXT_LINE, 1, 64);
  id = onsite_json_reader_dup_string (&reader, "take", ONSITE_JSON_TEXT_LINE, 1, 64);
  clips = onsite_json_reader_get_array (&reader, "clips", 0, MAX_PARTS);
  if (!onsite_json_reader_finish (&reader, error))
    return FALSE;
  take = add_take (self, g_steal_pointer (&answer), g_steal_pointer (&id));
  for (guint i = 0; i < onsite_json_value_get_length (clips); i++)
    if (!read_clip (onsite_json_value_get_child (clips, i), take, error))
      return FALSE;

  return TRUE;
}

OnsiteExport *
onsite_export_new_from_record (const OnsiteExportRecord *record, GError **error)
{
  g_autoptr (OnsiteExport) self = export_new (record->id, record->loop, record->blind);
  g_autoptr (GBytes) bytes = g_bytes_new_static (record->document, strlen (record->document));
  g_autoptr (OnsiteJsonDocument) document = NULL;
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  const OnsiteJsonValue *takes;

  document = onsite_json_document_new_from_bytes (bytes, record->id, &limits, error);
  if (!document)
    return NULL;
  onsite_json_reader_init (&reader, onsite_json_document_get_root (document));
  takes = onsite_json_reader_get_array (&reader, "takes", 0, MAX_PARTS);
  if (!onsite_json_reader_finish (&reader, error))
    return NULL;
  for (guint i = 0; i < onsite_json_value_get_length (takes); i++)
    if (!read_take (onsite_json_value_get_child (takes, i), self, error))
      return NULL;

  return g_steal_pointer (&self);
}

const OnsiteExportClip *
onsite_export_take_find_clip (const OnsiteExportTake *self, const char *clip)
{
  for (guint i = 0; i < self->clips->len; i++)
    {
      const OnsiteExportClip *found = g_ptr_array_index (self->clips, i);

      if (g_str_equal (found->id, clip))
        return found;
    }

  return NULL;
}
