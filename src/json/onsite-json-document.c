/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-json-document.h"

#include "onsite-json-scanner.h"
#include "onsite-json-value-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

struct _OnsiteJsonDocument
{
  gatomicrefcount ref_count;
  char *name;
  GBytes *bytes;
  JsonNode *node;
  OnsiteJsonValue *values;
  guint n_values;
};

GQuark
onsite_json_error_quark (void)
{
  return g_quark_from_static_string ("onsite-json-error-quark");
}

/* Where values are filled in from json-glib's tree and the scanner's lines. */
typedef struct
{
  OnsiteJsonDocument *document;
  GArray *lines;
  guint n_placed;  /* values that have their place in the block */
  guint n_visited; /* values that are filled in, in the order of the text */
} Builder;

static gboolean builder_fill (Builder *self, OnsiteJsonValue *value, JsonNode *node);

static OnsiteJsonValue *
builder_place (Builder *self, OnsiteJsonValue *parent, guint n_children)
{
  OnsiteJsonValue *children = self->document->values + self->n_placed;

  if (n_children > self->document->n_values - self->n_placed)
    return NULL;

  self->n_placed += n_children;
  for (guint i = 0; i < n_children; i++)
    {
      children[i].parent = parent;
      children[i].index = i;
    }

  return children;
}

static gboolean
builder_fill_array (Builder *self, OnsiteJsonValue *value, JsonArray *array)
{
  OnsiteJsonValue *children;

  value->kind = ONSITE_JSON_ARRAY;
  value->n_children = json_array_get_length (array);
  children = builder_place (self, value, value->n_children);
  if (children == NULL)
    return FALSE;

  value->children = children;
  for (guint i = 0; i < value->n_children; i++)
    if (!builder_fill (self, children + i, json_array_get_element (array, i)))
      return FALSE;

  return TRUE;
}

static gboolean
builder_fill_object (Builder *self, OnsiteJsonValue *value, JsonObject *object)
{
  OnsiteJsonValue *children;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  value->kind = ONSITE_JSON_OBJECT;
  value->n_children = json_object_get_size (object);
  children = builder_place (self, value, value->n_children);
  if (children == NULL)
    return FALSE;

  value->children = children;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      children->name = name;
      if (!builder_fill (self, children++, node))
        return FALSE;
    }

  return TRUE;
}

static void
fill_scalar (OnsiteJsonValue *value, JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_BOOLEAN:
      value->kind = ONSITE_JSON_BOOLEAN;
      value->boolean = json_node_get_boolean (node);
      break;
    case G_TYPE_INT64:
      value->kind = ONSITE_JSON_INTEGER;
      value->integer = json_node_get_int (node);
      break;
    case G_TYPE_DOUBLE:
      value->kind = ONSITE_JSON_DOUBLE;
      value->number = json_node_get_double (node);
      break;
    case G_TYPE_STRING:
      value->kind = ONSITE_JSON_STRING;
      value->string = json_node_get_string (node);
      break;
    default:
      value->kind = ONSITE_JSON_NULL;
      break;
    }
}

static gboolean
builder_fill (Builder *self, OnsiteJsonValue *value, JsonNode *node)
{
  value->document_name = self->document->name;
  value->line = g_array_index (self->lines, guint, self->n_visited++);

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_ARRAY:
      return builder_fill_array (self, value, json_node_get_array (node));
    case JSON_NODE_OBJECT:
      return builder_fill_object (self, value, json_node_get_object (node));
    case JSON_NODE_VALUE:
    case JSON_NODE_NULL:
    default:
      fill_scalar (value, node);
      return TRUE;
    }
}

/* json-glib has to see what the scanner saw: any other number of values means
 * that one of the two is wrong, and nothing may be read from the text. */
static gboolean
build_values (OnsiteJsonDocument *self, GArray *lines, GError **error)
{
  Builder builder = { .document = self, .lines = lines };

  self->n_values = lines->len;
  self->values = g_new0 (OnsiteJsonValue, self->n_values);
  if (builder_fill (&builder, builder_place (&builder, NULL, 1), self->node) &&
      builder.n_visited == self->n_values)
    return TRUE;

  g_set_error (error,
               ONSITE_JSON_ERROR,
               ONSITE_JSON_ERROR_SYNTAX,
               C_ ("error", "%s:1: $: the text can be read in two ways"),
               self->name);

  return FALSE;
}

static JsonNode *
parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) local_error = NULL;

  if (json_parser_load_from_data (parser, text, (gssize) length, &local_error))
    return json_parser_steal_root (parser);

  g_set_error (error,
               ONSITE_JSON_ERROR,
               ONSITE_JSON_ERROR_SYNTAX,
               "%s:1: $: %s",
               name,
               local_error->message);

  return NULL;
}

OnsiteJsonDocument *
onsite_json_document_new_from_bytes (GBytes *bytes,
                                     const char *name,
                                     const OnsiteJsonLimits *limits,
                                     GError **error)
{
  g_autoptr (OnsiteJsonDocument) self = NULL;
  g_autoptr (GArray) lines = NULL;
  JsonNode *node;
  gsize length;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (limits != NULL && limits->max_depth <= ONSITE_JSON_MOST_DEPTH, NULL);

  text = g_bytes_get_data (bytes, &length);
  lines = onsite_json_scan (text, length, name, limits, error);
  if (lines == NULL)
    return NULL;
  node = parse (bytes, name, error);
  if (node == NULL)
    return NULL;

  self = g_new0 (OnsiteJsonDocument, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->node = node;
  if (!build_values (self, lines, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Reads one byte more than may be at most, which tells that there is more. */
static GBytes *
read_file (GFile *file, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n_read = 0;

  if (stream == NULL)
    return NULL;

  do
    {
      gsize n_wanted = MIN (sizeof buffer, max_bytes + 1 - bytes->len);

      n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, n_wanted, cancellable, error);
      if (n_read > 0)
        g_byte_array_append (bytes, buffer, (guint) n_read);
    }
  while (n_read > 0);

  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

OnsiteJsonDocument *
onsite_json_document_load (GFile *file,
                           const OnsiteJsonLimits *limits,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = read_file (file, limits->max_bytes, cancellable, error);

  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return onsite_json_document_new_from_bytes (bytes, name, limits, error);
}

OnsiteJsonDocument *
onsite_json_document_ref (OnsiteJsonDocument *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
onsite_json_document_unref (OnsiteJsonDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  json_node_unref (self->node);
  g_free (self->values);
  g_free (self);
}

GBytes *
onsite_json_document_get_bytes (OnsiteJsonDocument *self)
{
  return self->bytes;
}

const OnsiteJsonValue *
onsite_json_document_get_root (OnsiteJsonDocument *self)
{
  return self->values;
}
