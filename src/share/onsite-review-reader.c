/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-review-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "onsite-review-text.h"
#include "onsite-share-error.h"
#include "json/onsite-json-reader.h"

/* The version of the format that this reader reads: raised when an older reader would
 * misread a review. */
#define VERSION 1

#define MOST_TAKES   1000
#define MOST_RATINGS 100
#define MOST_NAME    200
#define MOST_ID      100

const OnsiteJsonLimits onsite_review_limits = {
  .max_bytes = 4 * 1024 * 1024,
  .max_depth = 8,
  .max_values = 100000,
};

typedef struct
{
  const OnsiteReviewScope *scope;
  OnsiteReview *review;
  GHashTable *comments; /* (element-type utf8): a set of ids; so are the others */
  GHashTable *evidence;
} Reading;

static gboolean
fail (const OnsiteJsonValue *value, GError **error, const char *reason)
{
  return onsite_json_value_fail (value,
                                 error,
                                 ONSITE_SHARE_ERROR,
                                 ONSITE_SHARE_ERROR_DOCUMENT,
                                 "%s",
                                 reason);
}

static const char *
get_id (OnsiteJsonReader *reader, const char *name, const OnsiteJsonValue **value)
{
  *value = onsite_json_reader_get_member (reader, name);
  if (*value == NULL)
    return NULL;

  return onsite_json_value_get_string (*value, ONSITE_JSON_TEXT_LINE, 1, MOST_ID, &reader->error);
}

/* In lower case alone, so that an id is the same wherever it is written. */
static const char *
get_uuid (OnsiteJsonReader *reader, const char *name, const OnsiteJsonValue **value)
{
  const char *id = get_id (reader, name, value);

  if (id == NULL)
    return NULL;
  if (!g_uuid_string_is_valid (id) || strpbrk (id, "ABCDEF") != NULL)
    {
      fail (*value, &reader->error, C_ ("error", "a UUID in lower case is expected here"));
      return NULL;
    }

  return id;
}

/* One that no other part of its sort has. */
static const char *
get_new_uuid (OnsiteJsonReader *reader, GHashTable *seen)
{
  const OnsiteJsonValue *value;
  const char *id = get_uuid (reader, "id", &value);

  if (id == NULL)
    return NULL;
  if (!g_hash_table_add (seen, (gpointer) id))
    {
      fail (value, &reader->error, C_ ("error", "this id is there twice"));
      return NULL;
    }

  return id;
}

static char *
dup_text (OnsiteJsonReader *reader, const char *name, gsize least, gsize most)
{
  const OnsiteJsonValue *value = onsite_json_reader_get_member (reader, name);
  const char *text = NULL;

  if (value != NULL)
    text = onsite_json_value_get_string (value, ONSITE_JSON_TEXT_ANY, least, most, &reader->error);

  return text != NULL ? onsite_review_text_clean (text) : g_strdup ("");
}

static const OnsiteReviewScopeClip *
get_clip (Reading *self, OnsiteJsonReader *reader, const char *take, const char **id)
{
  const OnsiteJsonValue *value;
  const OnsiteReviewScopeClip *clip;

  *id = get_uuid (reader, "clip", &value);
  if (*id == NULL)
    return NULL;

  clip = onsite_review_scope_find_clip (self->scope, take, *id);
  if (clip == NULL)
    fail (value, &reader->error, C_ ("error", "no such recording of this take was exported"));

  return clip;
}

/* Where a part is, in the time of the recording; -1 where it has no end. */
static void
read_place (OnsiteJsonReader *reader,
            const OnsiteReviewScopeClip *clip,
            gboolean needs_end,
            gint64 *from_ms,
            gint64 *to_ms)
{
  gint64 end_ms = clip != NULL ? onsite_redaction_get_copy_ms (clip->redaction) : 0;
  gint64 from = onsite_json_reader_get_integer (reader, "from_ms", 0, end_ms);
  gint64 to = -1;

  if (needs_end || onsite_json_reader_has (reader, "to_ms"))
    to = onsite_json_reader_get_integer (reader, "to_ms", from, end_ms);
  if (reader->error != NULL || clip == NULL)
    return;

  *from_ms = onsite_redaction_to_clip (clip->redaction, from);
  *to_ms = -1;
  /* A span of no length is a point. */
  if (to > from)
    *to_ms = onsite_redaction_end_to_clip (clip->redaction, to);
  else if (needs_end)
    *to_ms = *from_ms;
}

