/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_cli_handles:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Looks whether the command line asks for something that needs no window: a
 * subcommand (or a word that should have been one), help, or the version. Files that
 * are to be opened do: a word that is no subcommand and has a slash in it, as a path
 * and an address have, or the suffix of reviews.
 *
 * Returns: whether onsite_cli_run() is to be called and not the window opened
 */
gboolean onsite_cli_handles (int argc, char **argv);

/**
 * onsite_cli_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Does what the command line asks for, without a display. Blocks.
 *
 * Returns: the program's exit status: 0, 1 if it failed, 2 if it was called wrongly
 */
int onsite_cli_run (int argc, char **argv);

G_END_DECLS
