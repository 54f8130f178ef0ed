/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-player.h"

#include "onsite-deck.h"

#define MIN_RATE             0.75
#define MAX_RATE             2.0
#define POSITION_INTERVAL_MS 50
/* What stands for so long does not go on by itself; so near to its end it has ended. */
#define STILL_US    G_USEC_PER_SEC
#define NEAR_END_MS 100
/* One after the other, each of which may take twice as long as the one before. */
#define MAX_RENEWALS 2
/* A sound server that hangs keeps the worker. */
#define MAX_WAIT_US    (10 * G_USEC_PER_SEC)
#define SAMPLES_PER_MS (ONSITE_AUDIO_RATE / 1000)
#define NO_SEEK        ONSITE_DECK_NO_SEEK

struct _OnsitePlayer
{
  GObject parent_instance;

  OnsiteSinkFunc sink;
  gpointer sink_data;
  GDestroyNotify sink_destroy;

  GMainContext *context;
  GThreadPool *worker;
  OnsiteDeck *deck;      /* (nullable): what is loaded */
  GCancellable *loading; /* (nullable) */
  guint generation;
  GSource *ticker;
  gboolean playing;
  gboolean ended;
  gint64 still_us;  /* since when it has been where it is, though it should move */
  guint n_renewals; /* of its sink, since it moved last */
  gint64 position_ms;
  gint64 duration_ms;
  double rate;
  gboolean skip_silence;
  double volume;
  GArray *omissions; /* (nullable) (element-type OnsiteOmission) */
};

enum
{
  PROP_0,
  PROP_POSITION_MS,
  PROP_DURATION_MS,
  PROP_PLAYING,
  PROP_RATE,
  PROP_SKIP_SILENCE,
  PROP_VOLUME,
  N_PROPERTIES,
};

enum
{
  ENDED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsitePlayer, onsite_player, G_TYPE_OBJECT)

static void
send_to_worker_with_sink (OnsitePlayer *self, gint64 seek_sample, GstElement *sink)
{
  onsite_deck_want (self->deck,
                    self->worker,
                    self->playing,
                    self->rate,
                    self->skip_silence,
                    seek_sample,
                    sink);
}

static void
send_to_worker (OnsitePlayer *self, gint64 seek_sample)
{
  send_to_worker_with_sink (self, seek_sample, NULL);
}

static void
drop_deck (OnsitePlayer *self)
{
  if (self->deck)
    onsite_deck_drop (g_steal_pointer (&self->deck), self->worker);
}

static void
set_position_ms (OnsitePlayer *self, gint64 position_ms)
{
  if (self->position_ms == position_ms)
    return;
  self->position_ms = position_ms;
  self->still_us = g_get_monotonic_time ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION_MS]);
}

static void
update_position (OnsitePlayer *self)
{
  gint64 sample;

  /* While a seek waits, the position is already the one that was asked for. */
  if (!self->deck || onsite_deck_is_seeking (self->deck))
    return;
  if (self->ended)
    {
      set_position_ms (self, self->duration_ms);
      return;
    }
  sample = onsite_playback_get_sample (onsite_deck_get_playback (self->deck));
  if (sample < 0)
    return;
  if (sample / SAMPLES_PER_MS > self->position_ms)
    self->n_renewals = 0;
  set_position_ms (self, sample / SAMPLES_PER_MS);
}

static void
leap (OnsitePlayer *self)
{
  gint64 to_ms = onsite_omission_find_leap (self->omissions, self->position_ms, self->duration_ms);

  if (to_ms >= 0)
    onsite_player_seek (self, to_ms);
}

static void end (OnsitePlayer *self);

