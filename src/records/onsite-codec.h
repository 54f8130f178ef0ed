/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OnsiteCodec:
 * @ONSITE_CODEC_OPUS: Opus (RFC 6716), 28 kbit/s, tuned for a voice
 * @ONSITE_CODEC_FLAC: FLAC (RFC 9639), without loss
 *
 * How the sound of a clip is kept. Packets of both hold 20 ms.
 */
typedef enum
{
  ONSITE_CODEC_OPUS,
  ONSITE_CODEC_FLAC,
} OnsiteCodec;

#define ONSITE_TYPE_CODEC (onsite_codec_get_type ())
GType onsite_codec_get_type (void);

/**
 * onsite_codec_of_head:
 * @head: what is kept of a clip's codec: an OpusHead, or "fLaC" with a STREAMINFO
 *
 * Returns: which of them it is of
 */
OnsiteCodec onsite_codec_of_head (GBytes *head);

/**
 * onsite_codec_get_pre_skip:
 * @head: what is kept of a clip's codec
 *
 * Returns: how many samples a decoder gives before the first that was encoded
 */
guint onsite_codec_get_pre_skip (GBytes *head);

G_END_DECLS
