/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "records/onsite-codec.h"

G_BEGIN_DECLS

/**
 * onsite_codec_make_caps:
 * @head: what is kept of a clip's codec
 *
 * Those of its packets, for a decoder that is to give all that was encoded: without
 * what would make one drop the pre-skip.
 *
 * Returns: (transfer full): the caps
 */
GstCaps *onsite_codec_make_caps (GBytes *head);

/**
 * onsite_codec_name_decoder:
 * @codec: a codec
 *
 * Returns: (transfer none): the factory of what decodes it
 */
const char *onsite_codec_name_decoder (OnsiteCodec codec);

/**
 * onsite_codec_make_encoder:
 * @codec: a codec
 * @error: return location: %ONSITE_AUDIO_ERROR_FAILED if it's missing
 *
 * Returns: (transfer floating): what makes a packet of each 20 ms
 */
GstElement *onsite_codec_make_encoder (OnsiteCodec codec, GError **error);

/**
 * onsite_codec_read_head:
 * @codec: a codec
 * @caps: of what its encoder gives
 *
 * Returns: (transfer full) (nullable): what is to be kept of it
 */
GBytes *onsite_codec_read_head (OnsiteCodec codec, GstCaps *caps);

/**
 * onsite_codec_get_lookahead:
 * @codec: a codec
 *
 * Returns: how many samples an encoder has to be given after the last that counts
 */
guint onsite_codec_get_lookahead (OnsiteCodec codec);

G_END_DECLS
