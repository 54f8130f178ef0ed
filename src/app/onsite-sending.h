/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The ways of a file to others, as far as the desktop has them. */

/**
 * onsite_sending_show_async:
 * @parent: the window that asks
 * @file: a file, or a folder
 * @is_folder: whether it is a folder, which is opened itself
 * @cancellable: (nullable): gives up
 * @callback: called when it is shown, or can't be
 * @user_data: for @callback
 *
 * Shows a file in its folder, chosen there where the file manager can.
 */
void onsite_sending_show_async (GtkWindow *parent,
                                GFile *file,
                                gboolean is_folder,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * onsite_sending_show_finish:
 * @result: what the callback was given
 * @error: return location: %G_IO_ERROR, or what the desktop says
 *
 * Ends onsite_sending_show_async().
 *
 * Returns: whether it is shown
 */
gboolean onsite_sending_show_finish (GAsyncResult *result, GError **error);

/**
 * onsite_sending_can_mail_async:
 * @cancellable: (nullable): gives up
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Asks the desktop whether a program may have it make a mail: by the portal
 * org.freedesktop.portal.Email.
 */
void onsite_sending_can_mail_async (GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * onsite_sending_can_mail_finish:
 * @result: what the callback was given
 *
 * Ends onsite_sending_can_mail_async().
 *
 * Returns: whether it may; %FALSE also if nobody answers
 */
gboolean onsite_sending_can_mail_finish (GAsyncResult *result);

/**
 * OnsiteMail:
 * @subject: what it's about
 * @body: what it says
 * @attachment: a file
 *
 * A mail to be written on and sent by the person.
 */
typedef struct
{
  const char *subject;
  const char *body;
  GFile *attachment;
} OnsiteMail;

/**
 * onsite_sending_mail_async:
 * @mail: a mail; copied
 * @cancellable: (nullable): gives up
 * @callback: called when the mail is open, or can't be
 * @user_data: for @callback
 *
 * Opens a mail in the program that the person has for that. Nothing is sent by this.
 */
void onsite_sending_mail_async (const OnsiteMail *mail,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * onsite_sending_mail_finish:
 * @result: what the callback was given
 * @error: return location: %G_IO_ERROR if the attachment isn't there, or what the
 *   desktop says
 *
 * Ends onsite_sending_mail_async().
 *
 * Returns: whether the mail is open
 */
gboolean onsite_sending_mail_finish (GAsyncResult *result, GError **error);

G_END_DECLS
