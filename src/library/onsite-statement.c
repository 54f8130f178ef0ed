/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-statement.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "onsite-library-error.h"

struct _OnsiteStatement
{
  sqlite3_stmt *handle;
  const char *path;
};

static int
bind_bytes (sqlite3_stmt *handle, int index, GVariant *value)
{
  gsize size;
  gconstpointer data = g_variant_get_fixed_array (value, &size, 1);

  /* A null pointer would bind NULL, and these are bytes, if none. */
  return sqlite3_bind_blob64 (handle, index, data != NULL ? data : "", size, SQLITE_TRANSIENT);
}

static int
bind_value (sqlite3_stmt *handle, int index, GVariant *value)
{
  g_autoptr (GVariant) inner = NULL;

  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_MAYBE:
      inner = g_variant_get_maybe (value);
      return inner != NULL ? bind_value (handle, index, inner) : sqlite3_bind_null (handle, index);
    case G_VARIANT_CLASS_STRING:
      return sqlite3_bind_text (handle,
                                index,
                                g_variant_get_string (value, NULL),
                                -1,
                                SQLITE_TRANSIENT);
    case G_VARIANT_CLASS_INT64:
      return sqlite3_bind_int64 (handle, index, g_variant_get_int64 (value));
    case G_VARIANT_CLASS_UINT32:
      return sqlite3_bind_int64 (handle, index, g_variant_get_uint32 (value));
    case G_VARIANT_CLASS_BOOLEAN:
      return sqlite3_bind_int (handle, index, g_variant_get_boolean (value));
    case G_VARIANT_CLASS_DOUBLE:
      return sqlite3_bind_double (handle, index, g_variant_get_double (value));
    case G_VARIANT_CLASS_ARRAY:
      return bind_bytes (handle, index, value);
    default:
      g_return_val_if_reached (SQLITE_MISUSE);
    }
}

OnsiteStatement *
onsite_statement_new (sqlite3_stmt *handle, const char *path)
{
  OnsiteStatement *self = g_new0 (OnsiteStatement, 1);

  self->handle = handle;
  self->path = path;

  return self;
}

gboolean
onsite_statement_bind (OnsiteStatement *self, GVariant *values, GError **error)
{
  gsize n_values = g_variant_n_children (values);

  g_return_val_if_fail ((int) n_values == sqlite3_bind_parameter_count (self->handle), FALSE);

  for (gsize i = 0; i < n_values; i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      int code = bind_value (self->handle, (int) i + 1, value);

      if (code != SQLITE_OK)
        {
          onsite_statement_set_error (error, sqlite3_db_handle (self->handle), code, self->path);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
onsite_statement_next (OnsiteStatement *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    onsite_statement_set_error (error, sqlite3_db_handle (self->handle), code, self->path);

  return FALSE;
}

gboolean
onsite_statement_is_null (OnsiteStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
onsite_statement_get_int64 (OnsiteStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

guint
onsite_statement_get_uint (OnsiteStatement *self, int column)
{
  return (guint) CLAMP (sqlite3_column_int64 (self->handle, column), 0, G_MAXUINT);
}

double
onsite_statement_get_double (OnsiteStatement *self, int column)
{
  return sqlite3_column_double (self->handle, column);
}

char *
onsite_statement_dup_string (OnsiteStatement *self, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (self->handle, column));
}

GBytes *
onsite_statement_dup_bytes (OnsiteStatement *self, int column)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}

void
onsite_statement_append_bytes (OnsiteStatement *self, int column, GByteArray *bytes)
{
  const guint8 *data = sqlite3_column_blob (self->handle, column);

  g_byte_array_append (bytes, data, (guint) sqlite3_column_bytes (self->handle, column));
}

int
onsite_statement_get_enum (OnsiteStatement *self, int column, GType type)
{
  GEnumClass *values = g_type_class_ref (type);
  const char *nick = (const char *) sqlite3_column_text (self->handle, column);
  GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (values, nick) : NULL;
  int result = value != NULL ? value->value : values->values[0].value;

  g_type_class_unref (values);

  return result;
}

void
onsite_statement_release (OnsiteStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

void
onsite_statement_finalize (OnsiteStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

static gboolean
is_about_space (sqlite3 *db, int code)
{
  int system_errno;

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((code & 0xff) != SQLITE_IOERR || db == NULL)
    return FALSE;

  system_errno = sqlite3_system_errno (db);

  return system_errno == ENOSPC || system_errno == EDQUOT;
}

/* It will be no other the next time. */
static gboolean
is_refusal (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_other_error (GError **error, sqlite3 *db, int code, const char *name)
{
  const char *reason = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  if ((code & 0xff) == SQLITE_IOERR)
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_FAILED,
                 C_ ("error",
                     "The disk failed while the library “%s” was read or written (%s). Check the "
                     "disk, or move the library to another one."),
                 name,
                 reason);
  else if (is_refusal (code))
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_REFUSED,
                 C_ ("error",
                     "What was to be saved contradicts what is in the library “%s” (%s). Nothing "
                     "in it was overwritten: look at it with “onsite check”."),
                 name,
                 reason);
  else
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_FAILED,
                 C_ ("error",
                     "The library “%s” couldn't be read or written (%s). Close Onsite and try "
                     "again; if it stays so, report it as a fault of Onsite."),
                 name,
                 reason);
}

void
onsite_statement_set_error (GError **error, sqlite3 *db, int code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (is_about_space (db, code))
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_FULL,
                 C_ ("error",
                     "There is no space left on the disk for the library “%s”. Free some space; "
                     "nothing that was saved is lost."),
                 name);
  else if ((code & 0xff) == SQLITE_NOTADB)
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY,
                 C_ ("error", "“%s” isn't an Onsite library. Choose another file."),
                 name);
  else if ((code & 0xff) == SQLITE_CORRUPT)
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_DAMAGED,
                 C_ ("error",
                     "The library “%s” is damaged. Make a copy of the file before anything else, "
                     "then repair the copy or go back to a backup."),
                 name);
  else if ((code & 0xff) == SQLITE_READONLY)
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_READ_ONLY,
                 C_ ("error",
                     "The library “%s” can't be written. Copy it to a folder where you may write, "
                     "and open it there."),
                 name);
  else if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_LOCKED,
                 C_ ("error",
                     "Another program holds the library “%s”. Close what else uses the file, and "
                     "try again."),
                 name);
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_CANCELLED,
                         C_ ("error", "Reading was cancelled."));
  else
    set_other_error (error, db, code, name);
}
