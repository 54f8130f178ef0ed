/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-reader.h"

/* A list in an exhibit: where it is, and what stands in it. */
typedef struct
{
  const char *member;
  gsize offset;
  gsize size;
  guint least;
  guint most;
  const OnsitePackField *fields;
  void (*read_rest) (OnsiteJsonReader *reader, gpointer part);
  GDestroyNotify free;
} List;

const OnsitePackField onsite_exhibit_fields[] = {
  { ONSITE_PACK_AT (OnsiteExhibit, id), ONSITE_PACK_TEXT_ID },
  { ONSITE_PACK_AT (OnsiteExhibit, title), ONSITE_PACK_TEXT_NAME },
  { ONSITE_PACK_AT (OnsiteExhibit, situation), ONSITE_PACK_TEXT_PARAGRAPH },
  { ONSITE_PACK_AT (OnsiteExhibit, constraints), ONSITE_PACK_TEXT_SENTENCE, 1, 8 },
  { NULL },
};

const OnsitePackField onsite_exhibit_risk_fields[] = {
  { ONSITE_PACK_AT (OnsiteExhibitRisk, text), ONSITE_PACK_TEXT_SENTENCE },
  { ONSITE_PACK_AT (OnsiteExhibitRisk, levels), ONSITE_PACK_TEXT_ID, 1, 16, ONSITE_PACK_LEVELS },
  { ONSITE_PACK_AT (OnsiteExhibitRisk, at), ONSITE_PACK_TEXT_ID, 1, 8 },
  { NULL },
};

static const OnsitePackField zone_fields[] = {
  { ONSITE_PACK_AT (OnsiteExhibitZone, id), ONSITE_PACK_TEXT_ID },
  { ONSITE_PACK_AT (OnsiteExhibitZone, label), ONSITE_PACK_TEXT_LABEL },
  { NULL },
};

static const OnsitePackField box_fields[] = {
  { ONSITE_PACK_AT (OnsiteExhibitBox, id), ONSITE_PACK_TEXT_ID },
  { ONSITE_PACK_AT (OnsiteExhibitBox, label), ONSITE_PACK_TEXT_LABEL },
  { ONSITE_PACK_AT (OnsiteExhibitBox, note), ONSITE_PACK_TEXT_NOTE, .optional = TRUE },
  { ONSITE_PACK_AT (OnsiteExhibitBox, zone), ONSITE_PACK_TEXT_ID, .optional = TRUE },
  { NULL },
};

static const OnsitePackField arrow_fields[] = {
  { ONSITE_PACK_AT (OnsiteExhibitArrow, from), ONSITE_PACK_TEXT_ID },
  { ONSITE_PACK_AT (OnsiteExhibitArrow, to), ONSITE_PACK_TEXT_ID },
  { ONSITE_PACK_AT (OnsiteExhibitArrow, label), ONSITE_PACK_TEXT_LABEL, .optional = TRUE },
  { NULL },
};

static void
read_box (OnsiteJsonReader *reader, gpointer part)
{
  static const char *const kinds[] = { "client", "service", "store",    "cache",
                                       "queue",  "job",     "external", NULL };
  OnsiteExhibitBox *box = part;

  G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ONSITE_BOX_N_KINDS + 1);
  box->kind = (OnsiteBoxKind) onsite_json_reader_get_enum (reader, "kind", kinds);
  box->column = (guint)
      onsite_json_reader_get_integer (reader, "column", 0, ONSITE_EXHIBIT_MOST_COLUMNS - 1);
  box->row = (guint)
      onsite_json_reader_get_integer (reader, "row", 0, ONSITE_EXHIBIT_MOST_ROWS - 1);
}

static void
read_arrow (OnsiteJsonReader *reader, gpointer part)
{
  static const char *const kinds[] = { "call", "event", "copy", NULL };
  OnsiteExhibitArrow *arrow = part;

  G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ONSITE_ARROW_N_KINDS + 1);
  arrow->kind = (OnsiteArrowKind) onsite_json_reader_get_enum (reader, "kind", kinds);
}

static void
read_risk (OnsiteJsonReader *reader, gpointer part)
{
  OnsiteExhibitRisk *risk = part;

  risk->order = (guint) onsite_json_reader_get_integer (reader, "order", 1, 2);
}

static void
free_zone (gpointer part)
{
  onsite_pack_fields_clear (zone_fields, part);
  g_free (part);
}

static void
free_box (gpointer part)
{
  onsite_pack_fields_clear (box_fields, part);
  g_free (part);
}

static void
free_arrow (gpointer part)
{
  onsite_pack_fields_clear (arrow_fields, part);
  g_free (part);
}

static void
free_risk (gpointer part)
{
  onsite_pack_fields_clear (onsite_exhibit_risk_fields, part);
  g_free (part);
}

static const List lists[] = {
  { ONSITE_PACK_AT (OnsiteExhibit, zones),
    sizeof (OnsiteExhibitZone),
    0,
    ONSITE_EXHIBIT_MOST_ZONES,
    zone_fields,
    NULL,
    free_zone },
  { ONSITE_PACK_AT (OnsiteExhibit, boxes),
    sizeof (OnsiteExhibitBox),
    2,
    ONSITE_EXHIBIT_MOST_BOXES,
    box_fields,
    read_box,
    free_box },
  { ONSITE_PACK_AT (OnsiteExhibit, arrows),
    sizeof (OnsiteExhibitArrow),
    1,
    ONSITE_EXHIBIT_MOST_ARROWS,
    arrow_fields,
    read_arrow,
    free_arrow },
  { ONSITE_PACK_AT (OnsiteExhibit, risks),
    sizeof (OnsiteExhibitRisk),
    1,
    24,
    onsite_exhibit_risk_fields,
    read_risk,
    free_risk },
};

static gboolean
read_part (const List *list, GPtrArray *parts, const OnsiteJsonValue *value, GError **error)
{
  g_auto (OnsiteJsonReader) reader = ONSITE_JSON_READER_INIT;
  gpointer part = g_malloc0 (list->size);

  g_ptr_array_add (parts, part);
  onsite_json_reader_init (&reader, value);
  onsite_pack_fields_read (&reader, list->fields, part);
  if (list->read_rest != NULL)
    list->read_rest (&reader, part);

  return onsite_json_reader_finish (&reader, error);
}

static void
read_list (const List *list, OnsiteJsonReader *reader, GPtrArray *parts)
{
  const OnsiteJsonValue *values;

  if (list->least == 0 && !onsite_json_reader_has (reader, list->member))
    return;

  values = onsite_json_reader_get_array (reader, list->member, list->least, list->most);
  for (guint i = 0; values != NULL && i < onsite_json_value_get_length (values); i++)
    if (!read_part (list, parts, onsite_json_value_get_child (values, i), &reader->error))
      return;
}

void
onsite_exhibit_read (OnsiteJsonReader *reader, gpointer part)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *parts = g_ptr_array_new_with_free_func (lists[i].free);

      G_STRUCT_MEMBER (GPtrArray *, part, lists[i].offset) = parts;
      read_list (lists + i, reader, parts);
    }
}

void
onsite_exhibit_clear (gpointer part)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (&G_STRUCT_MEMBER (GPtrArray *, part, lists[i].offset), g_ptr_array_unref);
}
