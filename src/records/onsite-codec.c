/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-codec.h"

#include <string.h>

/* RFC 9639, 6. */
#define FLAC_MARKER "fLaC"

/* RFC 7845, 5.1. */
#define OPUS_PRE_SKIP_OFFSET 10

G_DEFINE_ENUM_TYPE (OnsiteCodec,
                    onsite_codec,
                    G_DEFINE_ENUM_VALUE (ONSITE_CODEC_OPUS, "opus"),
                    G_DEFINE_ENUM_VALUE (ONSITE_CODEC_FLAC, "flac"))

OnsiteCodec
onsite_codec_of_head (GBytes *head)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (head, &size);

  return size >= strlen (FLAC_MARKER) && memcmp (bytes, FLAC_MARKER, strlen (FLAC_MARKER)) == 0
             ? ONSITE_CODEC_FLAC
             : ONSITE_CODEC_OPUS;
}

guint
onsite_codec_get_pre_skip (GBytes *head)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (head, &size);

  if (onsite_codec_of_head (head) == ONSITE_CODEC_FLAC || size < OPUS_PRE_SKIP_OFFSET + 2)
    return 0;

  return bytes[OPUS_PRE_SKIP_OFFSET] | (guint) bytes[OPUS_PRE_SKIP_OFFSET + 1] << 8;
}
