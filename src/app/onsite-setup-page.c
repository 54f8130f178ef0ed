/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-setup-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-choices.h"
#include "onsite-device-row.h"
#include "onsite-microphone-bar.h"
#include "onsite-pack-combo-row.h"
#include "onsite-page.h"
#include "onsite-plan-words.h"
#include "onsite-setup-form.h"
#include "onsite-sound-check-row.h"
#include "onsite-space-note.h"
#include "onsite-start.h"
#include "onsite-timeline.h"
#include "onsite-title.h"
#include "onsite-window.h"

/* How often "you are done at 20:10" is brought up to date. */
#define CLOCK_INTERVAL_S 15

struct _OnsiteSetupPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteSetup *setup;
  OnsiteMicrophoneCheck *microphone;
  GCancellable *cancellable;
  guint clock_id;
  gboolean history_read;
  gboolean beginning;
  gboolean entered; /* from now on it's come back to */
  gboolean offered; /* the focus was brought to where it begins */

  OnsitePackComboRow *pack_row;
  OnsiteSetupForm *form;
  OnsiteTimeline *timeline;
  GtkLabel *length;
  GtkLabel *rounds;
  AdwExpanderRow *sound_row;
  OnsiteDeviceRow *device_row;
  OnsiteSoundCheckRow *check_row;
  OnsiteMicrophoneBar *bar;
  OnsiteSpaceNote *space;
  GtkLabel *reason;
  GtkWidget *begin;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static gboolean
onsite_setup_page_enter (OnsitePage *page)
{
  OnsiteSetupPage *self = ONSITE_SETUP_PAGE (page);
  GtkWidget *last = onsite_page_find_last_focus (GTK_WIDGET (self));
  const gboolean again = self->entered && last != GTK_WIDGET (self);

  self->entered = TRUE;

  return (again && gtk_widget_grab_focus (last)) ||
         gtk_widget_child_focus (onsite_setup_form_get_first (self->form), GTK_DIR_TAB_FORWARD);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_setup_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteSetupPage,
                               onsite_setup_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

/* Why it can't begin, in words; NULL if it can. */
static const char *
find_reason (OnsiteSetupPage *self)
{
  if (onsite_context_get_read_only (self->context))
    return C_ ("setup", "This library can be read but not changed, so no loop can be kept in it.");
  if (onsite_setup_get_plan (self->setup) == NULL)
    return onsite_setup_get_problem (self->setup);
  if (onsite_microphone_check_get_failed (self->microphone))
    return C_ ("setup", "Without a microphone your answers can’t be recorded.");

  return NULL;
}

/* Who comes to begin as the last time finds the focus there, once it can begin;
 * who has gone elsewhere meanwhile keeps it. */
static void
offer_begin (OnsiteSetupPage *self)
{
  GtkRoot *root = gtk_widget_get_root (self->begin);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->offered || focus == NULL || !gtk_widget_is_sensitive (self->begin))
    return;

  self->offered = TRUE;
  if (gtk_widget_is_ancestor (focus, onsite_setup_form_get_first (self->form)))
    gtk_widget_grab_focus (self->begin);
}

static void
update_begin (OnsiteSetupPage *self)
{
  const char *reason = find_reason (self);

  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_sensitive (self->begin,
                            reason == NULL && self->history_read && !self->beginning &&
                                onsite_microphone_check_get_ready (self->microphone));
  offer_begin (self);
}

static void
update_length (OnsiteSetupPage *self)
{
  const OnsiteLoop *plan = onsite_setup_get_plan (self->setup);
  const gint64 length_ms = onsite_setup_get_length_ms (self->setup);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = plan != NULL ? onsite_plan_words_length (plan, length_ms, now) : NULL;

  gtk_label_set_text (self->length, text != NULL ? text : "");
  onsite_space_note_look (self->space, self->context, length_ms);
}

static gboolean
clock_cb (gpointer user_data)
{
  update_length (ONSITE_SETUP_PAGE (user_data));

  return G_SOURCE_CONTINUE;
}

