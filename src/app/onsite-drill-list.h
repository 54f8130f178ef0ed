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

OnsiteDrillList *onsite_drill_list_new (OnsitePack *pack);
/* (transfer none): what each is called, as a model of GtkStringObject. */
GListModel *onsite_drill_list_get_names (OnsiteDrillList *self);
guint onsite_drill_list_get_n_drills (OnsiteDrillList *self);
OnsiteDrill onsite_drill_list_get_drill (OnsiteDrillList *self, guint position);
const char *onsite_drill_list_get_target (OnsiteDrillList *self, guint position);
/* %GTK_INVALID_LIST_POSITION if there is none such. */
guint onsite_drill_list_find (OnsiteDrillList *self, OnsiteDrill drill, const char *target);

G_END_DECLS
