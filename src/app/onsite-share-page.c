/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-share-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-combo-names.h"
#include "onsite-dialog.h"
#include "onsite-format.h"
#include "onsite-share-answers.h"
#include "onsite-share-manifest.h"
#include "onsite-share-saved.h"
#include "onsite-spans-page.h"
#include "onsite-title.h"
#include "onsite-window.h"

struct _OnsiteSharePage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  char *loop;
  OnsiteShareDraft *draft; /* NULL until it was read */
  gboolean showing;        /* what the switches say is no choice now */
  GCancellable *cancellable;
  GCancellable *saving;          /* NULL while nothing is being saved */
  GtkFileChooserNative *chooser; /* set while it is shown */
  GFile *file;                   /* what was saved last */

  OnsiteTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *trouble;
  OnsiteShareAnswers *answers;
  GtkSwitch *sound;
  GtkSwitch *waveform;
  GtkSwitch *notes;
  GtkSwitch *evidence;
  GtkSwitch *delivery;
  GtkEditable *name;
  GtkSwitch *ratings;
  AdwComboRow *format;
  OnsiteShareManifest *manifest;
  GtkWidget *save;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  OnsiteShareSaved *saved;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static gboolean
onsite_share_page_enter (OnsitePage *page)
{
  GtkWidget *stack = GTK_WIDGET (ONSITE_SHARE_PAGE (page)->stack);

  return gtk_widget_grab_focus (onsite_page_find_last_focus (stack)) ||
         gtk_widget_child_focus (stack, GTK_DIR_TAB_FORWARD);
}

static const OnsiteFarewell *
onsite_share_page_get_farewell (OnsitePage *page)
{
  static OnsiteFarewell farewell;

  if (ONSITE_SHARE_PAGE (page)->saving == NULL)
    return NULL;

  farewell.heading = C_ ("dialog", "Stop Saving?");
  farewell.body = C_ ("dialog", "Nothing of the file is left then.");
  farewell.leave = C_ ("dialog", "S_top");

  return &farewell;
}

static void
onsite_share_page_leave (OnsitePage *page)
{
  g_cancellable_cancel (ONSITE_SHARE_PAGE (page)->saving);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_share_page_enter;
  iface->get_farewell = onsite_share_page_get_farewell;
  iface->leave = onsite_share_page_leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteSharePage,
                               onsite_share_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

/* "3 answers · about 2.4 MB". */
static char *
describe (const OnsiteSharePreview *preview)
{
  g_autofree char *size = onsite_format_size (preview->n_bytes);
  g_autofree char *answers = g_strdup_printf (
      ngettext ("%u answer", "%u answers", preview->figures.n_answers),
      preview->figures.n_answers);

  /* Translators: how many answers, and how large they are: "3 answers · about 2.4 MB". */
  return g_strdup_printf (C_ ("share", "%s · about %s"), answers, size);
}

static void
show_preview (OnsiteSharePage *self)
{
  const OnsiteSharePreview *preview = onsite_share_draft_get_preview (self->draft);
  g_autofree char *text = preview != NULL ? describe (preview) : NULL;

  onsite_title_set_subtitle (self->window_title, text != NULL ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.save", preview != NULL);
}

/* What is chosen. */

static void
show_format (OnsiteSharePage *self)
{
  const OnsiteShareFormat *format = onsite_share_draft_get_format (self->draft);

  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->format),
      format->summary != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "format", format->summary) : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->sound), format->has_sound && !format->needs_sound);
}

static void
show_includes (OnsiteSharePage *self)
{
  const OnsiteSelection *selection = onsite_share_draft_get_selection (self->draft);

  self->showing = TRUE;
  gtk_switch_set_active (self->sound, (selection->includes & ONSITE_INCLUDE_AUDIO) != 0);
  gtk_switch_set_active (self->waveform, (selection->includes & ONSITE_INCLUDE_WAVEFORM) != 0);
  gtk_switch_set_active (self->notes, (selection->includes & ONSITE_INCLUDE_NOTES) != 0);
  gtk_switch_set_active (self->evidence, (selection->includes & ONSITE_INCLUDE_EVIDENCE) != 0);
  gtk_switch_set_active (self->delivery, (selection->includes & ONSITE_INCLUDE_DELIVERY) != 0);
  gtk_switch_set_active (self->ratings, !selection->blind);
  self->showing = FALSE;
}

