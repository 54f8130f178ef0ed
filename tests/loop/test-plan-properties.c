/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plans.h"

/* What holds for every whole loop, whatever the seed, the level and the past. */

/* The sanitizers look at how each step is made, not at what comes of it, and take
 * twenty times as long. */
#ifdef __SANITIZE_ADDRESS__
#define N_SEEDS 15
#else
#define N_SEEDS 100
#endif
#define N_LOOPS 3

typedef struct
{
  OnsitePack *pack;
  const OnsitePlanRequest *request;
  const OnsiteLoop *loop;
} Plan;

typedef void (*Property) (const Plan *plan);

static const OnsiteRoundKind *
get_kind (const Plan *plan, guint round)
{
  return onsite_pack_find_round_kind (plan->pack, plans_get_round (plan->loop, round)->kind);
}

static gboolean
is_asked (const Plan *plan, const char *question)
{
  for (guint i = 0; i < plan->loop->rounds->len; i++)
    for (guint j = 0; j < plans_get_round (plan->loop, i)->answers->len; j++)
      if (g_str_equal (plans_get_question (plan->pack, plans_get_round (plan->loop, i), j)->id,
                       question))
        return TRUE;

  return FALSE;
}

static gboolean
may_ask (const Plan *plan, guint round, const OnsiteQuestion *question)
{
  const OnsiteRoundKind *kind = get_kind (plan, round);

  return plans_has (question->levels, plan->loop->level) &&
         plans_has (kind->categories, question->category) &&
         onsite_question_fits_round (question, kind);
}

static guint
count_category (const Plan *plan, const char *category, guint *n_questions)
{
  guint count = 0;

  *n_questions = 0;
  for (guint i = 0; i < plan->loop->rounds->len; i++)
    for (guint j = 0; j < plans_get_round (plan->loop, i)->answers->len; j++)
      {
        ++*n_questions;
        if (g_str_equal (
                plans_get_question (plan->pack, plans_get_round (plan->loop, i), j)->category,
                category))
          count++;
      }

  return count;
}

static void
has_the_rounds_of_its_level (const Plan *plan)
{
  const OnsiteLevel *level = onsite_pack_find_level (plan->pack, plan->request->level);
  guint n = 0;

  for (guint i = 0; level->rounds[i] != NULL; i++)
    {
      const OnsiteRoundKind *kind = onsite_pack_find_round_kind (plan->pack, level->rounds[i]);

      if (kind->optional && !plan->request->screens)
        continue;
      g_assert_cmpstr (plans_get_round (plan->loop, n)->kind, ==, kind->id);
      g_assert_cmpuint (plans_get_round (plan->loop, n)->seconds, ==, kind->seconds);
      n++;
    }
  g_assert_cmpuint (plan->loop->rounds->len, ==, n);
}

static void
asks_as_many_questions_as_a_round_has_time_for (const Plan *plan)
{
  for (guint i = 0; i < plan->loop->rounds->len; i++)
    {
      const OnsiteRound *round = plans_get_round (plan->loop, i);
      guint seconds = 0;

      g_assert_cmpuint (round->answers->len, >=, get_kind (plan, i)->least);
      g_assert_cmpuint (round->answers->len, <=, get_kind (plan, i)->most);
      for (guint j = 0; j < round->answers->len; j++)
        seconds += plans_get_question (plan->pack, round, j)->seconds;
      g_assert_cmpuint (seconds, <=, round->seconds);
    }
}

static void
asks_in_a_round_what_fits_it (const Plan *plan)
{
  for (guint i = 0; i < plan->loop->rounds->len; i++)
    for (guint j = 0; j < plans_get_round (plan->loop, i)->answers->len; j++)
      g_assert_true (
          may_ask (plan, i, plans_get_question (plan->pack, plans_get_round (plan->loop, i), j)));
}

static void
asks_nothing_twice (const Plan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->loop->rounds->len; i++)
    for (guint j = 0; j < plans_get_round (plan->loop, i)->answers->len; j++)
      g_assert_true (g_hash_table_add (
          seen,
          plans_get_question (plan->pack, plans_get_round (plan->loop, i), j)->id));
}

static void
keeps_the_mix_within_one (const Plan *plan)
{
  GPtrArray *categories = onsite_pack_get_categories (plan->pack);

  for (guint i = 0; i < categories->len; i++)
    {
      const OnsiteCategory *category = g_ptr_array_index (categories, i);
      guint n_questions;
      int count = (int) count_category (plan, category->id, &n_questions);

      g_assert_cmpint (ABS (100 * count - (int) (category->share * n_questions)), <=, 100);
    }
}

