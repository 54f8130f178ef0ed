/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "library/onsite-library.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_MARK_LIST (onsite_mark_list_get_type ())

/**
 * OnsiteMarkList:
 *
 * The marks of a clip, in order: where each is, a note to write, and a button
 * to delete it, which can be undone. Each edit is kept in the library at once.
 *
 * Signals: "seek" (gint64): go to a mark, in milliseconds. "changed": the
 * clip's marks are others now. "removed" (gpointer, an #OnsiteMark): a mark was
 * deleted; to undo that, give a copy of it to onsite_mark_list_add(). "noted":
 * Enter ended a note. "failed" (GError): an edit isn't kept.
 */
G_DECLARE_FINAL_TYPE (OnsiteMarkList, onsite_mark_list, ONSITE, MARK_LIST, AdwBin)

/**
 * onsite_mark_list_set_clip:
 * @self: a list of marks
 * @library: where it's kept
 * @clip: (nullable): whose marks; edited in place, and has to outlive its use here
 */
void onsite_mark_list_set_clip (OnsiteMarkList *self, OnsiteLibrary *library, OnsiteClip *clip);

/**
 * onsite_mark_list_add:
 * @self: a list of marks
 * @mark: (transfer full): a mark of the clip
 *
 * Adds a mark in its place, keeps it, and gives its note the focus.
 */
void onsite_mark_list_add (OnsiteMarkList *self, OnsiteMark *mark);

G_END_DECLS
