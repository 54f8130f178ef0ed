/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "debriefed.h"

#include "loop/onsite-plan.h"

#define CHUNK_SAMPLES    4800
#define CHUNKS_AT_ONCE   1000
#define CHUNKS_A_SECOND  10
#define PACKETS_A_CHUNK  5
#define PEAKS_A_CHUNK    5
#define CREATED_AT_US    1794600000000000
#define ANSWERS_A_ROUND  10
#define TAKEN_BY_ANSWERS (G_USEC_PER_SEC * 240)
#define ASKED_A_ROUND    3

/* Named, so that what a debrief shows of them stays the same as the pack gets more. */
static const char *const asked[][ASKED_A_ROUND] = {
  { "noticed-before-the-customer-called",
    "result-without-you",
    "screen-principle-that-caught-you" },
  { "twelve-services-in-six-months", "worst-incident-first-hour", "point-of-no-return" },
  { "struggling-colleague", "too-big-for-the-room", "result-against-the-odds" },
  { "law-against-revenue", "three-projects-two-managers", "budget-cut-by-a-third" },
  { "backups-never-restored", "deleting-a-person-everywhere", "failover-never-tried" },
  { "overruled-estimate", "mechanism-that-outlived-you", "on-call-that-burned-people" },
};

OnsitePack *
debriefed_load_pack (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "..",
                                                 "data",
                                                 "packs",
                                                 "amazon-tpm.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static void
claim_what_was_asked (OnsiteTake *take, const OnsiteQuestion *question)
{
  for (guint i = 0; question->principles[i] != NULL; i++)
    g_ptr_array_add (take->evidence,
                     onsite_evidence_new (ONSITE_TARGET_PRINCIPLE,
                                          question->principles[i],
                                          ONSITE_SOURCE_CLAIMED));
  for (guint i = 0; question->checklist[i] != NULL; i++)
    g_ptr_array_add (take->evidence,
                     onsite_evidence_new (ONSITE_TARGET_CHECKLIST,
                                          question->checklist[i],
                                          ONSITE_SOURCE_CLAIMED));
}

static void
rate (OnsiteTake *take, OnsitePack *pack, guint n)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimension *dimension = g_ptr_array_index (dimensions, i);

      g_ptr_array_add (take->ratings, onsite_rating_new (dimension->id, 2 + (n + i) % 3));
    }
}

static void
answer_question (OnsiteAnswer *answer, OnsitePack *pack, guint n)
{
  const OnsiteQuestion *question = onsite_pack_find_question (pack, answer->question);
  OnsiteTake *take = onsite_take_new ();

  take->created_at_us = CREATED_AT_US + n * TAKEN_BY_ANSWERS;
  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, question->text));
  for (guint i = 0; i < n % 3; i++)
    g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_FOLLOW_UP, question->follow_ups[i]));
  if (n % 3 != 2)
    claim_what_was_asked (take, question);
  rate (take, pack, n);
  g_ptr_array_add (answer->takes, take);
}

static void
answer_loop (OnsiteLoop *loop, OnsitePack *pack)
{
  guint n = 0;

  loop->state = ONSITE_LOOP_STATE_FINISHED;
  loop->created_at_us = CREATED_AT_US;
  loop->finished_at_us = CREATED_AT_US + 4 * G_TIME_SPAN_HOUR;

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      round->started_at_us = CREATED_AT_US + i * G_TIME_SPAN_HOUR;
      round->ended_at_us = round->started_at_us + 50 * G_TIME_SPAN_MINUTE;
      round->vote = i % 2 == 0 ? g_strdup ("hire") : NULL;
      for (guint j = 0; j < round->answers->len; j++)
        answer_question (g_ptr_array_index (round->answers, j), pack, n++);
    }
}

static OnsiteAnswer *
get_answer (OnsiteLoop *loop, guint index)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      if (index < round->answers->len)
        return g_ptr_array_index (round->answers, index);
      index -= round->answers->len;
    }

  g_assert_not_reached ();
}

static guint
count_answers (OnsiteLoop *loop)
{
  guint n = 0;

  for (guint i = 0; i < loop->rounds->len; i++)
    n += ((OnsiteRound *) g_ptr_array_index (loop->rounds, i))->answers->len;

  return n;
}

static void
ask_by_name (OnsiteLoop *loop)
{
  g_assert_cmpuint (loop->rounds->len, ==, G_N_ELEMENTS (asked));

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      g_ptr_array_set_size (round->answers, 0);
      for (guint j = 0; j < ASKED_A_ROUND; j++)
        g_ptr_array_add (round->answers, onsite_answer_new (asked[i][j]));
    }
}

