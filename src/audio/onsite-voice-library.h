/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteVoiceSymbol:
 * @name: a function's name
 * @address: (out): where it's put; a pointer to a pointer to a function
 *
 * A function of a library that is loaded late.
 */
typedef struct
{
  const char *name;
  gpointer address;
} OnsiteVoiceSymbol;

/**
 * onsite_voice_library_load:
 * @file: the library's file, such as "libflite.so.1"
 * @symbols: (array length=n_symbols): what is wanted of it
 * @n_symbols: how many
 * @error: return location: %ONSITE_AUDIO_ERROR_NO_VOICE
 *
 * Loads a speech engine's library when it's first asked to say something, and
 * for good. A program that is linked to it has it relocated at each start: with
 * both engines and their voices that's a third of the way to the first frame.
 *
 * Returns: whether all of them are there
 */
gboolean onsite_voice_library_load (const char *file,
                                    const OnsiteVoiceSymbol *symbols,
                                    gsize n_symbols,
                                    GError **error);

G_END_DECLS
