/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-rehearsal.h"

#include "library/onsite-reserve.h"
#include "onsite-crew.h"
#include "onsite-full-disk.h"
#include "onsite-keeper.h"
#include "onsite-rehearsal-view.h"
#include "onsite-runner.h"
#include "onsite-troubles.h"
#include "onsite-unusable.h"

struct _OnsiteRehearsal
{
  GObject parent_instance;

  OnsiteLibrary *library;
  OnsiteKeeper *keeper;
  OnsiteRunner *runner;
  OnsiteCrew *crew;
  OnsiteTroubles *troubles;
  OnsiteCodec codec;
  char *judged; /* the id of the last clip that was told to be unusable */
  gboolean beginning;
  gboolean retake;
  gboolean stopped;
};

enum
{
  TOLD,
  STEPPED,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteRehearsal, onsite_rehearsal, G_TYPE_OBJECT)

static const OnsiteSession *
get_session (OnsiteRehearsal *self)
{
  return onsite_runner_get_session (self->runner);
}

static OnsiteMicrophone *
get_microphone (OnsiteRehearsal *self)
{
  return onsite_crew_get_microphone (self->crew);
}

static OnsiteInterviewer *
get_interviewer (OnsiteRehearsal *self)
{
  return onsite_crew_get_interviewer (self->crew);
}

static OnsiteScene
get_scene (OnsiteRehearsal *self)
{
  return onsite_keeper_get_scene (self->keeper, get_session (self));
}

static void
begin_clip_late (OnsiteRehearsal *self)
{
  const OnsiteScene scene = get_scene (self);
  const OnsiteEffect begin = onsite_scene_make_effect (&scene, ONSITE_EFFECT_BEGIN_CLIP);
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));

  g_array_append_val (effects, begin);
  onsite_keeper_keep (self->keeper, scene.session, effects);
  onsite_crew_carry_out (self->crew, &begin);
}

/* The turn began unheard: better late than not at all. */
static void
begin_clip_if_unheard (OnsiteRehearsal *self)
{
  const OnsiteScene scene = get_scene (self);
  const OnsiteTurn *turn = onsite_scene_get_turn (&scene);

  if (scene.session->phase == ONSITE_PHASE_ANSWERING && turn != NULL && turn->clip == NULL &&
      onsite_microphone_get_listening (get_microphone (self)))
    begin_clip_late (self);
}

/* Some events move the session and want nothing done. */
static gboolean
has_moved (OnsiteRehearsal *self, const OnsiteSession *before, GArray *effects)
{
  const OnsiteSession *session = get_session (self);

  return effects->len > 0 || session->phase != before->phase ||
         session->retake_offered != before->retake_offered ||
         /* In the grace it runs with the clock. */
         (session->phase != ONSITE_PHASE_GRACE &&
          session->retake_credit_ms != before->retake_credit_ms);
}

static void follow_clip (OnsiteRehearsal *self, OnsiteEffectKind kind);

static void
on_stepped (const OnsiteSession *before, GArray *effects, gpointer user_data)
{
  OnsiteRehearsal *self = user_data;
  const OnsiteSession *session = get_session (self);
  const OnsitePhase phase = session->phase;
  const gboolean moved = has_moved (self, before, effects);

  if (moved || onsite_keeper_is_due (self->keeper, session))
    onsite_keeper_keep (self->keeper, session, effects);

  for (guint i = 0; i < effects->len; i++)
    {
      const OnsiteEffect *effect = &g_array_index (effects, OnsiteEffect, i);

      onsite_crew_carry_out (self->crew, effect);
      follow_clip (self, effect->kind);
    }

  begin_clip_if_unheard (self);

  /* It can't be given again any more, or has been. */
  if (!session->retake_offered)
    onsite_troubles_set_lost (self->troubles, NULL);

  if (phase != before->phase)
    onsite_rehearsal_view_notify (self, ONSITE_REHEARSAL_PROPERTY_PHASE);

  if (moved)
    {
      onsite_rehearsal_view_notify_moved (self);
      g_signal_emit (self, signals[STEPPED], 0);
    }

  onsite_rehearsal_view_notify_times (self);
  onsite_troubles_listen (self->troubles, phase == ONSITE_PHASE_ANSWERING, session->now_ms);

  if (phase == ONSITE_PHASE_FINISHED && before->phase != ONSITE_PHASE_FINISHED)
    g_signal_emit (self, signals[FINISHED], 0);
}

