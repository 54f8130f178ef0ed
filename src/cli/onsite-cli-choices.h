/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"
#include "share/onsite-selection.h"

G_BEGIN_DECLS

/**
 * OnsiteCliChoices:
 * @format: (nullable): a format's name
 * @formats: what is said of the formats that there are
 * @paper: (nullable): a paper's name
 * @answers: (nullable): "all", "proposed", or answers with commas between them
 * @takes: (nullable): "current", "all", or ANSWER:NUMBER with commas between them
 * @name: (nullable): a name to show
 * @mutes: (nullable): what to make silent, each CLIP:FROM-TO
 * @cuts: (nullable): what to cut out, each CLIP:FROM-TO
 * @listen_for: (nullable): what to listen for, each ANSWER:TEXT
 * @notes: whether notes go along
 * @ratings: whether ratings, votes and claims go along
 * @no_audio: whether the sound stays
 * @no_evidence: whether evidence stays
 * @no_delivery: whether figures of delivery stay
 * @list: whether it's only told what would leave
 *
 * What was typed of what to hand on. An ANSWER is its number in the loop, or as much of
 * its id as no other shares. A CLIP is ANSWER.TURN, of the current take and both from 1,
 * or as much of its id as no other shares. FROM and TO are seconds, or minutes:seconds.
 */
typedef struct
{
  char *format;
  char *formats;
  char *paper;
  char *answers;
  char *takes;
  char *name;
  GStrv mutes;
  GStrv cuts;
  GStrv listen_for;
  gboolean notes;
  gboolean ratings;
  gboolean no_audio;
  gboolean no_evidence;
  gboolean no_delivery;
  gboolean list;
} OnsiteCliChoices;

/**
 * onsite_cli_choices_free:
 * @self: (transfer full): #OnsiteCliChoices, as a #GDestroyNotify takes them
 */
void onsite_cli_choices_free (gpointer self);

/**
 * onsite_cli_choices_select:
 * @self: what was typed
 * @debrief: of the loop
 * @error: return location: %ONSITE_CLI_ERROR
 *
 * Finds what was meant.
 *
 * Returns: (transfer full) (nullable): it
 */
OnsiteSelection *onsite_cli_choices_select (const OnsiteCliChoices *self,
                                            const OnsiteDebrief *debrief,
                                            GError **error);

G_END_DECLS
