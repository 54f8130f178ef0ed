/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include "onsite-wait.h"

void
desk_begin (Desk *self)
{
  *self = (Desk){ 0 };
  stage_set (&self->stage, ONSITE_MODE_ONSITE, FALSE);
  onsite_rehearsal_send (self->stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (&self->stage, ONSITE_PHASE_ANSWERING);
  stage_stop (&self->stage);
  self->stored = stage_load (&self->stage);
  self->scribe = onsite_scribe_new (self->stage.library);
}

static void
count (guint *n)
{
  (*n)++;
}

void
desk_listen (Desk *self)
{
  g_signal_connect_swapped (self->editor, "failed", G_CALLBACK (count), &self->n_failed);
  g_signal_connect_swapped (self->editor, "kept", G_CALLBACK (count), &self->n_kept);
}

void
desk_flush (Desk *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_scribe_flush_async (self->scribe, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_scribe_flush_finish (self->scribe, result, &error);
  g_assert_no_error (error);
}

void
desk_clear (Desk *self)
{
  desk_flush (self);
  if (self->editor != NULL)
    g_assert_finalize_object (self->editor);
  onsite_wait_finalize (self->scribe);
  onsite_stored_loop_free (self->stored);
  stage_clear (&self->stage);
}
