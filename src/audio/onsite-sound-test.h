/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-sound-figures.h"

G_BEGIN_DECLS

/** ONSITE_SOUND_TEST_MS: how long is listened. */
#define ONSITE_SOUND_TEST_MS 3000

/**
 * OnsiteSoundTest:
 * @figures: of the microphone that was to be tried
 * @samples: what it heard, 48 kHz, mono, S16
 * @verdict: what is to be said of it
 * @elsewhere: (nullable): the id of the microphone that heard a voice instead, with
 *   %ONSITE_SOUND_ELSEWHERE
 *
 * What a try of a microphone came to.
 */
typedef struct
{
  OnsiteSoundFigures figures;
  GBytes *samples;
  OnsiteSoundVerdict verdict;
  char *elsewhere;
} OnsiteSoundTest;

/**
 * onsite_sound_test_run_async:
 * @id: of the microphone that is tried; "" for the server's choice
 * @others: (array zero-terminated=1): the ids of those that are listened to beside it,
 *   to notice that somebody speaks into another
 * @clean: whether it is to be heard as it would be recorded, cleaned
 * @cancellable: (nullable): ends it early
 * @callback: called when it is over
 * @user_data: passed to @callback
 *
 * Listens to all of them for three seconds, and keeps nothing.
 */
void onsite_sound_test_run_async (const char *id,
                                  const char *const *others,
                                  gboolean clean,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * onsite_sound_test_run_finish:
 * @result: what the callback was given
 * @error: return location for an #OnsiteAudioError, if the microphone can't be opened
 *
 * Returns: (transfer full): what it came to
 */
OnsiteSoundTest *onsite_sound_test_run_finish (GAsyncResult *result, GError **error);

/**
 * onsite_sound_test_free:
 * @self: (transfer full): a try
 */
void onsite_sound_test_free (OnsiteSoundTest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteSoundTest, onsite_sound_test_free)

G_END_DECLS
