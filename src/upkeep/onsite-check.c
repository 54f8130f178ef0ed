/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-check.h"

#include "library/onsite-library-check.h"
#include "onsite-clip-check.h"
#include "onsite-words.h"

typedef struct
{
  OnsiteCheck *result;
  OnsiteLibrary *library;
  OnsiteProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Checking;

static gboolean
check_clip (Checking *self, const char *clip, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 duration_ms = 0;
  OnsiteFinding *finding = onsite_clip_check (self->library,
                                              clip,
                                              &duration_ms,
                                              self->cancellable,
                                              &failure);

  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->result->n_clips++;
  self->result->duration_ms += duration_ms;
  if (finding)
    g_ptr_array_add (self->result->findings, finding);

  return TRUE;
}

static gboolean
check_clips (Checking *self, GError **error)
{
  g_auto (GStrv) clips = onsite_library_list_clips (self->library, error);
  guint n_clips;

  if (!clips)
    return FALSE;

  n_clips = g_strv_length (clips);
  for (guint i = 0; i < n_clips; i++)
    {
      if (self->progress)
        self->progress ((double) i / n_clips, self->user_data);
      if (!check_clip (self, clips[i], error))
        return FALSE;
    }

  return TRUE;
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
