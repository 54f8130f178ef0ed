/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-reader.h"

#include <glib/gi18n-lib.h>

static void
mark_seen (OnsiteJsonReader *self, const OnsiteJsonValue *member)
{
  guint index = onsite_json_value_get_index (member);

  self->seen[index / 8] |= (guint8) (1 << index % 8);
}

static gboolean
is_seen (OnsiteJsonReader *self, guint index)
{
  return (self->seen[index / 8] & 1 << index % 8) != 0;
}

static void
check_all_seen (OnsiteJsonReader *self)
{
  guint n_members = onsite_json_value_get_length (self->object);

  for (guint i = 0; i < n_members && self->error == NULL; i++)
    if (!is_seen (self, i))
      onsite_json_value_fail (onsite_json_value_get_child (self->object, i),
                              &self->error,
                              ONSITE_JSON_ERROR,
                              ONSITE_JSON_ERROR_VALUE,
                              C_ ("error", "this member is not known"));
}

void
onsite_json_reader_init (OnsiteJsonReader *self, const OnsiteJsonValue *value)
{
  *self = (OnsiteJsonReader){ .object = value };
  onsite_json_value_check_object (value, &self->error);
}

void
onsite_json_reader_clear (OnsiteJsonReader *self)
{
  g_clear_error (&self->error);
}

gboolean
onsite_json_reader_finish (OnsiteJsonReader *self, GError **error)
{
  if (self->error == NULL)
    check_all_seen (self);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

gboolean
onsite_json_reader_has (OnsiteJsonReader *self, const char *name)
{
  return self->error == NULL && onsite_json_value_get_member (self->object, name) != NULL;
}

const OnsiteJsonValue *
onsite_json_reader_get_member (OnsiteJsonReader *self, const char *name)
{
  const OnsiteJsonValue *member;

  if (self->error != NULL)
    return NULL;

  member = onsite_json_value_get_member (self->object, name);
  if (member == NULL)
    onsite_json_value_fail (self->object,
                            &self->error,
                            ONSITE_JSON_ERROR,
                            ONSITE_JSON_ERROR_VALUE,
                            C_ ("error", "the member “%s” is missing"),
                            name);
  else
    mark_seen (self, member);

  return member;
}

const OnsiteJsonValue *
onsite_json_reader_get_array (OnsiteJsonReader *self, const char *name, guint least, guint most)
{
  const OnsiteJsonValue *member = onsite_json_reader_get_member (self, name);

  if (member == NULL || !onsite_json_value_check_array (member, least, most, &self->error))
    return NULL;

  return member;
}

char *
onsite_json_reader_dup_string (OnsiteJsonReader *self,
                               const char *name,
                               OnsiteJsonText text,
                               gsize least,
                               gsize most)
{
  const OnsiteJsonValue *member = onsite_json_reader_get_member (self, name);

  if (member == NULL)
    return NULL;

  return g_strdup (onsite_json_value_get_string (member, text, least, most, &self->error));
}

gint64
onsite_json_reader_get_integer (OnsiteJsonReader *self, const char *name, gint64 least, gint64 most)
{
  const OnsiteJsonValue *member = onsite_json_reader_get_member (self, name);
  gint64 result = 0;

  if (member != NULL)
    onsite_json_value_get_integer (member, least, most, &result, &self->error);

  return result;
}

double
onsite_json_reader_get_double (OnsiteJsonReader *self, const char *name, double least, double most)
{
  const OnsiteJsonValue *member = onsite_json_reader_get_member (self, name);
  double result = 0;

  if (member != NULL)
    onsite_json_value_get_double (member, least, most, &result, &self->error);

  return result;
}

gboolean
onsite_json_reader_get_boolean (OnsiteJsonReader *self, const char *name)
{
  const OnsiteJsonValue *member = onsite_json_reader_get_member (self, name);
  gboolean result = FALSE;

  if (member != NULL)
    onsite_json_value_get_boolean (member, &result, &self->error);

  return result;
}

int
onsite_json_reader_get_enum (OnsiteJsonReader *self, const char *name, const char *const *names)
{
  const OnsiteJsonValue *member = onsite_json_reader_get_member (self, name);
  int result = 0;

  if (member != NULL)
    onsite_json_value_get_enum (member, names, &result, &self->error);

  return result;
}
