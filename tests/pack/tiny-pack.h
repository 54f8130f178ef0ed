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

/* An outage, on one line, for the tiny pack has none. */
#define TINY_OUTAGE                                                                         \
  "{\"id\": \"quota\", \"title\": \"A quota of zero\", \"source\": \"A report of 2020.\", " \
  "\"what_happened\": [\"One.\", \"Two.\", \"Three.\", \"Four.\", \"Five.\"], "             \
  "\"root_cause\": \"A default.\", \"blast_radius\": \"Every sign-in.\", "                  \
  "\"control\": \"A limit to each change.\"}"

/* Gives the pack lists besides those it has. */
#define TINY_WITH(lists)                                 \
  {                                                      \
    NULL, "\"questions\": [", lists ", \"questions\": [" \
  }

/* Gives the question “ship” members besides those it has. */
#define TINY_SHIP_WITH(members)                  \
  {                                              \
    "\"ship\"", "\"hint\"", members ", \"hint\"" \
  }

char *tiny_pack_read_text (void);
GBytes *tiny_pack_edit (const TinyEdit *edits);
