/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-loop-text.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

static gboolean
is_of_pack (const OnsiteLoopSummary *loop, OnsitePack *pack)
{
  return g_strcmp0 (loop->pack_id, onsite_pack_get_id (pack)) == 0;
}

static const char *
name_mode (OnsiteMode mode)
{
  return mode == ONSITE_MODE_ONSITE ? C_ ("mode", "Onsite") : C_ ("mode", "Practice");
}

static const char *
name_target (const char *target, OnsitePack *pack)
{
  const OnsitePrinciple *principle = onsite_pack_find_principle (pack, target);
  const OnsiteCategory *category = onsite_pack_find_category (pack, target);
  const OnsiteChecklistItem *item = onsite_pack_find_checklist_item (pack, target);

  if (principle != NULL)
    return principle->name;
  if (category != NULL)
    return category->name;

  return item != NULL ? item->name : target;
}

static char *
describe_round (const char *target, OnsitePack *pack)
{
  const OnsiteRoundKind *round = onsite_pack_find_round_kind (pack, target);

  return g_strdup (round != NULL ? round->name : target);
}

static char *
describe_drill (OnsiteDrill drill, const char *target, OnsitePack *pack)
{
  const char *name = name_target (target, pack);

  switch (drill)
    {
    case ONSITE_DRILL_CATEGORY:
      return g_strdup_printf (C_ ("loop", "Drill of a category: %s"), name);

    case ONSITE_DRILL_PRINCIPLE:
      return g_strdup_printf (C_ ("loop", "Drill of a principle: %s"), name);

    case ONSITE_DRILL_CHECKLIST:
      return g_strdup_printf (C_ ("loop", "Drill of a checklist item: %s"), name);

    case ONSITE_DRILL_GAPS:
      return g_strdup (C_ ("loop", "Drill of gaps"));

    case ONSITE_DRILL_NONE:
    default:
      /* Translators: what a drill is of, such as a principle. */
      return g_strdup_printf (C_ ("loop", "Drill: %s"), name);
    }
}

char *
onsite_loop_text_what (OnsiteLoopKind kind, OnsiteDrill drill, const char *target, OnsitePack *pack)
{
  switch (kind)
    {
    case ONSITE_LOOP_KIND_ROUND:
      return describe_round (target, pack);

    case ONSITE_LOOP_KIND_DRILL:
      return describe_drill (drill, target, pack);

    case ONSITE_LOOP_KIND_WHOLE:
    default:
      return g_strdup (C_ ("loop", "Whole loop"));
    }
}

char *
onsite_loop_text_about (const OnsiteLoopSummary *loop, OnsitePack *pack)
{
  const OnsiteLevel *level = onsite_pack_find_level (pack, loop->level);
  g_autofree char *what = onsite_loop_text_what (loop->kind, loop->drill, loop->target, pack);

  /* Translators: level, what was rehearsed, mode. */
  return g_strdup_printf (C_ ("loop", "%s · %s · %s"),
                          level != NULL ? level->name : loop->level,
                          what,
                          name_mode (loop->mode));
}

char *
onsite_loop_text_coverage (const OnsiteLoopSummary *loop, OnsitePack *pack)
{
  if (!is_of_pack (loop, pack))
    return g_strdup_printf ("%u", loop->n_principles_covered);

  /* Translators: how many principles, of how many. */
  return g_strdup_printf (C_ ("loop", "%u of %u"),
                          loop->n_principles_covered,
                          onsite_pack_get_principles (pack)->len);
}

char *
onsite_loop_text_progress (const OnsiteLoopSummary *loop)
{
  guint round = MIN (loop->n_rounds_ended + 1, loop->n_rounds);

  return g_strdup_printf (C_ ("loop", "Round %u of %u"), round, loop->n_rounds);
}

char *
onsite_loop_text_result (const OnsiteLoopSummary *loop, OnsitePack *pack)
{
  g_autofree char *coverage = onsite_loop_text_coverage (loop, pack);
  g_autofree char *score = onsite_format_score (loop->mean_score);
  g_autofree char *talk = onsite_format_duration (loop->talk_ms);
  g_autofree char *items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%u checklist item",
                                                         "%u checklist items",
                                                         loop->n_checklist_covered),
                                            loop->n_checklist_covered);

  if (loop->mean_score <= 0)
    /* Translators: "11 of 16", "5 checklist items", "3 h 50 min". */
    return g_strdup_printf (C_ ("loop", "%s principles, %s, not rated, %s of answers"),
                            coverage,
                            items,
                            talk);

  /* Translators: "11 of 16", "5 checklist items", "3.4", "3 h 50 min". */
  return g_strdup_printf (C_ ("loop", "%s principles, %s, rated %s, %s of answers"),
                          coverage,
                          items,
                          score,
                          talk);
}
