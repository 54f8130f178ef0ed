/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-change-review.h"
#include "onsite-change.h"
#include "onsite-chunk.h"
#include "onsite-library-error.h"
#include "onsite-loop-summary.h"
#include "onsite-stored-loop.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * ONSITE_LIBRARY_MAX_UNSAVED_MS:
 *
 * How much sound waits in memory where the disk will not take it: ten minutes,
 * some 2 MB. What is captured after that is not kept, and write-error says so.
 */
#define ONSITE_LIBRARY_MAX_UNSAVED_MS G_GINT64_CONSTANT (600000)

/**
 * OnsiteLibraryOpenFlags:
 * @ONSITE_LIBRARY_OPEN_DEFAULT: open a library that is there, to write
 * @ONSITE_LIBRARY_OPEN_CREATE: make it if it isn't there, and its folder
 * @ONSITE_LIBRARY_OPEN_READ_ONLY: only read, also beside a process that writes
 *
 * How a library is opened.
 */
typedef enum
{
  ONSITE_LIBRARY_OPEN_DEFAULT = 0,
  ONSITE_LIBRARY_OPEN_CREATE = 1 << 0,
  ONSITE_LIBRARY_OPEN_READ_ONLY = 1 << 1,
} OnsiteLibraryOpenFlags;

#define ONSITE_TYPE_LIBRARY (onsite_library_get_type ())

/**
 * OnsiteLibrary:
 *
 * Where loops and their sound are kept: one SQLite file, with one thread that
 * writes and one that reads. Each change is one transaction, committed whole
 * or not at all; captured sound overtakes everything else. Callbacks come in
 * the thread-default main context of the caller; signals in that of whoever
 * opened the library. All functions may be called from any thread.
 *
 * Errors are of %ONSITE_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED.
 */
G_DECLARE_FINAL_TYPE (OnsiteLibrary, onsite_library, ONSITE, LIBRARY, GObject)

/**
 * OnsiteLibrary::changed:
 * @self: the library
 * @loop: (nullable): the id of the loop that changed, or %NULL for many
 *
 * Emitted after a commit.
 */

/**
 * OnsiteLibrary::sound-refused:
 * @self: the library
 * @clip: the id of a clip that is being recorded, or just was
 * @error: what to tell the person
 *
 * Emitted once for a clip whose sound can never be saved, say as its row was
 * deleted. What waited of it and what still comes is dropped; the sound of
 * other clips goes on.
 */

/**
 * OnsiteLibrary::reserve-released:
 * @self: the library
 *
 * Emitted as the disk is full and what an #OnsiteReserve set aside on it is given back,
 * so that what is written still fits.
 */

/**
 * onsite_library_open:
 * @path: the path of the file
 * @flags: how to open it
 * @error: return location
 *
 * Opens a library. If it is older than the program, it is copied beside itself
 * and then brought up to date. If it is newer, it is opened to read. Clips
 * that a crash left being recorded are given back as
 * %ONSITE_CLIP_RECOVERED. What is no library, or damaged, is refused and left
 * as it was.
 *
 * One process writes: while another does, %ONSITE_LIBRARY_ERROR_LOCKED says
 * which. Where nothing can be written, %ONSITE_LIBRARY_ERROR_READ_ONLY is
 * given, and %ONSITE_LIBRARY_OPEN_READ_ONLY works.
 *
 * Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the library
 */
OnsiteLibrary *onsite_library_open (const char *path, OnsiteLibraryOpenFlags flags, GError **error);

/**
 * onsite_library_open_async:
 * @path: the path of the file
 * @flags: how to open it
 * @cancellable: (nullable): gives up waiting for it
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Does what onsite_library_open() does, without blocking.
 */
