/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/* The way of what is handed on, from what was chosen to the files, for whoever asks a
 * person: on the command line or in a window. */

/**
 * onsite_handover_recall_spans:
 * @library: where the loop is
 * @loop: a loop
 * @selection: what is chosen of it
 * @error: return location: %ONSITE_LIBRARY_ERROR, or %ONSITE_JSON_ERROR if what was kept
 *   is damaged
 *
 * Adds what was muted or cut of each clip the last time that it was handed on: what
 * somebody once was not to hear, the next one isn't to hear by an oversight. Blocks on the
 * disk.
 *
 * Returns: whether it could
 */
gboolean onsite_handover_recall_spans (OnsiteLibrary *library,
                                       const OnsiteLoop *loop,
                                       OnsiteSelection *selection,
                                       GError **error);

/**
 * onsite_handover_prepare:
 * @library: where the loop is
 * @debrief: of the loop
 * @selection: what was chosen of it
 * @format: what it is written as
 * @error: return location: %ONSITE_LIBRARY_ERROR or %ONSITE_SHARE_ERROR
 *
 * Makes the copy that would leave, for a format: without the sound where that has none.
 * Nothing is written. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the copy, by an id of its own
 */
OnsiteCapsule *onsite_handover_prepare (OnsiteLibrary *library,
                                        const OnsiteDebrief *debrief,
                                        const OnsiteSelection *selection,
                                        const OnsiteShareFormat *format,
                                        GError **error);

/**
 * onsite_handover_write:
 * @format: what it is written as
 * @job: what to write, and where to
 * @now_us: now, in microseconds since 1970
 * @error: return location: as of onsite_share_format_write()
 *
 * Keeps in the library what is handed on, where a review of it may come back, and then
 * writes it. Blocks.
 *
 * Returns: whether all of it is written; if not, none of it is there
 */
gboolean onsite_handover_write (const OnsiteShareFormat *format,
                                const OnsiteShareJob *job,
                                gint64 now_us,
                                GError **error);

/** ONSITE_HANDOVER_MAIL_BYTES: from here on mail is often refused. */
#define ONSITE_HANDOVER_MAIL_BYTES (20 * 1000 * 1000)

G_END_DECLS