OnsiteLoop *
debriefed_make_loop (OnsitePack *pack)
{
  const OnsitePlanRequest request = {
    .pack = pack,
    .level = "L6",
    .kind = ONSITE_LOOP_KIND_WHOLE,
    .screens = TRUE,
    .seed = 7,
  };
  g_autoptr (GError) error = NULL;
  OnsiteLoop *loop = onsite_plan_loop (&request, &error);
  OnsiteRound *round;
  guint n;

  g_assert_no_error (error);
  ask_by_name (loop);
  answer_loop (loop, pack);

  round = g_ptr_array_index (loop->rounds, 1);
  round->ended_early = TRUE;
  round->interruptions = 2;
  n = count_answers (loop);
  get_answer (loop, 2)->skipped = TRUE;
  g_ptr_array_set_size (onsite_answer_get_current_take (get_answer (loop, n - 2))->ratings, 0);
  g_ptr_array_set_size (get_answer (loop, n - 1)->takes, 0);

  return loop;
}

OnsiteLoop *
debriefed_make_long_loop (OnsitePack *pack, guint n_answers)
{
  OnsiteLoop *loop = onsite_loop_new ();
  GPtrArray *questions = onsite_pack_get_questions (pack);
  OnsiteRound *round = NULL;

  loop->pack_id = g_strdup (onsite_pack_get_id (pack));
  loop->pack_hash = g_strdup (onsite_pack_get_hash (pack));
  loop->level = g_strdup ("L6");

  for (guint i = 0; i < n_answers; i++)
    {
      const OnsiteQuestion *question = g_ptr_array_index (questions, i % questions->len);

      if (i % ANSWERS_A_ROUND == 0)
        {
          round = onsite_round_new (question->rounds[0]);
          round->interviewer = g_strdup ("Senior TPM");
          g_ptr_array_add (loop->rounds, round);
        }
      g_ptr_array_add (round->answers, onsite_answer_new (question->id));
    }
  answer_loop (loop, pack);

  return loop;
}

/* Opus packets of 20 ms of silence, each after its length. */
static GBytes *
make_packets (void)
{
  static const guint8 packet[] = { 3, 0, 0xf8, 0xff, 0xfe };
  GByteArray *packets = g_byte_array_new ();

  for (guint i = 0; i < PACKETS_A_CHUNK; i++)
    g_byte_array_append (packets, packet, sizeof packet);

  return g_byte_array_free_to_bytes (packets);
}

static GBytes *
make_peaks (guint chunk)
{
  guint8 peaks[PEAKS_A_CHUNK];

  for (guint i = 0; i < PEAKS_A_CHUNK; i++)
    peaks[i] = chunk % 20 < 4 ? 8 : (guint8) (70 + (chunk * 37 + i * 23) % 150);

  return g_bytes_new (peaks, sizeof peaks);
}

/* Only so much may wait to be written. */
static void
wait_for_written (OnsiteLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (onsite_library_commit (library, onsite_change_new (), &error));
  g_assert_no_error (error);
}

static void
record (OnsiteLibrary *library, const OnsiteTake *take, guint turn, guint seconds)
{
  static const guint8 head[] = { 'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1, 1,
                                 56,  1,   128, 187, 0,   0,   0,   0,   0 };
  g_autoptr (GBytes) codec_head = g_bytes_new_static (head, sizeof head);
  g_autoptr (GBytes) packets = make_packets ();
  g_autofree char *clip = g_uuid_string_random ();
  guint n_chunks = seconds * CHUNKS_A_SECOND;

  onsite_library_begin_clip (library, take->id, turn, clip, 312, codec_head, CREATED_AT_US);
  onsite_library_begin_segment (library, clip, 0, 0, 0);
  for (guint i = 0; i < n_chunks; i++)
    {
      g_autoptr (GBytes) peaks = make_peaks (i);
      const OnsiteChunk chunk = { .start_samples = (gint64) i * CHUNK_SAMPLES,
                                  .n_samples = CHUNK_SAMPLES,
                                  .packets = packets,
                                  .peaks = peaks };

      onsite_library_append_chunk (library, clip, &chunk);
      if (i % CHUNKS_AT_ONCE == 0)
        wait_for_written (library);
    }
  onsite_library_end_clip (library, clip, (gint64) n_chunks * CHUNK_SAMPLES);
}

void
debriefed_keep (OnsiteLibrary *library, const OnsiteLoop *loop, OnsitePack *pack, guint seconds)
{
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;

  onsite_change_add_loop (change, loop, onsite_pack_get_bytes (pack));
  g_assert_true (onsite_library_commit (library, change, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteTake *take = onsite_answer_get_current_take (
              g_ptr_array_index (round->answers, j));

          for (guint turn = 0; take != NULL && turn < take->turns->len; turn++)
            record (library, take, turn, seconds);
        }
    }
}
