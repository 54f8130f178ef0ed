/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "loop/onsite-plan.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_DRILL_LIST (onsite_drill_list_get_type ())

/**
 * OnsiteDrillList:
 *
 * All that a pack lets be drilled, in the order in which it is offered: what
 * past loops left uncovered, categories, principles, checklist items.
 */
G_DECLARE_FINAL_TYPE (OnsiteDrillList, onsite_drill_list, ONSITE, DRILL_LIST, GObject)

/**
 * onsite_drill_list_new:
 * @pack: what is drilled; ids and names are copied
 *
 * Returns: (transfer full): all that it lets be drilled
 */
OnsiteDrillList *onsite_drill_list_new (OnsitePack *pack);

/**
 * onsite_drill_list_get_names:
 * @self: a list of drills
 *
 * Returns: (transfer none): what each is called, as a model of #GtkStringObject
 */
GListModel *onsite_drill_list_get_names (OnsiteDrillList *self);

/**
 * onsite_drill_list_get_n_drills:
 * @self: a list of drills
 *
 * Returns: how many there are; the gaps are always one of them
 */
guint onsite_drill_list_get_n_drills (OnsiteDrillList *self);

/**
 * onsite_drill_list_get_drill:
 * @self: a list of drills
 * @position: from 0, below how many there are
 *
 * Returns: what is drilled there
 */
OnsiteDrill onsite_drill_list_get_drill (OnsiteDrillList *self, guint position);

/**
 * onsite_drill_list_get_target:
 * @self: a list of drills
 * @position: from 0, below how many there are
 *
 * Returns: (transfer none): the id of what is drilled there; "" for the gaps
 */
const char *onsite_drill_list_get_target (OnsiteDrillList *self, guint position);

/**
 * onsite_drill_list_find:
 * @self: a list of drills
 * @drill: what is drilled
 * @target: (nullable): the id of it
 *
 * Returns: its position; %GTK_INVALID_LIST_POSITION if there is none such
 */
guint onsite_drill_list_find (OnsiteDrillList *self, OnsiteDrill drill, const char *target);

G_END_DECLS
