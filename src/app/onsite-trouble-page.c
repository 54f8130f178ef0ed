/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "onsite-trouble-page.h"

#include <glib/gi18n-lib.h>

struct _OnsiteTroublePage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  GtkFileChooserNative *chooser;

  AdwStatusPage *status;
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
  gtk_file_filter_set_name (filter, C_ ("dialog", "Onsite libraries"));
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
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, read);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTroublePage, choose);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
onsite_trouble_page_init (OnsiteTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
onsite_trouble_page_set_context (OnsiteTroublePage *self, OnsiteContext *context)
{
  g_return_if_fail (ONSITE_IS_TROUBLE_PAGE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context,
                           "notify::state",
                           G_CALLBACK (context_state_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  context_state_changed_cb (self);
}
