/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"

#include "app/onsite-application.h"
#include "library-fixture.h"

void
desk_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  onsite_application_register_resources ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
desk_make_folder (Desk *desk)
{
  desk->folder = g_dir_make_tmp ("onsite-desk-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "library.onsite", NULL);
}

static gboolean
is_open (gpointer data)
{
  Desk *desk = data;

  return onsite_context_get_state (desk->context) != ONSITE_CONTEXT_OPENING &&
         onsite_context_get_pack (desk->context) != NULL;
}

static gboolean
shows_home_or_trouble (gpointer data)
{
  Desk *desk = data;

  return is_open (data) && (onsite_context_get_state (desk->context) != ONSITE_CONTEXT_READY ||
                            onsite_window_get_page (desk->window) != NULL);
}

void
desk_open (Desk *desk, const char *path)
{
  desk->settings = g_settings_new ("io.github.onsite.Onsite");
  g_settings_reset (desk->settings, "library-path");
  g_settings_reset (desk->settings, "onsite-date");
  desk->context = onsite_context_new (desk->settings, path, NULL);
  onsite_context_open (desk->context);
  desk->window = g_object_ref_sink (onsite_window_new (NULL, desk->context));
  gtk_window_present (GTK_WINDOW (desk->window));
  fixture_wait_until (shows_home_or_trouble, desk);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (onsite_context_close_finish (ONSITE_CONTEXT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What a page has begun holds it until it has ended. */
static gboolean
is_held_by_none (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

void
desk_tear_down (Desk *desk, gconstpointer unused)
{
  gboolean closed = FALSE;
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", desk->folder);

  gtk_window_destroy (GTK_WINDOW (desk->window));
  fixture_wait_until (is_held_by_none, desk->window);
  g_assert_finalize_object (desk->window);
  onsite_context_close_async (desk->context, closed_cb, &closed);
  fixture_wait_until (is_true, &closed);
  fixture_wait_until (is_held_by_none, desk->context);
  g_assert_finalize_object (desk->context);
  g_clear_object (&desk->settings);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  g_clear_pointer (&desk->folder, g_free);
  g_clear_pointer (&desk->path, g_free);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (onsite_context_settle_finish (ONSITE_CONTEXT (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

void
desk_settle (Desk *desk)
{
  gboolean settled = FALSE;

  onsite_context_settle_async (desk->context, settled_cb, &settled);
  fixture_wait_until (is_true, &settled);
}

AdwMessageDialog *
desk_find_dialog (Desk *desk)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) &&
        gtk_window_get_transient_for (l->data) == GTK_WINDOW (desk->window))
      return l->data;

  return NULL;
}
