/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-sending.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* https://www.freedesktop.org/wiki/Specifications/file-manager-interface/ */
#define FILE_MANAGER      "org.freedesktop.FileManager1"
#define FILE_MANAGER_PATH "/org/freedesktop/FileManager1"

/* https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Email.html */
#define PORTAL      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define EMAIL       "org.freedesktop.portal.Email"

/* Showing it. */

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_folder (GTask *task, GFile *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (g_task_get_source_object (task),
                     uri,
                     GDK_CURRENT_TIME,
                     g_task_get_cancellable (task),
                     folder_shown_cb,
                     task);
}

/* Not every desktop has such a file manager, and a sandbox none; each has one that opens
 * a folder. */
static void
item_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source),
                                                              result,
                                                              NULL);
  g_autoptr (GFile) folder = g_file_get_parent (g_task_get_task_data (task));

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else if (!g_task_return_error_if_cancelled (task))
    show_folder (g_steal_pointer (&task), folder);
}

static void
bus_for_showing_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autofree char *uri = g_file_get_uri (g_task_get_task_data (task));
  const char *const uris[] = { uri, NULL };

  if (bus == NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (g_task_get_task_data (task));

      show_folder (task, folder);
      return;
    }

  g_dbus_connection_call (bus,
                          FILE_MANAGER,
                          FILE_MANAGER_PATH,
                          FILE_MANAGER,
                          "ShowItems",
                          g_variant_new ("(^ass)", uris, ""),
                          NULL,
                          G_DBUS_CALL_FLAGS_NONE,
                          -1,
                          g_task_get_cancellable (task),
                          item_shown_cb,
                          task);
}

void
onsite_sending_show_async (GtkWindow *parent,
                           GFile *file,
                           gboolean is_folder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_sending_show_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  if (is_folder)
    show_folder (task, file);
  else
    g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_for_showing_cb, task);
}

gboolean
onsite_sending_show_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Mailing it. */

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GDBusProxy) portal = g_dbus_proxy_new_for_bus_finish (result, NULL);
  g_autoptr (GVariant) version = portal != NULL
                                     ? g_dbus_proxy_get_cached_property (portal, "version")
                                     : NULL;

  g_task_return_boolean (task, version != NULL);
}

void
onsite_sending_can_mail_async (GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, onsite_sending_can_mail_async);
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION,
                            G_DBUS_PROXY_FLAGS_DO_NOT_CONNECT_SIGNALS,
                            NULL,
                            PORTAL,
                            PORTAL_PATH,
                            EMAIL,
                            cancellable,
                            asked_cb,
                            task);
}

gboolean
onsite_sending_can_mail_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

typedef struct
{
  char *subject;
  char *body;
  int fd;
} Letter;

static void
letter_free (Letter *self)
{
  g_free (self->subject);
  g_free (self->body);
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  g_free (self);
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (source),
      NULL,
      result,
      &error);

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Without a parent window: what comes is a program of its own, as a rule. */
static GVariant *
make_call (const Letter *letter, GUnixFDList *fds, GError **error)
{
  int handle = g_unix_fd_list_append (fds, letter->fd, error);
  GVariantBuilder handles, options;

  if (handle < 0)
    return NULL;

  g_variant_builder_init (&handles, G_VARIANT_TYPE ("ah"));
  g_variant_builder_add (&handles, "h", handle);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (letter->subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (letter->body));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&handles));

  return g_variant_new ("(sa{sv})", "", &options);
}

static void
bus_for_mailing_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  GError *error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  GVariant *call = bus != NULL ? make_call (g_task_get_task_data (task), fds, &error) : NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (call == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_dbus_connection_call_with_unix_fd_list (bus,
                                            PORTAL,
                                            PORTAL_PATH,
                                            EMAIL,
                                            "ComposeEmail",
                                            call,
                                            NULL,
                                            G_DBUS_CALL_FLAGS_NONE,
                                            -1,
                                            fds,
                                            cancellable,
                                            mailed_cb,
                                            g_steal_pointer (&task));
}

void
onsite_sending_mail_async (const OnsiteMail *mail,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Letter *letter;

  g_return_if_fail (mail != NULL && G_IS_FILE (mail->attachment));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_sending_mail_async);
  letter = g_new0 (Letter, 1);
  letter->subject = g_strdup (mail->subject);
  letter->body = g_strdup (mail->body);
  letter->fd = open (g_file_peek_path (mail->attachment), O_RDONLY | O_CLOEXEC);
  g_task_set_task_data (task, letter, (GDestroyNotify) letter_free);
  if (letter->fd < 0)
    g_task_return_new_error (task,
                             G_IO_ERROR,
                             g_io_error_from_errno (errno),
                             C_ ("error", "The file isn’t there any more: %s"),
                             g_strerror (errno));
  else
    g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_for_mailing_cb, g_steal_pointer (&task));
}

gboolean
onsite_sending_mail_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
