/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-answer-summary.h"

G_BEGIN_DECLS

/**
 * OnsiteShare:
 * @category: the id of a category
 * @name: what it is called
 * @planned: questions planned of this category
 * @asked: questions of it that were asked
 * @aim_percent: what the pack aims at
 * @answers: (element-type OnsiteAnswerSummary): the answers behind @planned
 *
 * A category's share of a loop.
 */
typedef struct
{
  const char *category;
  const char *name;
  guint planned;
  guint asked;
  guint aim_percent;
  GPtrArray *answers;
} OnsiteShare;

/**
 * onsite_mix_new:
 * @pack: whose categories
 * @answers: (element-type OnsiteAnswerSummary): of one loop; has to outlive what is returned
 *
 * Returns: (transfer full) (element-type OnsiteShare): a share for each
 *   category, in the pack's order
 */
GPtrArray *onsite_mix_new (OnsitePack *pack, GPtrArray *answers);

G_END_DECLS
