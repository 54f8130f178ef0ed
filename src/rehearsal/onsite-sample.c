/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sample.h"

#include <glib/gi18n-lib.h>

#include "loop/onsite-plan.h"

/* Few enough to be made within seconds, enough to fill a debrief's pages. */
#define MAX_ANSWERS 6

#define SEED 20

/* The weakest score that a strong answer gets, and the weakest of a weak one. */
#define STRONG_SCORE 3
#define WEAK_SCORE   1
#define SCORE_SPREAD 3

#define MIDDLE_SCORE 3.0

/* Answers to any follow-up, for packs in English. */
static const char *const follow_up_words[] = {
  "That was my decision. I wrote down what I expected, sent it to everybody it touched, and two "
  "weeks later the figure had moved by 30 percent.",
  "I would have known a month earlier if I had looked at the logs and not at the status report. "
  "Today I look at them first.",
};

static const char *
get_story (guint index)
{
  switch (index % 3)
    {
    case 0:
      return C_ ("sample story", "Storage migration");

    case 1:
      return C_ ("sample story", "Payments launch");

    default:
      return C_ ("sample story", "October outage");
    }
}

static gboolean
is_strong (const OnsiteAnswer *answer)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  return take->evidence->len > 0;
}

static void
claim (OnsiteTake *take, OnsiteTargetKind kind, GStrv targets)
{
  for (guint i = 0; targets && targets[i]; i++)
    g_ptr_array_add (take->evidence, onsite_evidence_new (kind, targets[i], ONSITE_SOURCE_CLAIMED));
}

static void
rate (OnsiteTake *take, OnsitePack *pack, guint least, GRand *chance)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimension *dimension = g_ptr_array_index (dimensions, i);
      guint score = least + (guint) g_rand_int_range (chance, 0, SCORE_SPREAD);

      g_ptr_array_add (take->ratings, onsite_rating_new (dimension->id, score));
    }
}

static gboolean
speaks_english (OnsitePack *pack)
{
  return g_str_has_prefix (onsite_pack_get_language (pack), "en");
}

static void
fill_answer (OnsiteAnswer *answer, OnsitePack *pack, guint index, GRand *chance)
{
  const OnsiteQuestion *question = onsite_pack_find_question (pack, answer->question);
  OnsiteTake *take = onsite_take_new ();
  gboolean strong = index % 3 != 2;

  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, question->text));
  if (strong && speaks_english (pack) && question->follow_ups[0])
    g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_FOLLOW_UP, question->follow_ups[0]));

  if (strong)
    {
      claim (take, ONSITE_TARGET_PRINCIPLE, question->principles);
      claim (take, ONSITE_TARGET_CHECKLIST, question->checklist);
    }
  rate (take, pack, strong ? STRONG_SCORE : WEAK_SCORE, chance);
  g_ptr_array_add (answer->takes, take);

  g_free (answer->story);
  answer->story = g_strdup (get_story (index));
}

static double
get_mean_score (const OnsiteRound *round)
{
  guint sum = 0, n_ratings = 0;

  for (guint i = 0; i < round->answers->len; i++)
    {
      const OnsiteTake *take = onsite_answer_get_current_take (
          g_ptr_array_index (round->answers, i));

      for (guint j = 0; j < take->ratings->len; j++)
        sum += ((const OnsiteRating *) g_ptr_array_index (take->ratings, j))->score;
      n_ratings += take->ratings->len;
    }

  return n_ratings > 0 ? (double) sum / n_ratings : MIDDLE_SCORE;
}

static void
vote (OnsiteRound *round, OnsitePack *pack)
{
  GPtrArray *votes = onsite_pack_get_votes (pack);
  double wanted = get_mean_score (round) - MIDDLE_SCORE;
  const OnsiteVote *nearest = g_ptr_array_index (votes, 0);

  for (guint i = 1; i < votes->len; i++)
    {
      const OnsiteVote *other = g_ptr_array_index (votes, i);

      if (ABS (other->value - wanted) < ABS (nearest->value - wanted))
        nearest = other;
    }

  g_free (round->vote);
  round->vote = g_strdup (nearest->id);
}

/* Each round keeps its first question, and the first rounds a second one. */
static void
cut (OnsiteLoop *loop)
{
  guint n_rounds = MIN (loop->rounds->len, MAX_ANSWERS);
  guint n_left = MAX_ANSWERS;

  g_ptr_array_set_size (loop->rounds, (int) n_rounds);
  for (guint i = 0; i < n_rounds; i++)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i);
      guint n_rounds_left = n_rounds - i;
      guint n_answers = MIN ((n_left + n_rounds_left - 1) / n_rounds_left, round->answers->len);

      g_ptr_array_set_size (round->answers, (int) n_answers);
      n_left -= n_answers;
    }
}

static void
set_times (OnsiteLoop *loop, gint64 finished_at_us)
{
  gint64 time_us = finished_at_us;

  for (guint i = loop->rounds->len; i > 0; i--)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i - 1);
      gint64 length_us = (gint64) round->seconds * G_USEC_PER_SEC;

      round->ended_at_us = time_us;
      time_us -= length_us;
      round->started_at_us = time_us;
      for (guint j = 0; j < round->answers->len; j++)
        onsite_answer_get_current_take (g_ptr_array_index (round->answers, j))
            ->created_at_us = time_us + length_us * j / round->answers->len;
    }

  loop->created_at_us = time_us;
  loop->finished_at_us = finished_at_us;
}

static void
fill (OnsiteLoop *loop, OnsitePack *pack)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  guint index = 0;

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        fill_answer (g_ptr_array_index (round->answers, j), pack, index++, chance);
      vote (round, pack);
    }
}

OnsiteLoop *
onsite_sample_new (OnsitePack *pack, gint64 finished_at_us, GError **error)
{
  GPtrArray *levels = onsite_pack_get_levels (pack);
  const OnsiteLevel *level = g_ptr_array_index (levels, levels->len / 2);
  const OnsitePlanRequest request = {
    .pack = pack,
    .level = level->id,
    .mode = ONSITE_MODE_ONSITE,
    .kind = ONSITE_LOOP_KIND_WHOLE,
    .seed = SEED,
  };
  OnsiteLoop *loop = onsite_plan_loop (&request, error);

  if (!loop)
    return NULL;

  cut (loop);
  fill (loop, pack);
  set_times (loop, finished_at_us);
  loop->state = ONSITE_LOOP_STATE_FINISHED;
  loop->sample = TRUE;

  return loop;
}

/* Packs write answers as quotations; a voice would stumble over the marks. */
static char *
dup_unquoted (const char *text)
{
  GString *words = g_string_new (text);

  g_string_replace (words, "“", "", 0);
  g_string_replace (words, "”", "", 0);

  return g_string_free (words, FALSE);
}

char *
onsite_sample_dup_words (OnsitePack *pack, const OnsiteAnswer *answer, guint turn)
{
  const OnsiteQuestion *question = onsite_pack_find_question (pack, answer->question);

  g_return_val_if_fail (question != NULL, NULL);

  if (turn > 0)
    return g_strdup (follow_up_words[g_str_hash (question->id) % G_N_ELEMENTS (follow_up_words)]);

  return dup_unquoted (is_strong (answer) ? question->strong : question->weak);
}
