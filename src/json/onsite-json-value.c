/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-value-private.h"

#include "onsite-json-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_path (const OnsiteJsonValue *self, GString *path)
{
  if (self->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }

  append_path (self->parent, path);
  if (self->name != NULL)
    onsite_json_path_append_member (path, self->name);
  else
    onsite_json_path_append_element (path, self->index);
}

static gboolean
check_kind (const OnsiteJsonValue *self, OnsiteJsonKind kind, const char *reason, GError **error)
{
  if (self->kind == kind)
    return TRUE;

  return onsite_json_value_fail (self,
                                 error,
                                 ONSITE_JSON_ERROR,
                                 ONSITE_JSON_ERROR_VALUE,
                                 "%s",
                                 reason);
}

static gboolean
is_direction_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
check_characters (const OnsiteJsonValue *self, OnsiteJsonText text, GError **error)
{
  for (const char *p = self->string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && text == ONSITE_JSON_TEXT_LINES)
        continue;
      if (g_unichar_iscntrl (c) || is_direction_control (c))
        return onsite_json_value_fail (self,
                                       error,
                                       ONSITE_JSON_ERROR,
                                       ONSITE_JSON_ERROR_VALUE,
                                       C_ ("error", "the text holds U+%04X, which it may not"),
                                       c);
    }

  return TRUE;
}

static gboolean
is_blank (const char *string)
{
  while (g_unichar_isspace (g_utf8_get_char (string)))
    string = g_utf8_next_char (string);

  return *string == '\0';
}

static gboolean
check_string_length (const OnsiteJsonValue *self, gsize least, gsize most, GError **error)
{
  gsize length = (gsize) g_utf8_strlen (self->string, -1);

  if (least > 0 && is_blank (self->string))
    return onsite_json_value_fail (self,
                                   error,
                                   ONSITE_JSON_ERROR,
                                   ONSITE_JSON_ERROR_VALUE,
                                   C_ ("error", "the text is empty"));
  if (length < least || length > most)
    return onsite_json_value_fail (
        self,
        error,
        ONSITE_JSON_ERROR,
        ONSITE_JSON_ERROR_VALUE,
        C_ ("error", "the text has %zu characters, and %zu to %zu are allowed"),
        length,
        least,
        most);

  return TRUE;
}

OnsiteJsonKind
onsite_json_value_get_kind (const OnsiteJsonValue *self)
{
  return self->kind;
}

char *
onsite_json_value_dup_path (const OnsiteJsonValue *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);

  return g_string_free (path, FALSE);
}

const char *
onsite_json_value_get_string (const OnsiteJsonValue *self,
                              OnsiteJsonText text,
                              gsize least,
                              gsize most,
                              GError **error)
{
  if (!check_kind (self, ONSITE_JSON_STRING, C_ ("error", "a string is expected here"), error) ||
      !check_string_length (self, least, most, error))
    return NULL;
  if (text != ONSITE_JSON_TEXT_ANY && !check_characters (self, text, error))
    return NULL;

  return self->string;
}

gboolean
onsite_json_value_get_integer (const OnsiteJsonValue *self,
                               gint64 least,
                               gint64 most,
                               gint64 *result,
                               GError **error)
{
  if (!check_kind (self,
                   ONSITE_JSON_INTEGER,
                   C_ ("error", "a whole number is expected here"),
                   error))
    return FALSE;
  if (self->integer < least || self->integer > most)
    return onsite_json_value_fail (self,
                                   error,
                                   ONSITE_JSON_ERROR,
                                   ONSITE_JSON_ERROR_VALUE,
                                   C_ ("error", "%lld is not between %lld and %lld"),
                                   (long long) self->integer,
                                   (long long) least,
                                   (long long) most);

  *result = self->integer;

  return TRUE;
}

