/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-writer.h"

#include <glib/gi18n-lib.h>

#include "onsite-change-private.h"
#include "onsite-library.h"
#include "onsite-purge.h"
#include "onsite-reserve.h"

/* From the first failure on; each wait is twice the one before. */
#define FIRST_RETRY_US   (100 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_RETRY_US (2 * G_TIME_SPAN_SECOND)

/* Nobody waits for what is out of sight already. */
#define UPKEEP_RETRY_US (30 * G_TIME_SPAN_SECOND)

typedef struct
{
  OnsiteChange *change;
  char *clip;       /* sound: whose it is */
  gint64 n_samples; /* of sound */
  guint64 follows;  /* sound: how many changes have to be done before */
  GCancellable *cancellable;
  OnsiteWriterDone done;
  gpointer user_data;
} Message;

struct _OnsiteWriter
{
  OnsiteConnection *connection; /* of the thread alone */
  OnsiteWriterHooks hooks;
  gpointer hooks_data;
  GThread *thread;

  GMutex mutex;   /* for all that follows */
  GCond wake;     /* there is something to do */
  GCond rest;     /* something was done */
  GQueue sound;   /* (element-type Message) */
  GQueue changes; /* (element-type Message) */
  guint64 n_changes_pushed;
  guint64 n_changes_done;
  GHashTable *refused; /* (element-type utf8): clips that get no more sound */
  gint64 unsaved_samples;
  GError *error;
  gint64 retry_at_us; /* monotonic */
  gint64 retry_wait_us;
  guint64 n_failures;
  guint n_holds;
  OnsitePurgeState purge;
  gint64 upkeep_at_us; /* monotonic */
  gboolean ends;
};

static void
message_free (Message *message)
{
  onsite_change_unref (message->change);
  g_clear_object (&message->cancellable);
  g_free (message->clip);
  g_free (message);
}

static gboolean
is_sound_due (OnsiteWriter *self)
{
  Message *first = g_queue_peek_head (&self->sound);

  return first != NULL && first->follows <= self->n_changes_done &&
         g_get_monotonic_time () >= self->retry_at_us;
}

/* All that waits, up to what has to follow a change that is still to come. */
static GPtrArray *
peek_sound (OnsiteWriter *self)
{
  GPtrArray *batch = g_ptr_array_new ();

  for (GList *link = self->sound.head; link != NULL; link = link->next)
    {
      Message *message = link->data;

      if (message->follows > self->n_changes_done)
        break;
      g_ptr_array_add (batch, message);
    }

  return batch;
}

/* Returns which message could not be written; none if that is nobody's own fault. */
static Message *
apply_batch (OnsiteWriter *self, GPtrArray *batch, GHashTable *loops, GError **error)
{
  for (guint i = 0; i < batch->len; i++)
    {
      Message *message = g_ptr_array_index (batch, i);

      if (!onsite_change_apply (message->change, self->connection, loops, error))
        return message;
    }

  return NULL;
}

static gboolean
try_batch (OnsiteWriter *self,
           GPtrArray *batch,
           GHashTable *loops,
           Message **culprit,
           GError **error)
{
  *culprit = NULL;
  if (!onsite_connection_begin (self->connection, error))
    return FALSE;

  *culprit = apply_batch (self, batch, loops, error);
  if (*culprit == NULL && onsite_connection_commit (self->connection, error))
    return TRUE;

  onsite_connection_roll_back (self->connection);

  return FALSE;
}

