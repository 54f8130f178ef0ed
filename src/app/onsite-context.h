/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/onsite-library.h"
#include "onsite-pack-choice.h"
#include "onsite-settling.h"
#include "onsite-sound-choice.h"
#include "rehearsal/onsite-rehearsal.h"

G_BEGIN_DECLS

/**
 * OnsiteContextState:
 * @ONSITE_CONTEXT_OPENING: the library or the pack is still being opened
 * @ONSITE_CONTEXT_READY: both are there
 * @ONSITE_CONTEXT_LIBRARY_FAILED: the library can't be opened, see "error"
 * @ONSITE_CONTEXT_PACK_FAILED: the pack can't be read, see "error"
 */
typedef enum
{
  ONSITE_CONTEXT_OPENING,
  ONSITE_CONTEXT_READY,
  ONSITE_CONTEXT_LIBRARY_FAILED,
  ONSITE_CONTEXT_PACK_FAILED,
} OnsiteContextState;

#define ONSITE_TYPE_CONTEXT_STATE (onsite_context_state_get_type ())
GType onsite_context_state_get_type (void) G_GNUC_CONST;

#define ONSITE_TYPE_CONTEXT (onsite_context_get_type ())

/**
 * OnsiteContext:
 *
 * What every page is given: the library, the pack that new loops are drawn
 * from, the settings, the devices, and the rehearsal that runs. One per
 * program, owned by the application and handed on; nobody looks it up.
 *
 * Properties: "state" (#OnsiteContextState), "library" (nullable until ready),
 * "pack" (likewise), "read-only" (the library may be read and not written),
 * "rehearsal" (nullable): the one that runs.
 */
G_DECLARE_FINAL_TYPE (OnsiteContext, onsite_context, ONSITE, CONTEXT, GObject)

typedef struct _OnsiteCaretaker OnsiteCaretaker;

/**
 * onsite_context_new:
 * @settings: the program's settings
 * @library: (nullable): the library's path, if not what the settings say
 * @pack: (nullable): a pack's file, if not the one that was chosen
 *
 * Nothing is opened yet; see onsite_context_open().
 *
 * Returns: (transfer full): the program's context
 */
OnsiteContext *onsite_context_new (GSettings *settings, const char *library, GFile *pack);

/**
 * onsite_context_open:
 * @self: a context
 *
 * Opens the library and reads the pack, away from the main thread. Follow
 * "state". What failed before is tried again.
 */
void onsite_context_open (OnsiteContext *self);

/**
 * onsite_context_can_read:
 * @self: a context
 *
 * Returns: whether the library failed to open for a reason that leaves it to be
 *   read: another process writes it, or nothing can be written where it is
 */
gboolean onsite_context_can_read (OnsiteContext *self);

/**
 * onsite_context_open_to_read:
 * @self: a context
 *
 * Opens what failed once more, and the library only to read, until
 * onsite_context_open() or the next start.
 */
void onsite_context_open_to_read (OnsiteContext *self);

/**
 * onsite_context_choose_library:
 * @self: a context
 * @path: another library's path, or a new one's
 *
 * Remembers the path in the settings and opens it in place of the one that
 * failed to open.
 */
void onsite_context_choose_library (OnsiteContext *self, const char *path);

/**
 * onsite_context_get_state:
 * @self: a context
 *
 * Returns: how far it is with library and pack
 */
OnsiteContextState onsite_context_get_state (OnsiteContext *self);

/**
 * onsite_context_get_error:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): why the state is one of the failed ones, in
 *   words for a person; %NULL in the others
 */
const GError *onsite_context_get_error (OnsiteContext *self);

/**
 * onsite_context_get_library:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the library; %NULL while it isn't open
 */
OnsiteLibrary *onsite_context_get_library (OnsiteContext *self);

/**
 * onsite_context_get_scribe:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): what keeps what is edited outside a rehearsal;
 *   %NULL while the library isn't open
 */
OnsiteScribe *onsite_context_get_scribe (OnsiteContext *self);

/**
 * onsite_context_get_pack:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the pack that new loops are drawn from; %NULL
 *   while none is read
 */
OnsitePack *onsite_context_get_pack (OnsiteContext *self);

/**
 * onsite_context_get_packs:
 * @self: a context
 *
 * Returns: (transfer none): which pack that is, and those that there are
 */
OnsitePackChoice *onsite_context_get_packs (OnsiteContext *self);

