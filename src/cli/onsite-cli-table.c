/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-table.h"

#include <string.h>

#define SPACING 2

struct _OnsiteCliTable
{
  guint indent;
  char *alignment;
  guint n_columns;
  guint *widths;
  GPtrArray *rows; /* GStrv */
};

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iswide (character))
        width += 2;
      else if (!g_unichar_iszerowidth (character))
        width += 1;
    }

  return width;
}

static void
append_spaces (GString *out, guint n_spaces)
{
  for (guint i = 0; i < n_spaces; i++)
    g_string_append_c (out, ' ');
}

static void
print_row (OnsiteCliTable *self, char **row, GString *out)
{
  gsize begin = out->len;

  append_spaces (out, self->indent);
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint missing = self->widths[i] - measure (row[i]);

      if (i > 0)
        append_spaces (out, SPACING);
      if (self->alignment[i] == 'r')
        append_spaces (out, missing);
      g_string_append (out, row[i]);
      if (self->alignment[i] != 'r')
        append_spaces (out, missing);
    }

  while (out->len > begin && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

OnsiteCliTable *
onsite_cli_table_new (guint indent, const char *alignment)
{
  OnsiteCliTable *self = g_new0 (OnsiteCliTable, 1);

  self->indent = indent;
  self->alignment = g_strdup (alignment);
  self->n_columns = (guint) strlen (alignment);
  self->widths = g_new0 (guint, self->n_columns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

void
onsite_cli_table_free (OnsiteCliTable *self)
{
  g_free (self->alignment);
  g_free (self->widths);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
onsite_cli_table_add (OnsiteCliTable *self, ...)
{
  char **row = g_new0 (char *, self->n_columns + 1);
  va_list cells;

  va_start (cells, self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = g_strdup (va_arg (cells, const char *));
      self->widths[i] = MAX (self->widths[i], measure (row[i]));
    }
  va_end (cells);

  g_ptr_array_add (self->rows, row);
}

void
onsite_cli_table_print (OnsiteCliTable *self, GString *out)
{
  for (guint i = 0; i < self->rows->len; i++)
    print_row (self, g_ptr_array_index (self->rows, i), out);
}
