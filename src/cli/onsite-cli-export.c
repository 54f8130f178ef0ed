/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-choices.h"
#include "onsite-cli-format.h"
#include "onsite-cli-loops.h"
#include "onsite-cli-resolve.h"
#include "onsite-cli-wait.h"
#include "share/onsite-handover.h"
#include "share/onsite-manifest.h"

static void
add_options (OnsiteCliContext *context, GOptionContext *parser)
{
  OnsiteCliChoices *choices = g_new0 (OnsiteCliChoices, 1);
  g_autofree char *formats = onsite_share_format_dup_names ();
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &choices->format,
      choices->formats = g_strdup_printf (_ ("Write one of these: %s"), formats), N_ ("FORMAT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &choices->paper,
      N_ ("Lay a PDF out for this paper: a4 or letter"), N_ ("PAPER") },
    { "answers", 0, 0, G_OPTION_ARG_STRING, &choices->answers,
      N_ ("Hand on these answers: all, proposed, or numbers with commas"), N_ ("ANSWERS") },
    { "takes", 0, 0, G_OPTION_ARG_STRING, &choices->takes,
      N_ ("Hand on these takes: current, all, or ANSWER:NUMBER with commas"), N_ ("TAKES") },
    { "listen-for", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choices->listen_for,
      N_ ("Ask the coach to listen for this"), N_ ("ANSWER:TEXT") },
    { "mute", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choices->mutes,
      N_ ("Make a span silent in the copy"), N_ ("CLIP:FROM-TO") },
    { "cut", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choices->cuts,
      N_ ("Cut a span out of the copy"), N_ ("CLIP:FROM-TO") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &choices->name, N_ ("Show this name"), N_ ("NAME") },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &choices->notes, N_ ("Hand on your notes"), NULL },
    { "include-ratings", 0, 0, G_OPTION_ARG_NONE, &choices->ratings,
      N_ ("Hand on your own ratings, votes and claims"), NULL },
    { "no-audio", 0, 0, G_OPTION_ARG_NONE, &choices->no_audio,
      N_ ("Leave the sound at home"), NULL },
    { "no-evidence", 0, 0, G_OPTION_ARG_NONE, &choices->no_evidence,
      N_ ("Leave at home what supports which principle"), NULL },
    { "no-delivery", 0, 0, G_OPTION_ARG_NONE, &choices->no_delivery,
      N_ ("Leave at home how long you speak"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &choices->list,
      N_ ("Only tell what would leave, and how much that is"), NULL },
    { NULL },
  };
  /* clang-format on */

  context->choices = choices;
  context->free_choices = onsite_cli_choices_free;
  g_option_context_add_main_entries (parser, entries, GETTEXT_PACKAGE);
}

static const OnsiteShareFormat *
find_format (const OnsiteCliChoices *choices, GError **error)
{
  const OnsiteShareFormat *format = NULL;
  g_autofree char *names = onsite_share_format_dup_names ();

  /* What is listed is asked for before a format is thought of. */
  if (choices->format || choices->list)
    format = onsite_share_format_find (choices->format ? choices->format : "html");
  if (!format)
    g_set_error (error,
                 ONSITE_CLI_ERROR,
                 ONSITE_CLI_ERROR_USAGE,
                 C_ ("error", "Which format? Name one with --format: %s."),
                 names);

  return format;
}

/* None is fine: it is the one that is usual where the person lives. */
static gboolean
find_paper (const OnsiteCliChoices *choices, const OnsitePaper **paper, GError **error)
{
  *paper = choices->paper ? onsite_paper_find (choices->paper) : NULL;
  if (!choices->paper || *paper)
    return TRUE;
  g_set_error (error,
               ONSITE_CLI_ERROR,
               ONSITE_CLI_ERROR_USAGE,
               C_ ("error", "There is no paper “%s” here. Name a4 or letter with --paper."),
               choices->paper);

  return FALSE;
}

static void
print_list (OnsiteCliContext *context, const char *title, const char *const *sentences)
{
  onsite_cli_context_print (context, "%s\n", title);
  for (; *sentences; sentences++)
    onsite_cli_context_print (context, "  %s\n", *sentences);
}

static void
print_manifest (OnsiteCliContext *context,
                const OnsiteShareFormat *format,
                const OnsiteCapsule *capsule)
{
  g_auto (GStrv) leaves = onsite_manifest_list_leaving (capsule);
  g_auto (GStrv) stays = onsite_manifest_list_staying (capsule);
  gint64 n_bytes = format->estimate (capsule);
  g_autofree char *size = g_format_size ((guint64) n_bytes);

  print_list (context, C_ ("export", "What leaves:"), (const char *const *) leaves);
  print_list (context, C_ ("export", "What stays:"), (const char *const *) stays);
  onsite_cli_context_print (context, C_ ("export", "About %s."), size);
  if (n_bytes > ONSITE_HANDOVER_MAIL_BYTES)
    onsite_cli_context_print (context,
                              " %s",
                              C_ ("export", "Mail often takes no more than 20 MB."));
  onsite_cli_context_print (context, "\n");
}

