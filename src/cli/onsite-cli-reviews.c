/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-reviews.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-command.h"
#include "onsite-cli-format.h"
#include "onsite-cli-loops.h"
#include "onsite-cli-resolve.h"

OnsiteReviewCount
onsite_cli_reviews_count (const OnsiteReview *review)
{
  OnsiteReviewCount count = { 0 };

  for (guint i = 0; i < review->takes->len; i++)
    {
      const OnsiteReviewTake *take = g_ptr_array_index (review->takes, i);

      count.n_comments += take->comments->len;
      count.n_ratings += take->ratings->len;
      count.n_evidence += take->evidence->len;
    }

  return count;
}

const char *
onsite_cli_reviews_get_coach (const OnsiteReview *review)
{
  return *review->coach ? review->coach : C_ ("review", "a coach without a name");
}

static void
print_all (OnsiteCliContext *context, const OnsiteDebrief *debrief, GPtrArray *agreements)
{
  if (agreements->len == 0)
    onsite_cli_context_print (context, "%s\n", C_ ("review", "No coach has sent anything back."));
  for (guint i = 0; i < agreements->len; i++)
    onsite_cli_reviews_print (debrief, g_ptr_array_index (agreements, i), context->out);
}

static void
print_all_json (OnsiteCliContext *context, GPtrArray *agreements)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < agreements->len; i++)
    onsite_cli_reviews_write (g_ptr_array_index (agreements, i), writer);
  onsite_json_writer_end_array (writer);
  onsite_cli_context_print_json (context, writer);
}

static gboolean
run_list (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteLibrary) library = onsite_cli_context_open_library (context, error);
  g_autofree char *loop = library ? onsite_cli_resolve_loop (library, argument, error) : NULL;
  g_autoptr (OnsiteDebrief) debrief = NULL;
  g_autoptr (GPtrArray) agreements = NULL;

  if (!loop)
    return FALSE;
  debrief = onsite_cli_loops_debrief (library, loop, error);
  if (!debrief)
    return FALSE;

  agreements = onsite_agreements_new (debrief);
  if (context->json)
    print_all_json (context, agreements);
  else
    print_all (context, debrief, agreements);

  return TRUE;
}

static void
print_removed (OnsiteCliContext *context, const char *loop, const char *review)
{
  g_autoptr (OnsiteJsonWriter) writer = NULL;

  if (!context->json)
    {
      onsite_cli_context_print (
          context,
          C_ ("review", "The review %s is removed, with your replies to it.\n"),
          review);
      return;
    }

  writer = onsite_json_writer_new ();
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "loop", loop);
  onsite_json_writer_add_string (writer, "review", review);
  onsite_json_writer_end_object (writer);
  onsite_cli_context_print_json (context, writer);
}

static gboolean
run_remove (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteLibrary) library = onsite_cli_context_open_library_to_write (context, error);
  g_autofree char *review = NULL;
  g_autofree char *loop = NULL;
  OnsiteChange *change;

  if (!library)
    return FALSE;
  loop = onsite_cli_resolve_review (library, argument, &review, error);
  if (!loop)
    return FALSE;

  change = onsite_change_new ();
  onsite_change_remove_review (change, loop, review);
  if (!onsite_library_commit (library, change, error) || !onsite_library_close (library, error))
    return FALSE;
  print_removed (context, loop, review);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_reviews_list = {
  .name = "reviews list",
  .argument = NC_ ("argument", "LOOP"),
  .summary = NC_ ("command", "Show what coaches say of a loop; “reviews” alone does too"),
  .run = run_list,
};

const OnsiteCliCommand onsite_cli_reviews_remove = {
  .name = "reviews remove",
  .argument = NC_ ("argument", "REVIEW"),
  .summary = NC_ ("command", "Remove what a coach sent back, whole"),
  .run = run_remove,
};