void onsite_library_open_async (const char *path,
                                OnsiteLibraryOpenFlags flags,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * onsite_library_open_finish:
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Ends onsite_library_open_async().
 *
 * Returns: (transfer full) (nullable): the library
 */
OnsiteLibrary *onsite_library_open_finish (GAsyncResult *result, GError **error);

/**
 * onsite_library_get_path:
 * @self: a library
 *
 * Returns: the absolute path of its file
 */
const char *onsite_library_get_path (OnsiteLibrary *self);

/**
 * onsite_library_get_read_only:
 * @self: a library
 *
 * Returns: whether it can only be read, also because a newer program made it
 */
gboolean onsite_library_get_read_only (OnsiteLibrary *self);

/**
 * onsite_library_close:
 * @self: a library
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Commits all that waits, and closes. If there is sound that the disk will
 * not take, the library stays open, so that the person can make room and try
 * again; what drops the last reference then loses it. Closing twice is fine.
 *
 * Blocks on the disk.
 *
 * Returns: whether it is closed
 */
gboolean onsite_library_close (OnsiteLibrary *self, GError **error);

/**
 * onsite_library_commit:
 * @self: a library
 * @change: (transfer full): what to write
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Commits a change after those that were given before. Blocks on the disk.
 *
 * Returns: whether it was committed; if not, nothing of it was
 */
gboolean onsite_library_commit (OnsiteLibrary *self, OnsiteChange *change, GError **error);

/**
 * onsite_library_commit_async:
 * @self: a library
 * @change: (transfer full): what to write
 * @cancellable: (nullable): takes the change back, as long as it waits
 * @callback: called when it was committed or refused
 * @user_data: for @callback
 *
 * Commits a change after those that were given before.
 */
void onsite_library_commit_async (OnsiteLibrary *self,
                                  OnsiteChange *change,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * onsite_library_commit_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Ends onsite_library_commit_async().
 *
 * Returns: whether it was committed; if not, nothing of it was
 */
gboolean onsite_library_commit_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * onsite_library_list_loops:
 * @self: a library
 * @after: (nullable): the last loop of the page before; %NULL for the first page
 * @limit: how many at most
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads a page of loops, newest first, without what is in the bin. Blocks on
 * the disk.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteLoopSummary): the
 *   page; empty at the end
 */
GPtrArray *onsite_library_list_loops (OnsiteLibrary *self,
                                      const OnsiteLoopSummary *after,
                                      guint limit,
                                      GError **error);

/**
 * onsite_library_list_loops_async:
 * @self: a library
 * @after: (nullable): the last loop of the page before; %NULL for the first page
 * @limit: how many at most
 * @cancellable: (nullable): ends the reading
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads a page of loops, newest first, without what is in the bin.
 */
void onsite_library_list_loops_async (OnsiteLibrary *self,
                                      const OnsiteLoopSummary *after,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * onsite_library_list_loops_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Ends onsite_library_list_loops_async().
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteLoopSummary): the
 *   page; empty at the end
 */
GPtrArray *
onsite_library_list_loops_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * onsite_library_load_loop:
 * @self: a library
 * @loop: a loop's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads a loop whole, also one in the bin. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the loop
 */
OnsiteStoredLoop *onsite_library_load_loop (OnsiteLibrary *self, const char *loop, GError **error);

/**
 * onsite_library_load_loop_async:
 * @self: a library
 * @loop: a loop's id
 * @cancellable: (nullable): ends the reading
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads a loop whole, also one in the bin.
 */
void onsite_library_load_loop_async (OnsiteLibrary *self,
                                     const char *loop,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * onsite_library_load_loop_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Ends onsite_library_load_loop_async().
 *
 * Returns: (transfer full) (nullable): the loop
 */
OnsiteStoredLoop *
onsite_library_load_loop_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * onsite_library_read_history:
 * @self: a library
 * @pack_id: the id of a pack
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads what was asked in the loops of a pack, by when it was asked; without
 * samples and what is in the bin. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteHistoryItem): the history
 */
GPtrArray *onsite_library_read_history (OnsiteLibrary *self, const char *pack_id, GError **error);

/**
 * onsite_library_read_history_async:
 * @self: a library
 * @pack_id: the id of a pack
 * @cancellable: (nullable): ends the reading
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads what was asked in the loops of a pack, by when it was asked; without
 * samples and what is in the bin.
 */
void onsite_library_read_history_async (OnsiteLibrary *self,
                                        const char *pack_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * onsite_library_read_history_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Ends onsite_library_read_history_async().
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteHistoryItem): the history
 */
GPtrArray *
onsite_library_read_history_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * onsite_library_list_covered_async:
 * @self: a library
 * @pack_id: the id of a pack
 * @cancellable: (nullable): ends the reading
 * @callback: called when they were read
 * @user_data: for @callback
 *
 * Reads the ids of the principles that an answer of the pack's loops covers, as
 * the person or a coach says; without samples and what is in the bin.
 */
void onsite_library_list_covered_async (OnsiteLibrary *self,
                                        const char *pack_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * onsite_library_list_covered_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Ends onsite_library_list_covered_async().
 *
 * Returns: (transfer full) (nullable): the ids, in no order
 */
GStrv
onsite_library_list_covered_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * onsite_library_list_stories_async:
 * @self: a library
 * @cancellable: (nullable): ends the reading
 * @callback: called when they were read
 * @user_data: for @callback
 *
 * Reads the labels of stories, most recently used first; without those of
 * samples and of what is in the bin.
 */
void onsite_library_list_stories_async (OnsiteLibrary *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * onsite_library_list_stories_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Ends onsite_library_list_stories_async().
 *
 * Returns: (transfer full) (nullable): the labels
 */
GStrv
onsite_library_list_stories_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * onsite_library_load_peaks:
 * @self: a library
 * @clip: a clip's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads all peaks of a clip, without its sound. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): one byte for each %ONSITE_PEAK_MS, as
 *   in #OnsiteChunk
 */
GBytes *onsite_library_load_peaks (OnsiteLibrary *self, const char *clip, GError **error);

/**
 * onsite_library_load_peaks_async:
 * @self: a library
 * @clip: a clip's id
 * @cancellable: (nullable): ends the reading
 * @callback: called when they were read
 * @user_data: for @callback
 *
 * Reads all peaks of a clip, without its sound.
 */
void onsite_library_load_peaks_async (OnsiteLibrary *self,
                                      const char *clip,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * onsite_library_load_peaks_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Ends onsite_library_load_peaks_async().
 *
 * Returns: (transfer full) (nullable): one byte for each %ONSITE_PEAK_MS, as
 *   in #OnsiteChunk
 */
GBytes *
onsite_library_load_peaks_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * onsite_library_begin_clip:
 * @self: a library that can be written
 * @take: a take's id
 * @turn: the index of a turn of @take
 * @clip: a new UUID
 * @pre_skip_samples: what a decoder drops at the start
 * @codec_head: what onsite_codec_of_head() tells its codec by
 * @created_at_us: now
 *
 * Begins a clip. It is committed after the changes that were given before,
 * among which is the one that adds its turn; all sound that follows overtakes
 * changes. If that change is refused, the sound is kept nevertheless. A turn
 * has one clip: if it is given another, it shows that one.
 *
 * This and the other functions of clips may be called from any thread, and
 * never block on the disk. They come back to nobody with an error: what
 * cannot be committed waits, and write-error says why; what never can be is
 * set aside, which #OnsiteLibrary::sound-refused tells.
 */
void onsite_library_begin_clip (OnsiteLibrary *self,
                                const char *take,
                                guint turn,
                                const char *clip,
                                guint pre_skip_samples,
                                GBytes *codec_head,
                                gint64 created_at_us);

/**
 * onsite_library_begin_segment:
 * @self: a library that can be written
 * @clip: the id of a clip that was begun
 * @index: its place in the clip, from 0
 * @start_samples: where it begins in the clip
 * @gap_us: the true time without sound before it
 *
 * Begins a stretch of an unbroken source.
 */
void onsite_library_begin_segment (OnsiteLibrary *self,
                                   const char *clip,
                                   guint index,
                                   gint64 start_samples,
                                   gint64 gap_us);

/**
 * onsite_library_append_chunk:
 * @self: a library that can be written
 * @clip: the id of a clip that was begun
 * @chunk: what comes next in it; its bytes are shared, not copied
 *
 * Appends sound. Chunks of a clip that was ended are dropped.
 */
void onsite_library_append_chunk (OnsiteLibrary *self, const char *clip, const OnsiteChunk *chunk);

/**
 * onsite_library_end_clip:
 * @self: a library that can be written
 * @clip: the id of a clip that was begun
 * @n_samples: where it ends, at the latest where its sound does
 *
 * Ends a clip: what was appended beyond @n_samples is deleted, but for what a
 * decoder needs to give the last of them, and it's complete.
 */
void onsite_library_end_clip (OnsiteLibrary *self, const char *clip, gint64 n_samples);

/**
 * onsite_library_end_measured_clip:
 * @self: a library that can be written
 * @clip: the id of a clip that was begun
 * @n_samples: where it ends, at the latest where its sound does
 * @receipt: (nullable): what was measured of it; copied
 *
 * Does what onsite_library_end_clip() does, and keeps @receipt with the clip, in the
 * same transaction.
 */
void onsite_library_end_measured_clip (OnsiteLibrary *self,
                                       const char *clip,
                                       gint64 n_samples,
                                       const OnsiteReceipt *receipt);

/**
 * onsite_library_get_unsaved_ms:
 * @self: a library
 *
 * Looks how much captured sound is not committed yet. While all is well that
 * is 100 ms now and then. The property unsaved-ms is notified when it changed.
 *
 * Returns: milliseconds
 */
gint64 onsite_library_get_unsaved_ms (OnsiteLibrary *self);

/**
 * onsite_library_get_write_error:
 * @self: a library
 *
 * Looks why sound could not be committed. To be called in the main context
 * that opened the library, where the property write-error is notified.
 *
 * Returns: (transfer none) (nullable): why the last attempt failed, %NULL if
 *   it did not
 */
const GError *onsite_library_get_write_error (OnsiteLibrary *self);

G_END_DECLS

/* Last, since it names the library. */
#include "onsite-clip-reader.h"
