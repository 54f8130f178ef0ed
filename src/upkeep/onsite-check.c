/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-check.h"

#include "library/onsite-library-check.h"
#include "onsite-clip-check.h"
#include "onsite-words.h"

/* To decode takes nearly all of the time, and one clip is nothing to another. More are
 * of no use to who reads from one disk. */
#define MOST_THREADS 4

typedef struct
{
  OnsiteCheck *result;
  OnsiteLibrary *library;
  OnsiteProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Checking;

/* What became of a clip. */
typedef struct
{
  OnsiteFinding *finding; /* NULL if nothing is wrong, or nobody looked */
  gint64 duration_ms;
  gboolean is_done;
} ClipCheck;

typedef struct
{
  Checking *checking;
  GStrv clips;
  ClipCheck *checks; /* in the order of clips */
  GMutex mutex;
  GCond one_is_done;
  guint n_done;
  GError *error; /* the first, after which nobody looks any more */
} ClipChecks;

static gboolean
has_failed (ClipChecks *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->error != NULL;
}

static void
look_at_clip (ClipChecks *self, guint place, GError **error)
{
  ClipCheck *check = &self->checks[place];
  g_autoptr (GError) failure = NULL;

  check->finding = onsite_clip_check (self->checking->library,
                                      self->clips[place],
                                      &check->duration_ms,
                                      self->checking->cancellable,
                                      &failure);
  check->is_done = !failure;
  if (failure)
    g_propagate_error (error, g_steal_pointer (&failure));
}

static void
check_clip (gpointer data, gpointer user_data)
{
  ClipChecks *self = user_data;
  g_autoptr (GError) failure = NULL;

  if (!has_failed (self))
    look_at_clip (self, GPOINTER_TO_UINT (data) - 1, &failure);

  g_mutex_lock (&self->mutex);
  if (failure && !self->error)
    self->error = g_steal_pointer (&failure);
  self->n_done++;
  g_cond_signal (&self->one_is_done);
  g_mutex_unlock (&self->mutex);
}

/* It's told in the thread that asked. */
static void
wait_for_clips (ClipChecks *self, guint n_clips)
{
  const Checking *checking = self->checking;
  guint n_done = 0;

  while (n_done < n_clips)
    {
      if (checking->progress)
        checking->progress ((double) n_done / n_clips, checking->user_data);

      g_mutex_lock (&self->mutex);
      while (self->n_done == n_done)
        g_cond_wait (&self->one_is_done, &self->mutex);
      n_done = self->n_done;
      g_mutex_unlock (&self->mutex);
    }
}

static gboolean
run_checks (ClipChecks *self, guint n_clips, GError **error)
{
  const int n_threads = (int) CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  GThreadPool *pool = g_thread_pool_new (check_clip, self, n_threads, TRUE, error);

  if (!pool)
    return FALSE;

  for (guint i = 0; i < n_clips; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  wait_for_clips (self, n_clips);
  g_thread_pool_free (pool, FALSE, TRUE);
  if (!self->error)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

/* Also after a failure: what was found still counts. */
static void
take_checks (OnsiteCheck *result, const ClipCheck *checks, guint n_clips)
{
  for (guint i = 0; i < n_clips; i++)
    {
      if (!checks[i].is_done)
        continue;
      result->n_clips++;
      result->duration_ms += checks[i].duration_ms;
      if (checks[i].finding)
        g_ptr_array_add (result->findings, checks[i].finding);
    }
}

static gboolean
check_clips (Checking *self, GError **error)
{
  g_auto (GStrv) clips = onsite_library_list_clips (self->library, error);
  g_autofree ClipCheck *checks = NULL;
  ClipChecks all = { .checking = self, .clips = clips };
  gboolean is_done;
  guint n_clips;

  if (!clips)
    return FALSE;

  n_clips = g_strv_length (clips);
  checks = g_new0 (ClipCheck, n_clips);
  all.checks = checks;
  g_mutex_init (&all.mutex);
  g_cond_init (&all.one_is_done);
  is_done = run_checks (&all, n_clips, error);
  g_mutex_clear (&all.mutex);
  g_cond_clear (&all.one_is_done);
  take_checks (self->result, checks, n_clips);

  return is_done;
}

static gboolean
has_damaged_file (OnsiteCheck *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const OnsiteFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->kind == ONSITE_FINDING_FILE)
        return TRUE;
    }

  return FALSE;
}

/* In a damaged file something may be beyond reach, and what was found still counts. */
static gboolean
is_found_already (Checking *self, GError *failure, GError **error)
{
  if (has_damaged_file (self->result) &&
      g_error_matches (failure, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_DAMAGED))
    {
      g_error_free (failure);
      return TRUE;
    }

  g_propagate_error (error, failure);

  return FALSE;
}

/* What is wrong with a clip can only be told by where it belongs. */
static void
add_places (Checking *self)
{
  for (guint i = 0; i < self->result->findings->len; i++)
    {
      OnsiteFinding *finding = g_ptr_array_index (self->result->findings, i);
      g_autoptr (OnsitePlace) place = NULL;

      if (finding->subject)
        place = onsite_library_find_place (self->library, finding->subject, NULL);
      if (place)
        finding->place = onsite_words_for_place (place);
    }
}

static gboolean
check_all (Checking *self, GError **error)
{
  GError *failure = NULL;

  if (!check_clips (self, &failure) && !is_found_already (self, failure, error))
    return FALSE;

  failure = NULL;
  self->result->silent = onsite_library_list_silent_answers (self->library, &failure);
  if (!self->result->silent && !is_found_already (self, failure, error))
    return FALSE;

  add_places (self);

  return TRUE;
}

OnsiteCheck *
onsite_check_run (OnsiteLibrary *library,
                  OnsiteProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (OnsiteCheck) result = NULL;
  Checking self = { NULL, library, progress, user_data, cancellable };
  GPtrArray *findings = onsite_library_check (library, cancellable, error);

  if (!findings)
    return NULL;

  result = g_new0 (OnsiteCheck, 1);
  result->findings = findings;
  self.result = result;

  return check_all (&self, error) ? g_steal_pointer (&result) : NULL;
}

void
onsite_check_free (OnsiteCheck *self)
{
  g_ptr_array_unref (self->findings);
  g_clear_pointer (&self->silent, g_ptr_array_unref);
  g_free (self);
}