/* What listens to the rehearsal may let go of it. */
static void
send (OnsiteRehearsal *self, OnsiteEventKind kind, gint64 amount_ms)
{
  g_autoptr (OnsiteRehearsal) alive = g_object_ref (self);

  onsite_runner_send (self->runner, kind, amount_ms);
}

static void
on_ticked (gpointer user_data)
{
  send (user_data, ONSITE_EVENT_TICK, 0);
}

static void
set_beginning (OnsiteRehearsal *self, gboolean beginning)
{
  if (self->beginning == beginning)
    return;

  self->beginning = beginning;
  onsite_rehearsal_view_notify (self, ONSITE_REHEARSAL_PROPERTY_BEGINNING);
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
on_microphone_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteRehearsal) self = user_data;
  const gboolean open = onsite_microphone_open_finish (ONSITE_MICROPHONE (source), result, NULL);

  /* Why it did not is the microphone's trouble. */
  set_beginning (self, FALSE);

  if (open)
    send (self, ONSITE_EVENT_BEGIN_ROUND, 0);
}

static void
begin_round (OnsiteRehearsal *self)
{
  if (self->beginning || !onsite_rehearsal_accepts (self, ONSITE_EVENT_BEGIN_ROUND))
    return;

  set_beginning (self, TRUE);
  onsite_microphone_open_async (get_microphone (self),
                                NULL,
                                on_microphone_opened,
                                g_object_ref (self));
}

static void
on_spoken (OnsiteRehearsal *self)
{
  send (self, ONSITE_EVENT_SPOKEN, 0);
}

/* Those whom it is about call it the same. */
static void
pass_on (OnsiteRehearsal *self, GParamSpec *property)
{
  g_object_notify (G_OBJECT (self), property->name);
}

static void
on_told (OnsiteRehearsal *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

static void
on_microphone_lost (OnsiteRehearsal *self)
{
  send (self, ONSITE_EVENT_RECORDER_FAILED, get_session (self)->question_elapsed_ms);
}

static gboolean
tell_unheard (gpointer user_data)
{
  send (user_data, ONSITE_EVENT_RECORDER_FAILED, 0);
  return G_SOURCE_REMOVE;
}

/* Comes from within a step, which has to end first. */
static void
on_unheard (OnsiteRehearsal *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_unheard, g_object_ref (self), g_object_unref);
}

static void
end_clip (OnsiteRehearsal *self, OnsiteClip *clip, gint64 n_samples)
{
  clip->state = ONSITE_CLIP_COMPLETE;
  clip->n_samples = n_samples;
  g_signal_emit (self, signals[STEPPED], 0);
}

/* Another answer than the one that is being given can't be given again here. */
static gboolean
can_be_given_again (OnsiteRehearsal *self, const char *clip)
{
  OnsiteAnswer *answer = onsite_rehearsal_get_answer (self);

  return answer != NULL && onsite_answer_find_clip (answer, clip) != NULL &&
         onsite_rehearsal_accepts (self, ONSITE_EVENT_RECORDER_FAILED);
}

static void
tell_lost (OnsiteRehearsal *self, const char *clip, const char *words)
{
  if (can_be_given_again (self, clip))
    {
      send (self, ONSITE_EVENT_RECORDER_FAILED, get_session (self)->question_elapsed_ms);
      onsite_troubles_set_lost (self->troubles, words);
    }
  else
    {
      g_signal_emit (self, signals[TOLD], 0, words);
    }
}

static void
judge (OnsiteRehearsal *self, const char *clip, const OnsiteReceipt *receipt)
{
  const OnsiteTakeFault fault = onsite_receipt_find_fault (receipt);
  g_autofree char *words = NULL;

  if (fault == ONSITE_TAKE_FAULT_NONE || g_strcmp0 (clip, self->judged) == 0 ||
      !onsite_unusable_counts (get_scene (self).loop, clip))
    return;

  g_free (self->judged);
  self->judged = g_strdup (clip);
  words = onsite_unusable_describe (fault, can_be_given_again (self, clip));
  tell_lost (self, clip, words);
}

