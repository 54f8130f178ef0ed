/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsitePlace:
 * @loop: (nullable): the loop's id
 * @loop_at_us: when the loop was begun, 0 if nobody knows
 * @question: (nullable): what was asked at first
 * @turn: which turn of the answer it is, from 0
 *
 * Where a clip belongs, in terms that a person knows it by. All is empty if it
 * belongs nowhere.
 */
typedef struct
{
  char *loop;
  gint64 loop_at_us;
  char *question;
  guint turn;
} OnsitePlace;

/**
 * onsite_place_free:
 * @self: (transfer full): a place
 */
void onsite_place_free (OnsitePlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePlace, onsite_place_free)

G_END_DECLS
