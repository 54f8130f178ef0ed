/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-packs-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-dialog.h"
#include "onsite-pack-details.h"
#include "onsite-pack-row.h"
#include "onsite-toast.h"
#include "pack/onsite-pack-folder.h"

struct _OnsitePacksPage
{
  AdwPreferencesPage parent_instance;

  OnsitePackChoice *packs;
  GtkFileChooserNative *chooser;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (OnsitePacksPage, onsite_packs_page, ADW_TYPE_PREFERENCES_PAGE)

/* What was removed, to be put back. */
typedef struct
{
  OnsitePacksPage *page;
  OnsitePackEntry *entry;
  GBytes *content;
  gboolean chosen;
  int position; /* of its row */
} Removal;

static void
removal_free (Removal *self)
{
  g_clear_object (&self->page);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
removal_closure_free (gpointer data, GClosure *closure)
{
  removal_free (data);
}

static OnsitePackStore *
get_store (OnsitePacksPage *self)
{
  return onsite_pack_choice_get_store (self->packs);
}

/* (nullable): gone, once it is closed. */
static AdwPreferencesWindow *
get_window (OnsitePacksPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ADW_IS_PREFERENCES_WINDOW (root) ? ADW_PREFERENCES_WINDOW (root) : NULL;
}

static void
tell_error (OnsitePacksPage *self, const char *heading, const GError *error)
{
  AdwPreferencesWindow *window = get_window (self);

  if (window != NULL)
    onsite_dialog_tell (GTK_WINDOW (window), heading, error->message);
}

static void start_adding (OnsitePacksPage *self, GFile *file, gboolean force);

static void
replace_response_cb (OnsitePacksPage *self, const char *response, AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "replace"))
    start_adding (self, g_object_get_data (G_OBJECT (dialog), "file"), TRUE);
}

static void
ask_to_replace (OnsitePacksPage *self, GFile *file, const GError *error)
{
  AdwPreferencesWindow *window = get_window (self);
  AdwMessageDialog *dialog;

  if (window == NULL)
    return;

  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (window), C_ ("dialog", "Replace the Pack?"), NULL));
  adw_message_dialog_set_body (dialog, error->message);
  adw_message_dialog_add_responses (dialog,
                                    "keep",
                                    C_ ("dialog", "_Keep"),
                                    "replace",
                                    C_ ("dialog", "_Replace"),
                                    NULL);
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog,
                           "response",
                           G_CALLBACK (replace_response_cb),
                           self,
                           G_CONNECT_SWAPPED);
  onsite_dialog_ask (dialog, "keep");
}

static void
tell_added (OnsitePacksPage *self, OnsitePackEntry *entry, const char *replaced)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);
  g_autofree char *text = NULL;

  if (replaced != NULL)
    /* Translators: a pack's title, its version, the version before. */
    text = g_strdup_printf (C_ ("toast", "“%s” %s is there, in place of %s"),
                            onsite_pack_get_title (pack),
                            onsite_pack_get_version (pack),
                            replaced);
  else
    /* Translators: a pack's title, its version. */
    text = g_strdup_printf (C_ ("toast", "“%s” %s is there"),
                            onsite_pack_get_title (pack),
                            onsite_pack_get_version (pack));
  onsite_toast_show_in_preferences (onsite_toast_new (text), GTK_WIDGET (self));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsitePacksPage *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *replaced = NULL;
  g_autoptr (OnsitePackEntry) entry = NULL;

  entry = onsite_pack_store_add_finish (ONSITE_PACK_STORE (source), result, &replaced, &error);
  if (entry != NULL)
    tell_added (self, entry, replaced);
  else if (g_error_matches (error, ONSITE_PACK_FOLDER_ERROR, ONSITE_PACK_FOLDER_ERROR_NOT_NEWER))
    ask_to_replace (self, g_task_get_task_data (task), error);
  else
    tell_error (self, C_ ("dialog", "The Pack Wasn’t Added"), error);
}

static void
start_adding (OnsitePacksPage *self, GFile *file, gboolean force)
{
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_source_tag (task, start_adding);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  onsite_pack_store_add_async (get_store (self), file, force, NULL, added_cb, task);
}

static void
chooser_response_cb (OnsitePacksPage *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    start_adding (self, file, FALSE);
}

