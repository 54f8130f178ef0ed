/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "onsite-cli-context.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-paths.h"
#include "pack/onsite-builtin-packs.h"

G_DEFINE_QUARK (onsite - cli - error - quark, onsite_cli_error)

OnsiteCliContext *
onsite_cli_context_new (void)
{
  OnsiteCliContext *self = g_new0 (OnsiteCliContext, 1);

  self->out = g_string_new (NULL);

  return self;
}

void
onsite_cli_context_free (OnsiteCliContext *self)
{
  g_free (self->library);
  g_free (self->pack);
  g_free (self->output);
  g_strfreev (self->arguments);
  g_clear_pointer (&self->choices, self->free_choices);
  g_string_free (self->out, TRUE);
  g_free (self);
}

/* Without an installed schema GSettings would end the program. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

char *
onsite_cli_context_dup_chosen_library (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *chosen = settings ? g_settings_get_string (settings, "library-path") : NULL;

  return chosen && *chosen != '\0' ? g_steal_pointer (&chosen) : onsite_paths_dup_library ();
}

gboolean
onsite_cli_context_choose_library (const char *path, GError **error)
{
  g_autoptr (GSettings) settings = open_settings ();

  if (settings && g_settings_set_string (settings, "library-path", path))
    {
      g_settings_sync ();
      return TRUE;
    }

  g_set_error (error,
               ONSITE_CLI_ERROR,
               ONSITE_CLI_ERROR_FAILED,
               C_ ("error", "The settings can’t be written, so nothing was changed."));

  return FALSE;
}

char *
onsite_cli_context_dup_library_path (OnsiteCliContext *self)
{
  return self->library ? g_canonicalize_filename (self->library, NULL)
                       : onsite_cli_context_dup_chosen_library ();
}

static OnsiteLibrary *
open_library (OnsiteCliContext *self, OnsiteLibraryOpenFlags flags, GError **error)
{
  g_autofree char *path = onsite_cli_context_dup_library_path (self);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error,
                   ONSITE_CLI_ERROR,
                   ONSITE_CLI_ERROR_FAILED,
                   C_ ("error",
                       "There is no library at %s. Rehearse a loop, or make one to look around in "
                       "with “onsite sample”."),
                   path);
      return NULL;
    }

  return onsite_library_open (path, flags, error);
}

OnsiteLibrary *
onsite_cli_context_open_library (OnsiteCliContext *self, GError **error)
{
  return open_library (self, ONSITE_LIBRARY_OPEN_READ_ONLY, error);
}

OnsiteLibrary *
onsite_cli_context_open_library_to_write (OnsiteCliContext *self, GError **error)
{
  return open_library (self, ONSITE_LIBRARY_OPEN_DEFAULT, error);
}

OnsitePack *
onsite_cli_context_load_pack (OnsiteCliContext *self, GError **error)
{
  g_autoptr (GFile) file = self->pack ? g_file_new_for_commandline_arg (self->pack)
                                      : onsite_builtin_packs_get_default ();

  return onsite_pack_load (file, NULL, error);
}

gboolean
onsite_cli_context_check_output (OnsiteCliContext *self, GError **error)
{
  if (!self->output)
    {
      g_set_error_literal (error,
                           ONSITE_CLI_ERROR,
                           ONSITE_CLI_ERROR_USAGE,
                           C_ ("error", "Which file is it to be written to? Name it with -o."));
      return FALSE;
    }

  if (self->force || !g_file_test (self->output, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error,
               ONSITE_CLI_ERROR,
               ONSITE_CLI_ERROR_FAILED,
               self->can_force
                   ? C_ ("error", "%s exists. Choose another name, or write over it with --force.")
                   : C_ ("error", "%s exists. Choose another name."),
               self->output);

  return FALSE;
}

void
onsite_cli_context_print (OnsiteCliContext *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->out, format, arguments);
  va_end (arguments);
}

void
onsite_cli_context_print_json (OnsiteCliContext *self, OnsiteJsonWriter *writer)
{
  g_autofree char *text = onsite_json_writer_to_string (writer, TRUE);

  onsite_cli_context_print (self, "%s\n", text);
}

void
onsite_cli_context_print_path (OnsiteCliContext *self, const char *path)
{
  g_autoptr (OnsiteJsonWriter) writer = NULL;

  if (!self->json)
    {
      onsite_cli_context_print (self, "%s\n", path);
      return;
    }

  writer = onsite_json_writer_new ();
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_member (writer, "file");
  onsite_json_writer_string (writer, path);
  onsite_json_writer_end_object (writer);
  onsite_cli_context_print_json (self, writer);
}
