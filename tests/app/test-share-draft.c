/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-share-draft.h"
#include "debriefed.h"
#include "library-fixture.h"

#include <glib/gstdio.h>

#define SECONDS 2

/* A draft of a loop that was answered, in a library, and where to save it. */
typedef struct
{
  Fixture library;
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteShareDraft *draft;
  GFile *file;
  gint64 n_bytes;
  GError *error;
  gboolean is_done;
} Sharing;

static gboolean
is_done (gpointer data)
{
  return ((Sharing *) data)->is_done;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sharing *sharing = user_data;

  sharing->draft = onsite_share_draft_load_finish (result, &sharing->error);
  sharing->is_done = TRUE;
}

static void
load (Sharing *sharing)
{
  g_clear_object (&sharing->draft);
  sharing->is_done = FALSE;
  onsite_share_draft_load_async (sharing->library.library,
                                 sharing->loop->id,
                                 NULL,
                                 loaded_cb,
                                 sharing);
  fixture_wait_until (is_done, sharing);
  g_assert_no_error (sharing->error);
}

static void
set_up (Sharing *sharing, gconstpointer unused)
{
  g_autofree char *path = NULL;

  fixture_set_up (&sharing->library, NULL);
  sharing->pack = debriefed_load_pack ();
  sharing->loop = debriefed_make_loop (sharing->pack);
  debriefed_keep (sharing->library.library, sharing->loop, sharing->pack, SECONDS);
  fixture_wait_for_saved (&sharing->library);
  path = g_build_filename (sharing->library.folder, "page.html", NULL);
  sharing->file = g_file_new_for_path (path);
  load (sharing);
}

static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Sharing *sharing, gconstpointer unused)
{
  /* A preview that is being made holds it. */
  fixture_wait_until (is_alone, sharing->draft);
  g_assert_finalize_object (sharing->draft);
  g_file_delete (sharing->file, NULL, NULL);
  g_object_unref (sharing->file);
  g_clear_error (&sharing->error);
  onsite_loop_free (sharing->loop);
  onsite_pack_unref (sharing->pack);
  fixture_tear_down (&sharing->library, NULL);
}

static const OnsiteAnswer *
get_answer (Sharing *sharing, guint index)
{
  const OnsiteAnswerSummary *summary = g_ptr_array_index (
      onsite_share_draft_get_debrief (sharing->draft)->answers,
      index);

  return summary->answer;
}

/* The first that is chosen. */
static const OnsiteAnswer *
find_chosen (Sharing *sharing)
{
  const OnsiteSelection *selection = onsite_share_draft_get_selection (sharing->draft);

  for (guint i = 0;; i++)
    if (onsite_selection_find_answer (selection, get_answer (sharing, i)->id) != NULL)
      return get_answer (sharing, i);
}

static const OnsiteClip *
get_clip (const OnsiteAnswer *answer)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  return ((const OnsiteTurn *) g_ptr_array_index (take->turns, 0))->clip;
}

static gboolean
says (const char *const *sentences, const char *words)
{
  for (; *sentences != NULL; sentences++)
    if (g_str_has_prefix (*sentences, words))
      return TRUE;

  return FALSE;
}

typedef struct
{
  Sharing *sharing;
  const char *leaves;
} Wanted;

static gboolean
is_told (gpointer data)
{
  const Wanted *wanted = data;
  const OnsiteSharePreview *preview = onsite_share_draft_get_preview (wanted->sharing->draft);

  return preview != NULL && says ((const char *const *) preview->leaves, wanted->leaves);
}

static const OnsiteSharePreview *
wait_for (Sharing *sharing, const char *leaves)
{
  Wanted wanted = { sharing, leaves };

  fixture_wait_until (is_told, &wanted);

  return onsite_share_draft_get_preview (sharing->draft);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sharing *sharing = user_data;

  sharing->n_bytes = onsite_share_draft_save_finish (sharing->draft, result, &sharing->error);
  sharing->is_done = TRUE;
}

