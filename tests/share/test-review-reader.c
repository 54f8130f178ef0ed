/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach.h"
#include "library-compare.h"
#include "rehearsed.h"
#include "review-document.h"
#include "share/onsite-review-reader.h"
#include "share/onsite-review-text.h"
#include "share/onsite-share-error.h"

#include <string.h>

#define N_ROUNDS   200
#define LONGEST_MS 3000

#define EXPORT  "00000000-0000-4000-8000-000000000001"
#define LOOP    "00000000-0000-4000-8000-000000000002"
#define REVIEW  "00000000-0000-4000-8000-000000000003"
#define ANSWER  "00000000-0000-4000-8000-000000000004"
#define TAKE    "00000000-0000-4000-8000-000000000005"
#define CLIP    "00000000-0000-4000-8000-000000000006"
#define COMMENT "00000000-0000-4000-8000-000000000007"
#define OTHER   "00000000-0000-4000-8000-000000000008"
#define UNKNOWN "00000000-0000-4000-8000-000000000009"

/* One of each; what refusals are made of. The clip is 900 ms long, and its copy 800. */
static const char sound[] = "{\n"
                            "\"format\": \"onsite-review\",\n"
                            "\"version\": 1,\n"
                            "\"review\": \"" REVIEW "\",\n"
                            "\"revision\": 3,\n"
                            "\"export\": \"" EXPORT "\",\n"
                            "\"loop\": \"" LOOP "\",\n"
                            "\"coach\": \"Ada\",\n"
                            "\"summary\": \"\",\n"
                            "\"vote\": \"hire\",\n"
                            "\"answers\": [{\"answer\": \"" ANSWER "\", \"take\": \"" TAKE "\",\n"
                            "\"ratings\": [{\"dimension\": \"clarity\", \"score\": 4}],\n"
                            "\"evidence\": [{\"id\": \"" OTHER "\", \"kind\": \"checklist\",\n"
                            "\"target\": \"stories\", \"clip\": \"" CLIP "\",\n"
                            "\"from_ms\": 0, \"to_ms\": 800}],\n"
                            "\"comments\": [{\"id\": \"" COMMENT "\", \"clip\": \"" CLIP "\",\n"
                            "\"from_ms\": 500, \"text\": \"Why?\"}]}]\n"
                            "}\n";

static OnsiteReviewScope *
make_small_scope (OnsitePack *pack)
{
  const OnsiteSpan cut = { 100, 200, ONSITE_SPAN_CUT };
  OnsiteReviewScope *scope = onsite_review_scope_new (EXPORT, LOOP, pack);

  onsite_review_scope_add_take (scope, ANSWER, TAKE);
  onsite_review_scope_add_clip (scope,
                                TAKE,
                                CLIP,
                                1,
                                onsite_redaction_new (&cut, 1, 900 * ONSITE_SAMPLE_RATE / 1000));

  return scope;
}

static OnsiteReview *
read_text (const char *text, const OnsiteReviewScope *scope, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (
      bytes,
      "ada.onsite-review",
      &onsite_review_limits,
      error);

  return document ? onsite_review_read (document, scope, error) : NULL;
}

static char *
replace (const char *text, const char *what, const char *by)
{
  GString *replaced = g_string_new (text);

  g_assert_cmpuint (g_string_replace (replaced, what, by, 1), ==, 1);

  return g_string_free (replaced, FALSE);
}

