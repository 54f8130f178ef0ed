/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loop/onsite-dice.h"
#include "loop/onsite-plan-mix.h"
#include "plans.h"

/* Mixes of packs that are made up, against every mix that there could be. */

#define MOST_ROUNDS     3
#define MOST_CATEGORIES 4
#define N_WORLDS        400

/* A pack whose every question is for one round alone. */
typedef struct
{
  guint n_rounds;
  guint n_categories;
  guint shares[MOST_CATEGORIES];
  guint least[MOST_ROUNDS];
  guint most[MOST_ROUNDS];
  guint minutes[MOST_ROUNDS];
  guint n_questions[MOST_ROUNDS][MOST_CATEGORIES]; /* 0 for what a round does not ask */
} World;

/* What there could be, and what is there. */
typedef struct
{
  const World *world;
  guint n_shares;
  guint asked[MOST_ROUNDS]; /* by the plan in each round */
  guint counts[MOST_CATEGORIES];
  guint n;
  guint ranks;

  /* Of what is within one, each of those that are as good as the plan in what comes before. */
  gboolean could_be_within_one;
  guint least_beside_time;
  guint least_beside_time_by_round;
  gint64 least_deviation;
  guint least_ranks;
} Search;

/* One of the ways that there could be. */
typedef struct
{
  guint asked[MOST_ROUNDS];
  guint counts[MOST_CATEGORIES];
  guint n;
  guint ranks;
} Way;

static void
draw_shares (World *world, OnsiteDice *dice)
{
  guint left = 100;

  for (guint i = 0; i < world->n_categories; i++)
    {
      guint after = world->n_categories - i - 1;

      world->shares[i] = after == 0 ? left : 1 + onsite_dice_roll (dice, left - after);
      left -= world->shares[i];
    }
}

static void
draw_round (World *world, OnsiteDice *dice, guint round)
{
  guint n = 0;

  for (guint i = 0; i < world->n_categories; i++)
    {
      world->n_questions[round][i] = onsite_dice_roll (dice, 4);
      n += world->n_questions[round][i];
    }
  if (n == 0)
    world->n_questions[round][0] = n = 2;

  world->least[round] = 1 + onsite_dice_roll (dice, MIN (n, 2));
  world->most[round] = world->least[round] + onsite_dice_roll (dice, 3);
  world->minutes[round] = 1 + onsite_dice_roll (dice, 9);
}

static World
draw_world (OnsiteDice *dice)
{
  World world = {
    .n_rounds = 1 + onsite_dice_roll (dice, MOST_ROUNDS),
    .n_categories = 1 + onsite_dice_roll (dice, MOST_CATEGORIES),
  };

  draw_shares (&world, dice);
  for (guint i = 0; i < world.n_rounds; i++)
    draw_round (&world, dice, i);

  return world;
}

static void
write_categories (const World *world, GString *json)
{
  g_string_append (json, "\"categories\": [");
  for (guint i = 0; i < world->n_categories; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"c%u\", \"name\": \"C%u\", \"share\": %u}",
                            i > 0 ? "," : "",
                            i,
                            i,
                            world->shares[i]);
  g_string_append (json, "],");
}

static void
write_rounds (const World *world, GString *json)
{
  g_string_append (json, "\"rounds\": [");
  for (guint i = 0; i < world->n_rounds; i++)
    {
      const char *comma = "";

      g_string_append_printf (json,
                              "%s{\"id\": \"r%u\", \"name\": \"R%u\", \"stage\": \"onsite\", "
                              "\"minutes\": %u, \"optional\": false, \"about\": \"A round.\", "
                              "\"interviewers\": [\"Somebody\"], \"carries\": [], "
                              "\"questions\": {\"least\": %u, \"most\": %u}, \"categories\": [",
                              i > 0 ? "," : "",
                              i,
                              i,
                              world->minutes[i],
                              world->least[i],
                              world->most[i]);
      for (guint j = 0; j < world->n_categories; j++)
        if (world->n_questions[i][j] > 0)
          {
            g_string_append_printf (json, "%s\"c%u\"", comma, j);
            comma = ",";
          }
      g_string_append (json, "]}");
    }
  g_string_append (json, "],");
}

static void
write_levels (const World *world, GString *json)
{
  g_string_append (json, "\"levels\": [");
  for (guint i = 5; i <= 6; i++)
    {
      g_string_append_printf (json,
                              "%s{\"id\": \"L%u\", \"name\": \"L%u\", \"title\": \"Somebody\", "
                              "\"about\": \"A level.\", \"rounds\": [",
                              i > 5 ? "," : "",
                              i,
                              i);
      for (guint j = 0; j < world->n_rounds; j++)
        g_string_append_printf (json, "%s\"r%u\"", j > 0 ? "," : "", j);
      g_string_append (json, "]}");
    }
  g_string_append (json, "],");
}