static void
fail (OnsitePlayer *self, const GError *error)
{
  onsite_player_unload (self);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
fail_without_answer (OnsitePlayer *self)
{
  g_autoptr (GError) error = onsite_playback_make_error ();

  fail (self, error);
}

/* Goes on from where it is by a new sink, which has a clock of its own. */
static void
renew (OnsitePlayer *self)
{
  if (self->n_renewals == MAX_RENEWALS)
    {
      fail_without_answer (self);
      return;
    }
  self->n_renewals++;
  self->still_us = g_get_monotonic_time ();
  send_to_worker_with_sink (self, self->position_ms * SAMPLES_PER_MS, self->sink (self->sink_data));
}

/* PulseAudio's clock stands still once it has nothing more to play, and with little to play
 * after a seek it does so just before the end that GStreamer's sink then waits for. */
static void
help_on (OnsitePlayer *self)
{
  OnsitePlayback *playback = onsite_deck_get_playback (self->deck);
  const gint64 now_us = g_get_monotonic_time ();

  if (onsite_playback_is_reading (playback))
    self->still_us = now_us;
  else if (onsite_deck_get_wait_us (self->deck) > MAX_WAIT_US)
    fail_without_answer (self);
  else if (onsite_deck_is_seeking (self->deck))
    self->still_us = now_us;
  else if (onsite_playback_has_lost_time (playback))
    renew (self);
  else if (now_us - self->still_us <= STILL_US << self->n_renewals)
    return;
  else if (self->position_ms >= self->duration_ms - NEAR_END_MS)
    end (self);
  else
    renew (self);
}

static gboolean
on_tick (gpointer user_data)
{
  OnsitePlayer *self = user_data;
  /* Whoever is told may let go of it. */
  g_autoptr (OnsitePlayer) alive = g_object_ref (self);

  update_position (self);
  /* Whoever was told may have paused it there. */
  if (self->playing)
    leap (self);
  if (self->playing)
    help_on (self);
  return G_SOURCE_CONTINUE;
}

static void
set_playing (OnsitePlayer *self, gboolean playing)
{
  if (self->playing == playing)
    return;
  self->playing = playing;
  if (playing)
    {
      self->still_us = g_get_monotonic_time ();
      self->ticker = g_timeout_source_new (POSITION_INTERVAL_MS);
      g_source_set_callback (self->ticker, on_tick, self, NULL);
      g_source_attach (self->ticker, self->context);
    }
  else
    {
      g_source_destroy (self->ticker);
      g_clear_pointer (&self->ticker, g_source_unref);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

static void
end (OnsitePlayer *self)
{
  self->ended = TRUE;
  set_position_ms (self, self->duration_ms);
  set_playing (self, FALSE);
  send_to_worker (self, NO_SEEK);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
set_duration_ms (OnsitePlayer *self, gint64 duration_ms)
{
  if (self->duration_ms == duration_ms)
    return;
  self->duration_ms = duration_ms;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DURATION_MS]);
}

/* Goes on from where it is, with what has been set meanwhile. */
static void
seek_in_place (OnsitePlayer *self)
{
  if (!self->deck)
    return;
  update_position (self);
  send_to_worker (self, self->position_ms * SAMPLES_PER_MS);
}

static void
onsite_player_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OnsitePlayer *self = ONSITE_PLAYER (object);

  switch (id)
    {
    case PROP_RATE:
      if (self->rate == g_value_get_double (value))
        return;
      self->rate = g_value_get_double (value);
      seek_in_place (self);
      break;
    case PROP_SKIP_SILENCE:
      if (self->skip_silence == g_value_get_boolean (value))
        return;
      self->skip_silence = g_value_get_boolean (value);
      seek_in_place (self);
      break;
    case PROP_VOLUME:
      if (self->volume == g_value_get_double (value))
        return;
      self->volume = g_value_get_double (value);
      if (self->deck)
        onsite_playback_set_volume (onsite_deck_get_playback (self->deck), self->volume);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
onsite_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsitePlayer *self = ONSITE_PLAYER (object);

  switch (id)
    {
    case PROP_POSITION_MS:
      g_value_set_int64 (value, onsite_player_get_position_ms (self));
      break;
    case PROP_DURATION_MS:
      g_value_set_int64 (value, self->duration_ms);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_RATE:
      g_value_set_double (value, self->rate);
      break;
    case PROP_SKIP_SILENCE:
      g_value_set_boolean (value, self->skip_silence);
      break;
    case PROP_VOLUME:
      g_value_set_double (value, self->volume);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_player_dispose (GObject *object)
{
  OnsitePlayer *self = ONSITE_PLAYER (object);

  if (self->ticker)
    g_source_destroy (self->ticker);
  g_clear_pointer (&self->ticker, g_source_unref);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  drop_deck (self);
  G_OBJECT_CLASS (onsite_player_parent_class)->dispose (object);
}

static void
onsite_player_finalize (GObject *object)
{
  OnsitePlayer *self = ONSITE_PLAYER (object);

  g_clear_pointer (&self->omissions, g_array_unref);
  /* What is queued is still done. */
  g_thread_pool_free (self->worker, FALSE, FALSE);
  if (self->sink_destroy)
    self->sink_destroy (self->sink_data);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (onsite_player_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_POSITION_MS] =
      g_param_spec_int64 ("position-ms", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_DURATION_MS] =
      g_param_spec_int64 ("duration-ms", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, readable);
  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, MIN_RATE, MAX_RATE, 1, writable);
  properties[PROP_SKIP_SILENCE] = g_param_spec_boolean ("skip-silence",
                                                        NULL,
                                                        NULL,
                                                        FALSE,
                                                        writable);
  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0, 1, 1, writable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
onsite_player_class_init (OnsitePlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = onsite_player_set_property;
  object_class->get_property = onsite_player_get_property;
  object_class->dispose = onsite_player_dispose;
  object_class->finalize = onsite_player_finalize;
  install_properties (object_class);

  signals[ENDED] =
      g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed",
                                  type,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
onsite_player_init (OnsitePlayer *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->worker = onsite_deck_new_worker ();
  self->rate = 1;
  self->volume = 1;
}

static void
on_told (gpointer owner, guint generation, guint n_seek, const GError *error)
{
  OnsitePlayer *self = owner;

  if (generation != self->generation || !self->deck)
    return;
  if (error)
    {
      fail (self, error);
      return;
    }
  /* Somebody may have sought away from the end meanwhile. That a seek is still being done
   * tells nothing: one to the end may have ended before the worker has come back from it. */
  if (self->ended || !onsite_deck_is_current (self->deck, n_seek))
    return;
  end (self);
}

/* Loading. */

typedef struct
{
  OnsiteLibrary *library;
  char *clip;
  GBytes *peaks;
  guint generation;
  GCancellable *stop;
  GCancellable *cancellable; /* (nullable): of the caller */
  gulong cancelled_handler;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_cancellable_disconnect (load->cancellable, load->cancelled_handler);
  g_clear_object (&load->cancellable);
  g_object_unref (load->stop);
  g_clear_pointer (&load->peaks, g_bytes_unref);
  g_object_unref (load->library);
  g_free (load->clip);
  g_free (load);
}

static void
load_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  OnsitePlayer *self = source_object;
  Load *load = task_data;
  g_autoptr (OnsiteDeck) deck = onsite_deck_new (self, load->generation, self->context, on_told);
  GError *error = NULL;

  if (onsite_deck_load (deck,
                        load->library,
                        load->clip,
                        load->peaks,
                        self->sink,
                        self->sink_data,
                        load->stop,
                        &error))
    g_task_return_pointer (task, g_steal_pointer (&deck), (GDestroyNotify) onsite_deck_unref);
  else
    g_task_return_error (task, error);
}

static void
take_deck (OnsitePlayer *self, OnsiteDeck *deck)
{
  OnsitePlayback *playback = onsite_deck_get_playback (deck);

  self->deck = deck;
  self->ended = FALSE;
  g_clear_object (&self->loading);
  set_position_ms (self, 0);
  set_duration_ms (self, onsite_playback_get_n_samples (playback) / SAMPLES_PER_MS);
  onsite_playback_set_volume (playback, self->volume);
  onsite_playback_set_omissions (playback, self->omissions);
  if (self->rate != 1 || self->skip_silence || self->omissions)
    send_to_worker (self, 0);
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OnsitePlayer *self = ONSITE_PLAYER (object);
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  OnsiteDeck *deck = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (load->stop))
    {
      if (deck)
        onsite_deck_drop (g_steal_pointer (&deck), self->worker);
      g_clear_error (&error);
      g_cancellable_set_error_if_cancelled (load->stop, &error);
    }
  if (!deck)
    {
      g_task_return_error (task, error);
      return;
    }
  take_deck (self, deck);
  g_task_return_boolean (task, TRUE);
}

static void
on_peaks (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) worker = user_data;
  Load *load = g_task_get_task_data (worker);
  GError *error = NULL;

  load->peaks = onsite_library_load_peaks_finish (ONSITE_LIBRARY (object), result, &error);
  if (error)
    g_task_return_error (worker, error);
  else
    g_task_run_in_thread (worker, load_in_thread);
}

static void
stop_loading (GCancellable *cancellable, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

OnsitePlayer *
onsite_player_new (OnsiteSinkFunc sink, gpointer sink_data, GDestroyNotify sink_destroy)
{
  OnsitePlayer *self = g_object_new (ONSITE_TYPE_PLAYER, NULL);

  self->sink = sink;
  self->sink_data = sink_data;
  self->sink_destroy = sink_destroy;
  return self;
}

void
onsite_player_load_async (OnsitePlayer *self,
                          OnsiteLibrary *library,
                          const char *clip,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task, *worker;
  Load *load;

  g_return_if_fail (ONSITE_IS_PLAYER (self));
  g_return_if_fail (library && clip);

  onsite_player_unload (self);
  load = g_new0 (Load, 1);
  load->library = g_object_ref (library);
  load->clip = g_strdup (clip);
  load->generation = self->generation;
  load->stop = g_cancellable_new ();
  g_set_object (&self->loading, load->stop);
  if (cancellable)
    {
      load->cancellable = g_object_ref (cancellable);
      load->cancelled_handler = g_cancellable_connect (cancellable,
                                                       G_CALLBACK (stop_loading),
                                                       load->stop,
                                                       NULL);
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_player_load_async);
  worker = g_task_new (self, load->stop, on_loaded, task);
  g_task_set_source_tag (worker, onsite_player_load_async);
  g_task_set_task_data (worker, load, load_free);
  /* Else what nobody wants any more would be freed here, which waits for the pipeline. */
  g_task_set_check_cancellable (worker, FALSE);
  onsite_library_load_peaks_async (library, clip, load->stop, on_peaks, worker);
}

gboolean
onsite_player_load_finish (OnsitePlayer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
onsite_player_play (OnsitePlayer *self)
{
  g_return_if_fail (ONSITE_IS_PLAYER (self));

  if (!self->deck || self->playing)
    return;
  set_playing (self, TRUE);
  send_to_worker (self, self->ended ? 0 : NO_SEEK);
  self->ended = FALSE;
}

void
onsite_player_pause (OnsitePlayer *self)
{
  g_return_if_fail (ONSITE_IS_PLAYER (self));

  if (!self->deck || !self->playing)
    return;
  update_position (self);
  set_playing (self, FALSE);
  send_to_worker (self, NO_SEEK);
}

void
onsite_player_unload (OnsitePlayer *self)
{
  g_return_if_fail (ONSITE_IS_PLAYER (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->generation++;
  self->ended = FALSE;
  self->n_renewals = 0;
  drop_deck (self);
  set_playing (self, FALSE);
  set_position_ms (self, 0);
  set_duration_ms (self, 0);
}

void
onsite_player_seek (OnsitePlayer *self, gint64 position_ms)
{
  g_return_if_fail (ONSITE_IS_PLAYER (self));

  if (!self->deck)
    return;
  position_ms = CLAMP (position_ms, 0, self->duration_ms);
  /* There is nothing to hear there, and a sink that gets nothing may not tell. */
  if (self->playing && position_ms == self->duration_ms)
    {
      end (self);
      return;
    }
  self->ended = FALSE;
  self->still_us = g_get_monotonic_time ();
  send_to_worker (self, position_ms * SAMPLES_PER_MS);
  set_position_ms (self, position_ms);
}

void
onsite_player_set_omissions (OnsitePlayer *self, GArray *omissions)
{
  g_return_if_fail (ONSITE_IS_PLAYER (self));

  if (self->omissions == omissions)
    return;
  g_clear_pointer (&self->omissions, g_array_unref);
  self->omissions = omissions ? g_array_ref (omissions) : NULL;
  if (!self->deck)
    return;
  onsite_playback_set_omissions (onsite_deck_get_playback (self->deck), self->omissions);
  seek_in_place (self);
}

gint64
onsite_player_get_position_ms (OnsitePlayer *self)
{
  g_return_val_if_fail (ONSITE_IS_PLAYER (self), 0);

  return self->position_ms;
}

gint64
onsite_player_get_duration_ms (OnsitePlayer *self)
{
  g_return_val_if_fail (ONSITE_IS_PLAYER (self), 0);

  return self->duration_ms;
}

gboolean
onsite_player_get_playing (OnsitePlayer *self)
{
  g_return_val_if_fail (ONSITE_IS_PLAYER (self), FALSE);

  return self->playing;
}