gboolean
onsite_json_value_get_double (const OnsiteJsonValue *self,
                              double least,
                              double most,
                              double *result,
                              GError **error)
{
  double number = self->kind == ONSITE_JSON_INTEGER ? (double) self->integer : self->number;

  if (self->kind != ONSITE_JSON_INTEGER &&
      !check_kind (self, ONSITE_JSON_DOUBLE, C_ ("error", "a number is expected here"), error))
    return FALSE;
  if (number < least || number > most)
    return onsite_json_value_fail (self,
                                   error,
                                   ONSITE_JSON_ERROR,
                                   ONSITE_JSON_ERROR_VALUE,
                                   C_ ("error", "%g is not between %g and %g"),
                                   number,
                                   least,
                                   most);

  *result = number;

  return TRUE;
}

gboolean
onsite_json_value_get_boolean (const OnsiteJsonValue *self, gboolean *result, GError **error)
{
  if (!check_kind (self,
                   ONSITE_JSON_BOOLEAN,
                   C_ ("error", "true or false is expected here"),
                   error))
    return FALSE;

  *result = self->boolean;

  return TRUE;
}

gboolean
onsite_json_value_get_enum (const OnsiteJsonValue *self,
                            const char *const *names,
                            int *result,
                            GError **error)
{
  g_autofree char *all = NULL;

  for (int i = 0; self->kind == ONSITE_JSON_STRING && names[i] != NULL; i++)
    if (strcmp (names[i], self->string) == 0)
      {
        *result = i;
        return TRUE;
      }

  /* Translators: between the quoted names of a list, its outer quotes not included. */
  all = g_strjoinv (C_ ("error", "”, “"), (char **) names);

  return onsite_json_value_fail (self,
                                 error,
                                 ONSITE_JSON_ERROR,
                                 ONSITE_JSON_ERROR_VALUE,
                                 C_ ("error", "one of “%s” is expected here"),
                                 all);
}

gboolean
onsite_json_value_check_array (const OnsiteJsonValue *self, guint least, guint most, GError **error)
{
  if (!check_kind (self, ONSITE_JSON_ARRAY, C_ ("error", "an array is expected here"), error))
    return FALSE;
  if (self->n_children < least || self->n_children > most)
    return onsite_json_value_fail (
        self,
        error,
        ONSITE_JSON_ERROR,
        ONSITE_JSON_ERROR_VALUE,
        C_ ("error", "the array has %u elements, and %u to %u are allowed"),
        self->n_children,
        least,
        most);

  return TRUE;
}

gboolean
onsite_json_value_check_object (const OnsiteJsonValue *self, GError **error)
{
  return check_kind (self, ONSITE_JSON_OBJECT, C_ ("error", "an object is expected here"), error);
}

guint
onsite_json_value_get_length (const OnsiteJsonValue *self)
{
  return self->n_children;
}

const OnsiteJsonValue *
onsite_json_value_get_child (const OnsiteJsonValue *self, guint index)
{
  g_return_val_if_fail (index < self->n_children, NULL);

  return self->children + index;
}

const OnsiteJsonValue *
onsite_json_value_get_member (const OnsiteJsonValue *self, const char *name)
{
  if (self->kind != ONSITE_JSON_OBJECT)
    return NULL;

  for (guint i = 0; i < self->n_children; i++)
    if (strcmp (self->children[i].name, name) == 0)
      return self->children + i;

  return NULL;
}

const char *
onsite_json_value_get_name (const OnsiteJsonValue *self)
{
  return self->name;
}

guint
onsite_json_value_get_index (const OnsiteJsonValue *self)
{
  return self->index;
}

gboolean
onsite_json_value_fail (const OnsiteJsonValue *self,
                        GError **error,
                        GQuark domain,
                        int code,
                        const char *format,
                        ...)
{
  g_autofree char *path = onsite_json_value_dup_path (self);
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, domain, code, "%s:%u: %s: %s", self->document_name, self->line, path, reason);

  return FALSE;
}