static void
update_plan (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);
  const OnsiteLoop *plan = onsite_setup_get_plan (self->setup);
  g_autofree char *rounds = plan != NULL ? onsite_plan_words_rounds (plan, pack) : NULL;

  onsite_timeline_set_loop (self->timeline, plan, pack);
  gtk_label_set_text (self->rounds, rounds != NULL ? rounds : "");
}

static void
setup_changed_cb (OnsiteSetupPage *self)
{
  update_plan (self);
  update_length (self);
  update_begin (self);
}

/* What wasn't there when it failed may have been plugged in since. */
static void
look_for_devices_cb (OnsiteSetupPage *self)
{
  onsite_devices_refresh (
      onsite_sound_choice_get_devices (onsite_context_get_sound (self->context)));
}

static void
sound_changed_cb (OnsiteSetupPage *self)
{
  const gboolean dumb = onsite_sound_choice_is_dumb (onsite_context_get_sound (self->context));

  adw_expander_row_set_subtitle (
      self->sound_row,
      dumb ? C_ ("setup", "There is no loudspeaker, so the questions are there to read.")
           : C_ ("setup", "Headphones keep the interviewer’s voice out of your recording."));
}

/* What is wrong with the choice is not to be folded away. */
static void
device_told_cb (OnsiteSetupPage *self)
{
  const char *told = adw_action_row_get_subtitle (ADW_ACTION_ROW (self->device_row));

  if (told != NULL && *told != '\0')
    adw_expander_row_set_expanded (self->sound_row, TRUE);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSetupPage) self = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal = onsite_start_finish (ONSITE_CONTEXT (source), result, &error);
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  self->beginning = FALSE;
  if (window == NULL)
    {
      onsite_context_end_rehearsal (ONSITE_CONTEXT (source));
      return;
    }

  if (rehearsal != NULL)
    {
      onsite_window_pop (window, ONSITE_PAGE (self));
      onsite_window_show_rehearsal (window, rehearsal);
      return;
    }

  onsite_window_toast_error (window, C_ ("toast", "The loop can’t begin"), error);
  onsite_microphone_bar_listen_anew (self->bar);
  update_begin (self);
}

static void
begin_cb (OnsiteSetupPage *self)
{
  OnsiteLoop *loop = onsite_setup_take_plan (self->setup);

  if (loop == NULL || self->beginning)
    return;

  self->beginning = TRUE;
  update_begin (self);
  onsite_choices_remember (self->context, self->setup);
  /* The rehearsal opens it anew; some devices can be opened once only. */
  onsite_microphone_check_stop (self->microphone);
  onsite_start_loop_async (self->context, loop, NULL, begun_cb, g_object_ref (self));
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsiteSetupPage *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = onsite_library_read_history_finish (ONSITE_LIBRARY (source),
                                                                      result,
                                                                      &error);
  OnsiteWindow *window;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ONSITE_SETUP_PAGE (user_data);
  self->history_read = TRUE;
  window = onsite_window_of (GTK_WIDGET (self));
  if (history != NULL)
    onsite_setup_set_history (self->setup, history);
  else if (window != NULL)
    onsite_window_toast_error (window, C_ ("toast", "Past answers can’t be read"), error);
  update_begin (self);
}

static void
onsite_setup_page_map (GtkWidget *widget)
{
  OnsiteSetupPage *self = ONSITE_SETUP_PAGE (widget);

  GTK_WIDGET_CLASS (onsite_setup_page_parent_class)->map (widget);

  self->clock_id = g_timeout_add_seconds (CLOCK_INTERVAL_S, clock_cb, self);
}

static void
onsite_setup_page_unmap (GtkWidget *widget)
{
  OnsiteSetupPage *self = ONSITE_SETUP_PAGE (widget);

  g_clear_handle_id (&self->clock_id, g_source_remove);

  GTK_WIDGET_CLASS (onsite_setup_page_parent_class)->unmap (widget);
}

static void
onsite_setup_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("setup", "New Loop"));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_setup_page_dispose (GObject *object)
{
  OnsiteSetupPage *self = ONSITE_SETUP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->microphone);
  g_clear_object (&self->setup);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_setup_page_parent_class)->dispose (object);
}

