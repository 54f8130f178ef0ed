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

/* It begins with the pack's first level, as a whole loop in onsite mode with its screens. */
OnsiteSetup *onsite_setup_new (OnsitePack *pack, guint64 seed);

/* Of those that the pack doesn't have nothing is chosen. */
void onsite_setup_set_level (OnsiteSetup *self, const char *level);
const char *onsite_setup_get_level (OnsiteSetup *self);
void onsite_setup_set_kind (OnsiteSetup *self, OnsiteLoopKind kind);
OnsiteLoopKind onsite_setup_get_kind (OnsiteSetup *self);
void onsite_setup_set_mode (OnsiteSetup *self, OnsiteMode mode);
OnsiteMode onsite_setup_get_mode (OnsiteSetup *self);
void onsite_setup_set_screens (OnsiteSetup *self, gboolean screens);
gboolean onsite_setup_get_screens (OnsiteSetup *self);
/* Whether practice has curveballs too. */
void onsite_setup_set_curveballs (OnsiteSetup *self, gboolean curveballs);
/* The round to rehearse, where one round is: one of the level's. */
void onsite_setup_set_round (OnsiteSetup *self, const char *round);
const char *onsite_setup_get_round (OnsiteSetup *self);
/* What to drill, where it's a drill. */
void onsite_setup_set_drill (OnsiteSetup *self, OnsiteDrill drill, const char *target);
OnsiteDrill onsite_setup_get_drill (OnsiteSetup *self);
const char *onsite_setup_get_drill_target (OnsiteSetup *self);
/* (element-type OnsiteHistoryItem): the answers of the past. */
void onsite_setup_set_history (OnsiteSetup *self, GPtrArray *history);

/* (transfer none) (nullable): what would be run; %NULL if there's no such loop. */
const OnsiteLoop *onsite_setup_get_plan (OnsiteSetup *self);
/* (nullable): in words, why there is none. */
const char *onsite_setup_get_problem (OnsiteSetup *self);
/* Rounds, with the breaks between them, in milliseconds; 0 without a plan. */
gint64 onsite_setup_get_length_ms (OnsiteSetup *self);
/* (transfer full) (nullable): the plan, to be run. The next one is drawn with another seed. */
OnsiteLoop *onsite_setup_take_plan (OnsiteSetup *self);

G_END_DECLS
