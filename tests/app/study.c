/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "study.h"

#include "library-fixture.h"

#define SECONDS 2

static void
fill_library (Study *self, guint n_answers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = onsite_library_open (self->desk.path,
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
  desk_make_folder (&self->desk);
  fill_library (self, GPOINTER_TO_UINT (n_answers));
  desk_open (&self->desk, self->desk.path);
}

void
study_tear_down (Study *self, gconstpointer unused)
{
  desk_tear_down (&self->desk, NULL);
  onsite_loop_free (self->loop);
  onsite_pack_unref (self->pack);
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
  Wait wait = { self->desk.window, type };

  fixture_wait_until (is_seen, &wait);

  return GTK_WIDGET (onsite_window_get_page (self->desk.window));
}

OnsiteLoop *
study_load (Study *self)
{
  OnsiteLibrary *library = onsite_context_get_library (self->desk.context);
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
