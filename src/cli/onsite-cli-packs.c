/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-format.h"
#include "onsite-cli-table.h"
#include "pack/onsite-pack-folder.h"
#include "pack/onsite-pack-store.h"

static OnsitePackStore *
load_store (GError **error)
{
  g_autoptr (OnsitePackStore) store = onsite_pack_store_new_for_user ();

  return onsite_pack_store_load (store, NULL, error) ? g_steal_pointer (&store) : NULL;
}

/* All that are there, and the one that is given. */
static GPtrArray *
list_entries (OnsiteCliContext *context, GError **error)
{
  g_autoptr (OnsitePackStore) store = load_store (error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (!store)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    g_ptr_array_add (entries, g_list_model_get_item (G_LIST_MODEL (store), i));

  if (context->pack)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (context->pack);
      g_autoptr (OnsitePack) pack = onsite_pack_load (file, NULL, error);

      if (!pack)
        return NULL;
      g_ptr_array_add (entries, onsite_pack_entry_new (file, pack));
    }

  return g_steal_pointer (&entries);
}

static void
write_pack (OnsiteJsonWriter *writer, OnsitePack *pack)
{
  onsite_json_writer_add_string (writer, "version", onsite_pack_get_version (pack));
  onsite_json_writer_add_string (writer, "language", onsite_pack_get_language (pack));
  onsite_json_writer_add_string (writer, "title", onsite_pack_get_title (pack));
  onsite_json_writer_add_string (writer, "summary", onsite_pack_get_summary (pack));
  onsite_json_writer_add_integer (writer, "questions", onsite_pack_get_questions (pack)->len);
  onsite_json_writer_add_integer (writer, "exhibits", onsite_pack_get_exhibits (pack)->len);
  onsite_json_writer_add_string (writer, "sha256", onsite_pack_get_hash (pack));
}

static void
write_entry (OnsiteJsonWriter *writer, OnsitePackEntry *entry)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);
  const GError *error = onsite_pack_entry_get_error (entry);
  const char *path = g_file_peek_path (onsite_pack_entry_get_file (entry));

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", onsite_pack_entry_get_id (entry));
  if (pack)
    write_pack (writer, pack);
  onsite_json_writer_add_boolean (writer, "built_in", onsite_pack_entry_get_built_in (entry));
  onsite_json_writer_add_string (writer, "instead_of", onsite_pack_entry_get_instead_of (entry));
  onsite_json_writer_add_string (writer, "file", path);
  onsite_json_writer_add_string (writer, "error", error ? error->message : NULL);
  onsite_json_writer_end_object (writer);
}

static void
print_entries_json (OnsiteCliContext *context, GPtrArray *entries)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < entries->len; i++)
    write_entry (writer, g_ptr_array_index (entries, i));
  onsite_json_writer_end_array (writer);

  onsite_cli_context_print_json (context, writer);
}

static const char *
describe_origin (OnsitePackEntry *entry)
{
  return onsite_pack_entry_get_built_in (entry) ? C_ ("pack", "built in") : C_ ("pack", "added");
}

static void
add_row (OnsiteCliTable *table, OnsitePackEntry *entry)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);
  g_autofree char *n_questions = NULL;

  if (!pack)
    {
      onsite_cli_table_add (table,
                            onsite_pack_entry_get_id (entry),
                            "–",
                            "–",
                            "–",
                            describe_origin (entry),
                            onsite_pack_entry_get_error (entry)->message);
      return;
    }

  n_questions = g_strdup_printf ("%u", onsite_pack_get_questions (pack)->len);
  onsite_cli_table_add (table,
                        onsite_pack_get_id (pack),
                        onsite_pack_get_version (pack),
                        onsite_pack_get_language (pack),
                        n_questions,
                        describe_origin (entry),
                        onsite_pack_get_title (pack));
}

static void
print_entries (OnsiteCliContext *context, GPtrArray *entries)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (0, "lllrll");

  onsite_cli_table_add (table,
                        C_ ("heading", "PACK"),
                        C_ ("heading", "VERSION"),
                        C_ ("heading", "LANGUAGE"),
                        C_ ("heading", "QUESTIONS"),
                        C_ ("heading", "ORIGIN"),
                        C_ ("heading", "TITLE"));
  for (guint i = 0; i < entries->len; i++)
    add_row (table, g_ptr_array_index (entries, i));

  onsite_cli_table_print (table, context->out);
}

static gboolean
run_list (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) entries = list_entries (context, error);

  if (!entries)
    return FALSE;

  if (context->json)
    print_entries_json (context, entries);
  else
    print_entries (context, entries);

  return TRUE;
}

static void
print_check (OnsiteCliContext *context, const char *name, OnsitePackEntry *entry)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);
  guint n_questions;

  if (!pack)
    {
      onsite_cli_context_print (context, "%s\n", onsite_pack_entry_get_error (entry)->message);
      return;
    }

  n_questions = onsite_pack_get_questions (pack)->len;
  /* Translators: a file, a pack's title, its version, its language's tag, how many questions. */
  onsite_cli_context_print (context,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%s: “%s” %s (%s) is sound, with %u question.\n",
                                         "%s: “%s” %s (%s) is sound, with %u questions.\n",
                                         n_questions),
                            name,
                            onsite_pack_get_title (pack),
                            onsite_pack_get_version (pack),
                            onsite_pack_get_language (pack),
                            n_questions);
}

