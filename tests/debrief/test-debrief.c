/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/onsite-headline.h"
#include "rehearsed.h"

typedef struct
{
  OnsitePack *pack;
  OnsiteDebrief *debrief;
  OnsiteHeadline *headline;
} Fixture;

/* Two rounds: the first as it should be, the second ended before its last question. */
static void
set_up (Fixture *self, gconstpointer data)
{
  OnsiteLoop *loop = onsite_loop_new ();
  OnsiteRound *people = rehearsed_add_round (loop, "people");
  OnsiteRound *design = rehearsed_add_round (loop, "design");
  OnsiteAnswer *ship = rehearsed_add_answer (people, "ship", 5000);
  OnsiteAnswer *repair = rehearsed_add_answer (people, "repair", 7000);
  OnsiteAnswer *cache = rehearsed_add_answer (design, "cache", 0);

  rehearsed_add_turn (onsite_answer_get_current_take (ship), 1500);
  rehearsed_rate (ship, "structure", 4);
  rehearsed_rate (ship, "depth", 2);
  rehearsed_rate (repair, "structure", 5);
  rehearsed_add_evidence (ship, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  rehearsed_add_evidence (repair, ONSITE_TARGET_CHECKLIST, "stories", ONSITE_SOURCE_CLAIMED);
  cache->skipped = TRUE;
  rehearsed_add_answer (design, "staff", NOT_ASKED);
  rehearsed_add_answer (design, "not-in-the-pack", NOT_ASKED);
  people->vote = g_strdup ("hire");
  people->interruptions = 2;
  design->ended_early = TRUE;

  self->pack = rehearsed_pack_load ();
  self->debrief = onsite_debrief_new (loop, self->pack, 0);
  self->headline = onsite_headline_new (self->debrief);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  onsite_headline_free (self->headline);
  onsite_debrief_free (self->debrief);
  onsite_pack_unref (self->pack);
}

static void
test_answers (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint round, place;
    gint64 talk_ms, suggested_ms;
    double mean_score;
    guint n_rated;
    gboolean asked, has_clip, known;
  } expected[] = {
    { 0, 0, 6500, 12000, 3.0, 2, TRUE, TRUE, TRUE },
    { 0, 1, 7000, 12000, 5.0, 1, TRUE, TRUE, TRUE },
    { 1, 0, 0, 12000, 0.0, 0, TRUE, FALSE, TRUE },
    { 1, 1, 0, 12000, 0.0, 0, FALSE, FALSE, TRUE },
    { 1, 2, 0, 0, 0.0, 0, FALSE, FALSE, FALSE },
  };

  g_assert_cmpuint (self->debrief->answers->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (self->debrief->answers, i);

      g_assert_cmpuint (answer->index, ==, i);
      g_assert_cmpuint (answer->round, ==, expected[i].round);
      g_assert_cmpuint (answer->place, ==, expected[i].place);
      g_assert_cmpint (answer->talk_ms, ==, expected[i].talk_ms);
      g_assert_cmpint (answer->suggested_ms, ==, expected[i].suggested_ms);
      g_assert_cmpfloat (answer->mean_score, ==, expected[i].mean_score);
      g_assert_cmpuint (answer->n_rated, ==, expected[i].n_rated);
      g_assert_cmpint (answer->asked, ==, expected[i].asked);
      g_assert_cmpint (answer->has_clip, ==, expected[i].has_clip);
      g_assert_cmpint (answer->question != NULL, ==, expected[i].known);
    }
}

static void
test_rounds (Fixture *self, gconstpointer data)
{
  const OnsiteRoundSummary *people = g_ptr_array_index (self->debrief->rounds, 0);
  const OnsiteRoundSummary *design = g_ptr_array_index (self->debrief->rounds, 1);

  g_assert_cmpuint (self->debrief->rounds->len, ==, 2);
  g_assert_cmpstr (people->kind->name, ==, "Behavioral");
  g_assert_cmpstr (people->vote->name, ==, "Hire");
  g_assert_cmpuint (people->n_asked, ==, 2);
  g_assert_cmpint (people->talk_ms, ==, 13500);
  g_assert_cmpint (people->suggested_ms, ==, 24000);
  g_assert_cmpfloat (people->mean_score, ==, 4.0);
  g_assert_null (design->vote);
  g_assert_cmpuint (design->answers->len, ==, 3);
  g_assert_cmpuint (design->n_asked, ==, 1);
  g_assert_cmpfloat (design->mean_score, ==, 0.0);
}

static void
test_totals (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (self->debrief->n_asked, ==, 3);
  g_assert_cmpint (self->debrief->talk_ms, ==, 13500);
  g_assert_cmpint (self->debrief->suggested_ms, ==, 36000);
  g_assert_cmpuint (self->debrief->n_principles_covered, ==, 1);
  g_assert_cmpuint (self->debrief->n_checklist_covered, ==, 1);
}

static void
test_mix (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *category;
    guint planned, asked, aim_percent;
  } expected[] = {
    { "behavioral", 2, 2, 50 },
    { "design-review", 1, 1, 20 },
    { "trade-offs", 1, 0, 20 },
    { "principles", 0, 0, 10 },
  };

  g_assert_cmpuint (self->debrief->mix->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const OnsiteShare *share = g_ptr_array_index (self->debrief->mix, i);

      g_assert_cmpstr (share->category, ==, expected[i].category);
      g_assert_cmpuint (share->planned, ==, expected[i].planned);
      g_assert_cmpuint (share->asked, ==, expected[i].asked);
      g_assert_cmpuint (share->aim_percent, ==, expected[i].aim_percent);
    }
}

