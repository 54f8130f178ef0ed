/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json/onsite-json-value.h"

G_BEGIN_DECLS

/* What a text of a pack has to be like. */
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
