/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clock.h"

#include <time.h>

static gint64
read_ms (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static gint64
system_boot_ms (gpointer data)
{
  return read_ms (CLOCK_BOOTTIME);
}

static gint64
system_awake_ms (gpointer data)
{
  return read_ms (CLOCK_MONOTONIC);
}

static gint64
system_wall_us (gpointer data)
{
  return g_get_real_time ();
}

OnsiteClock
onsite_clock_get_system (void)
{
  return (OnsiteClock){
    .boot_ms = system_boot_ms,
    .awake_ms = system_awake_ms,
    .wall_us = system_wall_us,
  };
}
