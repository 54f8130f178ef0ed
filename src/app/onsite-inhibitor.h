/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_INHIBITOR (onsite_inhibitor_get_type ())

/**
 * OnsiteInhibitor:
 *
 * Asks the desktop not to log out under a rehearsal, and while a question is
 * read, heard or answered not to sleep and not to blank the screen either. In
 * a pause and a break the machine may rest.
 */
G_DECLARE_FINAL_TYPE (OnsiteInhibitor, onsite_inhibitor, ONSITE, INHIBITOR, GObject)

/**
 * onsite_inhibitor_new:
 * @application: who asks, through its active window; not held
 * @context: whose rehearsal is followed
 *
 * Returns: (transfer full): what asks for as long as it lives
 */
OnsiteInhibitor *onsite_inhibitor_new (GtkApplication *application, OnsiteContext *context);

G_END_DECLS
