/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-page.h"
#include "onsite-window.h"

G_BEGIN_DECLS

/**
 * OnsiteLeaveFunc:
 * @window: the window
 * @page: the page that is left
 *
 * What is done once the person has agreed.
 */
typedef void (*OnsiteLeaveFunc) (OnsiteWindow *window, OnsitePage *page);

/**
 * onsite_leaving_ask:
 * @window: the window, which outlives its dialogs
 * @page: the page that is to be left
 * @farewell: what it asks before
 * @then: is called once the person has agreed, and the page was told
 *
 * Asks whether a page may be left.
 */
void onsite_leaving_ask (OnsiteWindow *window,
                         OnsitePage *page,
                         const OnsiteFarewell *farewell,
                         OnsiteLeaveFunc then);

G_END_DECLS
