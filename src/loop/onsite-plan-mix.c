/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-plan-mix.h"

#include "onsite-network.h"

/* What counts more costs more than all of the lesser things together can, in a
 * loop of up to 512 questions and 16 categories. */
#define COST_OF_RANK      G_GINT64_CONSTANT (1)
#define COST_OF_DEVIATION (G_GINT64_CONSTANT (1) << 14)
#define COST_OF_TIME      (G_GINT64_CONSTANT (1) << 42)
#define COST_OF_MIX       (G_GINT64_CONSTANT (1) << 52)
#define COST_OF_LEAST     (G_GINT64_CONSTANT (1) << 61)

#define MOST_QUESTIONS 512u

/* The nodes are the source, the rounds, the questions, the categories and the sink. */
typedef struct
{
  OnsitePlanDraft *draft;
  guint n_rounds;
  guint n_questions;
  guint n_categories;
  const guint *shares; /* by category, 0 if no round asks it */
  guint n_shares;      /* their sum */
} Mix;

typedef struct
{
  guint edge;
  OnsitePlanSlot slot;
} Choice;

gboolean
onsite_plan_mix_is_within_one (guint count, guint n_questions, guint share, guint n_shares)
{
  gint64 off = (gint64) count * n_shares - (gint64) share * n_questions;

  return ABS (off) <= n_shares;
}

static guint
get_category_node (const Mix *mix, guint category)
{
  return 1 + mix->n_rounds + mix->n_questions + category;
}

static void
add_round_edges (const Mix *mix, OnsiteNetwork *network, guint round)
{
  const OnsitePlanRound *plan = onsite_plan_draft_get_round (mix->draft, round);

  for (guint i = 0; i < plan->most; i++)
    {
      gint64 cost = COST_OF_TIME;

      if (i < plan->least)
        cost = -COST_OF_LEAST;
      else if (i < plan->want)
        cost = -COST_OF_TIME;
      onsite_network_add_edge (network, 0, 1 + round, 1, cost);
    }
}

/* The nth question of a category changes the square of what it's off by this;
 * it rises with n, so that a flow takes the edges in their order. */
static gint64
get_cost_of_nth (const Mix *mix, guint category, guint nth, guint n_questions)
{
  gint64 share = mix->shares[category];
  gint64 due = share * n_questions;
  gint64 scale = mix->n_shares;
  gint64 cost = ((2 * (gint64) nth - 1) * scale - 2 * due) * COST_OF_DEVIATION;

  if ((nth - 1) * scale < due - scale)
    cost -= COST_OF_MIX;
  if (nth * scale > due + scale)
    cost += COST_OF_MIX;

  return cost;
}

static void
add_category_edges (const Mix *mix, OnsiteNetwork *network, guint category, guint n_questions)
{
  guint sink = get_category_node (mix, mix->n_categories);

  for (guint nth = 1; nth <= n_questions; nth++)
    onsite_network_add_edge (network,
                             get_category_node (mix, category),
                             sink,
                             1,
                             get_cost_of_nth (mix, category, nth, n_questions));
}

static guint
get_rank (const OnsiteRoundKind *kind, const char *category)
{
  guint rank = 0;

  while (kind->categories[rank] != NULL && !g_str_equal (kind->categories[rank], category))
    rank++;

  return rank;
}

/* In a seeded order, since where all else is equal the first edge wins. */
static GArray *
add_question_edges (const Mix *mix, OnsiteNetwork *network)
{
  OnsitePlanDraft *draft = mix->draft;
  guint n_pairs = mix->n_rounds * mix->n_questions;
  g_autofree guint *order = onsite_dice_shuffle (&draft->dice, n_pairs);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (guint i = 0; i < n_pairs; i++)
    {
      guint round = order[i] % mix->n_rounds;
      guint index = order[i] / mix->n_rounds;
      const OnsiteQuestion *question = onsite_plan_draft_get_question (draft, index);
      const OnsiteRoundKind *kind = onsite_plan_draft_get_round (draft, round)->kind;
      Choice choice = { .slot.round = round };

      if (!onsite_plan_may_ask (kind, question))
        continue;

      choice.slot.category = onsite_plan_draft_get_category (draft, question);
      choice.edge = onsite_network_add_edge (network,
                                             1 + round,
                                             1 + mix->n_rounds + index,
                                             1,
                                             get_rank (kind, question->category) * COST_OF_RANK);
      g_array_append_val (choices, choice);
    }

  for (guint i = 0; i < mix->n_questions; i++)
    onsite_network_add_edge (
        network,
        1 + mix->n_rounds + i,
        get_category_node (
            mix,
            onsite_plan_draft_get_category (draft, onsite_plan_draft_get_question (draft, i))),
        1,
        0);

  return choices;
}

static GArray *
read_slots (const OnsiteNetwork *network, GArray *choices)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (OnsitePlanSlot));

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);

      if (onsite_network_get_flow (network, choice->edge) > 0)
        g_array_append_val (slots, choice->slot);
    }

  return slots;
}

