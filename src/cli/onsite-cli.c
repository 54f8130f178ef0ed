/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "onsite-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "onsite-cli-command.h"
#include "onsite-cli-table.h"

#define EXIT_FINE   0
#define EXIT_FAILED 1
#define EXIT_USAGE  2

static const OnsiteCliCommand *const commands[] = {
  &onsite_cli_list,           &onsite_cli_show,      &onsite_cli_audio,
  &onsite_cli_export,         &onsite_cli_import,    &onsite_cli_reviews_list,
  &onsite_cli_reviews_remove, &onsite_cli_sample,    &onsite_cli_packs_list,
  &onsite_cli_packs_check,    &onsite_cli_packs_add, &onsite_cli_packs_remove,
  &onsite_cli_check,          &onsite_cli_repair,    &onsite_cli_backup,
  &onsite_cli_move,
};

/* What is done with a thing where only the thing is named. */
#define USUAL_DEED "list"

#define REVIEW_SUFFIX ".onsite-review"

static const char *const options_with_value[] = {
  "--library", "--pack", "--output", "-o",           "--format", "--answers",
  "--takes",   "--name", "--mute",   "--listen-for", "--cut",    NULL,
};
static const char *const options_without_window[] = { "--help", "-h", "--version", "--json", NULL };

static const OnsiteCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

static const OnsiteCliCommand *
find_command_of_two (const char *thing, const char *deed)
{
  g_autofree char *name = g_strconcat (thing, " ", deed, NULL);

  return find_command (name);
}

/* The index of the next argument that is no option, 0 if there is none. */
static int
find_word (int argc, char **argv, int start)
{
  for (int i = start; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--"))
        return i + 1 < argc ? i + 1 : 0;
      if (g_strv_contains (options_with_value, argv[i]))
        i++;
      else if (argv[i][0] != '-')
        return i;
    }

  return 0;
}

/* What was called, as words of the command line. */
typedef struct
{
  const OnsiteCliCommand *command; /* NULL if there is none of this name */
  int words[2];                    /* 0 where there is no such word */
} Call;

static Call
find_call (int argc, char **argv)
{
  Call call = { NULL, { find_word (argc, argv, 1), 0 } };
  int second;

  if (call.words[0] == 0)
    return call;

  call.command = find_command (argv[call.words[0]]);
  second = find_word (argc, argv, call.words[0] + 1);
  if (call.command == NULL && second > 0)
    {
      call.command = find_command_of_two (argv[call.words[0]], argv[second]);
      call.words[1] = call.command != NULL ? second : 0;
    }
  if (call.command == NULL)
    call.command = find_command_of_two (argv[call.words[0]], USUAL_DEED);

  return call;
}

/* A path or an address, as a desktop names what it opens. */
static gboolean
names_file (const char *word)
{
  return strchr (word, '/') != NULL || g_str_has_suffix (word, REVIEW_SUFFIX);
}

gboolean
onsite_cli_handles (int argc, char **argv)
{
  const Call call = find_call (argc, argv);

  if (call.words[0] > 0)
    return call.command != NULL || !names_file (argv[call.words[0]]);

  for (int i = 1; i < argc; i++)
    if (g_strv_contains (options_without_window, argv[i]))
      return TRUE;

  return FALSE;
}

static void
add_options (GOptionContext *parser, OnsiteCliContext *context, const OnsiteCliCommand *command)
{
  /* clang-format off */
  const GOptionEntry all[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &context->library,
      N_ ("Use this library instead of the one in the preferences"), N_ ("FILE") },
    { "pack", 0, 0, G_OPTION_ARG_FILENAME, &context->pack,
      N_ ("Ask from this pack instead of the built-in one"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &context->json, N_ ("Print JSON, for programs"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &context->help, N_ ("Print this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &context->version, N_ ("Print the version"), NULL },
    { NULL },
  };
  const GOptionEntry making[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &context->output,
      N_ ("Write to this file"), N_ ("FILE") },
    { NULL },
  };
  const GOptionEntry writing[] = {
    { "force", 'f', 0, G_OPTION_ARG_NONE, &context->force,
      N_ ("Write over a file that exists"), NULL },
    { NULL },
  };
  const GOptionEntry replacing[] = {
    { "force", 'f', 0, G_OPTION_ARG_NONE, &context->force,
      N_ ("Put it in the place of a newer version, too"), NULL },
    { NULL },
  };
  /* clang-format on */

  context->can_force = command && command->writes_file;
  if (command && (command->writes_file || command->makes_file))
    g_option_context_add_main_entries (parser, making, GETTEXT_PACKAGE);
  if (context->can_force)
    g_option_context_add_main_entries (parser, writing, GETTEXT_PACKAGE);
  if (command && command->replaces)
    g_option_context_add_main_entries (parser, replacing, GETTEXT_PACKAGE);
  if (command && command->add_options)
    command->add_options (context, parser);
  g_option_context_add_main_entries (parser, all, GETTEXT_PACKAGE);
}

static const char *
get_argument_name (const OnsiteCliCommand *command)
{
  if (command->argument == NULL)
    return NULL;

  return g_dpgettext2 (GETTEXT_PACKAGE, "argument", command->argument);
}

/* A command with its argument, as it is typed. */
static char *
describe_call (const OnsiteCliCommand *command)
{
  const char *argument = get_argument_name (command);

  if (argument == NULL)
    return g_strdup (command->name);

  return g_strdup_printf (command->repeats ? "%s %s…" : "%s %s", command->name, argument);
}

static char *
describe_commands (void)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "ll");
  GString *text = g_string_new (C_ ("command", "Without a command, Onsite opens its window."));

  g_string_append (text, "\n\n");
  g_string_append (text, C_ ("command", "Commands:"));
  g_string_append_c (text, '\n');

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *call = describe_call (commands[i]);

      onsite_cli_table_add (table,
                            call,
                            g_dpgettext2 (GETTEXT_PACKAGE, "command", commands[i]->summary));
    }
  onsite_cli_table_print (table, text);

  return g_strchomp (g_string_free (text, FALSE));
}