/* While there is time to give it again. */
static gboolean
judge_in_grace (gpointer user_data)
{
  OnsiteRehearsal *self = user_data;
  const OnsiteScene scene = get_scene (self);
  const OnsiteTurn *turn = onsite_scene_get_turn (&scene);
  OnsiteReceipt receipt;

  if (scene.session->phase == ONSITE_PHASE_GRACE && turn != NULL && turn->clip != NULL &&
      onsite_microphone_get_receipt (get_microphone (self), &receipt))
    judge (self, turn->clip->id, &receipt);

  return G_SOURCE_REMOVE;
}

static void
follow_clip (OnsiteRehearsal *self, OnsiteEffectKind kind)
{
  /* From within a step, which has to end first. */
  if (kind == ONSITE_EFFECT_END_CLIP)
    g_idle_add_full (G_PRIORITY_DEFAULT, judge_in_grace, g_object_ref (self), g_object_unref);

  if (kind != ONSITE_EFFECT_REOPEN_CLIP)
    return;

  g_clear_pointer (&self->judged, g_free);
  onsite_troubles_set_lost (self->troubles, NULL);
}

static void
on_clip_ended (OnsiteRehearsal *self,
               const char *id,
               gint64 n_samples,
               const OnsiteReceipt *receipt)
{
  OnsiteClip *clip = onsite_loop_find_clip (get_scene (self).loop, id);

  g_return_if_fail (clip != NULL);

  if (receipt != NULL && clip->receipt == NULL)
    clip->receipt = onsite_receipt_copy (receipt);

  /* What was refused has ended before its recorder did. */
  if (clip->state == ONSITE_CLIP_RECORDING)
    end_clip (self, clip, n_samples);

  if (receipt != NULL && !self->stopped)
    judge (self, id, receipt);
}

static void
on_sound_refused (OnsiteRehearsal *self, const char *id, const GError *error)
{
  OnsiteClip *clip = onsite_loop_find_clip (get_scene (self).loop, id);

  if (clip == NULL)
    return;

  end_clip (self, clip, 0);
  tell_lost (self, id, error->message);
}

static void
on_free_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteRehearsal) self = user_data;
  g_autofree char *words = onsite_full_disk_describe (
      onsite_reserve_read_free_finish (result, NULL),
      self->codec);

  if (!self->stopped)
    g_signal_emit (self, signals[TOLD], 0, words);
}

static void
on_reserve_released (OnsiteRehearsal *self)
{
  onsite_reserve_read_free_async (onsite_library_get_path (self->library),
                                  NULL,
                                  on_free_read,
                                  g_object_ref (self));
}

static void
onsite_rehearsal_dispose (GObject *object)
{
  OnsiteRehearsal *self = ONSITE_REHEARSAL (object);

  if (self->runner != NULL)
    onsite_runner_stop (self->runner);

  g_clear_object (&self->troubles);
  g_clear_object (&self->crew);

  G_OBJECT_CLASS (onsite_rehearsal_parent_class)->dispose (object);
}

static void
onsite_rehearsal_finalize (GObject *object)
{
  OnsiteRehearsal *self = ONSITE_REHEARSAL (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->runner, onsite_runner_free);
  g_clear_object (&self->keeper);
  g_free (self->judged);

  G_OBJECT_CLASS (onsite_rehearsal_parent_class)->finalize (object);
}

