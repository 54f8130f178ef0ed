/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-crew.h"

#include <glib/gi18n-lib.h>

struct _OnsiteCrew
{
  GObject parent_instance;

  OnsiteLoop *loop;
  OnsitePack *pack;
  OnsiteMicrophone *microphone;
  OnsiteVoice *voice;
  OnsiteInterviewer *interviewer;
  OnsiteGear gear;
  char *heard_from; /* (nullable): the microphone that was heard last */
  gboolean told_dumb;
};

enum
{
  TOLD,
  UNHEARD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteCrew, onsite_crew, G_TYPE_OBJECT)

static OnsiteTurn *
get_turn (OnsiteCrew *self, const OnsiteEffect *effect, OnsiteTake **take)
{
  OnsiteRound *round = g_ptr_array_index (self->loop->rounds, effect->round);
  OnsiteAnswer *answer = g_ptr_array_index (round->answers, effect->question);

  *take = onsite_answer_get_current_take (answer);
  return g_ptr_array_index ((*take)->turns, effect->take_turn);
}

/* Where nobody would hear it, the question is there to read, and the answer begins with it. */
static void
find_voice (OnsiteCrew *self)
{
  const gboolean heard = self->gear.is_heard == NULL || self->gear.is_heard (self->gear.data);

  if (self->voice == NULL)
    return;

  onsite_interviewer_set_voice (self->interviewer, heard ? self->voice : NULL);

  if (!heard && !self->told_dumb)
    g_signal_emit (self,
                   signals[TOLD],
                   0,
                   C_ ("told", "There is no loudspeaker: please read the questions."));

  self->told_dumb = !heard;
}

static void
say (OnsiteCrew *self, const OnsiteEffect *effect, const char *text, gboolean awaited)
{
  const OnsiteRound *round = g_ptr_array_index (self->loop->rounds, effect->round);

  find_voice (self);

  onsite_interviewer_say (self->interviewer, text, round->voice, awaited);
}

static void
do_greet (OnsiteCrew *self, const OnsiteEffect *effect)
{
  const OnsiteRound *round = g_ptr_array_index (self->loop->rounds, effect->round);
  const OnsiteRoundKind *kind = onsite_pack_find_round_kind (self->pack, round->kind);
  g_autofree char *greeting = onsite_phrases_greeting (onsite_pack_get_phrases (self->pack),
                                                       round->interviewer,
                                                       kind->name);

  say (self, effect, greeting, TRUE);
}

static void
do_ask (OnsiteCrew *self, const OnsiteEffect *effect)
{
  OnsiteTake *take;
  const OnsiteTurn *turn = get_turn (self, effect, &take);

  if (effect->question > 0 && effect->take_turn == 0 && effect->take == 0)
    say (self, effect, onsite_pack_get_phrases (self->pack)->next_question, TRUE);

  say (self, effect, turn->prompt, TRUE);
}

static void
do_hush (OnsiteCrew *self, const OnsiteEffect *effect)
{
  onsite_interviewer_hush (self->interviewer);
}

static void
do_say_five_minutes (OnsiteCrew *self, const OnsiteEffect *effect)
{
  say (self, effect, onsite_pack_get_phrases (self->pack)->five_minutes, FALSE);
}

static void
do_say_one_minute (OnsiteCrew *self, const OnsiteEffect *effect)
{
  say (self, effect, onsite_pack_get_phrases (self->pack)->one_minute, FALSE);
}

static void
do_say_closing (OnsiteCrew *self, const OnsiteEffect *effect)
{
  say (self, effect, onsite_pack_get_phrases (self->pack)->closing, FALSE);
}

static void
do_close_microphone (OnsiteCrew *self, const OnsiteEffect *effect)
{
  onsite_microphone_close_async (self->microphone, NULL, NULL);
}

static void
do_begin_clip (OnsiteCrew *self, const OnsiteEffect *effect)
{
  OnsiteTake *take;
  OnsiteTurn *turn = get_turn (self, effect, &take);

  if (onsite_microphone_begin_clip (self->microphone,
                                    take->id,
                                    effect->take_turn,
                                    turn->clip->id,
                                    turn->clip->created_at_us))
    return;

  /* No record may speak of a clip that does not exist. */
  g_clear_pointer (&turn->clip, onsite_clip_free);
  g_signal_emit (self, signals[UNHEARD], 0);
}

static void
do_end_clip (OnsiteCrew *self, const OnsiteEffect *effect)
{
  onsite_microphone_end_clip (self->microphone);
}

static void
do_reopen_clip (OnsiteCrew *self, const OnsiteEffect *effect)
{
  onsite_microphone_reopen_clip (self->microphone);
}

static void
do_pause_clip (OnsiteCrew *self, const OnsiteEffect *effect)
{
  onsite_microphone_pause_clip (self->microphone);
}

static void
do_resume_clip (OnsiteCrew *self, const OnsiteEffect *effect)
{
  onsite_microphone_resume_clip (self->microphone);
}

static void
do_seal_clip (OnsiteCrew *self, const OnsiteEffect *effect)
{
  onsite_microphone_seal_clip (self->microphone);
}

static void
do_tell_suspended (OnsiteCrew *self, const OnsiteEffect *effect)
{
  g_signal_emit (self,
                 signals[TOLD],
                 0,
                 C_ ("told", "The computer was asleep. That time does not count."));
}

static void
do_tell_break_over (OnsiteCrew *self, const OnsiteEffect *effect)
{
  g_signal_emit (self, signals[TOLD], 0, C_ ("told", "Your next interviewer is waiting."));
}