static void
test_all_of_it_is_read (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteReviewScope) scope = make_small_scope (pack);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteReview) review = read_text (sound, scope, &error);
  const OnsiteReviewTake *take;
  const OnsiteEvidence *evidence;
  const OnsiteReviewComment *comment;

  g_assert_no_error (error);
  g_assert_cmpstr (review->id, ==, REVIEW);
  g_assert_cmpstr (review->export_id, ==, EXPORT);
  g_assert_cmpuint (review->revision, ==, 3);
  g_assert_cmpstr (review->coach, ==, "Ada");
  g_assert_cmpstr (review->summary, ==, "");
  g_assert_cmpstr (review->vote, ==, "hire");
  g_assert_cmpuint (review->takes->len, ==, 1);
  take = g_ptr_array_index (review->takes, 0);
  g_assert_cmpstr (take->answer, ==, ANSWER);
  g_assert_cmpstr (take->take, ==, TAKE);
  g_assert_cmpuint (onsite_review_take_get_score (take, "clarity"), ==, 4);
  evidence = g_ptr_array_index (take->evidence, 0);
  g_assert_cmpstr (evidence->review, ==, REVIEW);
  g_assert_cmpstr (evidence->target, ==, "stories");
  g_assert_cmpint (evidence->source, ==, ONSITE_SOURCE_COACH);
  g_assert_cmpuint (evidence->turn, ==, 1);
  g_assert_cmpint (evidence->from_ms, ==, 0);
  g_assert_cmpint (evidence->to_ms, ==, 900);
  comment = g_ptr_array_index (take->comments, 0);
  g_assert_cmpstr (comment->clip, ==, CLIP);
  g_assert_cmpint (comment->from_ms, ==, 600);
  g_assert_cmpint (comment->to_ms, ==, -1);
  g_assert_cmpstr (comment->text, ==, "Why?");
}

/* What breaks the sound one, and what is said of it. */
static const struct
{
  const char *what;
  const char *by;
  const char *place;
  const char *reason;
} spoiled[] = {
  { "onsite-review\"", "onsite-capsule\"", ":2: $.format: ", "one of" },
  { "\"version\": 1", "\"version\": 2", ":3: $.version: ", "newer Onsite" },
  { "\"review\": \"" REVIEW, "\"review\": \"x", ":4: $.review: ", "UUID" },
  { "\"review\": \"0000", "\"review\": \"000A", ":4: $.review: ", "lower case" },
  { "\"revision\": 3", "\"revision\": 0", ":5: $.revision: ", "not between" },
  { "\"export\": \"" EXPORT, "\"export\": \"" UNKNOWN, ":6: $.export: ", "another export" },
  { "\"loop\": \"" LOOP, "\"loop\": \"" UNKNOWN, ":7: $.loop: ", "another loop" },
  { "\"coach\": \"Ada\"", "\"coach\": null", ":8: $.coach: ", "a string" },
  { "\"vote\": \"hire\"", "\"vote\": \"maybe\"", ":10: $.vote: ", "no such vote" },
  { "\"answer\": \"" ANSWER,
    "\"answer\": \"" UNKNOWN,
    ":11: $.answers[0].answer: ",
    "no such answer" },
  { "\"take\": \"" TAKE, "\"take\": \"" UNKNOWN, ":11: $.answers[0].take: ", "no such take" },
  { "\"clarity\"", "\"charm\"", ":12: $.answers[0].ratings[0].dimension: ", "no such dimension" },
  { "\"score\": 4}", "\"score\": 6}", ":12: $.answers[0].ratings[0].score: ", "not between" },
  { "\"score\": 4}", "\"score\": 0}", ":12: $.answers[0].ratings[0].score: ", "not between" },
  { "\"score\": 4}", "\"score\": 3.5}", ":12: $.answers[0].ratings[0].score: ", "whole number" },
  { "4}]",
    "4}, {\"dimension\": \"clarity\", \"score\": 5}]",
    ":12: $.answers[0].ratings[1].dimension: ",
    "twice" },
  { "\"checklist\"", "\"principle\"", ":14: $.answers[0].evidence[0].target: ", "no such target" },
  { "\"stories\"", "\"ownership\"", ":14: $.answers[0].evidence[0].target: ", "no such target" },
  { "\"to_ms\": 800", "\"to_ms\": 801", ":15: $.answers[0].evidence[0].to_ms: ", "not between" },
  { "\"from_ms\": 0,",
    "\"from_ms\": -1,",
    ":15: $.answers[0].evidence[0].from_ms: ",
    "not between" },
  { "\"from_ms\": 0, \"to_ms\": 800",
    "\"from_ms\": 9, \"to_ms\": 8",
    ":15: $.answers[0].evidence[0].to_ms: ",
    "not between" },
  { ", \"to_ms\": 800", "", ":13: $.answers[0].evidence[0]: ", "to_ms" },
  { COMMENT "\", \"clip\": \"" CLIP,
    COMMENT "\", \"clip\": \"" UNKNOWN,
    ":16: $.answers[0].comments[0].clip: ",
    "no such recording" },
  { "\"from_ms\": 500",
    "\"from_ms\": 801",
    ":17: $.answers[0].comments[0].from_ms: ",
    "not between" },
  { "\"Why?\"", "\" \\n\"", ":17: $.answers[0].comments[0].text: ", "empty" },
  { "\"text\"", "\"by\": \"Ada\", \"text\"", ":17: $.answers[0].comments[0].by: ", "not known" },
  { "}]}]\n", "}]}], \"loop\": 1\n", ":17: $.loop: ", "twice" },
  { "}]}]\n", "}]}], \"notes\": []\n", ":17: $.notes: ", "not known" },
};

