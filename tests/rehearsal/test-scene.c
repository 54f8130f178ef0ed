/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rehearsal/onsite-chronicle.h"
#include "rehearsal/onsite-scene.h"

typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteSession session;
} Fixture;

static const OnsiteQuestion *
get_question (OnsitePack *pack, guint index)
{
  return g_ptr_array_index (onsite_pack_get_questions (pack), index);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const OnsiteQuestion *question;
  OnsiteRound *round;

  fixture->pack = onsite_pack_load (file, NULL, &error);
  g_assert_no_error (error);
  question = get_question (fixture->pack, 0);
  round = onsite_round_new (question->rounds[0]);
  g_ptr_array_add (round->answers, onsite_answer_new (question->id));
  fixture->loop = onsite_loop_new ();
  g_ptr_array_add (fixture->loop->rounds, round);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  onsite_loop_free (fixture->loop);
  onsite_pack_unref (fixture->pack);
}

static OnsiteScene
get_scene (Fixture *fixture)
{
  return (OnsiteScene){ fixture->loop, fixture->pack, &fixture->session };
}

static void
note (Fixture *fixture, OnsiteEffect effect)
{
  g_autoptr (OnsiteChange) change = onsite_change_new ();

  onsite_chronicle_note (fixture->loop, fixture->pack, NULL, &effect, 1000, change);
}

static OnsiteTake *
get_take (Fixture *fixture)
{
  OnsiteRound *round = g_ptr_array_index (fixture->loop->rounds, 0);

  return onsite_answer_get_current_take (g_ptr_array_index (round->answers, 0));
}

static void
test_nothing_is_asked_between_rounds (Fixture *fixture, gconstpointer data)
{
  const OnsiteScene scene = get_scene (fixture);

  g_assert_false (onsite_scene_is_in_round (&scene));
  g_assert_nonnull (onsite_scene_get_round (&scene));
  g_assert_null (onsite_scene_get_answer (&scene));
  g_assert_cmpstr (onsite_scene_get_prompt (&scene), ==, "");
  g_assert_cmpint (onsite_scene_get_suggested_ms (&scene), ==, 0);
}

static void
test_what_was_asked_is_what_is_shown (Fixture *fixture, gconstpointer data)
{
  const OnsiteQuestion *question = get_question (fixture->pack, 0);
  const OnsiteScene scene = get_scene (fixture);

  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ASK });
  fixture->session.phase = ONSITE_PHASE_ASKING;
  g_assert_cmpstr (onsite_scene_get_prompt (&scene), ==, question->text);

  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ASK, .turn = 1, .take_turn = 1 });
  fixture->session.take_turn = 1;
  g_assert_cmpstr (onsite_scene_get_prompt (&scene), ==, question->follow_ups[0]);
}

static void
test_after_the_last_round_there_is_none (Fixture *fixture, gconstpointer data)
{
  const OnsiteScene scene = get_scene (fixture);

  fixture->session.phase = ONSITE_PHASE_BREAK;
  fixture->session.round = 1;
  g_assert_null (onsite_scene_get_round (&scene));
  g_assert_nonnull (onsite_scene_get_last_round (&scene));
  g_assert_cmpstr (onsite_scene_get_round_name (&scene), ==, "");
}

static void
test_a_retake_leaves_the_first_take_as_it_was (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ASK });
  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_BEGIN_CLIP });
  first = g_strdup (get_take (fixture)->id);
  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_NEW_TAKE, .take = 1 });
  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ASK, .take = 1 });

  g_assert_cmpstr (get_take (fixture)->id, !=, first);
  g_assert_cmpuint (get_take (fixture)->turns->len, ==, 1);
}

static void
test_what_is_asked_once_more_before_a_word_was_kept_is_no_new_turn (Fixture *fixture,
                                                                    gconstpointer data)
{
  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ASK });
  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ASK });

  g_assert_cmpuint (get_take (fixture)->turns->len, ==, 1);
}

static void
test_a_round_keeps_when_it_began_through_an_interruption (Fixture *fixture, gconstpointer data)
{
  OnsiteRound *round = g_ptr_array_index (fixture->loop->rounds, 0);

  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ROUND_STARTED });
  g_assert_cmpint (round->started_at_us, ==, 1000);
  round->started_at_us = 5;
  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ROUND_INTERRUPTED });
  note (fixture, (OnsiteEffect){ .kind = ONSITE_EFFECT_ROUND_ENDED, .early = TRUE });

  g_assert_cmpint (round->started_at_us, ==, 5);
  g_assert_cmpuint (round->interruptions, ==, 1);
  g_assert_true (round->ended_early);
  g_assert_cmpint (round->ended_at_us, ==, 1000);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/scene/nothing-is-asked-between-rounds", test_nothing_is_asked_between_rounds);
  add ("/scene/what-was-asked-is-what-is-shown", test_what_was_asked_is_what_is_shown);
  add ("/scene/after-the-last-round-there-is-none", test_after_the_last_round_there_is_none);
  add ("/chronicle/a-retake-leaves-the-first-take-as-it-was",
       test_a_retake_leaves_the_first_take_as_it_was);
  add ("/chronicle/what-is-asked-once-more-before-a-word-was-kept-is-no-new-turn",
       test_what_is_asked_once_more_before_a_word_was_kept_is_no_new_turn);
  add ("/chronicle/a-round-keeps-when-it-began-through-an-interruption",
       test_a_round_keeps_when_it_began_through_an_interruption);

  return g_test_run ();
}
