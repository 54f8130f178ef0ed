/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * OnsiteCareKind:
 * @ONSITE_CARE_LOOK: look which backups there are
 * @ONSITE_CARE_BACKUP_IF_DUE: make one if there is none of today and something changed
 * @ONSITE_CARE_BACKUP: make one
 * @ONSITE_CARE_GOING_BACK: put the newest in the place of the library
 * @ONSITE_CARE_REPAIR: put what can be read of the library in its place
 * @ONSITE_CARE_FOLDER: look whether the library could be in another folder
 * @ONSITE_CARE_MOVE: move it there
 *
 * What can be done for a library's file.
 */
typedef enum
{
  ONSITE_CARE_LOOK,
  ONSITE_CARE_BACKUP_IF_DUE,
  ONSITE_CARE_BACKUP,
  ONSITE_CARE_GOING_BACK,
  ONSITE_CARE_REPAIR,
  ONSITE_CARE_FOLDER,
  ONSITE_CARE_MOVE,
} OnsiteCareKind;

/**
 * OnsiteCare:
 *
 * One thing that is done for a library's file, in a thread of its own; those
 * of one program follow each other.
 */
typedef struct _OnsiteCare OnsiteCare;

/**
 * onsite_care_new:
 * @kind: what is to be done
 * @library: the library's path
 * @pack: (nullable): the pack that is asked from, which may have to take the
 *   place of a lost one
 *
 * Returns: (transfer full): what is to be done
 */
OnsiteCare *onsite_care_new (OnsiteCareKind kind, const char *library, OnsitePack *pack);

/**
 * onsite_care_unref:
 * @self: (transfer full): something that is done
 *
 * Gives a reference back; what is under way goes on.
 */
void onsite_care_unref (OnsiteCare *self);

/**
 * onsite_care_new_for_folder:
 * @kind: %ONSITE_CARE_FOLDER or %ONSITE_CARE_MOVE
 * @library: the library's path
 * @folder: another folder's
 *
 * Returns: (transfer full): what is to be done
 */
OnsiteCare *
onsite_care_new_for_folder (OnsiteCareKind kind, const char *library, const char *folder);

/**
 * onsite_care_get_kind:
 * @self: something that is done
 *
 * Returns: what is done
 */
OnsiteCareKind onsite_care_get_kind (OnsiteCare *self);

/**
 * onsite_care_get_newest_us:
 * @self: something that is done
 *
 * Returns: when the newest backup was made, once it is done; 0 if there is none
 */
gint64 onsite_care_get_newest_us (OnsiteCare *self);

/**
 * onsite_care_get_library_size:
 * @self: something that is done
 *
 * Returns: how large the library is, in bytes, once it is done
 */
guint64 onsite_care_get_library_size (OnsiteCare *self);

/**
 * onsite_care_get_backups_size:
 * @self: something that is done
 *
 * Returns: how large its backups are in all, in bytes, once it is done
 */
guint64 onsite_care_get_backups_size (OnsiteCare *self);

/**
 * onsite_care_get_told:
 * @self: something that is done
 *
 * Returns: (transfer none) (nullable): what there is to tell of it, once it is done; of
 *   %ONSITE_CARE_MOVE, the library's new path
 */
const char *onsite_care_get_told (OnsiteCare *self);

/**
 * onsite_care_get_fraction:
 * @self: something that is done
 *
 * Returns: how far it is, from 0 to 1. From any thread
 */
double onsite_care_get_fraction (OnsiteCare *self);

/**
 * onsite_care_describe:
 * @self: something that is done
 *
 * Returns: (transfer full): what it is at and how far, in words. From any thread
 */
char *onsite_care_describe (OnsiteCare *self);

/**
 * onsite_care_run_async:
 * @self: something that is done
 * @source: (type GObject): whose callback it is
 * @cancellable: (nullable): breaks it off; what was done nevertheless is told as done
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does it, in a thread of its own.
 */
void onsite_care_run_async (OnsiteCare *self,
                            gpointer source,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * onsite_care_run_finish:
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR
 *
 * Ends onsite_care_run_async().
 *
 * Returns: whether it was done
 */
gboolean onsite_care_run_finish (GAsyncResult *result, GError **error);

/**
 * onsite_care_forget:
 * @library: the library's path
 * @loop: the id of a loop that was deleted for good
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Deletes a loop from the backups, once nothing else is done to them. Blocks.
 *
 * Returns: whether it is in none any more
 */
gboolean onsite_care_forget (const char *library, const char *loop, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteCare, onsite_care_unref)

G_END_DECLS
