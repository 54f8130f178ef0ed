/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** ONSITE_VOICE_SPEAKERS: how many voices an engine tells apart in a language. */
#define ONSITE_VOICE_SPEAKERS 8

/**
 * OnsiteVoiceEngine:
 * @speaks: whether it can be asked for a language (BCP 47 or a locale's name)
 * @render: says @text as S16 mono samples at *@sample_rate, @rate times as fast
 *   as it would; from any thread. @speaker is below %ONSITE_VOICE_SPEAKERS
 *
 * A library that makes speech of text: what OnsiteVoice needs of it.
 */
typedef struct
{
  gboolean (*speaks) (const char *language);
  GBytes *(*render) (const char *text,
                     const char *language,
                     guint speaker,
                     double rate,
                     guint *sample_rate,
                     GError **error);
} OnsiteVoiceEngine;

/* Which of these there are is decided when it is built: options flite and espeak. */
extern const OnsiteVoiceEngine onsite_voice_flite;
extern const OnsiteVoiceEngine onsite_voice_espeak;

/**
 * onsite_voice_engine_find:
 * @language: BCP 47 or the name of a locale
 *
 * Returns: (transfer none) (nullable): the clearest engine that speaks it
 */
const OnsiteVoiceEngine *onsite_voice_engine_find (const char *language);

G_END_DECLS
