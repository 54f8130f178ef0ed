/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-plan.h"

#include <glib/gi18n-lib.h>

#include "onsite-plan-cast.h"
#include "onsite-plan-choose.h"
#include "onsite-plan-mix.h"
#include "onsite-plan-throw.h"

GQuark
onsite_plan_error_quark (void)
{
  return g_quark_from_static_string ("onsite-plan-error-quark");
}

typedef gboolean (*QuestionFilter) (const OnsitePlanRequest *request,
                                    const OnsitePlanDraft *draft,
                                    const OnsiteQuestion *question);

static gboolean
fail_unknown (const OnsitePlanRequest *request, const char *id, GError **error)
{
  g_set_error (error,
               ONSITE_PLAN_ERROR,
               ONSITE_PLAN_ERROR_UNKNOWN,
               C_ ("error", "The pack “%s” doesn’t have “%s”. Choose another one."),
               onsite_pack_get_title (request->pack),
               id != NULL ? id : "");

  return FALSE;
}

static gboolean
fail_empty (const OnsitePlanRequest *request, GError **error)
{
  if (request->kind == ONSITE_LOOP_KIND_DRILL && request->drill == ONSITE_DRILL_GAPS)
    g_set_error (error,
                 ONSITE_PLAN_ERROR,
                 ONSITE_PLAN_ERROR_EMPTY,
                 C_ ("error",
                     "At %s the pack “%s” has no question on anything that past loops left "
                     "uncovered. Choose another drill."),
                 request->level,
                 onsite_pack_get_title (request->pack));
  else
    g_set_error (
        error,
        ONSITE_PLAN_ERROR,
        ONSITE_PLAN_ERROR_EMPTY,
        C_ ("error", "At %s the pack “%s” has too few questions for this. Choose something else."),
        request->level,
        onsite_pack_get_title (request->pack));

  return FALSE;
}

static gboolean
has_level (const OnsiteQuestion *question, const char *level)
{
  return g_strv_contains ((const char *const *) question->levels, level);
}

static gboolean
is_for_a_round (const OnsitePlanRequest *request,
                const OnsitePlanDraft *draft,
                const OnsiteQuestion *question)
{
  for (guint i = 0; i < draft->rounds->len; i++)
    if (onsite_plan_may_ask (onsite_plan_draft_get_round (draft, i)->kind, question))
      return TRUE;

  return FALSE;
}

