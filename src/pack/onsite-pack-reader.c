/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-reader.h"

#include "onsite-exhibit-reader.h"
#include "onsite-guide-reader.h"
#include "onsite-pack-private.h"
#include "json/onsite-json-reader.h"

#include <glib/gi18n-lib.h>

/* The format of packs that this reader reads: raised when an older reader
 * would misread a pack. */
#define FORMAT 1

/* The shortest and the longest round or answer. */
#define LEAST_MINUTES 0.1
#define MOST_MINUTES  240

static guint
read_seconds (OnsiteJsonReader *reader)
{
  double minutes = onsite_json_reader_get_double (reader, "minutes", LEAST_MINUTES, MOST_MINUTES);

  return (guint) (minutes * 60 + 0.5);
}

static void
read_scores (OnsiteAnchors *anchors, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;

  onsite_json_reader_init (&reader, value);
  onsite_pack_fields_read (&reader, onsite_pack_scores_fields, anchors);
  onsite_json_reader_finish (&reader, error);
}

static gboolean
read_anchors (OnsiteDimension *dimension, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  OnsiteAnchors *anchors = g_new0 (OnsiteAnchors, 1);
  const OnsiteJsonValue *scores;

  g_ptr_array_add (dimension->anchors, anchors);
  onsite_json_reader_init (&reader, value);
  onsite_pack_fields_read (&reader, onsite_pack_anchors_fields, anchors);
  scores = onsite_json_reader_get_member (&reader, "scores");
  if (scores != NULL)
    read_scores (anchors, scores, &reader.error);

  return onsite_json_reader_finish (&reader, error);
}

static void
read_checklist_item (OnsiteJsonReader *reader, gpointer part)
{
  static const char *const fed_by[] = { "answers", "loops", NULL };
  OnsiteChecklistItem *item = part;

  item->fed_by_loops = onsite_json_reader_get_enum (reader, "fed_by", fed_by) == 1;
}

static void
read_category (OnsiteJsonReader *reader, gpointer part)
{
  OnsiteCategory *category = part;

  category->share = (guint) onsite_json_reader_get_integer (reader, "share", 1, 100);
}

static void
read_dimension (OnsiteJsonReader *reader, gpointer part)
{
  OnsiteDimension *dimension = part;
  const OnsiteJsonValue *list = onsite_json_reader_get_array (reader, "anchors", 1, 16);

  dimension->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_anchors_free);
  for (guint i = 0; list != NULL && i < onsite_json_value_get_length (list); i++)
    if (!read_anchors (dimension, onsite_json_value_get_child (list, i), &reader->error))
      return;
}

static void
read_vote (OnsiteJsonReader *reader, gpointer part)
{
  OnsiteVote *vote = part;

  vote->value = (int) onsite_json_reader_get_integer (reader, "value", -2, 2);
}

static void
read_question_count (OnsiteRoundKind *round, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;

  onsite_json_reader_init (&reader, value);
  round->least = (guint) onsite_json_reader_get_integer (&reader, "least", 1, 20);
  round->most = (guint) onsite_json_reader_get_integer (&reader, "most", round->least, 20);
  onsite_json_reader_finish (&reader, error);
}

static void
read_round_kind (OnsiteJsonReader *reader, gpointer part)
{
  static const char *const stages[] = { "screen", "onsite", NULL };
  OnsiteRoundKind *round = part;
  const OnsiteJsonValue *questions;

  round->stage = (OnsiteStage) onsite_json_reader_get_enum (reader, "stage", stages);
  round->seconds = read_seconds (reader);
  round->optional = onsite_json_reader_get_boolean (reader, "optional");
  questions = onsite_json_reader_get_member (reader, "questions");
  if (questions != NULL)
    read_question_count (round, questions, &reader->error);
}

static void
read_question (OnsiteJsonReader *reader, gpointer part)
{
  OnsiteQuestion *question = part;

  question->seconds = read_seconds (reader);
}

