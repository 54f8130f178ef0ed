/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteClock:
 * @boot_ms: milliseconds since boot, suspend included
 * @awake_ms: milliseconds since boot, suspend left out
 * @wall_us: microseconds since 1970 in UTC
 * @data: passed to each
 *
 * Tells the time, so that a test can tell it too. The difference between what
 * @boot_ms and @awake_ms moved by is how long the machine slept.
 */
typedef struct
{
  gint64 (*boot_ms) (gpointer data);
  gint64 (*awake_ms) (gpointer data);
  gint64 (*wall_us) (gpointer data);
  gpointer data;
} OnsiteClock;

/**
 * onsite_clock_get_system:
 *
 * Returns: the machine's own clock: CLOCK_BOOTTIME, CLOCK_MONOTONIC and
 *   CLOCK_REALTIME, see clock_gettime(2)
 */
OnsiteClock onsite_clock_get_system (void);

G_END_DECLS