static gboolean
run_check (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean sound = TRUE;

  for (char **name = context->arguments; *name; name++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (*name);
      OnsitePackEntry *entry = onsite_pack_entry_load (file, FALSE, NULL);

      g_ptr_array_add (entries, entry);
      sound = sound && onsite_pack_entry_get_pack (entry);
      if (!context->json)
        print_check (context, *name, entry);
    }
  if (context->json)
    print_entries_json (context, entries);

  if (!sound)
    g_set_error_literal (error,
                         ONSITE_CLI_ERROR,
                         ONSITE_CLI_ERROR_TOLD,
                         C_ ("error", "Something is wrong with a pack."));

  return sound;
}

static void
print_added (OnsiteCliContext *context, OnsitePackEntry *entry, const char *replaced)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);

  if (context->json)
    {
      g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

      onsite_json_writer_begin_object (writer);
      onsite_json_writer_add_string (writer, "id", onsite_pack_entry_get_id (entry));
      write_pack (writer, pack);
      onsite_json_writer_add_string (writer, "replaced", replaced);
      onsite_json_writer_end_object (writer);
      onsite_cli_context_print_json (context, writer);
    }
  else if (replaced)
    onsite_cli_context_print (context,
                              C_ ("pack", "“%s” %s is there now, in place of %s.\n"),
                              onsite_pack_get_title (pack),
                              onsite_pack_get_version (pack),
                              replaced);
  else
    onsite_cli_context_print (context,
                              C_ ("pack", "“%s” %s is there now.\n"),
                              onsite_pack_get_title (pack),
                              onsite_pack_get_version (pack));
}

static gboolean
run_add (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsitePackStore) store = onsite_pack_store_new_for_user ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autoptr (GError) own_error = NULL;
  g_autofree char *replaced = NULL;
  g_autoptr (OnsitePackEntry) entry = onsite_pack_store_add (store,
                                                             file,
                                                             context->force,
                                                             &replaced,
                                                             NULL,
                                                             &own_error);

  if (!entry)
    {
      gboolean known = g_error_matches (own_error,
                                        ONSITE_PACK_FOLDER_ERROR,
                                        ONSITE_PACK_FOLDER_ERROR_NOT_NEWER);

      g_propagate_error (error, g_steal_pointer (&own_error));
      if (known)
        g_prefix_error (error, "%s ", C_ ("error", "Nothing was added (--force would)."));
      return FALSE;
    }

  print_added (context, entry, replaced);

  return TRUE;
}

/* By its id, or by its file's name, which tells the language too. */
static gboolean
is_called (OnsitePackEntry *entry, const char *name)
{
  g_autofree char *basename = g_file_get_basename (onsite_pack_entry_get_file (entry));
  g_autofree char *wanted = g_strconcat (name, ".json", NULL);

  return g_str_equal (onsite_pack_entry_get_id (entry), name) || g_str_equal (basename, wanted);
}

static GPtrArray *
find_called (OnsitePackStore *store, const char *name, gboolean built_in)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (OnsitePackEntry) entry = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (onsite_pack_entry_get_built_in (entry) == built_in && is_called (entry, name))
        g_ptr_array_add (found, g_steal_pointer (&entry));
    }

  return found;
}

static OnsitePackEntry *
find_to_remove (OnsitePackStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) added = find_called (store, name, FALSE);
  g_autoptr (GPtrArray) built_in = find_called (store, name, TRUE);

  if (added->len == 1 || (added->len == 0 && built_in->len > 0))
    return g_object_ref (g_ptr_array_index (added->len == 1 ? added : built_in, 0));

  if (added->len == 0)
    g_set_error (error,
                 ONSITE_CLI_ERROR,
                 ONSITE_CLI_ERROR_FAILED,
                 C_ ("error", "There is no pack “%s”. “onsite packs” lists them."),
                 name);
  else
    g_set_error (error,
                 ONSITE_CLI_ERROR,
                 ONSITE_CLI_ERROR_FAILED,
                 C_ ("error",
                     "“%s” is there in several languages. Name the one that is meant as in "
                     "“%s.de”."),
                 name,
                 name);

  return NULL;
}

static gboolean
run_remove (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsitePackStore) store = load_store (error);
  g_autoptr (OnsitePackEntry) entry = store ? find_to_remove (store, argument, error) : NULL;
  g_autoptr (GBytes) content = entry ? onsite_pack_store_remove (store, entry, NULL, error) : NULL;

  if (!content)
    return FALSE;

  if (context->json)
    {
      g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

      write_entry (writer, entry);
      onsite_cli_context_print_json (context, writer);
    }
  else
    onsite_cli_context_print (context,
                              C_ ("pack", "“%s” is removed.\n"),
                              onsite_pack_entry_get_name (entry));

  return TRUE;
}

const OnsiteCliCommand onsite_cli_packs_list = {
  .name = "packs list",
  .summary = NC_ ("command", "List the packs of questions that are there; “packs” alone does too"),
  .run = run_list,
};

const OnsiteCliCommand onsite_cli_packs_check = {
  .name = "packs check",
  .argument = NC_ ("argument", "FILE"),
  .repeats = TRUE,
  .summary = NC_ ("command", "Look whether packs are sound, and where not, at which line and why"),
  .run = run_check,
};

const OnsiteCliCommand onsite_cli_packs_add = {
  .name = "packs add",
  .argument = NC_ ("argument", "FILE"),
  .summary = NC_ ("command", "Add a pack, or a newer version of one"),
  .replaces = TRUE,
  .run = run_add,
};

const OnsiteCliCommand onsite_cli_packs_remove = {
  .name = "packs remove",
  .argument = NC_ ("argument", "PACK"),
  .summary = NC_ ("command", "Remove a pack that was added; past loops keep what they need"),
  .run = run_remove,
};
