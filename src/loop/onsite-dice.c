/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-dice.h"

void
onsite_dice_init (OnsiteDice *self, guint64 seed)
{
  self->state = seed;
}

guint64
onsite_dice_next (OnsiteDice *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

guint
onsite_dice_roll (OnsiteDice *self, guint n_sides)
{
  guint64 limit;
  guint64 number;

  g_return_val_if_fail (n_sides > 0, 0);

  /* What is left over at the top would make low numbers likelier. */
  limit = G_MAXUINT64 - G_MAXUINT64 % n_sides;
  do
    number = onsite_dice_next (self);
  while (number >= limit);

  return (guint) (number % n_sides);
}

/* Fisher and Yates, from the inside out. */
guint *
onsite_dice_shuffle (OnsiteDice *self, guint n)
{
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      guint j = onsite_dice_roll (self, i + 1);

      order[i] = order[j];
      order[j] = i;
    }

  return order;
}
