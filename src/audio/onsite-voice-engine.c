/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "onsite-voice-engine.h"

/* Flite first: a recogniser gets 5–10 % of its English words wrong, of eSpeak's
 * most of them. */
static const OnsiteVoiceEngine *const engines[] = {
#ifdef HAVE_FLITE
  &onsite_voice_flite,
#endif
#ifdef HAVE_ESPEAK
  &onsite_voice_espeak,
#endif
  NULL,
};

const OnsiteVoiceEngine *
onsite_voice_engine_find (const char *language)
{
  for (guint i = 0; engines[i]; i++)
    if (engines[i]->speaks (language))
      return engines[i];
  return NULL;
}
