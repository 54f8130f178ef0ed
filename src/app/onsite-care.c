/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-care.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-library-files.h"
#include "onsite-settings-library.h"
#include "upkeep/onsite-backups.h"
#include "upkeep/onsite-moving.h"
#include "upkeep/onsite-repair.h"

/* More than these are for the command line. */
#define MAX_LOSSES 8

struct _OnsiteCare
{
  int ref_count;
  OnsiteCareKind kind;
  char *library;
  char *folder; /* NULL unless it's about one */
  OnsitePack *pack;
  int percent; /* atomic */
  gint64 newest_us;
  guint64 library_size;
  guint64 backups_size;
  char *told;
};

/* A backup is not purged while it is made. */
static GMutex one_at_a_time;

OnsiteCare *
onsite_care_new (OnsiteCareKind kind, const char *library, OnsitePack *pack)
{
  OnsiteCare *self = g_new0 (OnsiteCare, 1);

  self->ref_count = 1;
  self->kind = kind;
  self->library = g_strdup (library);
  self->pack = pack != NULL ? onsite_pack_ref (pack) : NULL;

  return self;
}

OnsiteCare *
onsite_care_new_for_folder (OnsiteCareKind kind, const char *library, const char *folder)
{
  OnsiteCare *self = onsite_care_new (kind, library, NULL);

  self->folder = g_strdup (folder);

  return self;
}

static OnsiteCare *
ref (OnsiteCare *self)
{
  g_atomic_int_inc (&self->ref_count);

  return self;
}

void
onsite_care_unref (OnsiteCare *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_free (self->library);
  g_free (self->folder);
  g_free (self->told);
  g_free (self);
}

OnsiteCareKind
onsite_care_get_kind (OnsiteCare *self)
{
  return self->kind;
}

gint64
onsite_care_get_newest_us (OnsiteCare *self)
{
  return self->newest_us;
}

guint64
onsite_care_get_library_size (OnsiteCare *self)
{
  return self->library_size;
}

guint64
onsite_care_get_backups_size (OnsiteCare *self)
{
  return self->backups_size;
}

double
onsite_care_get_fraction (OnsiteCare *self)
{
  return g_atomic_int_get (&self->percent) / 100.0;
}

const char *
onsite_care_get_told (OnsiteCare *self)
{
  return self->told;
}

char *
onsite_care_describe (OnsiteCare *self)
{
  int percent = g_atomic_int_get (&self->percent);

  switch (self->kind)
    {
    case ONSITE_CARE_BACKUP:
    case ONSITE_CARE_BACKUP_IF_DUE:
      return g_strdup_printf (C_ ("care", "Backing up… %d%%"), percent);

    case ONSITE_CARE_REPAIR:
      return g_strdup_printf (C_ ("care", "Saving what can be read… %d%%"), percent);

    case ONSITE_CARE_GOING_BACK:
      return g_strdup (C_ ("care", "Going back to the backup…"));

    case ONSITE_CARE_FOLDER:
      return g_strdup (C_ ("care", "Looking at the folder…"));

    case ONSITE_CARE_MOVE:
      return g_strdup_printf (C_ ("care", "Moving… %d%%"), percent);

    case ONSITE_CARE_LOOK:
    default:
      return g_strdup (C_ ("care", "Looking for backups…"));
    }
}

static void
tell (double fraction, gpointer data)
{
  OnsiteCare *self = data;

  g_atomic_int_set (&self->percent, (int) (100 * fraction));
}

static gboolean
back_up (OnsiteCare *self, GDateTime *now, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = onsite_backups_make (self->library, now, tell, self, cancellable, error);

  return path != NULL;
}

static char *
dup_newest (OnsiteCare *self, const char *library)
{
  g_autoptr (GPtrArray) backups = onsite_backups_list (library);
  const OnsiteBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  self->newest_us = newest != NULL ? newest->made_at_us : 0;

  return newest != NULL ? g_strdup (newest->path) : NULL;
}

static gboolean
go_back (OnsiteCare *self, GError **error)
{
  g_autofree char *backup = dup_newest (self, self->library);
  g_autofree char *aside = NULL;
  g_autofree char *name = NULL;

  if (backup == NULL)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_NOT_FOUND,
                           C_ ("error", "There is no backup any more."));
      return FALSE;
    }
  aside = onsite_backups_go_back (self->library, backup, error);
  if (aside == NULL)
    return FALSE;

  name = g_filename_display_basename (aside);
  self->told = g_strdup_printf (
      C_ ("care", "The backup is in use. The damaged library is kept as “%s”."),
      name);

  return TRUE;
}

