/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-voice-library.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

#include "onsite-audio.h"

static gboolean
find_symbols (GModule *module, const OnsiteVoiceSymbol *symbols, gsize n_symbols)
{
  for (gsize i = 0; i < n_symbols; i++)
    if (!g_module_symbol (module, symbols[i].name, symbols[i].address))
      return FALSE;

  return TRUE;
}

gboolean
onsite_voice_library_load (const char *file,
                           const OnsiteVoiceSymbol *symbols,
                           gsize n_symbols,
                           GError **error)
{
  GModule *module = g_module_open (file, G_MODULE_BIND_LAZY);

  if (module)
    g_module_make_resident (module);
  if (module && find_symbols (module, symbols, n_symbols))
    return TRUE;

  g_set_error (error,
               ONSITE_AUDIO_ERROR,
               ONSITE_AUDIO_ERROR_NO_VOICE,
               C_ ("error",
                   "The interviewer's voice can't be loaded (%s). Install it, or switch the "
                   "interviewer's voice off in the preferences."),
               g_module_error ());
  return FALSE;
}
