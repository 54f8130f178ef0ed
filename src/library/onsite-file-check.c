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
#define OFFSET_APPLICATION_ID 68

static guint32
read_uint32 (const guint8 *header, gsize offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);

  return GUINT32_FROM_BE (value);
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

  return TRUE;
}