/* A disk that is full has room again for what was set aside on it. */
static gboolean
commit_batch (OnsiteWriter *self,
              GPtrArray *batch,
              GHashTable *loops,
              Message **culprit,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (try_batch (self, batch, loops, culprit, &local_error))
    return TRUE;

  if (g_error_matches (local_error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL) &&
      onsite_reserve_release (onsite_connection_get_path (self->connection)))
    {
      self->hooks.reserve_released (self->hooks_data);
      g_hash_table_remove_all (loops);
      return try_batch (self, batch, loops, culprit, error);
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* With the mutex held. */
static void
drop_sound (OnsiteWriter *self, GList *link)
{
  Message *message = link->data;

  self->unsaved_samples -= message->n_samples;
  g_queue_delete_link (&self->sound, link);
  message_free (message);
}

/* With the mutex held. */
static void
forget_failure (OnsiteWriter *self)
{
  g_clear_error (&self->error);
  self->retry_at_us = 0;
  self->retry_wait_us = FIRST_RETRY_US;
}

/* With the mutex held. */
static void
note_saved (OnsiteWriter *self, guint n_messages)
{
  for (guint i = 0; i < n_messages; i++)
    drop_sound (self, self->sound.head);
  forget_failure (self);
}

/* The next attempt would know no better, and nobody else is to wait for it. A file
 * that is damaged is everybody's trouble, and may be put right. */
static gboolean
is_refused_for_good (const GError *error)
{
  return g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_REFUSED) ||
         g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

/* With the mutex held. The rest is tried again at once. */
static void
set_aside (OnsiteWriter *self, const char *clip)
{
  GList *next;

  g_hash_table_add (self->refused, g_strdup (clip));
  for (GList *link = self->sound.head; link != NULL; link = next)
    {
      Message *message = link->data;

      next = link->next;
      if (g_str_equal (message->clip, clip))
        drop_sound (self, link);
    }
  forget_failure (self);
}

/* With the mutex held. */
static void
note_not_saved (OnsiteWriter *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->n_failures++;
  self->retry_at_us = g_get_monotonic_time () + self->retry_wait_us;
  self->retry_wait_us = MIN (self->retry_wait_us * 2, LONGEST_RETRY_US);
}

/* With the mutex held, which is let go of for the disk. */
static void
write_sound (OnsiteWriter *self)
{
  g_autoptr (GPtrArray) batch = peek_sound (self);
  g_autoptr (GHashTable) loops = new_set ();
  g_autofree char *refused = NULL;
  g_autoptr (GError) error = NULL;
  Message *culprit;
  gboolean is_saved;

  g_mutex_unlock (&self->mutex);
  is_saved = commit_batch (self, batch, loops, &culprit, &error);
  if (culprit != NULL && is_refused_for_good (error))
    refused = g_strdup (culprit->clip);
  g_mutex_lock (&self->mutex);

  if (is_saved)
    note_saved (self, batch->len);
  else if (refused != NULL)
    set_aside (self, refused);
  else
    note_not_saved (self, g_steal_pointer (&error));

  g_mutex_unlock (&self->mutex);
  if (refused != NULL)
    self->hooks.refused (refused, error, self->hooks_data);
  self->hooks.unsaved_changed (self->hooks_data);
  if (is_saved && g_hash_table_size (loops) > 0)
    self->hooks.committed (loops, self->hooks_data);
  g_mutex_lock (&self->mutex);
}

static gboolean
commit_change (OnsiteWriter *self, Message *message, GHashTable *loops, GError **error)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();
  Message *culprit;

  if (g_cancellable_set_error_if_cancelled (message->cancellable, error))
    return FALSE;

  g_ptr_array_add (batch, message);

  return commit_batch (self, batch, loops, &culprit, error);
}

/* With the mutex held, which is let go of for the disk. */
static void
write_change (OnsiteWriter *self)
{
  Message *message = g_queue_pop_head (&self->changes);
  g_autoptr (GHashTable) loops = new_set ();
  g_autoptr (GError) error = NULL;
  gboolean is_written;

  g_mutex_unlock (&self->mutex);
  is_written = commit_change (self, message, loops, &error);
  if (is_written)
    self->hooks.committed (loops, self->hooks_data);
  message->done (error, message->user_data);
  g_mutex_lock (&self->mutex);

  self->n_changes_done++;
  if (is_written && onsite_change_get_purges (message->change))
    {
      self->purge = MAX (self->purge, ONSITE_PURGE_TO_LOOK);
      self->upkeep_at_us = 0;
    }
  message_free (message);
}

static gboolean
is_upkeep_due (OnsiteWriter *self)
{
  return self->purge != ONSITE_PURGE_DONE && self->n_holds == 0 &&
         g_queue_is_empty (&self->sound) && g_get_monotonic_time () >= self->upkeep_at_us;
}

/* With the mutex held, which is let go of for the disk. */
static void
do_upkeep (OnsiteWriter *self)
{
  OnsitePurgeState purge = self->purge;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  g_cond_broadcast (&self->rest);
  g_mutex_unlock (&self->mutex);
  is_done = onsite_purge_step (self->connection, &purge, &error);
  if (!is_done)
    g_message ("What was deleted is not cleaned up yet: %s", error->message);
  g_mutex_lock (&self->mutex);

  self->purge = purge;
  self->upkeep_at_us = is_done ? 0 : g_get_monotonic_time () + UPKEEP_RETRY_US;
}

static gint64
get_next_attempt_us (OnsiteWriter *self)
{
  gint64 next_us = G_MAXINT64;

  if (!g_queue_is_empty (&self->sound))
    next_us = self->retry_at_us;
  else if (self->purge != ONSITE_PURGE_DONE && self->n_holds == 0)
    next_us = self->upkeep_at_us;

  return next_us;
}

static void
wait_for_work (OnsiteWriter *self)
{
  gint64 next_us = get_next_attempt_us (self);

  g_cond_broadcast (&self->rest);
  if (next_us < G_MAXINT64)
    g_cond_wait_until (&self->wake, &self->mutex, next_us);
  else
    g_cond_wait (&self->wake, &self->mutex);
}

static gpointer
run (gpointer data)
{
  OnsiteWriter *self = data;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      if (is_sound_due (self))
        write_sound (self);
      else if (!g_queue_is_empty (&self->changes))
        write_change (self);
      else if (self->ends)
        break;
      else if (is_upkeep_due (self))
        do_upkeep (self);
      else
        wait_for_work (self);
    }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

OnsiteWriter *
onsite_writer_new (OnsiteConnection *connection, const OnsiteWriterHooks *hooks, gpointer user_data)
{
  OnsiteWriter *self = g_new0 (OnsiteWriter, 1);

  self->connection = connection;
  self->hooks = *hooks;
  self->hooks_data = user_data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  g_cond_init (&self->rest);
  g_queue_init (&self->sound);
  g_queue_init (&self->changes);
  self->refused = new_set ();
  self->retry_wait_us = FIRST_RETRY_US;
  /* A purge may have been broken off by the end of the program. */
  self->purge = ONSITE_PURGE_TO_LOOK;
  self->thread = g_thread_new ("onsite-writer", run, self);

  return self;
}

void
onsite_writer_push_change (OnsiteWriter *self,
                           OnsiteChange *change,
                           GCancellable *cancellable,
                           OnsiteWriterDone done,
                           gpointer user_data)
{
  Message *message = g_new0 (Message, 1);

  message->change = change;
  message->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  message->done = done;
  message->user_data = user_data;

  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->changes, message);
  self->n_changes_pushed++;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
}

