/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-capsule.h"

G_BEGIN_DECLS

/**
 * OnsiteCapsuleSoundFunc:
 * @clip: a clip of a capsule
 * @user_data: what was given with it
 * @cancellable: (nullable): to give up by
 * @error: return location
 *
 * Makes the sound of a clip's copy.
 *
 * Returns: (transfer full) (nullable): an Ogg file of one Opus stream, or %NULL and @error
 */
typedef GBytes *(*OnsiteCapsuleSoundFunc) (const OnsiteCapsuleClip *clip,
                                           gpointer user_data,
                                           GCancellable *cancellable,
                                           GError **error);

/**
 * onsite_capsule_html_write:
 * @self: what is handed on
 * @document: the same as JSON, without the sound
 * @sound: (scope call) (nullable) (closure user_data): makes the sound of each clip, one
 *   after another; %NULL for a page without sound
 * @user_data: for @sound
 * @stream: where the page goes; it is left open
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError or an error of @sound
 *
 * Writes the page that a coach opens: one file that needs no network and can reach none,
 * in the interface's language and English. Of the sound, one clip is in memory at a time.
 * Blocks: call it where waiting is allowed.
 *
 * Returns: whether the page is whole
 */
gboolean onsite_capsule_html_write (const OnsiteCapsule *self,
                                    const char *document,
                                    OnsiteCapsuleSoundFunc sound,
                                    gpointer user_data,
                                    GOutputStream *stream,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
