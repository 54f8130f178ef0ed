/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plans.h"

static OnsitePack *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

OnsitePack *
plans_load_builtin (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "..",
                                                 "data",
                                                 "packs",
                                                 "amazon-tpm.json",
                                                 NULL);

  return load (path);
}

OnsitePack *
plans_load_tiny (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);

  return load (path);
}

static char *
replace_all (const char *text, const char *find, const char *replace)
{
  g_auto (GStrv) parts = g_strsplit (text, find, -1);

  return g_strjoinv (replace, parts);
}

OnsitePack *
plans_load_throwing (void)
{
  g_autoptr (OnsitePack) tiny = plans_load_tiny ();
  GBytes *bytes = onsite_pack_get_bytes (tiny);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *longer = replace_all (text, "\"minutes\": 0.2", "\"minutes\": 8");
  g_autofree char *thrown = replace_all (longer,
                                         "\"hint\"",
                                         "\"curveball\": \"You have half the time.\", \"hint\"");
  g_autoptr (GBytes) changed = g_bytes_new (thrown, strlen (thrown));
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_new_from_bytes (changed, "tiny.json", &error);

  g_assert_no_error (error);

  return pack;
}

OnsiteLoop *
plans_draw (const OnsitePlanRequest *request)
{
  g_autoptr (GError) error = NULL;
  OnsiteLoop *loop = onsite_plan_loop (request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loop);

  return loop;
}

const OnsiteRound *
plans_get_round (const OnsiteLoop *loop, guint index)
{
  g_assert_cmpuint (index, <, loop->rounds->len);

  return g_ptr_array_index (loop->rounds, index);
}

const OnsiteQuestion *
plans_get_question (OnsitePack *pack, const OnsiteRound *round, guint index)
{
  const OnsiteAnswer *answer = g_ptr_array_index (round->answers, index);
  const OnsiteQuestion *question = onsite_pack_find_question (pack, answer->question);

  g_assert_nonnull (question);

  return question;
}

char *
plans_describe (const OnsiteLoop *loop)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "%s %s %s %d %s %d %" G_GUINT64_FORMAT " %d",
                          loop->pack_id,
                          loop->pack_hash,
                          loop->level,
                          loop->kind,
                          loop->target,
                          loop->mode,
                          loop->seed,
                          loop->state);
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = plans_get_round (loop, i);
      g_autofree char *principles = g_strjoinv (",", round->principles);

      g_string_append_printf (text,
                              "\n%s “%s” %d %u [%s] %u:",
                              round->kind,
                              round->interviewer,
                              round->bar_raiser,
                              round->voice,
                              principles,
                              round->seconds);
      for (guint j = 0; j < round->answers->len; j++)
        g_string_append_printf (
            text,
            " %s",
            ((const OnsiteAnswer *) g_ptr_array_index (round->answers, j))->question);
    }

  return g_string_free (text, FALSE);
}

void
plans_remember (GPtrArray *history, const OnsiteLoop *loop, gint64 asked_at_us, const char *covered)
{
  const char *const principles[] = { covered, NULL };

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = plans_get_round (loop, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);

          g_ptr_array_add (history,
                           onsite_history_item_new (answer->question, asked_at_us, principles));
        }
    }
}

gboolean
plans_has (char **ids, const char *id)
{
  return g_strv_contains ((const char *const *) ids, id);
}

gint64
plans_get_asked_at_us (GPtrArray *history, const char *question)
{
  gint64 asked_at_us = G_MININT64;

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const OnsiteHistoryItem *item = g_ptr_array_index (history, i);

      if (g_str_equal (item->question, question))
        asked_at_us = MAX (asked_at_us, item->asked_at_us);
    }

  return asked_at_us;
}

gboolean
plans_is_covered (GPtrArray *history, const char *principle)
{
  for (guint i = 0; history != NULL && i < history->len; i++)
    if (plans_has (((OnsiteHistoryItem *) g_ptr_array_index (history, i))->covered, principle))
      return TRUE;

  return FALSE;
}
