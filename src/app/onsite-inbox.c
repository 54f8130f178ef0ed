/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-inbox.h"

#include <glib/gi18n-lib.h>

#include "onsite-debrief-page.h"
#include "onsite-dialog.h"
#include "onsite-toast.h"
#include "share/onsite-review-import.h"

/* More reasons than that would leave their dialog no room on a small screen. */
#define MOST_REASONS 4

struct _OnsiteInbox
{
  GObject parent_instance;

  OnsiteWindow *window; /* weak */
  GQueue files;
  gboolean importing;
  GPtrArray *imports;  /* (element-type OnsiteReviewImport): not told yet */
  GPtrArray *refusals; /* (element-type utf8): why, not told yet */
};

G_DEFINE_FINAL_TYPE (OnsiteInbox, onsite_inbox, G_TYPE_OBJECT)

static void process (OnsiteInbox *self);

static char *
list_reasons (GPtrArray *refusals)
{
  GString *text = g_string_new (NULL);
  guint n_more = refusals->len - MIN (refusals->len, MOST_REASONS);

  for (guint i = 0; i < refusals->len - n_more; i++)
    g_string_append_printf (text,
                            "%s%s",
                            i > 0 ? "\n\n" : "",
                            (const char *) g_ptr_array_index (refusals, i));
  if (n_more > 0)
    g_string_append_printf (
        text,
        /* Translators: after the reasons why some files were not imported. */
        g_dngettext (GETTEXT_PACKAGE, "\n\nAnd %u more.", "\n\nAnd %u more.", n_more),
        n_more);

  return g_string_free (text, FALSE);
}

static void
tell_refusals (OnsiteInbox *self)
{
  const guint n = self->refusals->len;
  g_autofree char *heading = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u File Wasn’t Taken", "%u Files Weren’t Taken", n),
      n);
  g_autofree char *reasons = list_reasons (self->refusals);

  onsite_dialog_tell (GTK_WINDOW (self->window),
                      n == 1 ? C_ ("dialog", "The Review Wasn’t Taken") : heading,
                      reasons);
}

/* Whether the loop is what is shown. */
static gboolean
show_anew (OnsiteInbox *self, const char *loop)
{
  OnsitePage *page = onsite_window_get_page (self->window);

  return ONSITE_IS_DEBRIEF_PAGE (page) &&
         onsite_debrief_page_reload (ONSITE_DEBRIEF_PAGE (page), loop);
}

static char *
describe_one (const OnsiteReview *review)
{
  if (*review->coach == '\0')
    return g_strdup (C_ ("toast", "The coach’s review is with its loop now"));

  /* Translators: a coach's name. */
  return g_strdup_printf (C_ ("toast", "The review by %s is with its loop now"), review->coach);
}

static gboolean
is_outdated (const OnsiteReviewImport *import)
{
  return import->revision_before > import->review->revision;
}

static char *
describe (GPtrArray *imports, guint n_new)
{
  if (n_new == 0 && imports->len == 1 && is_outdated (imports->pdata[0]))
    return g_strdup (C_ ("toast", "The library has a newer revision of this review already"));
  if (n_new == 0 && imports->len == 1)
    return g_strdup (C_ ("toast", "Nothing new: the library has this review already"));
  if (n_new == 0)
    return g_strdup (C_ ("toast", "Nothing new: the library has these reviews already"));
  if (imports->len == 1)
    return describe_one (((const OnsiteReviewImport *) imports->pdata[0])->review);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u review is with its loop now",
                                       "%u reviews are with their loops now",
                                       n_new),
                          n_new);
}

/* What belongs to one loop alone leads there. */
static void
tell_successes (OnsiteInbox *self)
{
  const char *loop = ((const OnsiteReviewImport *) self->imports->pdata[0])->loop;
  gboolean is_shown = FALSE;
  guint n_new = 0;
  g_autofree char *text = NULL;
  AdwToast *toast;

  for (guint i = 0; i < self->imports->len; i++)
    {
      const OnsiteReviewImport *import = g_ptr_array_index (self->imports, i);

      n_new += import->outcome != ONSITE_REVIEW_KNOWN;
      is_shown |= (i == 0 || !g_str_equal (import->loop, loop)) && show_anew (self, import->loop);
      if (loop != NULL && !g_str_equal (import->loop, loop))
        loop = NULL;
    }
  text = describe (self->imports, n_new);
  toast = onsite_toast_new (text);
  if (loop != NULL && !is_shown)
    {
      adw_toast_set_button_label (toast, C_ ("button", "_Open"));
      adw_toast_set_action_name (toast, "win.open-loop");
      adw_toast_set_action_target (toast, "s", loop);
    }
  onsite_window_add_toast (self->window, toast);
}

