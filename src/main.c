/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/onsite-application.h"
#include "cli/onsite-cli.h"

/* A program that lies in its build folder finds its translations and its
 * settings' schema there. */
static const char *
find_data (void)
{
#ifdef ONSITE_DEVELOPMENT
  if (g_file_test (ONSITE_BUILD_DATADIR, G_FILE_TEST_IS_DIR))
    {
      g_setenv ("GSETTINGS_SCHEMA_DIR", ONSITE_BUILD_DATADIR, FALSE);
      return ONSITE_BUILD_LOCALEDIR;
    }
#endif

  return LOCALEDIR;
}

static int
run_window (int argc, char **argv)
{
  g_autoptr (OnsiteApplication) application = NULL;

  g_set_application_name (C_ ("application", "Onsite"));
  application = onsite_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

int
main (int argc, char **argv)
{
  const char *locale_folder = find_data ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (onsite_cli_handles (argc, argv))
    return onsite_cli_run (argc, argv);

  return run_window (argc, argv);
}
