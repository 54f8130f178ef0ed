/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsiteOggStream:
 *
 * Writes one logical stream of packets as Ogg pages (RFC 3533). Packets are
 * gathered into pages of a second; each ends with its page.
 */
typedef struct _OnsiteOggStream OnsiteOggStream;

/** ONSITE_OGG_MAX_PACKET: what fits into one page. */
#define ONSITE_OGG_MAX_PACKET (255 * 255 - 1)

/**
 * onsite_ogg_stream_new:
 * @output: (transfer none): where pages go
 * @serial: tells streams of one file apart
 *
 * Returns: (transfer full): a stream that has written nothing
 */
OnsiteOggStream *onsite_ogg_stream_new (GOutputStream *output, guint32 serial);

/**
 * onsite_ogg_stream_free:
 * @self: (transfer full): a stream
 *
 * Frees a stream; what is not flushed is not written. The output stays open.
 */
void onsite_ogg_stream_free (OnsiteOggStream *self);

/**
 * onsite_ogg_stream_add:
 * @self: a stream
 * @packet: a packet
 * @size: of it, at most %ONSITE_OGG_MAX_PACKET bytes
 * @granule: the granule position at its end
 * @cancellable: (nullable): gives up
 * @error: return location for %G_IO_ERROR
 *
 * Adds a packet. Writes a page whenever a second is full. Blocks.
 *
 * Returns: whether that could be done
 */
gboolean onsite_ogg_stream_add (OnsiteOggStream *self,
                                const guint8 *packet,
                                gsize size,
                                gint64 granule,
                                GCancellable *cancellable,
                                GError **error);

/**
 * onsite_ogg_stream_flush:
 * @self: a stream
 * @cancellable: (nullable): gives up
 * @error: return location for %G_IO_ERROR
 *
 * Ends the page: what was added is written. Blocks.
 *
 * Returns: whether that could be done; %TRUE where nothing waits
 */
gboolean onsite_ogg_stream_flush (OnsiteOggStream *self, GCancellable *cancellable, GError **error);

/**
 * onsite_ogg_stream_end:
 * @self: a stream
 * @granule: the granule position at which the stream ends: in a stream of Opus at
 *   most the end of the last packet, which is trimmed to it
 * @cancellable: (nullable): gives up
 * @error: return location for %G_IO_ERROR
 *
 * Writes the last page. Blocks.
 *
 * Returns: whether that could be done
 */
gboolean onsite_ogg_stream_end (OnsiteOggStream *self,
                                gint64 granule,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteOggStream, onsite_ogg_stream_free)

G_END_DECLS
