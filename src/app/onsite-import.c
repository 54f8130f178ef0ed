/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-import.h"

#include <glib/gi18n-lib.h>

#include "onsite-dialog.h"
#include "onsite-inbox.h"

/* The chooser that is open belongs to its window. */
#define CHOOSER "onsite-import-chooser"

static void
tell_hindrance (OnsiteWindow *window, const char *text)
{
  onsite_dialog_tell (GTK_WINDOW (window), C_ ("dialog", "No Review Can Be Taken Now"), text);
}

static void
response_cb (OnsiteWindow *window, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_object_steal_data (G_OBJECT (window), CHOOSER);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    onsite_inbox_add (onsite_window_get_inbox (window), file);
}

void
onsite_import_choose (OnsiteWindow *window)
{
  const char *hindrance = onsite_inbox_get_hindrance (onsite_window_get_inbox (window));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  if (g_object_get_data (G_OBJECT (window), CHOOSER) != NULL)
    return;
  if (hindrance != NULL)
    {
      tell_hindrance (window, hindrance);
      return;
    }

  chooser = gtk_file_chooser_native_new (C_ ("dialog", "Import a Review"),
                                         GTK_WINDOW (window),
                                         GTK_FILE_CHOOSER_ACTION_OPEN,
                                         C_ ("dialog", "_Import"),
                                         NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, C_ ("dialog", "Reviews"));
  gtk_file_filter_add_suffix (filter, "onsite-review");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser,
                           "response",
                           G_CALLBACK (response_cb),
                           window,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (window), CHOOSER, chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
drop_cb (OnsiteWindow *window, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    onsite_inbox_add (onsite_window_get_inbox (window), l->data);

  return files != NULL;
}

void
onsite_import_take_drops (OnsiteWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
