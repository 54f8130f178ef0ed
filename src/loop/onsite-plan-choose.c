/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-plan-choose.h"

#define NONE G_MAXUINT

/* A matching of places (slots) and questions. */
typedef struct
{
  OnsitePlanDraft *draft;
  const char *aim;
  guint n_slots;
  guint n_questions;
  gboolean *fits;    /* by slot, then by question */
  guint *taken;      /* by slot: its question */
  guint *taker;      /* by question: its slot */
  gboolean *settled; /* by slot: it keeps its question */
  gboolean *visited; /* by question, while a path is sought */
  guint *die;        /* by question */
} Matching;

/* How good a question is for the next place: what is smaller is better. */
typedef struct
{
  guint question;
  gint64 asked_at_us;
  gboolean besides_aim;
  int uncovered; /* below zero */
  guint repeats;
  guint die;
} Candidate;

static gboolean
fits_slot (OnsitePlanDraft *draft, const OnsitePlanSlot *slot, const OnsiteQuestion *question)
{
  return slot->category == ONSITE_PLAN_ANY_CATEGORY ||
         (onsite_plan_draft_get_category (draft, question) == slot->category &&
          onsite_plan_may_ask (onsite_plan_draft_get_round (draft, slot->round)->kind, question));
}

static void
matching_init (Matching *self, OnsitePlanDraft *draft, GArray *slots, const char *aim)
{
  self->draft = draft;
  self->aim = aim;
  self->n_slots = slots->len;
  self->n_questions = draft->questions->len;
  self->fits = g_new (gboolean, self->n_slots * self->n_questions + 1);
  self->taken = g_new (guint, self->n_slots + 1);
  self->taker = g_new (guint, self->n_questions + 1);
  self->settled = g_new0 (gboolean, self->n_slots + 1);
  self->visited = g_new (gboolean, self->n_questions + 1);
  self->die = onsite_dice_shuffle (&draft->dice, self->n_questions);

  for (guint i = 0; i < self->n_slots; i++)
    for (guint j = 0; j < self->n_questions; j++)
      self->fits[i * self->n_questions + j] = fits_slot (draft,
                                                         &g_array_index (slots, OnsitePlanSlot, i),
                                                         onsite_plan_draft_get_question (draft, j));
  memset (self->taken, 0xff, sizeof *self->taken * self->n_slots);
  memset (self->taker, 0xff, sizeof *self->taker * self->n_questions);
}

static void
matching_clear (Matching *self)
{
  g_free (self->fits);
  g_free (self->taken);
  g_free (self->taker);
  g_free (self->settled);
  g_free (self->visited);
  g_free (self->die);
}

static void
take (Matching *self, guint slot, guint question)
{
  self->taken[slot] = question;
  self->taker[question] = slot;
}

/* H. W. Kuhn's way: whoever can move on makes room. */
static gboolean
seek (Matching *self, guint slot)
{
  for (guint i = 0; i < self->n_questions; i++)
    {
      guint taker = self->taker[i];

      if (self->visited[i] || !self->fits[slot * self->n_questions + i])
        continue;
      self->visited[i] = TRUE;
      if (taker != NONE && (self->settled[taker] || !seek (self, taker)))
        continue;
      take (self, slot, i);
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_place (Matching *self, guint slot)
{
  memset (self->visited, 0, sizeof *self->visited * self->n_questions);

  return seek (self, slot);
}

static gboolean
find_all_places (Matching *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    if (!find_place (self, i))
      return FALSE;

  return TRUE;
}

/* Gives the place its question for good, if the others can still be filled. */
static gboolean
settle (Matching *self, guint slot, guint question)
{
  guint old = self->taken[slot];
  guint other = self->taker[question];

  self->settled[slot] = TRUE;
  if (old == question)
    return TRUE;

  self->taker[old] = NONE;
  take (self, slot, question);
  if (other == NONE || find_place (self, other))
    return TRUE;

  /* A search that fails has moved nobody. */
  take (self, slot, old);
  self->settled[slot] = FALSE;
  self->taker[question] = other;

  return FALSE;
}

static guint
count_asked (const Matching *self, const char *principle)
{
  guint count = 0;

  for (guint i = 0; i < self->n_slots; i++)
    {
      const OnsiteQuestion *question;

      if (!self->settled[i])
        continue;
      question = onsite_plan_draft_get_question (self->draft, self->taken[i]);
      if (g_strv_contains ((const char *const *) question->principles, principle))
        count++;
    }

  return count;
}

/* The main principle counts twice. */
static int
count_uncovered (const Matching *self, const OnsiteQuestion *question)
{
  int count = 0;

  for (guint i = 0; question->principles[i] != NULL; i++)
    if (!onsite_plan_past_is_covered (self->draft->past, question->principles[i]) &&
        count_asked (self, question->principles[i]) == 0)
      count += i == 0 ? 2 : 1;

  return count;
}

static Candidate
judge (const Matching *self, guint index)
{
  const OnsiteQuestion *question = onsite_plan_draft_get_question (self->draft, index);
  const char *main_principle = question->principles[0];
  Candidate candidate = {
    .question = index,
    .asked_at_us = onsite_plan_past_get_asked_at_us (self->draft->past, question->id),
    .besides_aim = self->aim != NULL && g_strcmp0 (main_principle, self->aim) != 0,
    .uncovered = -count_uncovered (self, question),
    .repeats = main_principle != NULL ? count_asked (self, main_principle) : 0,
    .die = self->die[index],
  };

  return candidate;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  int order = compare_numbers (one->asked_at_us, other->asked_at_us);

  if (order == 0)
    order = compare_numbers (one->besides_aim, other->besides_aim);
  if (order == 0)
    order = compare_numbers (one->uncovered, other->uncovered);
  if (order == 0)
    order = compare_numbers (one->repeats, other->repeats);
  if (order == 0)
    order = compare_numbers (one->die, other->die);

  return order;
}

static gboolean
is_settled (const Matching *self, guint question)
{
  return self->taker[question] != NONE && self->settled[self->taker[question]];
}

static void
settle_best (Matching *self, guint slot)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < self->n_questions; i++)
    if (self->fits[slot * self->n_questions + i] && !is_settled (self, i))
      {
        Candidate candidate = judge (self, i);

        g_array_append_val (candidates, candidate);
      }
  g_array_sort (candidates, compare_candidates);

  /* One of them is what the place has already, so that it ends. */
  for (guint i = 0; i < candidates->len && !self->settled[slot]; i++)
    settle (self, slot, g_array_index (candidates, Candidate, i).question);
}

GPtrArray *
onsite_plan_choose (OnsitePlanDraft *draft, GArray *slots, const char *aim)
{
  Matching matching = { 0 };
  GPtrArray *questions = NULL;

  matching_init (&matching, draft, slots, aim);
  if (find_all_places (&matching))
    {
      questions = g_ptr_array_new ();
      for (guint i = 0; i < slots->len; i++)
        {
          settle_best (&matching, i);
          g_ptr_array_add (questions, g_ptr_array_index (draft->questions, matching.taken[i]));
        }
    }
  matching_clear (&matching);

  return questions;
}
