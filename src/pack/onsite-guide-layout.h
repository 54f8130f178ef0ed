/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-guide.h"
#include "onsite-pack-layout.h"

G_BEGIN_DECLS

/**
 * OnsiteGuideLayout:
 * @type: what the JSON calls the kind
 * @own: the fields of the block itself
 * @member: (nullable): what the JSON calls the list of its parts
 * @size: the size of the struct of a part
 * @most: the most parts in the list
 * @fields: the fields of a part
 * @clear_rest: (nullable): frees what else a part owns
 *
 * What the blocks of a kind are like.
 */
typedef struct
{
  const char *type;
  const OnsitePackField *own;
  const char *member;
  gsize size;
  guint most;
  const OnsitePackField *fields;
  GDestroyNotify clear_rest;
} OnsiteGuideLayout;

extern const OnsitePackField onsite_guide_section_fields[];

/**
 * onsite_guide_layout:
 * @kind: a kind of block
 *
 * Returns: (transfer none): what its blocks are like
 */
const OnsiteGuideLayout *onsite_guide_layout (OnsiteGuideKind kind);

/**
 * onsite_guide_block_free:
 * @self: (transfer full): a block
 *
 * Frees a block and its parts.
 */
void onsite_guide_block_free (OnsiteGuideBlock *self);

/**
 * onsite_guide_part_free:
 * @kind: the kind of block that it's of
 * @part: (transfer full): a part
 *
 * Frees a part and what it owns.
 */
void onsite_guide_part_free (OnsiteGuideKind kind, gpointer part);

/**
 * onsite_guide_section_free:
 * @self: (transfer full): a section
 *
 * Frees a section and its blocks.
 */
void onsite_guide_section_free (OnsiteGuideSection *self);

G_END_DECLS
