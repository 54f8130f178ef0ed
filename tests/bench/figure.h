/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Figure:
 * @name: what is measured
 * @unit: in what
 * @aim: the most that the value may be, or 0
 * @aim_ratio: the most that the value may be of the baseline, or 0
 * @renderer: (nullable): what drew
 * @value: (element-type double): the runs
 * @baseline: (element-type double): those of what it's compared with; may be empty
 *
 * What tests/bench/run reads, which judges it.
 */
typedef struct
{
  const char *name;
  const char *unit;
  double aim;
  double aim_ratio;
  const char *renderer;
  GArray *value;
  GArray *baseline;
} Figure;

Figure *figure_new (const char *name, const char *unit);
void figure_free (Figure *self);
void figure_print (const Figure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Figure, figure_free)

G_END_DECLS
