/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

/* A loop is some 70 MB; the usual 4 KiB would be half of what it takes to write them. */
#define BUFFER_BYTES (256 * 1024)

typedef struct
{
  GFile *draft;
  GFile *place;
} Draft;

struct _OnsiteShareFiles
{
  GFile *target;
  gboolean is_folder;
  gboolean made_folder;
  GPtrArray *drafts;
  gint64 n_bytes;
};

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_object_unref (self->draft);
  g_object_unref (self->place);
  g_free (self);
}

OnsiteShareFiles *
onsite_share_files_new (GFile *target, gboolean is_folder)
{
  OnsiteShareFiles *self = g_new0 (OnsiteShareFiles, 1);

  self->target = g_object_ref (target);
  self->is_folder = is_folder;
  self->drafts = g_ptr_array_new_with_free_func (draft_free);

  return self;
}

void
onsite_share_files_free (OnsiteShareFiles *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = g_ptr_array_index (self->drafts, i);

      g_file_delete (draft->draft, NULL, NULL);
    }
  /* A folder with something in it stays. */
  if (self->made_folder)
    g_file_delete (self->target, NULL, NULL);
  g_ptr_array_unref (self->drafts);
  g_object_unref (self->target);
  g_free (self);
}

static gboolean
make_folder (OnsiteShareFiles *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!self->is_folder || self->made_folder)
    return TRUE;
  if (g_file_make_directory (self->target, cancellable, &failure))
    self->made_folder = TRUE;
  else if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

static Draft *
draft_new (OnsiteShareFiles *self, const char *name)
{
  Draft *draft = g_new0 (Draft, 1);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *base = NULL;
  g_autofree char *hidden = NULL;
  g_autoptr (GFile) folder = NULL;

  draft->place = name ? g_file_get_child (self->target, name) : g_object_ref (self->target);
  base = g_file_get_basename (draft->place);
  hidden = g_strdup_printf (".%s.%.8s.part", base, id);
  folder = g_file_get_parent (draft->place);
  draft->draft = g_file_get_child (folder ? folder : draft->place, hidden);

  return draft;
}

GOutputStream *
onsite_share_files_add (OnsiteShareFiles *self,
                        const char *name,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GFileOutputStream) plain = NULL;
  Draft *draft;

  g_return_val_if_fail (self->is_folder == (name != NULL), NULL);

  if (!make_folder (self, cancellable, error))
    return NULL;
  draft = draft_new (self, name);
  plain = g_file_create (draft->draft, G_FILE_CREATE_NONE, cancellable, error);
  if (!plain)
    {
      draft_free (draft);
      return NULL;
    }
  g_ptr_array_add (self->drafts, draft);

  return g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (plain), BUFFER_BYTES);
}

static gint64
get_n_bytes (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE,
                                                  NULL,
                                                  NULL);

  return info ? g_file_info_get_size (info) : 0;
}

static gboolean
fail (GError **error)
{
  int reason = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason));

  return FALSE;
}

/* A place that is no path is elsewhere, where only who runs it knows when it is safe. */
static gboolean
wait_for_disk (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  int fd;

  if (!path)
    return TRUE;
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (error);
  if (g_fsync (fd) != 0)
    {
      fail (error);
      g_close (fd, NULL);
      return FALSE;
    }

  return g_close (fd, error);
}

gboolean
onsite_share_files_keep (OnsiteShareFiles *self, GError **error)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (!wait_for_disk (((const Draft *) g_ptr_array_index (self->drafts, i))->draft, error))
      return FALSE;

  while (self->drafts->len > 0)
    {
      const Draft *draft = g_ptr_array_index (self->drafts, 0);

      if (!g_file_move (draft->draft, draft->place, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
        return FALSE;
      self->made_folder = FALSE;
      self->n_bytes += get_n_bytes (draft->place);
      g_ptr_array_remove_index (self->drafts, 0);
    }

  return TRUE;
}

gint64
onsite_share_files_get_n_bytes (OnsiteShareFiles *self)
{
  return self->n_bytes;
}

GFile *
onsite_share_files_get_target (OnsiteShareFiles *self)
{
  return self->target;
}
