/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rehearsed.h"

#define ASKED   ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED)
#define CLAIMED ONSITE_SOURCE_BIT (ONSITE_SOURCE_CLAIMED)
#define HEARD   ONSITE_SOURCE_BIT (ONSITE_SOURCE_HEARD)
#define COACH   ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH)

typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteRound *round;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->pack = rehearsed_pack_load ();
  self->loop = onsite_loop_new ();
  self->round = rehearsed_add_round (self->loop, "people");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  onsite_pack_unref (self->pack);
  g_clear_pointer (&self->loop, onsite_loop_free);
}

static OnsiteDebrief *
debrief (Fixture *self)
{
  return onsite_debrief_new (g_steal_pointer (&self->loop), self->pack, 0);
}

static void
assert_cell (GPtrArray *rows, const char *target, guint sources, double strength)
{
  const OnsiteCell *cell = onsite_coverage_row_get_cell (rehearsed_find_row (rows, target), 0);

  g_assert_cmpuint (cell->sources, ==, sources);
  g_assert_cmpfloat_with_epsilon (cell->strength, strength, 1e-9);
}

static void
test_asked (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteDebrief) result = NULL;
  const OnsiteCoverageRow *row;

  rehearsed_add_answer (self->round, "ship", 1000);
  result = debrief (self);

  assert_cell (result->principles, "deliver-results", ASKED, 0.0);
  assert_cell (result->principles, "dive-deep", ASKED, 0.0);
  assert_cell (result->principles, "earn-trust", 0, 0.0);
  assert_cell (result->checklist, "stories", ASKED, 0.0);
  assert_cell (result->checklist, "trade-offs", 0, 0.0);
  row = rehearsed_find_row (result->principles, "dive-deep");
  g_assert_cmpuint (row->n_asked, ==, 1);
  g_assert_cmpuint (row->n_covered, ==, 0);
  g_assert_true (row->gap);
  g_assert_cmpstr (row->name, ==, "Dive Deep");
}

static void
test_not_asked (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteDebrief) result = NULL;

  rehearsed_add_answer (self->round, "ship", NOT_ASKED);
  result = debrief (self);

  assert_cell (result->principles, "deliver-results", 0, 0.0);
  g_assert_cmpuint (rehearsed_find_row (result->principles, "deliver-results")->n_asked, ==, 0);
}

typedef struct
{
  OnsiteSource source;
  double strength;
} Saying;

static const struct
{
  Saying sayings[4];
  guint n_sayings;
  guint sources;
  double strength;
  gboolean gap;
} sayings[] = {
  { { { 0 } }, 0, 0, 0.0, TRUE },
  { { { ONSITE_SOURCE_CLAIMED, 1.0 } }, 1, CLAIMED, 1.0, FALSE },
  { { { ONSITE_SOURCE_HEARD, 0.3 } }, 1, HEARD, 0.3, FALSE },
  { { { ONSITE_SOURCE_COACH, 0.8 } }, 1, COACH, 0.8, FALSE },
  { { { ONSITE_SOURCE_HEARD, 0.3 }, { ONSITE_SOURCE_HEARD, 0.6 } }, 2, HEARD, 0.6, FALSE },
  { { { ONSITE_SOURCE_HEARD, 0.6 }, { ONSITE_SOURCE_HEARD, 0.3 } }, 2, HEARD, 0.6, FALSE },
  { { { ONSITE_SOURCE_CLAIMED, 1 }, { ONSITE_SOURCE_HEARD, 0.2 } }, 2, CLAIMED | HEARD, 0.2, 0 },
  { { { ONSITE_SOURCE_HEARD, 0.2 }, { ONSITE_SOURCE_CLAIMED, 1 } }, 2, CLAIMED | HEARD, 0.2, 0 },
  { { { ONSITE_SOURCE_COACH, 0.4 },
      { ONSITE_SOURCE_CLAIMED, 1 },
      { ONSITE_SOURCE_HEARD, 0.9 },
      { ONSITE_SOURCE_COACH, 0.5 } },
    4,
    CLAIMED | HEARD | COACH,
    0.5,
    FALSE },
  { { { ONSITE_SOURCE_HEARD, 7.0 } }, 1, HEARD, 1.0, FALSE },
  { { { ONSITE_SOURCE_HEARD, -1.0 } }, 1, HEARD, 0.0, FALSE },
  /* That it was asked for follows from the pack, whatever is written down. */
  { { { ONSITE_SOURCE_ASKED, 1.0 } }, 1, 0, 0.0, TRUE },
};

static void
test_sayings (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (OnsiteDebrief) result = NULL;
      OnsiteLoop *loop = onsite_loop_new ();
      OnsiteAnswer *answer = rehearsed_add_answer (rehearsed_add_round (loop, "people"),
                                                   "ship",
                                                   1000);

      for (guint j = 0; j < sayings[i].n_sayings; j++)
        rehearsed_add_evidence (answer,
                                ONSITE_TARGET_PRINCIPLE,
                                "earn-trust",
                                sayings[i].sayings[j].source)
            ->strength = sayings[i].sayings[j].strength;
      result = onsite_debrief_new (loop, self->pack, 0);

      assert_cell (result->principles, "earn-trust", sayings[i].sources, sayings[i].strength);
      g_assert_cmpint (rehearsed_find_row (result->principles, "earn-trust")->gap,
                       ==,
                       sayings[i].gap);
    }
}