/* Nothing that could stand in its place was left out although it was asked less recently. */
static void
asks_first_what_was_asked_longest_ago (const Plan *plan)
{
  GPtrArray *questions = onsite_pack_get_questions (plan->pack);
  GPtrArray *history = plan->request->history;

  for (guint i = 0; i < plan->loop->rounds->len; i++)
    for (guint j = 0; j < plans_get_round (plan->loop, i)->answers->len; j++)
      {
        const OnsiteQuestion *asked = plans_get_question (plan->pack,
                                                          plans_get_round (plan->loop, i),
                                                          j);
        gint64 asked_at_us = plans_get_asked_at_us (history, asked->id);

        for (guint k = 0; k < questions->len; k++)
          {
            const OnsiteQuestion *other = g_ptr_array_index (questions, k);

            if (g_str_equal (other->category, asked->category) && may_ask (plan, i, other) &&
                !is_asked (plan, other->id))
              g_assert_cmpint (asked_at_us, <=, plans_get_asked_at_us (history, other->id));
          }
      }
}

static void
has_one_bar_raiser_onsite (const Plan *plan)
{
  guint n_bar_raisers = 0;

  for (guint i = 0; i < plan->loop->rounds->len; i++)
    if (plans_get_round (plan->loop, i)->bar_raiser)
      {
        g_assert_cmpint (get_kind (plan, i)->stage, ==, ONSITE_STAGE_ONSITE);
        n_bar_raisers++;
      }
  g_assert_cmpuint (n_bar_raisers, ==, 1);
}

static void
tells_interviewers_apart (const Plan *plan)
{
  for (guint i = 0; i < plan->loop->rounds->len; i++)
    {
      const OnsiteRound *round = plans_get_round (plan->loop, i);

      g_assert_true (plans_has (get_kind (plan, i)->interviewers, round->interviewer));
      g_assert_cmpuint (round->voice, <, ONSITE_PLAN_N_VOICES);
      if (i > 0)
        g_assert_cmpuint (round->voice, !=, plans_get_round (plan->loop, i - 1)->voice);
    }
}

static gboolean
has_title_before (const Plan *plan, const char *title, guint round)
{
  for (guint i = 0; i < round; i++)
    if (g_str_equal (plans_get_round (plan->loop, i)->interviewer, title))
      return TRUE;

  return FALSE;
}

static void
gives_a_title_twice_only_if_none_is_left (const Plan *plan)
{
  for (guint i = 0; i < plan->loop->rounds->len; i++)
    {
      char **titles = get_kind (plan, i)->interviewers;

      if (has_title_before (plan, plans_get_round (plan->loop, i)->interviewer, i))
        for (guint j = 0; titles[j] != NULL; j++)
          g_assert_true (has_title_before (plan, titles[j], i));
    }
}

static guint
count_targets (const Plan *plan, const OnsiteRound *round, const char *principle)
{
  guint count = 0;

  for (guint i = 0; i < round->answers->len; i++)
    {
      char **principles = plans_get_question (plan->pack, round, i)->principles;

      if (plans_has (principles, principle))
        count += g_str_equal (principles[0], principle) ? 2 : 1;
    }

  return count;
}

/* Who chooses first has what suits best of all that is held. */
static void
lets_interviewers_hold_what_they_ask_for (const Plan *plan)
{
  const OnsiteRound *first = NULL;

  for (guint i = 0; i < plan->loop->rounds->len; i++)
    {
      const OnsiteRound *round = plans_get_round (plan->loop, i);

      if (first == NULL && round->principles[0] != NULL)
        first = round;
      for (guint j = 0; round->principles[j] != NULL; j++)
        g_assert_cmpuint (count_targets (plan, first, round->principles[j]),
                          <=,
                          count_targets (plan, first, first->principles[0]));
    }
}

static void
lets_onsite_interviewers_hold_two_or_three_principles (const Plan *plan)
{
  guint n_principles = onsite_pack_get_principles (plan->pack)->len;
  g_autoptr (GHashTable) held = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_onsite = 0;
  guint n_held = 0;

  for (guint i = 0; i < plan->loop->rounds->len; i++)
    {
      char **principles = plans_get_round (plan->loop, i)->principles;
      guint n = g_strv_length (principles);

      if (get_kind (plan, i)->stage != ONSITE_STAGE_ONSITE)
        {
          g_assert_cmpuint (n, ==, 0);
          continue;
        }
      n_onsite++;
      n_held += n;
      g_assert_cmpuint (n, >=, 2);
      g_assert_cmpuint (n, <=, 3);
      for (guint j = 0; j < n; j++)
        {
          g_assert_nonnull (onsite_pack_find_principle (plan->pack, principles[j]));
          g_hash_table_add (held, principles[j]);
        }
    }

  if (n_principles >= 2 * n_onsite)
    g_assert_cmpuint (g_hash_table_size (held), ==, n_held);
}

static gboolean
is_held (const Plan *plan, const char *principle)
{
  for (guint i = 0; i < plan->loop->rounds->len; i++)
    if (plans_has (plans_get_round (plan->loop, i)->principles, principle))
      return TRUE;

  return FALSE;
}

