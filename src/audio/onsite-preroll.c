/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-preroll.h"

static gint64
samples_to_us (gsize n_samples)
{
  return (gint64) n_samples * G_USEC_PER_SEC / ONSITE_AUDIO_RATE;
}

void
onsite_preroll_push (OnsitePreroll *self, const gint16 *samples, gsize n_samples, gint64 time_us)
{
  gsize n_new = MIN (n_samples, ONSITE_PREROLL_SAMPLES);
  gsize n_kept;

  if (ABS (time_us - self->until_us) > ONSITE_AUDIO_GAP_US)
    self->n_samples = 0;
  n_kept = MIN (self->n_samples, ONSITE_PREROLL_SAMPLES - n_new);
  memmove (self->samples, self->samples + self->n_samples - n_kept, n_kept * sizeof *self->samples);
  memcpy (self->samples + n_kept, samples + n_samples - n_new, n_new * sizeof *samples);
  self->n_samples = n_kept + n_new;
  self->until_us = time_us + samples_to_us (n_samples);
}

void
onsite_preroll_clear (OnsitePreroll *self)
{
  self->n_samples = 0;
}

const gint16 *
onsite_preroll_get (OnsitePreroll *self, gsize *n_samples, gint64 *time_us)
{
  *n_samples = self->n_samples;
  *time_us = self->until_us - samples_to_us (self->n_samples);
  return self->samples;
}
