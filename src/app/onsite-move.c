/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-move.h"

#include <glib/gi18n-lib.h>

#include "onsite-caretaker.h"
#include "onsite-dialog.h"

typedef struct
{
  OnsiteWindow *window;
  OnsiteContext *context;
  char *folder;
} Move;

static void
move_free (Move *self)
{
  g_object_unref (self->window);
  g_object_unref (self->context);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static OnsiteCaretaker *
get_caretaker (Move *self)
{
  return onsite_context_get_caretaker (self->context);
}

/* The one that lies over all others, since it takes the keys. */
static GtkWindow *
find_top (OnsiteWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *top = GTK_WINDOW (window);

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window) &&
        gtk_window_get_modal (l->data) && gtk_widget_get_visible (l->data))
      top = l->data;

  return top;
}

static void
tell (OnsiteWindow *window, const char *text)
{
  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    onsite_dialog_tell (find_top (window), C_ ("dialog", "The Library Stays Where It Is"), text);
}

static void
tell_failure (Move *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self->window, error->message);
}

static void
tell_success (Move *self)
{
  g_autofree char *name = g_filename_display_basename (self->folder);
  /* Translators: a folder's name. */
  g_autofree char *text = g_strdup_printf (C_ ("toast", "The library is in “%s” now"), name);

  onsite_window_toast (self->window, text);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gboolean is_moved = onsite_caretaker_move_finish (ONSITE_CARETAKER (source),
                                                    result,
                                                    &path,
                                                    &error);

  onsite_context_open_at (self->context, path);
  if (is_moved)
    tell_success (self);
  else
    tell_failure (self, error);
}

static void
released_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) self = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteCaretaker *caretaker = get_caretaker (self);
  const char *folder = self->folder;

  if (onsite_context_release_finish (self->context, result, &error))
    onsite_caretaker_move_async (caretaker, folder, FALSE, moved_cb, g_steal_pointer (&self));
  else
    tell_failure (self, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) self = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteContext *context = self->context;

  if (onsite_caretaker_move_finish (ONSITE_CARETAKER (source), result, NULL, &error))
    onsite_context_release_async (context, released_cb, g_steal_pointer (&self));
  else
    tell_failure (self, error);
}

static const char *
find_hindrance (OnsiteContext *context)
{
  if (onsite_context_get_rehearsal (context) != NULL)
    return C_ ("error", "A loop is running. Leave it first, and move the library then.");
  if (onsite_context_get_read_only (context))
    return C_ ("error",
               "The library is open only to be read. Move it in the Onsite that may write it.");

  return NULL;
}

gboolean
onsite_move_is_possible (OnsiteWindow *window)
{
  const char *hindrance;

  g_return_val_if_fail (ONSITE_IS_WINDOW (window), FALSE);

  hindrance = find_hindrance (onsite_window_get_context (window));
  if (hindrance != NULL)
    tell (window, hindrance);

  return hindrance == NULL;
}

void
onsite_move_begin (OnsiteWindow *window, GFile *folder)
{
  g_autofree char *path = g_file_get_path (folder);
  OnsiteCaretaker *caretaker;
  Move *self;

  g_return_if_fail (ONSITE_IS_WINDOW (window));

  if (!onsite_move_is_possible (window))
    return;
  if (path == NULL)
    {
      tell (window,
            C_ ("error", "The folder isn’t on a disk of this computer. Choose one that is."));
      return;
    }

  self = g_new0 (Move, 1);
  self->window = g_object_ref (window);
  self->context = g_object_ref (onsite_window_get_context (window));
  self->folder = g_steal_pointer (&path);
  caretaker = get_caretaker (self);
  onsite_caretaker_move_async (caretaker, self->folder, TRUE, looked_cb, self);
}