static void
lets_uncovered_principles_be_held_first (const Plan *plan)
{
  GPtrArray *principles = onsite_pack_get_principles (plan->pack);
  GPtrArray *history = plan->request->history;
  gboolean holds_covered = FALSE;
  gboolean leaves_uncovered = FALSE;

  for (guint i = 0; i < principles->len; i++)
    {
      const char *id = ((OnsitePrinciple *) g_ptr_array_index (principles, i))->id;
      gboolean held = is_held (plan, id);
      gboolean covered = plans_is_covered (history, id);

      holds_covered |= held && covered;
      leaves_uncovered |= !held && !covered;
    }
  g_assert_false (holds_covered && leaves_uncovered);
}

static void
is_the_same_for_the_same_seed_and_history (const Plan *plan)
{
  g_autoptr (OnsiteLoop) again = plans_draw (plan->request);
  g_autofree char *text = plans_describe (plan->loop);
  g_autofree char *text_again = plans_describe (again);

  g_assert_cmpstr (text, ==, text_again);
}

/* Loop after loop, each with those before it as its past. */
static void
check_loops (OnsitePack *pack, OnsitePlanRequest *request, Property property)
{
  GPtrArray *principles = onsite_pack_get_principles (pack);
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_history_item_free);

  for (guint i = 0; i < N_LOOPS; i++)
    {
      guint covered = (guint) ((request->seed + 5 * i) % principles->len);
      g_autoptr (OnsiteLoop) loop = NULL;

      request->history = i > 0 ? history : NULL;
      loop = plans_draw (request);
      property (&(Plan){ pack, request, loop });
      plans_remember (history,
                      loop,
                      1 + i * G_USEC_PER_SEC,
                      ((OnsitePrinciple *) g_ptr_array_index (principles, covered))->id);
    }
}

static void
check_pack (OnsitePack *pack, guint64 first_seed, Property property)
{
  GPtrArray *levels = onsite_pack_get_levels (pack);
  guint n_seeds = g_test_thorough () ? 20 * N_SEEDS : N_SEEDS;

  for (guint i = 0; i < n_seeds; i++)
    {
      OnsitePlanRequest request = {
        .pack = pack,
        .level = ((OnsiteLevel *) g_ptr_array_index (levels, i % levels->len))->id,
        .kind = ONSITE_LOOP_KIND_WHOLE,
        .screens = i / levels->len % 2 == 1,
        .seed = first_seed + i,
      };

      check_loops (pack, &request, property);
    }
}

typedef struct
{
  const char *path;
  Property property;
} Case;

static const Case properties[] = {
  { "/plan/a-loop-has-the-rounds-of-its-level", has_the_rounds_of_its_level },
  { "/plan/a-loop-asks-as-many-questions-as-a-round-has-time-for",
    asks_as_many_questions_as_a_round_has_time_for },
  { "/plan/a-loop-asks-in-a-round-what-fits-it", asks_in_a_round_what_fits_it },
  { "/plan/a-loop-asks-nothing-twice", asks_nothing_twice },
  { "/plan/a-loop-keeps-the-mix-within-one", keeps_the_mix_within_one },
  { "/plan/a-loop-asks-first-what-was-asked-longest-ago", asks_first_what_was_asked_longest_ago },
  { "/plan/a-loop-has-one-bar-raiser-onsite", has_one_bar_raiser_onsite },
  { "/plan/a-loop-tells-interviewers-apart", tells_interviewers_apart },
  { "/plan/a-loop-gives-a-title-twice-only-if-none-is-left",
    gives_a_title_twice_only_if_none_is_left },
  { "/plan/a-loop-lets-interviewers-hold-what-they-ask-for",
    lets_interviewers_hold_what_they_ask_for },
  { "/plan/a-loop-lets-onsite-interviewers-hold-two-or-three-principles",
    lets_onsite_interviewers_hold_two_or_three_principles },
  { "/plan/a-loop-lets-uncovered-principles-be-held-first",
    lets_uncovered_principles_be_held_first },
  { "/plan/a-loop-is-the-same-for-the-same-seed-and-history",
    is_the_same_for_the_same_seed_and_history },
};

static OnsitePack *builtin;
static OnsitePack *tiny;

/* Each property has seeds of its own. */
static void
test_property (gconstpointer data)
{
  const Case *tested = data;
  guint64 first_seed = (guint64) (tested - properties) * 1000000;

  check_pack (builtin, first_seed, tested->property);
  check_pack (tiny, first_seed, tested->property);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  builtin = plans_load_builtin ();
  tiny = plans_load_tiny ();

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_test_add_data_func (properties[i].path, &properties[i], test_property);

  result = g_test_run ();
  onsite_pack_unref (tiny);
  onsite_pack_unref (builtin);

  return result;
}