static void
append_losses (GString *text, GPtrArray *losses)
{
  for (guint i = 0; i < losses->len && i < MAX_LOSSES; i++)
    {
      const OnsiteFinding *loss = g_ptr_array_index (losses, i);

      g_string_append_printf (text,
                              "\n%s%s%s",
                              loss->place != NULL ? loss->place : "",
                              loss->place != NULL ? ": " : "",
                              loss->text);
    }
  if (losses->len > MAX_LOSSES)
    g_string_append (text, "\n…");
}

static char *
describe_repair (const OnsiteRepair *repair, const char *aside)
{
  g_autofree char *name = g_filename_display_basename (aside);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          C_ ("care",
                              "Recordings that were saved: %u. The damaged library is kept as "
                              "“%s”."),
                          repair->check->n_clips,
                          name);
  if (repair->losses->len > 0)
    g_string_append_printf (text, "\n\n%s", C_ ("care", "What could not be saved:"));
  append_losses (text, repair->losses);

  return g_string_free (text, FALSE);
}

static gboolean
repair (OnsiteCare *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_strconcat (self->library, ".repaired", NULL);
  g_autoptr (GPtrArray) packs = onsite_repair_list_packs (self->pack, error);
  g_autoptr (OnsiteRepair) result = NULL;
  g_autofree char *aside = NULL;

  if (packs == NULL)
    return FALSE;
  /* What an attempt left that was broken off by force. */
  onsite_library_files_remove (path);
  result = onsite_repair_run (self->library, path, packs, tell, self, cancellable, error);
  if (result == NULL)
    return FALSE;
  aside = onsite_backups_go_back (self->library, path, error);
  onsite_library_files_remove (path);
  if (aside == NULL)
    return FALSE;

  self->told = describe_repair (result, aside);

  return TRUE;
}

static gboolean
remember (const char *path, gpointer data, GError **error)
{
  OnsiteCare *self = data;

  return onsite_settings_library_move (self->library, path, error);
}

static gboolean
move (OnsiteCare *self, GCancellable *cancellable, GError **error)
{
  self->told =
      onsite_moving_run (self->library, self->folder, remember, tell, self, cancellable, error);

  return self->told != NULL;
}

static gboolean
run (OnsiteCare *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  switch (self->kind)
    {
    case ONSITE_CARE_BACKUP_IF_DUE:
      return !onsite_backups_is_due (self->library, now) || back_up (self, now, cancellable, error);

    case ONSITE_CARE_BACKUP:
      return back_up (self, now, cancellable, error);

    case ONSITE_CARE_GOING_BACK:
      return go_back (self, error);

    case ONSITE_CARE_REPAIR:
      return repair (self, cancellable, error);

    case ONSITE_CARE_FOLDER:
      return onsite_moving_check (self->library, self->folder, error);

    case ONSITE_CARE_MOVE:
      return move (self, cancellable, error);

    case ONSITE_CARE_LOOK:
    default:
      return TRUE;
    }
}

static void
look (OnsiteCare *self)
{
  const char *library = self->kind == ONSITE_CARE_MOVE && self->told != NULL ? self->told
                                                                             : self->library;
  g_autofree char *newest = dup_newest (self, library);

  self->library_size = onsite_backups_measure_library (library);
  self->backups_size = onsite_backups_measure (library);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OnsiteCare *self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  g_mutex_lock (&one_at_a_time);
  is_done = run (self, cancellable, &error);
  look (self);
  g_mutex_unlock (&one_at_a_time);

  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
onsite_care_run_async (OnsiteCare *self,
                       gpointer source,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, onsite_care_run_async);
  /* What was done stays done, whoever gave up waiting for it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, ref (self), (GDestroyNotify) onsite_care_unref);
  g_task_run_in_thread (task, run_thread);
}

gboolean
onsite_care_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
onsite_care_forget (const char *library, const char *loop, GError **error)
{
  gboolean is_gone;

  g_mutex_lock (&one_at_a_time);
  is_gone = onsite_backups_purge (library, loop, error);
  g_mutex_unlock (&one_at_a_time);

  return is_gone;
}