static void
test_what_is_out_of_bounds_is_refused_with_its_place (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteReviewScope) scope = make_small_scope (pack);

  for (guint i = 0; i < G_N_ELEMENTS (spoiled); i++)
    {
      g_autofree char *text = replace (sound, spoiled[i].what, spoiled[i].by);
      g_autofree char *start = g_strconcat ("ada.onsite-review", spoiled[i].place, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (text, scope, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, start));
      g_assert_nonnull (strstr (error->message + strlen (start), spoiled[i].reason));
    }
}

/* A second one of what is there once. */
static void
test_what_is_there_twice_is_refused (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteReviewScope) scope = make_small_scope (pack);
  g_autofree char *comments = replace (sound,
                                       "Why?\"}",
                                       "Why?\"}, {\"id\": \"" COMMENT "\", \"clip\": \"" CLIP
                                       "\", \"from_ms\": 1, \"text\": \"And?\"}");
  g_autofree char *takes = replace (sound,
                                    "Why?\"}]}",
                                    "Why?\"}]}, {\"answer\": \"" ANSWER "\", \"take\": \"" TAKE
                                    "\", \"ratings\": [], \"evidence\": [], \"comments\": []}");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (comments, scope, &error));
  g_assert_error (error, ONSITE_SHARE_ERROR, ONSITE_SHARE_ERROR_DOCUMENT);
  g_assert_nonnull (strstr (error->message, "$.answers[0].comments[1].id: "));
  g_clear_error (&error);
  g_assert_null (read_text (takes, scope, &error));
  g_assert_error (error, ONSITE_SHARE_ERROR, ONSITE_SHARE_ERROR_DOCUMENT);
  g_assert_nonnull (strstr (error->message, "$.answers[1].take: "));
}

