/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_page_words_get_language:
 *
 * Returns: (transfer none): the BCP 47 tag of the language that the page will be in: the
 *   interface's, where there is a translation
 */
const char *onsite_page_words_get_language (void);

/**
 * onsite_page_words_get_direction:
 *
 * Returns: (transfer none): "ltr" or "rtl", as that language is written
 */
const char *onsite_page_words_get_direction (void);

/**
 * onsite_page_words_get:
 * @word: one of the page's words, in English
 *
 * Returns: (transfer none): the same in the page's language
 */
const char *onsite_page_words_get (const char *word);

/**
 * onsite_page_words_fill:
 * @word: one of the page's words, in English, with one name in braces
 * @value: what is to be in the place of that name
 *
 * Returns: (transfer full): the same in the page's language, filled
 */
char *onsite_page_words_fill (const char *word, const char *value);

/**
 * onsite_page_words_to_json:
 *
 * All that the page's script says, in the page's language, for its switch between that
 * and English.
 *
 * Returns: (transfer full): an object of JSON
 */
char *onsite_page_words_to_json (void);

G_END_DECLS