static void
onsite_setup_page_finalize (GObject *object)
{
  g_clear_object (&ONSITE_SETUP_PAGE (object)->cancellable);

  G_OBJECT_CLASS (onsite_setup_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, pack_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, form);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, length);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, device_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, check_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, sound_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, bar);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, reason);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, space);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, begin);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, device_told_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_for_devices_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
}

static void
onsite_setup_page_class_init (OnsiteSetupPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_setup_page_get_property;
  object_class->dispose = onsite_setup_page_dispose;
  object_class->finalize = onsite_setup_page_finalize;
  widget_class->map = onsite_setup_page_map;
  widget_class->unmap = onsite_setup_page_unmap;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_SETUP_FORM);
  g_type_ensure (ONSITE_TYPE_DEVICE_ROW);
  g_type_ensure (ONSITE_TYPE_SOUND_CHECK_ROW);
  g_type_ensure (ONSITE_TYPE_SPACE_NOTE);
  g_type_ensure (ONSITE_TYPE_MICROPHONE_BAR);
  g_type_ensure (ONSITE_TYPE_PACK_COMBO_ROW);
  g_type_ensure (ONSITE_TYPE_TIMELINE);
  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-setup-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
onsite_setup_page_init (OnsiteSetupPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
curveballs_changed_cb (OnsiteSetupPage *self)
{
  GSettings *settings = onsite_context_get_settings (self->context);

  onsite_setup_set_curveballs (self->setup, g_settings_get_boolean (settings, "curveballs"));
}

static void
make_setup (OnsiteSetupPage *self)
{
  self->setup = onsite_choices_make_setup (self->context);
  g_signal_connect_object (onsite_context_get_settings (self->context),
                           "changed::curveballs",
                           G_CALLBACK (curveballs_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->setup,
                           "changed",
                           G_CALLBACK (setup_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
make_microphone (OnsiteSetupPage *self)
{
  GSettings *settings = onsite_context_get_settings (self->context);
  OnsiteSoundChoice *sound = onsite_context_get_sound (self->context);

  self->microphone = onsite_microphone_check_new (onsite_sound_choice_make_source,
                                                  sound,
                                                  g_object_ref,
                                                  onsite_sound_choice_let_go);
  onsite_microphone_bar_set_check (self->bar, self->microphone);
  g_signal_connect_object (self->microphone,
                           "notify::ready",
                           G_CALLBACK (update_begin),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->microphone,
                           "notify::failed",
                           G_CALLBACK (update_begin),
                           self,
                           G_CONNECT_SWAPPED);
  onsite_device_row_connect (self->device_row, sound, "microphone");
  onsite_sound_check_row_connect (self->check_row, sound);
  sound_changed_cb (self);
  g_signal_connect_object (sound,
                           "changed",
                           G_CALLBACK (sound_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings,
                           "changed::microphone",
                           G_CALLBACK (onsite_microphone_bar_listen_anew),
                           self->bar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings,
                           "changed::clean-sound",
                           G_CALLBACK (onsite_microphone_bar_listen_anew),
                           self->bar,
                           G_CONNECT_SWAPPED);
}

static void
use_pack (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);

  make_setup (self);
  onsite_setup_form_connect (self->form, self->setup, pack);
  setup_changed_cb (self);
  onsite_library_read_history_async (onsite_context_get_library (self->context),
                                     onsite_pack_get_id (pack),
                                     self->cancellable,
                                     history_read_cb,
                                     self);
}

static void
pack_changed_cb (OnsiteSetupPage *self)
{
  g_clear_object (&self->setup);
  self->history_read = FALSE;
  use_pack (self);
}

GtkWidget *
onsite_setup_page_new (OnsiteContext *context)
{
  OnsiteSetupPage *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);

  self = g_object_new (ONSITE_TYPE_SETUP_PAGE, NULL);
  self->context = g_object_ref (context);
  make_microphone (self);
  onsite_pack_combo_row_connect (self->pack_row, onsite_context_get_packs (context));
  use_pack (self);
  g_signal_connect_object (context,
                           "notify::pack",
                           G_CALLBACK (pack_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

OnsiteSetup *
onsite_setup_page_get_setup (OnsiteSetupPage *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP_PAGE (self), NULL);

  return self->setup;
}
