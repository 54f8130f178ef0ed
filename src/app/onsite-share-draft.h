/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-preview.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SHARE_DRAFT (onsite_share_draft_get_type ())

/**
 * OnsiteShareDraft:
 *
 * What a person chooses to hand on of a loop, what would leave by that, and its way
 * into a file. All that takes time is done away from the main thread.
 *
 * Properties, read only: "preview" (pointer to #OnsiteSharePreview, nullable): what
 * would leave; it follows each change, and is %NULL where nothing could; "fraction"
 * (double): how much of what is being saved is written, from 0 to 1.
 * Signal: "changed": something else is chosen.
 */
G_DECLARE_FINAL_TYPE (OnsiteShareDraft, onsite_share_draft, ONSITE, SHARE_DRAFT, GObject)

/**
 * onsite_share_draft_load_async:
 * @library: where the loop is
 * @loop: the id of a loop
 * @cancellable: (nullable): gives up
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads a loop, and begins with the answers that are proposed, the spans that were
 * removed the last time, and all else as onsite_selection_new() has it.
 */
void onsite_share_draft_load_async (OnsiteLibrary *library,
                                    const char *loop,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * onsite_share_draft_load_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_share_draft_load_async().
 *
 * Returns: (transfer full): the draft, or %NULL with an error of the library or the pack
 */
OnsiteShareDraft *onsite_share_draft_load_finish (GAsyncResult *result, GError **error);

/**
 * onsite_share_draft_get_debrief:
 * @self: a draft
 *
 * Returns: (transfer none): the loop's debrief
 */
const OnsiteDebrief *onsite_share_draft_get_debrief (OnsiteShareDraft *self);

/**
 * onsite_share_draft_get_selection:
 * @self: a draft
 *
 * Returns: (transfer none): what is chosen
 */
const OnsiteSelection *onsite_share_draft_get_selection (OnsiteShareDraft *self);

/**
 * onsite_share_draft_get_format:
 * @self: a draft
 *
 * Returns: (transfer none): what it is to be written as
 */
const OnsiteShareFormat *onsite_share_draft_get_format (OnsiteShareDraft *self);

/**
 * onsite_share_draft_get_preview:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what would leave, until the next notification of
 *   it; %NULL where nothing could, or it isn't known yet
 */
const OnsiteSharePreview *onsite_share_draft_get_preview (OnsiteShareDraft *self);

/**
 * onsite_share_draft_get_error:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): why nothing could leave as it is chosen
 */
const GError *onsite_share_draft_get_error (OnsiteShareDraft *self);

/**
 * onsite_share_draft_set_format:
 * @self: a draft
 * @format: what it is to be written as
 */
void onsite_share_draft_set_format (OnsiteShareDraft *self, const OnsiteShareFormat *format);

/**
 * onsite_share_draft_choose_answer:
 * @self: a draft
 * @answer: an answer's id
 * @chosen: whether it is to go along
 *
 * Chooses an answer with its current take, and if that answers a coach's comment, with
 * the take that the comment is about; or leaves it out.
 */
void onsite_share_draft_choose_answer (OnsiteShareDraft *self, const char *answer, gboolean chosen);

/**
 * onsite_share_draft_choose_take:
 * @self: a draft
 * @answer: an answer that is chosen
 * @take: one of its takes
 * @chosen: whether it is to go along
 *
 * An answer of which no take is left is left out.
 */
void onsite_share_draft_choose_take (OnsiteShareDraft *self,
                                     const OnsiteAnswer *answer,
                                     const OnsiteTake *take,
                                     gboolean chosen);

/**
 * onsite_share_draft_has_take:
 * @self: a draft
 * @answer: an answer of the loop
 * @take: one of its takes
 *
 * Returns: whether it goes along
 */
gboolean onsite_share_draft_has_take (OnsiteShareDraft *self,
                                      const OnsiteAnswer *answer,
                                      const OnsiteTake *take);

/**
 * onsite_share_draft_set_listen_for:
 * @self: a draft
 * @answer: the id of an answer; one that isn't chosen is passed over
 * @text: what the coach is asked to listen for in it, or ""
 */
void
onsite_share_draft_set_listen_for (OnsiteShareDraft *self, const char *answer, const char *text);

/**
 * onsite_share_draft_set_included:
 * @self: a draft
 * @what: what may go along, one or more
 * @included: whether it is to
 */
void
onsite_share_draft_set_included (OnsiteShareDraft *self, OnsiteIncludes what, gboolean included);

/**
 * onsite_share_draft_set_candidate:
 * @self: a draft
 * @name: the name to show, or "" for none; spaces at its ends are left out
 */
void onsite_share_draft_set_candidate (OnsiteShareDraft *self, const char *name);

/**
 * onsite_share_draft_set_blind:
 * @self: a draft
 * @blind: whether the coach doesn't see what the candidate thinks of it
 */
void onsite_share_draft_set_blind (OnsiteShareDraft *self, gboolean blind);

/**
 * onsite_share_draft_add_span:
 * @self: a draft
 * @clip: a clip of the loop
 * @span: what is removed from the copy of it
 *
 * What is outside of the clip is not taken.
 *
 * Returns: whether any of it is taken
 */
gboolean
onsite_share_draft_add_span (OnsiteShareDraft *self, const OnsiteClip *clip, OnsiteSpan span);

/**
 * onsite_share_draft_remove_span:
 * @self: a draft
 * @clip: a clip of the loop
 * @index: the index of a span that is removed from the copy of it
 *
 * Leaves that span in again.
 */
void onsite_share_draft_remove_span (OnsiteShareDraft *self, const OnsiteClip *clip, guint index);

/**
 * onsite_share_draft_count_spans:
 * @self: a draft
 * @answer: an answer of the loop
 *
 * Returns: how many spans are removed from what of it goes along
 */
guint onsite_share_draft_count_spans (OnsiteShareDraft *self, const OnsiteAnswer *answer);

/**
 * onsite_share_draft_save_async:
 * @self: a draft
 * @file: the file, or the folder where the format makes one
 * @cancellable: (nullable): gives up
 * @callback: called when it is saved, or isn't
 * @user_data: for @callback
 *
 * Writes what is chosen now. Where it fails or is given up, nothing of it is there.
 */
void onsite_share_draft_save_async (OnsiteShareDraft *self,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * onsite_share_draft_save_finish:
 * @self: a draft
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_share_draft_save_async().
 *
 * Returns: how many bytes were written, or -1 with an error of onsite_handover_write()
 */
gint64
onsite_share_draft_save_finish (OnsiteShareDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
