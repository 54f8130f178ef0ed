/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-debrief-model.h"
#include "share/onsite-handover.h"

G_BEGIN_DECLS

/**
 * OnsiteSharePreview:
 * @leaves: what would leave, a sentence each
 * @stays: what would stay, a sentence each
 * @n_bytes: how large it would be, about
 * @figures: what would be in it
 *
 * What is told of something before it leaves. Plain data.
 */
typedef struct
{
  GStrv leaves;
  GStrv stays;
  gint64 n_bytes;
  OnsiteCapsuleFigures figures;
} OnsiteSharePreview;

/**
 * onsite_share_preview_free:
 * @self: (transfer full): a preview
 */
void onsite_share_preview_free (OnsiteSharePreview *self);

/**
 * onsite_share_preview_make_async:
 * @model: of the loop; it must not be edited meanwhile
 * @selection: what is chosen of it; copied
 * @format: what it is to be written as
 * @cancellable: (nullable): gives up
 * @callback: called when it was made
 * @user_data: for @callback
 *
 * Makes what would leave, away from the main thread, and tells of it.
 */
void onsite_share_preview_make_async (OnsiteDebriefModel *model,
                                      const OnsiteSelection *selection,
                                      const OnsiteShareFormat *format,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * onsite_share_preview_make_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_share_preview_make_async().
 *
 * Returns: (transfer full): what is told, or %NULL with an error of
 *   onsite_handover_prepare()
 */
OnsiteSharePreview *onsite_share_preview_make_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteSharePreview, onsite_share_preview_free)

G_END_DECLS
