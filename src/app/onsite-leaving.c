/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-leaving.h"

#include <glib/gi18n-lib.h>

#include "onsite-dialog.h"

typedef struct
{
  OnsiteWindow *window;
  OnsitePage *page;
  OnsiteLeaveFunc then;
} OnsiteLeaving;

static void
leaving_free (gpointer data, GClosure *closure)
{
  OnsiteLeaving *leaving = data;

  g_clear_object (&leaving->page);
  g_free (leaving);
}

static void
leaving_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  OnsiteLeaving *leaving = user_data;

  if (!g_str_equal (response, "leave"))
    return;

  /* The window may be gone before its dialog is. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  onsite_page_leave (leaving->page);
  leaving->then (leaving->window, leaving->page);
}

void
onsite_leaving_ask (OnsiteWindow *window,
                    OnsitePage *page,
                    const OnsiteFarewell *farewell,
                    OnsiteLeaveFunc then)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                              farewell->heading,
                                              farewell->body);
  OnsiteLeaving *leaving = g_new0 (OnsiteLeaving, 1);

  leaving->window = window;
  leaving->page = g_object_ref (page);
  leaving->then = then;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "stay",
                                    C_ ("dialog", "_Stay"),
                                    "leave",
                                    farewell->leave,
                                    NULL);
  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (leaving_response_cb),
                         leaving,
                         leaving_free,
                         0);
  onsite_dialog_ask (ADW_MESSAGE_DIALOG (dialog), "stay");
}
