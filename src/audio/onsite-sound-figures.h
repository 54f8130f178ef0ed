/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ONSITE_SOUND_SILENCE_DB: the level of nothing at all, in dBFS. */
#define ONSITE_SOUND_SILENCE_DB (-100.0)

/**
 * ONSITE_SOUND_MUTED_DB:
 *
 * Nothing louder than this comes of a microphone that is muted: the last bit of 16
 * is at 20 log10 (1 / 32768) = -90.3 dBFS, and any real one is noisier than that.
 */
#define ONSITE_SOUND_MUTED_DB (-90.0)

/**
 * ONSITE_SOUND_QUIET_DB:
 *
 * Speech is recorded at -26 dBFS (ITU-T G.191, the nominal level of ITU-T P.56);
 * 20 dB below that, a tenth of it, who listens turns the noise up with the voice.
 */
#define ONSITE_SOUND_QUIET_DB (-46.0)

/**
 * ONSITE_SOUND_CLEAR_DB:
 *
 * How far speech has to be above what else is heard to be followed without effort
 * (ANSI/ASA S12.60, for classrooms).
 */
#define ONSITE_SOUND_CLEAR_DB 15.0

/**
 * ONSITE_SOUND_VOICE_DB:
 *
 * How far the loudest of three seconds lies above the quietest where somebody
 * speaks: syllables and the gaps between them differ by more, a fan's noise by less.
 */
#define ONSITE_SOUND_VOICE_DB 6.0

/**
 * ONSITE_SOUND_CLIPPED:
 *
 * The share of samples at the end of the scale from which on it is heard: a tenth
 * of the hundredth that makes a take unusable.
 */
#define ONSITE_SOUND_CLIPPED 0.001

/**
 * OnsiteSoundFigures:
 * @n_samples: how much was heard
 * @peak_db: the loudest sample, in dBFS
 * @level_db: how loud the loud is: what one in twenty moments of 50 ms is above, by
 *   its mean square, in dBFS
 * @floor_db: how loud the quiet is: what one in ten of them is below
 * @clipped: the share of samples from -0.1 dBFS on, where a converter has no more to
 *   give
 *
 * What was measured of a piece of sound.
 */
typedef struct
{
  gsize n_samples;
  double peak_db;
  double level_db;
  double floor_db;
  double clipped;
} OnsiteSoundFigures;

/**
 * OnsiteSoundVerdict:
 * @ONSITE_SOUND_GOOD: a voice, loud enough and clear of noise
 * @ONSITE_SOUND_MISSING: less than half of it came: the device sleeps, or hangs
 * @ONSITE_SOUND_MUTED: it came, and there is nothing in it
 * @ONSITE_SOUND_ELSEWHERE: no voice in it, and one in what another microphone heard
 * @ONSITE_SOUND_NO_VOICE: there is sound, and no voice in it
 * @ONSITE_SOUND_CLIPS: too loud for the microphone
 * @ONSITE_SOUND_QUIET: too far away, or turned down
 * @ONSITE_SOUND_NOISY: not far enough above the noise of the room
 *
 * What is to be said of it, the worst first.
 */
typedef enum
{
  ONSITE_SOUND_GOOD,
  ONSITE_SOUND_MISSING,
  ONSITE_SOUND_MUTED,
  ONSITE_SOUND_ELSEWHERE,
  ONSITE_SOUND_NO_VOICE,
  ONSITE_SOUND_CLIPS,
  ONSITE_SOUND_QUIET,
  ONSITE_SOUND_NOISY,
} OnsiteSoundVerdict;

/**
 * OnsiteSoundMeter:
 *
 * Measures sound as it comes, 48 kHz, mono.
 */
typedef struct _OnsiteSoundMeter OnsiteSoundMeter;

/**
 * onsite_sound_meter_new:
 *
 * Returns: (transfer full): a meter that has heard nothing
 */
OnsiteSoundMeter *onsite_sound_meter_new (void);

/**
 * onsite_sound_meter_free:
 * @self: (transfer full): a meter
 */
void onsite_sound_meter_free (OnsiteSoundMeter *self);

/**
 * onsite_sound_meter_feed:
 * @self: a meter
 * @samples: what comes next
 * @n_samples: how many
 */
void onsite_sound_meter_feed (OnsiteSoundMeter *self, const gint16 *samples, gsize n_samples);

/**
 * onsite_sound_meter_add_clipped:
 * @self: a meter
 * @n_clipped: samples that were clipped before what was fed became of them
 */
void onsite_sound_meter_add_clipped (OnsiteSoundMeter *self, guint n_clipped);

/**
 * onsite_sound_meter_get_figures:
 * @self: a meter
 *
 * Returns: what was measured by now
 */
OnsiteSoundFigures onsite_sound_meter_get_figures (OnsiteSoundMeter *self);

/**
 * onsite_sound_figures_get_ratio_db:
 * @self: figures
 *
 * Returns: how far the loud is above the quiet
 */
double onsite_sound_figures_get_ratio_db (const OnsiteSoundFigures *self);

/**
 * onsite_sound_figures_have_voice:
 * @self: figures
 *
 * Returns: whether somebody seems to speak
 */
gboolean onsite_sound_figures_have_voice (const OnsiteSoundFigures *self);

/**
 * onsite_sound_figures_judge:
 * @self: of somebody who was asked to speak
 * @n_wanted: how many samples there should be
 * @loudest_other: (nullable): of the same time, from the microphone beside it that
 *   heard most
 *
 * Returns: what is to be said of it
 */
OnsiteSoundVerdict onsite_sound_figures_judge (const OnsiteSoundFigures *self,
                                               gsize n_wanted,
                                               const OnsiteSoundFigures *loudest_other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteSoundMeter, onsite_sound_meter_free)

G_END_DECLS
