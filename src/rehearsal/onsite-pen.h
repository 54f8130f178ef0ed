/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-scribe.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PEN (onsite_pen_get_type ())

/**
 * OnsitePen:
 *
 * What an editor writes with: hands its changes to a scribe, tells of those alone
 * what became of them, and knows when somebody who types has paused.
 *
 * Signals: "paused": nothing was typed for half a second. "failed" (GError): a change
 * could not be committed; the scribe tries again. "kept": after that, all are committed.
 */
G_DECLARE_FINAL_TYPE (OnsitePen, onsite_pen, ONSITE, PEN, GObject)

/**
 * onsite_pen_new:
 * @scribe: who keeps what is written
 *
 * Returns: (transfer full): a new pen
 */
OnsitePen *onsite_pen_new (OnsiteScribe *scribe);

/**
 * onsite_pen_write:
 * @self: a pen
 * @change: (transfer full): what is to be kept
 */
void onsite_pen_write (OnsitePen *self, OnsiteChange *change);

/**
 * onsite_pen_type:
 * @self: a pen
 *
 * A key was pressed: "paused" comes half a second after the last of them.
 */
void onsite_pen_type (OnsitePen *self);

/**
 * onsite_pen_rest:
 * @self: a pen
 *
 * What was typed is about to be written: "paused" doesn't come any more.
 *
 * Returns: whether it would have come
 */
gboolean onsite_pen_rest (OnsitePen *self);

G_END_DECLS
