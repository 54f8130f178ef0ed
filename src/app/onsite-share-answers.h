/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-share-draft.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SHARE_ANSWERS (onsite_share_answers_get_type ())

/**
 * OnsiteShareAnswers:
 *
 * Which answers of a loop are handed on: all that could be, behind a row that tells how
 * many are, and those that are, each with what can be chosen of it.
 */
G_DECLARE_FINAL_TYPE (OnsiteShareAnswers, onsite_share_answers, ONSITE, SHARE_ANSWERS, AdwBin)

/**
 * onsite_share_answers_set_draft:
 * @self: a loop's answers
 * @draft: what is chosen; held
 *
 * Shows the answers of the draft's loop, and follows it. To be called once.
 */
void onsite_share_answers_set_draft (OnsiteShareAnswers *self, OnsiteShareDraft *draft);

/**
 * onsite_share_answers_can_choose:
 * @answer: an answer
 *
 * Returns: whether anything of it can be heard, in any take
 */
gboolean onsite_share_answers_can_choose (const OnsiteAnswer *answer);

G_END_DECLS
