/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_HOME_PAGE (onsite_home_page_get_type ())

/**
 * OnsiteHomePage:
 *
 * Where everything begins: how long until the onsite, the one button that
 * starts, a loop to go on with, and the loops of the past.
 */
G_DECLARE_FINAL_TYPE (OnsiteHomePage, onsite_home_page, ONSITE, HOME_PAGE, AdwBin)

/**
 * onsite_home_page_new:
 * @context: the program's context
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *onsite_home_page_new (OnsiteContext *context);

G_END_DECLS
