/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-microphone.h"
#include "onsite-scribe.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_TROUBLES (onsite_troubles_get_type ())

/**
 * OnsiteTroubles:
 *
 * What keeps a rehearsal from being heard and saved, gathered from those who know.
 *
 * Properties, read only: "trouble" (string, nullable): in words, what is wrong and
 * what to do. "unsaved-ms" (int64): captured and not yet committed for longer than
 * it should take; 0 as long as all is well. "quiet" (string, nullable): in words, that
 * the microphone seems not to hear who answers; no trouble, for they may know why.
 */
G_DECLARE_FINAL_TYPE (OnsiteTroubles, onsite_troubles, ONSITE, TROUBLES, GObject)

/**
 * onsite_troubles_new:
 * @microphone: who hears
 * @library: where sound goes
 * @scribe: who keeps the loop's records
 *
 * Returns: (transfer full): what is wrong with them
 */
OnsiteTroubles *
onsite_troubles_new (OnsiteMicrophone *microphone, OnsiteLibrary *library, OnsiteScribe *scribe);

/**
 * onsite_troubles_set_lost:
 * @self: troubles
 * @lost: (nullable): what to say of sound that can't be saved, or %NULL once it has
 *   been said for long enough
 */
void onsite_troubles_set_lost (OnsiteTroubles *self, const char *lost);

/**
 * onsite_troubles_set_floor:
 * @self: troubles
 * @floor_db: how loud the room is at the microphone, in dBFS; -100 if nobody knows.
 *   It counts for as long as the microphone stays the same
 */
void onsite_troubles_set_floor (OnsiteTroubles *self, double floor_db);

/**
 * onsite_troubles_listen:
 * @self: troubles
 * @answering: whether somebody answers now
 * @now_ms: this moment; called several times a second
 *
 * Looks whether the microphone hears who answers.
 */
void onsite_troubles_listen (OnsiteTroubles *self, gboolean answering, gint64 now_ms);

/**
 * onsite_troubles_get_quiet:
 * @self: troubles
 *
 * Returns: (nullable): what to say of a microphone that does not hear who answers
 */
const char *onsite_troubles_get_quiet (OnsiteTroubles *self);

/**
 * onsite_troubles_get_trouble:
 * @self: troubles
 *
 * Returns: (nullable): what is wrong, the worst of it
 */
const char *onsite_troubles_get_trouble (OnsiteTroubles *self);

/**
 * onsite_troubles_get_unsaved_ms:
 * @self: troubles
 *
 * Returns: how much sound has waited for too long
 */
gint64 onsite_troubles_get_unsaved_ms (OnsiteTroubles *self);

G_END_DECLS
