/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_TROUBLE_PAGE (onsite_trouble_page_get_type ())

/**
 * OnsiteTroublePage:
 *
 * What is shown in place of all pages when the library can't be opened or the
 * pack can't be read: what failed, why, and what can be done.
 */
G_DECLARE_FINAL_TYPE (OnsiteTroublePage, onsite_trouble_page, ONSITE, TROUBLE_PAGE, AdwBin)

/**
 * onsite_trouble_page_set_context:
 * @self: a page
 * @context: the program's context; held
 *
 * Shows what is wrong with its library or its pack, and follows it. To be called once.
 */
void onsite_trouble_page_set_context (OnsiteTroublePage *self, OnsiteContext *context);

G_END_DECLS