static void (*const deeds[]) (OnsiteCrew *self, const OnsiteEffect *effect) = {
  [ONSITE_EFFECT_CLOSE_MICROPHONE] = do_close_microphone,
  [ONSITE_EFFECT_GREET] = do_greet,
  [ONSITE_EFFECT_ASK] = do_ask,
  [ONSITE_EFFECT_HUSH] = do_hush,
  [ONSITE_EFFECT_SAY_FIVE_MINUTES] = do_say_five_minutes,
  [ONSITE_EFFECT_SAY_ONE_MINUTE] = do_say_one_minute,
  [ONSITE_EFFECT_SAY_CLOSING] = do_say_closing,
  [ONSITE_EFFECT_BEGIN_CLIP] = do_begin_clip,
  [ONSITE_EFFECT_END_CLIP] = do_end_clip,
  [ONSITE_EFFECT_REOPEN_CLIP] = do_reopen_clip,
  [ONSITE_EFFECT_PAUSE_CLIP] = do_pause_clip,
  [ONSITE_EFFECT_RESUME_CLIP] = do_resume_clip,
  [ONSITE_EFFECT_SEAL_CLIP] = do_seal_clip,
  [ONSITE_EFFECT_TELL_SUSPENDED] = do_tell_suspended,
  [ONSITE_EFFECT_TELL_BREAK_OVER] = do_tell_break_over,
};

static void
on_voice_failed (OnsiteCrew *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (
      C_ ("told", "The question can't be spoken, please read it. %s"),
      error->message);

  g_signal_emit (self, signals[TOLD], 0, text);
}

/* Not for the first: what that is was said before the loop began. */
static void
on_device (OnsiteCrew *self)
{
  const char *device = onsite_microphone_get_device (self->microphone);
  g_autofree char *before = self->heard_from;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  self->heard_from = g_strdup (device);

  if (before == NULL || device == NULL || g_str_equal (before, device))
    return;

  name = self->gear.name_microphone != NULL ? self->gear.name_microphone (device, self->gear.data)
                                            : g_strdup (device);
  /* Translators: the name of a microphone. */
  text = g_strdup_printf (C_ ("told", "Another microphone is recorded from now: %s."), name);
  g_signal_emit (self, signals[TOLD], 0, text);
}

static void
onsite_crew_dispose (GObject *object)
{
  OnsiteCrew *self = ONSITE_CREW (object);

  if (self->interviewer != NULL)
    onsite_interviewer_hush (self->interviewer);

  g_clear_object (&self->interviewer);
  g_clear_object (&self->voice);
  g_clear_object (&self->microphone);
  g_clear_pointer (&self->pack, onsite_pack_unref);

  G_OBJECT_CLASS (onsite_crew_parent_class)->dispose (object);
}

static void
onsite_crew_finalize (GObject *object)
{
  g_free (ONSITE_CREW (object)->heard_from);

  G_OBJECT_CLASS (onsite_crew_parent_class)->finalize (object);
}

static void
onsite_crew_class_init (OnsiteCrewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_crew_dispose;
  G_OBJECT_CLASS (klass)->finalize = onsite_crew_finalize;

  signals[TOLD] = g_signal_new ("told",
                                ONSITE_TYPE_CREW,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
  signals[UNHEARD] = g_signal_new ("unheard",
                                   ONSITE_TYPE_CREW,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
onsite_crew_init (OnsiteCrew *self)
{
}

static gpointer
ref_data (const OnsiteGear *gear)
{
  return gear->ref != NULL ? gear->ref (gear->data) : gear->data;
}

OnsiteCrew *
onsite_crew_new (OnsiteLibrary *library, OnsiteLoop *loop, OnsitePack *pack, const OnsiteGear *gear)
{
  OnsiteCrew *self = g_object_new (ONSITE_TYPE_CREW, NULL);

  self->loop = loop;
  self->pack = onsite_pack_ref (pack);
  self->gear = *gear;
  self->microphone = onsite_microphone_new (library, gear->source, ref_data (gear), gear->unref);
  onsite_microphone_set_codec (self->microphone, gear->codec);
  g_signal_connect_object (self->microphone,
                           "notify::device",
                           G_CALLBACK (on_device),
                           self,
                           G_CONNECT_SWAPPED);

  if (gear->speak)
    {
      self->voice = onsite_voice_new (gear->sink, ref_data (gear), gear->unref);
      g_object_set (self->voice, "rate", gear->voice_rate, "volume", gear->voice_volume, NULL);
    }

  self->interviewer = onsite_interviewer_new (self->voice, onsite_pack_get_language (pack));
  g_signal_connect_object (self->interviewer,
                           "failed",
                           G_CALLBACK (on_voice_failed),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
onsite_crew_carry_out (OnsiteCrew *self, const OnsiteEffect *effect)
{
  g_return_if_fail (ONSITE_IS_CREW (self));

  if ((gsize) effect->kind < G_N_ELEMENTS (deeds) && deeds[effect->kind] != NULL)
    deeds[effect->kind](self, effect);
}

OnsiteInterviewer *
onsite_crew_get_interviewer (OnsiteCrew *self)
{
  g_return_val_if_fail (ONSITE_IS_CREW (self), NULL);

  return self->interviewer;
}

OnsiteMicrophone *
onsite_crew_get_microphone (OnsiteCrew *self)
{
  g_return_val_if_fail (ONSITE_IS_CREW (self), NULL);

  return self->microphone;
}
