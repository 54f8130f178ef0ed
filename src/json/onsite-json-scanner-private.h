/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-json-document.h"

G_BEGIN_DECLS

/**
 * OnsiteJsonFrame:
 * @is_object: whether it is an object
 * @in_child: whether what is read belongs to a child, and the path leads to that
 * @n_children: how many children were begun
 * @members: (element-type utf8 utf8): an object: the names that were read; owned
 * @member: (nullable): an object: the name of the child that is read; owned by @members
 *
 * An array or an object that is not closed yet.
 */
typedef struct
{
  gboolean is_object;
  gboolean in_child; /* what is read belongs to a child, and the path leads to that */
  guint n_children;
  GHashTable *members;
  const char *member;
} OnsiteJsonFrame;

/**
 * OnsiteJsonScanner:
 * @p: the next byte
 * @end: behind the last byte
 * @name: what the text is called in errors
 * @line: the line of @p, from 1
 * @limits: what the text may cost
 * @frames: (element-type OnsiteJsonFrame): what is open, outermost first
 * @lines: (element-type guint): the line of each value that was begun
 * @error: return location for the first error
 *
 * Where the scanner is in a text, and what led there. Owns nothing.
 */
typedef struct
{
  const char *p;
  const char *end;
  const char *name;
  guint line;
  const OnsiteJsonLimits *limits;
  GArray *frames;
  GArray *lines;
  GError **error;
} OnsiteJsonScanner;

/**
 * onsite_json_scanner_fail:
 * @self: a scanner
 * @code: what kind of error
 * @reason: what is wrong, in words for a person
 *
 * Sets an error that tells name, line and path of where the scanner is.
 *
 * Returns: %FALSE, to be returned at once
 */
gboolean
onsite_json_scanner_fail (OnsiteJsonScanner *self, OnsiteJsonError code, const char *reason);

/**
 * onsite_json_scanner_fail_expected:
 * @self: a scanner
 * @reason: what is missing here, in words for a person
 *
 * Sets %ONSITE_JSON_ERROR_SYNTAX for something that stands where it may not. Where it
 * is the end of the text or a comment, that is said in place of @reason: people write
 * those most often.
 *
 * Returns: %FALSE, to be returned at once
 */
gboolean onsite_json_scanner_fail_expected (OnsiteJsonScanner *self, const char *reason);

/**
 * onsite_json_scanner_stands_at:
 * @self: a scanner
 * @c: an ASCII character
 *
 * Returns: whether the next byte is @c; %FALSE at the end
 */
gboolean onsite_json_scanner_stands_at (OnsiteJsonScanner *self, char c);

/**
 * onsite_json_scanner_word:
 * @self: a scanner
 * @word: what has to stand here: true, false or null
 *
 * Reads @word, from its first byte to behind its last.
 *
 * Returns: whether it stands here; else the error is set
 */
gboolean onsite_json_scanner_word (OnsiteJsonScanner *self, const char *word);

/**
 * onsite_json_scanner_number:
 * @self: a scanner
 *
 * Reads a number, from its first byte to behind its last. It has to be one that a
 * gint64 or a double holds.
 *
 * Returns: whether it is one; else the error is set
 */
gboolean onsite_json_scanner_number (OnsiteJsonScanner *self);

/**
 * onsite_json_scanner_string:
 * @self: a scanner
 * @into: (nullable): what the string means is appended to it
 *
 * Reads a string, from its first quotation mark, at which the scanner stands, to behind
 * its last.
 *
 * Returns: whether it is one; else the error is set
 */
gboolean onsite_json_scanner_string (OnsiteJsonScanner *self, GString *into);

G_END_DECLS
