/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Begins a clip so long before the answer. */
#define SURVIVOR_PREROLL_MS 100

/**
 * survivor_check:
 * @folder: where there is a library, of a program that is gone
 * @loop: the loop that ran, in its first answer
 *
 * Opens the library, and fails unless it is sound, and the clip of the answer, if
 * there is one, decodes and its loop can be gone on with.
 *
 * Returns: how much there is of the answer's clip
 */
gint64 survivor_check (const char *folder, const char *loop);

G_END_DECLS
