/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "power-log.h"

#include <glib/gstdio.h>

typedef enum
{
  STEP_LINK,
  STEP_UNLINK,
  STEP_WRITE,
  STEP_TRUNCATE,
  STEP_SYNC,
  STEP_SYNC_FOLDER,
  STEP_MARK
} StepKind;

typedef struct
{
  StepKind kind;
  guint file;
  char *name;
  GBytes *data;
  gint64 offset; /* the size, of a truncation */
  guint64 mark;
  gint64 time_us;
} Step;

typedef struct
{
  GByteArray *lasting;
  GPtrArray *pending; /* (element-type Step) */
  gboolean syncs_folder;
} File;

struct _PowerLog
{
  char *folder;
  GPtrArray *steps;   /* (element-type Step) */
  GPtrArray *files;   /* (element-type File) */
  GHashTable *inodes; /* (element-type utf8 uint): of what is there, by its number */
  GHashTable *names;  /* (element-type utf8 uint) */
  guint n_syncs;

  /* Where the last cut was. */
  guint n_done;
  guint64 mark;
  GHashTable *lasting_names; /* (element-type utf8 uint) */
  GPtrArray *pending_names;  /* (element-type Step) */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->data, g_bytes_unref);
  g_free (step->name);
  g_free (step);
}

static void
file_free (gpointer data)
{
  File *file = data;

  g_byte_array_unref (file->lasting);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

static guint
add_file (PowerLog *self)
{
  File *file = g_new0 (File, 1);

  file->lasting = g_byte_array_new ();
  file->pending = g_ptr_array_new ();
  g_ptr_array_add (self->files, file);

  return self->files->len - 1;
}

static char *
get_inode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return g_strdup_printf ("%lu", (gulong) info.st_ino);
}

gboolean
power_log_holds (PowerLog *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_str_equal (folder, self->folder) && !g_str_has_suffix (path, "-shm") &&
         !g_str_has_suffix (path, "-lock");
}

static void
take_lasting (PowerLog *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *contents = NULL;
  File *file;
  gsize length;
  guint id;

  if (!power_log_holds (self, path))
    return;
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  id = add_file (self);
  file = g_ptr_array_index (self->files, id);
  g_byte_array_append (file->lasting, (const guint8 *) contents, (guint) length);
  g_hash_table_insert (self->inodes, get_inode (path), GUINT_TO_POINTER (id));
  g_hash_table_insert (self->names, g_strdup (name), GUINT_TO_POINTER (id));
  g_hash_table_insert (self->lasting_names, g_strdup (name), GUINT_TO_POINTER (id));
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

PowerLog *
power_log_new (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  PowerLog *self = g_new0 (PowerLog, 1);
  const char *name;

  self->folder = g_strdup (folder);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->inodes = new_table ();
  self->names = new_table ();
  self->lasting_names = new_table ();
  self->pending_names = g_ptr_array_new ();
  while ((name = g_dir_read_name (dir)) != NULL)
    take_lasting (self, name);

  return self;
}

void
power_log_free (PowerLog *self)
{
  g_ptr_array_unref (self->pending_names);
  g_hash_table_unref (self->lasting_names);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->inodes);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->steps);
  g_free (self->folder);
  g_free (self);
}

static Step *
add_step (PowerLog *self, StepKind kind, guint file)
{
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->file = file;
  step->time_us = g_get_monotonic_time ();
  g_ptr_array_add (self->steps, step);

  return step;
}

static void
add_link (PowerLog *self, const char *name, guint file)
{
  add_step (self, STEP_LINK, file)->name = g_strdup (name);
  g_hash_table_insert (self->names, g_strdup (name), GUINT_TO_POINTER (file));
}

