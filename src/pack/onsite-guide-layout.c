/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-guide-layout.h"

/* A field that the JSON calls as the struct does. */
#define AT(type, field) #field, G_STRUCT_OFFSET(type, field)

const OnsitePackField onsite_guide_section_fields[] = {
  { AT (OnsiteGuideSection, id), ONSITE_PACK_TEXT_ID },
  { AT (OnsiteGuideSection, title), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteGuideSection, summary), ONSITE_PACK_TEXT_SENTENCE },
  { NULL },
};

#define OPTIONAL_TITLE                                                 \
  {                                                                    \
    AT (OnsiteGuideBlock, title), ONSITE_PACK_TEXT_NAME, 0, 0, 0, TRUE \
  }

static const OnsitePackField plain_block[] = { OPTIONAL_TITLE, { NULL } };

static const OnsitePackField text_block[] = {
  OPTIONAL_TITLE,
  { AT (OnsiteGuideBlock, text), ONSITE_PACK_TEXT_PARAGRAPH },
  { NULL },
};

static const OnsitePackField list_block[] = {
  OPTIONAL_TITLE,
  { "items", G_STRUCT_OFFSET (OnsiteGuideBlock, names), ONSITE_PACK_TEXT_SENTENCE, 1, 40 },
  { NULL },
};

/* Without its title nobody who hears a table or a chart knows what it is. */
static const OnsitePackField table_block[] = {
  { AT (OnsiteGuideBlock, title), ONSITE_PACK_TEXT_NAME },
  { "columns", G_STRUCT_OFFSET (OnsiteGuideBlock, names), ONSITE_PACK_TEXT_NAME, 2, 6 },
  { NULL },
};

static const OnsitePackField shares_block[] = {
  { AT (OnsiteGuideBlock, title), ONSITE_PACK_TEXT_NAME },
  { "groups", G_STRUCT_OFFSET (OnsiteGuideBlock, names), ONSITE_PACK_TEXT_NAME, 1, 12 },
  { NULL },
};

static const OnsitePackField step_fields[] = {
  { AT (OnsiteGuideStep, label), ONSITE_PACK_TEXT_NAME },
  { AT (OnsiteGuideStep, title), ONSITE_PACK_TEXT_NAME, 0, 0, 0, TRUE },
  { AT (OnsiteGuideStep, text), ONSITE_PACK_TEXT_PARAGRAPH },
  { NULL },
};

static const OnsitePackField contrast_fields[] = {
  { AT (OnsiteGuideContrast, topic), ONSITE_PACK_TEXT_NAME },
  { "not", G_STRUCT_OFFSET (OnsiteGuideContrast, is_not), ONSITE_PACK_TEXT_SENTENCE },
  { "but", G_STRUCT_OFFSET (OnsiteGuideContrast, is), ONSITE_PACK_TEXT_SENTENCE },
  { NULL },
};

static const OnsitePackField mistake_fields[] = {
  { AT (OnsiteGuideMistake, weak), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteGuideMistake, why), ONSITE_PACK_TEXT_PARAGRAPH },
  { AT (OnsiteGuideMistake, strong), ONSITE_PACK_TEXT_PARAGRAPH },
  { NULL },
};

static const OnsitePackField series_fields[] = {
  { AT (OnsiteGuideSeries, name), ONSITE_PACK_TEXT_NAME },
  { NULL },
};

static const OnsitePackField question_fields[] = {
  { AT (OnsiteGuideQuestion, question), ONSITE_PACK_TEXT_SENTENCE },
  { AT (OnsiteGuideQuestion, answer), ONSITE_PACK_TEXT_PARAGRAPH },
  { NULL },
};

static const OnsitePackField no_fields[] = { { NULL } };

static void
clear_row (gpointer data)
{
  g_strfreev (((OnsiteGuideRow *) data)->cells);
}

static void
clear_series (gpointer data)
{
  g_clear_pointer (&((OnsiteGuideSeries *) data)->values, g_array_unref);
}

static const OnsiteGuideLayout layouts[ONSITE_GUIDE_N_KINDS] = {
  [ONSITE_GUIDE_TEXT] = { "text", text_block },
  [ONSITE_GUIDE_LIST] = { "list", list_block },
  [ONSITE_GUIDE_STEPS] = { "steps",
                           plain_block,
                           "steps",
                           sizeof (OnsiteGuideStep),
                           40,
                           step_fields },
  [ONSITE_GUIDE_CONTRASTS] = { "contrasts",
                               plain_block,
                               "cards",
                               sizeof (OnsiteGuideContrast),
                               24,
                               contrast_fields },
  [ONSITE_GUIDE_MISTAKES] = { "mistakes",
                              plain_block,
                              "cards",
                              sizeof (OnsiteGuideMistake),
                              24,
                              mistake_fields },
  [ONSITE_GUIDE_TABLE] = { "table",
                           table_block,
                           "rows",
                           sizeof (OnsiteGuideRow),
                           24,
                           no_fields,
                           clear_row },
  [ONSITE_GUIDE_SHARES] = { "shares",
                            shares_block,
                            "series",
                            sizeof (OnsiteGuideSeries),
                            3,
                            series_fields,
                            clear_series },
  [ONSITE_GUIDE_QUESTIONS] = { "questions",
                               plain_block,
                               "questions",
                               sizeof (OnsiteGuideQuestion),
                               40,
                               question_fields },
};

const OnsiteGuideLayout *
onsite_guide_layout (OnsiteGuideKind kind)
{
  return layouts + kind;
}

void
onsite_guide_part_free (OnsiteGuideKind kind, gpointer part)
{
  onsite_pack_fields_clear (layouts[kind].fields, part);
  if (layouts[kind].clear_rest != NULL)
    layouts[kind].clear_rest (part);
  g_free (part);
}

void
onsite_guide_block_free (OnsiteGuideBlock *self)
{
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    onsite_guide_part_free (self->kind, g_ptr_array_index (self->parts, i));
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  onsite_pack_fields_clear (layouts[self->kind].own, self);
  g_free (self);
}

void
onsite_guide_section_free (OnsiteGuideSection *self)
{
  g_ptr_array_unref (self->blocks);
  onsite_pack_fields_clear (onsite_guide_section_fields, self);
  g_free (self);
}
