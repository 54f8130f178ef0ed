/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-store.h"

#include <glib/gi18n-lib.h>

#include "onsite-builtin-packs.h"
#include "onsite-pack-folder.h"
#include "onsite-pack-language.h"

struct _OnsitePackStore
{
  GObject parent_instance;

  GFile *built_in;
  GFile *added;
  GMutex deed; /* what is done to the folders is done one after the other */
  GPtrArray *entries;
};

/* Something to do to the folders, and what came of it. */
typedef struct _Deed Deed;
struct _Deed
{
  gboolean (*act) (OnsitePackStore *, Deed *, GPtrArray *, GCancellable *, GError **);
  GFile *file;
  gboolean force;
  OnsitePackEntry *entry;
  GBytes *content;
  char *replaced;
  GPtrArray *entries; /* all that is there afterwards */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsitePackStore,
                               onsite_pack_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

GQuark
onsite_pack_store_error_quark (void)
{
  return g_quark_from_static_string ("onsite-pack-store-error-quark");
}

static void
deed_free (Deed *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->replaced, g_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

/* No folder is made before something is added. */
static GPtrArray *
read_added (OnsitePackStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  GPtrArray *added = onsite_pack_folder_read (self->added, FALSE, cancellable, &own_error);

  if (added != NULL)
    return added;
  if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_ptr_array_new_with_free_func (g_object_unref);

  g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

static GPtrArray *
read_all (OnsitePackStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) built_in = onsite_pack_folder_read (self->built_in,
                                                            TRUE,
                                                            cancellable,
                                                            error);
  g_autoptr (GPtrArray) added = built_in != NULL ? read_added (self, cancellable, error) : NULL;

  return added != NULL ? onsite_pack_folder_merge (built_in, added) : NULL;
}

/* Once something has been done there is no giving up: what is there is read. */
static gboolean
do_deed (OnsitePackStore *self, Deed *deed, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) present = read_all (self, cancellable, error);

  if (present == NULL)
    return FALSE;

  if (deed->act == NULL)
    deed->entries = g_steal_pointer (&present);
  else if (deed->act (self, deed, present, cancellable, error))
    deed->entries = read_all (self, NULL, error);

  return deed->entries != NULL;
}

static gboolean
act_add (OnsitePackStore *self,
         Deed *deed,
         GPtrArray *present,
         GCancellable *cancellable,
         GError **error)
{
  deed->entry = onsite_pack_folder_add (self->added,
                                        present,
                                        deed->file,
                                        deed->force,
                                        &deed->replaced,
                                        cancellable,
                                        error);

  return deed->entry != NULL;
}

static gboolean
act_remove (OnsitePackStore *self,
            Deed *deed,
            GPtrArray *present,
            GCancellable *cancellable,
            GError **error)
{
  GFile *file = onsite_pack_entry_get_file (deed->entry);

  if (onsite_pack_entry_get_built_in (deed->entry))
    {
      g_set_error (error,
                   ONSITE_PACK_STORE_ERROR,
                   ONSITE_PACK_STORE_ERROR_BUILT_IN,
                   C_ ("error", "“%s” came with Onsite and can’t be removed."),
                   onsite_pack_entry_get_name (deed->entry));
      return FALSE;
    }

  deed->content = g_file_load_bytes (file, cancellable, NULL, error);

  return deed->content != NULL && g_file_delete (file, cancellable, error);
}

static gboolean
act_put_back (OnsitePackStore *self,
              Deed *deed,
              GPtrArray *present,
              GCancellable *cancellable,
              GError **error)
{
  return onsite_pack_folder_write (onsite_pack_entry_get_file (deed->entry), deed->content, error);
}

/* Whether there is nothing new to be said of an entry. */
static gboolean
is_as_before (OnsitePackEntry *now, OnsitePackEntry *before)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (now);
  OnsitePack *pack_before = onsite_pack_entry_get_pack (before);

  return pack != NULL && pack_before != NULL &&
         g_str_equal (onsite_pack_get_hash (pack), onsite_pack_get_hash (pack_before)) &&
         g_file_equal (onsite_pack_entry_get_file (now), onsite_pack_entry_get_file (before)) &&
         g_strcmp0 (onsite_pack_entry_get_instead_of (now),
                    onsite_pack_entry_get_instead_of (before)) == 0;
}

/* Puts the entry from before in the place of one that says nothing new. */
static gboolean
keep_entry (GPtrArray *now, guint position, GPtrArray *before, guint position_before)
{
  gpointer *place = &g_ptr_array_index (now, position);
  OnsitePackEntry *old = g_ptr_array_index (before, position_before);

  if (!is_as_before (ONSITE_PACK_ENTRY (*place), old))
    return FALSE;

  g_object_unref (*place);
  *place = g_object_ref (old);

  return TRUE;
}

