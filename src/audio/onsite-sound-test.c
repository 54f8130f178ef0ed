/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sound-test.h"

#include "onsite-audio.h"
#include "onsite-capture.h"
#include "onsite-cleaning.h"
#include "onsite-devices.h"

#define WANTED_SAMPLES (ONSITE_AUDIO_RATE / 1000 * ONSITE_SOUND_TEST_MS)

/* One microphone that is listened to. */
typedef struct
{
  const char *id;
  gboolean clean;
  GCancellable *cancellable;
  GThread *thread;
  GError *error;

  GMutex lock;
  OnsiteSoundMeter *meter;
  GByteArray *samples;
} Ear;

typedef struct
{
  char *id;
  char **others;
  gboolean clean;
} Request;

static void
request_free (Request *self)
{
  g_free (self->id);
  g_strfreev (self->others);
  g_free (self);
}

static Ear *
ear_new (const char *id, gboolean clean, GCancellable *cancellable)
{
  Ear *self = g_new0 (Ear, 1);

  self->id = id;
  self->clean = clean;
  self->cancellable = cancellable;
  self->meter = onsite_sound_meter_new ();
  self->samples = g_byte_array_new ();
  g_mutex_init (&self->lock);
  return self;
}

static void
ear_free (Ear *self)
{
  onsite_sound_meter_free (self->meter);
  g_byte_array_unref (self->samples);
  g_mutex_clear (&self->lock);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ear, ear_free)

static gsize
get_n_missing (Ear *self)
{
  const gsize n_samples = self->samples->len / sizeof (gint16);

  return n_samples < WANTED_SAMPLES ? WANTED_SAMPLES - n_samples : 0;
}

static void
on_block (const gint16 *samples,
          gsize n_samples,
          gint64 time_us,
          gint64 since_us,
          gpointer user_data)
{
  Ear *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const gsize n_taken = MIN (n_samples, get_n_missing (self));

  onsite_sound_meter_feed (self->meter, samples, n_taken);
  g_byte_array_append (self->samples,
                       (const guint8 *) samples,
                       (guint) (n_taken * sizeof (gint16)));
}

static void
on_clipped (guint n_clipped, gpointer user_data)
{
  Ear *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (get_n_missing (self) > 0)
    onsite_sound_meter_add_clipped (self->meter, n_clipped);
}

/* What went away has been heard for a while, and is judged by that. */
static void
on_gone (const GError *error, gpointer user_data)
{
}

static void
wait_for_end (GCancellable *cancellable)
{
  GPollFD poll = { 0 };

  if (cancellable != NULL && g_cancellable_make_pollfd (cancellable, &poll))
    {
      g_poll (&poll, 1, ONSITE_SOUND_TEST_MS);
      g_cancellable_release_fd (cancellable);
    }
  else
    g_usleep (ONSITE_SOUND_TEST_MS * G_TIME_SPAN_MILLISECOND);
}

static gpointer
listen_in_thread (gpointer data)
{
  static const OnsiteCaptureFuncs funcs = { on_block, on_clipped, on_gone };
  Ear *self = data;
  GstElement *source = onsite_devices_make_source (self->id);
  g_autoptr (OnsiteCapture) capture = NULL;

  if (self->clean)
    onsite_cleaning_ask (source);
  capture = onsite_capture_new (source, &funcs, self, &self->error);

  if (capture == NULL || !onsite_capture_start (capture, self->cancellable, &self->error))
    return NULL;

  wait_for_end (self->cancellable);
  onsite_capture_stop (capture);
  return NULL;
}

static Ear *
listen (const char *id, gboolean clean, GCancellable *cancellable)
{
  Ear *ear = ear_new (id, clean, cancellable);

  ear->thread = g_thread_new ("ear", listen_in_thread, ear);
  return ear;
}

static void
judge (OnsiteSoundTest *self, GPtrArray *ears, char **others)
{
  const OnsiteSoundFigures *loudest = NULL;
  g_autofree OnsiteSoundFigures *figures = g_new0 (OnsiteSoundFigures, ears->len);
  guint which = 0;

  for (guint i = 1; i < ears->len; i++)
    {
      const Ear *ear = g_ptr_array_index (ears, i);

      figures[i] = onsite_sound_meter_get_figures (ear->meter);
      if (loudest == NULL || figures[i].level_db > loudest->level_db)
        {
          loudest = &figures[i];
          which = i;
        }
    }

  self->verdict = onsite_sound_figures_judge (&self->figures, WANTED_SAMPLES, loudest);
  if (self->verdict == ONSITE_SOUND_ELSEWHERE)
    self->elsewhere = g_strdup (others[which - 1]);
}

/* The first of the ears is the one that is tried. */
static OnsiteSoundTest *
sum_up (GPtrArray *ears, char **others)
{
  OnsiteSoundTest *self = g_new0 (OnsiteSoundTest, 1);
  const Ear *tried = g_ptr_array_index (ears, 0);

  self->figures = onsite_sound_meter_get_figures (tried->meter);
  self->samples = g_bytes_new (tried->samples->data, tried->samples->len);
  judge (self, ears, others);
  return self;
}

static void
run_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (GPtrArray) ears = g_ptr_array_new_with_free_func ((GDestroyNotify) ear_free);
  GError *error = NULL;

  if (!onsite_audio_init (&error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_add (ears, listen (request->id, request->clean, cancellable));
  for (char **other = request->others; *other != NULL; other++)
    g_ptr_array_add (ears, listen (*other, request->clean, cancellable));
  for (guint i = 0; i < ears->len; i++)
    g_thread_join (((Ear *) g_ptr_array_index (ears, i))->thread);

  error = g_steal_pointer (&((Ear *) g_ptr_array_index (ears, 0))->error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           sum_up (ears, request->others),
                           (GDestroyNotify) onsite_sound_test_free);
}

void
onsite_sound_test_run_async (const char *id,
                             const char *const *others,
                             gboolean clean,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->id = g_strdup (id);
  request->others = g_strdupv ((char **) others);
  request->clean = clean;
  g_task_set_source_tag (task, onsite_sound_test_run_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, run_in_thread);
}

OnsiteSoundTest *
onsite_sound_test_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
onsite_sound_test_free (OnsiteSoundTest *self)
{
  g_bytes_unref (self->samples);
  g_free (self->elsewhere);
  g_free (self);
}
