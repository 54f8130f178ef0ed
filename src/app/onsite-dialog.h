/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * onsite_dialog_tell:
 * @parent: (nullable): the window that it's about
 * @heading: what happened
 * @text: why, and what to do
 *
 * Tells something that one has to have read, in a dialog that can only be closed.
 */
void onsite_dialog_tell (GtkWindow *parent, const char *heading, const char *text);

/**
 * onsite_dialog_ask:
 * @dialog: a question with its responses
 * @safe: the response after which nothing is lost or left
 *
 * Shows @dialog. Whoever presses Enter or Escape without reading gives @safe, in
 * whichever order the responses stand.
 */
void onsite_dialog_ask (AdwMessageDialog *dialog, const char *safe);

G_END_DECLS
