/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "paper.h"
#include "share/onsite-share-format.h"

#define LONG_NOTE 30000 /* words; some fifty pages of them */
#define LONG_WORD 20000 /* letters */

typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteRound *round;
  OnsiteAnswer *answer;
  OnsiteSelection *selection;
  GHashTable *peaks;
} Fixture;

/* An answer of three minutes about an exhibit, with a follow-up; marked and rated. */
static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "exhibits.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  OnsiteEvidence *evidence;

  self->pack = onsite_pack_load (file, NULL, &error);
  g_assert_no_error (error);
  self->loop = onsite_loop_new ();
  self->loop->level = g_strdup ("L6");
  self->round = rehearsed_add_round (self->loop, "design");
  self->round->vote = g_strdup ("hire");
  self->answer = rehearsed_add_answer (self->round, "cache", 180000);
  rehearsed_add_turn (onsite_answer_get_current_take (self->answer), 65000);
  rehearsed_rate (self->answer, "structure", 4);
  rehearsed_add_evidence (self->answer,
                          ONSITE_TARGET_PRINCIPLE,
                          "dive-deep",
                          ONSITE_SOURCE_CLAIMED);
  evidence = rehearsed_add_evidence (self->answer,
                                     ONSITE_TARGET_PRINCIPLE,
                                     "earn-trust",
                                     ONSITE_SOURCE_HEARD);
  evidence->from_ms = 62000;
  evidence->to_ms = 70000;
  g_free (self->answer->note);
  self->answer->note = g_strdup ("jotted down");
  self->selection = onsite_selection_new ();
  onsite_selection_add_answer (self->selection, self->answer->id);
  self->peaks = shared_make_peaks (self->loop);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_hash_table_unref (self->peaks);
  onsite_selection_free (self->selection);
  onsite_loop_free (self->loop);
  onsite_pack_unref (self->pack);
}

static OnsiteClip *
get_clip (const OnsiteAnswer *answer)
{
  OnsiteTurn *turn = g_ptr_array_index (onsite_answer_get_current_take (answer)->turns, 0);

  return turn->clip;
}

static void
mark (OnsiteAnswer *answer, gint64 from_ms, const char *note)
{
  OnsiteMark *added = onsite_mark_new ();

  g_free (added->note);
  added->note = g_strdup (note);
  added->from_ms = from_ms;
  added->to_ms = from_ms + 5000;
  g_ptr_array_add (get_clip (answer)->marks, added);
}

static OnsiteCapsule *
make_capsule (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  OnsiteCapsule *capsule = onsite_capsule_new (self->loop,
                                               self->pack,
                                               self->selection,
                                               self->peaks,
                                               "an-export",
                                               &error);

  g_assert_no_error (error);

  return capsule;
}

static Paper *
print (Fixture *self)
{
  g_autoptr (OnsiteCapsule) capsule = make_capsule (self);

  return paper_new (capsule, "a4");
}

static char *
print_and_read (Fixture *self)
{
  g_autoptr (Paper) paper = print (self);

  return paper_read (paper);
}

static void
assert_says (const char *text, const char *words)
{
  if (!strstr (text, words))
    g_test_fail_printf ("“%s” is not in: %s", words, text);
}

static void
assert_silent (const char *text, const char *words)
{
  if (strstr (text, words))
    g_test_fail_printf ("“%s” is in: %s", words, text);
}

static void
test_papers (Fixture *self, gconstpointer data)
{
  const char *const sizes[][2] = {
    { "a4", "595.276 x 841.89 pts (A4)" },
    { "letter", "612 x 792 pts (letter)" },
  };
  g_autoptr (OnsiteCapsule) capsule = make_capsule (self);

  g_assert_null (onsite_paper_find ("a5"));
  g_assert_true (onsite_paper_get_usual () == onsite_paper_find ("a4"));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Paper) paper = paper_new (capsule, sizes[i][0]);
      g_autofree char *told = paper_ask (paper, "pdfinfo", NULL);

      assert_says (told, sizes[i][1]);
      assert_says (told, "Tagged:          yes");
    }
}

