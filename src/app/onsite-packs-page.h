/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-pack-choice.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PACKS_PAGE (onsite_packs_page_get_type ())

/**
 * OnsitePacksPage:
 *
 * The packs in the preferences: which one new loops are drawn from, what is in
 * each, and how to add and remove one. It has to be in an #AdwPreferencesWindow.
 */
G_DECLARE_FINAL_TYPE (OnsitePacksPage, onsite_packs_page, ONSITE, PACKS_PAGE, AdwPreferencesPage)

/**
 * onsite_packs_page_connect:
 * @self: a page
 * @packs: which packs there are, and which is chosen; held
 *
 * Shows the packs. To be called once.
 */
void onsite_packs_page_connect (OnsitePacksPage *self, OnsitePackChoice *packs);

G_END_DECLS
