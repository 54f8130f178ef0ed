/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rehearsal/onsite-answer-editor.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_CLAIMS_VIEW (onsite_claims_view_get_type ())

/**
 * OnsiteClaimsView:
 *
 * What candidates say that their answer covers: toggles for what the question
 * asks for and for what is claimed already, and a button that lists all the
 * rest. Each wears its sign. A toggle that was once there stays, so that
 * nothing jumps away under the pointer.
 */
G_DECLARE_FINAL_TYPE (OnsiteClaimsView, onsite_claims_view, ONSITE, CLAIMS_VIEW, GtkWidget)

/**
 * onsite_claims_view_new:
 * @editor: edits the answer; held
 *
 * Returns: (transfer floating): a view of the answer's claims
 */
GtkWidget *onsite_claims_view_new (OnsiteAnswerEditor *editor);

G_END_DECLS