static gboolean
targets_a_gap (const OnsitePlanDraft *draft, const OnsiteQuestion *question)
{
  for (guint i = 0; question->principles[i] != NULL; i++)
    if (!onsite_plan_past_is_covered (draft->past, question->principles[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_for_the_drill (const OnsitePlanRequest *request,
                  const OnsitePlanDraft *draft,
                  const OnsiteQuestion *question)
{
  switch (request->drill)
    {
    case ONSITE_DRILL_CATEGORY:
      return g_str_equal (question->category, request->target);
    case ONSITE_DRILL_PRINCIPLE:
      return g_strv_contains ((const char *const *) question->principles, request->target);
    case ONSITE_DRILL_CHECKLIST:
      return g_strv_contains ((const char *const *) question->checklist, request->target);
    case ONSITE_DRILL_GAPS:
      return targets_a_gap (draft, question);
    case ONSITE_DRILL_NONE:
    default:
      return FALSE;
    }
}

static void
add_questions (OnsitePlanDraft *draft, const OnsitePlanRequest *request, QuestionFilter filter)
{
  GPtrArray *questions = onsite_pack_get_questions (request->pack);

  for (guint i = 0; i < questions->len; i++)
    {
      OnsiteQuestion *question = g_ptr_array_index (questions, i);

      if (has_level (question, request->level) && filter (request, draft, question))
        g_ptr_array_add (draft->questions, question);
    }
}

static void
add_round (OnsitePlanDraft *draft, const OnsiteRoundKind *kind, guint seconds)
{
  OnsitePlanRound round = { .kind = kind, .seconds = seconds != 0 ? seconds : kind->seconds };

  g_array_append_val (draft->rounds, round);
}

/* How many of the questions that the round may ask its time has room for. */
static guint
count_by_time (const OnsitePlanDraft *draft, const OnsitePlanRound *round)
{
  guint64 suggested = 0;
  guint n = 0;

  for (guint i = 0; i < draft->questions->len; i++)
    {
      const OnsiteQuestion *question = onsite_plan_draft_get_question (draft, i);

      if (onsite_plan_may_ask (round->kind, question))
        {
          suggested += question->seconds;
          n++;
        }
    }

  return suggested == 0 ? 1 : (guint) MIN ((guint64) round->seconds * n / suggested, G_MAXINT);
}

/* A round of the pack's length keeps to the kind's numbers; of any other length, to its time. */
static void
set_numbers (OnsitePlanDraft *draft, gboolean own_length)
{
  for (guint i = 0; i < draft->rounds->len; i++)
    {
      OnsitePlanRound *round = &g_array_index (draft->rounds, OnsitePlanRound, i);
      guint n = count_by_time (draft, round);

      round->least = round->kind->least;
      round->most = round->kind->most;
      if (own_length)
        {
          n = CLAMP (n, 1, draft->questions->len);
          round->least = MIN (round->least, n);
          round->most = n;
        }
      round->want = CLAMP (n, round->least, round->most);
    }
}

static OnsiteLoop *
create_loop (const OnsitePlanRequest *request)
{
  OnsiteLoop *loop = onsite_loop_new ();

  loop->pack_id = g_strdup (onsite_pack_get_id (request->pack));
  loop->pack_hash = g_strdup (onsite_pack_get_hash (request->pack));
  loop->level = g_strdup (request->level);
  loop->kind = request->kind;
  loop->drill = request->kind == ONSITE_LOOP_KIND_DRILL ? request->drill : ONSITE_DRILL_NONE;
  loop->mode = request->mode;
  loop->seed = request->seed;
  loop->state = ONSITE_LOOP_STATE_PLANNED;
  if (request->kind == ONSITE_LOOP_KIND_ROUND ||
      (request->kind == ONSITE_LOOP_KIND_DRILL && request->drill != ONSITE_DRILL_GAPS))
    {
      g_free (loop->target);
      loop->target = g_strdup (request->target);
    }

  return loop;
}

static void
fill_loop (OnsiteLoop *loop, const OnsitePlanDraft *draft, GArray *slots, GPtrArray *questions)
{
  for (guint i = 0; i < draft->rounds->len; i++)
    {
      const OnsitePlanRound *plan = onsite_plan_draft_get_round (draft, i);
      OnsiteRound *round = onsite_round_new (plan->kind->id);

      round->seconds = plan->seconds;
      g_ptr_array_add (loop->rounds, round);
    }

  for (guint i = 0; i < slots->len; i++)
    {
      const OnsitePlanSlot *slot = &g_array_index (slots, OnsitePlanSlot, i);
      const OnsiteQuestion *question = g_ptr_array_index (questions, i);
      OnsiteRound *round = g_ptr_array_index (loop->rounds, slot->round);

      g_ptr_array_add (round->answers, onsite_answer_new (question->id));
    }
}

static OnsiteLoop *
plan_slots (const OnsitePlanRequest *request, OnsitePlanDraft *draft, GArray *slots, GError **error)
{
  gboolean has_aim = request->kind == ONSITE_LOOP_KIND_DRILL &&
                     request->drill == ONSITE_DRILL_PRINCIPLE;
  const char *aim = has_aim ? request->target : NULL;
  g_autoptr (GPtrArray) questions = NULL;
  OnsiteLoop *loop;

  if (slots != NULL)
    questions = onsite_plan_choose (draft, slots, aim);
  if (questions == NULL)
    {
      fail_empty (request, error);
      return NULL;
    }

  loop = create_loop (request);
  fill_loop (loop, draft, slots, questions);
  onsite_plan_cast (draft, loop, aim);
  if (request->curveballs)
    onsite_plan_throw (draft, loop);

  return loop;
}

static OnsiteLoop *
plan_rounds (const OnsitePlanRequest *request, OnsitePlanDraft *draft, GError **error)
{
  g_autoptr (GArray) slots = NULL;

  add_questions (draft, request, is_for_a_round);
  if (draft->questions->len > 0)
    {
      set_numbers (draft, request->kind == ONSITE_LOOP_KIND_ROUND && request->seconds != 0);
      slots = onsite_plan_mix (draft);
    }

  return plan_slots (request, draft, slots, error);
}

static OnsiteLoop *
plan_whole (const OnsitePlanRequest *request,
            OnsitePlanDraft *draft,
            const OnsiteLevel *level,
            GError **error)
{
  for (guint i = 0; level->rounds[i] != NULL; i++)
    {
      const OnsiteRoundKind *kind = onsite_pack_find_round_kind (request->pack, level->rounds[i]);

      if (request->screens || !kind->optional)
        add_round (draft, kind, 0);
    }

  return plan_rounds (request, draft, error);
}

static OnsiteLoop *
plan_round (const OnsitePlanRequest *request,
            OnsitePlanDraft *draft,
            const OnsiteLevel *level,
            GError **error)
{
  if (request->target == NULL ||
      !g_strv_contains ((const char *const *) level->rounds, request->target))
    {
      fail_unknown (request, request->target, error);
      return NULL;
    }

  add_round (draft, onsite_pack_find_round_kind (request->pack, request->target), request->seconds);

  return plan_rounds (request, draft, error);
}

static gboolean
check_drill (const OnsitePlanRequest *request, GError **error)
{
  const char *target = request->target;
  gboolean known = FALSE;

  switch (request->drill)
    {
    case ONSITE_DRILL_CATEGORY:
      known = target != NULL && onsite_pack_find_category (request->pack, target) != NULL;
      break;
    case ONSITE_DRILL_PRINCIPLE:
      known = target != NULL && onsite_pack_find_principle (request->pack, target) != NULL;
      break;
    case ONSITE_DRILL_CHECKLIST:
      known = target != NULL && onsite_pack_find_checklist_item (request->pack, target) != NULL;
      break;
    case ONSITE_DRILL_GAPS:
      known = TRUE;
      break;
    case ONSITE_DRILL_NONE:
    default:
      break;
    }

  return known || fail_unknown (request, target, error);
}

static guint
count_questions_for (const OnsitePlanDraft *draft, const OnsiteRoundKind *kind)
{
  guint count = 0;

  for (guint i = 0; i < draft->questions->len; i++)
    if (onsite_plan_may_ask (kind, onsite_plan_draft_get_question (draft, i)))
      count++;

  return count;
}

/* A screen only for what no onsite round asks, since it holds no principles. */
static const OnsiteRoundKind *
find_drill_kind (const OnsitePlanDraft *draft, const OnsiteLevel *level)
{
  const OnsiteRoundKind *best = NULL;
  guint64 best_weight = 0;

  for (guint i = 0; level->rounds[i] != NULL; i++)
    {
      const OnsiteRoundKind *kind = onsite_pack_find_round_kind (draft->pack, level->rounds[i]);
      guint64 weight = count_questions_for (draft, kind);

      if (kind->stage == ONSITE_STAGE_ONSITE)
        weight *= 1 + draft->questions->len;
      if (best == NULL || weight > best_weight)
        {
          best = kind;
          best_weight = weight;
        }
    }

  return best;
}

static guint
count_drill_questions (const OnsitePlanDraft *draft, guint seconds)
{
  guint64 suggested = 0;

  if (seconds == 0)
    return MIN (ONSITE_PLAN_DRILL_QUESTIONS, draft->questions->len);

  for (guint i = 0; i < draft->questions->len; i++)
    suggested += onsite_plan_draft_get_question (draft, i)->seconds;

  return (guint) CLAMP ((guint64) seconds * draft->questions->len / MAX (suggested, 1),
                        1,
                        draft->questions->len);
}

static void
set_drill_seconds (OnsiteLoop *loop, const OnsitePlanRequest *request)
{
  OnsiteRound *round = g_ptr_array_index (loop->rounds, 0);

  round->seconds = request->seconds;
  for (guint i = 0; request->seconds == 0 && i < round->answers->len; i++)
    {
      const OnsiteAnswer *answer = g_ptr_array_index (round->answers, i);

      round->seconds += onsite_pack_find_question (request->pack, answer->question)->seconds;
    }
}

static OnsiteLoop *
plan_drill (const OnsitePlanRequest *request,
            OnsitePlanDraft *draft,
            const OnsiteLevel *level,
            GError **error)
{
  OnsitePlanSlot slot = { .round = 0, .category = ONSITE_PLAN_ANY_CATEGORY };
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (OnsitePlanSlot));
  OnsiteLoop *loop;
  guint n;

  if (!check_drill (request, error))
    return NULL;

  add_questions (draft, request, is_for_the_drill);
  if (draft->questions->len == 0)
    {
      fail_empty (request, error);
      return NULL;
    }

  add_round (draft, find_drill_kind (draft, level), request->seconds);
  n = count_drill_questions (draft, request->seconds);
  for (guint i = 0; i < n; i++)
    g_array_append_val (slots, slot);

  loop = plan_slots (request, draft, slots, error);
  if (loop != NULL)
    set_drill_seconds (loop, request);

  return loop;
}

OnsiteLoop *
onsite_plan_loop (const OnsitePlanRequest *request, GError **error)
{
  g_autoptr (OnsitePlanDraft) draft = NULL;
  const OnsiteLevel *level;

  g_return_val_if_fail (request->pack != NULL, NULL);

  level = request->level != NULL ? onsite_pack_find_level (request->pack, request->level) : NULL;
  if (level == NULL)
    {
      fail_unknown (request, request->level, error);
      return NULL;
    }

  draft = onsite_plan_draft_new (request->pack, request->history, request->seed);
  switch (request->kind)
    {
    case ONSITE_LOOP_KIND_WHOLE:
      return plan_whole (request, draft, level, error);
    case ONSITE_LOOP_KIND_ROUND:
      return plan_round (request, draft, level, error);
    case ONSITE_LOOP_KIND_DRILL:
      return plan_drill (request, draft, level, error);
    default:
      g_return_val_if_reached (NULL);
    }
}
