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

/**
 * onsite_space_note_look:
 * @self: a note
 * @context: whose library
 * @length_ms: how long the loop is
 *
 * Looks at the disk, and says so where there is too little room. Does not block.
 */
void onsite_space_note_look (OnsiteSpaceNote *self, OnsiteContext *context, gint64 length_ms);

G_END_DECLS
