/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "records/onsite-clip.h"
#include "share/onsite-review-reader.h"

/*
 * A review that is taken speaks of nothing but what was handed on, at times that the
 * recordings have, in texts that anything can show; one that is refused is refused with
 * a message that names the file.
 */

#define ID(number) "00000000-0000-4000-8000-0000000000" number

#define CLIP_MS 900

static const char *const clips[] = { ID ("06"), ID ("07"), ID ("09") };

static OnsitePack *
load_pack (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (FUZZ_PACK);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static OnsiteReviewScope *
make_scope (void)
{
  static const OnsiteSpan spans[] = { { 100, 200, ONSITE_SPAN_CUT },
                                      { 850, 900, ONSITE_SPAN_CUT },
                                      { 300, 400, ONSITE_SPAN_MUTE } };
  g_autoptr (OnsitePack) pack = load_pack ();
  OnsiteReviewScope *scope = onsite_review_scope_new (ID ("01"), ID ("02"), pack);

  onsite_review_scope_add_take (scope, ID ("04"), ID ("05"));
  onsite_review_scope_add_take (scope, ID ("04"), ID ("08"));
  for (guint i = 0; i < G_N_ELEMENTS (clips); i++)
    onsite_review_scope_add_clip (scope,
                                  i < 2 ? ID ("05") : ID ("08"),
                                  clips[i],
                                  i % 2,
                                  onsite_redaction_new (spans,
                                                        i == 0 ? G_N_ELEMENTS (spans) : 0,
                                                        CLIP_MS * ONSITE_SAMPLE_RATE / 1000));

  return scope;
}

static void
check_text (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (c == '\n' || !g_unichar_iscntrl (c));
      g_assert_false ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069));
    }
}

static void
check_place (gint64 from_ms, gint64 to_ms)
{
  g_assert_cmpint (from_ms, >=, 0);
  g_assert_cmpint (from_ms, <=, CLIP_MS);
  g_assert_cmpint (to_ms, <=, CLIP_MS);
  g_assert_true (to_ms == -1 || to_ms >= from_ms);
}

static void
check_take (const OnsiteReviewTake *take)
{
  g_assert_false (onsite_review_take_is_empty (take));
  for (guint i = 0; i < take->comments->len; i++)
    {
      const OnsiteReviewComment *comment = g_ptr_array_index (take->comments, i);

      g_assert_true (g_uuid_string_is_valid (comment->id));
      g_assert_true (g_str_equal (comment->clip, clips[0]) ||
                     g_str_equal (comment->clip, clips[1]) ||
                     g_str_equal (comment->clip, clips[2]));
      check_place (comment->from_ms, comment->to_ms);
      check_text (comment->text);
    }
  for (guint i = 0; i < take->evidence->len; i++)
    {
      const OnsiteEvidence *evidence = g_ptr_array_index (take->evidence, i);

      g_assert_true (g_uuid_string_is_valid (evidence->id));
      g_assert_cmpint (evidence->source, ==, ONSITE_SOURCE_COACH);
      g_assert_cmpuint (evidence->turn, <=, 1);
      check_place (evidence->from_ms, evidence->to_ms);
    }
  for (guint i = 0; i < take->ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (take->ratings, i);

      g_assert_true (rating->score >= 1 && rating->score <= 5);
    }
}

static void
check_review (const OnsiteReview *review)
{
  g_assert_true (g_uuid_string_is_valid (review->id));
  g_assert_cmpstr (review->export_id, ==, ID ("01"));
  g_assert_cmpuint (review->revision, >=, 1);
  check_text (review->coach);
  check_text (review->summary);
  for (guint i = 0; i < review->takes->len; i++)
    check_take (g_ptr_array_index (review->takes, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static OnsiteReviewScope *scope;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (
      bytes,
      "fuzz.json",
      &onsite_review_limits,
      &error);
  g_autoptr (OnsiteReview) review = NULL;

  if (scope == NULL)
    scope = make_scope ();
  if (document != NULL)
    review = onsite_review_read (document, scope, &error);
  if (review != NULL)
    check_review (review);
  else
    g_assert_true (g_str_has_prefix (error->message, "fuzz.json:"));

  return 0;
}