static gboolean
read_comment (Reading *self, OnsiteReviewTake *take, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  const OnsiteReviewScopeClip *clip;
  const char *id;
  const char *clip_id;
  g_autofree char *text = NULL;
  gint64 from_ms = 0;
  gint64 to_ms = -1;

  onsite_json_reader_init (&reader, value);
  id = get_new_uuid (&reader, self->comments);
  clip = get_clip (self, &reader, take->take, &clip_id);
  read_place (&reader, clip, FALSE, &from_ms, &to_ms);
  text = dup_text (&reader, "text", 1, ONSITE_REVIEW_MOST_TEXT);
  if (!onsite_json_reader_finish (&reader, error))
    return FALSE;

  g_ptr_array_add (take->comments, onsite_review_comment_new (id, clip_id, from_ms, to_ms, text));

  return TRUE;
}

static gboolean
is_in_pack (Reading *self, OnsiteTargetKind kind, const char *target)
{
  OnsitePack *pack = onsite_review_scope_get_pack (self->scope);

  return kind == ONSITE_TARGET_PRINCIPLE ? onsite_pack_find_principle (pack, target) != NULL
                                         : onsite_pack_find_checklist_item (pack, target) != NULL;
}

static gboolean
read_evidence (Reading *self, OnsiteReviewTake *take, const OnsiteJsonValue *value, GError **error)
{
  static const char *const kinds[] = { "principle", "checklist", NULL };
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  const OnsiteReviewScopeClip *clip;
  const OnsiteJsonValue *target_value;
  OnsiteTargetKind kind;
  OnsiteEvidence *evidence;
  const char *id;
  const char *target;
  const char *clip_id;
  gint64 from_ms = 0;
  gint64 to_ms = 0;

  onsite_json_reader_init (&reader, value);
  id = get_new_uuid (&reader, self->evidence);
  kind = (OnsiteTargetKind) onsite_json_reader_get_enum (&reader, "kind", kinds);
  target = get_id (&reader, "target", &target_value);
  if (target != NULL && !is_in_pack (self, kind, target))
    fail (target_value, &reader.error, C_ ("error", "the loop's pack has no such target"));
  clip = get_clip (self, &reader, take->take, &clip_id);
  read_place (&reader, clip, TRUE, &from_ms, &to_ms);
  if (!onsite_json_reader_finish (&reader, error))
    return FALSE;

  evidence = onsite_evidence_new (kind, target, ONSITE_SOURCE_COACH);
  g_free (evidence->id);
  evidence->id = onsite_review_text_make_id (self->review->id, id);
  evidence->review = g_strdup (self->review->id);
  evidence->turn = clip->turn;
  evidence->from_ms = from_ms;
  evidence->to_ms = to_ms;
  g_ptr_array_add (take->evidence, evidence);

  return TRUE;
}

static gboolean
read_rating (Reading *self, OnsiteReviewTake *take, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  OnsitePack *pack = onsite_review_scope_get_pack (self->scope);
  const OnsiteJsonValue *dimension_value;
  const char *dimension;
  gint64 score;

  onsite_json_reader_init (&reader, value);
  dimension = get_id (&reader, "dimension", &dimension_value);
  if (dimension != NULL && onsite_pack_find_dimension (pack, dimension) == NULL)
    fail (dimension_value, &reader.error, C_ ("error", "the loop's pack has no such dimension"));
  else if (dimension != NULL && onsite_review_take_get_score (take, dimension) > 0)
    fail (dimension_value, &reader.error, C_ ("error", "this dimension is rated twice"));
  score = onsite_json_reader_get_integer (&reader, "score", 1, 5);
  if (!onsite_json_reader_finish (&reader, error))
    return FALSE;

  g_ptr_array_add (take->ratings, onsite_rating_new (dimension, (guint) score));

  return TRUE;
}

