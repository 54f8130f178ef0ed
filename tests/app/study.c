/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "study.h"

#include "library-fixture.h"

#define SECONDS 2

static gboolean
is_ready (gpointer data)
{
  return onsite_context_get_state (data) == ONSITE_CONTEXT_READY;
}

static void
fill_library (Study *self, guint n_answers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = onsite_library_open (self->path,
                                                           ONSITE_LIBRARY_OPEN_CREATE,
                                                           &error);

  g_assert_no_error (error);
  self->pack = debriefed_load_pack ();
  self->loop = n_answers > 0 ? debriefed_make_long_loop (self->pack, n_answers)
                             : debriefed_make_loop (self->pack);
  debriefed_keep (library, self->loop, self->pack, SECONDS);
  g_assert_true (onsite_library_close (library, &error));
  g_assert_no_error (error);
}

void
study_set_up (Study *self, gconstpointer n_answers)
{
  self->folder = g_dir_make_tmp ("onsite-study-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "library.onsite", NULL);
  fill_library (self, GPOINTER_TO_UINT (n_answers));

  self->settings = g_settings_new ("io.github.onsite.Onsite");
  self->context = onsite_context_new (self->settings, self->path, NULL);
  onsite_context_open (self->context);
  self->window = g_object_ref_sink (onsite_window_new (NULL, self->context));
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_wait_until (is_ready, self->context);
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
study_tear_down (Study *self, gconstpointer unused)
{
  gboolean closed = FALSE;
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", self->folder);

  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_wait_until (is_held_by_none, self->window);
  g_assert_finalize_object (self->window);
  onsite_context_close_async (self->context, closed_cb, &closed);
  fixture_wait_until (is_true, &closed);
  fixture_wait_until (is_held_by_none, self->context);
  g_assert_finalize_object (self->context);
  g_clear_object (&self->settings);
  onsite_loop_free (self->loop);
  onsite_pack_unref (self->pack);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
}

typedef struct
{
  OnsiteWindow *window;
  GType type;
} Wait;

static gboolean
is_seen (gpointer data)
{
  const Wait *wait = data;
  OnsitePage *page = onsite_window_get_page (wait->window);

  return page != NULL && g_type_is_a (G_OBJECT_TYPE (page), wait->type) &&
         gtk_widget_get_mapped (GTK_WIDGET (page));
}

GtkWidget *
study_wait_for_page (Study *self, GType type)
{
  Wait wait = { self->window, type };

  fixture_wait_until (is_seen, &wait);

  return GTK_WIDGET (onsite_window_get_page (self->window));
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (onsite_context_settle_finish (ONSITE_CONTEXT (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

void
study_settle (Study *self)
{
  gboolean settled = FALSE;

  onsite_context_settle_async (self->context, settled_cb, &settled);
  fixture_wait_until (is_true, &settled);
}

OnsiteLoop *
study_load (Study *self)
{
  OnsiteLibrary *library = onsite_context_get_library (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  /* Changes are committed in the order in which they came. */
  g_assert_true (onsite_library_commit (library, onsite_change_new (), &error));
  g_assert_no_error (error);
  stored = onsite_library_load_loop (library, self->loop->id, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&stored->loop);
}

OnsiteAnswer *
study_get_answer (OnsiteLoop *loop, guint index)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      if (index < round->answers->len)
        return g_ptr_array_index (round->answers, index);
      index -= round->answers->len;
    }

  g_assert_not_reached ();
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
study_find_all (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);

  return found;
}

GtkWidget *
study_find (gpointer root, GType type)
{
  g_autoptr (GPtrArray) found = study_find_all (root, type);

  for (guint i = 0; i < found->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (found, i)))
      return g_ptr_array_index (found, i);

  g_assert_not_reached ();
}

GtkWidget *
study_find_text (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) labels = study_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_visible (GTK_WIDGET (label)) &&
          strstr (gtk_label_get_text (label), text) != NULL)
        return GTK_WIDGET (label);
    }

  return NULL;
}
