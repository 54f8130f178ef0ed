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

OnsitePack *onsite_pack_new (GBytes *bytes);
gboolean onsite_pack_add (OnsitePack *self, OnsitePackList list, gpointer part);
gconstpointer onsite_pack_find (OnsitePack *self, OnsitePackList list, const char *id);

G_END_DECLS