static void
add_clicked_cb (OnsitePacksPage *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (C_ ("dialog", "Add a Pack"),
                                               GTK_WINDOW (get_window (self)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               C_ ("dialog", "_Add"),
                                               NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, C_ ("dialog", "Packs of Questions"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser,
                           "response",
                           G_CALLBACK (chooser_response_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
dropped_cb (OnsitePacksPage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *file = files; file != NULL; file = file->next)
    start_adding (self, file->data, FALSE);

  return TRUE;
}

/* The rows are made anew, and what had the focus is gone with them. */
static void
focus_row (OnsitePacksPage *self, int position)
{
  int last = (int) g_list_model_get_n_items (G_LIST_MODEL (get_store (self))) - 1;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN (position, last));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) removal = user_data;
  OnsitePackStore *store = ONSITE_PACK_STORE (source);
  g_autoptr (GError) error = NULL;

  if (!onsite_pack_store_put_back_finish (store, result, &error))
    {
      tell_error (removal->page, C_ ("dialog", "The Pack Wasn’t Put Back"), error);
      return;
    }

  if (removal->chosen)
    onsite_pack_choice_choose (removal->page->packs, removal->entry);
  focus_row (removal->page, removal->position);
}

static void
undo_cb (AdwToast *toast, gpointer user_data)
{
  Removal *removal = user_data;
  Removal *copy = g_new0 (Removal, 1);

  copy->page = g_object_ref (removal->page);
  copy->entry = g_object_ref (removal->entry);
  copy->chosen = removal->chosen;
  copy->position = removal->position;
  onsite_pack_store_put_back_async (get_store (removal->page),
                                    removal->entry,
                                    removal->content,
                                    NULL,
                                    put_back_cb,
                                    copy);
}

static void
offer_undo (Removal *removal)
{
  OnsitePacksPage *self = removal->page;
  /* Translators: a pack's title. */
  g_autofree char *text = g_strdup_printf (C_ ("toast", "“%s” removed"),
                                           onsite_pack_entry_get_name (removal->entry));
  AdwToast *toast = onsite_toast_new (text);

  adw_toast_set_button_label (toast, C_ ("toast", "_Undo"));
  g_signal_connect_data (toast,
                         "button-clicked",
                         G_CALLBACK (undo_cb),
                         removal,
                         removal_closure_free,
                         0);
  onsite_toast_show_in_preferences (toast, GTK_WIDGET (self));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;

  removal->content = onsite_pack_store_remove_finish (ONSITE_PACK_STORE (source), result, &error);
  if (removal->content == NULL)
    {
      tell_error (removal->page, C_ ("dialog", "The Pack Wasn’t Removed"), error);
      return;
    }

  focus_row (removal->page, removal->position);
  offer_undo (g_steal_pointer (&removal));
}

static void
remove_cb (OnsitePacksPage *self, OnsitePackRow *row)
{
  OnsitePackEntry *entry = onsite_pack_row_get_entry (row);
  Removal *removal = g_new0 (Removal, 1);

  removal->page = g_object_ref (self);
  removal->entry = g_object_ref (entry);
  removal->chosen = onsite_pack_choice_is_chosen (self->packs, entry);
  removal->position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  onsite_pack_store_remove_async (get_store (self), entry, NULL, removed_cb, removal);
}

static void
chosen_cb (OnsitePacksPage *self, OnsitePackDetails *details)
{
  onsite_pack_choice_choose (self->packs, onsite_pack_details_get_entry (details));
  adw_preferences_window_close_subpage (get_window (self));
}

static void
row_activated_cb (OnsitePacksPage *self, OnsitePackRow *row)
{
  AdwPreferencesWindow *window = get_window (self);
  OnsitePackEntry *entry = onsite_pack_row_get_entry (row);
  GtkWidget *details = onsite_pack_details_new (entry,
                                                onsite_pack_choice_is_chosen (self->packs, entry));

  g_signal_connect_object (details, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (details,
                           "back",
                           G_CALLBACK (adw_preferences_window_close_subpage),
                           window,
                           G_CONNECT_SWAPPED);
  adw_preferences_window_present_subpage (window, details);
  gtk_widget_grab_focus (details);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  OnsitePacksPage *self = ONSITE_PACKS_PAGE (user_data);
  GtkWidget *row = onsite_pack_row_new (ONSITE_PACK_ENTRY (item));

  onsite_pack_row_set_chosen (ONSITE_PACK_ROW (row),
                              onsite_pack_choice_is_chosen (self->packs, item));
  g_signal_connect_object (row, "removed", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_chosen (OnsitePacksPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      OnsitePackEntry *entry = onsite_pack_row_get_entry (ONSITE_PACK_ROW (row));

      onsite_pack_row_set_chosen (ONSITE_PACK_ROW (row),
                                  onsite_pack_choice_is_chosen (self->packs, entry));
    }
}

static void
onsite_packs_page_dispose (GObject *object)
{
  OnsitePacksPage *self = ONSITE_PACKS_PAGE (object);

  if (self->packs != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->chooser);
  g_clear_object (&self->packs);

  G_OBJECT_CLASS (onsite_packs_page_parent_class)->dispose (object);
}

static void
onsite_packs_page_class_init (OnsitePacksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_packs_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-packs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsitePacksPage, list);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
onsite_packs_page_init (OnsitePacksPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
onsite_packs_page_connect (OnsitePacksPage *self, OnsitePackChoice *packs)
{
  g_return_if_fail (ONSITE_IS_PACKS_PAGE (self));
  g_return_if_fail (self->packs == NULL);

  self->packs = g_object_ref (packs);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (get_store (self)), create_row_cb, self, NULL);
  g_signal_connect_object (packs,
                           "notify::pack",
                           G_CALLBACK (show_chosen),
                           self,
                           G_CONNECT_SWAPPED);
}
