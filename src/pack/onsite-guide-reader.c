/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-guide-reader.h"

#include "onsite-guide-layout.h"
#include "json/onsite-json-reader.h"

#include <glib/gi18n-lib.h>

#define MOST_SECTIONS 32
#define MOST_BLOCKS   40

/* Unlike a list of ids, a row may say the same twice. */
static void
read_cells (OnsiteJsonReader *reader, const OnsiteGuideBlock *block, OnsiteGuideRow *row)
{
  guint n_columns = g_strv_length (block->names);
  const OnsiteJsonValue *list = onsite_json_reader_get_array (reader,
                                                              "cells",
                                                              n_columns,
                                                              n_columns);

  if (list == NULL)
    return;

  row->cells = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *cell = onsite_pack_text_get (onsite_json_value_get_child (list, i),
                                               ONSITE_PACK_TEXT_NAME,
                                               &reader->error);

      if (cell == NULL)
        return;
      row->cells[i] = g_strdup (cell);
    }
}

static void
read_shares (OnsiteJsonReader *reader, const OnsiteGuideBlock *block, OnsiteGuideSeries *series)
{
  guint n_groups = g_strv_length (block->names);
  const OnsiteJsonValue *list = onsite_json_reader_get_array (reader, "values", n_groups, n_groups);

  series->values = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; list != NULL && i < n_groups; i++)
    {
      gint64 share = 0;
      guint value;

      if (!onsite_json_value_get_integer (onsite_json_value_get_child (list, i),
                                          0,
                                          100,
                                          &share,
                                          &reader->error))
        return;
      value = (guint) share;
      g_array_append_val (series->values, value);
    }
}

static gboolean
read_part (OnsiteGuideBlock *block, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteGuideLayout *layout = onsite_guide_layout (block->kind);
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  gpointer part = g_malloc0 (layout->size);

  g_ptr_array_add (block->parts, part);
  onsite_json_reader_init (&reader, value);
  onsite_pack_fields_read (&reader, layout->fields, part);
  if (block->kind == ONSITE_GUIDE_TABLE)
    read_cells (&reader, block, part);
  else if (block->kind == ONSITE_GUIDE_SHARES)
    read_shares (&reader, block, part);

  return onsite_json_reader_finish (&reader, error);
}

static void
read_parts (OnsiteJsonReader *reader, OnsiteGuideBlock *block)
{
  const OnsiteGuideLayout *layout = onsite_guide_layout (block->kind);
  const OnsiteJsonValue *list;

  if (layout->member == NULL)
    return;

  list = onsite_json_reader_get_array (reader, layout->member, 1, layout->most);
  block->parts = g_ptr_array_new ();
  for (guint i = 0; list != NULL && i < onsite_json_value_get_length (list); i++)
    if (!read_part (block, onsite_json_value_get_child (list, i), &reader->error))
      return;
}

static OnsiteGuideKind
read_kind (OnsiteJsonReader *reader)
{
  const char *types[ONSITE_GUIDE_N_KINDS + 1] = { NULL };

  for (guint i = 0; i < ONSITE_GUIDE_N_KINDS; i++)
    types[i] = onsite_guide_layout (i)->type;

  return (OnsiteGuideKind) onsite_json_reader_get_enum (reader, "type", types);
}

static gboolean
read_block (OnsiteGuideSection *section, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  OnsiteGuideBlock *block = g_new0 (OnsiteGuideBlock, 1);

  g_ptr_array_add (section->blocks, block);
  onsite_json_reader_init (&reader, value);
  block->kind = read_kind (&reader);
  onsite_pack_fields_read (&reader, onsite_guide_layout (block->kind)->own, block);
  if (reader.error == NULL)
    read_parts (&reader, block);

  return onsite_json_reader_finish (&reader, error);
}

/* In the order of OnsiteGuideAbout, behind its first. */
static void
read_about (OnsiteGuideSection *section, OnsiteJsonReader *reader)
{
  static const char *const pages[] = { "setup", "debrief", NULL };

  if (onsite_json_reader_has (reader, "about"))
    section->about = ONSITE_GUIDE_ABOUT_SETUP +
                     (OnsiteGuideAbout) onsite_json_reader_get_enum (reader, "about", pages);
}

static gboolean
read_section (OnsiteGuide *self, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  OnsiteGuideSection *section = g_new0 (OnsiteGuideSection, 1);
  const OnsiteJsonValue *blocks;

  section->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_guide_block_free);
  g_ptr_array_add (self->sections, section);
  onsite_json_reader_init (&reader, value);
  onsite_pack_fields_read (&reader, onsite_guide_section_fields, section);
  read_about (section, &reader);
  blocks = onsite_json_reader_get_array (&reader, "blocks", 1, MOST_BLOCKS);
  for (guint i = 0; blocks != NULL && i < onsite_json_value_get_length (blocks); i++)
    if (!read_block (section, onsite_json_value_get_child (blocks, i), &reader.error))
      break;

  return onsite_json_reader_finish (&reader, error);
}

static gboolean
check_id (OnsiteGuide *self, guint index, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteGuideSection *section = g_ptr_array_index (self->sections, index);

  if (onsite_guide_find_section (self, section->id) == index)
    return TRUE;

  return onsite_json_value_fail (onsite_json_value_get_member (value, "id"),
                                 error,
                                 ONSITE_PACK_ERROR,
                                 ONSITE_PACK_ERROR_REFERENCE,
                                 C_ ("error", "the id “%s” is taken already"),
                                 section->id);
}

OnsiteGuide *
onsite_guide_read (const OnsiteJsonValue *value, GError **error)
{
  g_autoptr (OnsiteGuide) self = g_new0 (OnsiteGuide, 1);
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  const OnsiteJsonValue *sections;

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_guide_section_free);
  onsite_json_reader_init (&reader, value);
  sections = onsite_json_reader_get_array (&reader, "sections", 1, MOST_SECTIONS);
  for (guint i = 0; sections != NULL && i < onsite_json_value_get_length (sections); i++)
    {
      const OnsiteJsonValue *section = onsite_json_value_get_child (sections, i);

      if (!read_section (self, section, &reader.error) ||
          !check_id (self, i, section, &reader.error))
        break;
    }

  return onsite_json_reader_finish (&reader, error) ? g_steal_pointer (&self) : NULL;
}
