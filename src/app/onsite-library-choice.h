/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_LIBRARY_CHOICE (onsite_library_choice_get_type ())

/**
 * OnsiteLibraryChoice:
 *
 * Which library is used, and whether it is open: the one that was given, or else
 * the one that the settings name, or the usual one.
 *
 * Property: "library" (#OnsiteLibrary, nullable while it isn't open).
 *
 * Signal: "failed" (GError): it can't be opened.
 */
G_DECLARE_FINAL_TYPE (OnsiteLibraryChoice, onsite_library_choice, ONSITE, LIBRARY_CHOICE, GObject)

/**
 * onsite_library_choice_new:
 * @settings: where the choice is kept
 * @given: (nullable): a path that goes before what was chosen, until another is chosen
 *
 * Returns: (transfer full): a choice of a library that isn't open yet
 */
OnsiteLibraryChoice *onsite_library_choice_new (GSettings *settings, const char *given);

/**
 * onsite_library_choice_open:
 * @self: a choice
 * @only_to_read: whether it is only to be read
 * @cancellable: (nullable): to give up by
 *
 * Opens the library, which is made with its folder if it isn't there, away from the
 * main thread. Follow "library" and "failed". One that is open stays as it is.
 */
void onsite_library_choice_open (OnsiteLibraryChoice *self,
                                 gboolean only_to_read,
                                 GCancellable *cancellable);

/**
 * onsite_library_choice_can_read:
 * @self: a choice
 * @error: (nullable): why it can't be opened
 *
 * Returns: whether that leaves it to be opened only to read, which wasn't tried: another
 *   process writes it, or nothing can be written where it is
 */
gboolean onsite_library_choice_can_read (OnsiteLibraryChoice *self, const GError *error);

/**
 * onsite_library_choice_choose:
 * @self: a choice, which isn't open
 * @path: another library's path, or a new one's
 *
 * Opens this one the next time, and at the next start.
 */
void onsite_library_choice_choose (OnsiteLibraryChoice *self, const char *path);

/**
 * onsite_library_choice_follow:
 * @self: a choice, which isn't open
 * @path: where the library is by now
 *
 * Opens it there the next time. That the settings name the new place, if they named
 * the old one, is the caller's business.
 */
void onsite_library_choice_follow (OnsiteLibraryChoice *self, const char *path);

/**
 * onsite_library_choice_get_library:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the library; %NULL while it isn't open
 */
OnsiteLibrary *onsite_library_choice_get_library (OnsiteLibraryChoice *self);

/**
 * onsite_library_choice_get_path:
 * @self: a choice
 *
 * Returns: (transfer none): where the library is, or would be
 */
const char *onsite_library_choice_get_path (OnsiteLibraryChoice *self);

/**
 * onsite_library_choice_close_async:
 * @self: a choice
 * @callback: called when the library is closed, or can't be
 * @user_data: for @callback
 *
 * Closes the library for good, as the program ends; it is "library" all the same.
 */
void onsite_library_choice_close_async (OnsiteLibraryChoice *self,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * onsite_library_choice_close_finish:
 * @self: a choice
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Ends onsite_library_choice_close_async().
 *
 * Returns: whether none is open any more; if not, it is as it was
 */
gboolean onsite_library_choice_close_finish (OnsiteLibraryChoice *self,
                                             GAsyncResult *result,
                                             GError **error);

/**
 * onsite_library_choice_release_async:
 * @self: a choice, which is open
 * @callback: called when the library is closed, or can't be
 * @user_data: for @callback
 *
 * Closes the library until it is opened again; "library" is %NULL from now on. If it
 * can't be closed it is there again.
 */
void onsite_library_choice_release_async (OnsiteLibraryChoice *self,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * onsite_library_choice_release_finish:
 * @self: a choice
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Ends onsite_library_choice_release_async().
 *
 * Returns: whether it is closed
 */
gboolean onsite_library_choice_release_finish (OnsiteLibraryChoice *self,
                                               GAsyncResult *result,
                                               GError **error);

G_END_DECLS
