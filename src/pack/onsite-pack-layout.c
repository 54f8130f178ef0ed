/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-layout.h"

#include "onsite-exhibit-reader.h"
#include "onsite-outage.h"
#include "onsite-pack-private.h"

#define AT(type, field) ONSITE_PACK_AT (type, field)

const OnsitePackField onsite_pack_fields[] = {
  { AT (OnsitePack, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsitePack, version), ONSITE_PACK_TEXT_VERSION },
  { AT (OnsitePack, language), ONSITE_PACK_TEXT_LANGUAGE },
  { AT (OnsitePack, title), ONSITE_PACK_TEXT_NAME },
  { AT (OnsitePack, summary), ONSITE_PACK_TEXT_PARAGRAPH },
  { NULL },
};

const OnsitePackField onsite_pack_phrases_fields[] = {
  { AT (OnsitePhrases, greeting), ONSITE_PACK_TEXT_GREETING },
  { AT (OnsitePhrases, five_minutes), ONSITE_PACK_TEXT_SPOKEN },
  { AT (OnsitePhrases, one_minute), ONSITE_PACK_TEXT_SPOKEN },
  { AT (OnsitePhrases, closing), ONSITE_PACK_TEXT_SPOKEN },
  { AT (OnsitePhrases, next_question), ONSITE_PACK_TEXT_SPOKEN },
  { NULL },
};

const OnsitePackField onsite_pack_anchors_fields[] = {
  { AT (OnsiteAnchors, level), ONSITE_PACK_TEXT_ID, 0, 0, ONSITE_PACK_LEVELS },
  { NULL },
};

const OnsitePackField onsite_pack_scores_fields[] = {
  { "1", G_STRUCT_OFFSET (OnsiteAnchors, scores[0]), ONSITE_PACK_TEXT_SENTENCE },
  { "3", G_STRUCT_OFFSET (OnsiteAnchors, scores[1]), ONSITE_PACK_TEXT_SENTENCE },
  { "5", G_STRUCT_OFFSET (OnsiteAnchors, scores[2]), ONSITE_PACK_TEXT_SENTENCE },
  { NULL },
};

static const OnsitePackField principle_fields[] = {
  { AT (OnsitePrinciple, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsitePrinciple, name), ONSITE_PACK_TEXT_NAME },
  { AT (OnsitePrinciple, summary), ONSITE_PACK_TEXT_SENTENCE },
  { NULL },
};

static const OnsitePackField checklist_fields[] = {
  { AT (OnsiteChecklistItem, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteChecklistItem, name), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteChecklistItem, summary), ONSITE_PACK_TEXT_SENTENCE },
  { NULL },
};

static const OnsitePackField category_fields[] = {
  { AT (OnsiteCategory, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteCategory, name), ONSITE_PACK_TEXT_NAME },
  { NULL },
};

static const OnsitePackField level_fields[] = {
  { AT (OnsiteLevel, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteLevel, name), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteLevel, title), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteLevel, about), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteLevel, rounds), ONSITE_PACK_TEXT_ID, 1, 16, ONSITE_PACK_ROUND_KINDS },
  { NULL },
};

static const OnsitePackField dimension_fields[] = {
  { AT (OnsiteDimension, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteDimension, name), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteDimension, question), ONSITE_PACK_TEXT_SENTENCE },
  { NULL },
};

static const OnsitePackField vote_fields[] = {
  { AT (OnsiteVote, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteVote, name), ONSITE_PACK_TEXT_NAME },
  { NULL },
};

static const OnsitePackField round_kind_fields[] = {
  { AT (OnsiteRoundKind, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteRoundKind, name), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteRoundKind, about), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteRoundKind, interviewers), ONSITE_PACK_TEXT_NAME, 1, 8 },
  { AT (OnsiteRoundKind, categories), ONSITE_PACK_TEXT_ID, 1, 16, ONSITE_PACK_CATEGORIES },
  { AT (OnsiteRoundKind, carries), ONSITE_PACK_TEXT_ID, 0, 8, ONSITE_PACK_ROUND_KINDS },
  { NULL },
};

static const OnsitePackField outage_fields[] = {
  { AT (OnsiteOutage, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteOutage, title), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteOutage, source), ONSITE_PACK_TEXT_SENTENCE },
  { AT (OnsiteOutage, what_happened),
    ONSITE_PACK_TEXT_SENTENCE,
    ONSITE_OUTAGE_SENTENCES,
    ONSITE_OUTAGE_SENTENCES },
  { AT (OnsiteOutage, root_cause), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteOutage, blast_radius), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteOutage, control), ONSITE_PACK_TEXT_PARAGRAPH },
  { NULL },
};

