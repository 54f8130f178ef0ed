/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

#include <glib/gstdio.h>
#include <string.h>

#include "share/onsite-share-format.h"

typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteAnswer *answer;
  OnsiteClip *clip;
  OnsiteSelection *selection;
  char *folder;
} Fixture;

/* One answer of ten seconds, and a follow-up of five. */
static void
set_up (Fixture *self, gconstpointer unused)
{
  OnsiteTake *take;

  self->pack = rehearsed_pack_load ();
  self->loop = onsite_loop_new ();
  self->answer = rehearsed_add_answer (rehearsed_add_round (self->loop, "people"), "ship", 10000);
  take = onsite_answer_get_current_take (self->answer);
  rehearsed_add_turn (take, 5000);
  self->clip = ((OnsiteTurn *) g_ptr_array_index (take->turns, 1))->clip;
  self->selection = onsite_selection_new ();
  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  onsite_selection_add_answer (self->selection, self->answer->id);
  self->folder = g_dir_make_tmp ("onsite-texts-XXXXXX", NULL);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  onsite_selection_free (self->selection);
  onsite_loop_free (self->loop);
  onsite_pack_unref (self->pack);
}

static void
mark (Fixture *self, gint64 from_ms, gint64 to_ms, const char *note)
{
  OnsiteMark *added = onsite_mark_new ();

  g_free (added->note);
  added->note = g_strdup (note);
  added->from_ms = from_ms;
  added->to_ms = to_ms;
  g_ptr_array_add (self->clip->marks, added);
}

static char *
write_out (Fixture *self, const char *format, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteCapsule) capsule = onsite_capsule_new (self->loop,
                                                          self->pack,
                                                          self->selection,
                                                          NULL,
                                                          "an-export",
                                                          &error);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (OnsiteShareFiles) files = onsite_share_files_new (folder, TRUE);
  const OnsiteShareJob job = { .capsule = capsule, .files = files };
  char *text = NULL;

  g_assert_no_error (error);
  onsite_share_format_write (onsite_share_format_find (format), &job, &error);
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);

  return text;
}

static void
test_labels (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  mark (self, 500, -1, "a\tb\nc");
  mark (self, 1000, 2500, "");
  text = write_out (self, "labels", "answer-01.txt");
  g_assert_cmpstr (text,
                   ==,
                   "0.000000\t10.000000\tWhat did you decide?\n"
                   "10.020000\t15.020000\tWhat did you decide?\n"
                   "10.520000\t10.520000\ta b c\n"
                   "11.020000\t12.520000\tMark\n");
}

static void
test_vtt (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  mark (self, 500, -1, "1 --> 2\n\n<v Eve>&");
  text = write_out (self, "vtt", "answer-01.vtt");
  g_assert_cmpstr (text,
                   ==,
                   "WEBVTT\n\n"
                   "00:00:00.000 --> 00:00:10.000\nWhat did you decide?\n\n"
                   "00:00:10.020 --> 00:00:15.020\nWhat did you decide?\n\n"
                   "00:00:10.520 --> 00:00:11.520\n1 --&gt; 2  &lt;v Eve&gt;&amp;\n\n");
}

static void
test_removed (Fixture *self, gconstpointer data)
{
  const OnsiteSpan cut = { 400, 1400, ONSITE_SPAN_CUT };
  g_autofree char *vtt = NULL;
  g_autofree char *labels = NULL;

  mark (self, 500, -1, "secret");
  mark (self, 1500, 1600, "kept");
  onsite_selection_add_span (self->selection, self->clip->id, &cut);
  vtt = write_out (self, "vtt", "answer-01.vtt");
  labels = write_out (self, "labels", "answer-01.txt");
  g_assert_null (strstr (vtt, "secret"));
  g_assert_null (strstr (labels, "secret"));
  g_assert_nonnull (strstr (labels, "10.520000\t10.620000\tkept\n"));
  g_assert_nonnull (strstr (vtt, "00:00:10.520 --> 00:00:10.620\nkept\n"));
}

static void
test_formats (void)
{
  g_autofree char *names = onsite_share_format_dup_names ();
  g_auto (GStrv) each = g_strsplit (names, ", ", -1);

  g_assert_null (onsite_share_format_find ("doc"));
  for (guint i = 0; each[i]; i++)
    {
      const OnsiteShareFormat *format = onsite_share_format_find (each[i]);

      g_assert_cmpstr (format->name, ==, each[i]);
      g_assert_true (format->write && format->estimate);
      g_assert_true (format->has_sound || !format->needs_sound);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/texts/labels-are-a-line-each", test_labels);
  ADD ("/texts/cues-hold-neither-markup-nor-other-cues", test_vtt);
  ADD ("/texts/what-was-removed-is-in-neither", test_removed);
  g_test_add_func ("/texts/a-format-is-found-by-its-name", test_formats);

  return g_test_run ();
}
