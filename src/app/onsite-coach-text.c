/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-coach-text.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

const char *
onsite_coach_text_name (const OnsiteReview *review)
{
  return *review->coach != '\0' ? review->coach : C_ ("coach", "A coach without a name");
}

char *
onsite_coach_text_place (gint64 from_ms, gint64 to_ms)
{
  g_autofree char *from = onsite_format_clock (from_ms);
  g_autofree char *to = onsite_format_clock (to_ms);

  if (to_ms <= from_ms)
    return g_steal_pointer (&from);

  /* Translators: from one place in a recording to another. */
  return g_strdup_printf (C_ ("coach", "%s–%s"), from, to);
}

char *
onsite_coach_text_whose (const OnsiteRemark *remark)
{
  g_autofree char *place = onsite_coach_text_place (remark->comment->from_ms,
                                                    remark->comment->to_ms);

  /* Translators: a coach's name, a place in a recording. */
  return g_strdup_printf (C_ ("coach", "%s at %s"), onsite_coach_text_name (remark->review), place);
}

char *
onsite_coach_text_places (GPtrArray *remarks)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_null_terminated (remarks->len, g_free, TRUE);
  g_autofree char *list = NULL;

  if (remarks->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < remarks->len; i++)
    g_ptr_array_add (all, onsite_coach_text_whose (g_ptr_array_index (remarks, i)));
  list = onsite_format_list ((const char *const *) all->pdata);

  /* Translators: a list, each as "Ada at 0:42". */
  return g_strdup_printf (C_ ("coach", "Comments: %s"), list);
}

char *
onsite_coach_text_done (guint n_done, guint n)
{
  if (n == 0)
    return NULL;

  /* Translators: of a coach's comments, such as "3 of 7 done". */
  return g_strdup_printf (C_ ("coach", "%u of %u done"), n_done, n);
}

char *
onsite_coach_text_answered (const OnsiteRemark *remark)
{
  if (remark->answered_by == ONSITE_REMARK_UNANSWERED)
    return NULL;

  return g_strdup_printf (C_ ("coach", "Answered in take %u"), remark->answered_by + 1);
}

static void
append (GString *text, const char *more)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more);
}

/* The candidate's own; a coach's may be told without. */
static char *
describe_own_score (guint own)
{
  if (own == 0)
    return g_strdup (C_ ("coach", "You haven’t rated it"));

  /* Translators: the candidate's own rating, from 1 to 5. */
  return g_strdup_printf (C_ ("coach", "You %u"), own);
}

static char *
describe_score (const OnsiteReview *review, guint score, guint own)
{
  const char *name = onsite_coach_text_name (review);

  if (own == 0)
    /* Translators: a coach's name, a rating from 1 to 5. */
    return g_strdup_printf (C_ ("coach", "%s %u"), name, score);
  if (score == own)
    /* Translators: a coach's name, a rating from 1 to 5. */
    return g_strdup_printf (C_ ("coach", "%s %u (the same)"), name, score);
  if (score > own)
    /* Translators: a coach's name, a rating from 1 to 5, by how much it's above one's own. */
    return g_strdup_printf (C_ ("coach", "%s %u (%u higher)"), name, score, score - own);

  /* Translators: a coach's name, a rating from 1 to 5, by how much it's below one's own. */
  return g_strdup_printf (C_ ("coach", "%s %u (%u lower)"), name, score, own - score);
}

char *
onsite_coach_text_scores (const OnsiteLoop *loop, const OnsiteTake *take, const char *dimension)
{
  const guint own = onsite_take_get_score (take, dimension);
  g_autofree char *first = describe_own_score (own);
  g_autoptr (GString) text = g_string_new (first);
  guint n = 0;

  for (guint i = 0; i < loop->reviews->len; i++)
    {
      const OnsiteReview *review = g_ptr_array_index (loop->reviews, i);
      const OnsiteReviewTake *said = onsite_review_find_take (review, take->id);
      const guint score = said != NULL ? onsite_review_take_get_score (said, dimension) : 0;
      g_autofree char *words = NULL;

      if (score == 0)
        continue;
      words = describe_score (review, score, own);
      append (text, words);
      n++;
    }

  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static const char *
name_vote (OnsitePack *pack, const char *id)
{
  const OnsiteVote *vote = onsite_pack_find_vote (pack, id);

  return vote != NULL ? vote->name : id;
}

char *
onsite_coach_text_votes (const OnsiteDebrief *debrief,
                         const OnsiteRound *round,
                         const OnsiteTake *take)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  if (round->vote != NULL)
    /* Translators: the candidate's own vote. */
    g_string_append_printf (text,
                            C_ ("coach", "You, for this round: %s"),
                            name_vote (debrief->pack, round->vote));
  for (guint i = 0; i < debrief->loop->reviews->len; i++)
    {
      const OnsiteReview *review = g_ptr_array_index (debrief->loop->reviews, i);
      g_autofree char *words = NULL;

      if (review->vote == NULL || onsite_review_find_take (review, take->id) == NULL)
        continue;
      /* Translators: a coach's name, and the coach's vote. */
      words = g_strdup_printf (C_ ("coach", "%s, for all that was heard: %s"),
                               onsite_coach_text_name (review),
                               name_vote (debrief->pack, review->vote));
      append (text, words);
      n++;
    }

  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
