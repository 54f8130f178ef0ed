/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/* A member of an object at a time. */


/** Nothing where @value is %NULL or "". */
void onsite_share_write_text (OnsiteJsonWriter *writer, const char *name, const char *value);

/** The nick of @value in the enumeration @type. */
void onsite_share_write_nick (OnsiteJsonWriter *writer, const char *name, GType type, int value);

void
onsite_share_write_strings (OnsiteJsonWriter *writer, const char *name, const char *const *values);

typedef void (*OnsiteShareWriteItem) (OnsiteJsonWriter *writer, gconstpointer item);

void onsite_share_write_array (OnsiteJsonWriter *writer,
                               const char *name,
                               GPtrArray *items,
                               OnsiteShareWriteItem write);

/** Of an array of structs: @write is given a pointer into it. */
void onsite_share_write_structs (OnsiteJsonWriter *writer,
                                 const char *name,
                                 GArray *items,
                                 OnsiteShareWriteItem write);

G_END_DECLS
