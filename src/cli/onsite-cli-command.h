/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-cli-context.h"

G_BEGIN_DECLS

/**
 * OnsiteCliCommand:
 * @name: what it is called by, a word or two
 * @argument: (nullable): what its one argument is called in the help, to be translated in the
 *   context "argument"; %NULL if it takes none
 * @summary: what it does, in a line; to be translated in the context "command"
 * @repeats: whether there may be several such arguments
 * @writes_file: whether it takes --output and --force
 * @makes_file: whether it takes --output, for a file that isn't there yet
 * @replaces: whether it takes --force, to put something in the place of what is newer
 * @add_options: (nullable): adds options of its own
 * @run: does it; @argument is %NULL if it takes none, else the first
 *
 * A subcommand.
 */
typedef struct
{
  const char *name;
  const char *argument;
  const char *summary;
  gboolean repeats;
  gboolean writes_file;
  gboolean makes_file;
  gboolean replaces;
  void (*add_options) (OnsiteCliContext *context, GOptionContext *parser);
  gboolean (*run) (OnsiteCliContext *context, const char *argument, GError **error);
} OnsiteCliCommand;

extern const OnsiteCliCommand onsite_cli_audio;
extern const OnsiteCliCommand onsite_cli_backup;
extern const OnsiteCliCommand onsite_cli_check;
extern const OnsiteCliCommand onsite_cli_export;
extern const OnsiteCliCommand onsite_cli_import;
extern const OnsiteCliCommand onsite_cli_list;
extern const OnsiteCliCommand onsite_cli_move;
extern const OnsiteCliCommand onsite_cli_packs_add;
extern const OnsiteCliCommand onsite_cli_packs_check;
extern const OnsiteCliCommand onsite_cli_packs_list;
extern const OnsiteCliCommand onsite_cli_packs_remove;
extern const OnsiteCliCommand onsite_cli_repair;
extern const OnsiteCliCommand onsite_cli_reviews_list;
extern const OnsiteCliCommand onsite_cli_reviews_remove;
extern const OnsiteCliCommand onsite_cli_sample;
extern const OnsiteCliCommand onsite_cli_show;

G_END_DECLS