guint
power_log_add_open (PowerLog *self, const char *path, gboolean syncs_folder)
{
  g_autofree char *inode = get_inode (path);
  g_autofree char *name = g_path_get_basename (path);
  gboolean is_known = g_hash_table_contains (self->inodes, inode);
  guint id = is_known ? GPOINTER_TO_UINT (g_hash_table_lookup (self->inodes, inode))
                      : add_file (self);

  if (!is_known)
    {
      ((File *) g_ptr_array_index (self->files, id))->syncs_folder = syncs_folder;
      g_hash_table_insert (self->inodes, g_steal_pointer (&inode), GUINT_TO_POINTER (id));
      add_link (self, name, id);
    }
  else if (!g_hash_table_contains (self->names, name))
    {
      /* It was renamed, and whoever does that syncs the folder. */
      add_link (self, name, id);
      add_step (self, STEP_SYNC_FOLDER, id);
    }

  return id;
}

void
power_log_add_write (PowerLog *self, guint file, const void *data, gsize size, gint64 offset)
{
  Step *step = add_step (self, STEP_WRITE, file);

  step->data = g_bytes_new (data, size);
  step->offset = offset;
}

void
power_log_add_truncation (PowerLog *self, guint file, gint64 size)
{
  add_step (self, STEP_TRUNCATE, file)->offset = size;
}

void
power_log_add_sync (PowerLog *self, guint file)
{
  File *synced = g_ptr_array_index (self->files, file);

  add_step (self, STEP_SYNC, file);
  self->n_syncs++;
  if (synced->syncs_folder)
    add_step (self, STEP_SYNC_FOLDER, file);
  synced->syncs_folder = FALSE;
}

static gboolean
is_this_file (gpointer inode, gpointer file, gpointer which)
{
  return file == which;
}

void
power_log_add_deletion (PowerLog *self, const char *path, gboolean syncs_folder)
{
  g_autofree char *name = g_path_get_basename (path);
  gpointer file;

  if (!g_hash_table_lookup_extended (self->names, name, NULL, &file))
    return;

  add_step (self, STEP_UNLINK, GPOINTER_TO_UINT (file))->name = g_strdup (name);
  if (syncs_folder)
    add_step (self, STEP_SYNC_FOLDER, GPOINTER_TO_UINT (file));
  g_hash_table_remove (self->names, name);
  /* The number may be given to another. */
  g_hash_table_foreach_remove (self->inodes, is_this_file, file);
}

void
power_log_add_mark (PowerLog *self, guint64 mark)
{
  add_step (self, STEP_MARK, 0)->mark = mark;
}

guint
power_log_get_n_steps (PowerLog *self)
{
  return self->steps->len;
}

guint
power_log_get_n_syncs (PowerLog *self)
{
  return self->n_syncs;
}

/* What a file becomes. */

static void
apply_part (GByteArray *contents, const Step *step, gsize from, gsize until)
{
  const guint8 *data = g_bytes_get_data (step->data, NULL);
  gsize end = (gsize) step->offset + until;
  guint old_length = contents->len;

  if (end > old_length)
    {
      g_byte_array_set_size (contents, (guint) end);
      memset (contents->data + old_length, 0, end - old_length);
    }
  memcpy (contents->data + step->offset + from, data + from, until - from);
}

static void
apply (GByteArray *contents, const Step *step)
{
  if (step->kind == STEP_WRITE)
    apply_part (contents, step, 0, g_bytes_get_size (step->data));
  else if (step->offset < contents->len)
    g_byte_array_set_size (contents, (guint) step->offset);
}

static gboolean
toss (void)
{
  return g_test_rand_int () & 1;
}

/* Only some sectors of it arrived. */
static void
apply_torn (GByteArray *contents, const Step *step, gsize sector)
{
  gsize size, from, until;

  if (step->kind != STEP_WRITE)
    {
      if (toss ())
        apply (contents, step);
      return;
    }

  size = g_bytes_get_size (step->data);
  for (from = 0; from < size; from = until)
    {
      until = MIN (size, from + sector - ((gsize) step->offset + from) % sector);
      if (toss ())
        apply_part (contents, step, from, until);
    }
}

