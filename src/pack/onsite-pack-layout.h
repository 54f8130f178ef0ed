/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack-text.h"
#include "onsite-pack.h"
#include "json/onsite-json-reader.h"

G_BEGIN_DECLS

/**
 * OnsitePackList:
 * @ONSITE_PACK_NOTHING: no list: what refers to none
 * @ONSITE_PACK_PRINCIPLES: of #OnsitePrinciple
 * @ONSITE_PACK_CHECKLIST: of #OnsiteChecklistItem
 * @ONSITE_PACK_CATEGORIES: of #OnsiteCategory
 * @ONSITE_PACK_LEVELS: of #OnsiteLevel
 * @ONSITE_PACK_DIMENSIONS: of #OnsiteDimension
 * @ONSITE_PACK_VOTES: of #OnsiteVote
 * @ONSITE_PACK_ROUND_KINDS: of #OnsiteRoundKind
 * @ONSITE_PACK_OUTAGES: of #OnsiteOutage
 * @ONSITE_PACK_EXHIBITS: of #OnsiteExhibit
 * @ONSITE_PACK_QUESTIONS: of #OnsiteQuestion
 * @ONSITE_PACK_N_LISTS: how many there are
 *
 * The lists of a pack, by what is in them.
 */
typedef enum
{
  ONSITE_PACK_NOTHING,
  ONSITE_PACK_PRINCIPLES,
  ONSITE_PACK_CHECKLIST,
  ONSITE_PACK_CATEGORIES,
  ONSITE_PACK_LEVELS,
  ONSITE_PACK_DIMENSIONS,
  ONSITE_PACK_VOTES,
  ONSITE_PACK_ROUND_KINDS,
  ONSITE_PACK_OUTAGES,
  ONSITE_PACK_EXHIBITS,
  ONSITE_PACK_QUESTIONS,
  ONSITE_PACK_N_LISTS,
} OnsitePackList;

/**
 * OnsitePackField:
 * @member: what the JSON calls it; %NULL ends a table
 * @offset: where its string, or its #GStrv, is in the struct
 * @text: what each text in it has to be like
 * @most: for a list of texts: the most; 0 for a single text
 * @least: for a list of texts: the fewest
 * @refers_to: the list that its ids are of
 * @optional: whether it may be left out, and is %NULL then
 *
 * A field of texts: it is read, its references are checked, and it is freed by
 * this one description.
 */
typedef struct
{
  const char *member;
  gsize offset;
  OnsitePackText text;
  guint least;
  guint most;
  OnsitePackList refers_to;
  gboolean optional;
} OnsitePackField;

/* The first two of a field that the JSON calls as the struct does. */
#define ONSITE_PACK_AT(type, field) #field, G_STRUCT_OFFSET(type, field)

/**
 * OnsitePackLayout:
 * @member: what the JSON calls the list
 * @size: the size of the struct of a part
 * @least: the fewest parts in the list; with 0, the list may be left out
 * @most: the most parts in the list
 * @fields: the fields of texts
 * @clear_rest: (nullable): frees what else a part owns
 *
 * What the parts of a list are like. Each struct begins with its id.
 */
typedef struct
{
  const char *member;
  gsize size;
  guint least;
  guint most;
  const OnsitePackField *fields;
  GDestroyNotify clear_rest;
} OnsitePackLayout;

extern const OnsitePackField onsite_pack_fields[];
extern const OnsitePackField onsite_pack_phrases_fields[];
extern const OnsitePackField onsite_pack_anchors_fields[];
extern const OnsitePackField onsite_pack_scores_fields[];

/**
 * onsite_pack_layout:
 * @list: a list
 *
 * Returns: (transfer none): what its parts are like
 */
const OnsitePackLayout *onsite_pack_layout (OnsitePackList list);

/**
 * onsite_pack_fields_read:
 * @reader: a reader of the object that has them
 * @fields: what they are like
 * @part: the struct, all zero where they go
 *
 * Reads the texts of a part. What goes wrong is the reader's to tell.
 */
void
onsite_pack_fields_read (OnsiteJsonReader *reader, const OnsitePackField *fields, gpointer part);

/**
 * onsite_pack_fields_clear:
 * @fields: a table of fields
 * @part: the struct that they are in
 *
 * Frees the texts of a struct.
 */
void onsite_pack_fields_clear (const OnsitePackField *fields, gpointer part);

/**
 * onsite_pack_part_free:
 * @list: the list that it's of
 * @part: (transfer full): a part
 *
 * Frees a part and what it owns.
 */
void onsite_pack_part_free (OnsitePackList list, gpointer part);

/**
 * onsite_anchors_free:
 * @self: (transfer full): a dimension's anchors at one level
 *
 * Frees a dimension's anchors.
 */
void onsite_anchors_free (OnsiteAnchors *self);

G_END_DECLS