static void
test_current_take (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteDebrief) result = NULL;
  OnsiteAnswer *answer = rehearsed_add_answer (self->round, "ship", 1000);

  rehearsed_add_evidence (answer, ONSITE_TARGET_PRINCIPLE, "earn-trust", ONSITE_SOURCE_CLAIMED);
  rehearsed_add_take (answer, 500);
  rehearsed_add_evidence (answer, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  result = debrief (self);

  assert_cell (result->principles, "earn-trust", 0, 0.0);
  assert_cell (result->principles, "ownership", CLAIMED, 1.0);
}

static void
test_kinds_apart (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteDebrief) result = NULL;
  OnsiteAnswer *answer = rehearsed_add_answer (self->round, "trust", 1000);

  rehearsed_add_evidence (answer, ONSITE_TARGET_PRINCIPLE, "stories", ONSITE_SOURCE_CLAIMED);
  rehearsed_add_evidence (answer, ONSITE_TARGET_CHECKLIST, "ownership", ONSITE_SOURCE_CLAIMED);
  result = debrief (self);

  assert_cell (result->checklist, "stories", 0, 0.0);
  assert_cell (result->principles, "ownership", 0, 0.0);
}

static const struct
{
  OnsiteLoopState state;
  gboolean sample;
  guint n_before;
  guint n_covered;
} feeding[] = {
  { ONSITE_LOOP_STATE_RUNNING, FALSE, 0, 0 }, { ONSITE_LOOP_STATE_FINISHED, FALSE, 0, 1 },
  { ONSITE_LOOP_STATE_RUNNING, FALSE, 3, 3 }, { ONSITE_LOOP_STATE_FINISHED, FALSE, 3, 4 },
  { ONSITE_LOOP_STATE_FINISHED, TRUE, 0, 0 },
};

static void
test_fed_by_loops (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (feeding); i++)
    {
      g_autoptr (OnsiteDebrief) result = NULL;
      const OnsiteCoverageRow *row;
      OnsiteLoop *loop = onsite_loop_new ();
      OnsiteAnswer *answer = rehearsed_add_answer (rehearsed_add_round (loop, "people"),
                                                   "ship",
                                                   1000);

      rehearsed_add_evidence (answer, ONSITE_TARGET_CHECKLIST, "system", ONSITE_SOURCE_CLAIMED);
      loop->state = feeding[i].state;
      loop->sample = feeding[i].sample;
      result = onsite_debrief_new (loop, self->pack, feeding[i].n_before);
      row = rehearsed_find_row (result->checklist, "system");

      g_assert_true (row->fed_by_loops);
      g_assert_cmpuint (row->n_covered, ==, feeding[i].n_covered);
      g_assert_cmpint (row->gap, ==, feeding[i].n_covered == 0);
      g_assert_cmpuint (row->covered_by->len, ==, 0);
      assert_cell (result->checklist, "system", 0, 0.0);
    }
}

static void
test_trace (Fixture *self, gconstpointer data)
{
  g_autoptr (OnsiteDebrief) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const OnsiteCoverageRow *row;
  OnsiteEvidence *claim, *said;
  OnsiteAnswer *second;

  rehearsed_add_answer (self->round, "ship", 1000);
  second = rehearsed_add_answer (self->round, "trust", 1000);
  claim = rehearsed_add_evidence (second,
                                  ONSITE_TARGET_PRINCIPLE,
                                  "dive-deep",
                                  ONSITE_SOURCE_CLAIMED);
  rehearsed_add_evidence (second, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  said = rehearsed_add_evidence (second, ONSITE_TARGET_PRINCIPLE, "dive-deep", ONSITE_SOURCE_COACH);
  result = debrief (self);
  row = rehearsed_find_row (result->principles, "dive-deep");
  found = onsite_coverage_find_evidence (second, row->kind, row->target);

  g_assert_cmpuint (row->asked_by->len, ==, 1);
  g_assert_true (row->asked_by->pdata[0] == result->answers->pdata[0]);
  g_assert_cmpuint (row->covered_by->len, ==, 1);
  g_assert_true (row->covered_by->pdata[0] == result->answers->pdata[1]);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (found->pdata[0] == claim);
  g_assert_true (found->pdata[1] == said);
}

static void
test_no_trace_without_a_take (Fixture *self, gconstpointer data)
{
  OnsiteAnswer *answer = rehearsed_add_answer (self->round, "ship", NOT_ASKED);
  g_autoptr (GPtrArray) found = onsite_coverage_find_evidence (answer,
                                                               ONSITE_TARGET_PRINCIPLE,
                                                               "dive-deep");

  g_assert_cmpuint (found->len, ==, 0);
}

#define add(name, test) g_test_add ("/coverage/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("what-was-only-asked-for-is-a-gap", test_asked);
  add ("a-question-that-never-came-asks-for-nothing", test_not_asked);
  add ("a-cell-tells-who-says-so-and-how-strongly", test_sayings);
  add ("only-the-current-take-counts", test_current_take);
  add ("principles-and-checklist-share-no-ids", test_kinds_apart);
  add ("finished-loops-feed-what-no-answer-feeds", test_fed_by_loops);
  add ("a-figure-leads-to-its-answers-and-their-evidence", test_trace);
  add ("an-answer-that-never-came-has-no-evidence", test_no_trace_without_a_take);

  return g_test_run ();
}
