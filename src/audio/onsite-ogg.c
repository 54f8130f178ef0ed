/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ogg.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-clip-reader.h"
#include "onsite-audio.h"
#include "onsite-ogg-stream.h"
#include "onsite-packets.h"

/* Tags have to fit into one page, and a title is no essay. */
#define MAX_TAG_CHARS 1000

typedef struct
{
  OnsiteOggStream *stream;
  const OnsiteOggTags *tags;
  GCancellable *cancellable;
  gboolean has_headers;
  gint64 granule; /* at the end of what has been added */
  gint64 end;     /* where the last clip ends in it */
} Export;

static void
append_string (GByteArray *packet, const char *string)
{
  guint32 length = GUINT32_TO_LE ((guint32) strlen (string));

  g_byte_array_append (packet, (const guint8 *) &length, sizeof length);
  g_byte_array_append (packet, (const guint8 *) string, (guint) strlen (string));
}

static guint
append_tag (GByteArray *packet, const char *name, const char *value)
{
  g_autofree char *valid = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *tag = NULL;

  if (!value || !*value)
    return 0;
  valid = g_utf8_make_valid (value, -1);
  cut = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_TAG_CHARS));
  tag = g_strconcat (name, "=", cut, NULL);
  append_string (packet, tag);
  return 1;
}

/* The comment header: RFC 7845, 5.2. */
static GBytes *
make_opus_tags (const OnsiteOggTags *tags)
{
  GByteArray *packet = g_byte_array_new ();
  guint32 n_tags = 0;
  guint count_offset;

  g_byte_array_append (packet, (const guint8 *) "OpusTags", 8);
  append_string (packet, "Onsite");
  count_offset = packet->len;
  g_byte_array_append (packet, (const guint8 *) &n_tags, sizeof n_tags);
  if (tags)
    n_tags = append_tag (packet, "TITLE", tags->title) +
             append_tag (packet, "ARTIST", tags->artist);
  packet->data[count_offset] = (guint8) n_tags;
  return g_byte_array_free_to_bytes (packet);
}

/* Each header has pages of its own. */
static gboolean
add_headers (Export *self, GBytes *opus_head, GError **error)
{
  g_autoptr (GBytes) opus_tags = make_opus_tags (self->tags);

  self->has_headers = TRUE;
  return onsite_ogg_stream_add (self->stream, opus_head, 0, self->cancellable, error) &&
         onsite_ogg_stream_flush (self->stream, self->cancellable, error) &&
         onsite_ogg_stream_add (self->stream, opus_tags, 0, self->cancellable, error) &&
         onsite_ogg_stream_flush (self->stream, self->cancellable, error);
}

/* The packets of a chunk that hold something of what lies before @end. */
static gboolean
add_chunk (Export *self, OnsiteChunk *chunk, gint64 end, GError **error)
{
  gsize offset = 0;

  while (self->granule < end)
    {
      g_autoptr (GBytes) packet = onsite_packets_take (chunk->packets, &offset);

      if (!packet)
        break;
      self->granule += ONSITE_AUDIO_FRAME_SAMPLES;
      if (!onsite_ogg_stream_add (self->stream, packet, self->granule, self->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_clip (Export *self, OnsiteLibrary *library, const char *clip, GError **error)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (library, clip, error);
  g_autoptr (GError) failure = NULL;
  gint64 n_samples, end;

  if (!reader)
    return FALSE;
  n_samples = onsite_clip_reader_get_n_samples (reader);
  if (n_samples == 0)
    return TRUE;
  if (!self->has_headers && !add_headers (self, onsite_clip_reader_get_opus_head (reader), error))
    return FALSE;
  end = self->granule + n_samples + onsite_clip_reader_get_pre_skip_samples (reader);
  while (self->granule < end)
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &failure);

      if (failure)
        g_propagate_error (error, g_steal_pointer (&failure));
      else if (chunk && add_chunk (self, chunk, end, error))
        continue;
      else if (!chunk)
        break;
      return FALSE;
    }
  self->end = MIN (end, self->granule);
  return TRUE;
}

static gboolean
write_stream (OnsiteLibrary *library,
              const char *const *clips,
              const OnsiteOggTags *tags,
              GOutputStream *output,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (OnsiteOggStream) stream = onsite_ogg_stream_new (output, g_random_int ());
  Export export = { .stream = stream, .tags = tags, .cancellable = cancellable };

  for (; *clips; clips++)
    if (!add_clip (&export, library, *clips, error))
      return FALSE;
  if (export.end > 0)
    return onsite_ogg_stream_end (stream, export.end, cancellable, error);
  g_set_error_literal (error,
                       ONSITE_AUDIO_ERROR,
                       ONSITE_AUDIO_ERROR_FAILED,
                       C_ ("error", "There is no sound to write: nothing was recorded."));
  return FALSE;
}

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

static gboolean
write_file (OnsiteLibrary *library,
            const char *const *clips,
            const OnsiteOggTags *tags,
            GFile *file,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileOutputStream) plain = NULL;
  g_autoptr (GOutputStream) output = NULL;

  plain = g_file_create (file, G_FILE_CREATE_NONE, cancellable, error);
  if (!plain)
    return FALSE;
  output = g_buffered_output_stream_new (G_OUTPUT_STREAM (plain));
  return write_stream (library, clips, tags, output, cancellable, error) &&
         g_output_stream_close (output, cancellable, error);
}

gboolean
onsite_ogg_write (OnsiteLibrary *library,
                  const char *const *clips,
                  const OnsiteOggTags *tags,
                  GFile *file,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) temporary = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (library && clips && file, FALSE);

  temporary = make_temporary (file);
  if (write_file (library, clips, tags, temporary, cancellable, error) &&
      g_file_move (temporary, file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error))
    return TRUE;
  g_file_delete (temporary, NULL, NULL);
  name = g_file_get_parse_name (file);
  g_prefix_error (error, C_ ("error", "“%s” was not written: "), name);
  return FALSE;
}
