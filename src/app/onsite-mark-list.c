/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-mark-list.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

#define SPACING 6

struct _OnsiteMarkList
{
  AdwBin parent_instance;

  OnsiteLibrary *library;
  OnsiteClip *clip;
};

enum
{
  SEEK,
  CHANGED,
  REMOVED,
  NOTED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteMarkList, onsite_mark_list, ADW_TYPE_BIN)

static OnsiteMark *
find_mark (OnsiteMarkList *self, GtkWidget *widget)
{
  const char *id = gtk_widget_get_name (gtk_widget_get_parent (widget));

  for (guint i = 0; i < self->clip->marks->len; i++)
    {
      OnsiteMark *mark = g_ptr_array_index (self->clip->marks, i);

      if (g_str_equal (mark->id, id))
        return mark;
    }

  return NULL;
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteMarkList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!onsite_library_commit_finish (ONSITE_LIBRARY (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
commit (OnsiteMarkList *self)
{
  g_autoptr (OnsiteChange) change = onsite_change_new ();

  onsite_change_set_marks (change, self->clip->id, self->clip->marks);
  onsite_library_commit_async (self->library,
                               g_steal_pointer (&change),
                               NULL,
                               committed_cb,
                               g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
seek_clicked_cb (GtkWidget *button, OnsiteMarkList *self)
{
  const OnsiteMark *mark = find_mark (self, button);

  if (mark != NULL)
    g_signal_emit (self, signals[SEEK], 0, mark->from_ms);
}

static void
note_changed_cb (GtkWidget *entry, OnsiteMarkList *self)
{
  OnsiteMark *mark = find_mark (self, entry);

  if (mark == NULL)
    return;

  g_free (mark->note);
  mark->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  commit (self);
}

static void
noted_cb (OnsiteMarkList *self)
{
  g_signal_emit (self, signals[NOTED], 0);
}

static void fill (OnsiteMarkList *self);

static void
delete_clicked_cb (GtkWidget *button, OnsiteMarkList *self)
{
  OnsiteMark *mark = find_mark (self, button);
  g_autoptr (OnsiteMark) removed = NULL;

  if (mark == NULL)
    return;

  removed = onsite_mark_copy (mark);
  g_ptr_array_remove (self->clip->marks, mark);
  fill (self);
  commit (self);
  g_signal_emit (self, signals[REMOVED], 0, removed);
}

static GtkWidget *
make_seek_button (OnsiteMarkList *self, const char *time)
{
  GtkWidget *button = gtk_button_new_with_label (time);
  /* Translators: a place in a recording, as a time. */
  g_autofree char *label = g_strdup_printf (C_ ("mark", "Go to %s"), time);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (seek_clicked_cb), self, 0);

  return button;
}

static GtkWidget *
make_note (OnsiteMarkList *self, const OnsiteMark *mark, const char *time)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *label = g_strdup_printf (C_ ("mark", "Note at %s"), time);

  gtk_editable_set_text (GTK_EDITABLE (entry), mark->note);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), C_ ("mark", "What is there?"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (note_changed_cb), self, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_delete_button (OnsiteMarkList *self, const char *time)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (C_ ("mark", "Delete the Mark at %s"), time);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self, 0);

  return button;
}

static GtkWidget *
make_row (OnsiteMarkList *self, const OnsiteMark *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  g_autofree char *time = onsite_format_clock (mark->from_ms);

  gtk_widget_set_name (box, mark->id);
  gtk_box_append (GTK_BOX (box), make_seek_button (self, time));
  gtk_box_append (GTK_BOX (box), make_note (self, mark, time));
  gtk_box_append (GTK_BOX (box), make_delete_button (self, time));

  return box;
}

static void
fill (OnsiteMarkList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  for (guint i = 0; self->clip != NULL && i < self->clip->marks->len; i++)
    gtk_box_append (GTK_BOX (box), make_row (self, g_ptr_array_index (self->clip->marks, i)));

  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), self->clip != NULL && self->clip->marks->len > 0);
}

static void
focus_note (OnsiteMarkList *self, const char *id)
{
  GtkWidget *row = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (self)));

  while (row != NULL && !g_str_equal (gtk_widget_get_name (row), id))
    row = gtk_widget_get_next_sibling (row);

  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)));
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const OnsiteMark *first = *(const OnsiteMark *const *) a;
  const OnsiteMark *second = *(const OnsiteMark *const *) b;

  return (first->from_ms > second->from_ms) - (first->from_ms < second->from_ms);
}

static void
onsite_mark_list_dispose (GObject *object)
{
  OnsiteMarkList *self = ONSITE_MARK_LIST (object);

  self->clip = NULL;
  g_clear_object (&self->library);

  G_OBJECT_CLASS (onsite_mark_list_parent_class)->dispose (object);
}

static guint
add_signal (OnsiteMarkListClass *klass, const char *name, GType type)
{
  return g_signal_new (name,
                       G_TYPE_FROM_CLASS (klass),
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       type != G_TYPE_NONE ? 1 : 0,
                       type);
}

static void
onsite_mark_list_class_init (OnsiteMarkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_mark_list_dispose;

  signals[SEEK] = add_signal (klass, "seek", G_TYPE_INT64);
  signals[CHANGED] = add_signal (klass, "changed", G_TYPE_NONE);
  signals[REMOVED] = add_signal (klass, "removed", G_TYPE_POINTER);
  signals[NOTED] = add_signal (klass, "noted", G_TYPE_NONE);
  signals[FAILED] = add_signal (klass, "failed", G_TYPE_ERROR);
}

static void
onsite_mark_list_init (OnsiteMarkList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
onsite_mark_list_set_clip (OnsiteMarkList *self, OnsiteLibrary *library, OnsiteClip *clip)
{
  g_return_if_fail (ONSITE_IS_MARK_LIST (self));

  g_set_object (&self->library, library);
  self->clip = clip;
  fill (self);
}

void
onsite_mark_list_add (OnsiteMarkList *self, OnsiteMark *mark)
{
  g_return_if_fail (ONSITE_IS_MARK_LIST (self));
  g_return_if_fail (self->clip != NULL);

  g_ptr_array_add (self->clip->marks, mark);
  g_ptr_array_sort (self->clip->marks, compare_marks);
  fill (self);
  commit (self);
  focus_note (self, mark->id);
}
