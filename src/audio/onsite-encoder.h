/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/onsite-codec.h"

G_BEGIN_DECLS

/**
 * OnsiteEncoderFuncs:
 * @head: what is to be kept of the codec, before the first packet
 * @packet: one packet, of 20 ms
 * @done: no packet comes any more: with %NULL after onsite_encoder_finish(),
 *   or with what went wrong. It comes exactly once
 *
 * What an encoder gives, one call at a time, in its streaming thread.
 */
typedef struct
{
  void (*head) (GBytes *codec_head, gpointer user_data);
  void (*packet) (const guint8 *packet, gsize size, gpointer user_data);
  void (*done) (const GError *error, gpointer user_data);
} OnsiteEncoderFuncs;

#define ONSITE_TYPE_ENCODER (onsite_encoder_get_type ())

/**
 * OnsiteEncoder:
 *
 * Makes packets of one clip's frames, in a thread of its own. One of FLAC gives a
 * packet when it has the frame after it. It has to be freed from another thread than
 * its own.
 */
G_DECLARE_FINAL_TYPE (OnsiteEncoder, onsite_encoder, ONSITE, ENCODER, GObject)

/**
 * onsite_encoder_new:
 * @codec: what packets are made
 * @funcs: (not nullable): what is called; copied
 * @user_data: for @funcs
 * @error: return location
 *
 * Makes an encoder, which runs at once. Does not block.
 *
 * Returns: (transfer full) (nullable): the encoder; %NULL with
 *   %ONSITE_AUDIO_ERROR_FAILED if it can't be made
 */
OnsiteEncoder *onsite_encoder_new (OnsiteCodec codec,
                                   const OnsiteEncoderFuncs *funcs,
                                   gpointer user_data,
                                   GError **error);

/**
 * onsite_encoder_push:
 * @self: an encoder
 * @frame: (array fixed-size=960): 20 ms of sound; copied
 *
 * Queues a frame. It becomes one packet. Does not block.
 */
void onsite_encoder_push (OnsiteEncoder *self, const gint16 *frame);

/**
 * onsite_encoder_finish:
 * @self: an encoder
 *
 * No frame comes any more. Does not block.
 */
void onsite_encoder_finish (OnsiteEncoder *self);

G_END_DECLS
