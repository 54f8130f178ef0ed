/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

#include <string.h>

#define ALL_INCLUDES                                                            \
  (ONSITE_INCLUDE_AUDIO | ONSITE_INCLUDE_WAVEFORM | ONSITE_INCLUDE_TRANSCRIPT | \
   ONSITE_INCLUDE_NOTES | ONSITE_INCLUDE_EVIDENCE | ONSITE_INCLUDE_DELIVERY)

typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteAnswer *answer;
  OnsiteTake *take;
  OnsiteClip *clip;
  GHashTable *peaks;
  OnsiteSelection *selection;
  OnsiteCapsule *capsule;
} Fixture;

/* One answer of two takes; the clip of the second is ten seconds long. */
static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  OnsiteRound *round;
  const OnsiteTurn *turn;

  self->pack = rehearsed_pack_load ();
  self->loop = onsite_loop_new ();
  self->loop->level = g_strdup ("L6");
  round = rehearsed_add_round (self->loop, "people");
  rehearsed_add_answer (round, "trust", NOT_ASKED);
  self->answer = rehearsed_add_answer (round, "cache", 4000);
  self->take = rehearsed_add_take (self->answer, 10000);
  turn = g_ptr_array_index (self->take->turns, 0);
  self->clip = turn->clip;
  self->peaks = shared_make_peaks (self->loop);
  self->selection = onsite_selection_new ();
  onsite_selection_add_answer (self->selection, self->answer->id);
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->capsule, onsite_capsule_free);
  onsite_selection_free (self->selection);
  g_hash_table_unref (self->peaks);
  onsite_loop_free (self->loop);
  onsite_pack_unref (self->pack);
}

static const OnsiteCapsuleTake *
fixture_make (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  const OnsiteCapsuleAnswer *answer;

  g_clear_pointer (&self->capsule, onsite_capsule_free);
  self->capsule = onsite_capsule_new (self->loop,
                                      self->pack,
                                      self->selection,
                                      self->peaks,
                                      "an-export",
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->capsule->answers->len, ==, 1);
  answer = g_ptr_array_index (self->capsule->answers, 0);

  return g_ptr_array_index (answer->takes, answer->takes->len - 1);
}

static void
fixture_refuse (Fixture *self, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_capsule_new (self->loop,
                                     self->pack,
                                     self->selection,
                                     self->peaks,
                                     "an-export",
                                     &error));
  g_assert_error (error, ONSITE_SHARE_ERROR, code);
}

static const OnsiteCapsuleClip *
get_clip (const OnsiteCapsuleTake *take)
{
  const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, 0);

  return turn->clip;
}

static void
test_current_take (Fixture *self, gconstpointer data)
{
  const OnsiteCapsuleTake *take = fixture_make (self);
  const OnsiteCapsuleAnswer *answer = g_ptr_array_index (self->capsule->answers, 0);

  g_assert_cmpuint (answer->takes->len, ==, 1);
  g_assert_cmpuint (take->number, ==, 2);
  g_assert_true (take->current);
  g_assert_cmpuint (answer->number, ==, 2);
  g_assert_cmpint (get_clip (take)->duration_ms, ==, 10000);
}

static void
test_chosen_takes (Fixture *self, gconstpointer data)
{
  OnsiteSelectedAnswer *selected = onsite_selection_add_answer (self->selection, self->answer->id);
  const OnsiteTake *first = g_ptr_array_index (self->answer->takes, 0);
  const OnsiteCapsuleTake *take;

  onsite_selected_answer_add_take (selected, first->id);
  take = fixture_make (self);
  g_assert_cmpstr (take->id, ==, first->id);
  g_assert_cmpuint (take->number, ==, 1);
  g_assert_false (take->current);
}

