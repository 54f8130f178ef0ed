/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "onsite-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "onsite-about.h"
#include "onsite-caretaker.h"
#include "onsite-context.h"
#include "onsite-dialog.h"
#include "onsite-inbox.h"
#include "onsite-inhibitor.h"
#include "onsite-resources.h"
#include "onsite-window-actions.h"
#include "onsite-window.h"

struct _OnsiteApplication
{
  AdwApplication parent_instance;

  OnsiteContext *context;
  OnsiteInhibitor *inhibitor;
  GtkWindow *window;
  char *library; /* as given on the command line, absolute */
  GFile *pack;
  guint signals[3];
  gboolean leaving;
  gboolean closing;    /* what is open: rehearsal and library */
  gboolean unattended; /* nobody can be asked any more */
};

G_DEFINE_FINAL_TYPE (OnsiteApplication, onsite_application, ADW_TYPE_APPLICATION)

static void closed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
end (OnsiteApplication *self)
{
  g_application_release (G_APPLICATION (self));
  g_application_quit (G_APPLICATION (self));
}

static void
close_all (OnsiteApplication *self)
{
  self->closing = TRUE;
  onsite_context_close_async (self->context, closed_cb, self);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  end (ONSITE_APPLICATION (user_data));
}

static void
unsaved_response_cb (OnsiteApplication *self, const char *response)
{
  if (g_str_equal (response, "quit"))
    end (self);
  else
    close_all (self);
}

static void
ask_about_unsaved (OnsiteApplication *self, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, C_ ("quit", "Not Everything Is Saved"), NULL);

  /* Translators: why something is not saved, as a sentence or more. */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  C_ ("quit", "%s\n\nWhat isn’t saved is lost if you quit now."),
                                  error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "quit",
                                    C_ ("quit", "_Quit Anyway"),
                                    "again",
                                    C_ ("quit", "_Try Again"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "quit",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog,
                           "response",
                           G_CALLBACK (unsaved_response_cb),
                           self,
                           G_CONNECT_SWAPPED);
  onsite_dialog_ask (ADW_MESSAGE_DIALOG (dialog), "again");
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsiteApplication *self = ONSITE_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;
  const gboolean closed = onsite_context_close_finish (ONSITE_CONTEXT (source), result, &error);

  self->closing = FALSE;
  if (self->unattended)
    {
      if (!closed)
        g_warning ("Not everything is saved: %s", error->message);
    }
  else if (closed)
    onsite_caretaker_leave_async (onsite_context_get_caretaker (self->context), left_cb, self);
  else
    ask_about_unsaved (self, error);
}

/* Everything that ends the program comes through here, once the person has
 * agreed or can't be asked. */
static void
leave (OnsiteApplication *self)
{
  if (self->leaving)
    return;

  self->leaving = TRUE;
  g_application_hold (G_APPLICATION (self));
  g_clear_pointer (&self->window, gtk_window_destroy);
  close_all (self);
}

/* A session that ends lets GTK quit at once, and waits for as long as this program is
 * there. What is being said is kept first; a backup can wait until the next start. */
