/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-json-value.h"

G_BEGIN_DECLS

/* Values lie in one block that their document owns; the children of one lie
 * side by side. */
struct _OnsiteJsonValue
{
  const char *document_name;
  const OnsiteJsonValue *parent;
  const char *name;
  guint index;
  guint line;
  OnsiteJsonKind kind;
  guint n_children;
  union
  {
    gboolean boolean;
    gint64 integer;
    double number;
    const char *string;
    const OnsiteJsonValue *children;
  };
};

G_END_DECLS
