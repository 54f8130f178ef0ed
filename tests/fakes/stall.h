/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Stall:
 *
 * How long the machine makes a program wait that sleeps a moment, works a moment
 * and syncs a page: nobody can be quicker where processor and disk are shared. It
 * is measured again and again in a thread of its own.
 */
typedef struct _Stall Stall;

/* @folder: on the disk that is meant. */
Stall *stall_new (const char *folder);
void stall_free (Stall *self);

/* The longest wait of those that were under way at @from_us or began since. */
gint64 stall_get_longest_ms (Stall *self, gint64 from_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stall, stall_free)

G_END_DECLS