static void
shuffle (GPtrArray *steps)
{
  for (guint i = steps->len; i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (gint32) i);
      gpointer other = steps->pdata[j];

      steps->pdata[j] = steps->pdata[i - 1];
      steps->pdata[i - 1] = other;
    }
}

static GByteArray *
leave_of_file (const File *file, PowerCut cut)
{
  GByteArray *contents = g_byte_array_sized_new (file->lasting->len);
  g_autoptr (GPtrArray) pending = g_ptr_array_copy (file->pending, NULL, NULL);

  g_byte_array_append (contents, file->lasting->data, file->lasting->len);
  if (cut == POWER_CUT_SYNCED)
    return contents;

  if (cut != POWER_CUT_WRITTEN)
    shuffle (pending);
  for (guint i = 0; i < pending->len; i++)
    if (cut == POWER_CUT_WRITTEN)
      apply (contents, pending->pdata[i]);
    else
      apply_torn (contents, pending->pdata[i], cut == POWER_CUT_TORN_512 ? 512 : 4096);

  return contents;
}

/* What the folder becomes. */

static void
apply_name (GHashTable *names, const Step *step)
{
  if (step->kind == STEP_LINK)
    g_hash_table_insert (names, g_strdup (step->name), GUINT_TO_POINTER (step->file));
  else
    g_hash_table_remove (names, step->name);
}

static GHashTable *
leave_of_names (PowerLog *self, PowerCut cut)
{
  GHashTable *names = new_table ();
  GHashTableIter iter;
  gpointer name, file;

  g_hash_table_iter_init (&iter, self->lasting_names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    g_hash_table_insert (names, g_strdup (name), file);
  for (guint i = 0; i < self->pending_names->len; i++)
    if (cut == POWER_CUT_WRITTEN || (cut != POWER_CUT_SYNCED && toss ()))
      apply_name (names, self->pending_names->pdata[i]);

  return names;
}

static void
sync_file (File *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    apply (file->lasting, file->pending->pdata[i]);
  g_ptr_array_set_size (file->pending, 0);
}

static void
sync_folder (PowerLog *self)
{
  for (guint i = 0; i < self->pending_names->len; i++)
    apply_name (self->lasting_names, self->pending_names->pdata[i]);
  g_ptr_array_set_size (self->pending_names, 0);
}

static void
go_on_by (PowerLog *self, Step *step)
{
  File *file = g_ptr_array_index (self->files, step->file);

  switch (step->kind)
    {
    case STEP_LINK:
    case STEP_UNLINK:
      g_ptr_array_add (self->pending_names, step);
      break;
    case STEP_WRITE:
    case STEP_TRUNCATE:
      g_ptr_array_add (file->pending, step);
      break;
    case STEP_SYNC:
      sync_file (file);
      break;
    case STEP_SYNC_FOLDER:
      sync_folder (self);
      break;
    case STEP_MARK:
      self->mark = step->mark;
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
put (PowerLog *self, PowerCut cut, const char *folder)
{
  g_autoptr (GHashTable) names = leave_of_names (self, cut);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer name, file;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GByteArray) contents = leave_of_file (self->files->pdata[GPOINTER_TO_UINT (file)],
                                                       cut);

      g_file_set_contents_full (path,
                                (const char *) contents->data,
                                contents->len,
                                G_FILE_SET_CONTENTS_NONE,
                                0600,
                                &error);
      g_assert_no_error (error);
    }
}

guint64
power_log_cut (PowerLog *self, guint n_steps, PowerCut cut, const char *folder, gint64 *time_us)
{
  g_assert_cmpuint (n_steps, >=, self->n_done);
  g_assert_cmpuint (n_steps, <=, self->steps->len);

  while (self->n_done < n_steps)
    go_on_by (self, g_ptr_array_index (self->steps, self->n_done++));
  if (time_us != NULL)
    *time_us = n_steps == 0 ? 0 : ((Step *) g_ptr_array_index (self->steps, n_steps - 1))->time_us;
  empty_folder (folder);
  put (self, cut, folder);

  return self->mark;
}