static GOptionContext *
make_parser (const OnsiteCliCommand *command, OnsiteCliContext *context)
{
  g_autofree char *usage = NULL;
  g_autofree char *description = NULL;
  GOptionContext *parser;

  if (command)
    {
      usage = describe_call (command);
      description = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "command", command->summary));
    }
  else
    {
      /* Translators: a command, or files that a coach sent back, which the window opens. */
      usage = g_strdup (C_ ("command", "[COMMAND | REVIEW…]"));
      description = describe_commands ();
    }

  parser = g_option_context_new (usage);
  g_option_context_set_summary (parser, description);
  g_option_context_set_help_enabled (parser, FALSE);
  g_option_context_set_translation_domain (parser, GETTEXT_PACKAGE);
  add_options (parser, context, command);

  return parser;
}

static gboolean
set_usage_error (GError **error, const char *message)
{
  g_set_error_literal (error, ONSITE_CLI_ERROR, ONSITE_CLI_ERROR_USAGE, message);

  return FALSE;
}

static gboolean
check_arguments (const OnsiteCliCommand *command, char **arguments, GError **error)
{
  guint n_arguments = g_strv_length (arguments) - 1;
  guint n_wanted = command->argument ? 1 : 0;
  g_autofree char *message = NULL;

  if (n_arguments < n_wanted)
    message = g_strdup_printf (C_ ("error", "“%s” needs %s."),
                               command->name,
                               get_argument_name (command));
  else if (n_arguments > n_wanted && !command->repeats)
    message = g_strdup_printf (C_ ("error", "“%s” takes no “%s”."),
                               command->name,
                               arguments[n_wanted + 1]);

  return message ? set_usage_error (error, message) : TRUE;
}

/* Takes the command's name out, so that options may stand on either side of it. */
static GStrv
dup_without (int argc, char **argv, const Call *call)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; i < argc; i++)
    if (i == 0 || (i != call->words[0] && i != call->words[1]))
      g_strv_builder_add (builder, argv[i]);

  return g_strv_builder_end (builder);
}

static gboolean
run_command (OnsiteCliContext *context,
             const OnsiteCliCommand *command,
             GOptionContext *parser,
             char ***arguments,
             GError **error)
{
  if (!g_option_context_parse_strv (parser, arguments, error))
    return FALSE;

  if (context->version)
    {
      onsite_cli_context_print (context, "onsite %s\n", PACKAGE_VERSION);
      return TRUE;
    }

  if (context->help)
    {
      g_autofree char *help = g_option_context_get_help (parser, TRUE, NULL);

      onsite_cli_context_print (context, "%s", help);
      return TRUE;
    }

  if (!command)
    return set_usage_error (error, C_ ("error", "Which command?"));
  if (!check_arguments (command, *arguments, error))
    return FALSE;

  context->arguments = g_strdupv (*arguments + 1);

  return command->run (context, context->arguments[0], error);
}

static gboolean
write_out (GString *out, GError **error)
{
  int code;

  if (fwrite (out->str, 1, out->len, stdout) == out->len && fflush (stdout) == 0)
    return TRUE;

  code = errno;
  /* Who reads has had enough: that is no news to anybody. */
  if (code == EPIPE)
    g_set_error_literal (error, ONSITE_CLI_ERROR, ONSITE_CLI_ERROR_TOLD, g_strerror (code));
  else
    g_set_error (error,
                 ONSITE_CLI_ERROR,
                 ONSITE_CLI_ERROR_FAILED,
                 C_ ("error", "What was found can’t be written: %s."),
                 g_strerror (code));

  return FALSE;
}

static int
tell (const GError *error, const OnsiteCliCommand *command)
{
  gboolean usage = error->domain == G_OPTION_ERROR ||
                   g_error_matches (error, ONSITE_CLI_ERROR, ONSITE_CLI_ERROR_USAGE);

  if (g_error_matches (error, ONSITE_CLI_ERROR, ONSITE_CLI_ERROR_TOLD))
    return EXIT_FAILED;

  g_printerr ("onsite: %s\n", error->message);
  if (!usage)
    return EXIT_FAILED;

  if (command)
    g_printerr (C_ ("error", "Try “onsite %s --help”.\n"), command->name);
  else
    g_printerr (C_ ("error", "Try “onsite --help”.\n"));

  return EXIT_USAGE;
}

int
onsite_cli_run (int argc, char **argv)
{
  const Call call = find_call (argc, argv);
  const OnsiteCliCommand *command = call.command;
  g_auto (GStrv) arguments = dup_without (argc, argv, &call);
  g_autoptr (OnsiteCliContext) context = onsite_cli_context_new ();
  g_autoptr (GOptionContext) parser = make_parser (command, context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) write_error = NULL;

  g_set_prgname ("onsite");

  if (call.words[0] > 0 && !command)
    {
      g_autofree char *message = g_strdup_printf (C_ ("error", "There is no command “%s”."),
                                                  argv[call.words[0]]);

      set_usage_error (&error, message);
      return tell (error, NULL);
    }

  run_command (context, command, parser, &arguments, &error);
  if (!write_out (context->out, &write_error))
    return tell (error ? error : write_error, command);

  return error ? tell (error, command) : EXIT_FINE;
}
