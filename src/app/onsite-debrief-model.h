/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-headline.h"
#include "library/onsite-library.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_DEBRIEF_MODEL (onsite_debrief_model_get_type ())

/**
 * OnsiteDebriefModel:
 *
 * A loop's debrief, read from the library once and shared by the pages that
 * show it. Its answers may be edited in place, and stay where they are for as
 * long as the model lives; the debrief itself is computed anew by
 * onsite_debrief_model_refresh() and must not be held across it.
 *
 * Signal: "changed": the debrief was computed anew.
 */
G_DECLARE_FINAL_TYPE (OnsiteDebriefModel, onsite_debrief_model, ONSITE, DEBRIEF_MODEL, GObject)

/**
 * onsite_debrief_model_load_async:
 * @library: where the loop is
 * @loop: the id of the loop
 *
 * Reads a loop with its own pack, and computes its debrief, away from the main
 * thread.
 */
void onsite_debrief_model_load_async (OnsiteLibrary *library,
                                      const char *loop,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * onsite_debrief_model_load_finish:
 *
 * Returns: (transfer full): the model, or %NULL with an error of the library
 *   or the pack
 */
OnsiteDebriefModel *onsite_debrief_model_load_finish (GAsyncResult *result, GError **error);

OnsiteLibrary *onsite_debrief_model_get_library (OnsiteDebriefModel *self);
const OnsiteDebrief *onsite_debrief_model_get_debrief (OnsiteDebriefModel *self);
const OnsiteHeadline *onsite_debrief_model_get_headline (OnsiteDebriefModel *self);

/* By its index among all answers of the loop. */
const OnsiteAnswerSummary *onsite_debrief_model_get_answer (OnsiteDebriefModel *self, guint index);
/* The same, to be edited. */
OnsiteAnswer *onsite_debrief_model_edit_answer (OnsiteDebriefModel *self, guint index);
const OnsiteRoundSummary *onsite_debrief_model_get_round (OnsiteDebriefModel *self, guint answer);

/**
 * onsite_debrief_model_touch:
 *
 * Tells that an answer was edited.
 */
void onsite_debrief_model_touch (OnsiteDebriefModel *self);

/**
 * onsite_debrief_model_refresh:
 *
 * Computes the debrief anew if an answer was edited since it was computed.
 */
void onsite_debrief_model_refresh (OnsiteDebriefModel *self);

G_END_DECLS
