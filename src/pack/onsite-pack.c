/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack.h"

#include "onsite-pack-check.h"
#include "onsite-pack-private.h"
#include "onsite-pack-reader.h"
#include "json/onsite-json-document.h"

GQuark
onsite_pack_error_quark (void)
{
  return g_quark_from_static_string ("onsite-pack-error-quark");
}

G_DEFINE_BOXED_TYPE (OnsitePack, onsite_pack, onsite_pack_ref, onsite_pack_unref)

/* Ten times what the largest pack that anybody has in mind needs. */
static const OnsiteJsonLimits limits = {
  .max_bytes = 16 * 1024 * 1024,
  .max_depth = 16,
  .max_values = 250000,
};

static OnsitePack *
read_document (OnsiteJsonDocument *document, GError **error)
{
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);
  g_autoptr (OnsitePack) self = onsite_pack_new (onsite_json_document_get_bytes (document));

  if (!onsite_pack_read (self, root, error) || !onsite_pack_check (self, root, error))
    return NULL;

  return g_steal_pointer (&self);
}

OnsitePack *
onsite_pack_new (GBytes *bytes)
{
  OnsitePack *self = g_new0 (OnsitePack, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  for (guint i = 0; i < ONSITE_PACK_N_LISTS; i++)
    {
      self->parts[i] = g_ptr_array_new ();
      self->parts_by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }

  return self;
}

gboolean
onsite_pack_add (OnsitePack *self, OnsitePackList list, gpointer part)
{
  const char *id = G_STRUCT_MEMBER (char *, part, 0);

  if (g_hash_table_contains (self->parts_by_id[list], id))
    return FALSE;

  g_ptr_array_add (self->parts[list], part);
  g_hash_table_insert (self->parts_by_id[list], (gpointer) id, part);

  return TRUE;
}

gconstpointer
onsite_pack_find (OnsitePack *self, OnsitePackList list, const char *id)
{
  return g_hash_table_lookup (self->parts_by_id[list], id);
}

OnsitePack *
onsite_pack_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (bytes,
                                                                                 name,
                                                                                 &limits,
                                                                                 error);

  return document != NULL ? read_document (document, error) : NULL;
}

OnsitePack *
onsite_pack_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_load (file,
                                                                       &limits,
                                                                       cancellable,
                                                                       error);

  return document != NULL ? read_document (document, error) : NULL;
}

OnsitePack *
onsite_pack_ref (OnsitePack *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
free_list (OnsitePack *self, OnsitePackList list)
{
  g_hash_table_unref (self->parts_by_id[list]);
  for (guint i = 0; i < self->parts[list]->len; i++)
    onsite_pack_part_free (list, g_ptr_array_index (self->parts[list], i));
  g_ptr_array_unref (self->parts[list]);
}

void
onsite_pack_unref (OnsitePack *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < ONSITE_PACK_N_LISTS; i++)
    free_list (self, i);
  onsite_pack_fields_clear (onsite_pack_phrases_fields, &self->phrases);
  onsite_pack_fields_clear (onsite_pack_fields, self);
  g_clear_pointer (&self->guide, onsite_guide_free);
  g_bytes_unref (self->bytes);
  g_free (self->hash);
  g_free (self);
}

const char *
onsite_pack_get_id (OnsitePack *self)
{
  return self->id;
}

const char *
onsite_pack_get_version (OnsitePack *self)
{
  return self->version;
}

const char *
onsite_pack_get_language (OnsitePack *self)
{
  return self->language;
}

const char *
onsite_pack_get_title (OnsitePack *self)
{
  return self->title;
}

const char *
onsite_pack_get_summary (OnsitePack *self)
{
  return self->summary;
}

GBytes *
onsite_pack_get_bytes (OnsitePack *self)
{
  return self->bytes;
}

const char *
onsite_pack_get_hash (OnsitePack *self)
{
  return self->hash;
}

const OnsitePhrases *
onsite_pack_get_phrases (OnsitePack *self)
{
  return &self->phrases;
}

const OnsiteGuide *
onsite_pack_get_guide (OnsitePack *self)
{
  return self->guide;
}

GPtrArray *
onsite_pack_get_principles (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_PRINCIPLES];
}

GPtrArray *
onsite_pack_get_checklist (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_CHECKLIST];
}

GPtrArray *
onsite_pack_get_categories (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_CATEGORIES];
}

GPtrArray *
onsite_pack_get_dimensions (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_DIMENSIONS];
}

GPtrArray *
onsite_pack_get_votes (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_VOTES];
}

GPtrArray *
onsite_pack_get_round_kinds (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_ROUND_KINDS];
}

GPtrArray *
onsite_pack_get_levels (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_LEVELS];
}

GPtrArray *
onsite_pack_get_outages (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_OUTAGES];
}

GPtrArray *
onsite_pack_get_exhibits (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_EXHIBITS];
}

GPtrArray *
onsite_pack_get_questions (OnsitePack *self)
{
  return self->parts[ONSITE_PACK_QUESTIONS];
}

const OnsitePrinciple *
onsite_pack_find_principle (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_PRINCIPLES, id);
}

const OnsiteChecklistItem *
onsite_pack_find_checklist_item (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_CHECKLIST, id);
}

const OnsiteCategory *
onsite_pack_find_category (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_CATEGORIES, id);
}

const OnsiteDimension *
onsite_pack_find_dimension (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_DIMENSIONS, id);
}

const OnsiteVote *
onsite_pack_find_vote (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_VOTES, id);
}

const OnsiteRoundKind *
onsite_pack_find_round_kind (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_ROUND_KINDS, id);
}

const OnsiteLevel *
onsite_pack_find_level (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_LEVELS, id);
}

const OnsiteOutage *
onsite_pack_find_outage (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_OUTAGES, id);
}

const OnsiteExhibit *
onsite_pack_find_exhibit (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_EXHIBITS, id);
}

const OnsiteQuestion *
onsite_pack_find_question (OnsitePack *self, const char *id)
{
  return onsite_pack_find (self, ONSITE_PACK_QUESTIONS, id);
}
