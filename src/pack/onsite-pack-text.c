/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-text.h"

#include "onsite-pack-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What speech engines and people take for markup: espeak-ng reads "[[" as
 * phonemes and "<" as SSML. */
#define MARKUP "{}*_#`<>[]|~\\"

/* A kind of text: how long, and what else it has to be. */
typedef struct
{
  gsize most;
  gboolean (*matches) (const char *text);
  const char *reason;
} Rule;

static gboolean
is_id (const char *text)
{
  if (!g_ascii_isalnum (*text))
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && !(*p == '-' && g_ascii_isalnum (p[1])))
      return FALSE;

  return TRUE;
}

static gboolean
is_trimmed (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  return !g_unichar_isspace (g_utf8_get_char (text)) && !g_unichar_isspace (g_utf8_get_char (last));
}

static gboolean
is_spoken (const char *text)
{
  return is_trimmed (text) && strpbrk (text, MARKUP) == NULL;
}

static gboolean
is_greeting (const char *text)
{
  g_autoptr (GString) rest = g_string_new (text);

  g_string_replace (rest, ONSITE_PHRASES_INTERVIEWER, "-", 0);
  g_string_replace (rest, ONSITE_PHRASES_ROUND, "-", 0);

  return is_spoken (rest->str);
}

static gboolean
is_version (const char *text)
{
  return g_regex_match_simple ("^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$", text, 0, 0);
}

static gboolean
is_language (const char *text)
{
  return g_regex_match_simple ("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", text, 0, 0);
}

static const Rule rules[] = {
  [ONSITE_PACK_TEXT_ID] = { 64,
                            is_id,
                            NC_ ("error",
                                 "an id is of letters and digits, joined by single hyphens") },
  [ONSITE_PACK_TEXT_LABEL] = { 32,
                               is_trimmed,
                               NC_ ("error", "a text begins or ends with a space") },
  [ONSITE_PACK_TEXT_NOTE] = { 48, is_trimmed, NC_ ("error", "a text begins or ends with a space") },
  [ONSITE_PACK_TEXT_NAME] = { 80, is_trimmed, NC_ ("error", "a text begins or ends with a space") },
  [ONSITE_PACK_TEXT_SENTENCE] = { 240,
                                  is_trimmed,
                                  NC_ ("error", "a text begins or ends with a space") },
  [ONSITE_PACK_TEXT_PARAGRAPH] = { 600,
                                   is_trimmed,
                                   NC_ ("error", "a text begins or ends with a space") },
  [ONSITE_PACK_TEXT_SPOKEN] = { 600,
                                is_spoken,
                                NC_ (
                                    "error",
                                    "what is spoken has no space at its ends and none of {}*_#`<>[]|~\\ in it") },
  [ONSITE_PACK_TEXT_GREETING] = { 600,
                                  is_greeting,
                                  NC_ (
                                      "error",
                                      "a greeting has no space at its ends, and besides {interviewer} and {round} none of "
                                      "{}*_#`<>[]|~\\ in it") },
  [ONSITE_PACK_TEXT_VERSION] = { 32,
                                 is_version,
                                 NC_ ("error", "a version is three numbers, such as 1.0.0") },
  [ONSITE_PACK_TEXT_LANGUAGE] = { 35,
                                  is_language,
                                  NC_ ("error",
                                       "a language is a BCP 47 tag, such as en or pt-BR") },
};

const char *
onsite_pack_text_get (const OnsiteJsonValue *value, OnsitePackText text, GError **error)
{
  const Rule *rule = rules + text;
  const char *string = onsite_json_value_get_string (value,
                                                     ONSITE_JSON_TEXT_LINE,
                                                     1,
                                                     rule->most,
                                                     error);

  if (string != NULL && !rule->matches (string))
    {
      onsite_json_value_fail (value,
                              error,
                              ONSITE_JSON_ERROR,
                              ONSITE_JSON_ERROR_VALUE,
                              "%s",
                              g_dpgettext2 (GETTEXT_PACKAGE, "error", rule->reason));
      return NULL;
    }

  return string;
}

GStrv
onsite_pack_text_dup_list (const OnsiteJsonValue *value, OnsitePackText text, GError **error)
{
  guint length = onsite_json_value_get_length (value);
  g_auto (GStrv) list = g_new0 (char *, length + 1);

  for (guint i = 0; i < length; i++)
    {
      const OnsiteJsonValue *element = onsite_json_value_get_child (value, i);
      const char *string = onsite_pack_text_get (element, text, error);

      if (string == NULL)
        return NULL;
      if (g_strv_contains ((const char *const *) list, string))
        {
          onsite_json_value_fail (element,
                                  error,
                                  ONSITE_JSON_ERROR,
                                  ONSITE_JSON_ERROR_VALUE,
                                  C_ ("error", "“%s” is in the list twice"),
                                  string);
          return NULL;
        }
      list[i] = g_strdup (string);
    }

  return g_steal_pointer (&list);
}
