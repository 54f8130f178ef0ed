/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteStoredLoop:
 * @loop: (owned): the loop whole, with its clips but without their sound
 * @pack: (owned): the bytes of its pack
 * @session: (nullable) (owned): the running session as JSON
 * @n_finished_before: how many loops that began before it have been finished,
 *   without samples and what is in the bin
 *
 * A loop as it was kept.
 */
typedef struct
{
  OnsiteLoop *loop;
  GBytes *pack;
  char *session;
  guint n_finished_before;
} OnsiteStoredLoop;

/**
 * onsite_stored_loop_free:
 * @self: (transfer full): a stored loop
 *
 * Frees it with its loop.
 */
void onsite_stored_loop_free (OnsiteStoredLoop *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteStoredLoop, onsite_stored_loop_free)

G_END_DECLS
