/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pulse/context.h>

G_BEGIN_DECLS

/**
 * OnsiteSoundServer:
 *
 * A connection to PulseAudio, or to PipeWire in its place, that comes back: once
 * the server has gone away it is looked for after 1, 2, 4 and then every 8
 * seconds. Used in the main context that was the thread's default as it was made.
 */
typedef struct _OnsiteSoundServer OnsiteSoundServer;

/**
 * OnsiteSoundServerFuncs:
 * @reached: there is a connection
 * @changed: a device came, went, or is not as it was
 * @lost: there is none, or none any more
 *
 * What a connection tells.
 */
typedef struct
{
  void (*reached) (gpointer user_data);
  void (*changed) (gpointer user_data);
  void (*lost) (gpointer user_data);
} OnsiteSoundServerFuncs;

/**
 * onsite_sound_server_new:
 * @funcs: what is called; copied
 * @user_data: passed to them
 *
 * Returns: (transfer full): a connection, on its way
 */
OnsiteSoundServer *
onsite_sound_server_new (const OnsiteSoundServerFuncs *funcs, gpointer user_data);

/**
 * onsite_sound_server_free:
 * @self: a connection
 *
 * Ends it. None of its functions is called any more, nor is what waits for an
 * answer by its context.
 */
void onsite_sound_server_free (OnsiteSoundServer *self);

/**
 * onsite_sound_server_connect:
 * @self: a connection
 *
 * Connects anew, at once.
 */
void onsite_sound_server_connect (OnsiteSoundServer *self);

/**
 * onsite_sound_server_get_context:
 * @self: a connection that has reached the server
 *
 * Returns: (transfer none): what the server is asked by
 */
pa_context *onsite_sound_server_get_context (OnsiteSoundServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteSoundServer, onsite_sound_server_free)

G_END_DECLS
