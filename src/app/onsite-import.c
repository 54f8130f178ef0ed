/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-import.h"

#include <glib/gi18n-lib.h>

#include "onsite-debrief-page.h"
#include "onsite-toast.h"
#include "share/onsite-review-import.h"

/* The chooser that is open belongs to its window. */
#define CHOOSER "onsite-import-chooser"

static void
tell_refusal (OnsiteWindow *window, const char *text)
{
  GtkWidget *dialog;

  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                   C_ ("dialog", "The Review Wasn’t Taken"),
                                   NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("dialog", "_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether the loop is what is shown. */
static gboolean
show_anew (OnsiteWindow *window, const char *loop)
{
  OnsitePage *page = onsite_window_get_page (window);

  return ONSITE_IS_DEBRIEF_PAGE (page) &&
         onsite_debrief_page_reload (ONSITE_DEBRIEF_PAGE (page), loop);
}

static char *
describe (const OnsiteReviewImport *import)
{
  const OnsiteReview *review = import->review;

  if (import->outcome == ONSITE_REVIEW_KNOWN)
    return g_strdup (C_ ("toast", "Nothing new: the library has this review already"));
  if (*review->coach == '\0')
    return g_strdup (C_ ("toast", "The coach’s review is with its loop now"));

  /* Translators: a coach's name. */
  return g_strdup_printf (C_ ("toast", "The review by %s is with its loop now"), review->coach);
}

static void
tell_success (OnsiteWindow *window, const OnsiteReviewImport *import)
{
  g_autofree char *text = describe (import);
  AdwToast *toast = onsite_toast_new (text);

  if (!show_anew (window, import->loop))
    {
      adw_toast_set_button_label (toast, C_ ("button", "_Open"));
      adw_toast_set_action_name (toast, "win.open-loop");
      adw_toast_set_action_target (toast, "s", import->loop);
    }
  onsite_window_add_toast (window, toast);
}

static void
import_in_thread (GTask *task, gpointer library, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  OnsiteReviewImport *import = onsite_review_import (library,
                                                     file,
                                                     g_get_real_time (),
                                                     cancellable,
                                                     &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) onsite_review_import_free);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteReviewImport) import = g_task_propagate_pointer (G_TASK (result), &error);

  if (import != NULL)
    tell_success (window, import);
  else
    tell_refusal (window, error->message);
}

static const char *
find_hindrance (OnsiteContext *context)
{
  if (onsite_context_get_library (context) == NULL)
    return C_ ("error", "No library is open. Open one first, and import the review then.");
  if (onsite_context_get_rehearsal (context) != NULL)
    return C_ ("error", "A loop is running. Leave it first, and import the review then.");
  if (onsite_context_get_read_only (context))
    return C_ ("error",
               "The library is open only to be read. Import the review in the Onsite that may "
               "write it.");

  return NULL;
}

void
onsite_import_begin (OnsiteWindow *window, GFile *file)
{
  OnsiteContext *context;
  const char *hindrance;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ONSITE_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (file));

  context = onsite_window_get_context (window);
  hindrance = find_hindrance (context);
  if (hindrance != NULL)
    {
      tell_refusal (window, hindrance);
      return;
    }

  task = g_task_new (onsite_context_get_library (context),
                     NULL,
                     imported_cb,
                     g_object_ref (window));
  g_task_set_source_tag (task, onsite_import_begin);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, import_in_thread);
}

static void
response_cb (OnsiteWindow *window, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_object_steal_data (G_OBJECT (window), CHOOSER);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    onsite_import_begin (window, file);
}

void
onsite_import_choose (OnsiteWindow *window)
{
  const char *hindrance = find_hindrance (onsite_window_get_context (window));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  if (g_object_get_data (G_OBJECT (window), CHOOSER) != NULL)
    return;
  if (hindrance != NULL)
    {
      tell_refusal (window, hindrance);
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
    onsite_import_begin (window, l->data);

  return files != NULL;
}

void
onsite_import_take_drops (OnsiteWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