static void
finish (OnsiteApplication *self)
{
  self->unattended = TRUE;
  leave (self);
  while (self->closing)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
window_close_request_cb (OnsiteApplication *self)
{
  leave (self);

  return GDK_EVENT_STOP;
}

static gboolean
signal_cb (gpointer user_data)
{
  leave (ONSITE_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OnsiteApplication *self = ONSITE_APPLICATION (user_data);

  if (self->window != NULL)
    onsite_window_ask_to_quit (ONSITE_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  onsite_about_show (ONSITE_APPLICATION (user_data)->window);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static void
find_icon (void)
{
#ifdef ONSITE_DEVELOPMENT
  /* A program that lies in its build folder has no icon theme to find it in. */
  GdkDisplay *display = gdk_display_get_default ();

  if (display != NULL)
    gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (display),
                                    ONSITE_SOURCE_DATADIR "/icons");
#endif
}

static void
onsite_application_startup (GApplication *application)
{
  OnsiteApplication *self = ONSITE_APPLICATION (application);
  g_autoptr (GSettings) settings = NULL;

  onsite_application_register_resources ();
  G_APPLICATION_CLASS (onsite_application_parent_class)->startup (application);

  find_icon ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  onsite_window_actions_add_accels (GTK_APPLICATION (self));

  settings = g_settings_new (APPLICATION_ID);
  self->context = onsite_context_new (settings, self->library, self->pack);
  self->inhibitor = onsite_inhibitor_new (GTK_APPLICATION (self), self->context);

  self->signals[0] = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->signals[1] = g_unix_signal_add (SIGINT, signal_cb, self);
  self->signals[2] = g_unix_signal_add (SIGHUP, signal_cb, self);
}

/* To open takes threads of its own, which would take the time of a small machine
 * from what draws the first frame. */
static void
window_painted_cb (OnsiteApplication *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, window_painted_cb, self);
  if (!self->leaving)
    onsite_context_open (self->context);
}

static void
make_window (OnsiteApplication *self)
{
  self->window = GTK_WINDOW (onsite_window_new (GTK_APPLICATION (self), self->context));
  g_signal_connect_object (self->window,
                           "close-request",
                           G_CALLBACK (window_close_request_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  gtk_widget_realize (GTK_WIDGET (self->window));
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)),
                           "after-paint",
                           G_CALLBACK (window_painted_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
onsite_application_activate (GApplication *application)
{
  OnsiteApplication *self = ONSITE_APPLICATION (application);

  if (self->leaving)
    return;

  if (self->window == NULL)
    make_window (self);

  gtk_window_present (self->window);
}

/* What a coach sent back, by a double click; from a second start, too. */
static void
onsite_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  OnsiteApplication *self = ONSITE_APPLICATION (application);

  g_application_activate (application);
  for (int i = 0; self->window != NULL && i < n_files; i++)
    onsite_inbox_add (onsite_window_get_inbox (ONSITE_WINDOW (self->window)), files[i]);
}

static void
onsite_application_shutdown (GApplication *application)
{
  OnsiteApplication *self = ONSITE_APPLICATION (application);

  finish (self);
  for (gsize i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  g_clear_object (&self->inhibitor);
  g_clear_object (&self->context);

  G_APPLICATION_CLASS (onsite_application_parent_class)->shutdown (application);
}

static int
onsite_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  OnsiteApplication *self = ONSITE_APPLICATION (application);
  g_autofree char *library = NULL;
  g_autofree char *pack = NULL;

  if (g_variant_dict_lookup (options, "library", "^ay", &library))
    self->library = g_canonicalize_filename (library, NULL);
  if (g_variant_dict_lookup (options, "pack", "^ay", &pack))
    self->pack = g_file_new_for_commandline_arg (pack);

  /* Another library is another matter than the window that may be open
   * already; the library itself sees to it that one process writes. */
  if (self->library != NULL || self->pack != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
onsite_application_finalize (GObject *object)
{
  OnsiteApplication *self = ONSITE_APPLICATION (object);

  g_clear_object (&self->pack);
  g_clear_pointer (&self->library, g_free);

  G_OBJECT_CLASS (onsite_application_parent_class)->finalize (object);
}

static void
onsite_application_class_init (OnsiteApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = onsite_application_finalize;
  application_class->startup = onsite_application_startup;
  application_class->activate = onsite_application_activate;
  application_class->open = onsite_application_open;
  application_class->shutdown = onsite_application_shutdown;
  application_class->handle_local_options = onsite_application_handle_local_options;
}

static void
onsite_application_init (OnsiteApplication *self)
{
  const GOptionEntry options[] = {
    { "library",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Use this library instead of the one in the preferences"),
      N_ ("FILE") },
    { "pack",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Ask from this pack instead of the built-in one"),
      N_ ("FILE") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

OnsiteApplication *
onsite_application_new (void)
{
  return g_object_new (ONSITE_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/io/github/onsite/Onsite",
                       "register-session",
                       TRUE,
                       NULL);
}

void
onsite_application_register_resources (void)
{
  onsite_register_resource ();
}
