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

GtkWidget *onsite_choice_new (void);
void onsite_choice_add (OnsiteChoice *self, const char *id, const char *label);
/* Takes all of them out, and chooses nothing. */
void onsite_choice_clear (OnsiteChoice *self);
const char *onsite_choice_get_selected (OnsiteChoice *self);
/* (nullable): an id that there is not chooses nothing. */
void onsite_choice_set_selected (OnsiteChoice *self, const char *id);

G_END_DECLS
