/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sounds to test with, and ways to find them again. S16, mono, in GArrays. */

/* Something like a voice, which an encoder for voices keeps well, and of which one
 * place correlates with no other. */
GArray *onsite_signal_make_babble (gsize n_samples, guint rate, guint32 seed);
GArray *onsite_signal_make_tone (gsize n_samples, guint rate, double hertz, double amplitude);

/**
 * onsite_signal_find:
 * @where: (out): the sample of @haystack at which @needle begins
 *
 * Returns: the normalised correlation there, 1 if it is the same but for its loudness
 */
double onsite_signal_find (const gint16 *haystack,
                           gsize n_haystack,
                           const gint16 *needle,
                           gsize n_needle,
                           gssize *where);

/* How strong a frequency is in it (Goertzel), as the share of its power. */
double onsite_signal_get_share (const gint16 *samples, gsize n_samples, guint rate, double hertz);
double onsite_signal_get_rms (const gint16 *samples, gsize n_samples);

G_END_DECLS