static gboolean
has_fewest (const Mix *mix, GArray *slots)
{
  g_autofree guint *counts = g_new0 (guint, mix->n_rounds);

  for (guint i = 0; i < slots->len; i++)
    counts[g_array_index (slots, OnsitePlanSlot, i).round]++;

  for (guint i = 0; i < mix->n_rounds; i++)
    if (counts[i] < onsite_plan_draft_get_round (mix->draft, i)->least)
      return FALSE;

  return TRUE;
}

static gboolean
is_within_one (const Mix *mix, GArray *slots)
{
  g_autofree guint *counts = g_new0 (guint, mix->n_categories);

  for (guint i = 0; i < slots->len; i++)
    counts[g_array_index (slots, OnsitePlanSlot, i).category]++;

  for (guint i = 0; i < mix->n_categories; i++)
    if (!onsite_plan_mix_is_within_one (counts[i], slots->len, mix->shares[i], mix->n_shares))
      return FALSE;

  return TRUE;
}

static GArray *
solve (const Mix *mix, guint n_questions)
{
  guint sink = get_category_node (mix, mix->n_categories);
  g_autoptr (OnsiteNetwork) network = onsite_network_new (sink + 1);
  g_autoptr (GArray) choices = NULL;
  g_autoptr (GArray) slots = NULL;

  for (guint i = 0; i < mix->n_rounds; i++)
    add_round_edges (mix, network, i);
  choices = add_question_edges (mix, network);
  for (guint i = 0; i < mix->n_categories; i++)
    add_category_edges (mix, network, i, n_questions);

  if (onsite_network_push (network, 0, sink, n_questions) < n_questions)
    return NULL;

  slots = read_slots (network, choices);

  return has_fewest (mix, slots) ? g_steal_pointer (&slots) : NULL;
}

static void
count_rounds (OnsitePlanDraft *draft, guint *least, guint *want, guint *most)
{
  for (guint i = 0; i < draft->rounds->len; i++)
    {
      const OnsitePlanRound *round = onsite_plan_draft_get_round (draft, i);

      *least += round->least;
      *want += round->want;
      *most += round->most;
    }

  *most = MIN (*most, MIN (draft->questions->len, MOST_QUESTIONS));
}

/* From as many questions as the time suggests outwards, until the mix is right. */
static GArray *
search (const Mix *mix)
{
  guint least = 0, want = 0, most = 0;
  g_autoptr (GArray) best = NULL;

  count_rounds (mix->draft, &least, &want, &most);

  for (guint i = 0; i <= 2 * MAX (want, most); i++)
    {
      gint64 n = (gint64) want + (i % 2 == 0 ? i / 2 : -(gint64) (i / 2) - 1);
      g_autoptr (GArray) slots = NULL;

      if (n < least || n > most || n == 0)
        continue;
      slots = solve (mix, (guint) n);
      if (slots != NULL && is_within_one (mix, slots))
        return g_steal_pointer (&slots);
      if (best == NULL)
        best = g_steal_pointer (&slots);
    }

  return g_steal_pointer (&best);
}

static gboolean
is_asked (OnsitePlanDraft *draft, const OnsiteCategory *category)
{
  for (guint i = 0; i < draft->rounds->len; i++)
    {
      const OnsiteRoundKind *kind = onsite_plan_draft_get_round (draft, i)->kind;

      if (g_strv_contains ((const char *const *) kind->categories, category->id))
        return TRUE;
    }

  return FALSE;
}

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer data)
{
  OnsitePlanDraft *draft = data;
  const OnsitePlanSlot *one = a;
  const OnsitePlanSlot *other = b;
  GPtrArray *categories = onsite_pack_get_categories (draft->pack);
  const OnsiteCategory *category = g_ptr_array_index (categories, one->category);
  const OnsiteCategory *other_category = g_ptr_array_index (categories, other->category);
  const OnsiteRoundKind *kind;

  if (one->round != other->round)
    return one->round < other->round ? -1 : 1;

  kind = onsite_plan_draft_get_round (draft, one->round)->kind;

  return (int) get_rank (kind, category->id) - (int) get_rank (kind, other_category->id);
}

GArray *
onsite_plan_mix (OnsitePlanDraft *draft)
{
  GPtrArray *categories = onsite_pack_get_categories (draft->pack);
  g_autofree guint *shares = g_new0 (guint, categories->len);
  Mix mix = {
    .draft = draft,
    .n_rounds = draft->rounds->len,
    .n_questions = draft->questions->len,
    .n_categories = categories->len,
    .shares = shares,
  };
  GArray *slots;

  for (guint i = 0; i < categories->len; i++)
    {
      const OnsiteCategory *category = g_ptr_array_index (categories, i);

      shares[i] = is_asked (draft, category) ? category->share : 0;
      mix.n_shares += shares[i];
    }

  slots = search (&mix);
  if (slots != NULL)
    g_array_sort_with_data (slots, compare_slots, draft);

  return slots;
}
