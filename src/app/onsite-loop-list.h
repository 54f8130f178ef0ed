/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-loop-item.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_LOOP_LIST (onsite_loop_list_get_type ())

/**
 * OnsiteLoopList:
 *
 * The library's loops, newest first, as a list model of #OnsiteLoopItem that is
 * filled page by page. It follows the library: what stayed the same keeps its
 * item and its place.
 *
 * Properties: "loading" (boolean); "complete" (boolean): there is no further
 * page; "active" (boolean, read and write): while it's not, changes of the
 * library are remembered and read later.
 * Signal: "failed" (GError): a page can't be read.
 */
G_DECLARE_FINAL_TYPE (OnsiteLoopList, onsite_loop_list, ONSITE, LOOP_LIST, GObject)

/**
 * onsite_loop_list_new:
 * @library: what to list
 * @page: how many loops to read at a time
 *
 * Nothing is read before the list is active and asked to load.
 *
 * Returns: (transfer full): a list of nothing yet
 */
OnsiteLoopList *onsite_loop_list_new (OnsiteLibrary *library, guint page);

/**
 * onsite_loop_list_load_more:
 * @self: a list
 *
 * Reads the next page, unless one is being read or there is none.
 */
void onsite_loop_list_load_more (OnsiteLoopList *self);

/**
 * onsite_loop_list_get_loading:
 * @self: a list
 *
 * Returns: whether a page is being read
 */
gboolean onsite_loop_list_get_loading (OnsiteLoopList *self);

/**
 * onsite_loop_list_get_complete:
 * @self: a list
 *
 * Returns: whether there is no further page
 */
gboolean onsite_loop_list_get_complete (OnsiteLoopList *self);

/**
 * onsite_loop_list_set_active:
 * @self: a list
 * @active: whether they are; if not, they are remembered and read later
 */
void onsite_loop_list_set_active (OnsiteLoopList *self, gboolean active);

G_END_DECLS
