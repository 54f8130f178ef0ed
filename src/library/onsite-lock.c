/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the locks of an open file description. */
#define _GNU_SOURCE

#include "onsite-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "onsite-library-error.h"

struct _OnsiteLock
{
  char *path;
  int fd;
};

static void
set_open_error (GError **error, const char *library, int code)
{
  g_autofree char *name = g_filename_display_name (library);

  if (code == EROFS || code == EACCES || code == EPERM)
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_READ_ONLY,
                 C_ ("error",
                     "The library “%s” lies in a folder that can't be written. Copy it to one "
                     "where you may write and open it there, or open this one only to read."),
                 name);
  else
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 code == ENOSPC || code == EDQUOT ? ONSITE_LIBRARY_ERROR_FULL
                                                  : ONSITE_LIBRARY_ERROR_FAILED,
                 C_ ("error",
                     "The library “%s” couldn't be opened to write: %s. Check the disk and the "
                     "folder, and try again."),
                 name,
                 g_strerror (code));
}

static void
set_taken_error (GError **error, const char *library, int fd)
{
  g_autofree char *name = g_filename_display_name (library);
  char owner[24] = { 0 };

  if (pread (fd, owner, sizeof owner - 1, 0) <= 0 || !g_ascii_isdigit (owner[0]))
    g_strlcpy (owner, "?", sizeof owner);

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_LOCKED,
               C_ ("error",
                   "The library “%s” is in use by another Onsite (process %s). Close that one and "
                   "try again, or open the library only to read."),
               name,
               g_strstrip (owner));
}

/* An open file description's lock, and not a process's, which would be lost
 * as soon as anything in this process closed the same file. */
static int
lock_file (int fd)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_SETLK, &whole) == 0 ? 0 : errno;
}

static gboolean
is_still_there (const char *path, int fd)
{
  struct stat by_path;
  struct stat by_fd;

  return stat (path, &by_path) == 0 && fstat (fd, &by_fd) == 0 && by_path.st_ino == by_fd.st_ino &&
         by_path.st_dev == by_fd.st_dev;
}

static gboolean
write_owner (int fd, GError **error, const char *library)
{
  g_autofree char *owner = g_strdup_printf ("%ld\n", (long) getpid ());
  gssize length = (gssize) strlen (owner);

  if (ftruncate (fd, 0) == 0 && pwrite (fd, owner, (gsize) length, 0) == length)
    return TRUE;

  set_open_error (error, library, errno);

  return FALSE;
}

OnsiteLock *
onsite_lock_take (const char *path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, "-lock", NULL);
  OnsiteLock *self;
  int code;
  int fd;

  for (;;)
    {
      fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (fd < 0)
        {
          set_open_error (error, path, errno);
          return NULL;
        }

      code = lock_file (fd);
      if (code == 0 && is_still_there (lock_path, fd))
        break;
      if (code == EAGAIN || code == EACCES)
        set_taken_error (error, path, fd);
      else if (code != 0)
        set_open_error (error, path, code);
      g_close (fd, NULL);
      if (code != 0)
        return NULL;
      /* Its owner removed it between our opening and our locking. */
    }

  if (!write_owner (fd, error, path))
    {
      g_close (fd, NULL);
      return NULL;
    }

  self = g_new0 (OnsiteLock, 1);
  self->path = g_steal_pointer (&lock_path);
  self->fd = fd;

  return self;
}

void
onsite_lock_free (OnsiteLock *self)
{
  /* Removed while it is held, so that nobody removes another one's. */
  g_unlink (self->path);
  g_close (self->fd, NULL);
  g_free (self->path);
  g_free (self);
}