static void
write_questions (const World *world, GString *json)
{
  const char *comma = "";

  g_string_append (json, "\"questions\": [");
  for (guint i = 0; i < world->n_rounds; i++)
    for (guint j = 0; j < world->n_categories; j++)
      for (guint k = 0; k < world->n_questions[i][j]; k++)
        {
          g_string_append_printf (
              json,
              "%s{\"id\": \"q%u-%u-%u\", \"category\": \"c%u\", \"rounds\": [\"r%u\"], "
              "\"levels\": [\"L5\", \"L6\"], \"text\": \"What about %u-%u-%u?\", "
              "\"principles\": [\"ownership\"], \"checklist\": [\"stories\"], \"minutes\": 2, "
              "\"follow_ups\": [\"What then?\", \"And then?\", \"And after?\"], "
              "\"hint\": \"Think.\", \"weak\": \"This.\", \"strong\": \"That.\", "
              "\"why\": \"For this.\"}",
              comma,
              i,
              j,
              k,
              j,
              i,
              i,
              j,
              k);
          comma = ",";
        }
  g_string_append (json, "]}");
}

/* All that has no part in the mix is the tiny pack's. */
static OnsitePack *
load_world (const World *world)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autofree char *tiny = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  OnsitePack *pack;
  const char *categories, *dimensions, *rounds;

  g_file_get_contents (path, &tiny, NULL, &error);
  g_assert_no_error (error);
  categories = strstr (tiny, "\"categories\": [\n");
  dimensions = strstr (tiny, "\"dimensions\": [\n");
  rounds = strstr (tiny, "\"rounds\": [\n");
  g_assert_true (categories != NULL && dimensions != NULL && rounds != NULL);

  g_string_append_len (json, tiny, categories - tiny);
  write_categories (world, json);
  g_string_append_len (json, dimensions, rounds - dimensions);
  write_rounds (world, json);
  write_levels (world, json);
  write_questions (world, json);

  bytes = g_bytes_new (json->str, json->len);
  pack = onsite_pack_new_from_bytes (bytes, "world.json", &error);
  g_assert_no_error (error);

  return pack;
}

static gboolean
is_within_one (const Search *search, const guint *counts, guint n)
{
  for (guint i = 0; i < search->world->n_categories; i++)
    {
      guint share = search->world->shares[i];

      if (search->n_shares > 0 && share > 0 &&
          !onsite_plan_mix_is_within_one (counts[i], n, share, search->n_shares))
        return FALSE;
    }

  return TRUE;
}

static gint64
get_deviation (const Search *search, const guint *counts, guint n)
{
  gint64 deviation = 0;

  for (guint i = 0; i < search->world->n_categories; i++)
    {
      gint64 off = (gint64) counts[i] * search->n_shares - (gint64) search->world->shares[i] * n;

      deviation += off * off;
    }

  return deviation;
}

/* Each question takes two minutes. */
static guint
get_wanted (const World *world, guint round)
{
  return CLAMP (world->minutes[round] / 2, world->least[round], world->most[round]);
}

static guint
get_beside_time (const World *world, guint n)
{
  guint wanted = 0;

  for (guint i = 0; i < world->n_rounds; i++)
    wanted += get_wanted (world, i);

  return n > wanted ? n - wanted : wanted - n;
}

static guint
get_beside_time_by_round (const World *world, const guint *asked)
{
  guint sum = 0;

  for (guint i = 0; i < world->n_rounds; i++)
    sum += (guint) ABS ((int) asked[i] - (int) get_wanted (world, i));

  return sum;
}

static void
judge (Search *search, const Way *way)
{
  const World *world = search->world;

  if (!is_within_one (search, way->counts, way->n))
    return;

  search->could_be_within_one = TRUE;
  search->least_beside_time = MIN (search->least_beside_time, get_beside_time (world, way->n));
  if (way->n != search->n)
    return;
  search->least_beside_time_by_round = MIN (search->least_beside_time_by_round,
                                            get_beside_time_by_round (world, way->asked));
  if (memcmp (way->asked, search->asked, sizeof way->asked) != 0)
    return;
  search->least_deviation = MIN (search->least_deviation,
                                 get_deviation (search, way->counts, way->n));
  if (memcmp (way->counts, search->counts, sizeof way->counts) == 0)
    search->least_ranks = MIN (search->least_ranks, way->ranks);
}

