/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loop/onsite-session.h"
#include "onsite-gear.h"
#include "onsite-interviewer.h"
#include "onsite-microphone.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_CREW (onsite_crew_get_type ())

/**
 * OnsiteCrew:
 *
 * Those who do what a session wants done: the interviewer who speaks and the
 * microphone that keeps. Knows nothing of when.
 *
 * Signals: "told" (string): something to be told in passing. "unheard": a clip
 * was to begin and the microphone does not listen.
 */
G_DECLARE_FINAL_TYPE (OnsiteCrew, onsite_crew, ONSITE, CREW, GObject)

/**
 * onsite_crew_new:
 * @library: where clips go
 * @loop: the loop that runs, kept true by onsite_chronicle_note(); the
 *   caller's, who outlives the crew
 * @pack: its pack
 * @gear: what to work with
 *
 * Returns: (transfer full): a new crew
 */
OnsiteCrew *onsite_crew_new (OnsiteLibrary *library,
                             OnsiteLoop *loop,
                             OnsitePack *pack,
                             const OnsiteGear *gear);

/**
 * onsite_crew_carry_out:
 * @self: a crew
 * @effect: what is to be done; what it means for the records has been noted
 */
void onsite_crew_carry_out (OnsiteCrew *self, const OnsiteEffect *effect);

/**
 * onsite_crew_get_interviewer:
 * @self: a crew
 *
 * Returns: (transfer none): who speaks
 */
OnsiteInterviewer *onsite_crew_get_interviewer (OnsiteCrew *self);

/**
 * onsite_crew_get_microphone:
 * @self: a crew
 *
 * Returns: (transfer none): what listens
 */
OnsiteMicrophone *onsite_crew_get_microphone (OnsiteCrew *self);

G_END_DECLS