static void
test_what_is_too_large_is_refused (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteReviewScope) scope = make_small_scope (pack);
  g_autofree char *longest = g_strnfill (ONSITE_REVIEW_MOST_TEXT, 'a');
  g_autofree char *longer = g_strnfill (ONSITE_REVIEW_MOST_TEXT + 1, 'a');
  g_autofree char *huge = g_strnfill (10 * 1024 * 1024, 'a');
  g_autofree char *fitting = replace (sound, "Why?", longest);
  g_autofree char *long_text = replace (sound, "Why?", longer);
  g_autofree char *huge_text = replace (sound, "Why?", huge);
  g_autofree char *deep = replace (sound, "\"Why?\"", "[[[[[[[[[]]]]]]]]]");
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteReview) review = read_text (fitting, scope, &error);

  g_assert_no_error (error);
  g_assert_null (read_text (long_text, scope, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (read_text (huge_text, scope, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (read_text (deep, scope, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_LIMIT);
}

/* Over two takes, each of which has as many as one list may. */
static char *
make_talkative (guint n_comments)
{
  GString *text = g_string_new (NULL);
  g_autofree char *rest = NULL;

  for (guint i = 0; i < n_comments; i++)
    {
      g_string_append_printf (text,
                              "%s{\"id\": \"00000000-0000-4000-9000-%012u\", \"clip\": \"%s\", "
                              "\"from_ms\": 1, \"text\": \"?\"}",
                              i > 0 ? "," : "",
                              i,
                              i < ONSITE_REVIEW_MOST_PARTS ? CLIP : UNKNOWN);
      if (i == ONSITE_REVIEW_MOST_PARTS - 1 && i + 1 < n_comments)
        g_string_append (text,
                         "]},{\"answer\": \"" ANSWER "\", \"take\": \"" OTHER
                         "\", \"ratings\": [], \"evidence\": [], \"comments\": [");
    }
  g_string_replace (text, "[,", "[", 0);
  rest = g_strdup_printf ("\"comments\": [%s]}]\n}\n", text->str);
  g_string_assign (text, sound);
  g_string_truncate (text, (gsize) (strstr (text->str, "\"comments\"") - text->str));
  g_string_append (text, rest);

  return g_string_free (text, FALSE);
}

static void
test_comments_are_counted_over_all_takes (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteReviewScope) scope = make_small_scope (pack);
  g_autofree char *most = make_talkative (ONSITE_REVIEW_MOST_PARTS);
  g_autofree char *more = make_talkative (ONSITE_REVIEW_MOST_PARTS + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteReview) review = NULL;

  onsite_review_scope_add_take (scope, ANSWER, OTHER);
  onsite_review_scope_add_clip (scope,
                                OTHER,
                                UNKNOWN,
                                0,
                                onsite_redaction_new (NULL, 0, ONSITE_SAMPLE_RATE));
  review = read_text (most, scope, &error);
  g_assert_no_error (error);
  g_assert_null (read_text (more, scope, &error));
  g_assert_error (error, ONSITE_SHARE_ERROR, ONSITE_SHARE_ERROR_DOCUMENT);
  g_assert_nonnull (strstr (error->message, "$.answers[1]: "));
}

static void
test_hostile_text_stays_text (void)
{
  static const struct
  {
    const char *written;
    const char *read;
  } cases[] = {
    { "</script><img src=x onerror=alert(1)>", "</script><img src=x onerror=alert(1)>" },
    { "javascript:alert(1) %s%n $(reboot)", "javascript:alert(1) %s%n $(reboot)" },
    { "a\\u202Eb\\u2066c\\u2069d", "abcd" },
    { "bell\\u0007 \\u001b[31mred\\u009b1m", "bell [31mred1m" },
    { "\\tone\\r\\ntwo", " one\ntwo" },
    { "\\u05e2\\u200f\\u200d", "ע\u200f\u200d" },
  };
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteReviewScope) scope = make_small_scope (pack);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = replace (sound, "Why?", cases[i].written);
      g_autofree char *name = replace (text, "Ada", cases[i].written);
      g_autoptr (GError) error = NULL;
      g_autoptr (OnsiteReview) review = read_text (name, scope, &error);
      const OnsiteReviewTake *take;
      const OnsiteReviewComment *comment;

      g_assert_no_error (error);
      take = g_ptr_array_index (review->takes, 0);
      comment = g_ptr_array_index (take->comments, 0);
      g_assert_cmpstr (comment->text, ==, cases[i].read);
      g_assert_cmpstr (review->coach, ==, cases[i].read);
    }
}

/* A loop as it is, and as its copies are; and what was removed. */
typedef struct
{
  OnsiteLoop *copy;
  OnsiteReviewScope *scope;
  GHashTable *redactions; /* (element-type utf8 OnsiteRedaction): by clip, and by turn */
} Export;

static char *
name_turn (const char *take, guint turn)
{
  return g_strdup_printf ("%s %u", take, turn);
}

static OnsiteRedaction *
make_redaction (gboolean cuts)
{
  OnsiteSpan spans[3] = { 0 };
  guint n_spans = cuts ? (guint) g_test_rand_int_range (0, 4) : 0;

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i].from_ms = g_test_rand_int_range (0, LONGEST_MS);
      spans[i].to_ms = spans[i].from_ms + g_test_rand_int_range (0, LONGEST_MS / 3);
      spans[i].kind = g_test_rand_bit () ? ONSITE_SPAN_CUT : ONSITE_SPAN_MUTE;
    }

  return onsite_redaction_new (spans,
                               n_spans,
                               (gint64) g_test_rand_int_range (1, LONGEST_MS) * ONSITE_SAMPLE_RATE /
                                   1000);
}