static void
write_sentences (OnsiteJsonWriter *writer, const char *name, const char *const *sentences)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_begin_array (writer);
  for (; *sentences; sentences++)
    onsite_json_writer_string (writer, *sentences);
  onsite_json_writer_end_array (writer);
}

static void
print_manifest_json (OnsiteCliContext *context,
                     const OnsiteShareFormat *format,
                     const OnsiteCapsule *capsule)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_auto (GStrv) leaves = onsite_manifest_list_leaving (capsule);
  g_auto (GStrv) stays = onsite_manifest_list_staying (capsule);

  onsite_json_writer_begin_object (writer);
  write_sentences (writer, "leaves", (const char *const *) leaves);
  write_sentences (writer, "stays", (const char *const *) stays);
  onsite_json_writer_add_integer (writer, "bytes", format->estimate (capsule));
  onsite_json_writer_end_object (writer);
  onsite_cli_context_print_json (context, writer);
}

static void
print_written (OnsiteCliContext *context, const OnsiteCapsule *capsule, gint64 n_bytes)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_autofree char *path = g_canonicalize_filename (context->output, NULL);

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", capsule->export);
  onsite_json_writer_add_string (writer, "file", path);
  onsite_json_writer_add_integer (writer, "bytes", n_bytes);
  onsite_json_writer_end_object (writer);
  onsite_cli_context_print_json (context, writer);
}

static OnsiteCapsule *
make_capsule (OnsiteLibrary *library,
              const OnsiteCliChoices *choices,
              const OnsiteShareFormat *format,
              const char *argument,
              GError **error)
{
  g_autofree char *loop = onsite_cli_resolve_loop (library, argument, error);
  g_autoptr (OnsiteDebrief) debrief = NULL;
  g_autoptr (OnsiteSelection) selection = NULL;

  if (!loop)
    return NULL;
  debrief = onsite_cli_loops_debrief (library, loop, error);
  if (!debrief)
    return NULL;
  selection = onsite_cli_choices_select (choices, debrief, error);
  if (!selection)
    return NULL;

  return onsite_handover_prepare (library, debrief, selection, format, error);
}

static gboolean
write_capsule (OnsiteCliContext *context,
               OnsiteLibrary *library,
               const OnsiteShareFormat *format,
               const OnsitePaper *paper,
               const OnsiteCapsule *capsule,
               GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (context->output);
  g_autoptr (OnsiteShareFiles) files = onsite_share_files_new (target, format->is_folder);
  g_autoptr (OnsiteCliWait) wait = onsite_cli_wait_new (C_ ("export", "Writing"));
  const OnsiteShareJob job = {
    .capsule = capsule,
    .library = library,
    .files = files,
    .paper = paper,
    .progress = onsite_cli_wait_tell,
    .progress_data = wait,
    .cancellable = onsite_cli_wait_get_cancellable (wait),
  };

  if (!onsite_handover_write (format, &job, g_get_real_time (), error))
    {
      g_prefix_error (error, C_ ("error", "“%s” was not written: "), context->output);
      return FALSE;
    }
  if (context->json)
    print_written (context, capsule, onsite_share_files_get_n_bytes (files));

  return TRUE;
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  const OnsiteCliChoices *choices = context->choices;
  const OnsiteShareFormat *format = find_format (choices, error);
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autoptr (OnsiteCapsule) capsule = NULL;
  const OnsitePaper *paper;
  gboolean is_kept;

  if (!format || !find_paper (choices, &paper, error) ||
      (!choices->list && !onsite_cli_context_check_output (context, error)))
    return FALSE;
  is_kept = format->is_reviewed && !choices->list;
  library = is_kept ? onsite_cli_context_open_library_to_write (context, error)
                    : onsite_cli_context_open_library (context, error);
  if (!library)
    return FALSE;
  capsule = make_capsule (library, choices, format, argument, error);
  if (!capsule)
    return FALSE;
  if (!choices->list)
    return write_capsule (context, library, format, paper, capsule, error) &&
           onsite_library_close (library, error);
  if (context->json)
    print_manifest_json (context, format, capsule);
  else
    print_manifest (context, format, capsule);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_export = {
  .name = "export",
  .argument = NC_ ("argument", "LOOP"),
  .summary = NC_ ("command", "Write what of a loop is handed on to somebody else"),
  .writes_file = TRUE,
  .add_options = add_options,
  .run = run,
};
