/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/onsite-codec.h"

G_BEGIN_DECLS

/**
 * ONSITE_RESERVE_BYTES_PER_MINUTE:
 *
 * What a minute of sound takes in the library: 28 kbit/s of Opus, with its peaks and
 * SQLite's pages, as measured.
 */
#define ONSITE_RESERVE_BYTES_PER_MINUTE (216 * 1024)

/**
 * ONSITE_RESERVE_LOSSLESS_BYTES_PER_MINUTE:
 *
 * The same of FLAC, where nothing can be predicted, as in loud noise: 16 bits a sample
 * in packets of their own. A voice in a quiet room takes about half.
 */
#define ONSITE_RESERVE_LOSSLESS_BYTES_PER_MINUTE (6 * 1024 * 1024)

/**
 * ONSITE_RESERVE_LOG_BYTES:
 *
 * What lies beside the library until it is in it: SQLite's log grows to 1000 pages
 * of 4 KiB before it is written back, and as much again while somebody reads.
 */
#define ONSITE_RESERVE_LOG_BYTES (8 * 1024 * 1024)

/**
 * ONSITE_RESERVE_MOST_BYTES:
 *
 * No more than this is set aside, which is nine hours of Opus. Of FLAC it is eight
 * times as much: three hours of noise, or six of a voice.
 */
#define ONSITE_RESERVE_MOST_BYTES (128 * 1024 * 1024)

/**
 * OnsiteReserve:
 *
 * Room on the disk of a library that is set aside while a loop runs, as a file
 * beside it that only its owner can read. Once the disk is full it is let go of, so
 * that what is being recorded still fits.
 */
typedef struct _OnsiteReserve OnsiteReserve;

/**
 * onsite_reserve_needed_bytes:
 * @length_ms: how long a loop is
 * @codec: how its sound is kept
 *
 * Returns: how much room its sound takes at most
 */
gint64 onsite_reserve_needed_bytes (gint64 length_ms, OnsiteCodec codec);

/**
 * onsite_reserve_fitting_minutes:
 * @free_bytes: how much room there is on the disk of a library
 * @codec: how its sound is kept
 *
 * Returns: how many minutes of sound fit at least, once the log has its
 *   %ONSITE_RESERVE_LOG_BYTES
 */
gint64 onsite_reserve_fitting_minutes (gint64 free_bytes, OnsiteCodec codec);

/**
 * onsite_reserve_read_free_async:
 * @path: a library
 * @cancellable: (nullable): gives it up
 * @callback: called when it's known
 * @user_data: passed to @callback
 *
 * Looks how much room there is on the disk of a library, for who may write it.
 */
void onsite_reserve_read_free_async (const char *path,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * onsite_reserve_read_free_finish:
 * @result: what the callback was given
 * @error: return location for a #GIOError
 *
 * Returns: bytes; -1 with @error
 */
gint64 onsite_reserve_read_free_finish (GAsyncResult *result, GError **error);

/**
 * onsite_reserve_new:
 * @path: a library that this process writes
 * @length_ms: how long a loop is
 * @codec: how its sound is kept
 *
 * Sets room for it aside, in a thread of its own: at most half of what there is.
 * Where nothing can be set aside a loop goes without.
 *
 * Returns: (transfer full): the reserve
 */
OnsiteReserve *onsite_reserve_new (const char *path, gint64 length_ms, OnsiteCodec codec);

/**
 * onsite_reserve_free:
 * @self: (transfer full): a reserve
 *
 * Gives the room back, without waiting for it.
 */
void onsite_reserve_free (OnsiteReserve *self);

/**
 * onsite_reserve_wait:
 * @self: a reserve
 *
 * Waits until it's set aside, for tests.
 */
void onsite_reserve_wait (OnsiteReserve *self);

/**
 * onsite_reserve_release:
 * @path: a library
 *
 * Gives back what is set aside for a library, by whomever. From any thread.
 *
 * Returns: whether there was anything
 */
gboolean onsite_reserve_release (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReserve, onsite_reserve_free)

G_END_DECLS