static void
export_take (Export *self, const OnsiteAnswer *answer, OnsiteTake *take, gboolean cuts)
{
  onsite_review_scope_add_take (self->scope, answer->id, take->id);
  for (guint i = 0; i < take->turns->len; i++)
    {
      OnsiteTurn *turn = g_ptr_array_index (take->turns, i);
      OnsiteRedaction *redaction;

      if (!turn->clip)
        continue;
      redaction = make_redaction (cuts);
      turn->clip->n_samples = onsite_redaction_get_copy_samples (redaction);
      g_hash_table_insert (self->redactions, g_strdup (turn->clip->id), redaction);
      g_hash_table_insert (self->redactions, name_turn (take->id, i), redaction);
      onsite_review_scope_add_clip (self->scope, take->id, turn->clip->id, i, redaction);
    }
}

static void
export_set_up (Export *self, OnsitePack *pack, gboolean cuts)
{
  self->copy = rehearsed_loop_new_random (pack);
  self->scope = onsite_review_scope_new (EXPORT, self->copy->id, pack);
  self->redactions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint r = 0; r < self->copy->rounds->len; r++)
    {
      const OnsiteRound *round = g_ptr_array_index (self->copy->rounds, r);

      for (guint a = 0; a < round->answers->len; a++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, a);

          for (guint t = 0; t < answer->takes->len; t++)
            export_take (self, answer, answer->takes->pdata[t], cuts);
        }
    }
}

static void
export_tear_down (Export *self)
{
  onsite_loop_free (self->copy);
  onsite_review_scope_free (self->scope);
  g_hash_table_unref (self->redactions);
}

/* Millisecond by millisecond, unlike what is tested. */
static gint64
put_back (const OnsiteRedaction *redaction, gint64 copy_ms, gboolean is_end)
{
  GArray *spans = onsite_redaction_get_spans (redaction);
  gint64 clip_ms = onsite_redaction_get_clip_samples (redaction) * 1000 / ONSITE_SAMPLE_RATE;
  gint64 n_copied = 0;

  for (gint64 at = 0; at < clip_ms; at++)
    {
      gboolean is_cut = FALSE;

      for (guint i = 0; i < spans->len; i++)
        {
          const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, i);

          is_cut |= span->kind == ONSITE_SPAN_CUT && at >= span->from_ms && at < span->to_ms;
        }
      if (is_cut)
        continue;
      if (!is_end && n_copied == copy_ms)
        return at;
      n_copied++;
      if (is_end && n_copied == copy_ms)
        return at + 1;
    }

  return is_end ? 0 : clip_ms;
}

static void
move (const OnsiteRedaction *redaction, gint64 *from_ms, gint64 *to_ms)
{
  gboolean is_point = *to_ms == *from_ms;

  if (*to_ms > *from_ms)
    *to_ms = put_back (redaction, *to_ms, TRUE);
  *from_ms = put_back (redaction, *from_ms, FALSE);
  if (is_point)
    *to_ms = *from_ms;
}

