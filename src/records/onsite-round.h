/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-answer.h"

G_BEGIN_DECLS

/**
 * OnsiteRound:
 * @id: a UUID
 * @kind: the id of a round kind in the loop's pack
 * @interviewer: a role title; %NULL until it is set
 * @bar_raiser: whether the interviewer is the bar raiser
 * @voice: which of the interviewer voices speaks, from 0
 * @principles: ids of those that this interviewer holds, never %NULL
 * @seconds: how long it's meant to last
 * @started_at_us: when it began, 0 for not yet
 * @ended_at_us: when it ended, 0 for not yet
 * @ended_early: whether the candidate ended it before its time
 * @interruptions: how often a crash, a quit or a suspend broke into it
 * @vote: (nullable): the id of the candidate's own vote
 * @answers: (element-type OnsiteAnswer): in order, never %NULL
 *
 * One interview.
 */
typedef struct
{
  char *id;
  char *kind;
  char *interviewer;
  gboolean bar_raiser;
  guint voice;
  GStrv principles;
  guint seconds;
  gint64 started_at_us;
  gint64 ended_at_us;
  gboolean ended_early;
  guint interruptions;
  char *vote;
  GPtrArray *answers;
} OnsiteRound;

/**
 * onsite_round_new:
 * @kind: the id of a round kind in the loop's pack
 *
 * Makes a round without principles and answers, with an id of its own.
 *
 * Returns: (transfer full): a round
 */
OnsiteRound *onsite_round_new (const char *kind);

/**
 * onsite_round_free:
 * @self: (transfer full): a round
 *
 * Frees a round with its answers.
 */
void onsite_round_free (OnsiteRound *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRound, onsite_round_free)

G_END_DECLS
