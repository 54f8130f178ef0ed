/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_TITLE (onsite_title_get_type ())

/**
 * OnsiteTitle:
 *
 * What a header bar says, and below that what it is about. Where the buttons
 * of the bar leave too little room for a line, the words wrap; where that is not
 * enough, type that the person has enlarged is drawn smaller; only then do
 * they end in dots, as those of AdwWindowTitle do at once.
 *
 * Properties: "title" (string), "subtitle" (string): empty for none.
 */
G_DECLARE_FINAL_TYPE (OnsiteTitle, onsite_title, ONSITE, TITLE, GtkWidget)

/**
 * onsite_title_set_title:
 * @self: a title
 * @title: (nullable): what it says
 */
void onsite_title_set_title (OnsiteTitle *self, const char *title);

/**
 * onsite_title_set_subtitle:
 * @self: a title
 * @subtitle: (nullable): what it is about; %NULL or "" for none
 */
void onsite_title_set_subtitle (OnsiteTitle *self, const char *subtitle);

G_END_DECLS
