/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "onsite-page.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_WINDOW (onsite_window_get_type ())

/**
 * OnsiteWindow:
 *
 * The one window: a stack of pages with home at the bottom. While the context
 * opens it shows that; when that fails, what to do.
 *
 * Going back (Escape, Alt+Left, the mouse's back button, a page's back button,
 * a swipe) always asks what the page's farewell says, and so does closing.
 *
 * Property: "context" (construct only).
 */
G_DECLARE_FINAL_TYPE (OnsiteWindow, onsite_window, ONSITE, WINDOW, AdwApplicationWindow)

typedef struct _OnsiteInbox OnsiteInbox;

/**
 * onsite_window_new:
 * @application: the program
 * @context: what every page is given
 *
 * Returns: (transfer none): a window, which is the program's until it is closed
 */
OnsiteWindow *onsite_window_new (GtkApplication *application, OnsiteContext *context);

/**
 * onsite_window_of:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the window that a widget is in
 */
OnsiteWindow *onsite_window_of (GtkWidget *widget);

/**
 * onsite_window_get_context:
 * @self: a window
 *
 * Returns: (transfer none): what every page is given
 */
OnsiteContext *onsite_window_get_context (OnsiteWindow *self);

/**
 * onsite_window_get_inbox:
 * @self: a window
 *
 * Returns: (transfer none): where reviews go that are brought to the program
 */
OnsiteInbox *onsite_window_get_inbox (OnsiteWindow *self);

/**
 * onsite_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page that is seen; %NULL while there is none
 */
OnsitePage *onsite_window_get_page (OnsiteWindow *self);

/**
 * onsite_window_push:
 * @self: a window
 * @page: (transfer floating): the page to go to
 *
 * Shows a page on top of the one that is seen.
 */
void onsite_window_push (OnsiteWindow *self, OnsitePage *page);

/**
 * onsite_window_replace:
 * @self: a window
 * @page: (transfer floating): the page to go to
 *
 * Shows a page in place of the one that is seen, which is not asked: as the
 * break follows the room.
 */
void onsite_window_replace (OnsiteWindow *self, OnsitePage *page);

/**
 * onsite_window_pop:
 * @self: a window
 * @page: the page to leave, with all that are above it
 *
 * Goes back to the page below, without asking. Does nothing for the bottom
 * page, nor for a page that isn't there any more.
 */
void onsite_window_pop (OnsiteWindow *self, OnsitePage *page);

/**
 * onsite_window_go_home:
 * @self: a window
 *
 * Goes back to the bottom page without asking.
 */
void onsite_window_go_home (OnsiteWindow *self);

/**
 * onsite_window_show_rehearsal:
 * @self: a window
 * @rehearsal: the one that runs
 *
 * Goes to where the rehearsal is: the room, or the break between rounds.
 */
void onsite_window_show_rehearsal (OnsiteWindow *self, OnsiteRehearsal *rehearsal);

/**
 * onsite_window_back:
 * @self: a window
 *
 * What the back button does: asks where the page wants it, then pops.
 *
 * Returns: whether there is a page to go back to
 */
gboolean onsite_window_back (OnsiteWindow *self);

/**
 * onsite_window_ask_to_quit:
 * @self: a window
 *
 * Asks what the page's farewell says, if it has one, then closes the window.
 */
void onsite_window_ask_to_quit (OnsiteWindow *self);

/**
 * onsite_window_toast:
 * @self: a window
 * @text: a sentence in the person's language
 *
 * Says something in passing.
 */
void onsite_window_toast (OnsiteWindow *self, const char *text);

/**
 * onsite_window_toast_from:
 * @widget: what it's about
 * @text: a sentence in the person's language
 *
 * Says something in passing in the window that @widget is in, if it's in one.
 */
void onsite_window_toast_from (GtkWidget *widget, const char *text);

/**
 * onsite_window_remark:
 * @self: a window
 * @text: a sentence in the person's language
 *
 * Says in passing what is of no more use once its page is left or another one
 * is opened over it, and would only lie there: the words go then. They stay as
 * one page takes the place of another.
 */
void onsite_window_remark (OnsiteWindow *self, const char *text);

/**
 * onsite_window_remark_from:
 * @page: the page that it belongs to
 * @text: a sentence in the person's language
 *
 * The same as onsite_window_remark(), in the window that @page is in. A page that
 * another has taken the place of, or that lies below one, says nothing.
 */
void onsite_window_remark_from (OnsitePage *page, const char *text);

/**
 * onsite_window_forget_remark:
 * @self: a window
 *
 * Takes back what was said last by onsite_window_remark(), if it still stands.
 */
void onsite_window_forget_remark (OnsiteWindow *self);

/**
 * onsite_window_toast_error:
 * @self: a window
 * @doing: what was attempted, such as "The loop wasn't deleted"
 * @error: why it failed
 *
 * Says that something failed and why. A cancelled attempt is passed over.
 */
void onsite_window_toast_error (OnsiteWindow *self, const char *doing, const GError *error);

/**
 * onsite_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to say in passing, with a button, say
 *
 * Shows a toast, and has a screen reader say it.
 */
void onsite_window_add_toast (OnsiteWindow *self, AdwToast *toast);

G_END_DECLS
