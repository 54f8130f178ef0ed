/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * onsite_wrap_pills:
 * @widget: what may have buttons of the class "pill" in it
 *
 * Lets the words of such buttons wrap: those that are too long for a line make
 * no window wider than a telephone.
 */
void onsite_wrap_pills (GtkWidget *widget);

/**
 * onsite_wrap_rows:
 * @widget: what may have rows in it, and groups of rows
 *
 * Lets what stands at the end of a row or of a group's title, a button say, go
 * below the words there where these would have less room than a few words need.
 */
void onsite_wrap_rows (GtkWidget *widget);

/**
 * onsite_wrap_menus:
 * @widget: what may have buttons with menus in it
 *
 * Lets the words of these menus wrap where they would be wider than the window,
 * which on a telephone is as wide as all that there is.
 */
void onsite_wrap_menus (GtkWidget *widget);

G_END_DECLS
