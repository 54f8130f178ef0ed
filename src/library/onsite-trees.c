/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-trees.h"

/* No tree of a file is as deep. */
#define MAX_DEPTH 40

#define SCHEMA_NAME   1
#define SCHEMA_ROOT   3
#define SCHEMA_FIELDS 5

struct _OnsiteTrees
{
  OnsitePages *pages;
  GPtrArray *trees; /* (element-type OnsiteTree) */
  guint8 *owners;   /* of each page, its tree's index + 1, or SCHEMA; 0: nobody knows */
  guint32 n_pages;
};

/* The tree that lists the others. */
#define SCHEMA 255

static void
tree_free (OnsiteTree *self)
{
  g_free (self->name);
  g_free (self->table);
  g_strfreev (self->columns);
  g_free (self);
}

static void
add_table (OnsiteTrees *self, OnsiteShape *shape)
{
  OnsiteTree *tree = g_new0 (OnsiteTree, 1);

  tree->name = g_strdup (shape->name);
  tree->root = shape->root;
  tree->shape = shape;
  g_ptr_array_add (self->trees, tree);
}

/* Of tables with rowids only: an index of another names a row by its key. */
static gboolean
add_indexes (OnsiteTrees *self, OnsiteConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      connection,
      "SELECT name, rootpage, tbl_name,"
      " (SELECT group_concat (info.name, ' ') FROM pragma_index_info (item.name) AS info)"
      " FROM sqlite_schema AS item WHERE type = 'index' AND rootpage > 0 AND tbl_name IN"
      " (SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 0)",
      NULL,
      error);

  if (row == NULL)
    return FALSE;

  while (onsite_statement_next (row, &failure))
    {
      OnsiteTree *tree = g_new0 (OnsiteTree, 1);
      g_autofree char *columns = onsite_statement_dup_string (row, 3);

      tree->name = onsite_statement_dup_string (row, 0);
      tree->root = onsite_statement_get_uint (row, 1);
      tree->table = onsite_statement_dup_string (row, 2);
      tree->columns = g_strsplit (columns, " ", -1);
      g_ptr_array_add (self->trees, tree);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static void
own (OnsiteTrees *self, guint32 root, guint8 owner)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *page = g_malloc (onsite_pages_get_size (self->pages));

  g_array_append_val (waiting, root);
  while (waiting->len > 0)
    {
      guint32 number = g_array_index (waiting, guint32, waiting->len - 1);
      g_autoptr (GArray) children = NULL;

      g_array_set_size (waiting, waiting->len - 1);
      if (number == 0 || number > self->n_pages || self->owners[number] != 0 ||
          onsite_pages_is_map (self->pages, number) ||
          !onsite_pages_read (self->pages, number, page))
        continue;

      self->owners[number] = owner;
      children = onsite_cell_list_children (self->pages, number, page);
      g_array_append_vals (waiting, children->data, children->len);
    }
}

/* What the damaged file itself says goes before. */
static gboolean
take_root (const OnsiteCell *cell, gpointer data)
{
  OnsiteTrees *self = data;
  const OnsiteField *name = &cell->fields[SCHEMA_NAME];
  const OnsiteField *root = &cell->fields[SCHEMA_ROOT];

  if (cell->n_fields != SCHEMA_FIELDS || name->type != ONSITE_FIELD_TEXT ||
      root->type != ONSITE_FIELD_INTEGER)
    return FALSE;

  for (guint i = 0; i < self->trees->len; i++)
    {
      OnsiteTree *tree = g_ptr_array_index (self->trees, i);

      if (strlen (tree->name) == name->size && memcmp (tree->name, name->data, name->size) == 0)
        tree->root = (guint32) root->integer;
    }

  return TRUE;
}

static void
read_schema (OnsiteTrees *self)
{
  g_autofree guint8 *page = g_malloc (onsite_pages_get_size (self->pages));

  own (self, 1, SCHEMA);
  for (guint32 i = 1; i <= self->n_pages; i++)
    if (self->owners[i] == SCHEMA && onsite_pages_read (self->pages, i, page))
      onsite_cell_foreach (self->pages, i, page, take_root, self);
}

/* Up along the maps, to a page that is known. */
static guint8
find_owner (OnsiteTrees *self, guint32 number)
{
  for (guint i = 0; i < MAX_DEPTH && number > 0 && number <= self->n_pages; i++)
    {
      if (self->owners[number] != 0)
        return self->owners[number];
      number = onsite_pages_find_parent (self->pages, number);
    }

  return 0;
}

OnsiteTrees *
onsite_trees_new (OnsitePages *pages,
                  GPtrArray *shapes,
                  OnsiteConnection *connection,
                  GError **error)
{
  g_autoptr (OnsiteTrees) self = g_new0 (OnsiteTrees, 1);

  self->pages = pages;
  self->n_pages = onsite_pages_get_count (pages);
  self->owners = g_malloc0 ((gsize) self->n_pages + 1);
  self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) tree_free);
  for (guint i = 0; i < shapes->len; i++)
    add_table (self, g_ptr_array_index (shapes, i));
  if (!add_indexes (self, connection, error))
    return NULL;
  g_assert (self->trees->len < SCHEMA);

  read_schema (self);
  for (guint i = 0; i < self->trees->len; i++)
    own (self, ((OnsiteTree *) self->trees->pdata[i])->root, (guint8) (i + 1));
  for (guint32 i = 1; i <= self->n_pages; i++)
    if (self->owners[i] == 0)
      self->owners[i] = find_owner (self, i);

  return g_steal_pointer (&self);
}

void
onsite_trees_free (OnsiteTrees *self)
{
  g_ptr_array_unref (self->trees);
  g_free (self->owners);
  g_free (self);
}

const OnsiteTree *
onsite_trees_get (OnsiteTrees *self, guint32 number)
{
  guint8 owner = self->owners[number];

  return owner > 0 && owner != SCHEMA ? g_ptr_array_index (self->trees, owner - 1) : NULL;
}
