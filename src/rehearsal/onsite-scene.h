/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loop/onsite-session.h"
#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteScene:
 * @loop: a loop that runs
 * @pack: its pack
 * @session: where it is
 *
 * Where a loop is, in terms of its records. Owns nothing.
 */
typedef struct
{
  OnsiteLoop *loop;
  OnsitePack *pack;
  const OnsiteSession *session;
} OnsiteScene;

/**
 * onsite_scene_is_in_round:
 * @self: a scene
 *
 * Returns: whether an interviewer sits there
 */
gboolean onsite_scene_is_in_round (const OnsiteScene *self);

/**
 * onsite_scene_get_round:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the round that runs or is next, %NULL after the last
 */
OnsiteRound *onsite_scene_get_round (const OnsiteScene *self);

/**
 * onsite_scene_get_last_round:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the round before that, %NULL before the first has ended
 */
OnsiteRound *onsite_scene_get_last_round (const OnsiteScene *self);

/**
 * onsite_scene_get_answer:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the answer that is being given, %NULL between rounds
 */
OnsiteAnswer *onsite_scene_get_answer (const OnsiteScene *self);

/**
 * onsite_scene_get_turn:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the turn that is being asked or answered, %NULL
 *   between rounds
 */
OnsiteTurn *onsite_scene_get_turn (const OnsiteScene *self);

/**
 * onsite_scene_get_round_name:
 * @self: a scene
 *
 * Returns: what that round is called, "" after the last
 */
const char *onsite_scene_get_round_name (const OnsiteScene *self);

/**
 * onsite_scene_get_prompt:
 * @self: a scene
 *
 * Returns: what is asked now, word for word, "" between rounds
 */
const char *onsite_scene_get_prompt (const OnsiteScene *self);

/**
 * onsite_scene_get_suggested_ms:
 * @self: a scene
 *
 * Returns: how long the pack expects this answer with its follow-ups to take,
 *   0 between rounds
 */
gint64 onsite_scene_get_suggested_ms (const OnsiteScene *self);

/**
 * onsite_scene_make_effect:
 * @self: a scene
 * @kind: what is to be done
 *
 * Returns: what the session would have wanted, had it been now
 */
OnsiteEffect onsite_scene_make_effect (const OnsiteScene *self, OnsiteEffectKind kind);

G_END_DECLS
