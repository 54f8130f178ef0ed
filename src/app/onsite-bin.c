/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-bin.h"

#include <glib/gi18n-lib.h>

#include "onsite-announce.h"
#include "onsite-caretaker.h"
#include "onsite-toast.h"

typedef struct
{
  OnsiteWindow *window;
  char *loop;
  gboolean sample;
} Deletion;

static Deletion *
deletion_new (OnsiteWindow *window, const char *loop, gboolean sample)
{
  Deletion *self = g_new0 (Deletion, 1);

  self->window = g_object_ref (window);
  self->loop = g_strdup (loop);
  self->sample = sample;

  return self;
}

static void
deletion_free (Deletion *self)
{
  g_object_unref (self->window);
  g_free (self->loop);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static OnsiteLibrary *
get_library (OnsiteWindow *window)
{
  return onsite_context_get_library (onsite_window_get_context (window));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!onsite_library_commit_finish (ONSITE_LIBRARY (source), result, &error))
    onsite_window_toast_error (window, C_ ("toast", "The library wasn’t changed"), error);
}

static void
commit (OnsiteWindow *window, OnsiteChange *change)
{
  onsite_library_commit_async (get_library (window),
                               change,
                               NULL,
                               changed_cb,
                               g_object_ref (window));
}

static void
undo_cb (OnsiteWindow *window, AdwToast *toast)
{
  g_autofree char *loop = g_object_steal_data (G_OBJECT (toast), "loop");
  OnsiteChange *change = onsite_change_new ();

  onsite_change_restore_loop (change, loop);
  commit (window, change);
}

/* From here on it can't be taken back any more, so that its space is given back. Where
 * the window goes too, the next start does it. */
static void
dismissed_cb (OnsiteWindow *window, AdwToast *toast)
{
  const char *loop = g_object_get_data (G_OBJECT (toast), "loop");
  OnsiteChange *change;

  if (loop == NULL || onsite_window_get_context (window) == NULL)
    return;

  change = onsite_change_new ();
  onsite_change_purge_loop (change, loop);
  commit (window, change);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!onsite_library_commit_finish (ONSITE_LIBRARY (source), result, &error))
    {
      onsite_window_toast_error (deletion->window, C_ ("toast", "The loop wasn’t deleted"), error);
      return;
    }

  toast = onsite_toast_new (deletion->sample ? C_ ("toast", "Sample removed")
                                             : C_ ("toast", "Loop deleted"));
  adw_toast_set_button_label (toast, C_ ("toast", "_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "loop", g_strdup (deletion->loop), g_free);
  g_signal_connect_object (toast,
                           "button-clicked",
                           G_CALLBACK (undo_cb),
                           deletion->window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (toast,
                           "dismissed",
                           G_CALLBACK (dismissed_cb),
                           deletion->window,
                           G_CONNECT_SWAPPED);
  onsite_window_add_toast (deletion->window, toast);
}

void
onsite_bin_take (OnsiteWindow *window, const char *loop, gboolean sample)
{
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_WINDOW (window));
  g_return_if_fail (loop != NULL);

  change = onsite_change_new ();
  onsite_change_delete_loop (change, loop, g_get_real_time ());
  onsite_library_commit_async (get_library (window),
                               change,
                               NULL,
                               deleted_cb,
                               deletion_new (window, loop, sample));
}

/* The window may be closed meanwhile; the program isn't left before it's done. */
typedef struct
{
  OnsiteWindow *window;
  OnsiteContext *context;
  char *loop;
  GCancellable *work;
} Purge;

static Purge *
purge_new (OnsiteWindow *window, const char *loop)
{
  Purge *self = g_new0 (Purge, 1);

  self->window = g_object_ref (window);
  self->context = g_object_ref (onsite_window_get_context (window));
  self->loop = g_strdup (loop);
  self->work = g_cancellable_new ();
  onsite_settling_add_work (onsite_context_get_settling (self->context), self->work);

  return self;
}

static void
purge_free (Purge *self)
{
  onsite_settling_remove_work (onsite_context_get_settling (self->context), self->work);
  g_object_unref (self->work);
  g_object_unref (self->context);
  g_object_unref (self->window);
  g_free (self->loop);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Purge, purge_free)

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Purge) purge = user_data;
  g_autoptr (GError) error = NULL;

  if (!onsite_caretaker_forget_finish (ONSITE_CARETAKER (source), result, &error))
    onsite_window_toast_error (purge->window, C_ ("toast", "The backups were not cleaned"), error);
}

static void
purged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Purge) purge = user_data;
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (purge->context);
  const char *loop = purge->loop;
  g_autoptr (GError) error = NULL;

  if (onsite_library_commit_finish (ONSITE_LIBRARY (source), result, &error))
    onsite_caretaker_forget_async (caretaker, loop, forgotten_cb, g_steal_pointer (&purge));
  else
    onsite_window_toast_error (purge->window, C_ ("toast", "The loop wasn’t deleted"), error);
}

void
onsite_bin_empty (OnsiteWindow *window, const char *loop)
{
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_WINDOW (window));
  g_return_if_fail (loop != NULL);

  change = onsite_change_new ();
  onsite_change_purge_loop (change, loop);
  onsite_library_commit_async (get_library (window),
                               change,
                               NULL,
                               purged_cb,
                               purge_new (window, loop));
}

void
onsite_bin_clear (OnsiteWindow *window)
{
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_WINDOW (window));
  g_return_if_fail (get_library (window) != NULL);

  if (onsite_context_get_read_only (onsite_window_get_context (window)))
    return;

  change = onsite_change_new ();
  onsite_change_purge_bin (change, g_get_real_time ());
  commit (window, change);
}
