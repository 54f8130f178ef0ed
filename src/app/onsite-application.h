/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_APPLICATION (onsite_application_get_type ())

/**
 * OnsiteApplication:
 *
 * The program with its one window. Whatever ends it (Ctrl+Q, the window's
 * button, SIGTERM, SIGINT, SIGHUP, the end of the desktop session), a running rehearsal is
 * stopped cleanly and the library is closed before it exits.
 */
G_DECLARE_FINAL_TYPE (OnsiteApplication, onsite_application, ONSITE, APPLICATION, AdwApplication)

/**
 * onsite_application_new:
 *
 * Returns: (transfer full): the program, which has no window yet
 */
OnsiteApplication *onsite_application_new (void);

/**
 * onsite_application_register_resources:
 *
 * Makes templates and styles known. Done by the application itself, and by a test that
 * has none.
 */
void onsite_application_register_resources (void);

G_END_DECLS