/* What reading has to make of it. */
static void
expect (Export *self, OnsiteReview *review)
{
  review->merged_at_us = 0;
  for (guint i = 0; i < review->takes->len; i++)
    {
      const OnsiteReviewTake *said = g_ptr_array_index (review->takes, i);

      for (guint j = 0; j < said->comments->len; j++)
        {
          OnsiteReviewComment *comment = g_ptr_array_index (said->comments, j);

          move (g_hash_table_lookup (self->redactions, comment->clip),
                &comment->from_ms,
                &comment->to_ms);
        }
      for (guint j = 0; j < said->evidence->len; j++)
        {
          OnsiteEvidence *evidence = g_ptr_array_index (said->evidence, j);
          g_autofree char *id = g_steal_pointer (&evidence->id);
          g_autofree char *place = name_turn (said->take, evidence->turn);

          evidence->id = onsite_review_text_make_id (review->id, id);
          move (g_hash_table_lookup (self->redactions, place),
                &evidence->from_ms,
                &evidence->to_ms);
        }
    }
}

static void
test_any_review_reads_as_it_was_written (gconstpointer cuts)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Export export;
      g_autoptr (OnsiteReview) written = NULL;
      g_autoptr (OnsiteReview) read = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      export_set_up (&export, pack, cuts != NULL);
      written = coach_review_new_random (export.copy, EXPORT);
      text = review_document_write (written, export.copy);
      read = read_text (text, export.scope, &error);
      g_assert_no_error (error);
      expect (&export, written);
      compare_reviews (read, written);
      export_tear_down (&export);
    }
}

/* Or else a search that begins with them gets nowhere. */
static void
test_the_seeds_of_the_search_are_reviews (void)
{
  static const char *const seeds[] = { "empty.json", "full.json" };
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteReviewScope) scope = make_small_scope (pack);

  onsite_review_scope_add_clip (scope,
                                TAKE,
                                COMMENT,
                                0,
                                onsite_redaction_new (NULL, 0, ONSITE_SAMPLE_RATE));
  onsite_review_scope_add_take (scope, ANSWER, OTHER);
  onsite_review_scope_add_clip (scope,
                                OTHER,
                                UNKNOWN,
                                0,
                                onsite_redaction_new (NULL, 0, ONSITE_SAMPLE_RATE));
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                     "fuzz",
                                                     "seeds",
                                                     "review",
                                                     seeds[i],
                                                     NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (OnsiteReview) review = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      review = read_text (text, scope, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (review->takes->len, ==, i * 2);
    }
}

static void
test_ids_of_parts_are_like_those_of_the_standard (void)
{
  /* uuid.uuid5 (uuid.NAMESPACE_DNS, "www.example.com") of Python */
  g_autofree char *id = onsite_review_text_make_id ("6ba7b810-9dad-11d1-80b4-00c04fd430c8",
                                                    "www.example.com");

  g_assert_cmpstr (id, ==, "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/share/review-reader/all-of-it-is-read", test_all_of_it_is_read);
  g_test_add_func ("/share/review-reader/what-is-out-of-bounds-is-refused-with-its-place",
                   test_what_is_out_of_bounds_is_refused_with_its_place);
  g_test_add_func ("/share/review-reader/what-is-there-twice-is-refused",
                   test_what_is_there_twice_is_refused);
  g_test_add_func ("/share/review-reader/what-is-too-large-is-refused",
                   test_what_is_too_large_is_refused);
  g_test_add_func ("/share/review-reader/comments-are-counted-over-all-takes",
                   test_comments_are_counted_over_all_takes);
  g_test_add_func ("/share/review-reader/hostile-text-stays-text", test_hostile_text_stays_text);
  g_test_add_data_func ("/share/review-reader/any-review-reads-as-it-was-written",
                        NULL,
                        test_any_review_reads_as_it_was_written);
  g_test_add_data_func ("/share/review-reader/any-review-of-copies-is-put-back-in-its-place",
                        "cuts",
                        test_any_review_reads_as_it_was_written);
  g_test_add_func ("/share/review-reader/the-seeds-of-the-search-are-reviews",
                   test_the_seeds_of_the_search_are_reviews);
  g_test_add_func ("/share/review-reader/ids-of-parts-are-like-those-of-the-standard",
                   test_ids_of_parts_are_like_those_of_the_standard);

  return g_test_run ();
}
