/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "onsite-encode.h"

G_BEGIN_DECLS

/**
 * OnsiteOggTags:
 * @title: what the player shows
 */
typedef struct
{
  const char *title;
  const char *artist;
} OnsiteOggTags;

/* Writes clips of the library one after another as one Ogg Opus file that plays
 * everywhere; packets are copied where one clip is written. Blocks. The file
 * appears whole or not at all. */
gboolean onsite_ogg_write (OnsiteLibrary *library,
                           const char *const *clips,
                           const OnsiteOggTags *tags,
                           GFile *file,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
