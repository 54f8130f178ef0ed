/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-write.h"

void
onsite_share_write_text (OnsiteJsonWriter *writer, const char *name, const char *value)
{
  if (value && *value)
    onsite_json_writer_add_string (writer, name, value);
}

void
onsite_share_write_nick (OnsiteJsonWriter *writer, const char *name, GType type, int value)
{
  GEnumClass *class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (class, value);

  onsite_json_writer_add_string (writer, name, found ? found->value_nick : NULL);
  g_type_class_unref (class);
}

void
onsite_share_write_strings (OnsiteJsonWriter *writer, const char *name, const char *const *values)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_begin_array (writer);
  for (; *values; values++)
    onsite_json_writer_string (writer, *values);
  onsite_json_writer_end_array (writer);
}

void
onsite_share_write_array (OnsiteJsonWriter *writer,
                          const char *name,
                          GPtrArray *items,
                          OnsiteShareWriteItem write)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < items->len; i++)
    write (writer, g_ptr_array_index (items, i));
  onsite_json_writer_end_array (writer);
}

void
onsite_share_write_structs (OnsiteJsonWriter *writer,
                            const char *name,
                            GArray *items,
                            OnsiteShareWriteItem write)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < items->len; i++)
    write (writer, items->data + i * g_array_get_element_size (items));
  onsite_json_writer_end_array (writer);
}
