/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loop/onsite-session.h"
#include "onsite-clock.h"

G_BEGIN_DECLS

/* How often a running session hears that time passes, in milliseconds. */
#define ONSITE_RUNNER_TICK_MS 250

/**
 * OnsiteRunner:
 *
 * Tells a session the time: owns its state, tells when it has something to do,
 * and notices that the machine slept.
 */
typedef struct _OnsiteRunner OnsiteRunner;

/**
 * OnsiteRunnerTickFunc:
 * @user_data: what onsite_runner_new() was given
 *
 * Called when a tick is due, to be sent by who owns the runner and sees to it
 * that it lives until that is over.
 */
typedef void (*OnsiteRunnerTickFunc) (gpointer user_data);

/**
 * OnsiteRunnerFunc:
 * @before: the state before
 * @effects: (element-type OnsiteEffect): what is to be done now; may be empty
 * @user_data: what onsite_runner_new() was given
 *
 * Called after each step. Must not free the runner.
 */
typedef void (*OnsiteRunnerFunc) (const OnsiteSession *before, GArray *effects, gpointer user_data);

/**
 * onsite_runner_new:
 * @outline: what is to be run
 * @clock: tells the time
 * @ticked: called when a tick is due
 * @stepped: called after each step
 * @user_data: passed to both
 *
 * Returns: (transfer full): a runner with a new session
 */
OnsiteRunner *onsite_runner_new (OnsiteOutline *outline,
                                 const OnsiteClock *clock,
                                 OnsiteRunnerTickFunc ticked,
                                 OnsiteRunnerFunc stepped,
                                 gpointer user_data);

/**
 * onsite_runner_free:
 * @self: (transfer full): a runner
 */
void onsite_runner_free (OnsiteRunner *self);

/**
 * onsite_runner_restore:
 * @self: a runner
 * @json: a session's snapshot
 * @error: return location for an #OnsiteSessionError
 *
 * Goes on with a session that was kept.
 *
 * Returns: whether it could be; if not the session is as it was
 */
gboolean onsite_runner_restore (OnsiteRunner *self, const char *json, GError **error);

/**
 * onsite_runner_send:
 * @self: a runner
 * @kind: what happened
 * @amount_ms: see #OnsiteEvent
 *
 * Lets the session step, after what a suspend brought with it.
 */
void onsite_runner_send (OnsiteRunner *self, OnsiteEventKind kind, gint64 amount_ms);

/**
 * onsite_runner_accepts:
 * @self: a runner
 * @kind: what might happen
 *
 * Returns: whether it would do anything now
 */
gboolean onsite_runner_accepts (OnsiteRunner *self, OnsiteEventKind kind);

/**
 * onsite_runner_stop:
 * @self: a runner
 *
 * From now on no time passes and nothing that is sent does anything.
 */
void onsite_runner_stop (OnsiteRunner *self);

/**
 * onsite_runner_get_session:
 * @self: a runner
 *
 * Returns: (transfer none): the state, always the same address
 */
const OnsiteSession *onsite_runner_get_session (OnsiteRunner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRunner, onsite_runner_free)

G_END_DECLS
