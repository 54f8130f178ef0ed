/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-begin.h"

#include <glib/gi18n-lib.h>

#include "onsite-choices.h"
#include "onsite-start.h"

typedef struct
{
  OnsiteWindow *window;
  OnsiteSetup *setup;
} Beginning;

static void
beginning_free (Beginning *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self->window), "win.begin-again", TRUE);
  g_object_unref (self->window);
  g_object_unref (self->setup);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Beginning, beginning_free)

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Beginning) beginning = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal = onsite_start_finish (ONSITE_CONTEXT (source), result, &error);

  if (rehearsal == NULL)
    onsite_window_toast_error (beginning->window, C_ ("toast", "The loop can’t begin"), error);
  else if (onsite_window_get_page (beginning->window) == NULL)
    onsite_context_end_rehearsal (ONSITE_CONTEXT (source));
  else
    onsite_window_show_rehearsal (beginning->window, rehearsal);
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Beginning) beginning = user_data;
  OnsiteContext *context = onsite_window_get_context (beginning->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = onsite_library_read_history_finish (ONSITE_LIBRARY (source),
                                                                      result,
                                                                      &error);
  OnsiteLoop *loop;

  if (context == NULL)
    return;
  if (history != NULL)
    onsite_setup_set_history (beginning->setup, history);
  else
    onsite_window_toast_error (beginning->window,
                               C_ ("toast", "Past answers can’t be read"),
                               error);

  if (onsite_setup_get_plan (beginning->setup) == NULL)
    {
      onsite_window_toast (beginning->window, onsite_setup_get_problem (beginning->setup));
      return;
    }

  loop = onsite_setup_take_plan (beginning->setup);
  onsite_start_loop_async (context, loop, NULL, begun_cb, g_steal_pointer (&beginning));
}

void
onsite_begin_again (OnsiteWindow *window)
{
  OnsiteContext *context;
  Beginning *beginning;

  g_return_if_fail (ONSITE_IS_WINDOW (window));

  context = onsite_window_get_context (window);
  if (onsite_window_get_page (window) == NULL || onsite_context_get_read_only (context) ||
      onsite_context_get_rehearsal (context) != NULL)
    return;

  beginning = g_new0 (Beginning, 1);
  beginning->window = g_object_ref (window);
  beginning->setup = onsite_choices_make_setup (context);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.begin-again", FALSE);
  onsite_library_read_history_async (onsite_context_get_library (context),
                                     onsite_pack_get_id (onsite_context_get_pack (context)),
                                     NULL,
                                     history_read_cb,
                                     beginning);
}