typedef gboolean (*PartReader) (Reading *self,
                                OnsiteReviewTake *take,
                                const OnsiteJsonValue *value,
                                GError **error);

static void
read_parts (Reading *self,
            OnsiteJsonReader *reader,
            const char *name,
            guint most,
            PartReader read,
            OnsiteReviewTake *take)
{
  const OnsiteJsonValue *list = onsite_json_reader_get_array (reader, name, 0, most);

  for (guint i = 0; list != NULL && i < onsite_json_value_get_length (list); i++)
    if (!read (self, take, onsite_json_value_get_child (list, i), &reader->error))
      return;
}

/* One that was handed on, and of which the review says nothing yet. */
static OnsiteReviewTake *
make_take (Reading *self, OnsiteJsonReader *reader)
{
  const OnsiteJsonValue *answer_value;
  const OnsiteJsonValue *take_value;
  const char *answer = get_uuid (reader, "answer", &answer_value);
  const char *take = get_uuid (reader, "take", &take_value);

  if (answer == NULL || take == NULL)
    return NULL;

  if (!onsite_review_scope_has_answer (self->scope, answer))
    fail (answer_value, &reader->error, C_ ("error", "no such answer was exported"));
  else if (!onsite_review_scope_has_take (self->scope, answer, take))
    fail (take_value, &reader->error, C_ ("error", "no such take of this answer was exported"));
  else if (onsite_review_find_take (self->review, take) != NULL)
    fail (take_value, &reader->error, C_ ("error", "this take is there twice"));
  else
    return onsite_review_take_new (answer, take);

  return NULL;
}

static gboolean
read_take (Reading *self, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  g_autoptr (OnsiteReviewTake) take = NULL;

  onsite_json_reader_init (&reader, value);
  take = make_take (self, &reader);
  if (take != NULL)
    {
      read_parts (self, &reader, "ratings", MOST_RATINGS, read_rating, take);
      read_parts (self, &reader, "evidence", ONSITE_REVIEW_MOST_PARTS, read_evidence, take);
      read_parts (self, &reader, "comments", ONSITE_REVIEW_MOST_PARTS, read_comment, take);
    }
  if (!onsite_json_reader_finish (&reader, error))
    return FALSE;

  if (!onsite_review_take_is_empty (take))
    g_ptr_array_add (self->review->takes, g_steal_pointer (&take));

  return TRUE;
}

static void
read_takes (Reading *self, OnsiteJsonReader *reader)
{
  const OnsiteJsonValue *list = onsite_json_reader_get_array (reader, "answers", 0, MOST_TAKES);

  for (guint i = 0; list != NULL && i < onsite_json_value_get_length (list); i++)
    {
      const OnsiteJsonValue *value = onsite_json_value_get_child (list, i);

      if (!read_take (self, value, &reader->error))
        return;
      if (g_hash_table_size (self->comments) > ONSITE_REVIEW_MOST_PARTS ||
          g_hash_table_size (self->evidence) > ONSITE_REVIEW_MOST_PARTS)
        {
          onsite_json_value_fail (value,
                                  &reader->error,
                                  ONSITE_SHARE_ERROR,
                                  ONSITE_SHARE_ERROR_DOCUMENT,
                                  C_ ("error",
                                      "with these, the review has more than %u comments, or as "
                                      "much evidence"),
                                  ONSITE_REVIEW_MOST_PARTS);
          return;
        }
    }
}

static void
read_vote (Reading *self, OnsiteJsonReader *reader)
{
  OnsitePack *pack = onsite_review_scope_get_pack (self->scope);
  const OnsiteJsonValue *value;
  const char *vote;

  if (!onsite_json_reader_has (reader, "vote"))
    return;

  vote = get_id (reader, "vote", &value);
  if (vote != NULL && onsite_pack_find_vote (pack, vote) == NULL)
    fail (value, &reader->error, C_ ("error", "the loop's pack has no such vote"));
  else
    self->review->vote = g_strdup (vote);
}

