/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-file-check.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "onsite-library-error.h"
#include "onsite-migrations.h"

/* https://www.sqlite.org/fileformat.html#the_database_header */
#define HEADER_SIZE           100
#define MAGIC                 "SQLite format 3"
#define OFFSET_PAGE_SIZE      16
#define OFFSET_CHANGE_COUNTER 24
#define OFFSET_N_PAGES        28
#define OFFSET_APPLICATION_ID 68
#define OFFSET_VALID_FOR      92

static guint32
read_uint32 (const guint8 *header, gsize offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);

  return GUINT32_FROM_BE (value);
}

static gint64
read_page_size (const guint8 *header)
{
  gint64 page_size = header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];

  return page_size == 1 ? 65536 : page_size;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

/* The page count in the header is right if no program that doesn't know of it
 * wrote last. With a log the file may lack what the log still holds. */
static gboolean
is_cut_short (const char *path, const guint8 *header, gint64 size)
{
  return read_uint32 (header, OFFSET_CHANGE_COUNTER) == read_uint32 (header, OFFSET_VALID_FOR) &&
         size < read_page_size (header) * read_uint32 (header, OFFSET_N_PAGES) && !has_log (path);
}

static gboolean
read_header (const char *path, guint8 *header, gsize *n_read, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize result = fd >= 0 ? pread (fd, header, HEADER_SIZE, 0) : -1;
  int code = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  if (result < 0)
    {
      g_set_error (error,
                   ONSITE_LIBRARY_ERROR,
                   ONSITE_LIBRARY_ERROR_FAILED,
                   C_ ("error", "The library “%s” can't be read: %s. Check who may read the file."),
                   name,
                   g_strerror (code));
      return FALSE;
    }

  *n_read = (gsize) result;

  return TRUE;
}

static void
set_not_a_library (GError **error, const char *name)
{
  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY,
               C_ ("error",
                   "“%s” isn't an Onsite library. Choose another file; this one was left as it "
                   "is."),
               name);
}

gboolean
onsite_file_check (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  guint8 header[HEADER_SIZE];
  GStatBuf info;
  gsize n_read;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error,
                   ONSITE_LIBRARY_ERROR,
                   ONSITE_LIBRARY_ERROR_NOT_FOUND,
                   C_ ("error", "There is no library “%s” (%s). Check the name and the folder."),
                   name,
                   g_strerror (errno));
      return FALSE;
    }

  if (!S_ISREG (info.st_mode))
    {
      set_not_a_library (error, name);
      return FALSE;
    }
  if (!read_header (path, header, &n_read, error))
    return FALSE;
  if (n_read < HEADER_SIZE || memcmp (header, MAGIC, sizeof MAGIC) != 0 ||
      read_uint32 (header, OFFSET_APPLICATION_ID) != ONSITE_LIBRARY_APPLICATION_ID)
    {
      set_not_a_library (error, name);
      return FALSE;
    }
  if (!is_cut_short (path, header, info.st_size))
    return TRUE;

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_DAMAGED,
               C_ ("error",
                   "The library “%s” is damaged: its end is missing. It was left as it is; go back "
                   "to a backup, or repair a copy of it."),
               name);

  return FALSE;
}
