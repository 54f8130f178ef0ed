/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-plan-cast.h"

#include "onsite-plan.h"

#define FEWEST_PRINCIPLES 2
#define MOST_PRINCIPLES   3

/* A principle that is to be held by somebody. */
typedef struct
{
  const char *id;
  gboolean besides_target;
  gboolean covered;
  int asked; /* below zero: how many questions of the loop target it */
  guint die;
} Held;

static const OnsiteRoundKind *
get_kind (const OnsitePlanDraft *draft, const OnsiteRound *round)
{
  return onsite_pack_find_round_kind (draft->pack, round->kind);
}

static gboolean
has_title (const OnsiteLoop *loop, const char *title)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      if (g_strcmp0 (round->interviewer, title) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
give_title (OnsitePlanDraft *draft, const OnsiteLoop *loop, OnsiteRound *round)
{
  char **titles = get_kind (draft, round)->interviewers;
  guint n_titles = g_strv_length (titles);
  guint first = onsite_dice_roll (&draft->dice, MAX (n_titles, 1));
  guint i = 0;

  while (i < n_titles && has_title (loop, titles[(first + i) % n_titles]))
    i++;

  round->interviewer = g_strdup (n_titles > 0 ? titles[(first + i) % n_titles] : "");
}

static void
give_titles_and_voices (OnsitePlanDraft *draft, OnsiteLoop *loop)
{
  g_autofree guint *voices = onsite_dice_shuffle (&draft->dice, ONSITE_PLAN_N_VOICES);

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      give_title (draft, loop, round);
      round->voice = voices[i % ONSITE_PLAN_N_VOICES];
    }
}

static GPtrArray *
find_onsite_rounds (const OnsitePlanDraft *draft, const OnsiteLoop *loop)
{
  GPtrArray *rounds = g_ptr_array_new ();

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      if (get_kind (draft, round)->stage == ONSITE_STAGE_ONSITE)
        g_ptr_array_add (rounds, round);
    }

  return rounds;
}

static guint
count_targets (const OnsitePlanDraft *draft, const OnsiteRound *round, const char *principle)
{
  guint count = 0;

  for (guint i = 0; i < round->answers->len; i++)
    {
      const OnsiteAnswer *answer = g_ptr_array_index (round->answers, i);
      const OnsiteQuestion *question = onsite_pack_find_question (draft->pack, answer->question);

      if (g_strv_contains ((const char *const *) question->principles, principle))
        count += g_strcmp0 (question->principles[0], principle) == 0 ? 2 : 1;
    }

  return count;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_held (gconstpointer a, gconstpointer b)
{
  const Held *one = a;
  const Held *other = b;
  int order = compare_numbers (one->besides_target, other->besides_target);

  if (order == 0)
    order = compare_numbers (one->covered, other->covered);
  if (order == 0)
    order = compare_numbers (one->asked, other->asked);
  if (order == 0)
    order = compare_numbers (one->die, other->die);

  return order;
}

/* All principles of the pack, those first that somebody should hold. */
static GArray *
sort_principles (OnsitePlanDraft *draft, GPtrArray *rounds, const char *target)
{
  GPtrArray *principles = onsite_pack_get_principles (draft->pack);
  g_autofree guint *dice = onsite_dice_shuffle (&draft->dice, principles->len);
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (Held));

  for (guint i = 0; i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);
      Held held = {
        .id = principle->id,
        .besides_target = g_strcmp0 (principle->id, target) != 0,
        .covered = onsite_plan_past_is_covered (draft->past, principle->id),
        .die = dice[i],
      };

      for (guint j = 0; j < rounds->len; j++)
        held.asked -= (int) count_targets (draft, g_ptr_array_index (rounds, j), principle->id);
      g_array_append_val (sorted, held);
    }
  g_array_sort (sorted, compare_held);

  return sorted;
}

static guint
find_best (const OnsitePlanDraft *draft, const OnsiteRound *round, GPtrArray *left)
{
  guint best = G_MAXUINT;
  guint best_count = 0;

  for (guint i = 0; i < left->len; i++)
    {
      const char *id = g_ptr_array_index (left, i);
      guint count = count_targets (draft, round, id);

      if (g_strv_contains ((const char *const *) round->principles, id))
        continue;
      if (best == G_MAXUINT || count > best_count)
        {
          best = i;
          best_count = count;
        }
    }

  return best;
}

static void
hold (OnsiteRound *round, const char *principle)
{
  guint n = g_strv_length (round->principles);

  round->principles = g_renew (char *, round->principles, n + 2);
  round->principles[n] = g_strdup (principle);
  round->principles[n + 1] = NULL;
}

/* As cards are dealt, one to each in turn, each picking what suits best. */
static void
deal (const OnsitePlanDraft *draft, GPtrArray *rounds, GPtrArray *left)
{
  for (guint i = 0; left->len > 0 && i < rounds->len * MOST_PRINCIPLES; i++)
    {
      OnsiteRound *round = g_ptr_array_index (rounds, i % rounds->len);
      guint best = find_best (draft, round, left);

      if (best != G_MAXUINT)
        hold (round, g_ptr_array_steal_index (left, best));
    }
}

static void
give_principles (OnsitePlanDraft *draft, GPtrArray *rounds, const char *target)
{
  g_autoptr (GArray) sorted = sort_principles (draft, rounds, target);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  guint n_fewest = FEWEST_PRINCIPLES * rounds->len;
  guint n_most = MAX (n_fewest, MIN (sorted->len, MOST_PRINCIPLES * rounds->len));

  if (sorted->len == 0)
    return;

  /* With fewer than two for each the first are held by several. */
  for (guint i = 0; i < n_most; i++)
    g_ptr_array_add (left, (gpointer) g_array_index (sorted, Held, i % sorted->len).id);

  deal (draft, rounds, left);
}

void
onsite_plan_cast (OnsitePlanDraft *draft, OnsiteLoop *loop, const char *target)
{
  g_autoptr (GPtrArray) rounds = find_onsite_rounds (draft, loop);

  give_titles_and_voices (draft, loop);
  if (rounds->len == 0)
    return;

  if (loop->kind == ONSITE_LOOP_KIND_WHOLE)
    {
      OnsiteRound *round = g_ptr_array_index (rounds, onsite_dice_roll (&draft->dice, rounds->len));

      round->bar_raiser = TRUE;
    }
  give_principles (draft, rounds, target);
}
