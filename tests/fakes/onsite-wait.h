/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Waiting for something to become so, with a bound, while the main context runs. */

#define ONSITE_WAIT_TIMEOUT_US (20 * G_USEC_PER_SEC)

/**
 * onsite_wait_for:
 *
 * Runs the main context until @condition holds; fails the test after 20 s.
 */
#define onsite_wait_for(condition)                                                   \
  G_STMT_START                                                                       \
  {                                                                                  \
    gint64 deadline_us_ = g_get_monotonic_time () + ONSITE_WAIT_TIMEOUT_US;          \
                                                                                     \
    while (!(condition))                                                             \
      {                                                                              \
        if (g_get_monotonic_time () > deadline_us_)                                  \
          g_error ("%s:%d: waited in vain for: %s", __FILE__, __LINE__, #condition); \
        onsite_wait_step ();                                                         \
      }                                                                              \
  }                                                                                  \
  G_STMT_END

/* Handles what there is to handle, or what comes within 5 ms. */
void onsite_wait_step (void);
/* Drops the last reference of a test, and waits until threads have let go of theirs. */
void onsite_wait_finalize (gpointer object);
/* A GAsyncReadyCallback that puts the result where its user data points. */
void onsite_wait_take_result (GObject *source, GAsyncResult *result, gpointer user_data);

G_END_DECLS
