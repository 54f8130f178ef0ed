/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-rehearsal.h"

#include "onsite-chronicle.h"
#include "onsite-crew.h"
#include "onsite-runner.h"
#include "onsite-scene.h"

/* Sound is committed within 150 ms; what waits longer than this is in trouble. */
#define UNSAVED_IS_TROUBLE_MS 1000

struct _OnsiteRehearsal
{
  GObject parent_instance;

  OnsiteLibrary *library;
  OnsiteLoop *loop;
  OnsitePack *pack;
  OnsiteClock clock;
  gint64 snapshot_ms;

  OnsiteRunner *runner;
  OnsiteCrew *crew;
  OnsiteScribe *scribe;

  gboolean beginning;
  gboolean stopped;
  gboolean kept; /* the last snapshot is with the scribe */
  char *begin_trouble;
};

enum
{
  PROP_PHASE = 1,
  PROP_ROUND_NAME,
  PROP_INTERVIEWER,
  PROP_BAR_RAISER,
  PROP_PROMPT,
  PROP_QUESTION_INDEX,
  PROP_N_QUESTIONS,
  PROP_TURN,
  PROP_REMAINING_MS,
  PROP_ELAPSED_MS,
  PROP_SUGGESTED_MS,
  PROP_GRACE_REMAINING_MS,
  PROP_BREAK_REMAINING_MS,
  PROP_LEVEL,
  PROP_SPEAKING,
  PROP_BEGINNING,
  PROP_UNSAVED_MS,
  PROP_TROUBLE,
  N_PROPS,
};

enum
{
  TOLD,
  STEPPED,
  FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
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
  return (OnsiteScene){
    .loop = self->loop,
    .pack = self->pack,
    .session = get_session (self),
  };
}

/* Notes what the effects mean, with the session as it is now, in one transaction. */
static void
keep (OnsiteRehearsal *self, GArray *effects)
{
  OnsiteChange *change = onsite_change_new ();
  const OnsiteSession *session = get_session (self);
  const gboolean finished = session->phase == ONSITE_PHASE_FINISHED;
  g_autofree char *snapshot = finished ? NULL : onsite_session_to_json (session);

  for (guint i = 0; effects != NULL && i < effects->len; i++)
    onsite_chronicle_note (self->loop,
                           self->pack,
                           &g_array_index (effects, OnsiteEffect, i),
                           self->clock.wall_us (self->clock.data),
                           change);

  onsite_change_set_session (change, self->loop->id, snapshot);
  onsite_scribe_write (self->scribe, change);
  self->snapshot_ms = session->now_ms;
}

static gboolean
snapshot_is_old (OnsiteRehearsal *self)
{
  const OnsiteScene scene = get_scene (self);

  return onsite_scene_is_in_round (&scene) &&
         get_session (self)->now_ms - self->snapshot_ms >= ONSITE_REHEARSAL_SNAPSHOT_MS;
}

static void
notify_range (OnsiteRehearsal *self, guint first, guint last)
{
  for (guint id = first; id <= last; id++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
begin_clip_late (OnsiteRehearsal *self)
{
  const OnsiteScene scene = get_scene (self);
  const OnsiteEffect begin = onsite_scene_make_effect (&scene, ONSITE_EFFECT_BEGIN_CLIP);
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));

  g_array_append_val (effects, begin);
  keep (self, effects);
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
         session->retake_credit_ms != before->retake_credit_ms;
}

