/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteDice:
 *
 * A sequence of numbers that follows from its seed alone, on every machine and
 * with every version of GLib (GRand takes 32 bits, and the environment variable
 * G_RANDOM_VERSION changes what it gives): SplitMix64, after Guy L. Steele Jr.,
 * Doug Lea, Christine H. Flood, "Fast Splittable Pseudorandom Number
 * Generators", OOPSLA 2014, with the constants of Sebastiano Vigna's
 * splitmix64.c. A plain value, to be copied freely.
 */
typedef struct
{
  guint64 state;
} OnsiteDice;

/**
 * onsite_dice_init:
 * @self: dice
 * @seed: any number
 */
void onsite_dice_init (OnsiteDice *self, guint64 seed);

/**
 * onsite_dice_next:
 * @self: dice
 *
 * Returns: the next number of the sequence
 */
guint64 onsite_dice_next (OnsiteDice *self);

/**
 * onsite_dice_roll:
 * @self: dice
 * @n_sides: at least 1
 *
 * Returns: a number from 0 to @n_sides - 1, each as likely as the other
 */
guint onsite_dice_roll (OnsiteDice *self, guint n_sides);

/**
 * onsite_dice_shuffle:
 * @self: dice
 * @n: how many
 *
 * Returns: (transfer full) (array length=n): the numbers from 0 to @n - 1 in
 *   some order, each as likely as the other
 */
guint *onsite_dice_shuffle (OnsiteDice *self, guint n);

G_END_DECLS
