/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-packs-page.h"
#include "app/onsite-preferences-window.h"
#include "desk.h"
#include "library-fixture.h"

#include <glib/gstdio.h>

#define TITLE "The smallest pack"

typedef struct
{
  Desk desk;
  GtkWidget *window; /* the preferences */
  GtkWidget *page;
} Packs;

static void
set_up (Packs *packs, gconstpointer unused)
{
  g_autoptr (GPtrArray) pages = NULL;

  desk_make_folder (&packs->desk);
  desk_open (&packs->desk, packs->desk.path);
  packs->window = onsite_preferences_window_new (GTK_WINDOW (packs->desk.window),
                                                 packs->desk.context);
  gtk_window_present (GTK_WINDOW (packs->window));
  pages = desk_find_all (packs->window, ONSITE_TYPE_PACKS_PAGE);
  packs->page = g_ptr_array_index (pages, 0);
}

static void
tear_down (Packs *packs, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (packs->window));
  desk_tear_down (&packs->desk, NULL);
}

/* The page's. */
static GtkDropTarget *
get_target (Packs *packs)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (packs->page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

/* As the display does it with what a file manager holds. */
static void
drop (Packs *packs, GSList *files)
{
  GtkDropTarget *target = get_target (packs);
  GdkContentFormats *formats = gtk_drop_target_get_formats (target);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean accepted = FALSE;

  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &accepted);
  g_assert_true (accepted);
}

static gboolean
pack_is_listed (gpointer page)
{
  return desk_find_text (page, TITLE) != NULL;
}

static GtkWidget *
find_refusal (Packs *packs)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) &&
        gtk_window_get_transient_for (l->data) == GTK_WINDOW (packs->window))
      return l->data;

  return NULL;
}

static gboolean
is_refused (gpointer data)
{
  return find_refusal (data) != NULL;
}

static void
a_file_that_is_dropped_is_added (Packs *packs, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "smallest.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_false (pack_is_listed (packs->page));
  drop (packs, &(GSList){ .data = file });
  fixture_wait_until (pack_is_listed, packs->page);
}

static void
each_of_several_files_is_added_or_refused (Packs *packs, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (packs->desk.folder, "letter.json", NULL);
  g_autoptr (GFile) first = g_file_new_for_path (path);
  g_autofree char *other_path = g_build_filename (packs->desk.folder, "none.json", NULL);
  g_autoptr (GFile) second = g_file_new_for_path (other_path);
  GSList last = { .data = second };

  g_assert_true (g_file_set_contents (path, "Dear reader,", -1, NULL));
  drop (packs, &(GSList){ .data = first, .next = &last });

  for (guint i = 0; i < 2; i++)
    {
      fixture_wait_until (is_refused, packs);
      gtk_window_destroy (GTK_WINDOW (find_refusal (packs)));
    }
}

/* A place of its own for what is added. */
static char *
make_data_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("onsite-packs-XXXXXX", &error);

  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);

  return folder;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = make_data_folder ();
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", folder);
  int status;

  desk_init (&argc, &argv);

  g_test_add ("/packs-page/a-file-that-is-dropped-is-added",
              Packs,
              NULL,
              set_up,
              a_file_that_is_dropped_is_added,
              tear_down);
  g_test_add ("/packs-page/each-of-several-files-is-added-or-refused",
              Packs,
              NULL,
              set_up,
              each_of_several_files_is_added_or_refused,
              tear_down);

  status = g_test_run ();
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));

  return status;
}