static void
read_version (OnsiteJsonReader *reader)
{
  const OnsiteJsonValue *value = onsite_json_reader_get_member (reader, "version");
  gint64 version;

  if (value != NULL &&
      onsite_json_value_get_integer (value, 1, G_MAXINT32, &version, &reader->error) &&
      version > VERSION)
    fail (value,
          &reader->error,
          C_ ("error", "it was made for a newer Onsite; bring this one up to date first"));
}

static OnsiteReviewAddress *
read_head (OnsiteJsonReader *reader)
{
  static const char *const formats[] = { "onsite-review", NULL };
  const OnsiteJsonValue *value;
  OnsiteReviewAddress *address = g_new0 (OnsiteReviewAddress, 1);

  onsite_json_reader_get_enum (reader, "format", formats);
  read_version (reader);
  address->export_id = g_strdup (get_uuid (reader, "export", &value));
  address->loop = g_strdup (get_uuid (reader, "loop", &value));

  return address;
}

OnsiteReviewAddress *
onsite_review_read_address (OnsiteJsonDocument *document, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  g_autoptr (OnsiteReviewAddress) address = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  onsite_json_reader_init (&reader, onsite_json_document_get_root (document));
  address = read_head (&reader);
  if (reader.error == NULL)
    return g_steal_pointer (&address);

  g_propagate_error (error, g_steal_pointer (&reader.error));

  return NULL;
}

void
onsite_review_address_free (OnsiteReviewAddress *self)
{
  g_free (self->export_id);
  g_free (self->loop);
  g_free (self);
}

static void
check_address (Reading *self, OnsiteJsonReader *reader, const OnsiteReviewAddress *address)
{
  if (reader->error != NULL)
    return;

  if (!g_str_equal (address->export_id, onsite_review_scope_get_export (self->scope)))
    fail (onsite_json_reader_get_member (reader, "export"),
          &reader->error,
          C_ ("error", "it answers another export"));
  else if (!g_str_equal (address->loop, onsite_review_scope_get_loop (self->scope)))
    fail (onsite_json_reader_get_member (reader, "loop"),
          &reader->error,
          C_ ("error", "its export was one of another loop"));
}

static OnsiteReview *
make_review (OnsiteJsonReader *reader, const OnsiteReviewAddress *address)
{
  const OnsiteJsonValue *value;
  const char *id = get_uuid (reader, "review", &value);
  OnsiteReview *review;

  if (id == NULL)
    return NULL;

  review = onsite_review_new (id, address->export_id);
  review->revision = (guint) onsite_json_reader_get_integer (reader, "revision", 1, G_MAXINT32);
  g_free (review->coach);
  review->coach = dup_text (reader, "coach", 0, MOST_NAME);
  g_free (review->summary);
  review->summary = dup_text (reader, "summary", 0, ONSITE_REVIEW_MOST_TEXT);

  return review;
}

OnsiteReview *
onsite_review_read (OnsiteJsonDocument *document, const OnsiteReviewScope *scope, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  g_autoptr (OnsiteReviewAddress) address = NULL;
  g_autoptr (OnsiteReview) review = NULL;
  Reading self = { .scope = scope };

  g_return_val_if_fail (document != NULL && scope != NULL, NULL);

  onsite_json_reader_init (&reader, onsite_json_document_get_root (document));
  address = read_head (&reader);
  check_address (&self, &reader, address);
  review = make_review (&reader, address);
  if (review != NULL)
    {
      self.review = review;
      self.comments = g_hash_table_new (g_str_hash, g_str_equal);
      self.evidence = g_hash_table_new (g_str_hash, g_str_equal);
      read_vote (&self, &reader);
      read_takes (&self, &reader);
      g_hash_table_unref (self.comments);
      g_hash_table_unref (self.evidence);
    }

  return onsite_json_reader_finish (&reader, error) ? g_steal_pointer (&review) : NULL;
}
