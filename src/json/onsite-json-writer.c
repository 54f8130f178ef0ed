/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-writer.h"

#include <json-glib/json-glib.h>
#include <math.h>

struct _OnsiteJsonWriter
{
  JsonBuilder *builder;
};

OnsiteJsonWriter *
onsite_json_writer_new (void)
{
  OnsiteJsonWriter *self = g_new0 (OnsiteJsonWriter, 1);

  self->builder = json_builder_new ();

  return self;
}

void
onsite_json_writer_free (OnsiteJsonWriter *self)
{
  g_clear_object (&self->builder);
  g_free (self);
}

void
onsite_json_writer_begin_object (OnsiteJsonWriter *self)
{
  json_builder_begin_object (self->builder);
}

void
onsite_json_writer_end_object (OnsiteJsonWriter *self)
{
  json_builder_end_object (self->builder);
}

void
onsite_json_writer_begin_array (OnsiteJsonWriter *self)
{
  json_builder_begin_array (self->builder);
}

void
onsite_json_writer_end_array (OnsiteJsonWriter *self)
{
  json_builder_end_array (self->builder);
}

void
onsite_json_writer_member (OnsiteJsonWriter *self, const char *name)
{
  json_builder_set_member_name (self->builder, name);
}

void
onsite_json_writer_string (OnsiteJsonWriter *self, const char *value)
{
  g_autofree char *valid = NULL;

  if (value == NULL)
    {
      json_builder_add_null_value (self->builder);
      return;
    }

  valid = g_utf8_make_valid (value, -1);
  json_builder_add_string_value (self->builder, valid);
}

void
onsite_json_writer_integer (OnsiteJsonWriter *self, gint64 value)
{
  json_builder_add_int_value (self->builder, value);
}

void
onsite_json_writer_double (OnsiteJsonWriter *self, double value)
{
  g_return_if_fail (isfinite (value));

  json_builder_add_double_value (self->builder, value);
}

void
onsite_json_writer_boolean (OnsiteJsonWriter *self, gboolean value)
{
  json_builder_add_boolean_value (self->builder, value);
}

void
onsite_json_writer_null (OnsiteJsonWriter *self)
{
  json_builder_add_null_value (self->builder);
}

char *
onsite_json_writer_to_string (OnsiteJsonWriter *self, gboolean pretty)
{
  g_autoptr (JsonNode) root = json_builder_get_root (self->builder);

  g_return_val_if_fail (root != NULL, NULL);

  return json_to_string (root, pretty);
}
