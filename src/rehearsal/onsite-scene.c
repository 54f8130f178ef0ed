/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-scene.h"

gboolean
onsite_scene_is_in_round (const OnsiteScene *self)
{
  switch (self->session->phase)
    {
    case ONSITE_PHASE_ASKING:
    case ONSITE_PHASE_ANSWERING:
    case ONSITE_PHASE_GRACE:
    case ONSITE_PHASE_PAUSED:
      return TRUE;

    case ONSITE_PHASE_LOBBY:
    case ONSITE_PHASE_BREAK:
    case ONSITE_PHASE_AWAY:
    case ONSITE_PHASE_FINISHED:
    default:
      return FALSE;
    }
}

OnsiteRound *
onsite_scene_get_round (const OnsiteScene *self)
{
  if (self->session->round >= self->loop->rounds->len)
    return NULL;

  return g_ptr_array_index (self->loop->rounds, self->session->round);
}

OnsiteRound *
onsite_scene_get_last_round (const OnsiteScene *self)
{
  if (self->session->round == 0)
    return NULL;

  return g_ptr_array_index (self->loop->rounds, self->session->round - 1);
}

OnsiteAnswer *
onsite_scene_get_answer (const OnsiteScene *self)
{
  const OnsiteRound *round = onsite_scene_get_round (self);

  if (round == NULL || !onsite_scene_is_in_round (self))
    return NULL;

  return g_ptr_array_index (round->answers, self->session->question);
}

OnsiteTurn *
onsite_scene_get_turn (const OnsiteScene *self)
{
  const OnsiteAnswer *answer = onsite_scene_get_answer (self);
  const OnsiteTake *take = answer != NULL ? onsite_answer_get_current_take (answer) : NULL;

  if (take == NULL || self->session->take_turn >= take->turns->len)
    return NULL;

  return g_ptr_array_index (take->turns, self->session->take_turn);
}

const char *
onsite_scene_get_round_name (const OnsiteScene *self)
{
  const OnsiteRound *round = onsite_scene_get_round (self);

  return round != NULL ? onsite_pack_find_round_kind (self->pack, round->kind)->name : "";
}

const char *
onsite_scene_get_prompt (const OnsiteScene *self)
{
  const OnsiteTurn *turn = onsite_scene_get_turn (self);

  return turn != NULL ? turn->prompt : "";
}

gint64
onsite_scene_get_suggested_ms (const OnsiteScene *self)
{
  const OnsiteAnswer *answer = onsite_scene_get_answer (self);

  if (answer == NULL)
    return 0;

  return (gint64) onsite_pack_find_question (self->pack, answer->question)->seconds * 1000;
}

OnsiteEffect
onsite_scene_make_effect (const OnsiteScene *self, OnsiteEffectKind kind)
{
  return (OnsiteEffect){
    .kind = kind,
    .round = self->session->round,
    .question = self->session->question,
    .turn = self->session->turn,
    .take = self->session->take,
    .take_turn = self->session->take_turn,
    .curveball = self->session->curveball && self->session->turn == 0,
  };
}