static void
try_all (Search *search, guint round, guint category, guint rank, Way way)
{
  const World *world = search->world;
  guint most;

  if (round == world->n_rounds)
    {
      judge (search, &way);
      return;
    }

  if (category == world->n_categories)
    {
      if (way.asked[round] >= world->least[round] && way.asked[round] <= world->most[round])
        try_all (search, round + 1, 0, 0, way);
      return;
    }

  most = world->n_questions[round][category];
  for (guint i = 0; i <= most; i++)
    {
      Way longer = way;

      longer.asked[round] += i;
      longer.counts[category] += i;
      longer.n += i;
      longer.ranks += i * rank;
      try_all (search, round, category + 1, rank + (most > 0 ? 1 : 0), longer);
    }
}

/* A category that no round asks has no share. */
static World
without_idle_shares (const World *world)
{
  World asked = *world;

  for (guint i = 0; i < world->n_categories; i++)
    {
      guint n = 0;

      for (guint j = 0; j < world->n_rounds; j++)
        n += world->n_questions[j][i];
      if (n == 0)
        asked.shares[i] = 0;
    }

  return asked;
}

static void
read_plan (OnsitePack *pack, const OnsiteLoop *loop, Search *search)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = plans_get_round (loop, i);
      const OnsiteRoundKind *kind = onsite_pack_find_round_kind (pack, round->kind);

      search->asked[i] = round->answers->len;
      search->n += round->answers->len;
      for (guint j = 0; j < round->answers->len; j++)
        {
          const char *category = plans_get_question (pack, round, j)->category;

          search->counts[category[1] - '0']++;
          for (guint k = 0; !g_str_equal (kind->categories[k], category); k++)
            search->ranks++;
        }
    }
}

/* Whether the mix is right: told apart is whether any could be. */
static gboolean
check_world (const World *drawn, guint64 seed)
{
  World world = without_idle_shares (drawn);
  Search search = {
    .world = &world,
    .least_beside_time = G_MAXUINT,
    .least_beside_time_by_round = G_MAXUINT,
    .least_deviation = G_MAXINT64,
    .least_ranks = G_MAXUINT,
  };
  g_autoptr (OnsitePack) pack = load_world (drawn);
  g_autoptr (OnsiteLoop) loop = plans_draw (
      &(OnsitePlanRequest){ .pack = pack, .level = "L5", .seed = seed });

  for (guint i = 0; i < world.n_categories; i++)
    search.n_shares += world.shares[i];
  read_plan (pack, loop, &search);
  try_all (&search, 0, 0, 0, (Way){ 0 });

  g_assert_cmpint (is_within_one (&search, search.counts, search.n),
                   ==,
                   search.could_be_within_one);
  if (!search.could_be_within_one)
    return FALSE;

  g_assert_cmpuint (get_beside_time (&world, search.n), ==, search.least_beside_time);
  g_assert_cmpuint (get_beside_time_by_round (&world, search.asked),
                    ==,
                    search.least_beside_time_by_round);
  g_assert_cmpint (get_deviation (&search, search.counts, search.n), ==, search.least_deviation);
  g_assert_cmpuint (search.ranks, ==, search.least_ranks);

  return TRUE;
}

static void
test_a_mix_is_as_good_as_any_could_be (void)
{
  guint n_within_one = 0;
  OnsiteDice dice;

  onsite_dice_init (&dice, 314159);
  for (guint i = 0; i < N_WORLDS; i++)
    {
      World world = draw_world (&dice);

      if (check_world (&world, i))
        n_within_one++;
    }

  /* Else one of the two ways would go unseen. */
  g_assert_cmpuint (n_within_one, >, N_WORLDS / 4);
  g_assert_cmpuint (n_within_one, <, N_WORLDS);
}

static void
test_within_one_is_told_apart_from_beyond (void)
{
  g_assert_true (onsite_plan_mix_is_within_one (5, 8, 50, 100));
  g_assert_false (onsite_plan_mix_is_within_one (6, 8, 50, 100));
  g_assert_true (onsite_plan_mix_is_within_one (3, 8, 50, 100));
  g_assert_false (onsite_plan_mix_is_within_one (2, 8, 50, 100));
  g_assert_true (onsite_plan_mix_is_within_one (0, 12, 5, 60));
  g_assert_false (onsite_plan_mix_is_within_one (0, 13, 5, 60));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/a-mix-is-as-good-as-any-could-be", test_a_mix_is_as_good_as_any_could_be);
  g_test_add_func ("/plan/within-one-is-told-apart-from-beyond",
                   test_within_one_is_told_apart_from_beyond);

  return g_test_run ();
}
