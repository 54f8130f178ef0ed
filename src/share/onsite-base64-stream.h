/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_BASE64_STREAM (onsite_base64_stream_get_type ())

/**
 * OnsiteBase64Stream:
 *
 * Turns what is written to it into base64 (RFC 4648, 4) in one line, which goes to another
 * stream.
 */
G_DECLARE_FINAL_TYPE (OnsiteBase64Stream,
                      onsite_base64_stream,
                      ONSITE,
                      BASE64_STREAM,
                      GFilterOutputStream)

/**
 * onsite_base64_stream_new:
 * @base: where the text goes; it is left open
 *
 * Makes a stream, of which the text ends as it is closed.
 *
 * Returns: (transfer full): a stream
 */
GOutputStream *onsite_base64_stream_new (GOutputStream *base);

G_END_DECLS
