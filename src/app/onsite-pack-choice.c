/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-pack-choice.h"

#include <glib/gi18n-lib.h>

#include "pack/onsite-builtin-packs.h"

struct _OnsitePackChoice
{
  GObject parent_instance;

  GSettings *settings;
  OnsitePackStore *store;
  GFile *given;
  OnsitePack *pack;
  char *notice;
  gboolean loaded;
};

enum
{
  PROP_0,
  PROP_PACK,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsitePackChoice, onsite_pack_choice, G_TYPE_OBJECT)

static void
set_pack (OnsitePackChoice *self, OnsitePack *pack)
{
  if (self->pack != NULL &&
      g_str_equal (onsite_pack_get_hash (self->pack), onsite_pack_get_hash (pack)))
    return;

  g_clear_pointer (&self->pack, onsite_pack_unref);
  self->pack = onsite_pack_ref (pack);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PACK]);
}

/* The language that was chosen, and then those of the interface. */
static OnsitePackEntry *
find_entry (OnsitePackChoice *self, const char *id)
{
  g_autofree char *language = g_settings_get_string (self->settings, "pack-language");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) languages = NULL;

  if (*language != '\0')
    g_strv_builder_add (builder, language);
  g_strv_builder_addv (builder, (const char **) g_get_language_names ());
  languages = g_strv_builder_end (builder);

  return onsite_pack_store_find (self->store, id, (const char *const *) languages);
}

static void
note (OnsitePackChoice *self, const char *id, OnsitePackEntry *broken)
{
  const char *title = onsite_pack_get_title (self->pack);

  g_free (self->notice);
  if (broken != NULL)
    /* Translators: the name of a file, the title of another pack. */
    self->notice = g_strdup_printf (C_ ("toast",
                                        "The pack “%s” can’t be read, so questions come from "
                                        "“%s”. The preferences tell why."),
                                    onsite_pack_entry_get_name (broken),
                                    title);
  else
    /* Translators: the id of a pack, the title of another one. */
    self->notice = g_strdup_printf (C_ ("toast",
                                        "The pack “%s” is not there any more, so questions come "
                                        "from “%s”."),
                                    id,
                                    title);
}

static void
fail (OnsitePackChoice *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
fail_without_packs (OnsitePackChoice *self, OnsitePackEntry *entry)
{
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    error = g_error_new_literal (G_IO_ERROR,
                                 G_IO_ERROR_NOT_FOUND,
                                 C_ ("error",
                                     "The pack of questions that comes with Onsite is not there. "
                                     "Install Onsite again."));
  fail (self, entry != NULL ? onsite_pack_entry_get_error (entry) : error);
}

static gboolean
is_readable (OnsitePackEntry *entry)
{
  return entry != NULL && onsite_pack_entry_get_pack (entry) != NULL;
}

static void
resolve (OnsitePackChoice *self)
{
  g_autofree char *set = g_settings_get_string (self->settings, "pack");
  const char *usual_id = onsite_builtin_packs_get_default_id ();
  const char *id = *set != '\0' ? set : usual_id;
  OnsitePackEntry *entry = find_entry (self, id);
  OnsitePackEntry *usual;

  if (is_readable (entry))
    {
      set_pack (self, onsite_pack_entry_get_pack (entry));
      return;
    }

  usual = find_entry (self, usual_id);
  if (!is_readable (usual))
    {
      fail_without_packs (self, usual);
      return;
    }

  set_pack (self, onsite_pack_entry_get_pack (usual));
  note (self, id, entry);
  /* What is gone is told once; what is broken may be mended. */
  if (entry == NULL)
    g_settings_reset (self->settings, "pack");
}

static void
items_changed_cb (OnsitePackChoice *self)
{
  if (self->loaded && self->given == NULL)
    resolve (self);
}

static void
read_file_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (G_FILE (task_data), cancellable, &error);

  if (pack != NULL)
    g_task_return_pointer (task, pack, (GDestroyNotify) onsite_pack_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsitePackChoice *self = ONSITE_PACK_CHOICE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = g_task_propagate_pointer (G_TASK (result), &error);

  if (pack != NULL)
    set_pack (self, pack);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error);
}

