/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "power-log.h"

G_BEGIN_DECLS

/**
 * SECTION:power-vfs
 *
 * A disk of which is written down what is done to it, so that the power can be cut
 * afterwards at any moment. For all libraries of the process, from any thread.
 */

/* Becomes the disk of all that is opened from now on. */
void power_vfs_install (void);

/* What is done from now on in the folder of the file that is opened next is written
 * down. */
void power_vfs_start (void);
/* The outside knows this from now on. */
void power_vfs_mark (guint64 mark);
/* Returns what was written down; all files have to be closed. */
PowerLog *power_vfs_stop (void);

G_END_DECLS
