/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-outage.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_OUTAGE_VIEW (onsite_outage_view_get_type ())

/**
 * OnsiteOutageView:
 *
 * An outage to be read beside a question: what happened, and whose report it
 * follows. What an answer should come to is below, where it may be seen.
 */
G_DECLARE_FINAL_TYPE (OnsiteOutageView, onsite_outage_view, ONSITE, OUTAGE_VIEW, AdwBin)

/**
 * onsite_outage_view_new:
 * @outage: an outage of a pack
 *
 * Returns: (transfer floating): a view of it, without what an answer should come to
 */
GtkWidget *onsite_outage_view_new (const OnsiteOutage *outage);

/**
 * onsite_outage_view_reveal:
 * @self: a view
 *
 * Shows what an answer should come to as well: root cause, blast radius and
 * control.
 */
void onsite_outage_view_reveal (OnsiteOutageView *self);

G_END_DECLS