static const OnsitePackField question_fields[] = {
  { AT (OnsiteQuestion, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteQuestion, category), ONSITE_PACK_TEXT_ID, 0, 0, ONSITE_PACK_CATEGORIES },
  { AT (OnsiteQuestion, rounds), ONSITE_PACK_TEXT_ID, 1, 16, ONSITE_PACK_ROUND_KINDS },
  { AT (OnsiteQuestion, levels), ONSITE_PACK_TEXT_ID, 1, 16, ONSITE_PACK_LEVELS },
  { AT (OnsiteQuestion, text), ONSITE_PACK_TEXT_SPOKEN },
  { AT (OnsiteQuestion, principles), ONSITE_PACK_TEXT_ID, 1, 4, ONSITE_PACK_PRINCIPLES },
  { AT (OnsiteQuestion, checklist), ONSITE_PACK_TEXT_ID, 0, 3, ONSITE_PACK_CHECKLIST },
  { AT (OnsiteQuestion, follow_ups), ONSITE_PACK_TEXT_SPOKEN, 3, 5 },
  { AT (OnsiteQuestion, curveball), ONSITE_PACK_TEXT_SPOKEN, .optional = TRUE },
  { AT (OnsiteQuestion, outage), ONSITE_PACK_TEXT_ID, 0, 0, ONSITE_PACK_OUTAGES, TRUE },
  { AT (OnsiteQuestion, exhibit), ONSITE_PACK_TEXT_ID, 0, 0, ONSITE_PACK_EXHIBITS, TRUE },
  { AT (OnsiteQuestion, hint), ONSITE_PACK_TEXT_SENTENCE },
  { AT (OnsiteQuestion, weak), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteQuestion, strong), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteQuestion, why), ONSITE_PACK_TEXT_PARAGRAPH },
  { NULL },
};

static void
clear_anchors (gpointer data)
{
  OnsiteDimension *dimension = data;

  g_clear_pointer (&dimension->anchors, g_ptr_array_unref);
}

static const OnsitePackLayout layouts[ONSITE_PACK_N_LISTS] = {
  [ONSITE_PACK_PRINCIPLES] = { "principles", sizeof (OnsitePrinciple), 1, 64, principle_fields },
  [ONSITE_PACK_CHECKLIST] = { "checklist", sizeof (OnsiteChecklistItem), 1, 32, checklist_fields },
  [ONSITE_PACK_CATEGORIES] = { "categories", sizeof (OnsiteCategory), 1, 16, category_fields },
  [ONSITE_PACK_LEVELS] = { "levels", sizeof (OnsiteLevel), 1, 16, level_fields },
  [ONSITE_PACK_DIMENSIONS] = { "dimensions",
                               sizeof (OnsiteDimension),
                               1,
                               16,
                               dimension_fields,
                               clear_anchors },
  [ONSITE_PACK_VOTES] = { "votes", sizeof (OnsiteVote), 2, 5, vote_fields },
  [ONSITE_PACK_ROUND_KINDS] = { "rounds", sizeof (OnsiteRoundKind), 1, 32, round_kind_fields },
  [ONSITE_PACK_OUTAGES] = { "outages", sizeof (OnsiteOutage), 0, 64, outage_fields },
  [ONSITE_PACK_EXHIBITS] = { "exhibits",
                             sizeof (OnsiteExhibit),
                             0,
                             200,
                             onsite_exhibit_fields,
                             onsite_exhibit_clear },
  [ONSITE_PACK_QUESTIONS] = { "questions", sizeof (OnsiteQuestion), 1, 2000, question_fields },
};

G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsitePrinciple, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteChecklistItem, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteCategory, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteLevel, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteDimension, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteVote, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteRoundKind, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteOutage, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteExhibit, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteQuestion, id) == 0);

const OnsitePackLayout *
onsite_pack_layout (OnsitePackList list)
{
  return layouts + list;
}

static gboolean
read_field (OnsiteJsonReader *reader, const OnsitePackField *field, gpointer text)
{
  const OnsiteJsonValue *value = field->most > 0
                                     ? onsite_json_reader_get_array (reader,
                                                                     field->member,
                                                                     field->least,
                                                                     field->most)
                                     : onsite_json_reader_get_member (reader, field->member);

  if (value == NULL)
    return FALSE;
  if (field->most > 0)
    *(GStrv *) text = onsite_pack_text_dup_list (value, field->text, &reader->error);
  else
    *(char **) text = g_strdup (onsite_pack_text_get (value, field->text, &reader->error));

  return reader->error == NULL;
}

void
onsite_pack_fields_read (OnsiteJsonReader *reader, const OnsitePackField *fields, gpointer part)
{
  for (const OnsitePackField *field = fields; field->member != NULL; field++)
    {
      if (field->optional && !onsite_json_reader_has (reader, field->member))
        continue;
      if (!read_field (reader, field, G_STRUCT_MEMBER_P (part, field->offset)))
        return;
    }
}

void
onsite_pack_fields_clear (const OnsitePackField *fields, gpointer part)
{
  for (const OnsitePackField *field = fields; field->member != NULL; field++)
    {
      gpointer text = G_STRUCT_MEMBER_P (part, field->offset);

      if (field->most > 0)
        g_clear_pointer ((GStrv *) text, g_strfreev);
      else
        g_clear_pointer ((char **) text, g_free);
    }
}

void
onsite_pack_part_free (OnsitePackList list, gpointer part)
{
  onsite_pack_fields_clear (layouts[list].fields, part);
  if (layouts[list].clear_rest != NULL)
    layouts[list].clear_rest (part);
  g_free (part);
}

void
onsite_anchors_free (OnsiteAnchors *self)
{
  onsite_pack_fields_clear (onsite_pack_anchors_fields, self);
  onsite_pack_fields_clear (onsite_pack_scores_fields, self);
  g_free (self);
}
