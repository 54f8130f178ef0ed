/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Other programs, that keep a disk or a processor busy until they are ended. */

/* Fills @path with 64 MiB and syncs it, again and again. */
GSubprocess *neighbour_start_on_disk (const char *path);
GSubprocess *neighbour_start_on_processor (void);
/* Ends it with all that it started, and lets go of it. */
void neighbour_end (GSubprocess *neighbour);

G_END_DECLS
