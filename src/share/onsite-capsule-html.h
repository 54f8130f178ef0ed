/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-capsule.h"

G_BEGIN_DECLS

/**
 * OnsiteCapsuleSoundFunc:
 * @clip: a clip of a capsule
 * @output: where it goes; it is left open
 * @user_data: what was given with it
 * @cancellable: (nullable): to give up by
 * @error: return location
 *
 * Writes the sound of a clip's copy: an Ogg file of one Opus stream.
 *
 * Returns: whether all of it was written
 */
typedef gboolean (*OnsiteCapsuleSoundFunc) (const OnsiteCapsuleClip *clip,
                                            GOutputStream *output,
                                            gpointer user_data,
                                            GCancellable *cancellable,
                                            GError **error);

/**
 * onsite_capsule_html_write:
 * @self: what is handed on
 * @document: the same as JSON, without the sound
 * @sound: (scope call) (nullable) (closure user_data): writes the sound of each clip, one
 *   after another; %NULL for a page without sound
 * @user_data: for @sound
 * @stream: where the page goes; it is left open
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError or an error of @sound
 *
 * Writes the page that a coach opens: one file that needs no network and can reach none,
 * in the interface's language and English. The sound goes by, and is never in memory as a
 * whole. Blocks: call it where waiting is allowed.
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
