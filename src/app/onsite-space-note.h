/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SPACE_NOTE (onsite_space_note_get_type ())

/**
 * OnsiteSpaceNote:
 *
 * Says so, before a loop begins, where the disk of the library may not have room for
 * it; says nothing otherwise.
 */
G_DECLARE_FINAL_TYPE (OnsiteSpaceNote, onsite_space_note, ONSITE, SPACE_NOTE, AdwBin)

/* Looks at the disk for a loop of @length_ms. */
void onsite_space_note_look (OnsiteSpaceNote *self, OnsiteContext *context, gint64 length_ms);
/* Returns: (transfer full) (nullable): what to say where @free_bytes are free. */
char *onsite_space_note_word (gint64 free_bytes, gint64 length_ms, OnsiteCodec codec);

G_END_DECLS