/* What is as before stays, so that who shows it keeps its place. */
static void
show_entries (OnsitePackStore *self, Deed *deed)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->entries);
  GPtrArray *now = deed->entries;
  guint n_shortest = MIN (before->len, now->len);
  guint n_first = 0, n_last = 0;

  while (n_first < n_shortest && keep_entry (now, n_first, before, n_first))
    n_first++;
  while (n_last < n_shortest - n_first &&
         keep_entry (now, now->len - 1 - n_last, before, before->len - 1 - n_last))
    n_last++;

  self->entries = g_ptr_array_ref (now);
  g_list_model_items_changed (G_LIST_MODEL (self),
                              n_first,
                              before->len - n_first - n_last,
                              now->len - n_first - n_last);
}

/* At once, in the thread that the store belongs to. */
static gboolean
run_deed (OnsitePackStore *self, Deed *deed, GCancellable *cancellable, GError **error)
{
  gboolean done;

  g_mutex_lock (&self->deed);
  done = do_deed (self, deed, cancellable, error);
  g_mutex_unlock (&self->deed);

  if (done)
    show_entries (self, deed);

  return done;
}

/* It returns before the next deed begins, so that what is shown is what was read last. */
static void
deed_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  OnsitePackStore *self = source_object;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->deed);
  g_autoptr (GError) error = NULL;

  if (do_deed (self, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
deed_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsitePackStore *self = ONSITE_PACK_STORE (source);
  g_autoptr (GTask) task = user_data;
  Deed *deed = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  show_entries (self, deed);
  g_task_return_pointer (task, g_object_ref (result), g_object_unref);
}

static void
start_deed (OnsitePackStore *self,
            Deed *deed,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data,
            gpointer source_tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) work = g_task_new (self, cancellable, deed_done_cb, task);

  /* What was done is told, also to who has given up meanwhile. */
  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (work, start_deed);
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, deed, (GDestroyNotify) deed_free);
  g_task_run_in_thread (work, deed_thread);
}

/* (nullable): what came of it, which the work's task holds. */
static GTask *
finish_deed (OnsitePackStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static GType
onsite_pack_store_get_item_type (GListModel *model)
{
  return ONSITE_TYPE_PACK_ENTRY;
}

static guint
onsite_pack_store_get_n_items (GListModel *model)
{
  return ONSITE_PACK_STORE (model)->entries->len;
}

static gpointer
onsite_pack_store_get_item (GListModel *model, guint position)
{
  GPtrArray *entries = ONSITE_PACK_STORE (model)->entries;

  return position < entries->len ? g_object_ref (g_ptr_array_index (entries, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = onsite_pack_store_get_item_type;
  iface->get_n_items = onsite_pack_store_get_n_items;
  iface->get_item = onsite_pack_store_get_item;
}

static void
onsite_pack_store_finalize (GObject *object)
{
  OnsitePackStore *self = ONSITE_PACK_STORE (object);

  g_clear_object (&self->built_in);
  g_clear_object (&self->added);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_mutex_clear (&self->deed);

  G_OBJECT_CLASS (onsite_pack_store_parent_class)->finalize (object);
}

static void
onsite_pack_store_class_init (OnsitePackStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_pack_store_finalize;
}

static void
onsite_pack_store_init (OnsitePackStore *self)
{
  g_mutex_init (&self->deed);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

OnsitePackStore *
onsite_pack_store_new (GFile *built_in, GFile *added)
{
  OnsitePackStore *self = g_object_new (ONSITE_TYPE_PACK_STORE, NULL);

  self->built_in = g_object_ref (built_in);
  self->added = g_object_ref (added);

  return self;
}

OnsitePackStore *
onsite_pack_store_new_for_user (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "onsite", "packs", NULL);
  g_autoptr (GFile) built_in = onsite_builtin_packs_get_folder ();
  g_autoptr (GFile) added = g_file_new_for_path (path);

  return onsite_pack_store_new (built_in, added);
}

gboolean
onsite_pack_store_load (OnsitePackStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (Deed) deed = g_new0 (Deed, 1);

  g_return_val_if_fail (ONSITE_IS_PACK_STORE (self), FALSE);

  return run_deed (self, deed, cancellable, error);
}

void
onsite_pack_store_load_async (OnsitePackStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (ONSITE_IS_PACK_STORE (self));

  start_deed (self,
              g_new0 (Deed, 1),
              cancellable,
              callback,
              user_data,
              onsite_pack_store_load_async);
}

gboolean
onsite_pack_store_load_finish (OnsitePackStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GTask) work = finish_deed (self, result, error);

  return work != NULL;
}

static Deed *
deed_new_add (GFile *file, gboolean force)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->act = act_add;
  deed->file = g_object_ref (file);
  deed->force = force;

  return deed;
}

static OnsitePackEntry *
take_added (Deed *deed, char **replaced)
{
  if (replaced != NULL)
    *replaced = g_strdup (deed->replaced);

  return g_object_ref (deed->entry);
}

OnsitePackEntry *
onsite_pack_store_add (OnsitePackStore *self,
                       GFile *file,
                       gboolean force,
                       char **replaced,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (Deed) deed = deed_new_add (file, force);

  g_return_val_if_fail (ONSITE_IS_PACK_STORE (self), NULL);

  return run_deed (self, deed, cancellable, error) ? take_added (deed, replaced) : NULL;
}

void
onsite_pack_store_add_async (OnsitePackStore *self,
                             GFile *file,
                             gboolean force,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (ONSITE_IS_PACK_STORE (self));
  g_return_if_fail (G_IS_FILE (file));

  start_deed (self,
              deed_new_add (file, force),
              cancellable,
              callback,
              user_data,
              onsite_pack_store_add_async);
}

OnsitePackEntry *
onsite_pack_store_add_finish (OnsitePackStore *self,
                              GAsyncResult *result,
                              char **replaced,
                              GError **error)
{
  g_autoptr (GTask) work = finish_deed (self, result, error);

  return work != NULL ? take_added (g_task_get_task_data (work), replaced) : NULL;
}

static Deed *
deed_new_remove (OnsitePackEntry *entry)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->act = act_remove;
  deed->entry = g_object_ref (entry);

  return deed;
}

