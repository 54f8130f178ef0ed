/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sample-maker.h"

#include "audio/onsite-encode.h"
#include "audio/onsite-voice.h"
#include "onsite-library-sink.h"
#include "onsite-sample.h"

#define VOICE_RATE 1.0

typedef struct
{
  OnsiteLibrary *library;
  OnsitePack *pack;
  OnsiteSampleProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;

  OnsiteLoop *loop;
  OnsiteLibrarySink *sink;
  guint n_turns;
  guint n_made;
} Making;

static GBytes *
render_turn (Making *self,
             const OnsiteAnswer *answer,
             guint turn,
             guint *sample_rate,
             GError **error)
{
  const char *language = onsite_pack_get_language (self->pack);
  /* The last voice is the one that interviewers are given last. */
  guint speaker = MAX (onsite_voice_get_n_speakers (language), 1) - 1;
  g_autofree char *words = onsite_sample_dup_words (self->pack, answer, turn);

  return onsite_voice_render (words, language, speaker, VOICE_RATE, sample_rate, error);
}

static gboolean
make_turn (Making *self, const OnsiteAnswer *answer, guint turn, GError **error)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);
  g_autofree char *clip = g_uuid_string_random ();
  g_autoptr (GBytes) speech = NULL;
  const gint16 *samples;
  guint sample_rate;
  gsize size;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  speech = render_turn (self, answer, turn, &sample_rate, error);
  if (!speech)
    return FALSE;

  samples = g_bytes_get_data (speech, &size);
  onsite_library_sink_expect (self->sink, clip, take->id, turn, take->created_at_us);
  if (!onsite_audio_encode_clip (samples,
                                 size / sizeof *samples,
                                 sample_rate,
                                 ONSITE_CODEC_OPUS,
                                 clip,
                                 onsite_library_sink_get_functions (),
                                 self->sink,
                                 error))
    return FALSE;

  self->n_made++;
  if (self->progress)
    self->progress ((double) self->n_made / self->n_turns, self->progress_data);

  return TRUE;
}

static gboolean
make_answer (Making *self, const OnsiteAnswer *answer, GError **error)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  for (guint i = 0; i < take->turns->len; i++)
    if (!make_turn (self, answer, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
make_answers (Making *self, GError **error)
{
  for (guint i = 0; i < self->loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (self->loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        if (!make_answer (self, g_ptr_array_index (round->answers, j), error))
          return FALSE;
    }

  return TRUE;
}

static guint
count_turns (const OnsiteLoop *loop)
{
  guint n_turns = 0;

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        n_turns += onsite_answer_get_current_take (g_ptr_array_index (round->answers, j))
                       ->turns->len;
    }

  return n_turns;
}

static gboolean
put_into_bin (Making *self, gint64 now_us, GError **error)
{
  OnsiteChange *change = onsite_change_new ();

  self->loop->deleted_at_us = now_us;
  onsite_change_purge_samples (change);
  onsite_change_add_loop (change, self->loop, onsite_pack_get_bytes (self->pack));

  return onsite_library_commit (self->library, change, error);
}

static gboolean
take_out_of_bin (Making *self, GError **error)
{
  OnsiteChange *change;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  change = onsite_change_new ();
  onsite_change_restore_loop (change, self->loop->id);

  return onsite_library_commit (self->library, change, error);
}

/* If this fails too, the next sample takes it away. */
static void
discard (Making *self)
{
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;

  onsite_change_purge_loop (change, self->loop->id);
  if (!onsite_library_commit (self->library, change, &error))
    g_message ("A sample that was not finished is still in the bin: %s", error->message);
}

static char *
make (Making *self, GError **error)
{
  const gint64 now_us = g_get_real_time ();
  g_autoptr (OnsiteLoop) loop = onsite_sample_new (self->pack, now_us, error);
  g_autoptr (OnsiteLibrarySink) sink = NULL;

  if (!loop)
    return NULL;

  sink = onsite_library_sink_new (self->library, NULL, NULL);
  self->loop = loop;
  self->sink = sink;
  self->n_turns = count_turns (loop);
  if (!put_into_bin (self, now_us, error))
    return NULL;
  if (make_answers (self, error) && take_out_of_bin (self, error))
    return g_strdup (loop->id);

  discard (self);

  return NULL;
}

char *
onsite_sample_make (OnsiteLibrary *library,
                    OnsitePack *pack,
                    OnsiteSampleProgressFunc progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Making making = {
    .library = library,
    .pack = pack,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };

  g_return_val_if_fail (ONSITE_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (pack, NULL);

  return make (&making, error);
}

/* Without blocking. */

typedef struct
{
  GMainContext *context; /* where progress is told */
  OnsitePack *pack;
  OnsiteSampleProgressFunc progress;
  gpointer progress_data;
} Order;

typedef struct
{
  OnsiteSampleProgressFunc progress;
  gpointer progress_data;
  double fraction;
} Step;

static void
order_free (Order *self)
{
  g_main_context_unref (self->context);
  onsite_pack_unref (self->pack);
  g_free (self);
}

static gboolean
tell_step (gpointer user_data)
{
  const Step *step = user_data;

  step->progress (step->fraction, step->progress_data);

  return G_SOURCE_REMOVE;
}

static void
pass_step_on (double fraction, gpointer user_data)
{
  const Order *order = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();
  Step *step;

  if (!order->progress)
    return;

  step = g_new0 (Step, 1);
  step->progress = order->progress;
  step->progress_data = order->progress_data;
  step->fraction = fraction;
  /* As high as the task's end, so that no step comes after it. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_step, step, g_free);
  g_source_attach (source, order->context);
}

static void
make_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;
  char *loop = onsite_sample_make (source_object,
                                   order->pack,
                                   pass_step_on,
                                   order,
                                   cancellable,
                                   &error);

  if (loop)
    g_task_return_pointer (task, loop, g_free);
  else
    g_task_return_error (task, error);
}

void
onsite_sample_make_async (OnsiteLibrary *library,
                          OnsitePack *pack,
                          OnsiteSampleProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (ONSITE_IS_LIBRARY (library));
  g_return_if_fail (pack);

  order = g_new0 (Order, 1);
  order->context = g_main_context_ref_thread_default ();
  order->pack = onsite_pack_ref (pack);
  order->progress = progress;
  order->progress_data = progress_data;
  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_sample_make_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, make_in_thread);
}

char *
onsite_sample_make_finish (OnsiteLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