static void
save (Sharing *sharing, GCancellable *cancellable)
{
  sharing->is_done = FALSE;
  onsite_share_draft_save_async (sharing->draft, sharing->file, cancellable, saved_cb, sharing);
  fixture_wait_until (is_done, sharing);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
test_beginning (Sharing *sharing, gconstpointer unused)
{
  const OnsiteSelection *selection = onsite_share_draft_get_selection (sharing->draft);
  const OnsiteSharePreview *preview = wait_for (sharing, "3 answers");

  g_assert_cmpuint (selection->answers->len, ==, ONSITE_SELECTION_PROPOSED);
  g_assert_true (selection->blind);
  g_assert_cmpstr (onsite_share_draft_get_format (sharing->draft)->name, ==, "html");
  g_assert_cmpint (preview->n_bytes, >, 0);
  g_assert_true (says ((const char *const *) preview->stays, "Self-ratings"));
}

static void
test_last_change (Sharing *sharing, gconstpointer unused)
{
  const OnsiteAnswer *answer = find_chosen (sharing);
  const OnsiteSharePreview *preview;

  /* Faster than any of them can be told. */
  for (guint i = 0; i < 50; i++)
    onsite_share_draft_set_blind (sharing->draft, i % 2 == 0);
  onsite_share_draft_set_listen_for (sharing->draft, answer->id, "the figure");
  onsite_share_draft_set_included (sharing->draft, ONSITE_INCLUDE_NOTES, TRUE);
  onsite_share_draft_set_candidate (sharing->draft, " Ada ");

  preview = wait_for (sharing, "The name “Ada”");
  g_assert_true (says ((const char *const *) preview->leaves, "Self-ratings"));
  g_assert_true (says ((const char *const *) preview->leaves, "Notes"));
  g_assert_true (says ((const char *const *) preview->leaves, "What the coach is asked"));
}

static gboolean
is_refused (gpointer data)
{
  return onsite_share_draft_get_error (data) != NULL;
}

static void
test_nothing (Sharing *sharing, gconstpointer unused)
{
  wait_for (sharing, "3 answers");
  for (guint i = 0; i < ONSITE_SELECTION_PROPOSED; i++)
    onsite_share_draft_choose_answer (sharing->draft, find_chosen (sharing)->id, FALSE);

  fixture_wait_until (is_refused, sharing->draft);
  g_assert_null (onsite_share_draft_get_preview (sharing->draft));
  g_assert_error (onsite_share_draft_get_error (sharing->draft),
                  ONSITE_SHARE_ERROR,
                  ONSITE_SHARE_ERROR_EMPTY);

  onsite_share_draft_choose_answer (sharing->draft, get_answer (sharing, 0)->id, TRUE);
  wait_for (sharing, "1 answer");
  g_assert_no_error (onsite_share_draft_get_error (sharing->draft));
}

static void
test_last_take (Sharing *sharing, gconstpointer unused)
{
  const OnsiteAnswer *answer = find_chosen (sharing);
  const OnsiteTake *take = onsite_answer_get_current_take (answer);
  const OnsiteSelection *selection = onsite_share_draft_get_selection (sharing->draft);

  g_assert_true (onsite_share_draft_has_take (sharing->draft, answer, take));
  onsite_share_draft_choose_take (sharing->draft, answer, take, FALSE);
  g_assert_null (onsite_selection_find_answer (selection, answer->id));
  g_assert_false (onsite_share_draft_has_take (sharing->draft, answer, take));
}

static void
test_saved (Sharing *sharing, gconstpointer unused)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  save (sharing, NULL);
  g_assert_no_error (sharing->error);
  g_assert_true (g_file_load_contents (sharing->file, NULL, &text, &length, NULL, NULL));
  g_assert_cmpint (sharing->n_bytes, ==, (gint64) length);
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
}

