/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnsiteFarewell:
 * @heading: what is asked, such as "Leave the answer?"
 * @body: what happens to what runs
 * @leave: the word on the button that leaves
 *
 * What a person is asked before a page is left. The strings are static.
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *leave;
} OnsiteFarewell;

#define ONSITE_TYPE_PAGE (onsite_page_get_type ())

/**
 * OnsitePage:
 *
 * What a window shows one at a time. A page is a final subclass of #AdwBin
 * that implements this interface:
 *
 * - It is named OnsiteFooPage, lives in src/app/onsite-foo-page.{c,h}, and has
 *   its template in ui/onsite-foo-page.ui, which is listed in
 *   ui/onsite.gresource.xml, src/app/meson.build and po/POTFILES.
 * - It is made by onsite_foo_page_new (OnsiteContext *context, …), and takes
 *   from the context what it needs. By the time a page is made, the context's
 *   library and pack are there.
 * - It overrides the property "title" (string, read only, notified), which
 *   the window shows as its own title.
 * - It may implement enter() to say where the focus goes when it comes to be
 *   seen: to the one thing to do next. Not GtkWidget's grab_focus, for Tab would
 *   then go there too, past all that comes before it.
 * - Its template begins with its own AdwHeaderBar. A page that can be left has
 *   a start child there: a button with the action "win.back", the icon
 *   go-previous-symbolic and the tooltip "Back".
 * - What it has to say in passing goes to onsite_window_toast(); where to go
 *   next, to onsite_window_push(), onsite_window_replace() or
 *   onsite_window_pop(). The window is found by onsite_window_of().
 * - It may implement get_farewell() and leave(), as the room does: the window
 *   asks before it goes back, is closed, or the program quits.
 *
 * Pages hold the library only through the context's reference or their own,
 * cancel in dispose what they have begun, and never block.
 */
G_DECLARE_INTERFACE (OnsitePage, onsite_page, ONSITE, PAGE, GtkWidget)

/**
 * OnsitePageInterface:
 * @enter: the page comes to be seen, for the first time or anew: brings itself
 *   up to date and takes the focus. Returns whether it took it. Not implemented:
 *   the first thing in it that can have the focus takes it
 * @get_farewell: what to ask before this page is left, or %NULL if it may be
 *   left at once. Not implemented: it may always be left
 * @leave: the page is left: the person has agreed to it, or it was gone back
 *   from without a question. May be called twice. Not implemented: nothing has
 *   to be done
 */
struct _OnsitePageInterface
{
  GTypeInterface parent;

  gboolean (*enter) (OnsitePage *self);
  const OnsiteFarewell *(*get_farewell) (OnsitePage *self);
  void (*leave) (OnsitePage *self);
};

/**
 * onsite_page_dup_title:
 * @self: a page
 *
 * Returns: (transfer full): the page's title, "" if it has none
 */
char *onsite_page_dup_title (OnsitePage *self);

/**
 * onsite_page_enter:
 * @self: a page
 *
 * Has the page brought up to date and given the focus, as it comes to be seen.
 *
 * Returns: whether it took the focus
 */
gboolean onsite_page_enter (OnsitePage *self);

/**
 * onsite_page_get_farewell:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what to ask before it is left; %NULL if it may
 *   be left at once
 */
const OnsiteFarewell *onsite_page_get_farewell (OnsitePage *self);

/**
 * onsite_page_leave:
 * @self: a page
 *
 * Tells the page that it is left. May be called twice.
 */
void onsite_page_leave (OnsitePage *self);

/**
 * onsite_page_find_last_focus:
 * @widget: a part of a page
 *
 * Returns: (transfer none): what had the focus in it when it was left, or @widget itself
 */
GtkWidget *onsite_page_find_last_focus (GtkWidget *widget);

G_END_DECLS
