/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/onsite-records.h"

G_BEGIN_DECLS

typedef enum
{
  ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY,
  ONSITE_LIBRARY_ERROR_TOO_NEW,
  ONSITE_LIBRARY_ERROR_READ_ONLY,
  ONSITE_LIBRARY_ERROR_LOCKED,
  ONSITE_LIBRARY_ERROR_DAMAGED,
  ONSITE_LIBRARY_ERROR_FULL,
  ONSITE_LIBRARY_ERROR_NOT_FOUND,
  ONSITE_LIBRARY_ERROR_FAILED,
} OnsiteLibraryError;

#define ONSITE_LIBRARY_ERROR (onsite_library_error_quark ())
GQuark onsite_library_error_quark (void);

typedef enum
{
  ONSITE_LIBRARY_OPEN_CREATE = 1 << 0,
  ONSITE_LIBRARY_OPEN_READ_ONLY = 1 << 1,
} OnsiteLibraryOpenFlags;

#define ONSITE_TYPE_LIBRARY (onsite_library_get_type ())

/**
 * OnsiteLibrary:
 *
 * Where it is kept: one SQLite file with one writing thread and one reading
 * thread. Each write is one transaction; captured audio overtakes everything
 * else. Callbacks come in the thread-default main context of the caller.
 */
G_DECLARE_FINAL_TYPE (OnsiteLibrary, onsite_library, ONSITE, LIBRARY, GObject)

/**
 * OnsiteLibrary::changed:
 * @loop: (nullable): the id of the loop that changed, or %NULL for many
 *
 * Emitted in the main context that opened the library, after a commit.
 */

