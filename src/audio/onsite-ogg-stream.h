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
 */
OnsiteOggStream *onsite_ogg_stream_new (GOutputStream *output, guint32 serial);
void onsite_ogg_stream_free (OnsiteOggStream *self);

/**
 * onsite_ogg_stream_add:
 * @packet: of at most %ONSITE_OGG_MAX_PACKET bytes
 * @granule: the granule position at its end
 */
gboolean onsite_ogg_stream_add (OnsiteOggStream *self,
                                GBytes *packet,
                                gint64 granule,
                                GCancellable *cancellable,
                                GError **error);

/** onsite_ogg_stream_flush: Ends the page. */
gboolean onsite_ogg_stream_flush (OnsiteOggStream *self, GCancellable *cancellable, GError **error);

/**
 * onsite_ogg_stream_end:
 * @granule: the granule position at which the stream ends: in a stream of Opus at
 *   most the end of the last packet, which is trimmed to it
 *
 * Writes the last page.
 */
gboolean onsite_ogg_stream_end (OnsiteOggStream *self,
                                gint64 granule,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteOggStream, onsite_ogg_stream_free)

G_END_DECLS
