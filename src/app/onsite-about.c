/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "onsite-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
onsite_about_show (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name",
                         C_ ("about", "Onsite"),
                         "application-icon",
                         APPLICATION_ID,
                         "version",
                         PACKAGE_VERSION,
                         "developer-name",
                         C_ ("about", "The Onsite maintainers"),
                         "comments",
                         C_ ("about",
                             "Rehearse a whole interview loop: timed rounds, spoken questions, "
                             "recorded answers, and a debrief. Nothing leaves your machine."),
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits",
                         C_ ("about", "translator-credits"),
                         NULL);
}
