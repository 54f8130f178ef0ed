/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-setup.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SETUP_FORM (onsite_setup_form_get_type ())

/**
 * OnsiteSetupForm:
 *
 * What there is to choose of a new loop: its level, what of it is rehearsed, and how
 * strictly. It shows what a setup has, and changes it.
 */
G_DECLARE_FINAL_TYPE (OnsiteSetupForm, onsite_setup_form, ONSITE, SETUP_FORM, AdwBin)

/**
 * onsite_setup_form_connect:
 * @self: a form
 * @setup: what is shown and changed from now on; held
 * @pack: what @setup draws from; held
 *
 * The form follows the setup, whoever changes it. One that it followed before it leaves
 * as it is.
 */
void onsite_setup_form_connect (OnsiteSetupForm *self, OnsiteSetup *setup, OnsitePack *pack);

/**
 * onsite_setup_form_get_first:
 * @self: a form
 *
 * Returns: (transfer none): the choice that it begins with, where the focus comes to first
 */
GtkWidget *onsite_setup_form_get_first (OnsiteSetupForm *self);

G_END_DECLS
