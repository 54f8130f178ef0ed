/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

#include "share/onsite-export.h"
#include "json/onsite-json-document.h"

static void
compare_clips (const OnsiteExportClip *a, const OnsiteExportClip *b)
{
  GArray *spans[] = { onsite_redaction_get_spans (a->redaction),
                      onsite_redaction_get_spans (b->redaction) };

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (onsite_redaction_get_clip_samples (a->redaction),
                   ==,
                   onsite_redaction_get_clip_samples (b->redaction));
  g_assert_cmpmem (spans[0]->data,
                   spans[0]->len * sizeof (OnsiteSpan),
                   spans[1]->data,
                   spans[1]->len * sizeof (OnsiteSpan));
}

static void
compare (const OnsiteExport *a, const OnsiteExport *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->loop, ==, b->loop);
  g_assert_true (a->blind == b->blind);
  g_assert_cmpuint (a->takes->len, ==, b->takes->len);
  for (guint i = 0; i < a->takes->len; i++)
    {
      const OnsiteExportTake *left = g_ptr_array_index (a->takes, i);
      const OnsiteExportTake *right = g_ptr_array_index (b->takes, i);

      g_assert_cmpstr (left->answer, ==, right->answer);
      g_assert_cmpstr (left->take, ==, right->take);
      g_assert_cmpuint (left->clips->len, ==, right->clips->len);
      for (guint j = 0; j < left->clips->len; j++)
        {
          const OnsiteExportClip *clip = g_ptr_array_index (left->clips, j);

          compare_clips (clip, onsite_export_take_find_clip (right, clip->id));
        }
      g_assert_null (onsite_export_take_find_clip (right, "no-clip"));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (OnsiteLoop) loop = rehearsed_loop_new_random (pack);
      g_autoptr (OnsiteSelection) selection = shared_select_random (loop);
      g_autoptr (OnsiteCapsule) capsule = NULL;
      g_autoptr (OnsiteExport) before = NULL;
      g_autoptr (OnsiteExport) after = NULL;
      g_autoptr (OnsiteExportRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      if (selection->answers->len == 0)
        continue;
      capsule = onsite_capsule_new (loop, pack, selection, NULL, "an-export", &error);
      g_assert_no_error (error);
      before = onsite_export_new_from_capsule (capsule);
      record = onsite_export_to_record (before, 77);
      g_assert_cmpint (record->created_at_us, ==, 77);
      after = onsite_export_new_from_record (record, &error);
      g_assert_no_error (error);
      compare (before, after);
    }
}

static void
test_damaged (void)
{
  const char *const documents[] = {
    "",
    "[]",
    "{}",
    "{\"takes\":[{\"answer\":\"a\",\"take\":\"t\"}]}",
    "{\"takes\":[{\"answer\":\"a\",\"take\":\"t\",\"clips\":[{\"id\":\"c\",\"samples\":-1,"
    "\"copy_ms\":0,\"spans\":[]}]}]}",
    "{\"takes\":[{\"answer\":\"a\",\"take\":\"t\",\"clips\":[{\"id\":\"c\",\"samples\":1,"
    "\"copy_ms\":0,\"spans\":[{\"kind\":\"hide\",\"from_ms\":0,\"to_ms\":1}]}]}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (OnsiteExportRecord) record = onsite_export_record_new ("an-export",
                                                                        "a-loop",
                                                                        1,
                                                                        TRUE,
                                                                        documents[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (onsite_export_new_from_record (record, &error));
      g_assert_true (error && error->domain == ONSITE_JSON_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/what-is-kept-is-what-was-handed-on", test_round_trip);
  g_test_add_func ("/export/a-damaged-document-is-refused", test_damaged);

  return g_test_run ();
}