static void
test_blind (Fixture *self, gconstpointer data)
{
  OnsiteRound *round = g_ptr_array_index (self->loop->rounds, 0);
  const OnsiteCapsuleTake *take;
  const OnsiteCapsuleRound *shared;

  round->vote = g_strdup ("hire");
  rehearsed_rate (self->answer, "structure", 2);
  rehearsed_add_evidence (self->answer,
                          ONSITE_TARGET_PRINCIPLE,
                          "ownership",
                          ONSITE_SOURCE_CLAIMED);
  rehearsed_add_evidence (self->answer, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_COACH);
  take = fixture_make (self);
  shared = g_ptr_array_index (self->capsule->rounds, 0);
  g_assert_null (take->ratings);
  g_assert_null (shared->vote);
  g_assert_cmpuint (take->evidence->len, ==, 1);

  self->selection->blind = FALSE;
  take = fixture_make (self);
  shared = g_ptr_array_index (self->capsule->rounds, 0);
  g_assert_cmpuint (take->ratings->len, ==, 1);
  g_assert_cmpstr (shared->vote, ==, "hire");
  g_assert_cmpuint (take->evidence->len, ==, 2);
}

static void
test_includes (Fixture *self, gconstpointer data)
{
  OnsiteMark *mark = onsite_mark_new ();
  const OnsiteCapsuleTake *take;
  const OnsiteCapsuleAnswer *answer;

  g_free (mark->note);
  mark->note = g_strdup ("secret");
  g_ptr_array_add (self->clip->marks, mark);
  g_free (self->answer->note);
  self->answer->note = g_strdup ("secret");
  rehearsed_add_evidence (self->answer, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_COACH);

  self->selection->includes = ONSITE_INCLUDE_NOTHING;
  take = fixture_make (self);
  answer = g_ptr_array_index (self->capsule->answers, 0);
  g_assert_cmpuint (g_bytes_get_size (get_clip (take)->peaks), ==, 0);
  g_assert_cmpuint (take->evidence->len, ==, 0);
  g_assert_false (take->has_delivery);
  g_assert_cmpstr (answer->note, ==, "");
  g_assert_cmpuint (take->marks->len, ==, 1);
  g_assert_cmpstr (((OnsiteCapsuleMark *) g_ptr_array_index (take->marks, 0))->note, ==, "");
  g_assert_cmpint (onsite_capsule_count (self->capsule).audio_ms, ==, 0);

  self->selection->includes = ALL_INCLUDES;
  take = fixture_make (self);
  answer = g_ptr_array_index (self->capsule->answers, 0);
  g_assert_cmpuint (g_bytes_get_size (get_clip (take)->peaks), ==, 500);
  g_assert_cmpuint (take->evidence->len, ==, 1);
  g_assert_true (take->has_delivery);
  g_assert_cmpint (take->talk_ms, ==, 10000);
  g_assert_cmpstr (answer->note, ==, "secret");
  g_assert_cmpstr (((OnsiteCapsuleMark *) g_ptr_array_index (take->marks, 0))->note, ==, "secret");
  g_assert_cmpint (onsite_capsule_count (self->capsule).audio_ms, ==, 10000);
  /* There are no transcripts yet, whoever asks for them. */
  g_assert_false (self->capsule->includes & ONSITE_INCLUDE_TRANSCRIPT);
}

static void
test_cut (Fixture *self, gconstpointer data)
{
  const OnsiteSpan cut = { 1000, 3000, ONSITE_SPAN_CUT };
  const OnsiteSpan mute = { 5000, 6000, ONSITE_SPAN_MUTE };
  const OnsiteCapsuleClip *clip;
  const OnsiteCapsuleTake *take;
  const OnsiteCapsuleRange *muted;

  onsite_selection_add_span (self->selection, self->clip->id, &cut);
  onsite_selection_add_span (self->selection, self->clip->id, &mute);
  take = fixture_make (self);
  clip = get_clip (take);
  muted = &g_array_index (clip->muted, OnsiteCapsuleRange, 0);
  g_assert_cmpint (clip->duration_ms, ==, 8000);
  g_assert_cmpint (take->talk_ms, ==, 8000);
  g_assert_cmpuint (clip->cuts->len, ==, 1);
  g_assert_cmpint (g_array_index (clip->cuts, gint64, 0), ==, 1000);
  g_assert_cmpuint (clip->muted->len, ==, 1);
  g_assert_cmpint (muted->from_ms, ==, 3000);
  g_assert_cmpint (muted->to_ms, ==, 4000);
  g_assert_cmpuint (onsite_capsule_count (self->capsule).n_redactions, ==, 2);
}

