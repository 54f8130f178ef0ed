/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-keeper.h"

#include "library/onsite-reserve.h"
#include "onsite-chronicle.h"
#include "onsite-rehearsal.h"

struct _OnsiteKeeper
{
  GObject parent_instance;

  OnsiteLoop *loop;
  OnsitePack *pack;
  OnsiteScribe *scribe;
  OnsiteReserve *reserve; /* (nullable): as long as the loop runs */
  OnsiteClock clock;
  gint64 snapshot_ms;
  gboolean closed;          /* the last snapshot is with the scribe */
  OnsiteChange *unrecorded; /* (nullable): where only takes are kept: what waits for sound */
  char *review;             /* what those answer */
  char *comment;
};

G_DEFINE_FINAL_TYPE (OnsiteKeeper, onsite_keeper, G_TYPE_OBJECT)

/* Until the microphone has closed. */
typedef struct
{
  const OnsiteSession *session;
  GError *error; /* (nullable): why it could not */
} Closing;

static void
closing_free (Closing *self)
{
  g_clear_error (&self->error);
  g_free (self);
}

static void
onsite_keeper_finalize (GObject *object)
{
  OnsiteKeeper *self = ONSITE_KEEPER (object);

  g_clear_object (&self->scribe);
  g_clear_pointer (&self->reserve, onsite_reserve_free);
  g_clear_pointer (&self->loop, onsite_loop_free);
  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_clear_pointer (&self->unrecorded, onsite_change_unref);
  g_free (self->review);
  g_free (self->comment);

  G_OBJECT_CLASS (onsite_keeper_parent_class)->finalize (object);
}

static void
onsite_keeper_class_init (OnsiteKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_keeper_finalize;
}

static void
onsite_keeper_init (OnsiteKeeper *self)
{
}

static gint64
get_length_ms (const OnsiteLoop *loop)
{
  gint64 length_ms = 0;

  for (guint i = 0; i < loop->rounds->len; i++)
    length_ms += ((const OnsiteRound *) g_ptr_array_index (loop->rounds, i))->seconds *
                 G_GINT64_CONSTANT (1000);

  return length_ms;
}

OnsiteKeeper *
onsite_keeper_new (OnsiteLibrary *library,
                   OnsiteLoop *loop,
                   OnsitePack *pack,
                   OnsiteCodec codec,
                   const OnsiteClock *clock)
{
  OnsiteKeeper *self = g_object_new (ONSITE_TYPE_KEEPER, NULL);

  self->loop = loop;
  self->pack = onsite_pack_ref (pack);
  self->scribe = onsite_scribe_new (library);
  self->reserve = onsite_reserve_new (onsite_library_get_path (library),
                                      get_length_ms (loop),
                                      codec);
  self->clock = *clock;
  return self;
}

void
onsite_keeper_set_aside (OnsiteKeeper *self, const char *review, const char *comment)
{
  g_return_if_fail (ONSITE_IS_KEEPER (self));
  g_return_if_fail (self->unrecorded == NULL);

  self->unrecorded = onsite_change_new ();
  self->review = g_strdup (review);
  self->comment = g_strdup (comment);
}

OnsiteScene
onsite_keeper_get_scene (OnsiteKeeper *self, const OnsiteSession *session)
{
  return (OnsiteScene){
    .loop = self->loop,
    .pack = self->pack,
    .session = session,
  };
}

OnsiteScribe *
onsite_keeper_get_scribe (OnsiteKeeper *self)
{
  g_return_val_if_fail (ONSITE_IS_KEEPER (self), NULL);

  return self->scribe;
}

static void
note (OnsiteKeeper *self, const OnsiteEffect *effect, OnsiteChange *change)
{
  const OnsiteAnswered answered = { self->review, self->comment };

  onsite_chronicle_note (self->loop,
                         self->pack,
                         &answered,
                         effect,
                         self->clock.wall_us (self->clock.data),
                         change);
}

