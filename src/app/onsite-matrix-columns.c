/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-matrix-columns.h"

struct _OnsiteMatrixColumns
{
  int least_pitch;
  int pitch; /* as it's stretched */
  int least_width;
  GArray *starts; /* (element-type int): of each column */
  GArray *ends;   /* (element-type guint): the column after each round's last */
};

OnsiteMatrixColumns *
onsite_matrix_columns_new (const OnsiteLoop *loop, int pitch, int space)
{
  OnsiteMatrixColumns *self = g_new0 (OnsiteMatrixColumns, 1);
  int x = 0;

  self->least_pitch = pitch;
  self->pitch = pitch;
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      if (x > 0 && round->answers->len > 0)
        x += space;
      for (guint j = 0; j < round->answers->len; j++)
        {
          g_array_append_val (self->starts, x);
          x += pitch;
        }
      g_array_append_val (self->ends, self->starts->len);
    }
  self->least_width = x;

  return self;
}

void
onsite_matrix_columns_free (OnsiteMatrixColumns *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->ends);
  g_free (self);
}

void
onsite_matrix_columns_stretch (OnsiteMatrixColumns *self, int width, int most_pitch)
{
  const int n = (int) self->starts->len;
  const int wider = n > 0 ? (width - self->least_width) / n : 0;
  const int pitch = self->least_pitch + CLAMP (wider, 0, MAX (most_pitch - self->least_pitch, 0));

  for (int i = 0; i < n; i++)
    g_array_index (self->starts, int, i) += i * (pitch - self->pitch);
  self->pitch = pitch;
}

guint
onsite_matrix_columns_get_n (const OnsiteMatrixColumns *self)
{
  return self->starts->len;
}

guint
onsite_matrix_columns_get_n_rounds (const OnsiteMatrixColumns *self)
{
  return self->ends->len;
}

int
onsite_matrix_columns_get_pitch (const OnsiteMatrixColumns *self)
{
  return self->pitch;
}

int
onsite_matrix_columns_get_least_pitch (const OnsiteMatrixColumns *self)
{
  return self->least_pitch;
}

int
onsite_matrix_columns_get_least_width (const OnsiteMatrixColumns *self)
{
  return self->least_width;
}

int
onsite_matrix_columns_get_x (const OnsiteMatrixColumns *self, guint column)
{
  g_return_val_if_fail (column < self->starts->len, 0);

  return g_array_index (self->starts, int, column);
}

gboolean
onsite_matrix_columns_get_round (const OnsiteMatrixColumns *self, guint round, int *from, int *to)
{
  guint first, end;

  g_return_val_if_fail (round < self->ends->len, FALSE);

  first = round > 0 ? g_array_index (self->ends, guint, round - 1) : 0;
  end = g_array_index (self->ends, guint, round);
  if (first == end)
    return FALSE;

  *from = onsite_matrix_columns_get_x (self, first);
  *to = onsite_matrix_columns_get_x (self, end - 1) + self->pitch;

  return TRUE;
}

int
onsite_matrix_columns_find (const OnsiteMatrixColumns *self, int x)
{
  guint low = 0;
  guint high = self->starts->len;

  /* The last column that begins at or before x. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (onsite_matrix_columns_get_x (self, middle) <= x)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == 0 || x >= onsite_matrix_columns_get_x (self, low - 1) + self->pitch)
    return -1;

  return (int) low - 1;
}

/* In pixels; below 0 for what lies beyond. */
static int
get_seen_width (const OnsiteMatrixColumns *self, guint column, int from, int to)
{
  int x = onsite_matrix_columns_get_x (self, column);

  return MIN (x + self->pitch, to) - MAX (x, from);
}

static gboolean
is_out_of_sight (const OnsiteMatrixColumns *self, guint column, int from, int to)
{
  return get_seen_width (self, column, from, to) <= self->pitch / 2;
}

char *
onsite_matrix_columns_name (const OnsiteMatrixColumns *self, guint column, int from, int to)
{
  gboolean begins, ends;

  if (is_out_of_sight (self, column, from, to))
    return g_strdup ("");
  if (get_seen_width (self, column, from, to) < self->pitch)
    return g_strdup ("…");

  begins = column > 0 && is_out_of_sight (self, column - 1, from, to);
  ends = column + 1 < self->starts->len && is_out_of_sight (self, column + 1, from, to);

  return g_strdup_printf ("%s%u%s", begins ? "…" : "", column + 1, ends ? "…" : "");
}
