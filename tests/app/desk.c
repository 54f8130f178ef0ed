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
  g_assert_true (onsite_settling_wait_finish (ONSITE_SETTLING (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

void
desk_settle (Desk *desk)
{
  gboolean settled = FALSE;

  onsite_settling_wait_async (onsite_context_get_settling (desk->context), settled_cb, &settled);
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

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
desk_find_all (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);

  return found;
}

GtkWidget *
desk_find (gpointer root, GType type)
{
  g_autoptr (GPtrArray) found = desk_find_all (root, type);

  for (guint i = 0; i < found->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (found, i)))
      return g_ptr_array_index (found, i);

  g_assert_not_reached ();
}

GtkWidget *
desk_find_text (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) labels = desk_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_visible (GTK_WIDGET (label)) &&
          strstr (gtk_label_get_text (label), text) != NULL)
        return GTK_WIDGET (label);
    }

  return NULL;
}
