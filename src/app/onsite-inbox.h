/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-window.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_INBOX (onsite_inbox_get_type ())

/**
 * OnsiteInbox:
 *
 * Reviews that were brought to the program, in their order, until they are
 * imported. They wait until the library is open, and until no rehearsal runs:
 * nothing of them comes between an answer and who gives it. What came of those
 * that are imported in one go is told once, in the window: the reviews that are
 * with their loops now, and each that was refused, with its reason.
 */
G_DECLARE_FINAL_TYPE (OnsiteInbox, onsite_inbox, ONSITE, INBOX, GObject)

/**
 * onsite_inbox_new:
 * @window: (unowned): where it is told, and of whose context the library is
 *
 * Returns: (transfer full): an empty inbox
 */
OnsiteInbox *onsite_inbox_new (OnsiteWindow *window);

/**
 * onsite_inbox_add:
 * @self: an inbox
 * @file: what a coach sent back
 *
 * Merges a review into the loop that it belongs to, away from the main thread, as
 * soon as that may be. A debrief of that loop that is shown is read anew.
 */
void onsite_inbox_add (OnsiteInbox *self, GFile *file);

/**
 * onsite_inbox_get_hindrance:
 * @self: an inbox
 *
 * Returns: (nullable): why no review can be imported now, and what to do
 */
const char *onsite_inbox_get_hindrance (OnsiteInbox *self);

G_END_DECLS