/**
 * onsite_context_get_settings:
 * @self: a context
 *
 * Returns: (transfer none): the program's settings
 */
GSettings *onsite_context_get_settings (OnsiteContext *self);

/**
 * onsite_context_get_caretaker:
 * @self: a context
 *
 * Returns: (transfer none): who takes care of the library's file
 */
OnsiteCaretaker *onsite_context_get_caretaker (OnsiteContext *self);

/**
 * onsite_context_get_sound:
 * @self: a context
 *
 * Returns: (transfer none): the microphone and the loudspeaker; made when they are
 *   first asked for
 */
OnsiteSoundChoice *onsite_context_get_sound (OnsiteContext *self);

/**
 * onsite_context_get_read_only:
 * @self: a context
 *
 * Returns: whether the library is open and can't be written
 */
gboolean onsite_context_get_read_only (OnsiteContext *self);

/**
 * onsite_context_get_library_path:
 * @self: a context
 *
 * Returns: (transfer none): where the library is, or would be
 */
const char *onsite_context_get_library_path (OnsiteContext *self);

/**
 * onsite_context_rehearse:
 * @self: a context
 * @loop: (transfer full): a loop that is in the library
 * @pack: the loop's own pack
 * @session: (nullable): its stored session, if it was interrupted
 * @error: return location
 *
 * Makes the rehearsal that runs, with the microphone, the loudspeaker and the
 * voice that the settings name. There may be one at a time: while another one
 * runs the error is %G_IO_ERROR_BUSY.
 *
 * Returns: (transfer none) (nullable): the rehearsal, which the context holds
 *   until onsite_context_end_rehearsal()
 */
OnsiteRehearsal *onsite_context_rehearse (OnsiteContext *self,
                                          OnsiteLoop *loop,
                                          OnsitePack *pack,
                                          const char *session,
                                          GError **error);

/**
 * onsite_context_get_rehearsal:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the rehearsal that runs
 */
OnsiteRehearsal *onsite_context_get_rehearsal (OnsiteContext *self);

/**
 * onsite_context_end_rehearsal:
 * @self: a context
 *
 * Stops the running rehearsal cleanly, so that it can be gone on with, and
 * lets go of it. Does nothing if there is none. See onsite_context_get_settling().
 */
void onsite_context_end_rehearsal (OnsiteContext *self);

/**
 * onsite_context_get_settling:
 * @self: a context
 *
 * Returns: (transfer none): what of the rehearsals that were ended, of edits and of
 *   other work is not at rest yet; works are given up when the context is closed
 */
OnsiteSettling *onsite_context_get_settling (OnsiteContext *self);

/**
 * onsite_context_close_async:
 * @self: a context
 * @callback: called when it is closed, or can't be
 * @user_data: for @callback
 *
 * Stops a running rehearsal, gives up other work, commits what waits, and closes the library. If
 * something can't be kept the library stays open, and to close may be tried again.
 */
void
onsite_context_close_async (OnsiteContext *self, GAsyncReadyCallback callback, gpointer user_data);

/**
 * onsite_context_close_finish:
 * @self: a context
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Ends onsite_context_close_async().
 *
 * Returns: whether the library is closed; if not, it is open as before
 */
gboolean onsite_context_close_finish (OnsiteContext *self, GAsyncResult *result, GError **error);

/**
 * onsite_context_release_async:
 * @self: a context
 * @callback: called when it is closed, or can't be
 * @user_data: for @callback
 *
 * Commits what waits and closes the library, which has to be opened again by
 * onsite_context_open() or onsite_context_open_at(); the state is
 * %ONSITE_CONTEXT_OPENING until then. If something can't be kept the library stays
 * open.
 */
void onsite_context_release_async (OnsiteContext *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * onsite_context_release_finish:
 * @self: a context
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR
 *
 * Ends onsite_context_release_async().
 *
 * Returns: whether the library is closed; if not, as with %G_IO_ERROR_BUSY because a
 *   rehearsal runs, it is open as before
 */
gboolean onsite_context_release_finish (OnsiteContext *self, GAsyncResult *result, GError **error);

/**
 * onsite_context_open_at:
 * @self: a context
 * @path: (nullable): where the library is by now; %NULL if it is where it was
 *
 * Opens a library that was released. That the settings name the new place is the
 * caller's business.
 */
void onsite_context_open_at (OnsiteContext *self, const char *path);

G_END_DECLS
