/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-library-group.h"

#include <glib/gi18n-lib.h>

#include "onsite-caretaker.h"
#include "onsite-move.h"
#include "onsite-toast.h"

struct _OnsiteLibraryGroup
{
  AdwPreferencesGroup parent_instance;

  OnsiteContext *context;
  GtkFileChooserNative *chooser; /* set while it is shown */

  AdwActionRow *file;
  AdwActionRow *backups;
  GtkButton *back_up;
};

G_DEFINE_FINAL_TYPE (OnsiteLibraryGroup, onsite_library_group, ADW_TYPE_PREFERENCES_GROUP)

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteLibraryGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    onsite_toast_show_in_preferences (onsite_toast_new (error->message), GTK_WIDGET (self));
}

static GFile *
get_folder (OnsiteLibraryGroup *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (onsite_context_get_library_path (self->context));

  return g_file_get_parent (file);
}

static void
open_folder_cb (OnsiteLibraryGroup *self)
{
  g_autoptr (GFile) folder = get_folder (self);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     uri,
                     GDK_CURRENT_TIME,
                     NULL,
                     folder_opened_cb,
                     g_object_ref (self));
}

static OnsiteWindow *
get_main_window (OnsiteLibraryGroup *self)
{
  GtkRoot *preferences = gtk_widget_get_root (GTK_WIDGET (self));

  return ONSITE_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (preferences)));
}

static void
chooser_response_cb (OnsiteLibraryGroup *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) folder = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (folder != NULL)
    onsite_move_begin (get_main_window (self), folder);
}

static void
choose_folder (OnsiteLibraryGroup *self)
{
  g_autoptr (GFile) folder = get_folder (self);

  self->chooser = gtk_file_chooser_native_new (C_ ("dialog", "Move the Library"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                               C_ ("dialog", "_Move Here"),
                                               NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser,
                           "response",
                           G_CALLBACK (chooser_response_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
move_cb (OnsiteLibraryGroup *self)
{
  if (self->chooser == NULL && onsite_move_is_possible (get_main_window (self)))
    choose_folder (self);
}

static void
back_up_cb (OnsiteLibraryGroup *self)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (self->context);

  if (onsite_caretaker_get_busy (caretaker))
    onsite_caretaker_cancel (caretaker);
  else
    onsite_caretaker_back_up (caretaker);
}

static char *
describe_file (OnsiteLibraryGroup *self)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (self->context);
  guint64 library = onsite_caretaker_get_library_size (caretaker);
  guint64 backups = onsite_caretaker_get_backups_size (caretaker);
  g_autofree char *library_size = g_format_size (library);
  g_autofree char *backups_size = g_format_size (backups);
  g_autofree char *path = g_filename_display_name (onsite_context_get_library_path (self->context));

  if (library == 0)
    return g_steal_pointer (&path);
  if (backups == 0)
    return g_strdup_printf ("%s\n%s", path, library_size);

  /* Translators: a file's path, its size, the size of its backups. */
  return g_strdup_printf (C_ ("preferences", "%s\n%s, and %s of backups"),
                          path,
                          library_size,
                          backups_size);
}

static void
update (OnsiteLibraryGroup *self)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (self->context);
  gboolean may = onsite_context_get_library (self->context) != NULL &&
                 !onsite_context_get_read_only (self->context) &&
                 onsite_context_get_rehearsal (self->context) == NULL;

  g_autofree char *file = describe_file (self);

  adw_action_row_set_subtitle (self->file, file);
  adw_action_row_set_subtitle (self->backups, onsite_caretaker_get_status (caretaker));
  gtk_button_set_label (self->back_up,
                        onsite_caretaker_get_busy (caretaker) ? C_ ("button", "_Cancel")
                                                              : C_ ("button", "_Back Up Now"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_up), may);
}

/* libadwaita 1.2 never disposes of the groups of a window that is closed. */
static void
onsite_library_group_unroot (GtkWidget *widget)
{
  OnsiteLibraryGroup *self = ONSITE_LIBRARY_GROUP (widget);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (onsite_context_get_caretaker (self->context), self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->context);

  GTK_WIDGET_CLASS (onsite_library_group_parent_class)->unroot (widget);
}

static void
onsite_library_group_class_init (OnsiteLibraryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unroot = onsite_library_group_unroot;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-library-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteLibraryGroup, file);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLibraryGroup, backups);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLibraryGroup, back_up);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
}

static void
onsite_library_group_init (OnsiteLibraryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
onsite_library_group_set_context (OnsiteLibraryGroup *self, OnsiteContext *context)
{
  g_return_if_fail (ONSITE_IS_LIBRARY_GROUP (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (onsite_context_get_caretaker (context),
                           "notify",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);
  onsite_caretaker_look (onsite_context_get_caretaker (context));
}