static void
on_stepped (const OnsiteSession *before, GArray *effects, gpointer user_data)
{
  OnsiteRehearsal *self = user_data;
  const OnsitePhase phase = get_session (self)->phase;
  const gboolean moved = has_moved (self, before, effects);

  if (moved || snapshot_is_old (self))
    keep (self, effects);

  for (guint i = 0; i < effects->len; i++)
    onsite_crew_carry_out (self->crew, &g_array_index (effects, OnsiteEffect, i));

  begin_clip_if_unheard (self);

  if (phase != before->phase)
    notify_range (self, PROP_PHASE, PROP_PHASE);

  if (moved)
    {
      notify_range (self, PROP_ROUND_NAME, PROP_TURN);
      g_signal_emit (self, signals[STEPPED], 0);
    }

  notify_range (self, PROP_REMAINING_MS, PROP_BREAK_REMAINING_MS);

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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEGINNING]);
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
notify_trouble (OnsiteRehearsal *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
set_begin_trouble (OnsiteRehearsal *self, const char *trouble)
{
  g_free (self->begin_trouble);
  self->begin_trouble = g_strdup (trouble);
  notify_trouble (self);
}

static void
on_microphone_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteRehearsal) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean open = onsite_microphone_open_finish (ONSITE_MICROPHONE (source), result, &error);

  set_begin_trouble (self, open || self->stopped ? NULL : error->message);
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
on_clip_ended (OnsiteRehearsal *self, const char *id, gint64 n_samples)
{
  OnsiteClip *clip = onsite_loop_find_clip (self->loop, id);

  g_return_if_fail (clip != NULL);
  clip->state = ONSITE_CLIP_COMPLETE;
  clip->n_samples = n_samples;
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
onsite_rehearsal_dispose (GObject *object)
{
  OnsiteRehearsal *self = ONSITE_REHEARSAL (object);

  if (self->runner != NULL)
    onsite_runner_stop (self->runner);

  g_clear_object (&self->crew);
  g_clear_object (&self->scribe);

  G_OBJECT_CLASS (onsite_rehearsal_parent_class)->dispose (object);
}

static void
onsite_rehearsal_finalize (GObject *object)
{
  OnsiteRehearsal *self = ONSITE_REHEARSAL (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->runner, onsite_runner_free);
  g_clear_pointer (&self->loop, onsite_loop_free);
  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_free (self->begin_trouble);

  G_OBJECT_CLASS (onsite_rehearsal_parent_class)->finalize (object);
}

static gint64
get_unsaved_ms (OnsiteRehearsal *self)
{
  const gint64 unsaved_ms = onsite_library_get_unsaved_ms (self->library);

  return unsaved_ms >= UNSAVED_IS_TROUBLE_MS ? unsaved_ms : 0;
}

/* What keeps somebody from being heard comes before what keeps it from being saved. */
static const char *
get_trouble (OnsiteRehearsal *self)
{
  const GError *write_error = onsite_library_get_write_error (self->library);

  if (onsite_microphone_get_trouble (get_microphone (self)) != NULL)
    return onsite_microphone_get_trouble (get_microphone (self));

  if (self->begin_trouble != NULL)
    return self->begin_trouble;

  if (write_error != NULL)
    return write_error->message;

  return onsite_scribe_get_trouble (self->scribe);
}

static void
onsite_rehearsal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteRehearsal *self = ONSITE_REHEARSAL (object);
  const OnsiteScene scene = get_scene (self);
  const OnsiteRound *round = onsite_scene_get_round (&scene);

  switch (id)
    {
    case PROP_PHASE:
      g_value_set_uint (value, scene.session->phase);
      break;

    case PROP_ROUND_NAME:
      g_value_set_string (value, onsite_scene_get_round_name (&scene));
      break;

    case PROP_INTERVIEWER:
      g_value_set_string (value, round != NULL ? round->interviewer : "");
      break;

    case PROP_BAR_RAISER:
      g_value_set_boolean (value, round != NULL && round->bar_raiser);
      break;

    case PROP_PROMPT:
      g_value_set_string (value, onsite_scene_get_prompt (&scene));
      break;

    case PROP_QUESTION_INDEX:
      g_value_set_uint (value, scene.session->question);
      break;

    case PROP_N_QUESTIONS:
      g_value_set_uint (value, round != NULL ? round->answers->len : 0);
      break;

    case PROP_TURN:
      g_value_set_uint (value, scene.session->turn);
      break;

    case PROP_REMAINING_MS:
      g_value_set_int64 (value, scene.session->round_remaining_ms);
      break;

    case PROP_ELAPSED_MS:
      g_value_set_int64 (value, scene.session->question_elapsed_ms);
      break;

    case PROP_SUGGESTED_MS:
      g_value_set_int64 (value, onsite_scene_get_suggested_ms (&scene));
      break;

    case PROP_GRACE_REMAINING_MS:
      g_value_set_int64 (value, scene.session->grace_remaining_ms);
      break;

    case PROP_BREAK_REMAINING_MS:
      g_value_set_int64 (value, scene.session->break_remaining_ms);
      break;

    case PROP_LEVEL:
      g_value_set_double (value, onsite_microphone_get_level (get_microphone (self)));
      break;

    case PROP_SPEAKING:
      g_value_set_boolean (value, onsite_interviewer_get_speaking (get_interviewer (self)));
      break;

    case PROP_BEGINNING:
      g_value_set_boolean (value, self->beginning);
      break;

    case PROP_UNSAVED_MS:
      g_value_set_int64 (value, get_unsaved_ms (self));
      break;

    case PROP_TROUBLE:
      g_value_set_string (value, get_trouble (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const struct
  {
    guint id;
    const char *name;
  } times[] = {
    { PROP_REMAINING_MS, "remaining-ms" },
    { PROP_ELAPSED_MS, "elapsed-ms" },
    { PROP_SUGGESTED_MS, "suggested-ms" },
    { PROP_GRACE_REMAINING_MS, "grace-remaining-ms" },
    { PROP_BREAK_REMAINING_MS, "break-remaining-ms" },
    { PROP_UNSAVED_MS, "unsaved-ms" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    properties[times[i].id] =
        g_param_spec_int64 (times[i].name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  properties[PROP_PHASE] = g_param_spec_uint ("phase", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_QUESTION_INDEX] =
      g_param_spec_uint ("question-index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_QUESTIONS] =
      g_param_spec_uint ("n-questions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TURN] = g_param_spec_uint ("turn", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ROUND_NAME] = g_param_spec_string ("round-name", NULL, NULL, "", flags);
  properties[PROP_INTERVIEWER] = g_param_spec_string ("interviewer", NULL, NULL, "", flags);
  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, "", flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  properties[PROP_BAR_RAISER] = g_param_spec_boolean ("bar-raiser", NULL, NULL, FALSE, flags);
  properties[PROP_SPEAKING] = g_param_spec_boolean ("speaking", NULL, NULL, FALSE, flags);
  properties[PROP_BEGINNING] = g_param_spec_boolean ("beginning", NULL, NULL, FALSE, flags);
  properties[PROP_LEVEL] = g_param_spec_double ("level", NULL, NULL, -100, 0, -100, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
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

  install_properties (object_class);
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
  OnsiteInterviewer *interviewer;
  OnsiteMicrophone *microphone;

  self->clock = gear->clock;
  self->scribe = onsite_scribe_new (self->library);
  self->crew = onsite_crew_new (self->library, self->loop, self->pack, gear);
  interviewer = get_interviewer (self);
  microphone = get_microphone (self);

  follow (self, interviewer, "spoken", G_CALLBACK (on_spoken));
  follow (self, self->crew, "told", G_CALLBACK (on_told));
  follow (self, self->crew, "unheard", G_CALLBACK (on_unheard));
  follow (self, interviewer, "notify::speaking", G_CALLBACK (pass_on));
  follow (self, microphone, "lost", G_CALLBACK (on_microphone_lost));
  follow (self, microphone, "clip-ended", G_CALLBACK (on_clip_ended));
  follow (self, microphone, "notify::listening", G_CALLBACK (begin_clip_if_unheard));
  follow (self, microphone, "notify::level", G_CALLBACK (pass_on));
  follow (self, microphone, "notify::trouble", G_CALLBACK (notify_trouble));
  follow (self, self->scribe, "notify::trouble", G_CALLBACK (notify_trouble));
  follow (self, self->library, "notify::unsaved-ms", G_CALLBACK (pass_on));
  follow (self, self->library, "notify::write-error", G_CALLBACK (notify_trouble));
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
  self->pack = onsite_pack_ref (pack);
  self->loop = loop;
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

gboolean
onsite_rehearsal_accepts (OnsiteRehearsal *self, OnsiteEventKind event)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), FALSE);

  if (self->beginning && event == ONSITE_EVENT_BEGIN_ROUND)
    return FALSE;

  return onsite_runner_accepts (self->runner, event);
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

  return self->loop;
}

OnsitePack *
onsite_rehearsal_get_pack (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  return self->pack;
}

OnsiteScribe *
onsite_rehearsal_get_scribe (OnsiteRehearsal *self)
{
  g_return_val_if_fail (ONSITE_IS_REHEARSAL (self), NULL);

  return self->scribe;
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
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_REHEARSAL (self));
  g_return_if_fail (note != NULL);

  answer = onsite_rehearsal_get_answer (self);

  if (answer == NULL || g_strcmp0 (answer->note, note) == 0)
    return;

  g_free (answer->note);
  answer->note = g_strdup (note);
  change = onsite_change_new ();
  onsite_change_update_answer (change, answer);
  onsite_scribe_write (self->scribe, change);
}

void
onsite_rehearsal_set_vote (OnsiteRehearsal *self, guint index, const char *vote)
{
  OnsiteRound *round;
  OnsiteChange *change;

  g_return_if_fail (ONSITE_IS_REHEARSAL (self));
  g_return_if_fail (index < self->loop->rounds->len);

  round = g_ptr_array_index (self->loop->rounds, index);
  g_free (round->vote);
  round->vote = g_strdup (vote);
  change = onsite_change_new ();
  onsite_change_update_round (change, round);
  onsite_scribe_write (self->scribe, change);
}

/* The task's data is why the microphone could not be closed, if it could not. */
static void
on_flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const GError *close_error = g_task_get_task_data (task);
  GError *error = NULL;

  if (!onsite_scribe_flush_finish (ONSITE_SCRIBE (source), result, &error))
    g_task_return_error (task, error);
  else if (close_error != NULL)
    g_task_return_error (task, g_error_copy (close_error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_microphone_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteRehearsal *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!onsite_microphone_close_finish (ONSITE_MICROPHONE (source), result, &error))
    g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);

  /* Sound goes first: once this is committed, so is all of it. Not a second time: the
   * loop may have been gone on with since. */
  if (!self->kept)
    keep (self, NULL);

  self->kept = TRUE;
  onsite_scribe_flush_async (self->scribe,
                             g_task_get_cancellable (task),
                             on_flushed,
                             g_object_ref (task));
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

  onsite_microphone_close_async (get_microphone (self),
                                 on_microphone_closed,
                                 g_steal_pointer (&task));
}

gboolean
onsite_rehearsal_stop_finish (OnsiteRehearsal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
