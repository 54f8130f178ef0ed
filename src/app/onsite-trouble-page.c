/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-trouble-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-caretaker.h"
#include "onsite-dialog.h"
#include "onsite-format.h"
#include "onsite-wrap.h"

struct _OnsiteTroublePage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  GtkFileChooserNative *chooser;

  AdwStatusPage *status;
  GtkWidget *mending;
  GtkLabel *progress;
  GtkWidget *ways;
  GtkButton *go_back;
  GtkWidget *repair;
  GtkWidget *read;
  GtkWidget *choose;
};

G_DEFINE_FINAL_TYPE (OnsiteTroublePage, onsite_trouble_page, ADW_TYPE_BIN)

static const char *
describe_failure (OnsiteContextState state)
{
  return state == ONSITE_CONTEXT_PACK_FAILED ? C_ ("trouble", "The Questions Can’t Be Read")
                                             : C_ ("trouble", "The Library Can’t Be Opened");
}

/* What a repair may put in order: also a file whose very beginning is gone. */
static gboolean
is_damaged (const GError *error)
{
  return g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_DAMAGED) ||
         g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY);
}

static void
update_ways (OnsiteTroublePage *self)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (self->context);
  gboolean may_mend = onsite_context_get_state (self->context) == ONSITE_CONTEXT_LIBRARY_FAILED &&
                      is_damaged (onsite_context_get_error (self->context));
  g_autoptr (GDateTime) newest = onsite_caretaker_get_newest (caretaker);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = newest != NULL ? onsite_format_date (newest, now) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->mending, onsite_caretaker_get_busy (caretaker));
  gtk_widget_set_visible (self->ways, !onsite_caretaker_get_busy (caretaker));
  gtk_label_set_label (self->progress, onsite_caretaker_get_status (caretaker));
  gtk_widget_set_visible (self->repair, may_mend);
  gtk_widget_set_visible (GTK_WIDGET (self->go_back), may_mend && newest != NULL);
  if (newest == NULL)
    return;

  /* Translators: the button that puts the backup of a day in the place of the library. */
  label = g_strdup_printf (C_ ("button", "_Go Back to the Backup: %s"), date);
  gtk_button_set_label (self->go_back, label);
  onsite_wrap_pills (GTK_WIDGET (self->go_back));
}

static void
context_state_changed_cb (OnsiteTroublePage *self)
{
  const GError *error = onsite_context_get_error (self->context);
  OnsiteContextState state = onsite_context_get_state (self->context);
  g_autofree char *text = NULL;

  if (error == NULL)
    return;

  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->status, describe_failure (state));
  adw_status_page_set_description (self->status, text);
  gtk_widget_set_visible (self->read, onsite_context_can_read (self->context));
  gtk_widget_set_visible (self->choose, state == ONSITE_CONTEXT_LIBRARY_FAILED);
  update_ways (self);
  if (state == ONSITE_CONTEXT_LIBRARY_FAILED)
    onsite_caretaker_look (onsite_context_get_caretaker (self->context));
}

static void
go_back_cb (OnsiteTroublePage *self)
{
  onsite_caretaker_go_back (onsite_context_get_caretaker (self->context));
}

static void
repair_cb (OnsiteTroublePage *self)
{
  onsite_caretaker_repair (onsite_context_get_caretaker (self->context));
}

static void
cancel_cb (OnsiteTroublePage *self)
{
  onsite_caretaker_cancel (onsite_context_get_caretaker (self->context));
}

static void
show_message (OnsiteTroublePage *self, const char *title, const char *text)
{
  onsite_dialog_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, text);
}

static void
mended_cb (OnsiteTroublePage *self, const char *text)
{
  show_message (self, C_ ("trouble", "The Library Is in Order Again"), text);
  onsite_context_open (self->context);
}

static void
failed_cb (OnsiteTroublePage *self, const GError *error)
{
  show_message (self, C_ ("trouble", "The Library Stays as It Was"), error->message);
}

static void
try_again_cb (OnsiteTroublePage *self)
{
  onsite_context_open (self->context);
}

static void
read_cb (OnsiteTroublePage *self)
{
  onsite_context_open_to_read (self->context);
}

static void
chooser_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  OnsiteTroublePage *self = ONSITE_TROUBLE_PAGE (user_data);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_clear_object (&self->chooser);
  if (file != NULL && g_file_peek_path (file) != NULL)
    onsite_context_choose_library (self->context, g_file_peek_path (file));
}

static void
choose_cb (OnsiteTroublePage *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (C_ ("dialog", "Choose a Library"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               C_ ("dialog", "_Open"),
                                               NULL);
  gtk_file_filter_set_name (filter, C_ ("dialog", "Onsite Libraries"));
  gtk_file_filter_add_suffix (filter, "onsite");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
onsite_trouble_page_dispose (GObject *object)
{
  OnsiteTroublePage *self = ONSITE_TROUBLE_PAGE (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_trouble_page_parent_class)->dispose (object);
}

static void
onsite_trouble_page_class_init (OnsiteTroublePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_trouble_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, mending);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, progress);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, ways);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, go_back);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, repair);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, read);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, choose);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
onsite_trouble_page_init (OnsiteTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onsite_wrap_pills (GTK_WIDGET (self));
}

void
onsite_trouble_page_set_context (OnsiteTroublePage *self, OnsiteContext *context)
{
  OnsiteCaretaker *caretaker;

  g_return_if_fail (ONSITE_IS_TROUBLE_PAGE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context,
                           "notify::state",
                           G_CALLBACK (context_state_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  caretaker = onsite_context_get_caretaker (context);
  g_signal_connect_object (caretaker, "notify", G_CALLBACK (update_ways), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caretaker, "mended", G_CALLBACK (mended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caretaker, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  context_state_changed_cb (self);
}
