/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-format.h"
#include "onsite-cli-table.h"
#include "pack/onsite-builtin-packs.h"

typedef struct
{
  GFile *file;
  OnsitePack *pack;
  gboolean built_in;
} Entry;

static void
entry_free (Entry *self)
{
  g_object_unref (self->file);
  onsite_pack_unref (self->pack);
  g_free (self);
}

static gboolean
add_entry (GPtrArray *entries, GFile *file, gboolean built_in, GError **error)
{
  OnsitePack *pack = onsite_pack_load (file, NULL, error);
  Entry *entry;

  if (!pack)
    return FALSE;

  entry = g_new0 (Entry, 1);
  entry->file = g_object_ref (file);
  entry->pack = pack;
  entry->built_in = built_in;
  g_ptr_array_add (entries, entry);

  return TRUE;
}

static GPtrArray *
load_entries (OnsiteCliContext *context, GError **error)
{
  g_autoptr (GPtrArray) files = onsite_builtin_packs_list (error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);

  if (!files)
    return NULL;

  for (guint i = 0; i < files->len; i++)
    if (!add_entry (entries, g_ptr_array_index (files, i), TRUE, error))
      return NULL;

  if (context->pack)
    {
      g_autoptr (GFile) given = g_file_new_for_commandline_arg (context->pack);

      if (!add_entry (entries, given, FALSE, error))
        return NULL;
    }

  return g_steal_pointer (&entries);
}

static void
write_entry (OnsiteJsonWriter *writer, const Entry *entry)
{
  g_autofree char *path = g_file_get_path (entry->file);

  onsite_json_writer_begin_object (writer);
  onsite_cli_write_string (writer, "id", onsite_pack_get_id (entry->pack));
  onsite_cli_write_string (writer, "version", onsite_pack_get_version (entry->pack));
  onsite_cli_write_string (writer, "language", onsite_pack_get_language (entry->pack));
  onsite_cli_write_string (writer, "title", onsite_pack_get_title (entry->pack));
  onsite_cli_write_string (writer, "summary", onsite_pack_get_summary (entry->pack));
  onsite_cli_write_integer (writer, "questions", onsite_pack_get_questions (entry->pack)->len);
  onsite_cli_write_boolean (writer, "built_in", entry->built_in);
  onsite_cli_write_string (writer, "sha256", onsite_pack_get_hash (entry->pack));
  onsite_cli_write_string (writer, "file", path);
  onsite_json_writer_end_object (writer);
}

static void
print_json (OnsiteCliContext *context, GPtrArray *entries)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < entries->len; i++)
    write_entry (writer, g_ptr_array_index (entries, i));
  onsite_json_writer_end_array (writer);

  onsite_cli_context_print_json (context, writer);
}

static void
print_table (OnsiteCliContext *context, GPtrArray *entries)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (0, "lllrl");

  onsite_cli_table_add (table,
                        C_ ("heading", "PACK"),
                        C_ ("heading", "VERSION"),
                        C_ ("heading", "LANGUAGE"),
                        C_ ("heading", "QUESTIONS"),
                        C_ ("heading", "TITLE"));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      g_autofree char *n_questions = g_strdup_printf ("%u",
                                                      onsite_pack_get_questions (entry->pack)->len);

      onsite_cli_table_add (table,
                            onsite_pack_get_id (entry->pack),
                            onsite_pack_get_version (entry->pack),
                            onsite_pack_get_language (entry->pack),
                            n_questions,
                            onsite_pack_get_title (entry->pack));
    }

  onsite_cli_table_print (table, context->out);
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) entries = load_entries (context, error);

  if (!entries)
    return FALSE;

  if (context->json)
    print_json (context, entries);
  else
    print_table (context, entries);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_packs = {
  .name = "packs",
  .summary = NC_ ("command", "List the built-in packs of questions, and the one that is given"),
  .run = run,
};
