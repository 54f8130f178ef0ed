/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loop/onsite-plan.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SETUP (onsite_setup_get_type ())

/**
 * OnsiteSetup:
 *
 * What a new loop shall be, as it is being chosen, and the loop that comes of
 * it: drawn anew after each choice, so that what is seen is what will be run.
 * No clock and no chance but the seed; nothing is read or written.
 *
 * Signal: "changed": a choice, and with it the plan, changed.
 */
G_DECLARE_FINAL_TYPE (OnsiteSetup, onsite_setup, ONSITE, SETUP, GObject)

/**
 * onsite_setup_new:
 * @pack: what is drawn from
 * @seed: what chance begins with
 *
 * Returns: (transfer full): a setup that begins with the pack's first level, as a whole
 *   loop in onsite mode with its screens
 */
OnsiteSetup *onsite_setup_new (OnsitePack *pack, guint64 seed);

/**
 * onsite_setup_set_level:
 * @self: a setup
 * @level: the id of a level; one that the pack doesn't have changes nothing
 */
void onsite_setup_set_level (OnsiteSetup *self, const char *level);

/**
 * onsite_setup_get_level:
 * @self: a setup
 *
 * Returns: (transfer none): the id of a level of the pack
 */
const char *onsite_setup_get_level (OnsiteSetup *self);

/**
 * onsite_setup_set_kind:
 * @self: a setup
 * @kind: a whole loop, one round, or a drill
 */
void onsite_setup_set_kind (OnsiteSetup *self, OnsiteLoopKind kind);

/**
 * onsite_setup_get_kind:
 * @self: a setup
 *
 * Returns: a whole loop, one round, or a drill
 */
OnsiteLoopKind onsite_setup_get_kind (OnsiteSetup *self);

/**
 * onsite_setup_set_mode:
 * @self: a setup
 * @mode: how strict the loop is
 */
void onsite_setup_set_mode (OnsiteSetup *self, OnsiteMode mode);

/**
 * onsite_setup_get_mode:
 * @self: a setup
 *
 * Returns: how strict the loop is
 */
OnsiteMode onsite_setup_get_mode (OnsiteSetup *self);

/**
 * onsite_setup_set_screens:
 * @self: a setup
 * @screens: whether a whole loop has its optional rounds
 */
void onsite_setup_set_screens (OnsiteSetup *self, gboolean screens);

/**
 * onsite_setup_get_screens:
 * @self: a setup
 *
 * Returns: whether a whole loop has its optional rounds
 */
gboolean onsite_setup_get_screens (OnsiteSetup *self);

/**
 * onsite_setup_set_curveballs:
 * @self: a setup
 * @curveballs: whether practice has curveballs too
 */
void onsite_setup_set_curveballs (OnsiteSetup *self, gboolean curveballs);

/**
 * onsite_setup_set_round:
 * @self: a setup
 * @round: the id of a kind of round, where one round is rehearsed; one that the level
 *   doesn't have changes nothing
 */
void onsite_setup_set_round (OnsiteSetup *self, const char *round);

/**
 * onsite_setup_get_round:
 * @self: a setup
 *
 * Returns: (transfer none): the id of the level's round that is rehearsed, where one
 *   round is
 */
const char *onsite_setup_get_round (OnsiteSetup *self);

/**
 * onsite_setup_set_drill:
 * @self: a setup
 * @drill: what is drilled, where it's a drill
 * @target: the id of it; "" for the gaps
 */
void onsite_setup_set_drill (OnsiteSetup *self, OnsiteDrill drill, const char *target);

/**
 * onsite_setup_get_drill:
 * @self: a setup
 *
 * Returns: what is drilled, where it's a drill
 */
OnsiteDrill onsite_setup_get_drill (OnsiteSetup *self);

/**
 * onsite_setup_get_drill_target:
 * @self: a setup
 *
 * Returns: (transfer none): the id of what is drilled; "" for the gaps
 */
const char *onsite_setup_get_drill_target (OnsiteSetup *self);

/**
 * onsite_setup_set_history:
 * @self: a setup
 * @history: (element-type OnsiteHistoryItem): the answers of the past; held
 *
 * Tells what was asked before, which the plan avoids.
 */
void onsite_setup_set_history (OnsiteSetup *self, GPtrArray *history);

/**
 * onsite_setup_get_plan:
 * @self: a setup
 *
 * Returns: (transfer none) (nullable): what would be run, until the next choice; %NULL
 *   if there's no such loop
 */
const OnsiteLoop *onsite_setup_get_plan (OnsiteSetup *self);

/**
 * onsite_setup_get_problem:
 * @self: a setup
 *
 * Returns: (transfer none) (nullable): why there is none, in words for a person; %NULL
 *   if there is one
 */
const char *onsite_setup_get_problem (OnsiteSetup *self);

/**
 * onsite_setup_get_length_ms:
 * @self: a setup
 *
 * Returns: how long rounds and the breaks between them are in all; 0 without a plan
 */
gint64 onsite_setup_get_length_ms (OnsiteSetup *self);

/**
 * onsite_setup_take_plan:
 * @self: a setup
 *
 * Takes the plan, to be run; the next one is drawn with another seed.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL if there's none
 */
OnsiteLoop *onsite_setup_take_plan (OnsiteSetup *self);

G_END_DECLS
