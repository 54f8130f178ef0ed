/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SECTION:onsite-guide-label
 *
 * The labels that a guide is read in: they wrap, and can be selected.
 */

/**
 * onsite_guide_label_new:
 * @text: what it says
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that wraps and can be copied from
 */
GtkWidget *onsite_guide_label_new (const char *text, const char *css_class);

/**
 * onsite_guide_label_new_heading:
 * @text: what it says
 * @css_class: (nullable): how it looks
 * @level: from 1 to 6, for those who hear it
 *
 * Returns: (transfer floating): the same as a heading
 */
GtkWidget *onsite_guide_label_new_heading (const char *text, const char *css_class, int level);

/**
 * onsite_guide_label_mark_all:
 * @widget: what the labels are in
 * @words: (nullable): what is to stand out, or "" or %NULL for nothing
 *
 * Marks words in all labels below a widget.
 */
void onsite_guide_label_mark_all (GtkWidget *widget, const char *words);

G_END_DECLS
