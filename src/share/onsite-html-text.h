/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_html_text_append:
 * @html: what is being written
 * @text: what anybody may have written
 *
 * Appends @text so that a browser shows it as text, in an element or in an
 * attribute in quotes. Controls, which HTML knows nothing of, become U+FFFD.
 */
void onsite_html_text_append (GString *html, const char *text);

/**
 * onsite_html_text_append_short:
 * @html: what is being written
 * @text: what anybody may have written
 *
 * As onsite_html_text_append(), but no more than the first some thousand
 * characters, and an ellipsis.
 */
void onsite_html_text_append_short (GString *html, const char *text);

/**
 * onsite_html_text_append_data:
 * @html: what is being written
 * @json: a document of JSON
 *
 * Appends @json so that nothing in it ends the script element that it is in, or
 * the line: "<", U+2028 and U+2029, which JSON has in its strings alone, are
 * written as escapes.
 */
void onsite_html_text_append_data (GString *html, const char *json);

G_END_DECLS
