/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_CHOICE (onsite_choice_get_type ())

/**
 * OnsiteChoice:
 *
 * One of a few, as a row of buttons of one width: "L5 · [L6] · L7".
 *
 * Properties: "selected" (string, nullable): the id of what is chosen.
 */
G_DECLARE_FINAL_TYPE (OnsiteChoice, onsite_choice, ONSITE, CHOICE, AdwBin)

GtkWidget *onsite_choice_new (void);
void onsite_choice_add (OnsiteChoice *self, const char *id, const char *label);
/* Takes all of them out, and chooses nothing. */
void onsite_choice_clear (OnsiteChoice *self);
const char *onsite_choice_get_selected (OnsiteChoice *self);
/* An id that there is not chooses nothing. */
void onsite_choice_set_selected (OnsiteChoice *self, const char *id);

G_END_DECLS
