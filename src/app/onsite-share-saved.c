/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-share-saved.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"
#include "onsite-sending.h"
#include "onsite-window.h"

struct _OnsiteShareSaved
{
  AdwBin parent_instance;

  GFile *file; /* NULL until something was saved */
  gboolean is_folder;
  GCancellable *cancellable;

  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (OnsiteShareSaved, onsite_share_saved, ADW_TYPE_BIN)

static void
tell_failure (OnsiteShareSaved *self, const char *doing, const GError *error)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  if (error != NULL && window != NULL)
    onsite_window_toast_error (window, doing, error);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteShareSaved) self = user_data;
  g_autoptr (GError) error = NULL;

  onsite_sending_show_finish (result, &error);
  tell_failure (self, C_ ("toast", "The folder can’t be shown"), error);
}

static void
show_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteShareSaved *self = ONSITE_SHARE_SAVED (widget);

  if (self->file != NULL)
    onsite_sending_show_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                               self->file,
                               self->is_folder,
                               self->cancellable,
                               shown_cb,
                               g_object_ref (self));
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteShareSaved) self = user_data;
  g_autoptr (GError) error = NULL;

  onsite_sending_mail_finish (result, &error);
  tell_failure (self, C_ ("toast", "No mail was made"), error);
}

static void
mail_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteShareSaved *self = ONSITE_SHARE_SAVED (widget);
  const OnsiteMail mail = {
    .subject = C_ ("mail", "Would you listen to my rehearsal?"),
    .body = C_ ("mail",
                "The attached page opens in any browser. You can listen, comment and rate in it, "
                "and save a review, which please send back to me."),
    .attachment = self->file,
  };

  if (self->file != NULL)
    onsite_sending_mail_async (&mail, self->cancellable, mailed_cb, g_object_ref (self));
}

static void
can_mail_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteShareSaved) self = user_data;
  gboolean can_mail = onsite_sending_can_mail_finish (result);

  if (!g_cancellable_is_cancelled (self->cancellable))
    gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                   "saved.email",
                                   can_mail && !self->is_folder &&
                                       g_file_peek_path (self->file) != NULL);
}

static void
onsite_share_saved_dispose (GObject *object)
{
  g_cancellable_cancel (ONSITE_SHARE_SAVED (object)->cancellable);

  G_OBJECT_CLASS (onsite_share_saved_parent_class)->dispose (object);
}

static void
onsite_share_saved_finalize (GObject *object)
{
  OnsiteShareSaved *self = ONSITE_SHARE_SAVED (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (onsite_share_saved_parent_class)->finalize (object);
}

static void
onsite_share_saved_class_init (OnsiteShareSavedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_share_saved_dispose;
  object_class->finalize = onsite_share_saved_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-share-saved.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareSaved, status);
  gtk_widget_class_install_action (widget_class, "saved.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "saved.email", NULL, mail_action);
}

static void
onsite_share_saved_init (OnsiteShareSaved *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "saved.email", FALSE);
}

static char *
describe (GFile *file, gint64 n_bytes, gboolean is_reviewed)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *size = onsite_format_size (n_bytes);

  if (is_reviewed)
    /* Translators: a file's name, and how large it is. */
    return g_strdup_printf (C_ ("share",
                                "“%s” has %s. What your coach sends back comes in by Import a "
                                "Review in the main menu."),
                            name,
                            size);

  /* Translators: the name of a file or a folder, and how large it is. */
  return g_strdup_printf (C_ ("share", "“%s” has %s."), name, size);
}

void
onsite_share_saved_tell (OnsiteShareSaved *self,
                         GFile *file,
                         gint64 n_bytes,
                         const OnsiteShareFormat *format)
{
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (ONSITE_IS_SHARE_SAVED (self));
  g_return_if_fail (G_IS_FILE (file));

  text = describe (file, n_bytes, format->is_reviewed);
  escaped = g_markup_escape_text (text, -1);
  g_set_object (&self->file, file);
  self->is_folder = format->is_folder;
  adw_status_page_set_description (self->status, escaped);
  onsite_sending_can_mail_async (self->cancellable, can_mail_cb, g_object_ref (self));
}
