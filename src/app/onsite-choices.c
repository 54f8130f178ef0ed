/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-choices.h"

#include "onsite-loop-text.h"

static const char *const kinds[] = {
  [ONSITE_LOOP_KIND_WHOLE] = "loop",
  [ONSITE_LOOP_KIND_ROUND] = "round",
  [ONSITE_LOOP_KIND_DRILL] = "drill",
};

static const char *const drills[] = {
  [ONSITE_DRILL_CATEGORY] = "category",
  [ONSITE_DRILL_PRINCIPLE] = "principle",
  [ONSITE_DRILL_CHECKLIST] = "checklist",
  [ONSITE_DRILL_GAPS] = "gaps",
};

static const char *const modes[] = {
  [ONSITE_MODE_ONSITE] = "onsite",
  [ONSITE_MODE_PRACTICE] = "practice",
};

/* The settings' schema lets nothing else be there. */
static guint
find (const char *const *ids, guint n_ids, const char *id)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;

  return 0;
}

static guint
get_choice (GSettings *settings, const char *key, const char *const *ids, guint n_ids)
{
  g_autofree char *id = g_settings_get_string (settings, key);

  return find (ids, n_ids, id);
}

#define GET_CHOICE(settings, key, ids) get_choice (settings, key, ids, G_N_ELEMENTS (ids))

OnsiteLoopKind
onsite_choices_parse_kind (const char *id)
{
  return (OnsiteLoopKind) find (kinds, G_N_ELEMENTS (kinds), id);
}

const char *
onsite_choices_get_kind_id (OnsiteLoopKind kind)
{
  return kinds[kind];
}

/* It may be of another pack. */
static gboolean
is_known (OnsitePack *pack, OnsiteDrill drill, const char *target)
{
  switch (drill)
    {
    case ONSITE_DRILL_CATEGORY:
      return onsite_pack_find_category (pack, target) != NULL;

    case ONSITE_DRILL_PRINCIPLE:
      return onsite_pack_find_principle (pack, target) != NULL;

    case ONSITE_DRILL_CHECKLIST:
      return onsite_pack_find_checklist_item (pack, target) != NULL;

    case ONSITE_DRILL_GAPS:
    default:
      return FALSE;
    }
}

static void
read_drill (OnsiteSetup *setup, GSettings *settings, OnsitePack *pack)
{
  const OnsiteDrill drill = (OnsiteDrill) GET_CHOICE (settings, "default-drill", drills);
  g_autofree char *target = g_settings_get_string (settings, "default-drill-target");

  if (is_known (pack, drill, target))
    onsite_setup_set_drill (setup, drill, target);
}

/* Of a round or a drill. */
static const char *
get_target (OnsiteSetup *setup)
{
  return onsite_setup_get_kind (setup) == ONSITE_LOOP_KIND_ROUND
             ? onsite_setup_get_round (setup)
             : onsite_setup_get_drill_target (setup);
}

OnsiteSetup *
onsite_choices_make_setup (OnsiteContext *context)
{
  GSettings *settings = onsite_context_get_settings (context);
  g_autofree char *level = g_settings_get_string (settings, "default-level");
  g_autofree char *round = g_settings_get_string (settings, "default-round");
  const guint64 seed = (guint64) g_random_int () << 32 | g_random_int ();
  OnsiteSetup *setup = onsite_setup_new (onsite_context_get_pack (context), seed);

  onsite_setup_set_level (setup, level);
  onsite_setup_set_round (setup, round);
  read_drill (setup, settings, onsite_context_get_pack (context));
  onsite_setup_set_kind (setup, (OnsiteLoopKind) GET_CHOICE (settings, "default-kind", kinds));
  onsite_setup_set_mode (setup, (OnsiteMode) GET_CHOICE (settings, "default-mode", modes));
  onsite_setup_set_screens (setup, g_settings_get_boolean (settings, "include-screens"));
  onsite_setup_set_curveballs (setup, g_settings_get_boolean (settings, "curveballs"));

  return setup;
}

void
onsite_choices_remember (OnsiteContext *context, OnsiteSetup *setup)
{
  GSettings *settings = onsite_context_get_settings (context);

  g_settings_set_string (settings, "default-level", onsite_setup_get_level (setup));
  g_settings_set_string (settings, "default-kind", kinds[onsite_setup_get_kind (setup)]);
  g_settings_set_string (settings, "default-mode", modes[onsite_setup_get_mode (setup)]);
  g_settings_set_boolean (settings, "include-screens", onsite_setup_get_screens (setup));
  g_settings_set_string (settings, "default-round", onsite_setup_get_round (setup));
  g_settings_set_string (settings, "default-drill", drills[onsite_setup_get_drill (setup)]);
  g_settings_set_string (settings, "default-drill-target", onsite_setup_get_drill_target (setup));
}

char *
onsite_choices_describe (OnsiteContext *context)
{
  g_autoptr (OnsiteSetup) setup = onsite_choices_make_setup (context);
  OnsiteLoopSummary summary = {
    .level = (char *) onsite_setup_get_level (setup),
    .kind = onsite_setup_get_kind (setup),
    .drill = onsite_setup_get_drill (setup),
    .target = (char *) get_target (setup),
    .mode = onsite_setup_get_mode (setup),
  };

  return onsite_loop_text_about (&summary, onsite_context_get_pack (context));
}
