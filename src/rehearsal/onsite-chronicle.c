/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-chronicle.h"

typedef struct
{
  OnsiteLoop *loop;
  OnsitePack *pack;
  const OnsiteAnswered *answered;
  const OnsiteEffect *effect;
  gint64 wall_us;
  OnsiteChange *change;
} Note;

static OnsiteRound *
note_round (const Note *note)
{
  return g_ptr_array_index (note->loop->rounds, note->effect->round);
}

static OnsiteAnswer *
note_answer (const Note *note)
{
  return g_ptr_array_index (note_round (note)->answers, note->effect->question);
}

static OnsiteTurn *
note_turn (const Note *note)
{
  OnsiteTake *take = onsite_answer_get_current_take (note_answer (note));

  g_return_val_if_fail (take != NULL && note->effect->take_turn < take->turns->len, NULL);
  return g_ptr_array_index (take->turns, note->effect->take_turn);
}

static void
note_new_take (const Note *note)
{
  OnsiteAnswer *answer = note_answer (note);
  OnsiteTake *take = onsite_take_new ();

  take->created_at_us = note->wall_us;
  if (note->answered != NULL)
    {
      take->review = g_strdup (note->answered->review);
      take->comment = g_strdup (note->answered->comment);
    }
  g_ptr_array_add (answer->takes, take);
  onsite_change_add_take (note->change, answer->id, take);
}

static OnsiteTurn *
make_turn (const Note *note)
{
  const OnsiteQuestion *question = onsite_pack_find_question (note->pack,
                                                              note_answer (note)->question);
  guint turn = note->effect->turn;

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (turn <= g_strv_length (question->follow_ups), NULL);

  if (note->effect->curveball)
    return onsite_turn_new (ONSITE_TURN_CURVEBALL, question->curveball);
  if (turn > 0)
    return onsite_turn_new (ONSITE_TURN_FOLLOW_UP, question->follow_ups[turn - 1]);

  return onsite_turn_new (ONSITE_TURN_QUESTION, question->text);
}

static void
note_asked (const Note *note)
{
  OnsiteAnswer *answer = note_answer (note);
  guint index = note->effect->take_turn;
  OnsiteTurn *turn;
  OnsiteTake *take;

  if (onsite_answer_get_current_take (answer) == NULL)
    note_new_take (note);

  take = onsite_answer_get_current_take (answer);

  /* A turn that was interrupted before a word was kept is asked once more. */
  if (index < take->turns->len)
    return;

  turn = make_turn (note);
  g_ptr_array_add (take->turns, turn);
  onsite_change_add_turn (note->change, take->id, index, turn);
}

static void
note_clip_begun (const Note *note)
{
  OnsiteTurn *turn = note_turn (note);
  OnsiteClip *clip = onsite_clip_new ();

  clip->state = ONSITE_CLIP_RECORDING;
  clip->created_at_us = note->wall_us;
  g_clear_pointer (&turn->clip, onsite_clip_free);
  turn->clip = clip;
}

static void
note_skipped (const Note *note)
{
  OnsiteAnswer *answer = note_answer (note);

  answer->skipped = TRUE;
  onsite_change_update_answer (note->change, answer);
}

static void
note_round_started (const Note *note)
{
  OnsiteRound *round = note_round (note);

  round->started_at_us = note->wall_us;
  note->loop->state = ONSITE_LOOP_STATE_RUNNING;
  onsite_change_set_loop_state (note->change, note->loop->id, ONSITE_LOOP_STATE_RUNNING, 0);
  onsite_change_update_round (note->change, round);
}

static void
note_round_ended (const Note *note)
{
  OnsiteRound *round = note_round (note);

  round->ended_at_us = note->wall_us;
  round->ended_early = note->effect->early;
  onsite_change_update_round (note->change, round);
}

static void
note_interruption (const Note *note)
{
  OnsiteRound *round = note_round (note);

  /* In a break the round is the next one, which nothing has interrupted. */
  if (round->started_at_us == 0)
    return;

  round->interruptions++;
  onsite_change_update_round (note->change, round);
}

static void
note_finished (const Note *note)
{
  note->loop->state = ONSITE_LOOP_STATE_FINISHED;
  note->loop->finished_at_us = note->wall_us;
  onsite_change_set_loop_state (note->change,
                                note->loop->id,
                                ONSITE_LOOP_STATE_FINISHED,
                                note->wall_us);
}

void
onsite_chronicle_note (OnsiteLoop *loop,
                       OnsitePack *pack,
                       const OnsiteAnswered *answered,
                       const OnsiteEffect *effect,
                       gint64 wall_us,
                       OnsiteChange *change)
{
  static void (*const notes[]) (const Note *note) = {
    [ONSITE_EFFECT_NEW_TAKE] = note_new_take,
    [ONSITE_EFFECT_ASK] = note_asked,
    [ONSITE_EFFECT_BEGIN_CLIP] = note_clip_begun,
    [ONSITE_EFFECT_SKIPPED] = note_skipped,
    [ONSITE_EFFECT_ROUND_STARTED] = note_round_started,
    [ONSITE_EFFECT_ROUND_ENDED] = note_round_ended,
    [ONSITE_EFFECT_ROUND_INTERRUPTED] = note_interruption,
    [ONSITE_EFFECT_TELL_SUSPENDED] = note_interruption,
    [ONSITE_EFFECT_LOOP_FINISHED] = note_finished,
  };
  const Note note = { loop, pack, answered, effect, wall_us, change };

  if ((gsize) effect->kind < G_N_ELEMENTS (notes) && notes[effect->kind] != NULL)
    notes[effect->kind](&note);
}

gboolean
onsite_chronicle_is_of_take (OnsiteEffectKind kind)
{
  return kind == ONSITE_EFFECT_NEW_TAKE || kind == ONSITE_EFFECT_ASK ||
         kind == ONSITE_EFFECT_BEGIN_CLIP;
}