static void
tell (OnsiteInbox *self)
{
  if (self->window != NULL && gtk_widget_get_visible (GTK_WIDGET (self->window)))
    {
      if (self->imports->len > 0)
        tell_successes (self);
      if (self->refusals->len > 0)
        tell_refusals (self);
    }
  g_ptr_array_set_size (self->imports, 0);
  g_ptr_array_set_size (self->refusals, 0);
}

static void
import_in_thread (GTask *task, gpointer library, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  OnsiteReviewImport *import = onsite_review_import (library,
                                                     file,
                                                     g_get_real_time (),
                                                     cancellable,
                                                     &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) onsite_review_import_free);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteInbox) self = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteReviewImport *import = g_task_propagate_pointer (G_TASK (result), &error);

  self->importing = FALSE;
  if (import != NULL)
    g_ptr_array_add (self->imports, import);
  else
    g_ptr_array_add (self->refusals, g_strdup (error->message));
  process (self);
}

static void
import_next (OnsiteInbox *self, OnsiteLibrary *library)
{
  g_autoptr (GTask) task = g_task_new (library, NULL, imported_cb, g_object_ref (self));

  self->importing = TRUE;
  g_task_set_source_tag (task, import_next);
  g_task_set_task_data (task, g_queue_pop_head (&self->files), g_object_unref);
  g_task_run_in_thread (task, import_in_thread);
}

/* Nothing is told while a rehearsal runs, either. */
static void
process (OnsiteInbox *self)
{
  OnsiteContext *context;
  const char *hindrance;

  if (self->window == NULL || self->importing)
    return;

  context = onsite_window_get_context (self->window);
  if (context == NULL || onsite_context_get_state (context) != ONSITE_CONTEXT_READY ||
      onsite_context_get_rehearsal (context) != NULL)
    return;

  hindrance = onsite_inbox_get_hindrance (self);
  if (!g_queue_is_empty (&self->files) && hindrance != NULL)
    {
      g_ptr_array_add (self->refusals, g_strdup (hindrance));
      g_queue_clear_full (&self->files, g_object_unref);
    }
  if (!g_queue_is_empty (&self->files))
    import_next (self, onsite_context_get_library (context));
  else
    tell (self);
}

static void
onsite_inbox_dispose (GObject *object)
{
  OnsiteInbox *self = ONSITE_INBOX (object);

  g_clear_weak_pointer (&self->window);
  g_queue_clear_full (&self->files, g_object_unref);

  G_OBJECT_CLASS (onsite_inbox_parent_class)->dispose (object);
}

static void
onsite_inbox_finalize (GObject *object)
{
  OnsiteInbox *self = ONSITE_INBOX (object);

  g_ptr_array_unref (self->imports);
  g_ptr_array_unref (self->refusals);

  G_OBJECT_CLASS (onsite_inbox_parent_class)->finalize (object);
}

static void
onsite_inbox_class_init (OnsiteInboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_inbox_dispose;
  object_class->finalize = onsite_inbox_finalize;
}

static void
onsite_inbox_init (OnsiteInbox *self)
{
  g_queue_init (&self->files);
  self->imports = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_review_import_free);
  self->refusals = g_ptr_array_new_with_free_func (g_free);
}

OnsiteInbox *
onsite_inbox_new (OnsiteWindow *window)
{
  OnsiteInbox *self;
  OnsiteContext *context;

  g_return_val_if_fail (ONSITE_IS_WINDOW (window), NULL);

  self = g_object_new (ONSITE_TYPE_INBOX, NULL);
  context = onsite_window_get_context (window);
  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (context, "notify::state", G_CALLBACK (process), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context,
                           "notify::rehearsal",
                           G_CALLBACK (process),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
onsite_inbox_add (OnsiteInbox *self, GFile *file)
{
  g_return_if_fail (ONSITE_IS_INBOX (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->window != NULL && g_queue_is_empty (&self->files) &&
      onsite_context_get_rehearsal (onsite_window_get_context (self->window)) != NULL)
    onsite_window_toast (self->window,
                         C_ ("toast", "What you opened is imported once this loop is left"));
  g_queue_push_tail (&self->files, g_object_ref (file));
  process (self);
}

const char *
onsite_inbox_get_hindrance (OnsiteInbox *self)
{
  OnsiteContext *context;

  g_return_val_if_fail (ONSITE_IS_INBOX (self), NULL);

  context = self->window != NULL ? onsite_window_get_context (self->window) : NULL;
  if (context == NULL || onsite_context_get_library (context) == NULL)
    return C_ ("error", "No library is open. Open one first, and import the review then.");
  if (onsite_context_get_rehearsal (context) != NULL)
    return C_ ("error", "A loop is running. Leave it first, and import the review then.");
  if (onsite_context_get_read_only (context))
    return C_ ("error",
               "The library is open only to be read. Import the review in the Onsite that may "
               "write it.");

  return NULL;
}
