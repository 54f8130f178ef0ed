/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack-layout.h"

G_BEGIN_DECLS

struct _OnsitePack
{
  gatomicrefcount ref_count;
  char *id;
  char *version;
  char *language;
  char *title;
  char *summary;
  GBytes *bytes;
  char *hash;
  OnsitePhrases phrases;
  OnsiteGuide *guide;
  GPtrArray *parts[ONSITE_PACK_N_LISTS];
  GHashTable *parts_by_id[ONSITE_PACK_N_LISTS];
};

/**
 * onsite_pack_new:
 * @bytes: the pack's text
 *
 * Returns: (transfer full): a pack of nothing but its text and the hash of that, for
 *   the reader to fill
 */
OnsitePack *onsite_pack_new (GBytes *bytes);

/**
 * onsite_pack_add:
 * @self: a pack that is being read
 * @list: a list
 * @part: (transfer full): a part of that list
 *
 * Adds a part, unless the list has one of the same id.
 *
 * Returns: whether it was added; if not, it is the caller's still
 */
gboolean onsite_pack_add (OnsitePack *self, OnsitePackList list, gpointer part);

/**
 * onsite_pack_find:
 * @self: a pack
 * @list: a list
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the list's part of that id
 */
gconstpointer onsite_pack_find (OnsitePack *self, OnsitePackList list, const char *id);

G_END_DECLS