/* What a part has besides its texts. */
static void (*const read_rest[ONSITE_PACK_N_LISTS]) (OnsiteJsonReader *reader, gpointer part) = {
  [ONSITE_PACK_CHECKLIST] = read_checklist_item, [ONSITE_PACK_CATEGORIES] = read_category,
  [ONSITE_PACK_DIMENSIONS] = read_dimension,     [ONSITE_PACK_VOTES] = read_vote,
  [ONSITE_PACK_ROUND_KINDS] = read_round_kind,   [ONSITE_PACK_QUESTIONS] = read_question,
  [ONSITE_PACK_EXHIBITS] = onsite_exhibit_read,
};

static gboolean
add_part (OnsitePack *self,
          OnsitePackList list,
          gpointer part,
          const OnsiteJsonValue *value,
          GError **error)
{
  const char *id = G_STRUCT_MEMBER (char *, part, 0);

  if (onsite_pack_add (self, list, part))
    return TRUE;

  return onsite_json_value_fail (onsite_json_value_get_member (value, "id"),
                                 error,
                                 ONSITE_PACK_ERROR,
                                 ONSITE_PACK_ERROR_REFERENCE,
                                 C_ ("error", "the id “%s” is taken already"),
                                 id);
}

static gboolean
read_part (OnsitePack *self, OnsitePackList list, const OnsiteJsonValue *value, GError **error)
{
  const OnsitePackLayout *layout = onsite_pack_layout (list);
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  gpointer part = g_malloc0 (layout->size);

  onsite_json_reader_init (&reader, value);
  onsite_pack_fields_read (&reader, layout->fields, part);
  if (read_rest[list] != NULL)
    read_rest[list](&reader, part);
  if (onsite_json_reader_finish (&reader, error) && add_part (self, list, part, value, error))
    return TRUE;

  onsite_pack_part_free (list, part);

  return FALSE;
}

static gboolean
read_list (OnsitePack *self, OnsitePackList list, OnsiteJsonReader *reader)
{
  const OnsitePackLayout *layout = onsite_pack_layout (list);
  const OnsiteJsonValue *value;

  if (layout->least == 0 && !onsite_json_reader_has (reader, layout->member))
    return TRUE;

  value = onsite_json_reader_get_array (reader, layout->member, layout->least, layout->most);
  if (value == NULL)
    return FALSE;

  for (guint i = 0; i < onsite_json_value_get_length (value); i++)
    if (!read_part (self, list, onsite_json_value_get_child (value, i), &reader->error))
      return FALSE;

  return TRUE;
}

static void
read_phrases (OnsitePack *self, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;

  onsite_json_reader_init (&reader, value);
  onsite_pack_fields_read (&reader, onsite_pack_phrases_fields, &self->phrases);
  onsite_json_reader_finish (&reader, error);
}

/* First of all, since nothing else of another format can be relied on. */
static void
read_format (OnsiteJsonReader *reader)
{
  gint64 format = onsite_json_reader_get_integer (reader, "format", 1, G_MAXINT);

  if (reader->error == NULL && format != FORMAT)
    onsite_json_value_fail (onsite_json_reader_get_member (reader, "format"),
                            &reader->error,
                            ONSITE_PACK_ERROR,
                            ONSITE_PACK_ERROR_FORMAT,
                            C_ ("error",
                                "this pack is of format %d, and this version of Onsite reads "
                                "format %d: look for a newer version"),
                            (int) format,
                            FORMAT);
}

gboolean
onsite_pack_read (OnsitePack *self, const OnsiteJsonValue *root, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  const OnsiteJsonValue *phrases;

  onsite_json_reader_init (&reader, root);
  read_format (&reader);
  /* For editors, which find the schema by it. */
  if (onsite_json_reader_has (&reader, "$schema"))
    g_free (onsite_json_reader_dup_string (&reader, "$schema", ONSITE_JSON_TEXT_LINE, 1, 1000));

  onsite_pack_fields_read (&reader, onsite_pack_fields, self);
  phrases = onsite_json_reader_get_member (&reader, "phrases");
  if (phrases != NULL)
    read_phrases (self, phrases, &reader.error);
  for (OnsitePackList list = ONSITE_PACK_NOTHING + 1; list < ONSITE_PACK_N_LISTS; list++)
    if (!read_list (self, list, &reader))
      break;
  if (onsite_json_reader_has (&reader, "guide"))
    self->guide = onsite_guide_read (onsite_json_reader_get_member (&reader, "guide"),
                                     &reader.error);

  return onsite_json_reader_finish (&reader, error);
}
