/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-json-value.h"

G_BEGIN_DECLS

/**
 * OnsiteJsonReader:
 * @object: the object that is read
 * @error: (nullable): the first thing that went wrong
 *
 * Reads the members of one object, each by its name, on the stack:
 *
 * |[<!-- language="C" -->
 *   g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
 *
 *   onsite_json_reader_init (&reader, value);
 *   vote->name = onsite_json_reader_dup_string (&reader, "name", ONSITE_JSON_TEXT_LINE, 1, 80);
 *   vote->value = onsite_json_reader_get_integer (&reader, "value", -2, 2);
 *
 *   return onsite_json_reader_finish (&reader, error);
 * ]|
 *
 * The first error stays, and everything that is read after it gives %NULL, 0
 * or %FALSE: only onsite_json_reader_finish() has to be asked. It also refuses
 * an object with members that nobody read.
 */
typedef struct
{
  const OnsiteJsonValue *object;
  GError *error;
  /*< private >*/
  guint8 seen[ONSITE_JSON_MOST_MEMBERS / 8];
} OnsiteJsonReader;

#define ONSITE_JSON_READER_INIT \
  {                             \
    NULL                        \
  }

/**
 * onsite_json_reader_init:
 * @self: a reader with nothing in it
 * @value: what is to be read; any other value than an object is an error
 *
 * Begins to read an object, which has to outlive the reader.
 */
void onsite_json_reader_init (OnsiteJsonReader *self, const OnsiteJsonValue *value);

/**
 * onsite_json_reader_clear:
 * @self: a reader
 *
 * Frees what the reader holds.
 */
void onsite_json_reader_clear (OnsiteJsonReader *self);

/**
 * onsite_json_reader_finish:
 * @self: a reader
 * @error: return location for the first error
 *
 * Ends reading: tells whether all went well and no member was left unread.
 *
 * Returns: %FALSE if there is an error
 */
gboolean onsite_json_reader_finish (OnsiteJsonReader *self, GError **error);

/**
 * onsite_json_reader_has:
 * @self: a reader
 * @name: the name of a member
 *
 * Returns: whether the object has the member, for those that may be left out
 */
gboolean onsite_json_reader_has (OnsiteJsonReader *self, const char *name);

/**
 * onsite_json_reader_get_member:
 * @self: a reader
 * @name: the name of a member, which must be there
 *
 * Returns: (transfer none) (nullable): its value, whatever it is; %NULL after an error
 */
const OnsiteJsonValue *onsite_json_reader_get_member (OnsiteJsonReader *self, const char *name);

/**
 * onsite_json_reader_get_array:
 * @self: a reader
 * @name: the name of a member, which must be there
 * @least: the fewest elements
 * @most: the most elements
 *
 * Returns: (transfer none) (nullable): the array; %NULL after an error
 */
const OnsiteJsonValue *
onsite_json_reader_get_array (OnsiteJsonReader *self, const char *name, guint least, guint most);

/**
 * onsite_json_reader_dup_string:
 * @self: a reader
 * @name: the name of a member, which must be there
 * @text: which characters it may hold
 * @least: the fewest characters
 * @most: the most characters
 *
 * See onsite_json_value_get_string().
 *
 * Returns: (transfer full) (nullable): the string; %NULL after an error
 */
char *onsite_json_reader_dup_string (OnsiteJsonReader *self,
                                     const char *name,
                                     OnsiteJsonText text,
                                     gsize least,
                                     gsize most);

/**
 * onsite_json_reader_get_integer:
 * @self: a reader
 * @name: the name of a member, which must be there
 * @least: the smallest that is allowed
 * @most: the largest that is allowed
 *
 * Returns: the number; 0 after an error
 */
gint64 onsite_json_reader_get_integer (OnsiteJsonReader *self,
                                       const char *name,
                                       gint64 least,
                                       gint64 most);

/**
 * onsite_json_reader_get_double:
 * @self: a reader
 * @name: the name of a member, which must be there
 * @least: the smallest that is allowed
 * @most: the largest that is allowed
 *
 * Returns: the number; 0 after an error
 */
double
onsite_json_reader_get_double (OnsiteJsonReader *self, const char *name, double least, double most);

/**
 * onsite_json_reader_get_boolean:
 * @self: a reader
 * @name: the name of a member, which must be there
 *
 * Returns: true or false; %FALSE after an error
 */
gboolean onsite_json_reader_get_boolean (OnsiteJsonReader *self, const char *name);

/**
 * onsite_json_reader_get_enum:
 * @self: a reader
 * @name: the name of a member, which must be there
 * @names: (array zero-terminated=1): what each value of the enumeration is called, from 0 on
 *
 * Returns: the position of the value in @names; 0 after an error
 */
int
onsite_json_reader_get_enum (OnsiteJsonReader *self, const char *name, const char *const *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OnsiteJsonReader, onsite_json_reader_clear)

G_END_DECLS
