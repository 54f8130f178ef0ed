/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cell.h"

#include <string.h>

/* https://www.sqlite.org/fileformat.html#b_tree_pages */
#define FIRST_PAGE_HEADER 100
#define OFFSET_N_CELLS    3
#define OFFSET_RIGHTMOST  8
#define LEAF_HEADER       8
#define INTERIOR_HEADER   12
#define CHILD_SIZE        4
#define OVERFLOW_SIZE     4
#define MAX_VARINT        9

/* More than all text of a person's loop; a length beyond it is a wrong one. */
#define MAX_PAYLOAD (64 * 1024 * 1024)

enum
{
  PAGE_INDEX_INTERIOR = 2,
  PAGE_TABLE_INTERIOR = 5,
  PAGE_INDEX_LEAF = 10,
  PAGE_TABLE_LEAF = 13,
};

typedef struct
{
  OnsitePages *pages;
  const guint8 *page;
  guint usable_size;
  guint header;
  guint8 type;
  guint n_cells;
} Page;

/* Bytes that are read from the front. */
typedef struct
{
  const guint8 *data;
  gsize size;
} Bytes;

static gboolean
is_interior (guint8 type)
{
  return type == PAGE_INDEX_INTERIOR || type == PAGE_TABLE_INTERIOR;
}

static gboolean
is_table (guint8 type)
{
  return type == PAGE_TABLE_INTERIOR || type == PAGE_TABLE_LEAF;
}

static guint
get_pointers (const Page *self)
{
  return self->header + (is_interior (self->type) ? INTERIOR_HEADER : LEAF_HEADER);
}

static gboolean
read_head (Page *self, guint32 number)
{
  self->header = number == 1 ? FIRST_PAGE_HEADER : 0;
  self->type = self->page[self->header];
  self->n_cells = onsite_pages_get_uint16 (self->page + self->header + OFFSET_N_CELLS);

  return (is_interior (self->type) || self->type == PAGE_INDEX_LEAF ||
          self->type == PAGE_TABLE_LEAF) &&
         get_pointers (self) + 2 * self->n_cells <= self->usable_size;
}

static gboolean
take_varint (Bytes *bytes, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < MAX_VARINT && i < bytes->size; i++)
    {
      guint8 byte = bytes->data[i];
      gboolean is_last = i == MAX_VARINT - 1;

      *value = is_last ? *value << 8 | byte : *value << 7 | (byte & 0x7f);
      if (is_last || (byte & 0x80) == 0)
        {
          bytes->data += i + 1;
          bytes->size -= i + 1;
          return TRUE;
        }
    }

  return FALSE;
}

/* How much of a payload lies in the page itself. */
static gsize
get_local_size (const Page *page, gsize size)
{
  gsize usable = page->usable_size;
  gsize most = is_table (page->type) ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  gsize least = (usable - 12) * 32 / 255 - 23;
  gsize local = least + (size - least) % (usable - OVERFLOW_SIZE);

  if (size <= most)
    return size;

  return local <= most ? local : least;
}

static void
append_overflow (const Page *page, guint32 number, GByteArray *payload, gsize size)
{
  g_autofree guint8 *buffer = g_malloc (onsite_pages_get_size (page->pages));

  while (payload->len < size && number > 1 && !onsite_pages_is_map (page->pages, number) &&
         onsite_pages_read (page->pages, number, buffer))
    {
      g_byte_array_append (payload,
                           buffer + OVERFLOW_SIZE,
                           (guint) MIN (size - payload->len, page->usable_size - OVERFLOW_SIZE));
      number = onsite_pages_get_uint32 (buffer);
    }
}

/* As much of it as there is. */
static GByteArray *
read_payload (const Page *page, const Bytes *rest, gsize size)
{
  gsize local = get_local_size (page, size);
  GByteArray *payload = g_byte_array_new ();

  g_byte_array_append (payload, rest->data, (guint) MIN (local, rest->size));
  if (local < size && local + OVERFLOW_SIZE <= rest->size)
    append_overflow (page, onsite_pages_get_uint32 (rest->data + local), payload, size);

  return payload;
}

