/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json/onsite-json-value.h"

G_BEGIN_DECLS

/**
 * OnsitePackText:
 * @ONSITE_PACK_TEXT_ID: an id: letters and digits, joined by single hyphens
 * @ONSITE_PACK_TEXT_LABEL: a line of at most 32 characters, as in a box of an exhibit
 * @ONSITE_PACK_TEXT_NOTE: a line of at most 48 characters, as below one
 * @ONSITE_PACK_TEXT_NAME: a line of at most 80 characters
 * @ONSITE_PACK_TEXT_SENTENCE: a line of at most 240 characters
 * @ONSITE_PACK_TEXT_PARAGRAPH: a line of at most 600 characters
 * @ONSITE_PACK_TEXT_SPOKEN: a paragraph without what a voice takes for markup
 * @ONSITE_PACK_TEXT_GREETING: the same, with %ONSITE_PHRASES_INTERVIEWER and
 *   %ONSITE_PHRASES_ROUND in it if need be
 * @ONSITE_PACK_TEXT_VERSION: three numbers, such as 1.0.0
 * @ONSITE_PACK_TEXT_LANGUAGE: a BCP 47 tag
 *
 * What a text of a pack has to be like. None is empty, holds a line break, or begins or
 * ends with a space.
 */
typedef enum
{
  ONSITE_PACK_TEXT_ID,
  ONSITE_PACK_TEXT_LABEL,
  ONSITE_PACK_TEXT_NOTE,
  ONSITE_PACK_TEXT_NAME,
  ONSITE_PACK_TEXT_SENTENCE,
  ONSITE_PACK_TEXT_PARAGRAPH,
  ONSITE_PACK_TEXT_SPOKEN,
  ONSITE_PACK_TEXT_GREETING,
  ONSITE_PACK_TEXT_VERSION,
  ONSITE_PACK_TEXT_LANGUAGE,
} OnsitePackText;

/**
 * onsite_pack_text_get:
 * @value: a value
 * @text: what it has to be like
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: (transfer none): the text, or %NULL
 */
const char *
onsite_pack_text_get (const OnsiteJsonValue *value, OnsitePackText text, GError **error);

/**
 * onsite_pack_text_dup_list:
 * @value: an array
 * @text: what each of its elements has to be like
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: (transfer full): the texts, none of which is there twice, or %NULL
 */
GStrv onsite_pack_text_dup_list (const OnsiteJsonValue *value, OnsitePackText text, GError **error);

G_END_DECLS
