/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-check.h"

#include "library/onsite-library-check.h"
#include "onsite-clip-check.h"

static gboolean
check_clip (OnsiteCheck *self,
            OnsiteLibrary *library,
            const char *clip,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 duration_ms = 0;
  OnsiteFinding *finding = onsite_clip_check (library, clip, &duration_ms, cancellable, &failure);

  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->n_clips++;
  self->duration_ms += duration_ms;
  if (finding)
    g_ptr_array_add (self->findings, finding);

  return TRUE;
}

static gboolean
check_clips (OnsiteCheck *self, OnsiteLibrary *library, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) clips = onsite_library_list_clips (library, error);

  if (!clips)
    return FALSE;

  for (guint i = 0; clips[i]; i++)
    if (!check_clip (self, library, clips[i], cancellable, error))
      return FALSE;

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

OnsiteCheck *
onsite_check_run (OnsiteLibrary *library, GCancellable *cancellable, GError **error)
{
  g_autoptr (OnsiteCheck) self = NULL;
  g_autoptr (GError) failure = NULL;
  GPtrArray *findings = onsite_library_check (library, cancellable, error);

  if (!findings)
    return NULL;

  self = g_new0 (OnsiteCheck, 1);
  self->findings = findings;
  if (check_clips (self, library, cancellable, &failure))
    return g_steal_pointer (&self);

  /* In a damaged file clips may be beyond reach, and what was found still counts. */
  if (has_damaged_file (self) &&
      g_error_matches (failure, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_DAMAGED))
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

void
onsite_check_free (OnsiteCheck *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self);
}
