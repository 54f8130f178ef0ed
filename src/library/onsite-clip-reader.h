/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-chunk.h"
#include "onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteClipReader:
 *
 * Reads a clip's chunks, from any one thread at a time, with a connection of
 * its own. Between two calls it holds nothing in the library, however long
 * that takes.
 */
typedef struct _OnsiteClipReader OnsiteClipReader;

/**
 * onsite_clip_reader_new:
 * @library: a library
 * @clip: a clip's id
 * @error: return location: %ONSITE_LIBRARY_ERROR_NOT_FOUND
 *
 * Opens a clip at its start. Of a clip that is being recorded, it reads what
 * is committed by now. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): a reader; it may outlive @library
 */
OnsiteClipReader *onsite_clip_reader_new (OnsiteLibrary *library, const char *clip, GError **error);

/**
 * onsite_clip_reader_get_n_samples:
 * @self: a reader
 *
 * Returns: how long the clip is, without the pre-skip
 */
gint64 onsite_clip_reader_get_n_samples (OnsiteClipReader *self);

/**
 * onsite_clip_reader_get_pre_skip_samples:
 * @self: a reader
 *
 * Returns: what a decoder drops at the start
 */
guint onsite_clip_reader_get_pre_skip_samples (OnsiteClipReader *self);

/**
 * onsite_clip_reader_get_codec_head:
 * @self: a reader
 *
 * Returns: (transfer none): what is kept of its codec, of which onsite_codec_of_head() tells
 */
GBytes *onsite_clip_reader_get_codec_head (OnsiteClipReader *self);

/**
 * onsite_clip_reader_seek:
 * @self: a reader
 * @sample: a place in the clip
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Goes to the chunk that holds @sample, so that it is read next; up to the
 * pre-skip behind the clip's end, that is its last. Blocks on the disk.
 *
 * Returns: whether it could
 */
gboolean onsite_clip_reader_seek (OnsiteClipReader *self, gint64 sample, GError **error);

/**
 * onsite_clip_reader_next:
 * @self: a reader
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads the next chunk. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): a chunk; %NULL at the end, and with
 *   @error set
 */
OnsiteChunk *onsite_clip_reader_next (OnsiteClipReader *self, GError **error);

/**
 * onsite_clip_reader_next_packets:
 * @self: a reader, of which no chunk was read since it was opened or went to a place
 * @size: (out): how many bytes they are
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads the packets of the next chunk and nothing else of it, for who reads a whole clip:
 * onsite_clip_reader_next() takes twice as long. Blocks on the disk.
 *
 * Returns: (array length=size) (transfer none) (nullable): packets, as in a chunk, until the
 *   next call; %NULL at the end, and with @error set
 */
const guint8 *onsite_clip_reader_next_packets (OnsiteClipReader *self, gsize *size, GError **error);

/**
 * onsite_clip_reader_free:
 * @self: (transfer full): a reader
 *
 * Closes it.
 */
void onsite_clip_reader_free (OnsiteClipReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteClipReader, onsite_clip_reader_free)

G_END_DECLS
