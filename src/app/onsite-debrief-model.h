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
 * @cancellable: (nullable): gives up
 * @callback: called when it was read
 * @user_data: for @callback
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
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_debrief_model_load_async().
 *
 * Returns: (transfer full): the model, or %NULL with an error of the library
 *   or the pack
 */
OnsiteDebriefModel *onsite_debrief_model_load_finish (GAsyncResult *result, GError **error);

/**
 * onsite_debrief_model_get_library:
 * @self: a model
 *
 * Returns: (transfer none): where the loop is
 */
OnsiteLibrary *onsite_debrief_model_get_library (OnsiteDebriefModel *self);

/**
 * onsite_debrief_model_get_debrief:
 * @self: a model
 *
 * Returns: (transfer none): the debrief, until onsite_debrief_model_refresh()
 */
const OnsiteDebrief *onsite_debrief_model_get_debrief (OnsiteDebriefModel *self);

/**
 * onsite_debrief_model_get_headline:
 * @self: a model
 *
 * Returns: (transfer none): what is to be said of it first, until
 *   onsite_debrief_model_refresh()
 */
const OnsiteHeadline *onsite_debrief_model_get_headline (OnsiteDebriefModel *self);

/**
 * onsite_debrief_model_get_answer:
 * @self: a model
 * @index: its index among all answers of the loop
 *
 * Returns: (transfer none): an answer's summary, until onsite_debrief_model_refresh()
 */
const OnsiteAnswerSummary *onsite_debrief_model_get_answer (OnsiteDebriefModel *self, guint index);

/**
 * onsite_debrief_model_edit_answer:
 * @self: a model
 * @index: its index among all answers of the loop
 *
 * Gives an answer to be edited in place; onsite_debrief_model_touch() follows.
 *
 * Returns: (transfer none): the answer, for as long as the model lives
 */
OnsiteAnswer *onsite_debrief_model_edit_answer (OnsiteDebriefModel *self, guint index);

/**
 * onsite_debrief_model_edit_loop:
 * @self: a model
 *
 * Gives the loop with what coaches sent back, to be replied to in place;
 * onsite_debrief_model_touch() follows.
 *
 * Returns: (transfer none): the loop, for as long as the model lives
 */
OnsiteLoop *onsite_debrief_model_edit_loop (OnsiteDebriefModel *self);

/**
 * onsite_debrief_model_get_round:
 * @self: a model
 * @answer: an answer's index among all answers of the loop
 *
 * Returns: (transfer none): the summary of the round that it was asked in, until
 *   onsite_debrief_model_refresh()
 */
const OnsiteRoundSummary *onsite_debrief_model_get_round (OnsiteDebriefModel *self, guint answer);

/**
 * onsite_debrief_model_touch:
 * @self: a model
 *
 * Tells that an answer was edited.
 */
void onsite_debrief_model_touch (OnsiteDebriefModel *self);

/**
 * onsite_debrief_model_catch_up_async:
 * @self: a model
 * @cancellable: (nullable): gives up reading
 * @callback: called when it was read
 * @user_data: passed to @callback
 *
 * Reads from the library which takes have been added to answers since, and adds them;
 * and what was noted meanwhile. All else stays as it was edited.
 */
void onsite_debrief_model_catch_up_async (OnsiteDebriefModel *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * onsite_debrief_model_catch_up_finish:
 * @self: a model
 * @result: what the callback was given
 * @n_new: (out) (optional): how many takes there are more than before
 * @error: return location for an #OnsiteLibraryError
 *
 * Returns: whether the library could be read
 */
gboolean onsite_debrief_model_catch_up_finish (OnsiteDebriefModel *self,
                                               GAsyncResult *result,
                                               guint *n_new,
                                               GError **error);

/**
 * onsite_debrief_model_refresh:
 * @self: a model
 *
 * Computes the debrief anew if an answer was edited since it was computed.
 */
void onsite_debrief_model_refresh (OnsiteDebriefModel *self);

G_END_DECLS