static void
test_text (Fixture *self, gconstpointer data)
{
  const char *const words[] = {
    "L6",
    "What risks do you see in this cache?",
    "What did you decide?",
    "Principles shown",
    "3:00",
    "1:05",
    "1:02–1:10",
    "Structure at L6: there, with gaps.",
    "Your rating",
    "Next steps",
    "Page 1 of",
  };
  g_autofree char *text = NULL;

  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  mark (self->answer, 12000, "the turn");
  text = print_and_read (self);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_says (text, words[i]);
  assert_says (text, onsite_pack_get_title (self->pack));
  assert_says (text, "Earn Trust · heard");
  assert_says (text, "Mark · the turn");
  assert_says (text, "0:12–0:17");
  assert_says (text, "jotted down");
}

static void
test_fonts (Fixture *self, gconstpointer data)
{
  g_autoptr (Paper) paper = print (self);
  g_autofree char *told = paper_ask (paper, "pdffonts", NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (told), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i]; i++)
    {
      g_assert_true (g_regex_match_simple (" yes +yes +yes +[0-9]+ +[0-9]+ *$", lines[i], 0, 0));
      assert_silent (lines[i], "Type 3");
    }
}

static void
test_no_time (Fixture *self, gconstpointer data)
{
  g_autoptr (Paper) paper = print (self);
  g_autoptr (Paper) again = print (self);
  g_autofree char *told = paper_ask (paper, "pdfinfo", NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gsize n_one, n_other;

  assert_silent (told, "Date");
  assert_silent (told, "Author");
  assert_says (told, "Creator:         Onsite ");
  g_assert_true (g_file_get_contents (paper->path, &one, &n_one, NULL));
  g_assert_true (g_file_get_contents (again->path, &other, &n_other, NULL));
  g_assert_null (g_strstr_len (one, (gssize) n_one, "Date"));
  g_assert_cmpmem (one, n_one, other, n_other);
}

static void
test_name (Fixture *self, gconstpointer data)
{
  g_autoptr (Paper) paper = NULL;
  g_autofree char *told = NULL;
  g_autofree char *text = NULL;

  self->selection->candidate = g_strdup ("Ada (“L”) O'Neil \\");
  paper = print (self);
  told = paper_ask (paper, "pdfinfo", NULL);
  text = paper_read (paper);
  assert_says (told, "Author:          Ada (“L”) O'Neil \\");
  assert_says (text, "Ada (“L”) O'Neil \\");
}

static void
test_structure (Fixture *self, gconstpointer data)
{
  g_autoptr (Paper) paper = print (self);
  g_autofree char *told = paper_ask (paper, "pdfinfo", "-struct");
  const char *const tags[] = { "Document\n",      "  H1 (block)",   "  H2 (block)", "  P (block)",
                               "  Table (block)", "    TR\n",       "      TH\n",   "      TD\n",
                               "  Figure",        "Link (inline)\n" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    assert_says (told, tags[i]);
}

static void
test_outline (Fixture *self, gconstpointer data)
{
  g_autoptr (Paper) paper = NULL;
  g_autofree char *anchors = NULL;
  g_autofree char *outline = NULL;

  onsite_selection_add_answer (self->selection,
                               rehearsed_add_answer (self->round, "queue", 4000)->id);
  paper = print (self);
  anchors = paper_ask (paper, "pdfinfo", "-dests");
  outline = paper_outline (paper);
  assert_says (anchors, "   1 [ XYZ    0  780 null      ] \"summary\"");
  assert_says (anchors, "\"matrix\"");
  assert_says (anchors, "   2 [ XYZ    0  780 null      ] \"answer-1\"");
  assert_says (anchors, "\"answer-2\"");
  assert_says (anchors, "\"next\"");
  assert_says (outline,
               "</item>\n<outline>\n"
               "<item page=\"2\">1 · What risks do you see in this cache?</item>\n");
  assert_says (outline, ">Gaps and next steps</item>\n</outline>");
}

static void
test_blind (Fixture *self, gconstpointer data)
{
  g_autofree char *blind = print_and_read (self);
  g_autofree char *open = NULL;

  self->selection->blind = FALSE;
  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  open = print_and_read (self);
  assert_silent (blind, "claimed");
  assert_silent (blind, "candidate’s own");
  assert_silent (blind, "jotted down");
  assert_silent (blind, "on average");
  assert_says (open, "Dive Deep · claimed by the candidate");
  assert_says (open, "The candidate’s own rating");
  assert_says (open, "4.0, of 1 answer");
  assert_says (open, "jotted down");
}

static void
test_removed (Fixture *self, gconstpointer data)
{
  const OnsiteSpan cut = { 10000, 70000, ONSITE_SPAN_CUT };
  g_autofree char *text = NULL;

  mark (self->answer, 12000, "secret");
  mark (self->answer, 80000, "kept");
  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  onsite_selection_add_span (self->selection, get_clip (self->answer)->id, &cut);
  text = print_and_read (self);
  assert_silent (text, "secret");
  assert_silent (text, "Earn Trust · heard");
  assert_says (text, "Mark · kept");
  assert_says (text, "0:20–0:25");
  assert_says (text, "2:00");
}

static void
test_delivery (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  self->selection->includes &= ~ONSITE_INCLUDE_DELIVERY;
  text = print_and_read (self);
  assert_silent (text, "3:00");
  assert_silent (text, "Talked");
  assert_silent (text, "recorded");
}

/* Each begins a page of its own, and the contents say which. */
static void
test_forty (Fixture *self, gconstpointer data)
{
  g_autoptr (Paper) paper = NULL;
  g_auto (GStrv) pages = NULL;
  g_autofree char *contents = NULL;
  guint answer = 1;

  for (guint i = 1; i < 40; i++)
    {
      if (i % 8 == 0)
        self->round = rehearsed_add_round (self->loop, "people");
      onsite_selection_add_answer (self->selection,
                                   rehearsed_add_answer (self->round, "ship", 1000)->id);
    }
  paper = print (self);
  pages = paper_read_pages (paper);
  g_assert_cmpuint (g_strv_length (pages), ==, paper_count_pages (paper));
  contents = g_strconcat (pages[0], pages[1], NULL);
  for (guint i = 0; pages[i]; i++)
    {
      g_autofree char *name = g_strdup_printf ("Answer %u · ", answer);
      g_autofree char *entry = g_strdup_printf (
          answer == 1 ? "1 What risks do you see in this cache? %u"
                      : "Tell me about a time you shipped with unclear requirements. %u",
          i + 1);

      if (!strstr (pages[i], name))
        continue;
      assert_says (contents, entry);
      answer++;
    }
  g_assert_cmpuint (answer, ==, 41);
}

static void
test_little (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  self->selection->includes = ONSITE_INCLUDE_NOTHING;
  text = print_and_read (self);
  assert_says (text, "Answer 1");
  assert_silent (text, "What this answer shows");
}

/* All of its words, one after another, whatever stands between two pages. */
static void
test_long_note (Fixture *self, gconstpointer data)
{
  GString *note = g_string_new (NULL);
  g_autofree char *text = NULL;
  const char *at;

  for (guint i = 0; i < LONG_NOTE; i++)
    g_string_append_printf (note, i % 1000 == 999 ? "w%ux\n" : "w%ux ", i);
  g_free (self->answer->note);
  self->answer->note = g_string_free (note, FALSE);
  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  text = print_and_read (self);
  at = text;
  for (guint i = 0; i < LONG_NOTE; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%ux", i);

      at = strstr (at, word);
      g_assert_nonnull (at);
    }
}

static void
test_long_word (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  guint n = 0;

  g_free (self->answer->note);
  self->answer->note = g_strnfill (LONG_WORD, 'Q');
  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  text = print_and_read (self);
  for (const char *at = text; *at; at++)
    n += *at == 'Q' ? 1 : 0;
  /* And one of a question, at most. */
  g_assert_cmpuint (n, >=, LONG_WORD);
  g_assert_cmpuint (n, <, LONG_WORD + 10);
}

/* What would be markup, a control or an end elsewhere is text. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_free (self->answer->note);
  self->answer->note = g_strdup (
      "</script> %s%n ) endstream endobj <b>&amp;\x01\x02\x7f|\xe2\x80\xae"
      "evil\xe2\x80\xac|\xef\xbf\xbf|end");
  self->selection->candidate = g_strdup ("x' page=1 uri='file:///etc\xef\xb7\x90");
  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  mark (self->answer, 1000, "a\nb\r\nc\td");
  text = print_and_read (self);
  assert_says (text, "</script> %s%n ) endstream endobj <b>&amp;");
  assert_says (text, "|end");
  assert_says (text, "x' page=1 uri='file:///etc");
}

static void
test_scripts (Fixture *self, gconstpointer data)
{
  const char *const notes[] = { "ماذا قررت؟ سؤال", "何を決めましたか", "Était-ce à Łódź?" };

  self->selection->includes |= ONSITE_INCLUDE_NOTES;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *text = NULL;

      g_free (self->answer->note);
      self->answer->note = g_strdup (notes[i]);
      text = print_and_read (self);
      assert_says (text, notes[i]);
    }
}

static void
test_any (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (OnsiteLoop) loop = rehearsed_loop_new_random (self->pack);
      g_autoptr (OnsiteSelection) selection = NULL;
      g_autoptr (GHashTable) peaks = NULL;
      g_autoptr (OnsiteCapsule) capsule = NULL;
      g_autoptr (Paper) paper = NULL;

      shared_fill_random (loop);
      selection = shared_select_random (loop);
      if (selection->answers->len == 0)
        continue;
      peaks = shared_make_peaks (loop);
      capsule = onsite_capsule_new (loop, self->pack, selection, peaks, "an-export", NULL);
      paper = paper_new (capsule, i % 2 == 0 ? "a4" : "letter");
      g_assert_cmpuint (paper_count_pages (paper), >=, capsule->answers->len + 2);
    }
}

/* A disk that takes so many bytes and no more. */
static void
test_full_stream (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteCapsule) capsule = make_capsule (self);
  char room[20000];

  for (gsize n_bytes = 0; n_bytes < sizeof room; n_bytes += 1500)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, n_bytes, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (onsite_capsule_pdf_write (capsule,
                                                onsite_paper_find ("a4"),
                                                stream,
                                                NULL,
                                                NULL,
                                                NULL,
                                                &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

typedef struct
{
  char *folder;
  GFile *file;
  OnsiteCapsule *capsule;
  OnsiteShareFiles *files;
  GCancellable *cancellable;
  double stop_at;
  double last;
} Job;

static void
job_init (Job *self, Fixture *fixture)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("onsite-paper-XXXXXX", NULL);
  path = g_build_filename (self->folder, "out.pdf", NULL);
  self->file = g_file_new_for_path (path);
  self->capsule = make_capsule (fixture);
  self->files = onsite_share_files_new (self->file, FALSE);
  self->cancellable = g_cancellable_new ();
}

static void
note_progress (double fraction, gpointer user_data)
{
  Job *self = user_data;

  g_assert_cmpfloat (fraction, >=, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  if (fraction >= self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
job_run (Job *self, GError **error)
{
  const OnsiteShareFormat *format = onsite_share_format_find ("pdf");
  const OnsiteShareJob job = { .capsule = self->capsule,
                               .files = self->files,
                               .progress = note_progress,
                               .progress_data = self,
                               .cancellable = self->cancellable };

  return onsite_share_format_write (format, &job, error);
}

/* Of the files there is nothing left. */
static void
job_clear (Job *self)
{
  onsite_share_files_free (self->files);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  onsite_capsule_free (self->capsule);
  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_free (self->folder);
}

static void
test_full_disk (Fixture *self, gconstpointer data)
{
  struct rlimit before;
  struct rlimit little;
  g_autoptr (GError) error = NULL;
  Job job = { .stop_at = 2 };

  job_init (&job, self);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  little = before;
  little.rlim_cur = 8192;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (job_run (&job, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (error && error->domain == G_IO_ERROR);
  job_clear (&job);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  const double moments[] = { 0, 0.3, 0.6, 0.9 };

  for (guint i = 0; i < 4; i++)
    onsite_selection_add_answer (self->selection,
                                 rehearsed_add_answer (self->round, "queue", 4000)->id);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GError) error = NULL;
      Job job = { .stop_at = moments[i] };

      job_init (&job, self);
      if (moments[i] <= 0)
        g_cancellable_cancel (job.cancellable);
      g_assert_false (job_run (&job, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      job_clear (&job);
    }
}

typedef struct
{
  GCancellable *cancellable;
  guint stop_at;
  guint n_told;
} Patience;

static void
lose_patience (double fraction, gpointer user_data)
{
  Patience *self = user_data;

  if (++self->n_told == self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

/* Into memory, which takes all, whatever was given up: so it is the writer who looks. */
static void
test_stops (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteCapsule) capsule = NULL;

  for (guint i = 0; i < 3; i++)
    onsite_selection_add_answer (self->selection,
                                 rehearsed_add_answer (self->round, "queue", 4000)->id);
  capsule = make_capsule (self);
  for (guint stop_at = 1; stop_at < 2 * capsule->answers->len; stop_at++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Patience patience = { cancellable, stop_at, 0 };

      g_assert_false (onsite_capsule_pdf_write (capsule,
                                                onsite_paper_find ("a4"),
                                                stream,
                                                lose_patience,
                                                &patience,
                                                cancellable,
                                                &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (patience.n_told, ==, stop_at);
    }
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Job job = { .stop_at = 2 };
  gint64 n_bytes;

  job_init (&job, self);
  g_assert_true (job_run (&job, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (job.last, ==, 1);
  n_bytes = onsite_share_files_get_n_bytes (job.files);
  g_assert_cmpint (onsite_share_format_find ("pdf")->estimate (job.capsule), >, n_bytes / 3);
  g_assert_cmpint (onsite_share_format_find ("pdf")->estimate (job.capsule), <, n_bytes * 3);
  g_file_delete (job.file, NULL, NULL);
  job_clear (&job);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/pdf/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("it-is-laid-out-for-the-paper", test_papers);
  ADD ("what-goes-along-is-read", test_text);
  ADD ("all-type-is-embedded", test_fonts);
  ADD ("there-is-no-time-in-it", test_no_time);
  ADD ("a-name-is-there-if-it-was-chosen", test_name);
  ADD ("its-structure-is-tagged", test_structure);
  ADD ("each-answer-is-led-to", test_outline);
  ADD ("blind-is-without-what-the-candidate-thinks", test_blind);
  ADD ("what-was-cut-out-is-in-no-word", test_removed);
  ADD ("how-long-one-spoke-stays-at-home", test_delivery);
  ADD ("forty-answers-have-their-pages", test_forty);
  ADD ("nothing-but-questions-is-fine", test_little);
  ADD ("a-note-of-fifty-pages-is-whole", test_long_note);
  ADD ("a-word-of-many-lines-is-whole", test_long_word);
  ADD ("hostile-text-is-text", test_hostile);
  ADD ("other-scripts-are-read", test_scripts);
  ADD ("any-capsule-can-be-printed", test_any);
  ADD ("a-full-stream-is-told", test_full_stream);
  ADD ("a-full-disk-leaves-nothing", test_full_disk);
  ADD ("what-is-given-up-leaves-nothing", test_cancelled);
  ADD ("it-stops-at-the-next-answer", test_stops);
  ADD ("it-says-how-far-it-is", test_whole);

  return g_test_run ();
}