/* Blocks on the disk: not for a main thread that draws. */
OnsiteLibrary *onsite_library_open (const char *path, OnsiteLibraryOpenFlags flags, GError **error);
void onsite_library_open_async (const char *path,
                                OnsiteLibraryOpenFlags flags,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
OnsiteLibrary *onsite_library_open_finish (GAsyncResult *result, GError **error);
const char *onsite_library_get_path (OnsiteLibrary *self);
/* %TRUE if opened to read only, also because it is newer than the program. */
gboolean onsite_library_get_read_only (OnsiteLibrary *self);
/* Commits all that waits, then closes. Blocks. */
gboolean onsite_library_close (OnsiteLibrary *self, GError **error);

/* A change set: what is to be written in one transaction. Built in the main
 * thread out of copies, so that records may be freed at once. */
typedef struct _OnsiteChange OnsiteChange;
OnsiteChange *onsite_change_new (void);
void onsite_change_free (OnsiteChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteChange, onsite_change_free)

/* A new loop whole: rounds and answers, and its pack's bytes (stored once per hash). */
void onsite_change_add_loop (OnsiteChange *self, const OnsiteLoop *loop, GBytes *pack);
/* The running session as JSON; NULL when it has ended. */
void onsite_change_set_session (OnsiteChange *self, const char *loop, const char *json);
void onsite_change_set_loop_state (OnsiteChange *self,
                                   const char *loop,
                                   OnsiteLoopState state,
                                   gint64 finished_at_us);
/* Times, vote, ended early, interruptions; not its answers. */
void onsite_change_update_round (OnsiteChange *self, const OnsiteRound *round);
/* Story, note, skipped; not its takes. */
void onsite_change_update_answer (OnsiteChange *self, const OnsiteAnswer *answer);
void onsite_change_add_take (OnsiteChange *self, const char *answer, const OnsiteTake *take);
/* A turn without a clip as yet. */
void onsite_change_add_turn (OnsiteChange *self, const char *take, guint index, const char *prompt);
/* Ratings and the claimed evidence of a take, replaced whole. */
void onsite_change_set_ratings (OnsiteChange *self, const char *take, GPtrArray *ratings);
void onsite_change_set_claims (OnsiteChange *self, const char *take, GPtrArray *evidence);
void onsite_change_set_marks (OnsiteChange *self, const char *clip, GPtrArray *marks);
/* Into the bin and out of it; and for good, with its sound. */
void onsite_change_delete_loop (OnsiteChange *self, const char *loop, gint64 deleted_at_us);
void onsite_change_restore_loop (OnsiteChange *self, const char *loop);
void onsite_change_purge_loop (OnsiteChange *self, const char *loop);

/* Takes the change. Changes are committed in the order in which they came. */
void onsite_library_commit_async (OnsiteLibrary *self,
                                  OnsiteChange *change,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean onsite_library_commit_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);
gboolean onsite_library_commit (OnsiteLibrary *self, OnsiteChange *change, GError **error);

/**
 * OnsiteLoopSummary:
 *
 * A line of the home page. @n_covered of @n_targets targets were claimed;
 * @mean_score is 0 when nothing is rated; @talk_us is recorded time.
 */
typedef struct
{
  char *id;
  char *pack_id;
  char *level;
  OnsiteLoopKind kind;
  char *target;
  OnsiteMode mode;
  OnsiteLoopState state;
  gboolean sample;
  gint64 created_at_us;
  gint64 finished_at_us;
  guint n_rounds;
  guint n_rounds_ended;
  guint n_answers;
  guint n_answered;
  guint n_principles_claimed;
  guint n_checklist_claimed;
  double mean_score;
  gint64 talk_ms;
  gboolean has_session; /* it can be gone on with */
} OnsiteLoopSummary;
void onsite_loop_summary_free (OnsiteLoopSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteLoopSummary, onsite_loop_summary_free)

/* Newest first, without what is in the bin. Page by page: at most @limit before (created, id) of @after, NULL for the first page.
 * Returns: (transfer full) (element-type OnsiteLoopSummary) */
void onsite_library_list_loops_async (OnsiteLibrary *self,
                                      const OnsiteLoopSummary *after,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
onsite_library_list_loops_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);
GPtrArray *onsite_library_list_loops (OnsiteLibrary *self,
                                      const OnsiteLoopSummary *after,
                                      guint limit,
                                      GError **error);

/**
 * OnsiteStoredLoop:
 * @loop: the loop whole, without sound
 * @pack: the bytes of its pack
 * @session: (nullable): the running session's snapshot
 */
typedef struct
{
  OnsiteLoop *loop;
  GBytes *pack;
  char *session;
} OnsiteStoredLoop;
void onsite_stored_loop_free (OnsiteStoredLoop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteStoredLoop, onsite_stored_loop_free)

void onsite_library_load_loop_async (OnsiteLibrary *self,
                                     const char *loop,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
OnsiteStoredLoop *
onsite_library_load_loop_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);
OnsiteStoredLoop *onsite_library_load_loop (OnsiteLibrary *self, const char *loop, GError **error);

/* (element-type OnsiteHistoryItem): of finished and running loops of this pack; never of samples. */
void onsite_library_read_history_async (OnsiteLibrary *self,
                                        const char *pack_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *
onsite_library_read_history_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);
GPtrArray *onsite_library_read_history (OnsiteLibrary *self, const char *pack_id, GError **error);
/* Labels of stories, most recently used first. */
void onsite_library_list_stories_async (OnsiteLibrary *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GStrv
onsite_library_list_stories_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

/**
 * OnsiteChunk:
 * @segment: index of its segment
 * @start_samples: where it begins in the clip
 * @n_samples: how long it is: 100 ms, the last of a segment less
 * @packets: Opus packets, each after its length as two bytes, little-endian
 * @peaks: one byte per 20 ms: 255 · √(peak of full scale)
 *
 * A row of captured sound.
 */
typedef struct
{
  guint segment;
  gint64 start_samples;
  gint64 n_samples;
  GBytes *packets;
  GBytes *peaks;
} OnsiteChunk;

/* Clip writing, from any thread, never blocking. The clip belongs to a turn that was added before (or is in a change that waits). */
void onsite_library_begin_clip (OnsiteLibrary *self,
                                const char *take,
                                guint turn,
                                const char *clip,
                                guint pre_skip_samples,
                                GBytes *opus_head,
                                gint64 created_at_us);
void onsite_library_begin_segment (OnsiteLibrary *self,
                                   const char *clip,
                                   guint index,
                                   gint64 start_samples,
                                   gint64 gap_us);
void onsite_library_append_chunk (OnsiteLibrary *self, const char *clip, const OnsiteChunk *chunk);
/* Ends it at @n_samples: later chunks are dropped, and it's complete. */
void onsite_library_end_clip (OnsiteLibrary *self, const char *clip, gint64 n_samples);

/* Captured sound that is not committed yet, in milliseconds; and why, if the
 * last attempt failed. "notify::unsaved-ms" and "notify::write-error" come in
 * the main context that opened the library. */
gint64 onsite_library_get_unsaved_ms (OnsiteLibrary *self);
const GError *onsite_library_get_write_error (OnsiteLibrary *self);

/**
 * OnsiteClipReader:
 *
 * Reads a clip's chunks from any one thread at a time, with a connection of its own.
 */
typedef struct _OnsiteClipReader OnsiteClipReader;
OnsiteClipReader *onsite_clip_reader_new (OnsiteLibrary *library, const char *clip, GError **error);
void onsite_clip_reader_free (OnsiteClipReader *self);
gint64 onsite_clip_reader_get_n_samples (OnsiteClipReader *self);
guint onsite_clip_reader_get_pre_skip_samples (OnsiteClipReader *self);
GBytes *onsite_clip_reader_get_opus_head (OnsiteClipReader *self);
/* The chunk that holds @sample and those after it are read next. */
gboolean onsite_clip_reader_seek (OnsiteClipReader *self, gint64 sample, GError **error);
/* NULL without an error at the end. */
OnsiteChunk *onsite_clip_reader_next (OnsiteClipReader *self, GError **error);
void onsite_chunk_free (OnsiteChunk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteClipReader, onsite_clip_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteChunk, onsite_chunk_free)

/* One byte per 20 ms, as in #OnsiteChunk. */
void onsite_library_load_peaks_async (OnsiteLibrary *self,
                                      const char *clip,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GBytes *
onsite_library_load_peaks_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
