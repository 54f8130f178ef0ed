/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-voice.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_INTERVIEWER (onsite_interviewer_get_type ())

/**
 * OnsiteInterviewer:
 *
 * Says lines one after another with one of the voices, or says nothing where
 * the person reads.
 *
 * Properties: "speaking" (boolean, read only).
 *
 * Signals: "spoken": everything that was to be awaited has been said, or could
 * not be. "failed" (GError): a line could not be said; it comes before "spoken".
 */
G_DECLARE_FINAL_TYPE (OnsiteInterviewer, onsite_interviewer, ONSITE, INTERVIEWER, GObject)

/**
 * onsite_interviewer_new:
 * @voice: (nullable): what speaks, or %NULL for an interviewer whose lines are read
 * @language: the language of the lines, such as "en"
 *
 * Returns: (transfer full): a new interviewer
 */
OnsiteInterviewer *onsite_interviewer_new (OnsiteVoice *voice, const char *language);

/**
 * onsite_interviewer_set_voice:
 * @self: an interviewer
 * @voice: (nullable): what speaks the lines that have not begun yet, or %NULL for
 *   lines that are read
 */
void onsite_interviewer_set_voice (OnsiteInterviewer *self, OnsiteVoice *voice);

/**
 * onsite_interviewer_say:
 * @self: an interviewer
 * @text: the line
 * @speaker: which of the language's speakers says it
 * @awaited: whether "spoken" waits for it
 *
 * Says a line once those before it are said.
 */
void
onsite_interviewer_say (OnsiteInterviewer *self, const char *text, guint speaker, gboolean awaited);

/**
 * onsite_interviewer_hush:
 * @self: an interviewer
 *
 * Falls silent and forgets what was still to be said; "spoken" does not come.
 */
void onsite_interviewer_hush (OnsiteInterviewer *self);

/**
 * onsite_interviewer_get_speaking:
 * @self: an interviewer
 *
 * Returns: whether a voice is to be heard now
 */
gboolean onsite_interviewer_get_speaking (OnsiteInterviewer *self);

G_END_DECLS
