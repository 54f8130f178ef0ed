/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-base64-stream.h"

/* How much is turned into text at a time, and what g_base64_encode_step() may make of it. */
#define STEP_BYTES (24 * 1024)
#define TEXT_BYTES ((STEP_BYTES / 3 + 1) * 4 + 4)

struct _OnsiteBase64Stream
{
  GFilterOutputStream parent_instance;

  int state;
  int save;
  char text[TEXT_BYTES];
};

G_DEFINE_FINAL_TYPE (OnsiteBase64Stream, onsite_base64_stream, G_TYPE_FILTER_OUTPUT_STREAM)

static gboolean
write_text (OnsiteBase64Stream *self, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (self));

  return g_output_stream_write_all (base, self->text, n_bytes, NULL, cancellable, error);
}

static gssize
onsite_base64_stream_write (GOutputStream *stream,
                            const void *buffer,
                            gsize count,
                            GCancellable *cancellable,
                            GError **error)
{
  OnsiteBase64Stream *self = ONSITE_BASE64_STREAM (stream);
  gsize n_taken = MIN (count, STEP_BYTES);
  gsize n_bytes = g_base64_encode_step (buffer,
                                        n_taken,
                                        FALSE,
                                        self->text,
                                        &self->state,
                                        &self->save);

  return write_text (self, n_bytes, cancellable, error) ? (gssize) n_taken : -1;
}

static gboolean
onsite_base64_stream_close (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  OnsiteBase64Stream *self = ONSITE_BASE64_STREAM (stream);
  gsize n_bytes = g_base64_encode_close (FALSE, self->text, &self->state, &self->save);

  return write_text (self, n_bytes, cancellable, error);
}

static void
onsite_base64_stream_class_init (OnsiteBase64StreamClass *klass)
{
  GOutputStreamClass *stream_class = G_OUTPUT_STREAM_CLASS (klass);

  stream_class->write_fn = onsite_base64_stream_write;
  stream_class->close_fn = onsite_base64_stream_close;
}

static void
onsite_base64_stream_init (OnsiteBase64Stream *self)
{
}

GOutputStream *
onsite_base64_stream_new (GOutputStream *base)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (base), NULL);

  return g_object_new (ONSITE_TYPE_BASE64_STREAM,
                       "base-stream",
                       base,
                       "close-base-stream",
                       FALSE,
                       NULL);
}
