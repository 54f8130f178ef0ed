/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/onsite-builtin-packs.h"
#include "rehearsal/onsite-sample.h"

#define FINISHED_US (G_USEC_PER_SEC * G_GINT64_CONSTANT (86400))

static OnsitePack *
read_builtin (const char *find, const char *replace)
{
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  OnsitePack *pack;

  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  text = g_string_new (content);
  if (find != NULL)
    g_assert_cmpuint (g_string_replace (text, find, replace, 1), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  pack = onsite_pack_new_from_bytes (bytes, "sample.json", &error);
  g_assert_no_error (error);

  return pack;
}

typedef void (*LookFunc) (OnsitePack *pack, const OnsiteAnswer *answer);

static guint
look_at_answers (OnsitePack *pack, LookFunc look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLoop) loop = onsite_sample_new (pack, FINISHED_US, &error);
  guint n_answers = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        look (pack, g_ptr_array_index (round->answers, j));
      n_answers += round->answers->len;
    }

  return n_answers;
}

static const char *
get_words (OnsitePack *pack, const OnsiteAnswer *answer)
{
  const OnsiteQuestion *question = onsite_pack_find_question (pack, answer->question);
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  return take->evidence->len > 0 ? question->strong : question->weak;
}

static void
look_for_marks (OnsitePack *pack, const OnsiteAnswer *answer)
{
  g_autofree char *words = onsite_sample_dup_words (pack, answer, 0);

  g_assert_nonnull (strstr (get_words (pack, answer), "“"));
  g_assert_null (strstr (words, "“"));
  g_assert_null (strstr (words, "”"));
}

static void
test_marks_of_a_quotation_are_not_spoken (void)
{
  g_autoptr (OnsitePack) pack = read_builtin (NULL, NULL);

  g_assert_cmpuint (look_at_answers (pack, look_for_marks), ==, 6);
}

static void
look_for_claims (OnsitePack *pack, const OnsiteAnswer *answer)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);
  guint sum = 0;

  for (guint i = 0; i < take->ratings->len; i++)
    sum += ((const OnsiteRating *) g_ptr_array_index (take->ratings, i))->score;

  /* Nobody claims something for what was rated like the weak ones here. */
  g_assert_true ((take->evidence->len > 0) == (sum >= 3 * take->ratings->len));
}

static void
test_a_weak_answer_claims_nothing (void)
{
  g_autoptr (OnsitePack) pack = read_builtin (NULL, NULL);

  look_at_answers (pack, look_for_claims);
}

static void
look_for_follow_ups (OnsitePack *pack, const OnsiteAnswer *answer)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  g_assert_cmpuint (take->turns->len, ==, 1);
}

static void
test_english_is_spoken_in_an_english_pack_only (void)
{
  g_autoptr (OnsitePack) german = read_builtin ("\"language\": \"en\"", "\"language\": \"de\"");

  look_at_answers (german, look_for_follow_ups);
}

static GString *
list_questions (OnsitePack *pack)
{
  g_autoptr (OnsiteLoop) loop = onsite_sample_new (pack, FINISHED_US, NULL);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        g_string_append_printf (list,
                                "%s ",
                                ((OnsiteAnswer *) g_ptr_array_index (round->answers, j))->question);
    }

  return list;
}

static void
test_every_sample_asks_the_same (void)
{
  g_autoptr (OnsitePack) pack = read_builtin (NULL, NULL);
  g_autoptr (GString) first = list_questions (pack);
  g_autoptr (GString) second = list_questions (pack);

  g_assert_cmpstr (first->str, ==, second->str);
}

static void
assert_in_order (const OnsiteRound *round)
{
  gint64 time_us = round->started_at_us;

  for (guint i = 0; i < round->answers->len; i++)
    {
      const OnsiteTake *take = onsite_answer_get_current_take (
          g_ptr_array_index (round->answers, i));

      g_assert_cmpint (take->created_at_us, >=, time_us);
      time_us = take->created_at_us;
    }
  g_assert_cmpint (time_us, <, round->ended_at_us);
}

static void
test_answers_were_given_in_their_rounds_one_after_the_other (void)
{
  g_autoptr (OnsitePack) pack = read_builtin (NULL, NULL);
  g_autoptr (OnsiteLoop) loop = onsite_sample_new (pack, FINISHED_US, NULL);

  for (guint i = 0; i < loop->rounds->len; i++)
    assert_in_order (g_ptr_array_index (loop->rounds, i));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample-loop/marks-of-a-quotation-are-not-spoken",
                   test_marks_of_a_quotation_are_not_spoken);
  g_test_add_func ("/sample-loop/a-weak-answer-claims-nothing", test_a_weak_answer_claims_nothing);
  g_test_add_func ("/sample-loop/english-is-spoken-in-an-english-pack-only",
                   test_english_is_spoken_in_an_english_pack_only);
  g_test_add_func ("/sample-loop/every-sample-asks-the-same", test_every_sample_asks_the_same);
  g_test_add_func ("/sample-loop/answers-were-given-in-their-rounds-one-after-the-other",
                   test_answers_were_given_in_their_rounds_one_after_the_other);

  return g_test_run ();
}
