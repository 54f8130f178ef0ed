/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteOggWriter:
 *
 * Writes clips one after another as one logical stream of Opus in Ogg (RFC 7845). Where
 * one clip follows another, the rest of a packet and the encoder's lookahead stay in, up
 * to 26 ms; the end of the last one is trimmed to the sample. Not thread-safe.
 */
typedef struct _OnsiteOggWriter OnsiteOggWriter;

/**
 * onsite_ogg_writer_new:
 * @output: (transfer none): where it is written
 * @comments: (nullable): what the file says of itself, each as NAME=value (RFC 7845,
 *   5.2); a value is cut after 1000 characters
 *
 * Returns: (transfer full): a writer that has written nothing
 */
OnsiteOggWriter *onsite_ogg_writer_new (GOutputStream *output, const char *const *comments);

/**
 * onsite_ogg_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer; what is not ended lacks its last page. The output stays open.
 */
void onsite_ogg_writer_free (OnsiteOggWriter *self);

/**
 * onsite_ogg_writer_copy_clip:
 * @self: a writer
 * @library: a library
 * @clip: a clip's id
 * @cancellable: (nullable): gives up
 * @error: return location: as of onsite_recode_clip()
 *
 * Appends a clip by its packets, which are not encoded anew; as Opus that was made of
 * them, if they are of another codec. Blocks, and holds no more than seconds of sound.
 *
 * Returns: whether it was written
 */
gboolean onsite_ogg_writer_copy_clip (OnsiteOggWriter *self,
                                      OnsiteLibrary *library,
                                      const char *clip,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * onsite_ogg_writer_begin_clip:
 * @self: a writer
 * @opus_head: the encoder's OpusHead
 * @n_samples: how long the clip is
 * @cancellable: (nullable): gives up
 * @error: return location: %G_IO_ERROR
 *
 * Begins a clip whose packets follow.
 *
 * Returns: whether that could be written
 */
gboolean onsite_ogg_writer_begin_clip (OnsiteOggWriter *self,
                                       GBytes *opus_head,
                                       gint64 n_samples,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * onsite_ogg_writer_add_packet:
 * @self: a writer
 * @packet: what comes next in the clip that was begun; passed over once the clip is whole
 * @cancellable: (nullable): gives up
 * @error: return location: %G_IO_ERROR
 *
 * Returns: whether it could be written
 */
gboolean onsite_ogg_writer_add_packet (OnsiteOggWriter *self,
                                       GBytes *packet,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * onsite_ogg_writer_is_clip_whole:
 * @self: a writer
 *
 * Returns: whether the clip that was begun has all its packets
 */
gboolean onsite_ogg_writer_is_clip_whole (OnsiteOggWriter *self);

/**
 * onsite_ogg_writer_end:
 * @self: a writer
 * @cancellable: (nullable): gives up
 * @error: return location: %G_IO_ERROR, %ONSITE_AUDIO_ERROR_FAILED if there is no sound
 *
 * Writes the last page. Does not close the output.
 *
 * Returns: whether it could be written
 */
gboolean onsite_ogg_writer_end (OnsiteOggWriter *self, GCancellable *cancellable, GError **error);

/**
 * onsite_ogg_writer_get_clip_ms:
 * @n_samples: how long a clip is
 *
 * Returns: how far behind its beginning the next one begins, in whole packets
 */
gint64 onsite_ogg_writer_get_clip_ms (gint64 n_samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteOggWriter, onsite_ogg_writer_free)

G_END_DECLS
