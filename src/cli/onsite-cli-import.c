/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-format.h"
#include "onsite-cli-reviews.h"
#include "share/onsite-review-import.h"

static void
write_import (OnsiteJsonWriter *writer,
              const char *name,
              const OnsiteReviewImport *import,
              const GError *error)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "file", name);
  onsite_json_writer_add_string (
      writer,
      "outcome",
      import ? onsite_cli_get_nick (ONSITE_TYPE_REVIEW_OUTCOME, (int) import->outcome) : "refused");
  onsite_json_writer_add_string (writer, "error", error ? error->message : NULL);
  if (import)
    {
      OnsiteReviewCount count = onsite_cli_reviews_count (import->review);

      onsite_json_writer_add_string (writer, "loop", import->loop);
      onsite_json_writer_add_string (writer, "review", import->review->id);
      onsite_json_writer_add_integer (writer, "revision", import->review->revision);
      onsite_json_writer_add_integer (writer, "revision_before", import->revision_before);
      onsite_json_writer_add_string (writer, "coach", import->review->coach);
      onsite_json_writer_add_integer (writer, "comments", count.n_comments);
      onsite_json_writer_add_integer (writer, "ratings", count.n_ratings);
      onsite_json_writer_add_integer (writer, "evidence", count.n_evidence);
    }
  onsite_json_writer_end_object (writer);
}

static void
print_import (OnsiteCliContext *context, const char *name, const OnsiteReviewImport *import)
{
  OnsiteReviewCount count = onsite_cli_reviews_count (import->review);
  const char *coach = onsite_cli_reviews_get_coach (import->review);
  g_autofree char *loop = onsite_cli_format_id (import->loop);

  switch (import->outcome)
    {
    case ONSITE_REVIEW_KNOWN:
      /* Translators: a file, the revision that is in it, the one that there is. */
      onsite_cli_context_print (context,
                                C_ ("review",
                                    "%s: revision %u; the library has revision %u already. Nothing "
                                    "was changed.\n"),
                                name,
                                import->review->revision,
                                import->revision_before);
      return;

    case ONSITE_REVIEW_RENEWED:
      /* Translators: a file, a coach, a loop's id, two revisions. */
      onsite_cli_context_print (context,
                                C_ ("review",
                                    "%s: the review by %s of loop %s is there in revision %u now, "
                                    "in place of %u."),
                                name,
                                coach,
                                loop,
                                import->review->revision,
                                import->revision_before);
      break;

    case ONSITE_REVIEW_ADDED:
    default:
      /* Translators: a file, a coach, a loop's id. */
      onsite_cli_context_print (context,
                                C_ ("review", "%s: the review by %s is with loop %s now."),
                                name,
                                coach,
                                loop);
    }
  onsite_cli_context_print (context,
                            C_ ("review", " Comments: %u, ratings: %u, evidence: %u.\n"),
                            count.n_comments,
                            count.n_ratings,
                            count.n_evidence);
}

/* Whether it went well; a file that is refused doesn't keep the others out. */
static gboolean
import_one (OnsiteCliContext *context,
            OnsiteLibrary *library,
            const char *name,
            OnsiteJsonWriter *writer)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteReviewImport) import = onsite_review_import (library,
                                                                file,
                                                                g_get_real_time (),
                                                                NULL,
                                                                &error);

  if (context->json)
    write_import (writer, name, import, error);
  else if (import)
    print_import (context, name, import);
  else
    onsite_cli_context_print (context, "%s\n", error->message);

  return import != NULL;
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteLibrary) library = onsite_cli_context_open_library_to_write (context, error);
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  gboolean all_taken = TRUE;

  if (!library)
    return FALSE;

  onsite_json_writer_begin_array (writer);
  for (char **name = context->arguments; *name; name++)
    all_taken = import_one (context, library, *name, writer) && all_taken;
  onsite_json_writer_end_array (writer);
  if (context->json)
    onsite_cli_context_print_json (context, writer);
  if (!onsite_library_close (library, error))
    return FALSE;

  if (!all_taken)
    g_set_error_literal (error,
                         ONSITE_CLI_ERROR,
                         ONSITE_CLI_ERROR_TOLD,
                         C_ ("error", "A review was refused."));

  return all_taken;
}

const OnsiteCliCommand onsite_cli_import = {
  .name = "import",
  .argument = NC_ ("argument", "FILE"),
  .repeats = TRUE,
  .summary = NC_ ("command", "Merge what coaches sent back into the loops that they heard"),
  .run = run,
};
