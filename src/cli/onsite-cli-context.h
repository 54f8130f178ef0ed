/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "pack/onsite-pack.h"
#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/**
 * OnsiteCliError:
 * @ONSITE_CLI_ERROR_USAGE: it was called in a way that makes no sense
 * @ONSITE_CLI_ERROR_FAILED: what was asked for can't be done; the message says why
 * @ONSITE_CLI_ERROR_TOLD: it failed, and what was printed says all about it
 */
typedef enum
{
  ONSITE_CLI_ERROR_USAGE,
  ONSITE_CLI_ERROR_FAILED,
  ONSITE_CLI_ERROR_TOLD,
} OnsiteCliError;

#define ONSITE_CLI_ERROR (onsite_cli_error_quark ())

/**
 * onsite_cli_error_quark:
 *
 * Returns: the domain of #OnsiteCliError
 */
GQuark onsite_cli_error_quark (void);

/**
 * OnsiteCliContext:
 * @library: (nullable): the path given with --library
 * @pack: (nullable): the path given with --pack
 * @output: (nullable): the path given with --output
 * @force: whether a file may be written over, or a newer version replaced
 * @can_force: whether that can be asked for
 * @json: whether the answer is for programs
 * @help: whether only help is wanted
 * @version: whether only the version is wanted
 * @arguments: what stands behind the command
 * @choices: (nullable): what was chosen by options that only this command has
 * @free_choices: (nullable): frees them
 * @out: what is to be printed
 *
 * What a subcommand works with. It prints into @out, which is written at the
 * end, so that a full disk or a closed pipe is noticed in one place.
 */
typedef struct
{
  char *library;
  char *pack;
  char *output;
  gboolean force;
  gboolean can_force;
  gboolean json;
  gboolean help;
  gboolean version;
  GStrv arguments;
  gpointer choices;
  GDestroyNotify free_choices;
  GString *out;
} OnsiteCliContext;

/**
 * onsite_cli_context_new:
 *
 * Returns: (transfer full): a context without options
 */
OnsiteCliContext *onsite_cli_context_new (void);

/**
 * onsite_cli_context_free:
 * @self: (transfer full): a context
 *
 * Frees a context with what it has not printed.
 */
void onsite_cli_context_free (OnsiteCliContext *self);

/**
 * onsite_cli_context_dup_library_path:
 * @self: a context
 *
 * Returns: (transfer full): the absolute path of the library that is meant: the
 *   one given, else the one chosen in the preferences, else the default
 */
char *onsite_cli_context_dup_library_path (OnsiteCliContext *self);

/**
 * onsite_cli_context_dup_chosen_library:
 *
 * Returns: (transfer full): the absolute path of the library that is used where
 *   none is given: the one chosen in the preferences, else the default
 */
char *onsite_cli_context_dup_chosen_library (void);

/**
 * onsite_cli_context_choose_library:
 * @path: the absolute path of a library
 * @error: return location
 *
 * Chooses a library as the preferences do, durably.
 *
 * Returns: whether it is the one that is used from now on
 */
gboolean onsite_cli_context_choose_library (const char *path, GError **error);

/**
 * onsite_cli_context_open_library:
 * @self: a context
 * @error: return location
 *
 * Opens the library that is meant to read. Blocks.
 *
 * Returns: (transfer full) (nullable): the library
 */
OnsiteLibrary *onsite_cli_context_open_library (OnsiteCliContext *self, GError **error);

/**
 * onsite_cli_context_open_library_to_write:
 * @self: a context
 * @error: return location: %ONSITE_LIBRARY_ERROR_LOCKED while another process has it
 *
 * Opens the library that is meant, which has to be there, to write. Blocks.
 *
 * Returns: (transfer full) (nullable): the library
 */
OnsiteLibrary *onsite_cli_context_open_library_to_write (OnsiteCliContext *self, GError **error);

/**
 * onsite_cli_context_load_pack:
 * @self: a context
 * @error: return location
 *
 * Reads the pack that was given, else the built-in one. Blocks.
 *
 * Returns: (transfer full) (nullable): the pack
 */
OnsitePack *onsite_cli_context_load_pack (OnsiteCliContext *self, GError **error);

/**
 * onsite_cli_context_check_output:
 * @self: a context
 * @error: return location
 *
 * Looks whether there is a file to write to.
 *
 * Returns: whether one was named, that isn't there or may be written over
 */
gboolean onsite_cli_context_check_output (OnsiteCliContext *self, GError **error);

/**
 * onsite_cli_context_print:
 * @self: a context
 * @format: as for printf()
 * @...: what @format asks for
 *
 * Adds to what is printed.
 */
void
onsite_cli_context_print (OnsiteCliContext *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * onsite_cli_context_print_json:
 * @self: a context
 * @writer: a writer whose value is whole
 *
 * Adds a JSON value and a line break to what is printed.
 */
void onsite_cli_context_print_json (OnsiteCliContext *self, OnsiteJsonWriter *writer);

/**
 * onsite_cli_context_print_path:
 * @self: a context
 * @path: a file
 *
 * Adds where a file is to what is printed, as JSON if that is asked for.
 */
void onsite_cli_context_print_path (OnsiteCliContext *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteCliContext, onsite_cli_context_free)

G_END_DECLS
