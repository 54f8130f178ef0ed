/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsiteOpusEncoderFuncs:
 * @head: the identification header (RFC 7845, 5.1), before the first packet
 * @packet: one packet, of 20 ms
 * @done: no packet comes any more: with %NULL after onsite_opus_encoder_finish(),
 *   or with what went wrong. It comes exactly once
 *
 * What an encoder gives, one call at a time, in its streaming thread.
 */
typedef struct
{
  void (*head) (GBytes *opus_head, gpointer user_data);
  void (*packet) (const guint8 *packet, gsize size, gpointer user_data);
  void (*done) (const GError *error, gpointer user_data);
} OnsiteOpusEncoderFuncs;

#define ONSITE_TYPE_OPUS_ENCODER (onsite_opus_encoder_get_type ())

/**
 * OnsiteOpusEncoder:
 *
 * Makes Opus packets of one clip's frames, in a thread of its own: 28 kbit/s
 * with a variable rate, tuned for a voice. It has to be freed from another
 * thread than its own.
 */
G_DECLARE_FINAL_TYPE (OnsiteOpusEncoder, onsite_opus_encoder, ONSITE, OPUS_ENCODER, GObject)

/**
 * onsite_opus_encoder_new:
 * @funcs: (not nullable): what is called; copied
 *
 * Does not block. The encoder runs at once.
 */
OnsiteOpusEncoder *
onsite_opus_encoder_new (const OnsiteOpusEncoderFuncs *funcs, gpointer user_data, GError **error);

/**
 * onsite_opus_encoder_push:
 * @frame: (array fixed-size=960): 20 ms of sound; copied
 *
 * Queues a frame. It becomes one packet. Does not block.
 */
void onsite_opus_encoder_push (OnsiteOpusEncoder *self, const gint16 *frame);

/**
 * onsite_opus_encoder_finish:
 *
 * No frame comes any more. Does not block.
 */
void onsite_opus_encoder_finish (OnsiteOpusEncoder *self);

G_END_DECLS