static void
test_all_cut (Fixture *self, gconstpointer data)
{
  const OnsiteSpan all = { 0, 10000, ONSITE_SPAN_CUT };
  const OnsiteCapsuleTake *take;

  onsite_selection_add_span (self->selection, self->clip->id, &all);
  take = fixture_make (self);
  g_assert_cmpuint (take->turns->len, ==, 1);
  g_assert_null (get_clip (take));
}

/* The second take answers what a coach said of the first, from its second second on. */
static const char *
comment_on_first (Fixture *self)
{
  const OnsiteTake *first = g_ptr_array_index (self->answer->takes, 0);
  const OnsiteTurn *turn = g_ptr_array_index (first->turns, 0);
  OnsiteReview *review = onsite_review_new ("a-review", "an-export");
  OnsiteReviewTake *said = onsite_review_take_new (self->answer->id, first->id);

  g_free (review->coach);
  review->coach = g_strdup ("Ada");
  g_ptr_array_add (self->loop->reviews, review);
  g_ptr_array_add (review->takes, said);
  g_ptr_array_add (
      said->comments,
      onsite_review_comment_new ("a-comment", turn->clip->id, 2000, 3000, "Whose idea was it?"));
  self->take->review = g_strdup ("a-review");
  self->take->comment = g_strdup ("a-comment");
  onsite_selection_add_answered (self->selection, self->loop);

  return turn->clip->id;
}

static void
test_answered (Fixture *self, gconstpointer data)
{
  const OnsiteSpan cut = { 0, 1000, ONSITE_SPAN_CUT };
  const char *clip = comment_on_first (self);
  const OnsiteCapsuleTake *take = fixture_make (self);
  const OnsiteCapsuleAnswer *answer = g_ptr_array_index (self->capsule->answers, 0);
  const OnsiteCapsuleTake *first = g_ptr_array_index (answer->takes, 0);

  g_assert_cmpuint (answer->takes->len, ==, 2);
  g_assert_null (first->answered);
  g_assert_cmpstr (take->answered->take, ==, first->id);
  g_assert_cmpuint (take->answered->turn, ==, 0);
  g_assert_cmpint (take->answered->from_ms, ==, 2000);
  g_assert_cmpint (take->answered->to_ms, ==, 3000);
  g_assert_cmpstr (take->answered->coach, ==, "Ada");
  g_assert_cmpstr (take->answered->text, ==, "Whose idea was it?");

  onsite_selection_add_span (self->selection, clip, &cut);
  g_assert_cmpint (fixture_make (self)->answered->from_ms, ==, 1000);
}

static void
test_answered_and_removed (Fixture *self, gconstpointer data)
{
  const OnsiteSpan mute = { 2500, 2600, ONSITE_SPAN_MUTE };
  const char *clip = comment_on_first (self);

  onsite_selection_add_span (self->selection, clip, &mute);
  g_assert_null (fixture_make (self)->answered);
}

static void
test_answered_and_left (Fixture *self, gconstpointer data)
{
  OnsiteSelectedAnswer *selected;

  comment_on_first (self);
  selected = onsite_selection_find_answer (self->selection, self->answer->id);
  g_ptr_array_remove_index (selected->takes, 0);
  g_assert_null (fixture_make (self)->answered);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  const OnsiteSpan bad[] = {
    { -1, 10, ONSITE_SPAN_CUT },
    { 10, 10, ONSITE_SPAN_CUT },
    { 0, 10001, ONSITE_SPAN_MUTE },
  };
  OnsiteSelectedAnswer *selected = onsite_selection_add_answer (self->selection, self->answer->id);

  onsite_selected_answer_add_take (selected, "no-take");
  fixture_refuse (self, ONSITE_SHARE_ERROR_SELECTION);
  g_ptr_array_set_size (selected->takes, 0);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      onsite_selection_add_span (self->selection, self->clip->id, &bad[i]);
      fixture_refuse (self, ONSITE_SHARE_ERROR_SELECTION);
      g_hash_table_remove_all (self->selection->spans);
    }
  onsite_selection_add_span (self->selection, "no-clip", &bad[2]);
  fixture_refuse (self, ONSITE_SHARE_ERROR_SELECTION);
  g_hash_table_remove_all (self->selection->spans);

  onsite_selection_add_answer (self->selection, "no-answer");
  fixture_refuse (self, ONSITE_SHARE_ERROR_SELECTION);
  onsite_selection_remove_answer (self->selection, "no-answer");
  fixture_make (self);

  onsite_selection_remove_answer (self->selection, self->answer->id);
  fixture_refuse (self, ONSITE_SHARE_ERROR_EMPTY);
}

