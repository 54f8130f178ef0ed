/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsiteJsonLimits:
 * @max_bytes: the largest text that is looked at, in bytes
 * @max_depth: how deep arrays and objects may nest
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
 * Each message reads "file:line: $.path: what is wrong".
 */
typedef enum
{
  ONSITE_JSON_ERROR_SYNTAX,
  ONSITE_JSON_ERROR_LIMIT,
  ONSITE_JSON_ERROR_VALUE,
} OnsiteJsonError;

#define ONSITE_JSON_ERROR (onsite_json_error_quark ())
GQuark onsite_json_error_quark (void);

/**
 * OnsiteJsonDocument:
 *
 * A text that has been checked whole and parsed. Reference counted and immutable.
 */
typedef struct _OnsiteJsonDocument OnsiteJsonDocument;

/**
 * OnsiteJsonValue:
 *
 * One value inside a document, with the path that leads to it. Owned by the
 * document: valid for as long as a reference to the document is held.
 */
typedef struct _OnsiteJsonValue OnsiteJsonValue;

OnsiteJsonDocument *onsite_json_document_new_from_bytes (GBytes *bytes,
                                                         const char *name,
                                                         const OnsiteJsonLimits *limits,
                                                         GError **error);
OnsiteJsonDocument *onsite_json_document_load (GFile *file,
                                               const OnsiteJsonLimits *limits,
                                               GCancellable *cancellable,
                                               GError **error);
OnsiteJsonDocument *onsite_json_document_ref (OnsiteJsonDocument *self);
void onsite_json_document_unref (OnsiteJsonDocument *self);
GBytes *onsite_json_document_get_bytes (OnsiteJsonDocument *self);
const OnsiteJsonValue *onsite_json_document_get_root (OnsiteJsonDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteJsonDocument, onsite_json_document_unref)

G_END_DECLS
