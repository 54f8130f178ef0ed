/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"

/* A change to a text: the first place where @find stands, behind @after. */
typedef struct
{
  const char *after;
  const char *find;
  const char *replace;
} TinyEdit;

#define TINY_MOST_EDITS 4

char *tiny_pack_read_text (void);
GBytes *tiny_pack_edit (const TinyEdit *edits);
