/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-space-note.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-reserve.h"

struct _OnsiteSpaceNote
{
  AdwBin parent_instance;

  GtkLabel *label;
  GCancellable *looking; /* (nullable) */
  gint64 length_ms;
  OnsiteCodec codec;
};

G_DEFINE_FINAL_TYPE (OnsiteSpaceNote, onsite_space_note, ADW_TYPE_BIN)

/* %NULL where that is enough. */
static char *
word_room (gint64 free_bytes, gint64 length_ms, OnsiteCodec codec)
{
  const gint64 needed_bytes = onsite_reserve_needed_bytes (length_ms, codec);
  g_autofree char *free_text = g_format_size ((guint64) free_bytes);
  g_autofree char *needed_text = g_format_size ((guint64) needed_bytes);

  if (free_bytes >= needed_bytes)
    return NULL;

  /* Translators: sizes, such as "12.3 MB" and "85.0 MB". */
  return g_strdup_printf (C_ ("setup",
                              "Only %s are free where your library is, and this may take %s. Make "
                              "room there, or move the library in the preferences."),
                          free_text,
                          needed_text);
}

static void
say (OnsiteSpaceNote *self, const char *words)
{
  gtk_label_set_text (self->label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSpaceNote) self = user_data;
  g_autoptr (GError) error = NULL;
  const gint64 free_bytes = onsite_reserve_read_free_finish (result, &error);
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->looking);
  words = error != NULL ? g_strdup (error->message)
                        : word_room (free_bytes, self->length_ms, self->codec);
  say (self, words);
}

static void
stop_looking (OnsiteSpaceNote *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
onsite_space_note_dispose (GObject *object)
{
  stop_looking (ONSITE_SPACE_NOTE (object));

  G_OBJECT_CLASS (onsite_space_note_parent_class)->dispose (object);
}

static void
onsite_space_note_class_init (OnsiteSpaceNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_space_note_dispose;
}

static void
onsite_space_note_init (OnsiteSpaceNote *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_STATUS,
                                   "justify",
                                   GTK_JUSTIFY_CENTER,
                                   "wrap",
                                   TRUE,
                                   NULL);

  self->label = GTK_LABEL (label);
  adw_bin_set_child (ADW_BIN (self), label);
  say (self, NULL);
}

void
onsite_space_note_look (OnsiteSpaceNote *self, OnsiteContext *context, gint64 length_ms)
{
  g_return_if_fail (ONSITE_IS_SPACE_NOTE (self));

  stop_looking (self);
  self->looking = g_cancellable_new ();
  self->length_ms = length_ms;
  self->codec = (OnsiteCodec) g_settings_get_enum (onsite_context_get_settings (context),
                                                   "recording-format");
  onsite_reserve_read_free_async (onsite_context_get_library_path (context),
                                  self->looking,
                                  read_cb,
                                  g_object_ref (self));
}