static gint64
read_integer (const guint8 *data, gsize size)
{
  guint64 value = size > 0 && (data[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (gsize i = 0; i < size; i++)
    value = value << 8 | data[i];

  return (gint64) value;
}

/* https://www.sqlite.org/fileformat.html#record_format */
static gsize
get_field_size (guint64 serial)
{
  static const guint8 sizes[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

  return serial < G_N_ELEMENTS (sizes) ? sizes[serial] : (gsize) (serial - 12) / 2;
}

static OnsiteFieldType
get_field_type (guint64 serial)
{
  if (serial >= 12)
    return serial % 2 == 0 ? ONSITE_FIELD_BLOB : ONSITE_FIELD_TEXT;
  if (serial == 7)
    return ONSITE_FIELD_REAL;

  return serial == 0 ? ONSITE_FIELD_NULL : ONSITE_FIELD_INTEGER;
}

static void
fill_field (OnsiteField *field, guint64 serial, const Bytes *body)
{
  gsize size = get_field_size (serial);
  guint64 bits;

  *field = (OnsiteField){ .type = get_field_type (serial), .is_whole = size <= body->size };
  field->data = body->data;
  field->size = MIN (size, body->size);
  if (!field->is_whole)
    return;

  if (field->type == ONSITE_FIELD_INTEGER)
    field->integer = serial >= 8 ? (gint64) serial - 8 : read_integer (body->data, size);
  if (field->type == ONSITE_FIELD_REAL)
    {
      bits = (guint64) read_integer (body->data, size);
      memcpy (&field->real, &bits, sizeof bits);
    }
}

static gboolean
is_text_or_blob (const OnsiteField *field)
{
  return field->type == ONSITE_FIELD_TEXT || field->type == ONSITE_FIELD_BLOB;
}

/* Returns whether it can be a record: the sizes of its fields add up to its own. */
static gboolean
read_record (OnsiteCell *cell, const GByteArray *payload, gsize size)
{
  Bytes head = { payload->data, payload->len };
  Bytes body;
  guint64 head_size, serial;
  gsize total;

  if (!take_varint (&head, &head_size) || head_size > payload->len)
    return FALSE;

  body = (Bytes){ payload->data + head_size, payload->len - (gsize) head_size };
  head.size = (gsize) head_size - (gsize) (head.data - payload->data);
  total = (gsize) head_size;
  for (cell->n_fields = 0; head.size > 0; cell->n_fields++)
    {
      OnsiteField *field = &cell->fields[cell->n_fields];

      if (cell->n_fields == ONSITE_CELL_MAX_FIELDS || !take_varint (&head, &serial) ||
          serial == 10 || serial == 11 || serial > MAX_PAYLOAD * G_GUINT64_CONSTANT (2))
        return FALSE;
      fill_field (field, serial, &body);
      body.data += field->size;
      body.size -= field->size;
      total += get_field_size (serial);
    }
  /* Of what is missing there is at most the beginning of a text. */
  while (cell->n_fields > 0 && !cell->fields[cell->n_fields - 1].is_whole &&
         (!is_text_or_blob (&cell->fields[cell->n_fields - 1]) ||
          cell->fields[cell->n_fields - 1].size == 0))
    cell->n_fields--;

  return cell->n_fields > 0 && total == size;
}

/* Returns whether there is a row at @offset, and @func is content. */
static gboolean
read_cell (const Page *page, guint offset, OnsiteCellFunc func, gpointer user_data)
{
  Bytes rest = { page->page + offset, page->usable_size - offset };
  OnsiteCell cell = { .has_rowid = is_table (page->type) };
  g_autoptr (GByteArray) payload = NULL;
  guint64 size, rowid = 0;

  if (is_interior (page->type))
    {
      if (rest.size < CHILD_SIZE)
        return FALSE;
      rest.data += CHILD_SIZE;
      rest.size -= CHILD_SIZE;
    }
  if (!take_varint (&rest, &size) || (cell.has_rowid && !take_varint (&rest, &rowid)) ||
      size == 0 || size > MAX_PAYLOAD)
    return FALSE;

  cell.rowid = (gint64) rowid;
  payload = read_payload (page, &rest, (gsize) size);

  return read_record (&cell, payload, (gsize) size) && func (&cell, user_data);
}

/* Where the cell is, 0 if that is nowhere in the page. */
static guint
get_offset (const Page *page, guint index)
{
  guint offset = onsite_pages_get_uint16 (page->page + get_pointers (page) + 2 * index);

  return offset >= get_pointers (page) + 2 * page->n_cells && offset < page->usable_size ? offset
                                                                                         : 0;
}

GArray *
onsite_cell_list_children (OnsitePages *pages, guint32 number, const guint8 *bytes)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (guint32));
  Page page = { pages, bytes, onsite_pages_get_usable_size (pages), 0, 0, 0 };
  guint32 child;

  if (!read_head (&page, number) || !is_interior (page.type))
    return children;

  for (guint i = 0; i < page.n_cells; i++)
    {
      guint offset = get_offset (&page, i);

      if (offset == 0 || offset + CHILD_SIZE > page.usable_size)
        continue;
      child = onsite_pages_get_uint32 (bytes + offset);
      g_array_append_val (children, child);
    }
  child = onsite_pages_get_uint32 (bytes + page.header + OFFSET_RIGHTMOST);
  g_array_append_val (children, child);

  return children;
}

/* The cells of such a page only lead to others. */
static int
count_stray_children (OnsitePages *pages, guint32 number, const guint8 *bytes)
{
  g_autoptr (GArray) children = onsite_cell_list_children (pages, number, bytes);
  int n_strays = 0;

  for (guint i = 0; i < children->len; i++)
    {
      guint32 child = g_array_index (children, guint32, i);

      if (child < 2 || child > onsite_pages_get_count (pages) || onsite_pages_is_map (pages, child))
        n_strays++;
    }

  return n_strays;
}

int
onsite_cell_foreach (OnsitePages *pages,
                     guint32 number,
                     const guint8 *bytes,
                     OnsiteCellFunc func,
                     gpointer user_data)
{
  Page page = { pages, bytes, onsite_pages_get_usable_size (pages), 0, 0, 0 };
  int n_failed = 0;

  if (!read_head (&page, number))
    return -1;
  if (page.type == PAGE_TABLE_INTERIOR)
    return count_stray_children (pages, number, bytes);

  for (guint i = 0; i < page.n_cells; i++)
    {
      guint offset = get_offset (&page, i);

      if (offset == 0 || !read_cell (&page, offset, func, user_data))
        n_failed++;
    }

  return n_failed;
}
