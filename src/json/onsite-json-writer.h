/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteJsonWriter:
 *
 * Writes one JSON value, from the outside in:
 *
 * |[<!-- language="C" -->
 *   g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
 *
 *   onsite_json_writer_begin_object (writer);
 *   onsite_json_writer_add_integer (writer, "rounds", 5);
 *   onsite_json_writer_member (writer, "answers");
 *   onsite_json_writer_begin_array (writer);
 *   onsite_json_writer_end_array (writer);
 *   onsite_json_writer_end_object (writer);
 * ]|
 *
 * What it writes, #OnsiteJsonDocument reads.
 */
typedef struct _OnsiteJsonWriter OnsiteJsonWriter;

/**
 * onsite_json_writer_new:
 *
 * Returns: (transfer full): a writer that has written nothing
 */
OnsiteJsonWriter *onsite_json_writer_new (void);

/**
 * onsite_json_writer_free:
 * @self: (transfer full): a writer
 */
void onsite_json_writer_free (OnsiteJsonWriter *self);

/**
 * onsite_json_writer_begin_object:
 * @self: a writer
 *
 * Opens an object. Each value in it comes after onsite_json_writer_member().
 */
void onsite_json_writer_begin_object (OnsiteJsonWriter *self);

/**
 * onsite_json_writer_end_object:
 * @self: a writer
 *
 * Closes the object that was opened last.
 */
void onsite_json_writer_end_object (OnsiteJsonWriter *self);

/**
 * onsite_json_writer_begin_array:
 * @self: a writer
 *
 * Opens an array.
 */
void onsite_json_writer_begin_array (OnsiteJsonWriter *self);

/**
 * onsite_json_writer_end_array:
 * @self: a writer
 *
 * Closes the array that was opened last.
 */
void onsite_json_writer_end_array (OnsiteJsonWriter *self);

/**
 * onsite_json_writer_member:
 * @self: a writer inside an object
 * @name: what the next value is called, in UTF-8, used once in the object
 *
 * Begins a member: the next value is its value.
 */
void onsite_json_writer_member (OnsiteJsonWriter *self, const char *name);

/**
 * onsite_json_writer_string:
 * @self: a writer
 * @value: (nullable): a string; %NULL is written as null
 *
 * Writes a string. What is not UTF-8 in it (in the name of a file, say) is
 * replaced by U+FFFD, since JSON has no way to say it.
 */
void onsite_json_writer_string (OnsiteJsonWriter *self, const char *value);

/**
 * onsite_json_writer_integer:
 * @self: a writer
 * @value: a number
 */
void onsite_json_writer_integer (OnsiteJsonWriter *self, gint64 value);

/**
 * onsite_json_writer_double:
 * @self: a writer
 * @value: a number; JSON has neither infinities nor NaN
 */
void onsite_json_writer_double (OnsiteJsonWriter *self, double value);

/**
 * onsite_json_writer_boolean:
 * @self: a writer
 * @value: true or false
 */
void onsite_json_writer_boolean (OnsiteJsonWriter *self, gboolean value);

/**
 * onsite_json_writer_null:
 * @self: a writer
 */
void onsite_json_writer_null (OnsiteJsonWriter *self);

/**
 * onsite_json_writer_add_string:
 * @self: a writer inside an object
 * @name: what the value is called, as for onsite_json_writer_member()
 * @value: (nullable): its value
 *
 * Writes a member whole.
 */
void onsite_json_writer_add_string (OnsiteJsonWriter *self, const char *name, const char *value);

/**
 * onsite_json_writer_add_integer:
 * @self: a writer inside an object
 * @name: what the value is called
 * @value: its value
 *
 * Writes a member whole.
 */
void onsite_json_writer_add_integer (OnsiteJsonWriter *self, const char *name, gint64 value);

/**
 * onsite_json_writer_add_boolean:
 * @self: a writer inside an object
 * @name: what the value is called
 * @value: its value
 *
 * Writes a member whole.
 */
void onsite_json_writer_add_boolean (OnsiteJsonWriter *self, const char *name, gboolean value);

/**
 * onsite_json_writer_to_string:
 * @self: a writer whose value is whole
 * @pretty: whether to break lines and indent, for people
 *
 * Returns: (transfer full): the text, without a line break at its end
 */
char *onsite_json_writer_to_string (OnsiteJsonWriter *self, gboolean pretty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteJsonWriter, onsite_json_writer_free)

G_END_DECLS
