/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack-entry.h"

G_BEGIN_DECLS

/**
 * OnsitePackStoreError:
 * @ONSITE_PACK_STORE_ERROR_BUILT_IN: a pack that came with the program can't be removed
 */
typedef enum
{
  ONSITE_PACK_STORE_ERROR_BUILT_IN,
} OnsitePackStoreError;

#define ONSITE_PACK_STORE_ERROR (onsite_pack_store_error_quark ())

/**
 * onsite_pack_store_error_quark:
 *
 * Returns: the domain of #OnsitePackStoreError
 */
GQuark onsite_pack_store_error_quark (void);

#define ONSITE_TYPE_PACK_STORE (onsite_pack_store_get_type ())

/**
 * OnsitePackStore:
 *
 * The packs that there are, those that came with the program and those that a
 * person added: a list model of #OnsitePackEntry, by name. An id and a language
 * make a pack: of its versions the one that was added is there, until it is
 * removed and the built-in one comes back.
 *
 * It belongs to one thread. It is empty until it is loaded; what it is asked to
 * do, it does one after the other, away from that thread where it says async.
 */
G_DECLARE_FINAL_TYPE (OnsitePackStore, onsite_pack_store, ONSITE, PACK_STORE, GObject)

/**
 * onsite_pack_store_new:
 * @built_in: the folder of the packs that came with the program
 * @added: the folder of those that are added; it need not be there
 *
 * Returns: (transfer full): a store with nothing in it yet
 */
OnsitePackStore *onsite_pack_store_new (GFile *built_in, GFile *added);

/**
 * onsite_pack_store_new_for_user:
 *
 * Returns: (transfer full): the store of who runs the program, with added
 *   packs in a folder of the user's data
 */
OnsitePackStore *onsite_pack_store_new_for_user (void);

/**
 * onsite_pack_store_load:
 * @self: a store
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError
 *
 * Reads what there is. Blocks. A pack that can't be read is no error: it is
 * there, with the reason.
 *
 * Returns: whether both folders were read; else the store is as it was
 */
gboolean onsite_pack_store_load (OnsitePackStore *self, GCancellable *cancellable, GError **error);

/**
 * onsite_pack_store_load_async:
 * @self: a store
 * @cancellable: (nullable): to give up by
 * @callback: called when it was done
 * @user_data: for @callback
 *
 * Does what onsite_pack_store_load() does, without blocking.
 */
void onsite_pack_store_load_async (OnsitePackStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * onsite_pack_store_load_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GIOError
 *
 * Ends onsite_pack_store_load_async().
 *
 * Returns: whether both folders were read; else the store is as it was
 */
gboolean
onsite_pack_store_load_finish (OnsitePackStore *self, GAsyncResult *result, GError **error);

/**
 * onsite_pack_store_add:
 * @self: a store
 * @file: a pack
 * @force: whether an older version may take the place of a newer one
 * @replaced: (out) (transfer full) (optional) (nullable): the version whose
 *   place it took
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError, an #OnsitePackError, an
 *   #OnsiteJsonError or an #OnsitePackFolderError
 *
 * Adds a pack, or a newer version of one, if it is sound; else everything
 * stays as it was. Blocks.
 *
 * Returns: (transfer full) (nullable): what is there now
 */
OnsitePackEntry *onsite_pack_store_add (OnsitePackStore *self,
                                        GFile *file,
                                        gboolean force,
                                        char **replaced,
                                        GCancellable *cancellable,
                                        GError **error);

/**
 * onsite_pack_store_add_async:
 * @self: a store
 * @file: a pack
 * @force: whether an older version may take the place of a newer one
 * @cancellable: (nullable): to give up by; what was done nevertheless is told as done
 * @callback: called when it was done
 * @user_data: for @callback
 *
 * Does what onsite_pack_store_add() does, without blocking.
 */
void onsite_pack_store_add_async (OnsitePackStore *self,
                                  GFile *file,
                                  gboolean force,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * onsite_pack_store_add_finish:
 * @self: a store
 * @result: what the callback was given
 * @replaced: (out) (transfer full) (optional) (nullable): the version whose place it
 *   took
 * @error: return location for what onsite_pack_store_add() gives
 *
 * Ends onsite_pack_store_add_async().
 *
 * Returns: (transfer full) (nullable): what is there now
 */
OnsitePackEntry *onsite_pack_store_add_finish (OnsitePackStore *self,
                                               GAsyncResult *result,
                                               char **replaced,
                                               GError **error);

/**
 * onsite_pack_store_remove:
 * @self: a store
 * @entry: what was added
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError or an #OnsitePackStoreError
 *
 * Removes a pack. Loops that were drawn from it keep what they were drawn
 * from. Blocks.
 *
 * Returns: (transfer full) (nullable): what was in its file, for
 *   onsite_pack_store_put_back_async()
 */
GBytes *onsite_pack_store_remove (OnsitePackStore *self,
                                  OnsitePackEntry *entry,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * onsite_pack_store_remove_async:
 * @self: a store
 * @entry: what was added
 * @cancellable: (nullable): to give up by; what was done nevertheless is told as done
 * @callback: called when it was done
 * @user_data: for @callback
 *
 * Does what onsite_pack_store_remove() does, without blocking.
 */
void onsite_pack_store_remove_async (OnsitePackStore *self,
                                     OnsitePackEntry *entry,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * onsite_pack_store_remove_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GIOError or an #OnsitePackStoreError
 *
 * Ends onsite_pack_store_remove_async().
 *
 * Returns: (transfer full) (nullable): what was in its file, for
 *   onsite_pack_store_put_back_async()
 */
GBytes *
onsite_pack_store_remove_finish (OnsitePackStore *self, GAsyncResult *result, GError **error);

/**
 * onsite_pack_store_put_back_async:
 * @self: a store
 * @entry: what was removed
 * @content: what was in its file
 * @cancellable: (nullable): to give up by
 * @callback: called when it was done
 * @user_data: for @callback
 *
 * Undoes onsite_pack_store_remove().
 */
void onsite_pack_store_put_back_async (OnsitePackStore *self,
                                       OnsitePackEntry *entry,
                                       GBytes *content,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * onsite_pack_store_put_back_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GIOError
 *
 * Ends onsite_pack_store_put_back_async().
 *
 * Returns: whether its file is there again, and the store lists it
 */
gboolean
onsite_pack_store_put_back_finish (OnsitePackStore *self, GAsyncResult *result, GError **error);

/**
 * onsite_pack_store_find:
 * @self: a store
 * @id: a pack's id
 * @languages: (array zero-terminated=1): as onsite_pack_language_rank() takes them
 *
 * Finds the pack of an id in the language that suits best.
 *
 * Returns: (transfer none) (nullable): what has the id and can be read, else
 *   what would have it if it could be
 */
OnsitePackEntry *
onsite_pack_store_find (OnsitePackStore *self, const char *id, const char *const *languages);

G_END_DECLS
