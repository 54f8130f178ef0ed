/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

int
main (int argc, char **argv)
{
  g_print ("%s %s\n", APPLICATION_ID, PACKAGE_VERSION);

  return 0;
}
