/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pages.h"
#include "onsite-shape.h"

G_BEGIN_DECLS

/**
 * OnsiteTree:
 * @name: what the table or the index is called
 * @root: the number of its first page
 * @shape: (nullable): what a row of it looks like; %NULL for an index
 * @table: an index: the table that it's of
 * @columns: an index: those that it's of; behind them comes the row's rowid
 *
 * A table, or an index of one.
 */
typedef struct
{
  char *name;
  guint32 root;
  OnsiteShape *shape;
  char *table;
  GStrv columns;
} OnsiteTree;

/**
 * OnsiteTrees:
 *
 * Which tree each page of a damaged file belongs to, as far as somebody tells:
 * the pages above it, or else the maps.
 */
typedef struct _OnsiteTrees OnsiteTrees;

/**
 * onsite_trees_new:
 * @pages: the pages of a damaged library; have to outlive the trees
 * @shapes: (element-type OnsiteShape): its tables
 * @connection: a new library of the same version, whose trees begin where
 *   those of the other do: each was made by the same migrations
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks who owns which page.
 *
 * Returns: (transfer full) (nullable): what was found
 */
OnsiteTrees *onsite_trees_new (OnsitePages *pages,
                               GPtrArray *shapes,
                               OnsiteConnection *connection,
                               GError **error);

/**
 * onsite_trees_free:
 * @self: (transfer full): the trees of a damaged file
 */
void onsite_trees_free (OnsiteTrees *self);

/**
 * onsite_trees_get:
 * @self: the trees of a damaged file
 * @number: a page's number, up to how many there are
 *
 * Returns: (transfer none) (nullable): the tree that the page belongs to; %NULL if
 *   nobody knows, or if it is the schema's
 */
const OnsiteTree *onsite_trees_get (OnsiteTrees *self, guint32 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteTrees, onsite_trees_free)

G_END_DECLS