static const OnsiteCapsuleClip *
find_clip (const OnsiteCapsule *capsule, const char *id, const OnsiteCapsuleTake **its_take)
{
  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (capsule->answers, i);

      for (guint j = 0; j < answer->takes->len; j++)
        {
          const OnsiteCapsuleTake *take = g_ptr_array_index (answer->takes, j);

          for (guint k = 0; k < take->turns->len; k++)
            {
              const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, k);

              *its_take = take;
              if (turn->clip && g_str_equal (turn->clip->id, id))
                return turn->clip;
            }
        }
    }

  return NULL;
}

/* Whether what was asked to be removed has a moment of [from_ms, to_ms]. */
static gboolean
is_removed (GArray *spans, gint64 from_ms, gint64 to_ms)
{
  for (guint i = 0; spans && i < spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, i);

      if (from_ms < span->to_ms && MAX (to_ms, from_ms + 1) > span->from_ms)
        return TRUE;
    }

  return FALSE;
}

static void
check_marks (const OnsiteCapsuleTake *take, const OnsiteClip *clip, GArray *spans)
{
  for (guint i = 0; i < take->marks->len; i++)
    {
      const OnsiteCapsuleMark *mark = g_ptr_array_index (take->marks, i);
      g_auto (GStrv) told = g_strsplit (mark->note, "/", -1);
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, mark->turn);

      g_assert_cmpint (mark->from_ms, <=, turn->clip->duration_ms);
      g_assert_cmpint (mark->to_ms, <=, turn->clip->duration_ms);
      if (g_strv_length (told) != 3 || !g_str_equal (told[0], clip->id))
        continue;
      g_assert_false (is_removed (spans,
                                  g_ascii_strtoll (told[1], NULL, 10),
                                  g_ascii_strtoll (told[2], NULL, 10)));
    }
}

static void
check_peaks (const OnsiteCapsuleClip *copy, const OnsiteClip *clip, GArray *spans)
{
  gsize n_peaks;
  const guint8 *peaks = g_bytes_get_data (copy->peaks, &n_peaks);
  gsize n = 0;

  if (n_peaks == 0)
    return;
  for (gint64 step = 0; step < (clip->n_samples + 959) / 960; step++)
    {
      gint64 at_ms = step * ONSITE_REDACTION_STEP_MS;

      if (is_removed (spans, at_ms, at_ms + ONSITE_REDACTION_STEP_MS))
        continue;
      while (n < n_peaks && peaks[n] == 0)
        n++;
      g_assert_cmpuint (n, <, n_peaks);
      g_assert_cmpuint (peaks[n], ==, shared_make_peak (step));
      n++;
    }
  while (n < n_peaks)
    g_assert_cmpuint (peaks[n++], ==, 0);
}

typedef struct
{
  const OnsiteSelection *selection;
  const OnsiteCapsule *capsule;
} Checking;