/* A take of which nothing was recorded would hide the one that there was. */
static void
keep_takes (OnsiteKeeper *self, GArray *effects)
{
  g_autoptr (OnsiteChange) not_kept = onsite_change_new ();
  gboolean is_recorded = FALSE;

  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const OnsiteEffect *effect = &g_array_index (effects, OnsiteEffect, i);

      note (self, effect, onsite_chronicle_is_of_take (effect->kind) ? self->unrecorded : not_kept);
      is_recorded |= effect->kind == ONSITE_EFFECT_BEGIN_CLIP;
    }
  /* At the end it has no snapshot, and there is sound to be waited for all the same. */
  if (effects == NULL)
    onsite_scribe_write (self->scribe, g_steal_pointer (&not_kept));
  if (!is_recorded)
    return;

  onsite_scribe_write (self->scribe, self->unrecorded);
  self->unrecorded = onsite_change_new ();
}

void
onsite_keeper_keep (OnsiteKeeper *self, const OnsiteSession *session, GArray *effects)
{
  const gboolean finished = session->phase == ONSITE_PHASE_FINISHED;
  g_autofree char *snapshot = finished ? NULL : onsite_session_to_json (session);
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_KEEPER (self));

  if (self->unrecorded != NULL)
    {
      keep_takes (self, effects);
      return;
    }

  change = onsite_change_new ();

  for (guint i = 0; effects != NULL && i < effects->len; i++)
    note (self, &g_array_index (effects, OnsiteEffect, i), change);

  onsite_change_set_session (change, self->loop->id, snapshot);
  onsite_scribe_write (self->scribe, change);
  self->snapshot_ms = session->now_ms;

  if (finished)
    g_clear_pointer (&self->reserve, onsite_reserve_free);
}

gboolean
onsite_keeper_is_due (OnsiteKeeper *self, const OnsiteSession *session)
{
  const OnsiteScene scene = onsite_keeper_get_scene (self, session);

  return self->unrecorded == NULL && onsite_scene_is_in_round (&scene) &&
         session->now_ms - self->snapshot_ms >= ONSITE_REHEARSAL_SNAPSHOT_MS;
}

void
onsite_keeper_set_note (OnsiteKeeper *self, OnsiteAnswer *answer, const char *note)
{
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_KEEPER (self));

  if (g_strcmp0 (answer->note, note) == 0)
    return;

  g_free (answer->note);
  answer->note = g_strdup (note);
  change = onsite_change_new ();
  onsite_change_update_answer (change, answer);
  onsite_scribe_write (self->scribe, change);
}

void
onsite_keeper_set_vote (OnsiteKeeper *self, OnsiteRound *round, const char *vote)
{
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_KEEPER (self));

  g_free (round->vote);
  round->vote = g_strdup (vote);
  change = onsite_change_new ();
  onsite_change_update_round (change, round);
  onsite_scribe_write (self->scribe, change);
}

static void
on_flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteKeeper *self = g_task_get_source_object (task);
  const Closing *closing = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&self->reserve, onsite_reserve_free);

  if (!onsite_scribe_flush_finish (ONSITE_SCRIBE (source), result, &error))
    g_task_return_error (task, error);
  else if (closing->error != NULL)
    g_task_return_error (task, g_error_copy (closing->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_microphone_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteKeeper *self = g_task_get_source_object (task);
  Closing *closing = g_task_get_task_data (task);

  onsite_microphone_close_finish (ONSITE_MICROPHONE (source), result, &closing->error);

  /* Sound goes first: once this is committed, so is all of it. Not a second time: the
   * loop may have been gone on with since. */
  if (!self->closed)
    onsite_keeper_keep (self, closing->session, NULL);

  self->closed = TRUE;
  onsite_scribe_flush_async (self->scribe,
                             g_task_get_cancellable (task),
                             on_flushed,
                             g_object_ref (task));
}

void
onsite_keeper_close_async (OnsiteKeeper *self,
                           OnsiteMicrophone *microphone,
                           const OnsiteSession *session,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Closing *closing;

  g_return_if_fail (ONSITE_IS_KEEPER (self));

  closing = g_new0 (Closing, 1);
  closing->session = session;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_keeper_close_async);
  g_task_set_task_data (task, closing, (GDestroyNotify) closing_free);
  onsite_microphone_close_async (microphone, on_microphone_closed, g_steal_pointer (&task));
}

gboolean
onsite_keeper_close_finish (OnsiteKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
