/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * onsite_clip_keys_add:
 * @widget_class: the class of a page that has one #OnsiteClipView in it
 *
 * Binds the keys of a player on all of a page: Space plays and pauses, unless what has
 * the focus is pressed by it; the arrows go five seconds back or on, with Shift one, with
 * Control a tenth, in the direction of reading; + and − change the speed; M marks. Bindings come after what
 * has the focus, so that a text keeps its letters.
 */
void onsite_clip_keys_add (GtkWidgetClass *widget_class);

G_END_DECLS
