/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

static GArray *
runs_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

Figure *
figure_new (const char *name, const char *unit)
{
  Figure *self = g_new0 (Figure, 1);

  self->name = name;
  self->unit = unit;
  self->value = runs_new ();
  self->baseline = runs_new ();

  return self;
}

void
figure_free (Figure *self)
{
  g_array_unref (self->value);
  g_array_unref (self->baseline);
  g_free (self);
}

static void
print_runs (const char *key, GArray *runs)
{
  if (runs->len == 0)
    return;

  g_print (", \"%s\": [", key);
  for (guint i = 0; i < runs->len; i++)
    g_print ("%s%.3f", i > 0 ? ", " : "", g_array_index (runs, double, i));
  g_print ("]");
}

void
figure_print (const Figure *self)
{
  g_print ("{\"name\": \"%s\", \"unit\": \"%s\"", self->name, self->unit);
  if (self->renderer != NULL)
    g_print (", \"renderer\": \"%s\"", self->renderer);
  print_runs ("value", self->value);
  print_runs ("baseline", self->baseline);
  if (self->aim_ratio > 0)
    g_print (", \"aim_ratio\": %g}\n", self->aim_ratio);
  else
    g_print (", \"aim\": %g}\n", self->aim);
}
