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

gboolean onsite_caretaker_get_busy (OnsiteCaretaker *self);
const char *onsite_caretaker_get_status (OnsiteCaretaker *self);

/* (nullable): when the newest backup was made, as far as it is known by now. */
GDateTime *onsite_caretaker_get_newest (OnsiteCaretaker *self);

/* Looks which backups there are; follow "status". */
void onsite_caretaker_look (OnsiteCaretaker *self);

/* Makes a backup now. */
void onsite_caretaker_back_up (OnsiteCaretaker *self);

/* Puts the newest backup in the place of a library that isn't open. */
void onsite_caretaker_go_back (OnsiteCaretaker *self);

/* Saves what can be read of a library that isn't open, and puts that in its place. */
void onsite_caretaker_repair (OnsiteCaretaker *self);

/* Breaks off what it is at; all stays as it was. */
void onsite_caretaker_cancel (OnsiteCaretaker *self);

/**
 * onsite_caretaker_forget_async:
 * @loop: the id of a loop that was deleted for good
 *
 * Deletes it from the backups too.
 */
void onsite_caretaker_forget_async (OnsiteCaretaker *self,
                                    const char *loop,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean
onsite_caretaker_forget_finish (OnsiteCaretaker *self, GAsyncResult *result, GError **error);

/**
 * onsite_caretaker_leave_async:
 *
 * Does what is due before the program ends: the backup of today. That it can't
 * is no reason to stay.
 */
void onsite_caretaker_leave_async (OnsiteCaretaker *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

G_END_DECLS
