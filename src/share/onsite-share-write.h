/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/* Each writes one member of an object. */

/**
 * onsite_share_write_text:
 * @writer: a writer, in an object
 * @name: the member's name
 * @value: (nullable): a text
 *
 * Writes a text; nothing at all where it is %NULL or "".
 */
void onsite_share_write_text (OnsiteJsonWriter *writer, const char *name, const char *value);

/**
 * onsite_share_write_nick:
 * @writer: a writer, in an object
 * @name: the member's name
 * @type: an enumeration that is registered
 * @value: a value of it
 *
 * Writes the nick of a value.
 */
void onsite_share_write_nick (OnsiteJsonWriter *writer, const char *name, GType type, int value);

/**
 * onsite_share_write_strings:
 * @writer: a writer, in an object
 * @name: the member's name
 * @values: (array zero-terminated=1): texts
 *
 * Writes an array of texts.
 */
void
onsite_share_write_strings (OnsiteJsonWriter *writer, const char *name, const char *const *values);

/**
 * OnsiteShareWriteItem:
 * @writer: a writer, where a value is expected
 * @item: an item
 *
 * Writes one item of a list as one value.
 */
typedef void (*OnsiteShareWriteItem) (OnsiteJsonWriter *writer, gconstpointer item);

/**
 * onsite_share_write_array:
 * @writer: a writer, in an object
 * @name: the member's name
 * @items: what to write
 * @write: writes each of them, given a pointer to it
 *
 * Writes an array.
 */
void onsite_share_write_array (OnsiteJsonWriter *writer,
                               const char *name,
                               GPtrArray *items,
                               OnsiteShareWriteItem write);

/**
 * onsite_share_write_structs:
 * @writer: a writer, in an object
 * @name: the member's name
 * @items: structs
 * @write: writes each of them, given a pointer into @items
 *
 * Writes an array of structs.
 */
void onsite_share_write_structs (OnsiteJsonWriter *writer,
                                 const char *name,
                                 GArray *items,
                                 OnsiteShareWriteItem write);

G_END_DECLS
