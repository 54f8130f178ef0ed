/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-entry.h"

#include <string.h>

struct _OnsitePackEntry
{
  GObject parent_instance;

  GFile *file;
  OnsitePack *pack;
  GError *error;
  char *id;
  char *name;
  gboolean built_in;
  char *instead_of;
};

G_DEFINE_FINAL_TYPE (OnsitePackEntry, onsite_pack_entry, G_TYPE_OBJECT)

static void
onsite_pack_entry_finalize (GObject *object)
{
  OnsitePackEntry *self = ONSITE_PACK_ENTRY (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->instead_of, g_free);

  G_OBJECT_CLASS (onsite_pack_entry_parent_class)->finalize (object);
}

static void
onsite_pack_entry_class_init (OnsitePackEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_pack_entry_finalize;
}

static void
onsite_pack_entry_init (OnsitePackEntry *self)
{
}

static OnsitePackEntry *
entry_new (GFile *file, OnsitePack *pack)
{
  OnsitePackEntry *self = g_object_new (ONSITE_TYPE_PACK_ENTRY, NULL);

  self->file = g_object_ref (file);
  if (pack != NULL)
    {
      self->pack = onsite_pack_ref (pack);
      self->id = g_strdup (onsite_pack_get_id (pack));
      self->name = g_strdup (onsite_pack_get_title (pack));
    }
  else
    {
      g_autofree char *basename = g_file_get_basename (file);

      self->id = g_strndup (basename, strcspn (basename, "."));
      self->name = g_filename_display_name (basename);
    }

  return self;
}

OnsitePackEntry *
onsite_pack_entry_new (GFile *file, OnsitePack *pack)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  return entry_new (file, pack);
}

OnsitePackEntry *
onsite_pack_entry_load (GFile *file, gboolean built_in, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_load (file, cancellable, &error);
  OnsitePackEntry *self = entry_new (file, pack);

  self->built_in = built_in;
  self->error = g_steal_pointer (&error);

  return self;
}

OnsitePackEntry *
onsite_pack_entry_new_instead_of (OnsitePackEntry *self, OnsitePackEntry *other)
{
  OnsitePackEntry *copy = onsite_pack_entry_new (self->file, self->pack);

  copy->instead_of = g_strdup (onsite_pack_get_version (other->pack));

  return copy;
}

GFile *
onsite_pack_entry_get_file (OnsitePackEntry *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), NULL);

  return self->file;
}

OnsitePack *
onsite_pack_entry_get_pack (OnsitePackEntry *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), NULL);

  return self->pack;
}

const GError *
onsite_pack_entry_get_error (OnsitePackEntry *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), NULL);

  return self->error;
}

const char *
onsite_pack_entry_get_id (OnsitePackEntry *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), NULL);

  return self->id;
}

const char *
onsite_pack_entry_get_name (OnsitePackEntry *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), NULL);

  return self->name;
}

gboolean
onsite_pack_entry_get_built_in (OnsitePackEntry *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), FALSE);

  return self->built_in;
}

const char *
onsite_pack_entry_get_instead_of (OnsitePackEntry *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), NULL);

  return self->instead_of;
}

gboolean
onsite_pack_entry_is_same (OnsitePackEntry *self, OnsitePackEntry *other)
{
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (self), FALSE);
  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (other), FALSE);

  return self->pack != NULL && other->pack != NULL && g_str_equal (self->id, other->id) &&
         g_ascii_strcasecmp (onsite_pack_get_language (self->pack),
                             onsite_pack_get_language (other->pack)) == 0;
}
