/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_CHOICE (onsite_choice_get_type ())

/**
 * OnsiteChoice:
 *
 * One of a few, as buttons of one size: "L5 · [L6] · L7", in more lines where
 * they would have to wrap in one. To the keyboard and to a screen reader it is
 * a group of radio buttons: one stop of Tab, at what is chosen; the arrow keys
 * choose the next and the one before.
 *
 * Properties: "selected" (string, nullable): the id of what is chosen;
 * "optional" (boolean): whether a second press on it takes the choice back.
 */
G_DECLARE_FINAL_TYPE (OnsiteChoice, onsite_choice, ONSITE, CHOICE, GtkWidget)

/**
 * onsite_choice_add:
 * @self: a choice
 * @id: what it is known by; copied
 * @label: what the button says; copied
 *
 * Adds something to choose, behind the others.
 */
void onsite_choice_add (OnsiteChoice *self, const char *id, const char *label);

/**
 * onsite_choice_clear:
 * @self: a choice
 *
 * Takes all of them out, and chooses nothing; "selected" isn't notified, since
 * something else is to be added.
 */
void onsite_choice_clear (OnsiteChoice *self);

/**
 * onsite_choice_get_selected:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the id of what is chosen
 */
const char *onsite_choice_get_selected (OnsiteChoice *self);

/**
 * onsite_choice_set_selected:
 * @self: a choice
 * @id: (nullable): an id; one that there is not chooses nothing
 */
void onsite_choice_set_selected (OnsiteChoice *self, const char *id);

G_END_DECLS