static void
test_given_up (Sharing *sharing, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n_files = count_files (sharing->library.folder);

  g_cancellable_cancel (cancellable);
  save (sharing, cancellable);
  g_assert_error (sharing->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (sharing->n_bytes, ==, -1);
  g_assert_false (g_file_query_exists (sharing->file, NULL));
  g_assert_cmpuint (count_files (sharing->library.folder), ==, n_files);
}

static void
give_up_cb (OnsiteShareDraft *draft, GParamSpec *pspec, GCancellable *cancellable)
{
  double fraction;

  g_object_get (draft, "fraction", &fraction, NULL);
  if (fraction > 0)
    g_cancellable_cancel (cancellable);
}

/* On the way, once some of it is written; or it was done before. */
static void
test_given_up_later (Sharing *sharing, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n_files = count_files (sharing->library.folder);

  g_signal_connect (sharing->draft, "notify::fraction", G_CALLBACK (give_up_cb), cancellable);
  save (sharing, cancellable);
  if (sharing->error != NULL)
    {
      g_assert_error (sharing->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (sharing->library.folder), ==, n_files);
    }
  else
    g_assert_cmpuint (count_files (sharing->library.folder), ==, n_files + 1);
  g_signal_handlers_disconnect_by_data (sharing->draft, cancellable);
}

static void
test_no_place (Sharing *sharing, gconstpointer unused)
{
  g_autoptr (GFile) nowhere = g_file_get_child (sharing->file, "page.html");
  guint n_files = count_files (sharing->library.folder);

  g_set_object (&sharing->file, nowhere);
  save (sharing, NULL);
  g_assert_nonnull (sharing->error);
  g_assert_cmpint (sharing->n_bytes, ==, -1);
  g_assert_cmpuint (count_files (sharing->library.folder), ==, n_files);
}

static void
test_spans (Sharing *sharing, gconstpointer unused)
{
  const OnsiteAnswer *answer = find_chosen (sharing);
  const OnsiteClip *clip = get_clip (answer);
  const OnsiteSpan mute = { 500, 1000, ONSITE_SPAN_MUTE };
  const OnsiteSpan outside = { 5000, 6000, ONSITE_SPAN_CUT };
  const OnsiteSpan over_end = { 1500, 5000, ONSITE_SPAN_CUT };
  const OnsiteSharePreview *preview;

  g_assert_true (onsite_share_draft_add_span (sharing->draft, clip, mute));
  g_assert_false (onsite_share_draft_add_span (sharing->draft, clip, outside));
  g_assert_true (onsite_share_draft_add_span (sharing->draft, clip, over_end));
  g_assert_cmpuint (onsite_share_draft_count_spans (sharing->draft, answer), ==, 2);
  onsite_share_draft_set_candidate (sharing->draft, "Ada");
  preview = wait_for (sharing, "The name “Ada”");
  g_assert_true (says ((const char *const *) preview->stays, "2 muted or cut spans"));

  onsite_share_draft_remove_span (sharing->draft, clip, 0);
  g_assert_cmpuint (onsite_share_draft_count_spans (sharing->draft, answer), ==, 1);
}

static void
test_recalled (Sharing *sharing, gconstpointer unused)
{
  const OnsiteAnswer *answer = find_chosen (sharing);
  const OnsiteSpan early = { 0, 100, ONSITE_SPAN_MUTE };
  const OnsiteSpan mute = { 500, 1000, ONSITE_SPAN_MUTE };
  const OnsiteSpan end = { 1900, SECONDS * 1000, ONSITE_SPAN_CUT };

  onsite_share_draft_add_span (sharing->draft, get_clip (answer), early);
  save (sharing, NULL);
  g_assert_no_error (sharing->error);
  onsite_share_draft_remove_span (sharing->draft, get_clip (answer), 0);
  onsite_share_draft_add_span (sharing->draft, get_clip (answer), mute);
  onsite_share_draft_add_span (sharing->draft, get_clip (answer), end);
  save (sharing, NULL);
  g_assert_no_error (sharing->error);

  fixture_wait_until (is_alone, sharing->draft);
  load (sharing);
  answer = find_chosen (sharing);
  g_assert_cmpuint (onsite_share_draft_count_spans (sharing->draft, answer), ==, 2);
  wait_for (sharing, "3 answers");
}

#define ADD(name, func) g_test_add (name, Sharing, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/share-draft/it-begins-with-what-is-proposed-blind-and-for-a-coach", test_beginning);
  ADD ("/share-draft/what-is-told-follows-the-last-change", test_last_change);
  ADD ("/share-draft/nothing-is-refused-with-the-reason", test_nothing);
  ADD ("/share-draft/an-answer-without-its-last-take-is-left-out", test_last_take);
  ADD ("/share-draft/it-is-saved-whole", test_saved);
  ADD ("/share-draft/what-is-given-up-leaves-nothing", test_given_up);
  ADD ("/share-draft/what-is-given-up-on-the-way-leaves-no-half", test_given_up_later);
  ADD ("/share-draft/where-nothing-can-be-written-it-fails", test_no_place);
  ADD ("/share-draft/spans-are-kept-within-their-clip-and-told", test_spans);
  ADD ("/share-draft/spans-of-the-last-time-are-there-again", test_recalled);

  return g_test_run ();
}
