/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-rescue.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "onsite-library-error.h"
#include "onsite-lock.h"
#include "onsite-mend-sound.h"
#include "onsite-mend.h"
#include "onsite-migrations.h"
#include "onsite-new-file.h"
#include "onsite-purge.h"
#include "onsite-salvage.h"

/* How the time is shared between reading pages and going through sound. */
#define SHARE_OF_PAGES 0.6

typedef struct
{
  OnsiteRescue *result;
  OnsitePages *pages;
  OnsiteConnection *connection;
  GPtrArray *shapes;
  gint64 version;
  const OnsiteMendWords *words;
  OnsiteSoundJudge judge;
  OnsiteProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Rescue;

/* The statements of the connection are the shapes' own. */
static void
rescue_clear (Rescue *self)
{
  g_clear_pointer (&self->pages, onsite_pages_free);
  g_clear_pointer (&self->connection, onsite_connection_free);
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rescue, rescue_clear)

static void
tell_of_pages (double fraction, gpointer data)
{
  Rescue *self = data;

  if (self->progress != NULL)
    self->progress (SHARE_OF_PAGES * fraction, self->user_data);
}

static void
tell_of_sound (double fraction, gpointer data)
{
  Rescue *self = data;

  if (self->progress != NULL)
    self->progress (SHARE_OF_PAGES + (1 - SHARE_OF_PAGES) * fraction, self->user_data);
}

/* What nobody knows is what libraries are today. */
static gboolean
choose_version (Rescue *self, guint newest, GError **error)
{
  self->version = onsite_pages_get_version (self->pages);
  if (self->version < 1)
    self->version = newest;
  if (self->version <= newest)
    return TRUE;

  g_set_error_literal (
      error,
      ONSITE_LIBRARY_ERROR,
      ONSITE_LIBRARY_ERROR_TOO_NEW,
      C_ ("error", "The library was made by a newer Onsite. Update Onsite to repair it."));

  return FALSE;
}

/* As it was when it was damaged, so that a row of then fits. */
static gboolean
make_target (Rescue *self, const char *draft, GStrv migrations, GError **error)
{
  g_autofree char **first = g_new0 (char *, self->version + 1);

  for (gint64 i = 0; i < self->version; i++)
    first[i] = migrations[i];
  self->connection = onsite_new_file_fill (draft, (const char *const *) first, error);

  /* Until it is whole nobody needs it to outlive a power cut. */
  return self->connection != NULL &&
         onsite_connection_execute (self->connection,
                                    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                                    " PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF",
                                    error) &&
         (self->shapes = onsite_shape_list (self->connection, error)) != NULL;
}

static gboolean
refuse_nothing (Rescue *self, const char *damaged, GError **error)
{
  g_autofree char *name = g_filename_display_name (damaged);

  if (self->result->salvage.n_rows > 0)
    return TRUE;

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY,
               C_ ("error", "Nothing in “%s” can be read as part of an Onsite library."),
               name);

  return FALSE;
}

static gboolean
fill_target (Rescue *self, const char *damaged, GError **error)
{
  OnsiteRescue *result = self->result;

  return onsite_connection_begin (self->connection, error) &&
         onsite_salvage_run (&result->salvage,
                             self->pages,
                             self->connection,
                             self->shapes,
                             tell_of_pages,
                             self,
                             self->cancellable,
                             error) &&
         refuse_nothing (self, damaged, error) &&
         onsite_mend_rows (&result->mend, self->connection, self->version, self->words, error) &&
         onsite_mend_sound (self->connection,
                            self->judge,
                            result->lost,
                            tell_of_sound,
                            self,
                            self->cancellable,
                            error) &&
         onsite_mend_strays (&result->mend, self->connection, error) &&
         onsite_connection_commit (self->connection, error);
}

/* What was deleted for good is not given back. */
static gboolean
finish_purge (Rescue *self, GError **error)
{
  OnsitePurgeState state = ONSITE_PURGE_TO_LOOK;

  while (state != ONSITE_PURGE_DONE)
    if (!onsite_purge_step (self->connection, &state, error))
      return FALSE;

  return TRUE;
}

static gboolean
run (Rescue *self, const char *damaged, const char *draft, GStrv migrations, GError **error)
{
  return choose_version (self, g_strv_length (migrations), error) &&
         make_target (self, draft, migrations, error) && fill_target (self, damaged, error) &&
         onsite_migrations_run (self->connection, (const char *const *) migrations, error) &&
         onsite_connection_execute (self->connection, "PRAGMA foreign_keys = ON", error) &&
         finish_purge (self, error);
}

static gboolean
check_target (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  onsite_new_file_set_error (error,
                             C_ ("error", "Choose another name for the new library."),
                             path,
                             EEXIST);

  return FALSE;
}

/* What lies where nobody can write is written by nobody. */
static gboolean
keep_others_away (const char *damaged, OnsiteLock **lock, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *lock = onsite_lock_take (damaged, &failure);
  if (*lock != NULL ||
      !g_error_matches (failure, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

OnsiteRescue *
onsite_rescue_run (const char *damaged,
                   const char *path,
                   const OnsiteMendWords *words,
                   OnsiteSoundJudge judge,
                   OnsiteProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (OnsiteRescue) result = g_new0 (OnsiteRescue, 1);
  g_auto (GStrv) migrations = onsite_migrations_load ();
  g_auto (Rescue) self = { .result = result,
                           .words = words,
                           .judge = judge,
                           .progress = progress,
                           .user_data = user_data,
                           .cancellable = cancellable };
  g_autoptr (OnsiteLock) lock = NULL;
  g_autofree char *draft = NULL;
  gboolean is_done;

  result->lost = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_lost_sound_free);
  if (!check_target (path, error) || (self.pages = onsite_pages_open (damaged, error)) == NULL ||
      !keep_others_away (damaged, &lock, error))
    return NULL;
  draft = onsite_new_file_begin (path, error);
  if (draft == NULL)
    return NULL;

  is_done = run (&self, damaged, draft, migrations, error);
  rescue_clear (&self);
  if (is_done && onsite_new_file_finish (draft, path, error))
    return g_steal_pointer (&result);

  onsite_new_file_discard (draft);

  return NULL;
}

void
onsite_rescue_free (OnsiteRescue *self)
{
  g_ptr_array_unref (self->lost);
  g_free (self);
}
