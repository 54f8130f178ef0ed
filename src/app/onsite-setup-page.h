/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "onsite-setup.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SETUP_PAGE (onsite_setup_page_get_type ())

/**
 * OnsiteSetupPage:
 *
 * Before a loop begins: what it shall be, how long it takes, and whether the
 * microphone hears. It begins with what was chosen the last time.
 */
G_DECLARE_FINAL_TYPE (OnsiteSetupPage, onsite_setup_page, ONSITE, SETUP_PAGE, AdwBin)

/**
 * onsite_setup_page_new:
 * @context: the program's context
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *onsite_setup_page_new (OnsiteContext *context);

/**
 * onsite_setup_page_get_setup:
 * @self: a page
 *
 * Returns: (transfer none): what is being chosen, to begin with something else
 */
OnsiteSetup *onsite_setup_page_get_setup (OnsiteSetupPage *self);

G_END_DECLS
