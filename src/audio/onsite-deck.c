/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-deck.h"

#define NO_SEEK ONSITE_DECK_NO_SEEK

typedef struct
{
  gboolean playing;
  gint64 seek_sample; /* of a seek that waits, or NO_SEEK */
  guint n_seeks;      /* that were wanted so far */
  double rate;
  gboolean skip_silence;
  GstElement *sink; /* (nullable): that takes the place of the one that there is */
  gboolean stopped;
} Wish;

struct _OnsiteDeck
{
  gatomicrefcount count;
  OnsitePlayback *playback;

  /* Who hears what the pipeline tells. */
  GWeakRef owner;
  GMainContext *context;
  guint generation;
  OnsiteDeckFunc told;

  GMutex lock;
  gboolean queued;
  Wish wish;
  gboolean seeking; /* the worker is about to */
  gint64 wanted_us; /* since when the worker has had something to do, or 0 */
};

OnsiteDeck *
onsite_deck_new (gpointer owner, guint generation, GMainContext *context, OnsiteDeckFunc told)
{
  OnsiteDeck *self = g_new0 (OnsiteDeck, 1);

  g_atomic_ref_count_init (&self->count);
  g_mutex_init (&self->lock);
  g_weak_ref_init (&self->owner, owner);
  self->context = g_main_context_ref (context);
  self->generation = generation;
  self->told = told;
  self->wish.seek_sample = NO_SEEK;
  return self;
}

OnsiteDeck *
onsite_deck_ref (OnsiteDeck *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
onsite_deck_unref (OnsiteDeck *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_clear_object (&self->playback);
  g_clear_object (&self->wish.sink);
  g_weak_ref_clear (&self->owner);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* What the pipeline tells, brought into the owner's context. */

typedef struct
{
  gpointer owner;
  guint generation;
  guint n_seek;
  OnsiteDeckFunc told;
  GError *error; /* (nullable): it ended */
} Event;

static void
event_free (gpointer data)
{
  Event *event = data;

  g_object_unref (event->owner);
  g_clear_error (&event->error);
  g_free (event);
}

static gboolean
handle_event (gpointer data)
{
  const Event *event = data;

  event->told (event->owner, event->generation, event->n_seek, event->error);
  return G_SOURCE_REMOVE;
}

static void
send_event (OnsiteDeck *self, guint n_seek, const GError *error)
{
  g_autoptr (GSource) source = NULL;
  Event *event;
  gpointer owner = g_weak_ref_get (&self->owner);

  if (!owner)
    return;
  event = g_new0 (Event, 1);
  event->owner = owner;
  event->generation = self->generation;
  event->n_seek = n_seek;
  event->told = self->told;
  event->error = error ? g_error_copy (error) : NULL;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, handle_event, event, event_free);
  g_source_attach (source, self->context);
}

static void
on_ended (guint n_seek, gpointer user_data)
{
  send_event (user_data, n_seek, NULL);
}

static void
on_failed (const GError *error, gpointer user_data)
{
  send_event (user_data, 0, error);
}

/* In the worker: takes what is wanted by now, and does it. */

static void
seek_now (OnsiteDeck *self, const Wish *wish)
{
  onsite_playback_seek (self->playback,
                        wish->n_seeks,
                        wish->seek_sample,
                        wish->rate,
                        wish->skip_silence);
  g_mutex_lock (&self->lock);
  self->seeking = FALSE;
  g_mutex_unlock (&self->lock);
}

static gboolean
replace_sink_now (OnsiteDeck *self, GstElement *sink)
{
  g_autoptr (GError) error = NULL;

  if (onsite_playback_replace_sink (self->playback, sink, &error))
    return TRUE;
  send_event (self, 0, error);
  return FALSE;
}

static void
fulfil (OnsiteDeck *self, const Wish *wish)
{
  if (wish->stopped)
    {
      onsite_playback_stop (self->playback);
      return;
    }
  if (wish->sink && !replace_sink_now (self, wish->sink))
    return;
  if (wish->seek_sample != NO_SEEK)
    seek_now (self, wish);
  onsite_playback_set_playing (self->playback, wish->playing);
}

static void
work (gpointer data, gpointer user_data)
{
  OnsiteDeck *self = data;
  Wish wish;

  g_mutex_lock (&self->lock);
  self->queued = FALSE;
  wish = self->wish;
  self->wish.seek_sample = NO_SEEK;
  self->wish.sink = NULL;
  self->seeking = wish.seek_sample != NO_SEEK;
  g_mutex_unlock (&self->lock);

  fulfil (self, &wish);
  g_mutex_lock (&self->lock);
  self->wanted_us = self->queued ? g_get_monotonic_time () : 0;
  g_mutex_unlock (&self->lock);
  g_clear_object (&wish.sink);
  onsite_deck_unref (self);
}

GThreadPool *
onsite_deck_new_worker (void)
{
  return g_thread_pool_new (work, NULL, 1, FALSE, NULL);
}

gboolean
onsite_deck_load (OnsiteDeck *self,
                  OnsiteLibrary *library,
                  const char *clip,
                  GBytes *peaks,
                  OnsiteSinkFunc sink,
                  gpointer sink_data,
                  GCancellable *cancellable,
                  GError **error)
{
  static const OnsitePlaybackFuncs funcs = { on_ended, on_failed };
  OnsiteClipReader *reader;

  if (!onsite_audio_init (error))
    return FALSE;
  reader = onsite_clip_reader_new (library, clip, error);
  if (!reader)
    return FALSE;
  self->playback = onsite_playback_new (onsite_packet_feed_new (reader, peaks),
                                        sink (sink_data),
                                        &funcs,
                                        self,
                                        error);
  return self->playback && onsite_playback_prepare (self->playback, cancellable, error);
}

OnsitePlayback *
onsite_deck_get_playback (OnsiteDeck *self)
{
  return self->playback;
}

void
onsite_deck_want (OnsiteDeck *self,
                  GThreadPool *worker,
                  gboolean playing,
                  double rate,
                  gboolean skip_silence,
                  gint64 seek_sample,
                  GstElement *sink)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->wish.playing = playing;
  self->wish.rate = rate;
  self->wish.skip_silence = skip_silence;
  if (seek_sample != NO_SEEK)
    {
      self->wish.seek_sample = seek_sample;
      self->wish.n_seeks++;
    }
  if (sink)
    {
      g_clear_object (&self->wish.sink);
      self->wish.sink = gst_object_ref_sink (sink);
    }
  if (self->wanted_us == 0)
    self->wanted_us = g_get_monotonic_time ();
  if (self->queued)
    return;
  self->queued = TRUE;
  g_thread_pool_push (worker, onsite_deck_ref (self), NULL);
}

gboolean
onsite_deck_is_seeking (OnsiteDeck *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->wish.seek_sample != NO_SEEK || self->seeking;
}

gint64
onsite_deck_get_wait_us (OnsiteDeck *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->wanted_us > 0 ? g_get_monotonic_time () - self->wanted_us : 0;
}

gboolean
onsite_deck_is_current (OnsiteDeck *self, guint n_seek)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->wish.n_seeks == n_seek;
}

void
onsite_deck_drop (OnsiteDeck *self, GThreadPool *worker)
{
  g_mutex_lock (&self->lock);
  self->wish.stopped = TRUE;
  self->queued = TRUE;
  g_mutex_unlock (&self->lock);
  /* The worker gets the reference, so that nothing waits for the pipeline here. */
  g_thread_pool_push (worker, self, NULL);
}