static void
test_dimensions (Fixture *self, gconstpointer data)
{
  const OnsiteDimensionSummary *structure = g_ptr_array_index (self->debrief->dimensions, 0);
  const OnsiteDimensionSummary *depth = g_ptr_array_index (self->debrief->dimensions, 2);
  const OnsiteDimensionSummary *clarity = g_ptr_array_index (self->debrief->dimensions, 5);

  g_assert_cmpuint (self->debrief->dimensions->len, ==, 6);
  g_assert_cmpfloat (structure->mean, ==, 4.5);
  g_assert_cmpuint (structure->n, ==, 2);
  g_assert_true (structure->answers->pdata[1] == self->debrief->answers->pdata[1]);
  g_assert_cmpfloat (depth->mean, ==, 2.0);
  g_assert_cmpuint (depth->n, ==, 1);
  g_assert_cmpfloat (clarity->mean, ==, 0.0);
  g_assert_cmpuint (clarity->n, ==, 0);
}

static void
test_gaps (Fixture *self, gconstpointer data)
{
  /* Asked for and missed, then not asked for; principles before the checklist. */
  static const char *expected[] = {
    "deliver-results", "dive-deep", "earn-trust", "trade-offs", "system",
  };

  g_assert_cmpuint (self->headline->gaps->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (self->headline->gaps, i);

      g_assert_cmpstr (row->target, ==, expected[i]);
    }
}

static void
test_headline (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (self->headline->weakest->dimension, ==, "depth");
  g_assert_cmpuint (self->headline->unrated->len, ==, 2);
  g_assert_true (self->headline->unrated->pdata[0] == self->debrief->answers->pdata[0]);
  g_assert_true (self->headline->unrated->pdata[1] == self->debrief->answers->pdata[1]);
  g_assert_cmpuint (self->headline->n_interruptions, ==, 2);
  g_assert_cmpuint (self->headline->n_ended_early, ==, 1);
}

static void
test_weakest (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint structure, depth, clarity;
    const char *weakest;
  } cases[] = {
    { 0, 0, 0, NULL },    { 3, 0, 0, NULL },        { 3, 3, 3, NULL },
    { 3, 2, 2, "depth" }, { 1, 2, 3, "structure" }, { 3, 3, 2, "clarity" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OnsiteDebrief) debrief = NULL;
      g_autoptr (OnsiteHeadline) headline = NULL;
      OnsiteLoop *loop = onsite_loop_new ();
      OnsiteAnswer *answer = rehearsed_add_answer (rehearsed_add_round (loop, "people"), "ship", 1);

      if (cases[i].structure > 0)
        rehearsed_rate (answer, "structure", cases[i].structure);
      if (cases[i].depth > 0)
        rehearsed_rate (answer, "depth", cases[i].depth);
      if (cases[i].clarity > 0)
        rehearsed_rate (answer, "clarity", cases[i].clarity);
      debrief = onsite_debrief_new (loop, self->pack, 0);
      headline = onsite_headline_new (debrief);
      g_assert_cmpstr (headline->weakest ? headline->weakest->dimension : NULL,
                       ==,
                       cases[i].weakest);
    }
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteDebrief) debrief = onsite_debrief_new (onsite_loop_new (), self->pack, 0);
  g_autoptr (OnsiteHeadline) headline = onsite_headline_new (debrief);

  g_assert_cmpuint (debrief->answers->len, ==, 0);
  g_assert_cmpuint (debrief->n_principles_covered, ==, 0);
  g_assert_cmpuint (headline->gaps->len, ==, 7);
  g_assert_null (headline->weakest);
}

static void
test_anew (Fixture *self, gconstpointer data)
{
  OnsiteLoop *loop = onsite_loop_new ();
  OnsiteAnswer *answer = rehearsed_add_answer (rehearsed_add_round (loop, "people"), "ship", 1);
  g_autoptr (OnsiteDebrief) debrief = onsite_debrief_new (loop, self->pack, 0);
  const OnsiteAnswerSummary *summary = g_ptr_array_index (debrief->answers, 0);

  g_assert_cmpuint (summary->n_rated, ==, 0);
  rehearsed_rate (answer, "clarity", 4);
  loop = onsite_debrief_dissolve (g_steal_pointer (&debrief));
  debrief = onsite_debrief_new (loop, self->pack, 0);
  summary = g_ptr_array_index (debrief->answers, 0);
  g_assert_true (summary->answer == answer);
  g_assert_cmpuint (summary->n_rated, ==, 1);
}

#define add(name, test) g_test_add ("/debrief/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("each-answer-is-summed-up", test_answers);
  add ("each-round-has-its-vote-and-figures", test_rounds);
  add ("totals-count-what-was-asked", test_totals);
  add ("the-mix-stands-beside-its-aim", test_mix);
  add ("ratings-are-means-of-what-was-rated", test_dimensions);
  add ("gaps-that-were-asked-for-come-first", test_gaps);
  add ("the-headline-names-what-comes-next", test_headline);
  add ("the-weakest-dimension-is-one-that-differs", test_weakest);
  add ("a-loop-without-rounds-is-all-gaps", test_empty);
  add ("a-loop-is-summed-up-anew-after-an-edit", test_anew);

  return g_test_run ();
}
