/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-dialog.h"

#include <glib/gi18n-lib.h>

void
onsite_dialog_tell (GtkWindow *parent, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("dialog", "_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where there is no room for the responses beside one another, the library has other buttons
 * above one another, the last at the top, and focuses that: it is what can do harm. */
static void
focus_default_cb (GtkWindow *dialog)
{
  GtkWidget *button = gtk_window_get_default_widget (dialog);

  if (button != NULL)
    gtk_widget_grab_focus (button);
}

void
onsite_dialog_ask (AdwMessageDialog *dialog, const char *safe)
{
  adw_message_dialog_set_default_response (dialog, safe);
  adw_message_dialog_set_close_response (dialog, safe);
  g_signal_connect (dialog, "notify::default-widget", G_CALLBACK (focus_default_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
