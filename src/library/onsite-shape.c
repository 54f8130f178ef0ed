/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-shape.h"

#include <string.h>

void
onsite_shape_free (OnsiteShape *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].name);
  for (guint i = 0; i <= ONSITE_CELL_MAX_FIELDS; i++)
    g_free (self->sql[i]);
  g_free (self->name);
  g_free (self);
}

static OnsiteFieldType
parse_type (const char *name)
{
  if (g_str_equal (name, "INTEGER"))
    return ONSITE_FIELD_INTEGER;
  if (g_str_equal (name, "REAL"))
    return ONSITE_FIELD_REAL;

  return g_str_equal (name, "TEXT") ? ONSITE_FIELD_TEXT : ONSITE_FIELD_BLOB;
}

static void
add_column (OnsiteShape *self, OnsiteStatement *row)
{
  g_autofree char *type = onsite_statement_dup_string (row, 1);
  gboolean is_key = onsite_statement_get_int64 (row, 4) > 0;
  guint i = self->n_columns++;

  self->columns[i].name = onsite_statement_dup_string (row, 0);
  self->columns[i].type = parse_type (type);
  self->columns[i].is_rowid = self->has_rowid && is_key;
  self->columns[i].is_nullable = onsite_statement_get_int64 (row, 2) == 0 && !is_key;
  self->columns[i].has_default = !onsite_statement_is_null (row, 3);
}

/* A row without a rowid holds its key first. */
static gboolean
read_columns (OnsiteShape *self, OnsiteConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      connection,
      "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info (?1)"
      " ORDER BY CASE WHEN ?2 OR pk = 0 THEN 1 ELSE 0 END, CASE WHEN ?2 THEN 0 ELSE pk END, cid",
      g_variant_new ("(sb)", self->name, self->has_rowid),
      error);

  if (row == NULL)
    return FALSE;

  while (self->n_columns < ONSITE_CELL_MAX_FIELDS && onsite_statement_next (row, &failure))
    add_column (self, row);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
may_lack (const OnsiteShape *self, guint column)
{
  return self->columns[column].is_nullable || self->columns[column].has_default;
}

static char *
build_sql (const OnsiteShape *self, guint n_fields)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append_printf (names, i > 0 ? ", \"%s\"" : "\"%s\"", self->columns[i].name);
      g_string_append_printf (values, i > 0 ? ", ?%u" : "?%u", i + 1);
    }

  return g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" (%s) VALUES (%s)",
                          self->name,
                          names->str,
                          values->str);
}

static void
prepare_sql (OnsiteShape *self)
{
  for (guint i = self->n_columns; i > 0; i--)
    {
      self->sql[i] = build_sql (self, i);
      if (!may_lack (self, i - 1))
        return;
    }
}

GPtrArray *
onsite_shape_list (OnsiteConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_shape_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      connection,
      "SELECT schema.name, list.wr, schema.rootpage FROM pragma_table_list AS list"
      " JOIN sqlite_schema AS schema ON schema.name = list.name"
      " WHERE list.schema = 'main' AND schema.type = 'table' AND schema.name NOT LIKE 'sqlite%'",
      NULL,
      error);

  if (row == NULL)
    return NULL;

  while (onsite_statement_next (row, &failure))
    {
      OnsiteShape *shape = g_new0 (OnsiteShape, 1);

      g_ptr_array_add (shapes, shape);
      shape->name = onsite_statement_dup_string (row, 0);
      shape->has_rowid = onsite_statement_get_int64 (row, 1) == 0;
      shape->root = onsite_statement_get_uint (row, 2);
      if (!read_columns (shape, connection, error))
        return NULL;
      prepare_sql (shape);
    }
  if (failure == NULL)
    return g_steal_pointer (&shapes);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* An integer is stored for a real number that has no fraction. */
static gboolean
is_of_type (const OnsiteShape *self, guint column, const OnsiteField *field)
{
  if (self->columns[column].is_rowid)
    return field->type == ONSITE_FIELD_NULL;
  if (field->type == ONSITE_FIELD_NULL)
    return self->columns[column].is_nullable;
  if (!field->is_whole && field->type != ONSITE_FIELD_TEXT)
    return FALSE;

  return field->type == self->columns[column].type ||
         (field->type == ONSITE_FIELD_INTEGER && self->columns[column].type == ONSITE_FIELD_REAL);
}

gboolean
onsite_shape_fits (const OnsiteShape *self, const OnsiteCell *cell)
{
  if (cell->has_rowid != self->has_rowid || cell->n_fields > self->n_columns ||
      self->sql[cell->n_fields] == NULL)
    return FALSE;

  for (guint i = 0; i < cell->n_fields; i++)
    if (!is_of_type (self, i, &cell->fields[i]))
      return FALSE;

  return TRUE;
}

/* Up to what is no text any more. Half of what may be missing altogether, as a
 * snapshot that only a program reads, is worth nothing. */
static GVariant *
wrap_text (const OnsiteShape *self, guint column, const OnsiteField *field, gboolean *is_cut)
{
  const char *end;
  gboolean is_sound = g_utf8_validate_len ((const char *) field->data, field->size, &end) &&
                      field->is_whole;
  g_autofree char *text = g_strndup ((const char *) field->data,
                                     (gsize) (end - (const char *) field->data));

  *is_cut = *is_cut || !is_sound;
  if (!is_sound && self->columns[column].is_nullable)
    return g_variant_new ("ms", NULL);

  return g_variant_new ("ms", text);
}

static GVariant *
wrap (const OnsiteShape *self, guint column, const OnsiteCell *cell, gboolean *is_cut)
{
  const OnsiteField *field = &cell->fields[column];

  if (self->columns[column].is_rowid)
    return g_variant_new_int64 (cell->rowid);

  switch (field->type)
    {
    case ONSITE_FIELD_INTEGER:
      return g_variant_new_int64 (field->integer);
    case ONSITE_FIELD_REAL:
      return g_variant_new_double (field->real);
    case ONSITE_FIELD_TEXT:
      return wrap_text (self, column, field, is_cut);
    case ONSITE_FIELD_BLOB:
      return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, field->data, field->size, 1);
    case ONSITE_FIELD_NULL:
      break;
    }

  return g_variant_new ("ms", NULL);
}

int
onsite_shape_insert (OnsiteShape *self,
                     OnsiteConnection *connection,
                     const OnsiteCell *cell,
                     gboolean *is_cut,
                     GError **error)
{
  GVariant *values[ONSITE_CELL_MAX_FIELDS];
  int n_changed;

  *is_cut = FALSE;
  for (guint i = 0; i < cell->n_fields; i++)
    values[i] = wrap (self, i, cell, is_cut);
  if (!onsite_connection_run (connection,
                              self->sql[cell->n_fields],
                              g_variant_new_tuple (values, cell->n_fields),
                              &n_changed,
                              error))
    return -1;

  return n_changed > 0 ? 1 : 0;
}
