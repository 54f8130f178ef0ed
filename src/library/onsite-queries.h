/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"
#include "onsite-loop-summary.h"

G_BEGIN_DECLS

/**
 * onsite_queries_list_loops:
 * @connection: a connection
 * @after: (nullable): the last of the page before
 * @limit: how many at most
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads a page of loops that are not in the bin, newest first.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteLoopSummary): the page
 */
GPtrArray *onsite_queries_list_loops (OnsiteConnection *connection,
                                      const OnsiteLoopSummary *after,
                                      guint limit,
                                      GError **error);

/**
 * onsite_queries_read_history:
 * @connection: a connection
 * @pack_id: the id of a pack
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads what was asked, in the order in which it was asked.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteHistoryItem): the history
 */
GPtrArray *
onsite_queries_read_history (OnsiteConnection *connection, const char *pack_id, GError **error);

/**
 * onsite_queries_list_covered:
 * @connection: a connection
 * @pack_id: the id of a pack
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads the ids of the principles that an answer covers; much less than the
 * whole history.
 *
 * Returns: (transfer full) (nullable): the ids
 */
GStrv
onsite_queries_list_covered (OnsiteConnection *connection, const char *pack_id, GError **error);

/**
 * onsite_queries_list_stories:
 * @connection: a connection
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads the labels of stories, most recently used first.
 *
 * Returns: (transfer full) (nullable): the labels
 */
GStrv onsite_queries_list_stories (OnsiteConnection *connection, GError **error);

/**
 * onsite_queries_set_no_clip_error:
 * @error: return location: %ONSITE_LIBRARY_ERROR
 * @clip: the id that no clip has
 *
 * Says that a clip isn't there.
 */
void onsite_queries_set_no_clip_error (GError **error, const char *clip);

/**
 * onsite_queries_load_peaks:
 * @connection: a connection
 * @clip: a clip's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads all peaks of a clip.
 *
 * Returns: (transfer full) (nullable): one byte for each %ONSITE_PEAK_MS
 */
GBytes *onsite_queries_load_peaks (OnsiteConnection *connection, const char *clip, GError **error);

G_END_DECLS
