/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-salvage.h"

#include "onsite-trees.h"

/* Between two looks at the cancellable: a few milliseconds. */
#define PAGES_PER_LOOK 256

typedef struct
{
  OnsiteSalvage *result;
  OnsitePages *pages;
  OnsiteConnection *connection;
  GPtrArray *shapes;
  OnsiteTrees *trees;
  const OnsiteTree *tree; /* of the page that is read; NULL if nobody knows */
  GError *error;
} Salvage;

/* What an index is of, and what it says of a row that may be lost. */
static gboolean
keep_hint (Salvage *self, guint column, const OnsiteCell *cell)
{
  const OnsiteField *field = &cell->fields[column];
  g_autofree char *text = NULL;
  GVariant *value;

  if (field->type == ONSITE_FIELD_TEXT)
    {
      text = g_strndup ((const char *) field->data, field->size);
      if (!g_utf8_validate (text, -1, NULL))
        return FALSE;
    }
  else if (field->type != ONSITE_FIELD_INTEGER)
    return FALSE;

  value = text != NULL ? g_variant_new_string (text) : g_variant_new_int64 (field->integer);

  return onsite_connection_run (self->connection,
                                "INSERT OR IGNORE INTO temp.hint VALUES (?1, ?2, ?3, ?4)",
                                g_variant_new ("(sxs@*)",
                                               self->tree->table,
                                               cell->fields[cell->n_fields - 1].integer,
                                               self->tree->columns[column],
                                               value),
                                NULL,
                                &self->error);
}

static gboolean
take_entry (Salvage *self, const OnsiteCell *cell)
{
  guint n_columns = g_strv_length (self->tree->columns);

  if (cell->has_rowid || cell->n_fields != n_columns + 1 ||
      cell->fields[n_columns].type != ONSITE_FIELD_INTEGER)
    return FALSE;

  for (guint i = 0; i < n_columns && self->error == NULL; i++)
    keep_hint (self, i, cell);

  return TRUE;
}

static gboolean
has_all_columns (const OnsiteShape *shape, const OnsiteCell *cell)
{
  return shape->n_columns == cell->n_fields;
}

/* The one that its tree is of, or else the one that it looks like: what leads to
 * the page may be what is damaged. */
static OnsiteShape *
find_shape (Salvage *self, const OnsiteCell *cell)
{
  OnsiteShape *found = NULL;

  if (self->tree != NULL && self->tree->shape != NULL &&
      onsite_shape_fits (self->tree->shape, cell))
    return self->tree->shape;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      OnsiteShape *shape = g_ptr_array_index (self->shapes, i);

      if (onsite_shape_fits (shape, cell) && (found == NULL || has_all_columns (shape, cell)))
        found = shape;
    }

  return found;
}

static gboolean
take_row (Salvage *self, const OnsiteCell *cell)
{
  OnsiteShape *shape = find_shape (self, cell);
  gboolean is_cut;
  int n_inserted;

  if (shape == NULL)
    return FALSE;

  n_inserted = onsite_shape_insert (shape, self->connection, cell, &is_cut, &self->error);
  if (n_inserted <= 0)
    return FALSE;

  self->result->n_rows++;
  if (is_cut)
    self->result->n_cut++;

  return TRUE;
}

static gboolean
take_cell (const OnsiteCell *cell, gpointer data)
{
  Salvage *self = data;

  if (self->error != NULL)
    return FALSE;
  if (self->tree != NULL && self->tree->shape == NULL && take_entry (self, cell))
    return TRUE;

  return take_row (self, cell);
}

static void
take_page (Salvage *self, guint32 number, guint8 *page)
{
  int n_failed = -1;

  self->tree = onsite_trees_get (self->trees, number);
  if (onsite_pages_read (self->pages, number, page))
    n_failed = onsite_cell_foreach (self->pages, number, page, take_cell, self);
  if (self->tree != NULL && n_failed != 0)
    self->result->n_damaged++;
}

/* Those first that are where they should be: a page that nothing leads to may
 * hold what was there before. */
static gboolean
take_pages (Salvage *self,
            gboolean known,
            OnsiteProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree guint8 *page = g_malloc (onsite_pages_get_size (self->pages));

  for (guint32 i = 1; i <= self->result->n_pages; i++)
    {
      if (i % PAGES_PER_LOOK == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (known && progress != NULL)
            progress ((double) i / self->result->n_pages, user_data);
        }
      if (onsite_pages_is_map (self->pages, i) ||
          (onsite_trees_get (self->trees, i) != NULL) != known)
        continue;
      take_page (self, i, page);
      if (self->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&self->error));
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
onsite_salvage_run (OnsiteSalvage *result,
                    OnsitePages *pages,
                    OnsiteConnection *connection,
                    GPtrArray *shapes,
                    OnsiteProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (OnsiteTrees) trees = NULL;
  Salvage self = { result, pages, connection, shapes, NULL, NULL, NULL };
  guint32 promised = onsite_pages_get_promised_count (pages);

  *result = (OnsiteSalvage){ .n_pages = onsite_pages_get_count (pages) };
  result->n_missing = promised > result->n_pages ? promised - result->n_pages : 0;
  if (!onsite_connection_execute (connection,
                                  "CREATE TEMP TABLE hint"
                                  " (tbl TEXT, row INTEGER, col TEXT, value,"
                                  " PRIMARY KEY (tbl, row, col)) WITHOUT ROWID",
                                  error))
    return FALSE;
  trees = onsite_trees_new (pages, shapes, connection, error);
  if (trees == NULL)
    return FALSE;
  self.trees = trees;

  return take_pages (&self, TRUE, progress, user_data, cancellable, error) &&
         take_pages (&self, FALSE, progress, user_data, cancellable, error);
}