static void
read_file (OnsitePackChoice *self, GFile *file, GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, file_read_cb, NULL);

  g_task_set_source_tag (task, read_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file_thread);
}

static void
store_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsitePackChoice) self = user_data;
  g_autoptr (GFile) usual = NULL;
  g_autoptr (GError) error = NULL;

  if (onsite_pack_store_load_finish (ONSITE_PACK_STORE (source), result, &error))
    {
      self->loaded = TRUE;
      if (self->given == NULL)
        resolve (self);
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->given != NULL)
    return;

  /* A folder of added packs that can't be read keeps nobody from rehearsing. */
  g_free (self->notice);
  self->notice = g_strdup (error->message);
  usual = onsite_builtin_packs_get_default ();
  read_file (self, usual, g_task_get_cancellable (G_TASK (result)));
}

static void
onsite_pack_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PACK:
      g_value_set_boxed (value, ONSITE_PACK_CHOICE (object)->pack);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_pack_choice_finalize (GObject *object)
{
  OnsitePackChoice *self = ONSITE_PACK_CHOICE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->given);
  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_clear_pointer (&self->notice, g_free);

  G_OBJECT_CLASS (onsite_pack_choice_parent_class)->finalize (object);
}

static void
onsite_pack_choice_class_init (OnsitePackChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onsite_pack_choice_get_property;
  object_class->finalize = onsite_pack_choice_finalize;

  props[PROP_PACK] = g_param_spec_boxed ("pack",
                                         NULL,
                                         NULL,
                                         ONSITE_TYPE_PACK,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                             G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_PACK_CHOICE,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
onsite_pack_choice_init (OnsitePackChoice *self)
{
}

OnsitePackChoice *
onsite_pack_choice_new (GSettings *settings, OnsitePackStore *store, GFile *given)
{
  OnsitePackChoice *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (ONSITE_IS_PACK_STORE (store), NULL);

  self = g_object_new (ONSITE_TYPE_PACK_CHOICE, NULL);
  self->settings = g_object_ref (settings);
  self->store = g_object_ref (store);
  g_set_object (&self->given, given);
  g_signal_connect_object (store,
                           "items-changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
onsite_pack_choice_load (OnsitePackChoice *self, GCancellable *cancellable)
{
  g_return_if_fail (ONSITE_IS_PACK_CHOICE (self));

  if (self->given != NULL)
    read_file (self, self->given, cancellable);
  onsite_pack_store_load_async (self->store, cancellable, store_loaded_cb, g_object_ref (self));
}

void
onsite_pack_choice_choose (OnsitePackChoice *self, OnsitePackEntry *entry)
{
  OnsitePack *pack;

  g_return_if_fail (ONSITE_IS_PACK_CHOICE (self));
  g_return_if_fail (is_readable (entry));

  pack = onsite_pack_entry_get_pack (entry);
  g_clear_object (&self->given);
  g_settings_set_string (self->settings, "pack", onsite_pack_get_id (pack));
  g_settings_reset (self->settings, "pack-language");
  /* Kept only where another one would have been found. */
  if (find_entry (self, onsite_pack_get_id (pack)) != entry)
    g_settings_set_string (self->settings, "pack-language", onsite_pack_get_language (pack));
  set_pack (self, pack);
}

OnsitePack *
onsite_pack_choice_get_pack (OnsitePackChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_CHOICE (self), NULL);

  return self->pack;
}

OnsitePackStore *
onsite_pack_choice_get_store (OnsitePackChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_CHOICE (self), NULL);

  return self->store;
}

gboolean
onsite_pack_choice_is_chosen (OnsitePackChoice *self, OnsitePackEntry *entry)
{
  g_return_val_if_fail (ONSITE_IS_PACK_CHOICE (self), FALSE);

  return self->pack != NULL && is_readable (entry) &&
         g_str_equal (onsite_pack_get_hash (onsite_pack_entry_get_pack (entry)),
                      onsite_pack_get_hash (self->pack));
}

const char *
onsite_pack_choice_get_notice (OnsitePackChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_CHOICE (self), NULL);

  return self->notice;
}
