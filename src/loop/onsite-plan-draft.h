/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-dice.h"
#include "onsite-plan-past.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * OnsitePlanRound:
 * @kind: what kind of round
 * @seconds: how long it lasts
 * @least: the fewest questions
 * @want: as many as its time suggests
 * @most: the most questions
 *
 * A round that is being planned. For this room only.
 */
typedef struct
{
  const OnsiteRoundKind *kind;
  guint seconds;
  guint least;
  guint want;
  guint most;
} OnsitePlanRound;

/**
 * OnsitePlanDraft:
 * @pack: what is drawn from
 * @past: what was asked before
 * @dice: what ties are broken with
 * @rounds: (element-type OnsitePlanRound): the rounds
 * @questions: (element-type OnsiteQuestion): what may be asked in any of them,
 *   in the pack's order
 *
 * What a plan is drawn from. For this room only.
 */
typedef struct
{
  OnsitePack *pack;
  OnsitePlanPast *past;
  OnsiteDice dice;
  GArray *rounds;
  GPtrArray *questions;
} OnsitePlanDraft;

/**
 * OnsitePlanSlot:
 * @round: index of a round of the draft
 * @category: the index of a category of the pack, or %ONSITE_PLAN_ANY_CATEGORY
 *   for any question of the draft at all
 *
 * A place for one question.
 */
typedef struct
{
  guint round;
  guint category;
} OnsitePlanSlot;

#define ONSITE_PLAN_ANY_CATEGORY G_MAXUINT

/**
 * onsite_plan_draft_new:
 * @pack: what is drawn from
 * @history: (element-type OnsiteHistoryItem) (nullable): what was asked before; it has
 *   to outlive the draft
 * @seed: what the dice begin with
 *
 * Returns: (transfer full): a draft without rounds and questions
 */
OnsitePlanDraft *onsite_plan_draft_new (OnsitePack *pack, GPtrArray *history, guint64 seed);

/**
 * onsite_plan_draft_free:
 * @self: (transfer full): a draft
 */
void onsite_plan_draft_free (OnsitePlanDraft *self);

/**
 * onsite_plan_draft_get_round:
 * @self: a draft
 * @index: the index of a round of the draft
 *
 * Returns: (transfer none): the round, until another is added
 */
const OnsitePlanRound *onsite_plan_draft_get_round (const OnsitePlanDraft *self, guint index);

/**
 * onsite_plan_draft_get_question:
 * @self: a draft
 * @index: the index of a question of the draft
 *
 * Returns: (transfer none): the question; owned by the pack
 */
const OnsiteQuestion *onsite_plan_draft_get_question (const OnsitePlanDraft *self, guint index);

/**
 * onsite_plan_may_ask:
 * @kind: a kind of round
 * @question: a question of the same pack
 *
 * Returns: whether such a round asks it: the question is for it, and of one of its
 *   categories
 */
gboolean onsite_plan_may_ask (const OnsiteRoundKind *kind, const OnsiteQuestion *question);

/**
 * onsite_plan_draft_get_category:
 * @self: a draft
 * @question: a question of the draft's pack
 *
 * Returns: the index of the question's category in the pack
 */
guint onsite_plan_draft_get_category (const OnsitePlanDraft *self, const OnsiteQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePlanDraft, onsite_plan_draft_free)

G_END_DECLS