static void
check_clip (const OnsiteAnswer *answer,
            const OnsiteTake *take,
            const OnsiteTurn *turn,
            gpointer user_data)
{
  const Checking *checking = user_data;
  GArray *spans = onsite_selection_get_spans (checking->selection, turn->clip->id);
  const OnsiteCapsuleTake *copied = NULL;
  const OnsiteCapsuleClip *copy = find_clip (checking->capsule, turn->clip->id, &copied);

  if (!copy)
    return;
  check_marks (copied, turn->clip, spans);
  check_peaks (copy, turn->clip, spans);
  for (guint i = 0; i < copied->evidence->len; i++)
    {
      const OnsiteCapsuleEvidence *evidence = g_ptr_array_index (copied->evidence, i);
      const OnsiteCapsuleTurn *its = g_ptr_array_index (copied->turns, evidence->turn);

      if (its->clip != copy || evidence->from_ms < 0)
        continue;
      g_assert_cmpint (evidence->to_ms, <=, copy->duration_ms);
      g_assert_false (is_removed (spans,
                                  onsite_redaction_to_clip (copy->redaction, evidence->from_ms),
                                  onsite_redaction_end_to_clip (copy->redaction, evidence->to_ms)));
    }
}

static void
test_removed_everywhere (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (OnsiteLoop) loop = rehearsed_loop_new_random (pack);
      g_autoptr (OnsiteSelection) selection = NULL;
      g_autoptr (GHashTable) peaks = NULL;
      g_autoptr (OnsiteCapsule) capsule = NULL;
      g_autoptr (GError) error = NULL;
      Checking checking;

      shared_fill_random (loop);
      selection = shared_select_random (loop);
      peaks = shared_make_peaks (loop);
      if (selection->answers->len == 0)
        continue;
      capsule = onsite_capsule_new (loop, pack, selection, peaks, "an-export", &error);
      g_assert_no_error (error);
      checking.selection = selection;
      checking.capsule = capsule;
      shared_foreach_clip (loop, check_clip, &checking);
    }
}

static void
test_order (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  g_autoptr (OnsiteLoop) loop = onsite_loop_new ();
  OnsiteRound *first = rehearsed_add_round (loop, "screen");
  OnsiteRound *second = rehearsed_add_round (loop, "people");
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  g_autoptr (OnsiteCapsule) capsule = NULL;
  const OnsiteCapsuleAnswer *answers[2];

  rehearsed_add_answer (first, "trust", 100);
  onsite_selection_add_answer (selection, rehearsed_add_answer (second, "own", 100)->id);
  onsite_selection_add_answer (selection, rehearsed_add_answer (second, "trust", 100)->id);
  /* Chosen in another order. */
  g_ptr_array_insert (selection->answers, 0, g_ptr_array_steal_index (selection->answers, 1));

  capsule = onsite_capsule_new (loop, pack, selection, NULL, "an-export", NULL);
  g_assert_cmpuint (capsule->rounds->len, ==, 1);
  g_assert_cmpuint (capsule->answers->len, ==, 2);
  answers[0] = g_ptr_array_index (capsule->answers, 0);
  answers[1] = g_ptr_array_index (capsule->answers, 1);
  g_assert_cmpuint (answers[0]->number, ==, 2);
  g_assert_cmpuint (answers[0]->round, ==, 0);
  g_assert_cmpuint (answers[1]->number, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/capsule/it-has-the-current-take-where-none-was-chosen", test_current_take);
  ADD ("/capsule/it-has-the-takes-that-were-chosen", test_chosen_takes);
  ADD ("/capsule/a-blind-coach-sees-no-ratings-votes-or-claims", test_blind);
  ADD ("/capsule/only-what-was-chosen-goes-along", test_includes);
  ADD ("/capsule/what-is-behind-a-cut-moves-forward", test_cut);
  ADD ("/capsule/a-clip-that-is-all-cut-is-none", test_all_cut);
  ADD ("/capsule/a-take-that-answers-a-comment-says-so-beside-what-that-is-about", test_answered);
  ADD ("/capsule/a-comment-on-what-was-removed-stays-at-home", test_answered_and_removed);
  ADD ("/capsule/a-comment-on-a-take-that-stays-at-home-stays-there-too", test_answered_and_left);
  ADD ("/capsule/a-choice-that-makes-no-sense-is-refused-whole", test_refused);
  g_test_add_func ("/capsule/nothing-of-what-was-removed-is-anywhere", test_removed_everywhere);
  g_test_add_func ("/capsule/answers-are-in-the-order-of-the-loop", test_order);

  return g_test_run ();
}
