/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pages.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "onsite-file-check.h"
#include "onsite-library-error.h"
#include "onsite-wal.h"

/* https://www.sqlite.org/fileformat.html#the_database_header */
#define HEADER_SIZE      100
#define MAGIC            "SQLite format 3"
#define OFFSET_PAGE_SIZE 16
#define OFFSET_RESERVED  20
#define OFFSET_COUNT     28
#define OFFSET_VERSION   60

/* What SQLite makes, where the first page doesn't tell. */
#define USUAL_PAGE_SIZE 4096
#define MIN_PAGE_SIZE   512
#define MAX_RESERVED    32

/* https://www.sqlite.org/fileformat.html#pointer_map_or_ptrmap_pages */
#define MAP_ENTRY_SIZE 5
#define MAP_ROOT       1
#define MAP_TREE       5

struct _OnsitePages
{
  int fd;
  gint64 size;
  guint page_size;
  guint reserved;
  guint32 promised;
  gint64 version;
  OnsiteWal *wal;
  guint8 *map; /* the map that was read last */
  guint32 map_number;
};

guint
onsite_pages_get_uint16 (const guint8 *bytes)
{
  return (guint) bytes[0] << 8 | bytes[1];
}

guint32
onsite_pages_get_uint32 (const guint8 *bytes)
{
  return (guint32) onsite_pages_get_uint16 (bytes) << 16 | onsite_pages_get_uint16 (bytes + 2);
}

static gboolean
is_page_size (guint size)
{
  return size >= MIN_PAGE_SIZE && (size & (size - 1)) == 0;
}

/* 1 stands for 65536, which two bytes can't hold. */
static guint
get_page_size (const guint8 *header)
{
  guint size = onsite_pages_get_uint16 (header + OFFSET_PAGE_SIZE);

  return size == 1 ? 65536 : size;
}

static void
read_header (OnsitePages *self)
{
  guint8 header[HEADER_SIZE] = { 0 };

  self->page_size = USUAL_PAGE_SIZE;
  self->version = -1;
  if (pread (self->fd, header, sizeof header, 0) != sizeof header ||
      memcmp (header, MAGIC, sizeof MAGIC) != 0 || !is_page_size (get_page_size (header)) ||
      header[OFFSET_RESERVED] > MAX_RESERVED)
    return;

  self->page_size = get_page_size (header);
  self->reserved = header[OFFSET_RESERVED];
}

/* From the first page as the log has it, which may be newer. */
static void
read_promises (OnsitePages *self)
{
  g_autofree guint8 *page = g_malloc (self->page_size);

  if (!onsite_pages_read (self, 1, page) || memcmp (page, MAGIC, sizeof MAGIC) != 0)
    return;

  self->promised = MAX (self->wal->n_pages, onsite_pages_get_uint32 (page + OFFSET_COUNT));
  self->version = onsite_pages_get_uint32 (page + OFFSET_VERSION);
}

static gboolean
has_no_magic (const char *path)
{
  char start[sizeof MAGIC] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_known = fd >= 0 && pread (fd, start, sizeof start, 0) == sizeof start &&
                      memcmp (start, MAGIC, sizeof MAGIC) == 0;

  if (fd >= 0)
    g_close (fd, NULL);

  return !is_known;
}

/* Of a file without the magic nobody knows yet what it is. */
static gboolean
check_file (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (onsite_file_check (path, &failure))
    return TRUE;
  if (g_error_matches (failure, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY) &&
      g_file_test (path, G_FILE_TEST_IS_REGULAR) && has_no_magic (path))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static OnsitePages *
open_file (const char *path, GError **error)
{
  g_autoptr (OnsitePages) self = g_new0 (OnsitePages, 1);
  g_autofree char *name = g_filename_display_name (path);

  self->fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  self->size = self->fd >= 0 ? lseek (self->fd, 0, SEEK_END) : -1;
  if (self->size > 0)
    return g_steal_pointer (&self);

  if (self->size == 0)
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY,
                 C_ ("error", "There is nothing in the file “%s”."),
                 name);
  else
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_FAILED,
                 C_ ("error", "The library “%s” can't be read: %s. Check who may read the file."),
                 name,
                 g_strerror (errno));

  return NULL;
}

OnsitePages *
onsite_pages_open (const char *path, GError **error)
{
  OnsitePages *self = check_file (path, error) ? open_file (path, error) : NULL;

  if (self == NULL)
    return NULL;

  read_header (self);
  self->wal = onsite_wal_open (path, self->page_size);
  self->map = g_malloc (self->page_size);
  read_promises (self);

  return self;
}

void
onsite_pages_free (OnsitePages *self)
{
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  g_clear_pointer (&self->wal, onsite_wal_free);
  g_free (self->map);
  g_free (self);
}

guint32
onsite_pages_get_count (OnsitePages *self)
{
  gint64 n_pages = (self->size + self->page_size - 1) / self->page_size;

  return (guint32) MAX (n_pages, (gint64) self->wal->n_pages);
}

guint
onsite_pages_get_size (OnsitePages *self)
{
  return self->page_size;
}

guint
onsite_pages_get_usable_size (OnsitePages *self)
{
  return self->page_size - self->reserved;
}

guint32
onsite_pages_get_promised_count (OnsitePages *self)
{
  return self->promised;
}

gint64
onsite_pages_get_version (OnsitePages *self)
{
  return self->version;
}

gboolean
onsite_pages_read (OnsitePages *self, guint32 number, guint8 *buffer)
{
  gssize n_read;

  if (number == 0)
    return FALSE;
  if (onsite_wal_read (self->wal, number, self->page_size, buffer))
    return TRUE;

  n_read = pread (self->fd, buffer, self->page_size, (gint64) (number - 1) * self->page_size);
  if (n_read <= 0)
    return FALSE;
  memset (buffer + n_read, 0, self->page_size - (gsize) n_read);

  return TRUE;
}

static guint32
get_pages_per_map (OnsitePages *self)
{
  return onsite_pages_get_usable_size (self) / MAP_ENTRY_SIZE;
}

/* The first map is page 2, and each is followed by the pages that it tells of. */
static guint32
find_map (OnsitePages *self, guint32 number)
{
  return 2 + (number - 2) / (get_pages_per_map (self) + 1) * (get_pages_per_map (self) + 1);
}

gboolean
onsite_pages_is_map (OnsitePages *self, guint32 number)
{
  return number >= 2 && find_map (self, number) == number;
}

guint32
onsite_pages_find_parent (OnsitePages *self, guint32 number)
{
  const guint8 *entry;
  guint32 map;

  if (number <= 2 || onsite_pages_is_map (self, number))
    return 0;

  map = find_map (self, number);
  if (map != self->map_number)
    {
      self->map_number = onsite_pages_read (self, map, self->map) ? map : 0;
      if (self->map_number == 0)
        return 0;
    }
  entry = self->map + (number - map - 1) * MAP_ENTRY_SIZE;

  if (entry[0] == MAP_ROOT)
    return number;

  return entry[0] == MAP_TREE ? onsite_pages_get_uint32 (entry + 1) : 0;
}