static void
onsite_rehearsal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteRehearsal *self = ONSITE_REHEARSAL (object);
  const OnsiteRehearsalView view = {
    .scene = get_scene (self),
    .level = onsite_microphone_get_level (get_microphone (self)),
    .speaking = onsite_interviewer_get_speaking (get_interviewer (self)),
    .beginning = self->beginning,
    .unsaved_ms = onsite_troubles_get_unsaved_ms (self->troubles),
    .trouble = onsite_troubles_get_trouble (self->troubles),
    .quiet = onsite_troubles_get_quiet (self->troubles),
  };

  if (!onsite_rehearsal_view_get (&view, id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static guint
install_signal (const char *name, guint n_params, GType type)
{
  return g_signal_new (name,
                       ONSITE_TYPE_REHEARSAL,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       type);
}

static void
onsite_rehearsal_class_init (OnsiteRehearsalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_rehearsal_dispose;
  object_class->finalize = onsite_rehearsal_finalize;
  object_class->get_property = onsite_rehearsal_get_property;

  onsite_rehearsal_view_install (object_class);
  signals[TOLD] = install_signal ("told", 1, G_TYPE_STRING);
  signals[STEPPED] = install_signal ("stepped", 0, G_TYPE_NONE);
  signals[FINISHED] = install_signal ("finished", 0, G_TYPE_NONE);
}

static void
onsite_rehearsal_init (OnsiteRehearsal *self)
{
}

static void
follow (OnsiteRehearsal *self, gpointer instance, const char *signal, GCallback callback)
{
  g_signal_connect_object (instance, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
equip (OnsiteRehearsal *self, const OnsiteGear *gear)
{
  const OnsiteScene scene = onsite_keeper_get_scene (self->keeper, NULL);
  OnsiteInterviewer *interviewer;
  OnsiteMicrophone *microphone;

  self->crew = onsite_crew_new (self->library, scene.loop, scene.pack, gear);
  interviewer = get_interviewer (self);
  microphone = get_microphone (self);
  self->troubles = onsite_troubles_new (microphone,
                                        self->library,
                                        onsite_keeper_get_scribe (self->keeper));
  if (gear->floor_db < 0)
    onsite_troubles_set_floor (self->troubles, gear->floor_db);

  follow (self, interviewer, "spoken", G_CALLBACK (on_spoken));
  follow (self, self->crew, "told", G_CALLBACK (on_told));
  follow (self, self->crew, "unheard", G_CALLBACK (on_unheard));
  follow (self, interviewer, "notify::speaking", G_CALLBACK (pass_on));
  follow (self, microphone, "lost", G_CALLBACK (on_microphone_lost));
  follow (self, microphone, "clip-ended", G_CALLBACK (on_clip_ended));
  follow (self, microphone, "notify::listening", G_CALLBACK (begin_clip_if_unheard));
  follow (self, microphone, "notify::level", G_CALLBACK (pass_on));
  follow (self, self->troubles, "notify", G_CALLBACK (pass_on));
  follow (self, self->library, "sound-refused", G_CALLBACK (on_sound_refused));
  follow (self, self->library, "reserve-released", G_CALLBACK (on_reserve_released));
}

OnsiteRehearsal *
onsite_rehearsal_new (OnsiteLibrary *library,
                      OnsiteLoop *loop,
                      OnsitePack *pack,
                      const char *session,
                      const OnsiteGear *gear,
                      GError **error)
{
  g_autoptr (OnsiteRehearsal) self = g_object_new (ONSITE_TYPE_REHEARSAL, NULL);
  g_autoptr (OnsiteOutline) outline = NULL;

  self->library = g_object_ref (library);
  self->codec = gear->codec;
  self->keeper = onsite_keeper_new (library, loop, pack, gear->codec, &gear->clock);
  outline = onsite_outline_new (loop, pack, error);

  if (outline == NULL)
    return NULL;

  equip (self, gear);
  self->runner = onsite_runner_new (outline, &gear->clock, on_ticked, on_stepped, self);

  if (session != NULL && !onsite_runner_restore (self->runner, session, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
onsite_rehearsal_become_retake (OnsiteRehearsal *self, const OnsiteRetake *retake)
{
  g_return_if_fail (ONSITE_IS_REHEARSAL (self));
  g_return_if_fail (get_session (self)->phase == ONSITE_PHASE_LOBBY);

  self->retake = TRUE;
  onsite_keeper_set_aside (self->keeper, retake->review, retake->comment);
}

gboolean
onsite_rehearsal_is_retake (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), FALSE);

  return self->retake;
}

void
onsite_rehearsal_send (OnsiteRehearsal *self, OnsiteEventKind event)
{
  g_return_if_fail (ONSITE_IS_REHEARSAL (self));

  if (event == ONSITE_EVENT_BEGIN_ROUND)
    {
      begin_round (self);
      return;
    }

  /* Somebody who does not wait for the end of the question answers in quiet. */
  if (event == ONSITE_EVENT_SPOKEN && onsite_rehearsal_accepts (self, event))
    onsite_interviewer_hush (get_interviewer (self));

  send (self, event, 0);
}

void
onsite_rehearsal_set_floor (OnsiteRehearsal *self, double floor_db)
{
  g_return_if_fail (ONSITE_IS_REHEARSAL (self));

  onsite_troubles_set_floor (self->troubles, floor_db);
}

gboolean
onsite_rehearsal_accepts (OnsiteRehearsal *self, OnsiteEventKind event)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), FALSE);

  if (self->beginning && event == ONSITE_EVENT_BEGIN_ROUND)
    return FALSE;

  return onsite_runner_accepts (self->runner, event);
}

gboolean
onsite_rehearsal_offers_retake (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), FALSE);

  return get_session (self)->retake_offered && onsite_rehearsal_accepts (self, ONSITE_EVENT_RETAKE);
}

