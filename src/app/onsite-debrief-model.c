/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-debrief-model.h"

struct _OnsiteDebriefModel
{
  GObject parent_instance;

  OnsiteLibrary *library;
  OnsiteDebrief *debrief;
  OnsiteHeadline *headline;
  guint n_finished_before;
  gboolean touched;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteDebriefModel, onsite_debrief_model, G_TYPE_OBJECT)

typedef struct
{
  OnsiteLibrary *library;
  char *loop;
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_object_unref (self->library);
  g_free (self->loop);
  g_free (self);
}

static OnsiteDebriefModel *
model_new (OnsiteLibrary *library, OnsiteStoredLoop *stored, GError **error)
{
  g_autoptr (OnsitePack) pack = onsite_pack_new_from_bytes (stored->pack,
                                                            stored->loop->pack_id,
                                                            error);
  OnsiteDebriefModel *self;

  if (pack == NULL)
    return NULL;

  self = g_object_new (ONSITE_TYPE_DEBRIEF_MODEL, NULL);
  self->library = g_object_ref (library);
  self->n_finished_before = stored->n_finished_before;
  self->debrief = onsite_debrief_new (g_steal_pointer (&stored->loop),
                                      pack,
                                      stored->n_finished_before);
  self->headline = onsite_headline_new (self->debrief);

  return self;
}

static void
load_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Wanted *wanted = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteStoredLoop) stored = onsite_library_load_loop (wanted->library,
                                                                  wanted->loop,
                                                                  &error);
  OnsiteDebriefModel *self = stored != NULL ? model_new (wanted->library, stored, &error) : NULL;

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
onsite_debrief_model_finalize (GObject *object)
{
  OnsiteDebriefModel *self = ONSITE_DEBRIEF_MODEL (object);

  g_clear_pointer (&self->headline, onsite_headline_free);
  g_clear_pointer (&self->debrief, onsite_debrief_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (onsite_debrief_model_parent_class)->finalize (object);
}

static void
onsite_debrief_model_class_init (OnsiteDebriefModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_debrief_model_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
onsite_debrief_model_init (OnsiteDebriefModel *self)
{
}

void
onsite_debrief_model_load_async (OnsiteLibrary *library,
                                 const char *loop,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (ONSITE_IS_LIBRARY (library));
  g_return_if_fail (loop != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_debrief_model_load_async);
  wanted = g_new0 (Wanted, 1);
  wanted->library = g_object_ref (library);
  wanted->loop = g_strdup (loop);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, load_thread);
}

OnsiteDebriefModel *
onsite_debrief_model_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

OnsiteLibrary *
onsite_debrief_model_get_library (OnsiteDebriefModel *self)
{
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (self), NULL);

  return self->library;
}

const OnsiteDebrief *
onsite_debrief_model_get_debrief (OnsiteDebriefModel *self)
{
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (self), NULL);

  return self->debrief;
}

const OnsiteHeadline *
onsite_debrief_model_get_headline (OnsiteDebriefModel *self)
{
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (self), NULL);

  return self->headline;
}

const OnsiteAnswerSummary *
onsite_debrief_model_get_answer (OnsiteDebriefModel *self, guint index)
{
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (self), NULL);
  g_return_val_if_fail (index < self->debrief->answers->len, NULL);

  return g_ptr_array_index (self->debrief->answers, index);
}

OnsiteAnswer *
onsite_debrief_model_edit_answer (OnsiteDebriefModel *self, guint index)
{
  const OnsiteAnswerSummary *summary = onsite_debrief_model_get_answer (self, index);
  const OnsiteRound *round;

  g_return_val_if_fail (summary != NULL, NULL);

  round = g_ptr_array_index (self->debrief->loop->rounds, summary->round);

  return g_ptr_array_index (round->answers, summary->place);
}

OnsiteLoop *
onsite_debrief_model_edit_loop (OnsiteDebriefModel *self)
{
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (self), NULL);

  return self->debrief->loop;
}

const OnsiteRoundSummary *
onsite_debrief_model_get_round (OnsiteDebriefModel *self, guint answer)
{
  const OnsiteAnswerSummary *summary = onsite_debrief_model_get_answer (self, answer);

  g_return_val_if_fail (summary != NULL, NULL);

  return g_ptr_array_index (self->debrief->rounds, summary->round);
}

void
onsite_debrief_model_touch (OnsiteDebriefModel *self)
{
  g_return_if_fail (ONSITE_IS_DEBRIEF_MODEL (self));

  self->touched = TRUE;
}

/* Returns how many takes @self has more than before. */
static guint
catch_up (OnsiteAnswer *self, OnsiteAnswer *now)
{
  guint n = 0;

  if (!g_str_equal (self->id, now->id))
    return 0;

  g_free (self->note);
  self->note = g_steal_pointer (&now->note);
  for (guint i = self->takes->len; now->takes->len > i; n++)
    g_ptr_array_add (self->takes, g_ptr_array_steal_index (now->takes, i));

  return n;
}

/* What was planned never changes, so that each answer is where it was. */
static guint
catch_up_all (OnsiteLoop *self, OnsiteLoop *now)
{
  guint n = 0;

  for (guint i = 0; i < MIN (self->rounds->len, now->rounds->len); i++)
    {
      const OnsiteRound *round = g_ptr_array_index (self->rounds, i);
      const OnsiteRound *round_now = g_ptr_array_index (now->rounds, i);

      for (guint j = 0; j < MIN (round->answers->len, round_now->answers->len); j++)
        n += catch_up (round->answers->pdata[j], round_now->answers->pdata[j]);
    }

  return n;
}

static void
read_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteDebriefModel *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteStoredLoop) stored = onsite_library_load_loop_finish (ONSITE_LIBRARY (source),
                                                                         result,
                                                                         &error);
  guint n_new;

  if (stored == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  n_new = catch_up_all (self->debrief->loop, stored->loop);
  self->touched |= n_new > 0;
  onsite_debrief_model_refresh (self);
  g_task_return_int (task, n_new);
}

void
onsite_debrief_model_catch_up_async (OnsiteDebriefModel *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_DEBRIEF_MODEL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_debrief_model_catch_up_async);
  onsite_library_load_loop_async (self->library,
                                  self->debrief->loop->id,
                                  cancellable,
                                  read_again_cb,
                                  task);
}

gboolean
onsite_debrief_model_catch_up_finish (OnsiteDebriefModel *self,
                                      GAsyncResult *result,
                                      guint *n_new,
                                      GError **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n_new != NULL)
    *n_new = n > 0 ? (guint) n : 0;

  return n >= 0;
}

void
onsite_debrief_model_refresh (OnsiteDebriefModel *self)
{
  g_autoptr (OnsitePack) pack = NULL;
  OnsiteLoop *loop;

  g_return_if_fail (ONSITE_IS_DEBRIEF_MODEL (self));

  if (!self->touched)
    return;

  self->touched = FALSE;
  pack = onsite_pack_ref (self->debrief->pack);
  onsite_headline_free (self->headline);
  loop = onsite_debrief_dissolve (self->debrief);
  self->debrief = onsite_debrief_new (loop, pack, self->n_finished_before);
  self->headline = onsite_headline_new (self->debrief);
  g_signal_emit (self, signals[CHANGED], 0);
}
