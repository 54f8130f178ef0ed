/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-audio.h"

G_BEGIN_DECLS

/** ONSITE_PREROLL_SAMPLES: how much a preroll remembers, 200 ms. */
#define ONSITE_PREROLL_SAMPLES (ONSITE_AUDIO_RATE / 5)

/**
 * OnsitePreroll:
 *
 * What was captured last, for a clip that begins a little before the moment at
 * which it was asked for. Pure; fields are private.
 */
typedef struct
{
  gint16 samples[ONSITE_PREROLL_SAMPLES];
  gsize n_samples;
  gint64 until_us;
} OnsitePreroll;

/**
 * onsite_preroll_push:
 * @self: a preroll
 * @samples: (array length=n_samples): what was captured next; copied
 * @n_samples: how many
 * @time_us: when the first of @samples was captured
 *
 * Remembers @samples and forgets the oldest; what lies before a gap of more than
 * 60 ms is forgotten altogether.
 */
void
onsite_preroll_push (OnsitePreroll *self, const gint16 *samples, gsize n_samples, gint64 time_us);

/**
 * onsite_preroll_clear:
 * @self: a preroll
 *
 * Forgets everything.
 */
void onsite_preroll_clear (OnsitePreroll *self);

/**
 * onsite_preroll_get:
 * @self: a preroll
 * @n_samples: (out): how many there are
 * @time_us: (out): when the first of them was captured
 *
 * Returns: (transfer none) (array length=n_samples): all that is remembered, until the
 *   next push
 */
const gint16 *onsite_preroll_get (OnsitePreroll *self, gsize *n_samples, gint64 *time_us);

G_END_DECLS