static void
switched_cb (OnsiteSharePage *self)
{
  const struct
  {
    GtkSwitch *widget;
    OnsiteIncludes what;
  } switches[] = {
    { self->sound, ONSITE_INCLUDE_AUDIO },       { self->waveform, ONSITE_INCLUDE_WAVEFORM },
    { self->notes, ONSITE_INCLUDE_NOTES },       { self->evidence, ONSITE_INCLUDE_EVIDENCE },
    { self->delivery, ONSITE_INCLUDE_DELIVERY },
  };

  if (self->draft == NULL || self->showing)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    onsite_share_draft_set_included (self->draft,
                                     switches[i].what,
                                     gtk_switch_get_active (switches[i].widget));
  onsite_share_draft_set_blind (self->draft, !gtk_switch_get_active (self->ratings));
}

static void
redact_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteSharePage *self = ONSITE_SHARE_PAGE (widget);
  GtkWidget *page = onsite_spans_page_new (self->context,
                                           self->draft,
                                           g_variant_get_uint32 (parameter));

  onsite_window_push (onsite_window_of (widget), ONSITE_PAGE (page));
}

static void
name_changed_cb (OnsiteSharePage *self)
{
  if (self->draft != NULL)
    onsite_share_draft_set_candidate (self->draft, gtk_editable_get_text (self->name));
}

static void
format_selected_cb (OnsiteSharePage *self)
{
  guint n_formats;
  const OnsiteShareFormat *formats = onsite_share_formats_get (&n_formats);
  guint selected = adw_combo_row_get_selected (self->format);

  if (self->draft == NULL || selected >= n_formats)
    return;

  onsite_share_draft_set_format (self->draft, &formats[selected]);
  show_format (self);
}

static void
add_formats (OnsiteSharePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_formats;
  const OnsiteShareFormat *formats = onsite_share_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    gtk_string_list_append (names,
                            formats[i].title != NULL
                                ? g_dpgettext2 (GETTEXT_PACKAGE, "format", formats[i].title)
                                : formats[i].name);
  adw_combo_row_set_model (self->format, G_LIST_MODEL (names));
}

/* Saving. */

static void
tell_failure (OnsiteSharePage *self, const char *text)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  if (window != NULL)
    onsite_dialog_tell (GTK_WINDOW (window), C_ ("dialog", "Nothing Was Saved"), text);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSharePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) saving = g_steal_pointer (&self->saving);
  gint64 n_bytes = onsite_share_draft_save_finish (ONSITE_SHARE_DRAFT (source), result, &error);

  onsite_settling_remove_work (onsite_context_get_settling (self->context), saving);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_object_notify (G_OBJECT (self), "title");
  if (n_bytes >= 0)
    {
      onsite_share_saved_tell (self->saved,
                               self->file,
                               n_bytes,
                               onsite_share_draft_get_format (self->draft));
      gtk_stack_set_visible_child_name (self->stack, "saved");
      gtk_widget_child_focus (GTK_WIDGET (self->saved), GTK_DIR_TAB_FORWARD);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "choices");
  /* Where the person was, and may want to try again. */
  gtk_widget_grab_focus (self->save);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (self, error->message);
}

/* Beside what is there: of a folder nobody asks whether it may be written over. */
static GFile *
find_new_folder (GFile *parent, const char *name)
{
  g_autoptr (GFile) folder = g_file_get_child (parent, name);

  for (guint i = 2; g_file_query_exists (folder, NULL); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s %u", name, i);

      g_object_unref (folder);
      folder = g_file_get_child (parent, other);
    }

  return g_steal_pointer (&folder);
}

static void
save_to (OnsiteSharePage *self, GFile *file)
{
  g_set_object (&self->file, file);
  self->saving = g_cancellable_new ();
  onsite_settling_add_work (onsite_context_get_settling (self->context), self->saving);
  gtk_stack_set_visible_child_name (self->stack, "saving");
  gtk_widget_grab_focus (self->cancel);
  /* It asks before it's left now. */
  g_object_notify (G_OBJECT (self), "title");
  onsite_share_draft_save_async (self->draft, file, self->saving, saved_cb, g_object_ref (self));
}

