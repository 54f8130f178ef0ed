/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-caretaker.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_MOVING_PAGE (onsite_moving_page_get_type ())

/**
 * OnsiteMovingPage:
 *
 * What is seen while the library moves: how far it is, and a button to break it off.
 */
G_DECLARE_FINAL_TYPE (OnsiteMovingPage, onsite_moving_page, ONSITE, MOVING_PAGE, AdwBin)

/**
 * onsite_moving_page_new:
 * @caretaker: who moves it
 *
 * Returns: (transfer floating): a page
 */
OnsiteMovingPage *onsite_moving_page_new (OnsiteCaretaker *caretaker);

G_END_DECLS
