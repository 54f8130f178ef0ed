/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ONSITE_JSON_MOST_DEPTH:
 *
 * How deep arrays and objects may nest whatever the limits say: json-glib
 * recurses, and 200,000 brackets are known to exhaust its stack.
 */
#define ONSITE_JSON_MOST_DEPTH 256

/**
 * ONSITE_JSON_MOST_MEMBERS:
 *
 * How many members an object may have. Names can be chosen so that all fall
 * into one place of a hash table; this keeps what that costs proportional to
 * the size of the text.
 */
#define ONSITE_JSON_MOST_MEMBERS 1024

/**
 * ONSITE_JSON_MOST_MEMBER_BYTES:
 *
 * How long the name of a member may be, in bytes, unescaped.
 */
#define ONSITE_JSON_MOST_MEMBER_BYTES 128

/**
 * OnsiteJsonLimits:
 * @max_bytes: the largest text that is looked at, in bytes
 * @max_depth: how deep arrays and objects may nest, at most %ONSITE_JSON_MOST_DEPTH
 * @max_values: how many values the text may hold in all
 *
 * What a text may cost before json-glib sees a byte of it.
 */
typedef struct
{
  gsize max_bytes;
  guint max_depth;
  guint max_values;
} OnsiteJsonLimits;

/**
 * OnsiteJsonError:
 * @ONSITE_JSON_ERROR_SYNTAX: the text is no RFC 8259 JSON
 * @ONSITE_JSON_ERROR_LIMIT: the text is larger or deeper than allowed
 * @ONSITE_JSON_ERROR_VALUE: a value is missing, of the wrong type, or out of its range
 *
 * Each message reads "file:line: $.path: what is wrong", with lines counted
 * from 1.
 */
typedef enum
{
  ONSITE_JSON_ERROR_SYNTAX,
  ONSITE_JSON_ERROR_LIMIT,
  ONSITE_JSON_ERROR_VALUE,
} OnsiteJsonError;

#define ONSITE_JSON_ERROR (onsite_json_error_quark ())

/**
 * onsite_json_error_quark:
 *
 * Returns: the domain of #OnsiteJsonError
 */
GQuark onsite_json_error_quark (void);

/**
 * OnsiteJsonDocument:
 *
 * A text that has been checked whole and parsed. Reference counted and
 * immutable, so that threads may share it.
 *
 * What is checked is RFC 8259 and, where that leaves room, the stricter side:
 * one value and nothing behind it; UTF-8 without a byte order mark; no
 * comments and no trailing commas; no member twice in an object; integers
 * that fit a #gint64 and other numbers that are finite; no "\u0000" and no
 * half of a surrogate pair.
 */
typedef struct _OnsiteJsonDocument OnsiteJsonDocument;

/**
 * OnsiteJsonValue:
 *
 * One value inside a document, with the path that leads to it. Owned by the
 * document: valid for as long as a reference to the document is held.
 */
typedef struct _OnsiteJsonValue OnsiteJsonValue;

/**
 * onsite_json_document_new_from_bytes:
 * @bytes: the text
 * @name: what it is called in messages, mostly a file's name
 * @limits: what it may cost
 * @error: return location for an #OnsiteJsonError
 *
 * Checks and parses a text.
 *
 * Returns: (transfer full): the document, or %NULL
 */
OnsiteJsonDocument *onsite_json_document_new_from_bytes (GBytes *bytes,
                                                         const char *name,
                                                         const OnsiteJsonLimits *limits,
                                                         GError **error);

/**
 * onsite_json_document_load:
 * @file: the file to read
 * @limits: what it may cost
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError or an #OnsiteJsonError
 *
 * Reads, checks and parses a file. No more of it is read than @limits allow,
 * so that an endless one ends too. Blocks: call it where waiting is allowed.
 *
 * Returns: (transfer full): the document, or %NULL
 */
OnsiteJsonDocument *onsite_json_document_load (GFile *file,
                                               const OnsiteJsonLimits *limits,
                                               GCancellable *cancellable,
                                               GError **error);

/**
 * onsite_json_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
OnsiteJsonDocument *onsite_json_document_ref (OnsiteJsonDocument *self);

/**
 * onsite_json_document_unref:
 * @self: (transfer full): a document
 *
 * Gives a reference back; with the last, the document and its values go.
 */
void onsite_json_document_unref (OnsiteJsonDocument *self);

/**
 * onsite_json_document_get_bytes:
 * @self: a document
 *
 * Returns: (transfer none): the text as it was read
 */
GBytes *onsite_json_document_get_bytes (OnsiteJsonDocument *self);

/**
 * onsite_json_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): the one value that the text holds
 */
const OnsiteJsonValue *onsite_json_document_get_root (OnsiteJsonDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteJsonDocument, onsite_json_document_unref)

G_END_DECLS
