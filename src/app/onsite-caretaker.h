/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_CARETAKER (onsite_caretaker_get_type ())

/**
 * OnsiteCaretaker:
 *
 * Takes care of the library's file: backs it up once a day when something
 * changed, while no rehearsal runs; and where it is damaged, goes back to a
 * backup or saves what can be read. One thing at a time, away from the main
 * thread.
 *
 * Properties: "busy", "status" (nullable): how far it is, or when the last
 * backup was made, or why none was, in words.
 *
 * Signals: "mended" (text): the library was put in order, and what there is to
 * tell of it; "failed" (GError): what the person asked for could not be done.
 */
G_DECLARE_FINAL_TYPE (OnsiteCaretaker, onsite_caretaker, ONSITE, CARETAKER, GObject)

/**
 * onsite_caretaker_new:
 * @context: whose library it is; it has to live as long
 *
 * Returns: (transfer full): a caretaker
 */
OnsiteCaretaker *onsite_caretaker_new (OnsiteContext *context);

/**
 * onsite_caretaker_get_busy:
 * @self: a caretaker
 *
 * Returns: whether it is at something; to look which backups there are doesn't count
 */
gboolean onsite_caretaker_get_busy (OnsiteCaretaker *self);

/**
 * onsite_caretaker_get_status:
 * @self: a caretaker
 *
 * Returns: (transfer none) (nullable): how far it is, or when the last backup was made,
 *   or why none was, in words; %NULL as long as it's not known
 */
const char *onsite_caretaker_get_status (OnsiteCaretaker *self);

/**
 * onsite_caretaker_get_moving:
 * @self: a caretaker
 *
 * Returns: whether it is moving the library
 */
gboolean onsite_caretaker_get_moving (OnsiteCaretaker *self);

/**
 * onsite_caretaker_get_fraction:
 * @self: a caretaker
 *
 * Returns: how far it is with what it does, from 0 to 1; 0 while it does nothing
 */
double onsite_caretaker_get_fraction (OnsiteCaretaker *self);

/**
 * onsite_caretaker_get_library_size:
 * @self: a caretaker
 *
 * Returns: how many bytes the library takes, as far as it is known by now
 */
guint64 onsite_caretaker_get_library_size (OnsiteCaretaker *self);

/**
 * onsite_caretaker_get_backups_size:
 * @self: a caretaker
 *
 * Returns: how many bytes its backups take, as far as it is known by now
 */
guint64 onsite_caretaker_get_backups_size (OnsiteCaretaker *self);

/**
 * onsite_caretaker_get_newest:
 * @self: a caretaker
 *
 * Returns: (transfer full) (nullable): when the newest backup was made, in local time;
 *   %NULL if there is none, or none is known by now
 */
GDateTime *onsite_caretaker_get_newest (OnsiteCaretaker *self);

/**
 * onsite_caretaker_look:
 * @self: a caretaker
 *
 * Looks which backups there are. Follow "status".
 */
void onsite_caretaker_look (OnsiteCaretaker *self);

/**
 * onsite_caretaker_back_up:
 * @self: a caretaker
 *
 * Makes a backup now, unless a rehearsal runs or the library can't be written.
 */
void onsite_caretaker_back_up (OnsiteCaretaker *self);

/**
 * onsite_caretaker_go_back:
 * @self: a caretaker
 *
 * Puts the newest backup in the place of a library that isn't open.
 */
void onsite_caretaker_go_back (OnsiteCaretaker *self);

/**
 * onsite_caretaker_repair:
 * @self: a caretaker
 *
 * Saves what can be read of a library that isn't open, and puts that in its place.
 */
void onsite_caretaker_repair (OnsiteCaretaker *self);

/**
 * onsite_caretaker_move_async:
 * @self: a caretaker
 * @folder: the folder that the library is to be in
 * @only_look: whether it's only looked if it could be
 * @callback: called when it is there, or isn't
 * @user_data: for @callback
 *
 * Moves a library that isn't open, with its backups; to look it may be open.
 * onsite_move_begin() is what a person does.
 */
void onsite_caretaker_move_async (OnsiteCaretaker *self,
                                  const char *folder,
                                  gboolean only_look,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * onsite_caretaker_move_finish:
 * @self: a caretaker
 * @result: what the callback was given
 * @path: (out) (transfer full) (optional) (nullable): where the library is now
 * @error: return location
 *
 * Returns: whether it is there, or could be; if not, it is where it was
 */
gboolean onsite_caretaker_move_finish (OnsiteCaretaker *self,
                                       GAsyncResult *result,
                                       char **path,
                                       GError **error);

/**
 * onsite_caretaker_cancel:
 * @self: a caretaker
 *
 * Breaks off what it is at; all stays as it was.
 */
void onsite_caretaker_cancel (OnsiteCaretaker *self);

/**
 * onsite_caretaker_forget_async:
 * @self: a caretaker
 * @loop: the id of a loop that was deleted for good
 * @callback: called when it is gone, or could not be deleted
 * @user_data: for @callback
 *
 * Deletes it from the backups too.
 */
void onsite_caretaker_forget_async (OnsiteCaretaker *self,
                                    const char *loop,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * onsite_caretaker_forget_finish:
 * @self: a caretaker
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Ends onsite_caretaker_forget_async().
 *
 * Returns: whether no backup has the loop any more
 */
gboolean
onsite_caretaker_forget_finish (OnsiteCaretaker *self, GAsyncResult *result, GError **error);

/**
 * onsite_caretaker_leave_async:
 * @self: a caretaker
 * @callback: called when nothing is due any more
 * @user_data: for @callback
 *
 * Does what is due before the program ends: the backup of today. That it can't
 * is no reason to stay.
 */
void onsite_caretaker_leave_async (OnsiteCaretaker *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

G_END_DECLS
