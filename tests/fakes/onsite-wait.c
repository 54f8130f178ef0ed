/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-wait.h"

static gboolean
on_step (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

void
onsite_wait_step (void)
{
  guint step = g_timeout_add (5, on_step, NULL);

  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, step))
    g_source_remove (step);
}

void
onsite_wait_finalize (gpointer object)
{
  GWeakRef weak;
  gpointer alive;

  g_weak_ref_init (&weak, object);
  g_object_unref (object);
  /* The reference that is looked through may be the last one by now. */
  onsite_wait_for ((alive = g_weak_ref_get (&weak)) == NULL || (g_object_unref (alive), FALSE));
  g_weak_ref_clear (&weak);
}

void
onsite_wait_take_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **taken = user_data;

  g_assert_null (*taken);
  *taken = g_object_ref (result);
}