GBytes *
onsite_pack_store_remove (OnsitePackStore *self,
                          OnsitePackEntry *entry,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (Deed) deed = deed_new_remove (entry);

  g_return_val_if_fail (ONSITE_IS_PACK_STORE (self), NULL);

  return run_deed (self, deed, cancellable, error) ? g_bytes_ref (deed->content) : NULL;
}

void
onsite_pack_store_remove_async (OnsitePackStore *self,
                                OnsitePackEntry *entry,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (ONSITE_IS_PACK_STORE (self));
  g_return_if_fail (ONSITE_IS_PACK_ENTRY (entry));

  start_deed (self,
              deed_new_remove (entry),
              cancellable,
              callback,
              user_data,
              onsite_pack_store_remove_async);
}

GBytes *
onsite_pack_store_remove_finish (OnsitePackStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GTask) work = finish_deed (self, result, error);
  Deed *deed = work != NULL ? g_task_get_task_data (work) : NULL;

  return deed != NULL ? g_bytes_ref (deed->content) : NULL;
}

void
onsite_pack_store_put_back_async (OnsitePackStore *self,
                                  OnsitePackEntry *entry,
                                  GBytes *content,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Deed *deed;

  g_return_if_fail (ONSITE_IS_PACK_STORE (self));
  g_return_if_fail (ONSITE_IS_PACK_ENTRY (entry));
  g_return_if_fail (content != NULL);

  deed = g_new0 (Deed, 1);
  deed->act = act_put_back;
  deed->entry = g_object_ref (entry);
  deed->content = g_bytes_ref (content);
  start_deed (self, deed, cancellable, callback, user_data, onsite_pack_store_put_back_async);
}

gboolean
onsite_pack_store_put_back_finish (OnsitePackStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GTask) work = finish_deed (self, result, error);

  return work != NULL;
}

static guint
rank (OnsitePackEntry *entry, const char *const *languages)
{
  OnsitePack *pack = onsite_pack_entry_get_pack (entry);

  return pack != NULL ? onsite_pack_language_rank (onsite_pack_get_language (pack), languages) : 0;
}

OnsitePackEntry *
onsite_pack_store_find (OnsitePackStore *self, const char *id, const char *const *languages)
{
  OnsitePackEntry *best = NULL;

  g_return_val_if_fail (ONSITE_IS_PACK_STORE (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      OnsitePackEntry *entry = g_ptr_array_index (self->entries, i);
      gboolean readable = onsite_pack_entry_get_pack (entry) != NULL;
      gboolean best_readable = best != NULL && onsite_pack_entry_get_pack (best) != NULL;

      if (!g_str_equal (onsite_pack_entry_get_id (entry), id))
        continue;
      if (best == NULL || readable > best_readable ||
          (readable == best_readable && rank (entry, languages) < rank (best, languages)))
        best = entry;
    }

  return best;
}
