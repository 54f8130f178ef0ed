/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-json-document.h"

G_BEGIN_DECLS

/* An array or an object that is not closed yet. */
typedef struct
{
  gboolean is_object;
  gboolean in_child; /* what is read belongs to a child, and the path leads to that */
  guint n_children;
  GHashTable *members;
  const char *member;
} OnsiteJsonFrame;

/* Where the scanner is in a text, and what led there. */
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

/* What every part of the scanner goes by. */
gboolean
onsite_json_scanner_fail (OnsiteJsonScanner *self, OnsiteJsonError code, const char *reason);
gboolean onsite_json_scanner_fail_expected (OnsiteJsonScanner *self, const char *reason);
gboolean onsite_json_scanner_stands_at (OnsiteJsonScanner *self, char c);

/* What has no parts: each reads one, from its first byte to behind its last. */
gboolean onsite_json_scanner_word (OnsiteJsonScanner *self, const char *word);
gboolean onsite_json_scanner_number (OnsiteJsonScanner *self);
gboolean onsite_json_scanner_string (OnsiteJsonScanner *self, GString *into);

G_END_DECLS