/* With the mutex held. */
static void
note_overflow (OnsiteWriter *self)
{
  g_clear_error (&self->error);
  self->error = g_error_new_literal (
      ONSITE_LIBRARY_ERROR,
      ONSITE_LIBRARY_ERROR_FULL,
      C_ ("error",
          "Ten minutes of sound wait to be saved, and what is said now is not kept. Make room on "
          "the disk of the library."));
}

/* With the mutex held. */
static gboolean
has_room_for (OnsiteWriter *self, gint64 n_samples)
{
  const gint64 max_samples = ONSITE_LIBRARY_MAX_UNSAVED_MS * ONSITE_SAMPLE_RATE / 1000;

  return n_samples == 0 || self->unsaved_samples + n_samples <= max_samples;
}

gboolean
onsite_writer_push_sound (OnsiteWriter *self,
                          const char *clip,
                          OnsiteChange *change,
                          gint64 n_samples,
                          gboolean in_order)
{
  Message *message = g_new0 (Message, 1);
  gboolean is_refused;
  gboolean is_taken;

  message->change = change;
  message->clip = g_strdup (clip);
  message->n_samples = n_samples;

  g_mutex_lock (&self->mutex);
  is_refused = g_hash_table_contains (self->refused, clip);
  is_taken = !is_refused && has_room_for (self, n_samples);
  if (is_taken)
    {
      message->follows = in_order ? self->n_changes_pushed : 0;
      self->unsaved_samples += n_samples;
      g_queue_push_tail (&self->sound, message);
      g_cond_signal (&self->wake);
    }
  else
    {
      if (!is_refused)
        note_overflow (self);
      message_free (message);
    }
  g_mutex_unlock (&self->mutex);

  self->hooks.unsaved_changed (self->hooks_data);

  return is_taken;
}

void
onsite_writer_hold_upkeep (OnsiteWriter *self, gboolean hold)
{
  g_mutex_lock (&self->mutex);
  if (hold)
    self->n_holds++;
  else
    self->n_holds--;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
}

gint64
onsite_writer_get_unsaved_ms (OnsiteWriter *self)
{
  gint64 unsaved_samples;

  g_mutex_lock (&self->mutex);
  unsaved_samples = self->unsaved_samples;
  g_mutex_unlock (&self->mutex);

  return unsaved_samples * 1000 / ONSITE_SAMPLE_RATE;
}

GError *
onsite_writer_dup_error (OnsiteWriter *self)
{
  GError *error;

  g_mutex_lock (&self->mutex);
  error = self->error != NULL ? g_error_copy (self->error) : NULL;
  g_mutex_unlock (&self->mutex);

  return error;
}

static gboolean
is_at_rest (OnsiteWriter *self)
{
  return g_queue_is_empty (&self->sound) && self->n_changes_done == self->n_changes_pushed;
}

static gboolean
has_failed_since (OnsiteWriter *self, guint64 n_failures)
{
  return self->error != NULL && self->n_failures > n_failures &&
         self->n_changes_done == self->n_changes_pushed;
}

gboolean
onsite_writer_flush (OnsiteWriter *self, GError **error)
{
  gboolean is_flushed;
  guint64 n_failures;

  g_mutex_lock (&self->mutex);
  n_failures = self->n_failures;
  self->retry_at_us = 0;
  g_cond_signal (&self->wake);
  while (!is_at_rest (self) && !has_failed_since (self, n_failures))
    g_cond_wait (&self->rest, &self->mutex);

  is_flushed = is_at_rest (self);
  if (!is_flushed)
    g_propagate_error (error, g_error_copy (self->error));
  g_mutex_unlock (&self->mutex);

  return is_flushed;
}

void
onsite_writer_free (OnsiteWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (!onsite_writer_flush (self, &error))
    g_warning ("%" G_GINT64_FORMAT " ms of sound are lost: %s",
               onsite_writer_get_unsaved_ms (self),
               error->message);

  g_mutex_lock (&self->mutex);
  self->ends = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
  /* It may be trying once more. */
  g_thread_join (self->thread);

  g_queue_clear_full (&self->sound, (GDestroyNotify) message_free);
  onsite_connection_free (self->connection);
  g_hash_table_unref (self->refused);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->wake);
  g_cond_clear (&self->rest);
  g_free (self);
}