gboolean
onsite_rehearsal_is_interrupted (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), FALSE);

  return onsite_session_is_interrupted (get_session (self));
}

OnsitePhase
onsite_rehearsal_get_phase (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), ONSITE_PHASE_LOBBY);

  return get_session (self)->phase;
}

OnsiteLoop *
onsite_rehearsal_get_loop (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  return get_scene (self).loop;
}

OnsitePack *
onsite_rehearsal_get_pack (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  return get_scene (self).pack;
}

OnsiteScribe *
onsite_rehearsal_get_scribe (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  return onsite_keeper_get_scribe (self->keeper);
}

OnsiteRound *
onsite_rehearsal_get_round (OnsiteRehearsal *self)
{
  OnsiteScene scene;

  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  scene = get_scene (self);
  return onsite_scene_get_round (&scene);
}

OnsiteRound *
onsite_rehearsal_get_last_round (OnsiteRehearsal *self)
{
  OnsiteScene scene;

  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  scene = get_scene (self);
  return onsite_scene_get_last_round (&scene);
}

OnsiteAnswer *
onsite_rehearsal_get_answer (OnsiteRehearsal *self)
{
  OnsiteScene scene;

  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  scene = get_scene (self);
  return onsite_scene_get_answer (&scene);
}

void
onsite_rehearsal_set_note (OnsiteRehearsal *self, const char *note)
{
  OnsiteAnswer *answer;

  g_return_if_fail (ONSITE_IS_REHEARSAL (self));
  g_return_if_fail (note != NULL);

  answer = onsite_rehearsal_get_answer (self);

  if (answer != NULL)
    onsite_keeper_set_note (self->keeper, answer, note);
}

void
onsite_rehearsal_set_vote (OnsiteRehearsal *self, guint index, const char *vote)
{
  GPtrArray *rounds;

  g_return_if_fail (ONSITE_IS_REHEARSAL (self));

  rounds = get_scene (self).loop->rounds;
  g_return_if_fail (index < rounds->len);
  onsite_keeper_set_vote (self->keeper, g_ptr_array_index (rounds, index), vote);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (onsite_keeper_close_finish (ONSITE_KEEPER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
onsite_rehearsal_stop_async (OnsiteRehearsal *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ONSITE_IS_REHEARSAL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_rehearsal_stop_async);

  if (!self->stopped)
    {
      /* Time up to now counts; what it brings with it is carried out. */
      send (self, ONSITE_EVENT_TICK, 0);
      self->stopped = TRUE;
      onsite_runner_stop (self->runner);
      onsite_interviewer_hush (get_interviewer (self));
    }

  onsite_keeper_close_async (self->keeper,
                             get_microphone (self),
                             get_session (self),
                             cancellable,
                             on_kept,
                             g_steal_pointer (&task));
}

gboolean
onsite_rehearsal_stop_finish (OnsiteRehearsal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
