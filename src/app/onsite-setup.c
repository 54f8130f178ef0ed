/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-setup.h"

#include "loop/onsite-session.h"

struct _OnsiteSetup
{
  GObject parent_instance;

  OnsitePack *pack;
  guint64 seed;
  char *level;
  OnsiteLoopKind kind;
  OnsiteMode mode;
  gboolean screens;
  gboolean curveballs;
  char *round;
  OnsiteDrill drill;
  char *target;
  GPtrArray *history;

  OnsiteLoop *plan;
  GError *problem;
  gboolean drawn; /* these two are of the choices as they are now */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteSetup, onsite_setup, G_TYPE_OBJECT)

static const char *
get_request_target (OnsiteSetup *self)
{
  switch (self->kind)
    {
    case ONSITE_LOOP_KIND_ROUND:
      return self->round;

    case ONSITE_LOOP_KIND_DRILL:
      return self->target;

    case ONSITE_LOOP_KIND_WHOLE:
    default:
      return "";
    }
}

/* Only when somebody looks: until then several choices may change. */
static void
draw_plan (OnsiteSetup *self)
{
  const OnsitePlanRequest request = {
    .pack = self->pack,
    .level = self->level,
    .mode = self->mode,
    .kind = self->kind,
    .drill = self->drill,
    .target = get_request_target (self),
    .screens = self->screens,
    .curveballs = self->curveballs || self->mode == ONSITE_MODE_ONSITE,
    .seed = self->seed,
    .history = self->history,
  };

  if (self->drawn)
    return;

  self->drawn = TRUE;
  g_clear_pointer (&self->plan, onsite_loop_free);
  g_clear_error (&self->problem);
  self->plan = onsite_plan_loop (&request, &self->problem);
}

static void
change (OnsiteSetup *self)
{
  self->drawn = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Another level may not have the round that was chosen. */
static void
choose_round_of_level (OnsiteSetup *self)
{
  const OnsiteLevel *level = onsite_pack_find_level (self->pack, self->level);

  if (self->round != NULL && g_strv_contains ((const char *const *) level->rounds, self->round))
    return;

  g_free (self->round);
  self->round = g_strdup (level->rounds[0]);
}

static void
onsite_setup_finalize (GObject *object)
{
  OnsiteSetup *self = ONSITE_SETUP (object);

  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_clear_pointer (&self->level, g_free);
  g_clear_pointer (&self->round, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->plan, onsite_loop_free);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (onsite_setup_parent_class)->finalize (object);
}

static void
onsite_setup_class_init (OnsiteSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_setup_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   ONSITE_TYPE_SETUP,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
onsite_setup_init (OnsiteSetup *self)
{
  self->screens = TRUE;
  self->curveballs = TRUE;
  self->drill = ONSITE_DRILL_GAPS;
  self->target = g_strdup ("");
}

OnsiteSetup *
onsite_setup_new (OnsitePack *pack, guint64 seed)
{
  OnsiteSetup *self;
  const OnsiteLevel *level;

  g_return_val_if_fail (pack != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_SETUP, NULL);
  self->pack = onsite_pack_ref (pack);
  self->seed = seed;
  level = g_ptr_array_index (onsite_pack_get_levels (pack), 0);
  self->level = g_strdup (level->id);
  choose_round_of_level (self);

  return self;
}

static void
replace (char **place, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*place);
  *place = copy;
}

void
onsite_setup_set_level (OnsiteSetup *self, const char *level)
{
  g_return_if_fail (ONSITE_IS_SETUP (self));

  if (onsite_pack_find_level (self->pack, level) == NULL || g_str_equal (self->level, level))
    return;

  replace (&self->level, level);
  choose_round_of_level (self);
  change (self);
}

const char *
onsite_setup_get_level (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), NULL);

  return self->level;
}

void
onsite_setup_set_kind (OnsiteSetup *self, OnsiteLoopKind kind)
{
  g_return_if_fail (ONSITE_IS_SETUP (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  change (self);
}

OnsiteLoopKind
onsite_setup_get_kind (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), ONSITE_LOOP_KIND_WHOLE);

  return self->kind;
}

void
onsite_setup_set_mode (OnsiteSetup *self, OnsiteMode mode)
{
  g_return_if_fail (ONSITE_IS_SETUP (self));

  if (self->mode == mode)
    return;

  self->mode = mode;
  change (self);
}

OnsiteMode
onsite_setup_get_mode (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), ONSITE_MODE_ONSITE);

  return self->mode;
}

void
onsite_setup_set_screens (OnsiteSetup *self, gboolean screens)
{
  g_return_if_fail (ONSITE_IS_SETUP (self));

  if (self->screens == screens)
    return;

  self->screens = screens;
  change (self);
}

gboolean
onsite_setup_get_screens (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), FALSE);

  return self->screens;
}

void
onsite_setup_set_curveballs (OnsiteSetup *self, gboolean curveballs)
{
  g_return_if_fail (ONSITE_IS_SETUP (self));

  if (self->curveballs == curveballs)
    return;

  self->curveballs = curveballs;
  change (self);
}

void
onsite_setup_set_round (OnsiteSetup *self, const char *round)
{
  const OnsiteLevel *level;

  g_return_if_fail (ONSITE_IS_SETUP (self));

  level = onsite_pack_find_level (self->pack, self->level);
  if (!g_strv_contains ((const char *const *) level->rounds, round) ||
      g_str_equal (self->round, round))
    return;

  replace (&self->round, round);
  change (self);
}

const char *
onsite_setup_get_round (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), NULL);

  return self->round;
}

void
onsite_setup_set_drill (OnsiteSetup *self, OnsiteDrill drill, const char *target)
{
  g_return_if_fail (ONSITE_IS_SETUP (self));
  g_return_if_fail (target != NULL);

  if (self->drill == drill && g_str_equal (self->target, target))
    return;

  self->drill = drill;
  replace (&self->target, target);
  change (self);
}

OnsiteDrill
onsite_setup_get_drill (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), ONSITE_DRILL_GAPS);

  return self->drill;
}

const char *
onsite_setup_get_drill_target (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), NULL);

  return self->target;
}

void
onsite_setup_set_history (OnsiteSetup *self, GPtrArray *history)
{
  g_return_if_fail (ONSITE_IS_SETUP (self));

  g_clear_pointer (&self->history, g_ptr_array_unref);
  self->history = g_ptr_array_ref (history);
  change (self);
}

const OnsiteLoop *
onsite_setup_get_plan (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), NULL);

  draw_plan (self);

  return self->plan;
}

const char *
onsite_setup_get_problem (OnsiteSetup *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP (self), NULL);

  draw_plan (self);

  return self->problem != NULL ? self->problem->message : NULL;
}

gint64
onsite_setup_get_length_ms (OnsiteSetup *self)
{
  gint64 length_ms = 0;

  g_return_val_if_fail (ONSITE_IS_SETUP (self), 0);

  draw_plan (self);
  if (self->plan == NULL)
    return 0;

  for (guint i = 0; i < self->plan->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (self->plan->rounds, i);

      length_ms += (gint64) round->seconds * 1000;
      if (i > 0)
        length_ms += ONSITE_SESSION_BREAK_MS;
    }

  return length_ms;
}

OnsiteLoop *
onsite_setup_take_plan (OnsiteSetup *self)
{
  OnsiteLoop *plan;

  g_return_val_if_fail (ONSITE_IS_SETUP (self), NULL);

  draw_plan (self);
  plan = g_steal_pointer (&self->plan);
  self->seed++;
  change (self);

  return plan;
}
