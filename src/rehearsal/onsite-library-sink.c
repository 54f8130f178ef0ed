/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library-sink.h"

typedef struct
{
  char *take;
  guint turn;
  gint64 created_at_us;
} Belonging;

struct _OnsiteLibrarySink
{
  gatomicrefcount ref_count;
  OnsiteLibrary *library;
  GMainContext *context;

  /* Used in the main context alone. */
  OnsiteClipEndedFunc ended;
  gpointer user_data;

  GMutex mutex;
  GHashTable *expected; /* clip → Belonging */
};

typedef struct
{
  OnsiteLibrarySink *sink;
  char *clip;
  gint64 n_samples;
  OnsiteReceipt *receipt;
} Ending;

static void
belonging_free (Belonging *self)
{
  g_free (self->take);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Belonging, belonging_free)

static void
ending_free (Ending *self)
{
  onsite_library_sink_unref (self->sink);
  g_free (self->clip);
  g_free (self->receipt);
  g_free (self);
}

static Belonging *
take_belonging (OnsiteLibrarySink *self, const char *clip)
{
  gpointer key = NULL, value = NULL;

  g_mutex_lock (&self->mutex);
  g_hash_table_steal_extended (self->expected, clip, &key, &value);
  g_mutex_unlock (&self->mutex);

  g_free (key);
  return value;
}

static void
sink_begin (const char *clip, guint pre_skip_samples, GBytes *codec_head, gpointer user_data)
{
  OnsiteLibrarySink *self = user_data;
  g_autoptr (Belonging) belonging = take_belonging (self, clip);

  g_return_if_fail (belonging != NULL);
  onsite_library_begin_clip (self->library,
                             belonging->take,
                             belonging->turn,
                             clip,
                             pre_skip_samples,
                             codec_head,
                             belonging->created_at_us);
}

static void
sink_segment (const char *clip,
              guint index,
              gint64 start_samples,
              gint64 gap_us,
              gpointer user_data)
{
  OnsiteLibrarySink *self = user_data;

  onsite_library_begin_segment (self->library, clip, index, start_samples, gap_us);
}

static void
sink_chunk (const char *clip,
            guint segment,
            gint64 start_samples,
            gint64 n_samples,
            GBytes *packets,
            GBytes *peaks,
            gpointer user_data)
{
  OnsiteLibrarySink *self = user_data;
  const OnsiteChunk chunk = {
    .segment = segment,
    .start_samples = start_samples,
    .n_samples = n_samples,
    .packets = packets,
    .peaks = peaks,
  };

  onsite_library_append_chunk (self->library, clip, &chunk);
}

static gboolean
tell_ended (gpointer user_data)
{
  const Ending *ending = user_data;

  if (ending->sink->ended != NULL)
    ending->sink->ended (ending->clip, ending->n_samples, ending->receipt, ending->sink->user_data);

  return G_SOURCE_REMOVE;
}

/* Not by g_main_context_invoke_full(), which may tell it in the thread that calls. */
static void
tell_later (Ending *ending)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_ended, ending, (GDestroyNotify) ending_free);
  g_source_attach (source, ending->sink->context);
}

static void
sink_end (const char *clip, gint64 n_samples, const OnsiteReceipt *receipt, gpointer user_data)
{
  OnsiteLibrarySink *self = user_data;
  Ending *ending = g_new0 (Ending, 1);

  onsite_library_end_measured_clip (self->library, clip, n_samples, receipt);

  ending->sink = onsite_library_sink_ref (self);
  ending->clip = g_strdup (clip);
  ending->n_samples = n_samples;
  ending->receipt = receipt != NULL ? onsite_receipt_copy (receipt) : NULL;
  tell_later (ending);
}

OnsiteLibrarySink *
onsite_library_sink_new (OnsiteLibrary *library, OnsiteClipEndedFunc ended, gpointer user_data)
{
  OnsiteLibrarySink *self = g_new0 (OnsiteLibrarySink, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->library = g_object_ref (library);
  self->context = g_main_context_ref_thread_default ();
  self->ended = ended;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  self->expected = g_hash_table_new_full (g_str_hash,
                                          g_str_equal,
                                          g_free,
                                          (GDestroyNotify) belonging_free);
  return self;
}

OnsiteLibrarySink *
onsite_library_sink_ref (OnsiteLibrarySink *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
onsite_library_sink_unref (OnsiteLibrarySink *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->library);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_hash_table_unref (self->expected);
  g_free (self);
}

void
onsite_library_sink_disconnect (OnsiteLibrarySink *self)
{
  self->ended = NULL;
}

void
onsite_library_sink_expect (OnsiteLibrarySink *self,
                            const char *clip,
                            const char *take,
                            guint turn,
                            gint64 created_at_us)
{
  Belonging *belonging = g_new0 (Belonging, 1);

  belonging->take = g_strdup (take);
  belonging->turn = turn;
  belonging->created_at_us = created_at_us;

  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->expected, g_strdup (clip), belonging);
  g_mutex_unlock (&self->mutex);
}

void
onsite_library_sink_forget (OnsiteLibrarySink *self, const char *clip)
{
  g_autoptr (Belonging) belonging = take_belonging (self, clip);
}

const OnsiteRecorderSink *
onsite_library_sink_get_functions (void)
{
  static const OnsiteRecorderSink functions = {
    .begin = sink_begin,
    .segment = sink_segment,
    .chunk = sink_chunk,
    .end = sink_end,
  };

  return &functions;
}
