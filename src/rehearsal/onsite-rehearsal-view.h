/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "onsite-scene.h"

G_BEGIN_DECLS

/**
 * OnsiteRehearsalProperty:
 *
 * What a page can bind of a rehearsal; #OnsiteRehearsal says what each is.
 * Those that change when the session moves are in one row, and so are those
 * that change as time passes.
 */
typedef enum
{
  ONSITE_REHEARSAL_PROPERTY_PHASE = 1,
  ONSITE_REHEARSAL_PROPERTY_ROUND_NAME,
  ONSITE_REHEARSAL_PROPERTY_INTERVIEWER,
  ONSITE_REHEARSAL_PROPERTY_BAR_RAISER,
  ONSITE_REHEARSAL_PROPERTY_PROMPT,
  ONSITE_REHEARSAL_PROPERTY_QUESTION_INDEX,
  ONSITE_REHEARSAL_PROPERTY_N_QUESTIONS,
  ONSITE_REHEARSAL_PROPERTY_TURN,
  ONSITE_REHEARSAL_PROPERTY_CURVEBALL,
  ONSITE_REHEARSAL_PROPERTY_INTERJECTING,
  ONSITE_REHEARSAL_PROPERTY_REMAINING_MS,
  ONSITE_REHEARSAL_PROPERTY_ELAPSED_MS,
  ONSITE_REHEARSAL_PROPERTY_SUGGESTED_MS,
  ONSITE_REHEARSAL_PROPERTY_GRACE_REMAINING_MS,
  ONSITE_REHEARSAL_PROPERTY_BREAK_REMAINING_MS,
  ONSITE_REHEARSAL_PROPERTY_LEVEL,
  ONSITE_REHEARSAL_PROPERTY_SPEAKING,
  ONSITE_REHEARSAL_PROPERTY_BEGINNING,
  ONSITE_REHEARSAL_PROPERTY_UNSAVED_MS,
  ONSITE_REHEARSAL_PROPERTY_TROUBLE,
  ONSITE_REHEARSAL_PROPERTY_QUIET,
  ONSITE_REHEARSAL_N_PROPERTIES,
} OnsiteRehearsalProperty;

/**
 * OnsiteRehearsalView:
 * @scene: where the loop is
 * @level: of the microphone, in dBFS
 * @speaking: whether the interviewer is to be heard
 * @beginning: whether the microphone is being opened
 * @unsaved_ms: what is captured and not yet committed
 * @trouble: (nullable): what is wrong
 * @quiet: (nullable): that the microphone seems not to hear
 *
 * A rehearsal as it's seen at one moment. Owns nothing.
 */
typedef struct
{
  OnsiteScene scene;
  double level;
  gboolean speaking;
  gboolean beginning;
  gint64 unsaved_ms;
  const char *trouble;
  const char *quiet;
} OnsiteRehearsalView;

/**
 * onsite_rehearsal_view_install:
 * @klass: the class of a rehearsal
 *
 * Installs the properties.
 */
void onsite_rehearsal_view_install (GObjectClass *klass);

/**
 * onsite_rehearsal_view_get:
 * @self: a view
 * @property: a property
 * @value: what it is goes here
 *
 * Returns: whether there is such a property
 */
gboolean onsite_rehearsal_view_get (const OnsiteRehearsalView *self, guint property, GValue *value);

/**
 * onsite_rehearsal_view_notify:
 * @rehearsal: a rehearsal
 * @property: what has changed
 */
void onsite_rehearsal_view_notify (gpointer rehearsal, OnsiteRehearsalProperty property);

/**
 * onsite_rehearsal_view_notify_moved:
 * @rehearsal: a rehearsal whose session has moved
 */
void onsite_rehearsal_view_notify_moved (gpointer rehearsal);

/**
 * onsite_rehearsal_view_notify_times:
 * @rehearsal: a rehearsal for which time has passed
 */
void onsite_rehearsal_view_notify_times (gpointer rehearsal);

G_END_DECLS
