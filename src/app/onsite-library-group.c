/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-library-group.h"

#include <glib/gi18n-lib.h>

#include "onsite-caretaker.h"

struct _OnsiteLibraryGroup
{
  AdwPreferencesGroup parent_instance;

  OnsiteContext *context;

  AdwActionRow *file;
  AdwActionRow *backups;
  GtkButton *back_up;
};

G_DEFINE_FINAL_TYPE (OnsiteLibraryGroup, onsite_library_group, ADW_TYPE_PREFERENCES_GROUP)

static void
toast (OnsiteLibraryGroup *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), adw_toast_new (escaped));
}

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteLibraryGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    toast (self, error->message);
}

static void
open_folder_cb (OnsiteLibraryGroup *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (onsite_context_get_library_path (self->context));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     uri,
                     GDK_CURRENT_TIME,
                     NULL,
                     folder_opened_cb,
                     g_object_ref (self));
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

static void
update (OnsiteLibraryGroup *self)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (self->context);
  gboolean may = onsite_context_get_library (self->context) != NULL &&
                 !onsite_context_get_read_only (self->context) &&
                 onsite_context_get_rehearsal (self->context) == NULL;

  adw_action_row_set_subtitle (self->backups, onsite_caretaker_get_status (caretaker));
  gtk_button_set_label (self->back_up,
                        onsite_caretaker_get_busy (caretaker) ? C_ ("button", "_Cancel")
                                                              : C_ ("button", "_Back Up Now"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_up), may);
}

static void
onsite_library_group_dispose (GObject *object)
{
  g_clear_object (&ONSITE_LIBRARY_GROUP (object)->context);

  G_OBJECT_CLASS (onsite_library_group_parent_class)->dispose (object);
}

static void
onsite_library_group_class_init (OnsiteLibraryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_library_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-library-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteLibraryGroup, file);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLibraryGroup, backups);
  gtk_widget_class_bind_template_child (widget_class, OnsiteLibraryGroup, back_up);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
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
  adw_action_row_set_subtitle (self->file, onsite_context_get_library_path (context));
  g_signal_connect_object (onsite_context_get_caretaker (context),
                           "notify",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);
  onsite_caretaker_look (onsite_context_get_caretaker (context));
}
