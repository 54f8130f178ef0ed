/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-page.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PAGE_STACK (onsite_page_stack_get_type ())

/**
 * OnsitePageStack:
 *
 * Pages one above the other, of which one is seen. A page that is gone back from is
 * told so, be it by a swipe, and let go of once the move away from it has ended. A
 * swipe leads back only from a page that has no farewell.
 *
 * Property: "title" (string, read only): of the page that is seen; %NULL while there
 * is none.
 *
 * Signal: "left" (#OnsitePage): a page is gone back from.
 */
G_DECLARE_FINAL_TYPE (OnsitePageStack, onsite_page_stack, ONSITE, PAGE_STACK, AdwBin)

/**
 * onsite_page_stack_get_page:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): the page that is seen; %NULL while there is none
 */
OnsitePage *onsite_page_stack_get_page (OnsitePageStack *self);

/**
 * onsite_page_stack_push:
 * @self: a stack
 * @page: (transfer floating): the page to go to
 *
 * Shows a page on top of the one that is seen.
 */
void onsite_page_stack_push (OnsitePageStack *self, OnsitePage *page);

/**
 * onsite_page_stack_replace:
 * @self: a stack
 * @page: (transfer floating): the page to go to
 *
 * Shows a page in place of the one that is seen, which is not told that it's left.
 */
void onsite_page_stack_replace (OnsitePageStack *self, OnsitePage *page);

/**
 * onsite_page_stack_can_pop:
 * @self: a stack
 *
 * Returns: whether there is a page below the one that is seen
 */
gboolean onsite_page_stack_can_pop (OnsitePageStack *self);

/**
 * onsite_page_stack_pop:
 * @self: a stack
 * @page: the page to leave, with all that are above it
 *
 * Goes back to the page below. Does nothing for the bottom page, nor for a page that
 * isn't there any more.
 */
void onsite_page_stack_pop (OnsitePageStack *self, OnsitePage *page);

/**
 * onsite_page_stack_pop_to_bottom:
 * @self: a stack
 *
 * Goes back to the bottom page.
 */
void onsite_page_stack_pop_to_bottom (OnsitePageStack *self);

/**
 * onsite_page_stack_clear:
 * @self: a stack
 *
 * Takes all pages away at once; each is told that it's left.
 */
void onsite_page_stack_clear (OnsitePageStack *self);

G_END_DECLS
