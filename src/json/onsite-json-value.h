/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-json-document.h"

G_BEGIN_DECLS

/**
 * OnsiteJsonKind:
 * @ONSITE_JSON_NULL: null
 * @ONSITE_JSON_BOOLEAN: true or false
 * @ONSITE_JSON_INTEGER: a number without a fraction and without an exponent
 * @ONSITE_JSON_DOUBLE: any other number
 * @ONSITE_JSON_STRING: a string
 * @ONSITE_JSON_ARRAY: an array
 * @ONSITE_JSON_OBJECT: an object
 *
 * What a value is.
 */
typedef enum
{
  ONSITE_JSON_NULL,
  ONSITE_JSON_BOOLEAN,
  ONSITE_JSON_INTEGER,
  ONSITE_JSON_DOUBLE,
  ONSITE_JSON_STRING,
  ONSITE_JSON_ARRAY,
  ONSITE_JSON_OBJECT,
} OnsiteJsonKind;

/**
 * OnsiteJsonText:
 * @ONSITE_JSON_TEXT_ANY: whatever JSON allows
 * @ONSITE_JSON_TEXT_LINES: no control characters but line breaks, and none
 *   that turn the direction of what stands around them
 * @ONSITE_JSON_TEXT_LINE: the same without line breaks
 *
 * Which characters a string may hold. What is shown to people, and comes from
 * a file that somebody else may have written, is read as lines: bidirectional
 * overrides and isolates (U+202A–U+202E, U+2066–U+2069) can make a text look
 * like another ("Trojan Source", CVE-2021-42574). The marks that right-to-left
 * text needs (U+061C, U+200E, U+200F) are allowed.
 */
typedef enum
{
  ONSITE_JSON_TEXT_ANY,
  ONSITE_JSON_TEXT_LINES,
  ONSITE_JSON_TEXT_LINE,
} OnsiteJsonText;

/**
 * onsite_json_value_get_kind:
 * @self: a value
 *
 * Returns: what the value is
 */
OnsiteJsonKind onsite_json_value_get_kind (const OnsiteJsonValue *self);

/**
 * onsite_json_value_dup_path:
 * @self: a value
 *
 * Returns: (transfer full): the way from the root to it, such as "$.questions[3].text"
 */
char *onsite_json_value_dup_path (const OnsiteJsonValue *self);

/**
 * onsite_json_value_get_string:
 * @self: a value
 * @text: which characters it may hold
 * @least: the fewest characters; from 1 on a text of spaces alone is refused too
 * @most: the most characters
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: (transfer none): the string in UTF-8, or %NULL
 */
const char *onsite_json_value_get_string (const OnsiteJsonValue *self,
                                          OnsiteJsonText text,
                                          gsize least,
                                          gsize most,
                                          GError **error);

/**
 * onsite_json_value_get_integer:
 * @self: a value
 * @least: the smallest that is allowed
 * @most: the largest that is allowed
 * @result: (out): the number
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: whether the value is an integer in the range
 */
gboolean onsite_json_value_get_integer (const OnsiteJsonValue *self,
                                        gint64 least,
                                        gint64 most,
                                        gint64 *result,
                                        GError **error);

/**
 * onsite_json_value_get_double:
 * @self: a value
 * @least: the smallest that is allowed
 * @most: the largest that is allowed
 * @result: (out): the number
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: whether the value is a number, of whichever spelling, in the range
 */
gboolean onsite_json_value_get_double (const OnsiteJsonValue *self,
                                       double least,
                                       double most,
                                       double *result,
                                       GError **error);

/**
 * onsite_json_value_get_boolean:
 * @self: a value
 * @result: (out): true or false
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: whether the value is true or false
 */
gboolean
onsite_json_value_get_boolean (const OnsiteJsonValue *self, gboolean *result, GError **error);

/**
 * onsite_json_value_get_enum:
 * @self: a value
 * @names: (array zero-terminated=1): what each value of the enumeration is called, from 0 on
 * @result: (out): the position of the value in @names
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: whether the value is one of the names
 */
gboolean onsite_json_value_get_enum (const OnsiteJsonValue *self,
                                     const char *const *names,
                                     int *result,
                                     GError **error);

/**
 * onsite_json_value_check_array:
 * @self: a value
 * @least: the fewest elements
 * @most: the most elements
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: whether the value is an array of as many elements
 */
gboolean onsite_json_value_check_array (const OnsiteJsonValue *self,
                                        guint least,
                                        guint most,
                                        GError **error);

/**
 * onsite_json_value_check_object:
 * @self: a value
 * @error: return location for %ONSITE_JSON_ERROR_VALUE
 *
 * Returns: whether the value is an object
 */
gboolean onsite_json_value_check_object (const OnsiteJsonValue *self, GError **error);

/**
 * onsite_json_value_get_length:
 * @self: a value
 *
 * Returns: how many elements an array or members an object has; 0 for any other
 */
guint onsite_json_value_get_length (const OnsiteJsonValue *self);

/**
 * onsite_json_value_get_child:
 * @self: an array or an object
 * @index: which, less than its length
 *
 * Returns: (transfer none): an array's element, or the value of an object's
 *   member, in the order of the text
 */
const OnsiteJsonValue *onsite_json_value_get_child (const OnsiteJsonValue *self, guint index);

/**
 * onsite_json_value_get_member:
 * @self: a value
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the member's value; %NULL if the value
 *   is no object or has no such member
 */
const OnsiteJsonValue *onsite_json_value_get_member (const OnsiteJsonValue *self, const char *name);

/**
 * onsite_json_value_get_name:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): the name under which an object has it
 *   as a member, or %NULL
 */
const char *onsite_json_value_get_name (const OnsiteJsonValue *self);

/**
 * onsite_json_value_get_index:
 * @self: a value
 *
 * Returns: its position in its array or object, from 0
 */
guint onsite_json_value_get_index (const OnsiteJsonValue *self);

/**
 * onsite_json_value_fail:
 * @self: the value that is wrong
 * @error: return location for the error
 * @domain: its domain
 * @code: its code in @domain
 * @format: what is wrong, for printf()
 * @...: what @format asks for
 *
 * Sets an error that tells file, line and path of the value, so that the
 * rules of a reader are told like those of this room.
 *
 * Returns: %FALSE, to be returned at once
 */
gboolean onsite_json_value_fail (const OnsiteJsonValue *self,
                                 GError **error,
                                 GQuark domain,
                                 int code,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