/* Without a date: that would leave, too. */
static char *
make_name (OnsiteSharePage *self)
{
  const OnsiteDebrief *debrief = onsite_share_draft_get_debrief (self->draft);
  const OnsiteLevel *level = onsite_pack_find_level (debrief->pack, debrief->loop->level);
  /* Translators: a file's name, after the level that was rehearsed for: "Onsite L6". */
  char *name = g_strdup_printf (C_ ("file name", "Onsite %s"),
                                level != NULL ? level->name : debrief->loop->level);

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

static void
chooser_response_cb (OnsiteSharePage *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = make_name (self);

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && onsite_share_draft_get_format (self->draft)->is_folder)
    {
      g_autoptr (GFile) folder = find_new_folder (file, name);

      save_to (self, folder);
    }
  else if (file != NULL)
    save_to (self, file);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteSharePage *self = ONSITE_SHARE_PAGE (widget);
  const OnsiteShareFormat *format = onsite_share_draft_get_format (self->draft);
  g_autofree char *name = make_name (self);
  g_autofree char *file_name = g_strconcat (name, format->suffix, NULL);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (
      format->is_folder ? C_ ("dialog", "Save in a Folder") : C_ ("dialog", "Save for a Coach"),
      GTK_WINDOW (onsite_window_of (widget)),
      format->is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE,
      C_ ("dialog", "_Save"),
      NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (!format->is_folder)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  g_signal_connect_object (self->chooser,
                           "response",
                           G_CALLBACK (chooser_response_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (ONSITE_SHARE_PAGE (widget)->saving);
}

/* Reading. */

static void
show_trouble (OnsiteSharePage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
show_draft (OnsiteSharePage *self)
{
  const OnsiteDebrief *debrief = onsite_share_draft_get_debrief (self->draft);
  gboolean is_empty = TRUE;

  for (guint i = 0; i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (debrief->answers, i);

      if (onsite_share_answers_can_choose (answer->answer))
        is_empty = FALSE;
    }
  show_includes (self);
  show_format (self);
  onsite_share_answers_set_draft (self->answers, self->draft);
  onsite_share_manifest_set_draft (self->manifest, self->draft);
  g_signal_connect_object (self->draft,
                           "notify::preview",
                           G_CALLBACK (show_preview),
                           self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->draft,
                          "fraction",
                          self->progress,
                          "fraction",
                          G_BINDING_SYNC_CREATE);
  show_preview (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "choices");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSharePage) self = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteShareDraft *draft = onsite_share_draft_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (draft == NULL)
    {
      show_trouble (self, error);
      return;
    }

  self->draft = draft;
  show_draft (self);
  /* It was asked for the focus before there was anything to give it to. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    onsite_page_enter (ONSITE_PAGE (self));
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSharePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!onsite_settling_wait_finish (ONSITE_SETTLING (source), result, &error))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        show_trouble (self, error);
      return;
    }

  onsite_share_draft_load_async (onsite_context_get_library (self->context),
                                 self->loop,
                                 self->cancellable,
                                 loaded_cb,
                                 g_object_ref (self));
}

static void
onsite_share_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("page title", "Share With a Coach"));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_share_page_dispose (GObject *object)
{
  OnsiteSharePage *self = ONSITE_SHARE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->saving);
  g_clear_object (&self->chooser);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (onsite_share_page_parent_class)->dispose (object);
}

static void
onsite_share_page_finalize (GObject *object)
{
  OnsiteSharePage *self = ONSITE_SHARE_PAGE (object);

  /* Not before: what is being saved is told to it when it's over. */
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->saving);
  g_clear_object (&self->file);
  g_clear_pointer (&self->loop, g_free);

  G_OBJECT_CLASS (onsite_share_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, answers);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, sound);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, waveform);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, notes);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, evidence);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, delivery);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, name);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, ratings);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, format);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, manifest);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, save);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, progress);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, cancel);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSharePage, saved);
}

static void
onsite_share_page_class_init (OnsiteSharePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_share_page_get_property;
  object_class->dispose = onsite_share_page_dispose;
  object_class->finalize = onsite_share_page_finalize;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_SHARE_ANSWERS);
  g_type_ensure (ONSITE_TYPE_SHARE_MANIFEST);
  g_type_ensure (ONSITE_TYPE_SHARE_SAVED);
  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-share-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_install_action (widget_class, "share.redact", "u", redact_action);
  gtk_widget_class_install_action (widget_class, "share.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "share.cancel", NULL, cancel_action);
}

static void
onsite_share_page_init (OnsiteSharePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.save", FALSE);
  onsite_combo_names_show (self->format);
  add_formats (self);
}

GtkWidget *
onsite_share_page_new (OnsiteContext *context, const char *loop)
{
  OnsiteSharePage *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (loop != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_SHARE_PAGE, NULL);
  self->context = g_object_ref (context);
  self->loop = g_strdup (loop);
  /* What is being edited in the pages below is handed on as it's seen there. */
  onsite_settling_wait_async (onsite_context_get_settling (context),
                              settled_cb,
                              g_object_ref (self));

  return GTK_WIDGET (self);
}
