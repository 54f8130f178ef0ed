/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-setup-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-choice.h"
#include "onsite-choices.h"
#include "onsite-device-row.h"
#include "onsite-drill-list.h"
#include "onsite-format.h"
#include "onsite-level-meter.h"
#include "onsite-microphone-check.h"
#include "onsite-pack-combo-row.h"
#include "onsite-page.h"
#include "onsite-sound-check-row.h"
#include "onsite-space-note.h"
#include "onsite-start.h"
#include "onsite-timeline.h"
#include "onsite-title.h"
#include "onsite-window.h"
#include "onsite-wrap-layout.h"

/* How often "you are done at 20:10" is brought up to date. */
#define CLOCK_INTERVAL_S 15

struct _OnsiteSetupPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteSetup *setup;
  OnsiteMicrophoneCheck *microphone;
  OnsiteDrillList *drills;
  GCancellable *cancellable;
  guint clock_id;
  gboolean history_read;
  gboolean beginning;
  gboolean entered; /* from now on it's come back to */
  gboolean offered; /* the focus was brought to where it begins */
  gboolean showing; /* the widgets are being set, by no person */

  OnsitePackComboRow *pack_row;
  OnsiteChoice *level;
  GtkLabel *level_about;
  OnsiteChoice *kind;
  OnsiteChoice *mode;
  GtkLabel *mode_about;
  GtkWidget *screens_row;
  GtkSwitch *screens;
  AdwComboRow *round_row;
  AdwComboRow *drill_row;
  OnsiteTimeline *timeline;
  GtkLabel *length;
  GtkLabel *rounds;
  AdwExpanderRow *sound_row;
  OnsiteDeviceRow *device_row;
  OnsiteSoundCheckRow *check_row;
  OnsiteLevelMeter *meter;
  GtkLabel *heard;
  GtkWidget *try_again;
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
         gtk_widget_child_focus (GTK_WIDGET (self->level), GTK_DIR_TAB_FORWARD);
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
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->level)))
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

static char *
describe_length (const OnsiteLoop *plan, const char *length, const char *end)
{
  const OnsiteRound *first = g_ptr_array_index (plan->rounds, 0);
  g_autofree char *count = NULL;

  if (plan->rounds->len == 1)
    {
      count = onsite_format_n_questions (first->answers->len);
      /* Translators: "3 questions", "46 min", "15:45". */
      return g_strdup_printf (C_ ("setup", "%s, %s, to %s"), count, length, end);
    }

  count = onsite_format_n_rounds (plan->rounds->len);
  /* Translators: "7 rounds", "6 h 30 min", "20:10". */
  return g_strdup_printf (C_ ("setup", "%s, %s with breaks, to %s"), count, length, end);
}

static void
update_length (OnsiteSetupPage *self)
{
  const OnsiteLoop *plan = onsite_setup_get_plan (self->setup);
  gint64 length_ms = onsite_setup_get_length_ms (self->setup);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) end = g_date_time_add (now, length_ms * 1000);
  g_autofree char *length = onsite_format_duration (length_ms);
  g_autofree char *end_text = onsite_format_time_of_day (end);
  g_autofree char *text = plan != NULL ? describe_length (plan, length, end_text) : NULL;

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
update_rounds (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);
  const OnsiteLoop *plan = onsite_setup_get_plan (self->setup);
  GString *text = g_string_new (NULL);

  for (guint i = 0; plan != NULL && i < plan->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (plan->rounds, i);
      const OnsiteRoundKind *kind = onsite_pack_find_round_kind (pack, round->kind);

      /* A line ends with it and begins with a name. */
      if (i > 0)
        g_string_append (text, "\u00a0· ");
      g_string_append (text, kind != NULL ? kind->name : round->kind);
    }

  gtk_label_set_text (self->rounds, text->str);
  g_string_free (text, TRUE);
}

static const char *
describe_mode (OnsiteMode mode)
{
  return mode == ONSITE_MODE_ONSITE
             ? C_ ("setup",
                   "As on the day: the clock runs through, with no pause, no second "
                   "try and no hints.")
             : C_ ("setup", "You can pause, answer again, skip a question and look at a hint.");
}

static gboolean
has_screens (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);
  const OnsiteLevel *level = onsite_pack_find_level (pack, onsite_setup_get_level (self->setup));

  for (guint i = 0; level->rounds[i] != NULL; i++)
    if (onsite_pack_find_round_kind (pack, level->rounds[i])->optional)
      return TRUE;

  return FALSE;
}

static void
update_visible_rows (OnsiteSetupPage *self)
{
  OnsiteLoopKind kind = onsite_setup_get_kind (self->setup);

  gtk_widget_set_visible (self->screens_row, kind == ONSITE_LOOP_KIND_WHOLE && has_screens (self));
  gtk_widget_set_visible (GTK_WIDGET (self->round_row), kind == ONSITE_LOOP_KIND_ROUND);
  gtk_widget_set_visible (GTK_WIDGET (self->drill_row), kind == ONSITE_LOOP_KIND_DRILL);
}

static void
fill_rounds (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);
  const OnsiteLevel *level = onsite_pack_find_level (pack, onsite_setup_get_level (self->setup));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; level->rounds[i] != NULL; i++)
    {
      const OnsiteRoundKind *kind = onsite_pack_find_round_kind (pack, level->rounds[i]);

      gtk_string_list_append (names, kind->name);
      if (g_str_equal (kind->id, onsite_setup_get_round (self->setup)))
        selected = i;
    }

  adw_combo_row_set_model (self->round_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->round_row, selected);
}

static void
show_choices (OnsiteSetupPage *self)
{
  OnsiteMode mode = onsite_setup_get_mode (self->setup);

  self->showing = TRUE;
  onsite_choice_set_selected (self->level, onsite_setup_get_level (self->setup));
  onsite_choice_set_selected (self->kind,
                              onsite_choices_get_kind_id (onsite_setup_get_kind (self->setup)));
  onsite_choice_set_selected (self->mode, mode == ONSITE_MODE_ONSITE ? "onsite" : "practice");
  gtk_switch_set_active (self->screens, onsite_setup_get_screens (self->setup));
  fill_rounds (self);
  adw_combo_row_set_selected (self->drill_row,
                              onsite_drill_list_find (self->drills,
                                                      onsite_setup_get_drill (self->setup),
                                                      onsite_setup_get_drill_target (self->setup)));
  self->showing = FALSE;
}

static void
setup_changed_cb (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);
  const OnsiteLevel *level = onsite_pack_find_level (pack, onsite_setup_get_level (self->setup));

  show_choices (self);
  gtk_label_set_text (self->level_about, level->title);
  gtk_label_set_text (self->mode_about, describe_mode (onsite_setup_get_mode (self->setup)));
  onsite_timeline_set_loop (self->timeline, onsite_setup_get_plan (self->setup), pack);
  update_visible_rows (self);
  update_length (self);
  update_rounds (self);
  update_begin (self);
}

static void
level_selected_cb (OnsiteSetupPage *self)
{
  if (!self->showing)
    onsite_setup_set_level (self->setup, onsite_choice_get_selected (self->level));
}

static void
kind_selected_cb (OnsiteSetupPage *self)
{
  if (!self->showing)
    onsite_setup_set_kind (self->setup,
                           onsite_choices_parse_kind (onsite_choice_get_selected (self->kind)));
}

static void
mode_selected_cb (OnsiteSetupPage *self)
{
  if (!self->showing)
    onsite_setup_set_mode (self->setup,
                           g_str_equal (onsite_choice_get_selected (self->mode), "onsite")
                               ? ONSITE_MODE_ONSITE
                               : ONSITE_MODE_PRACTICE);
}

static void
screens_switched_cb (OnsiteSetupPage *self)
{
  if (!self->showing)
    onsite_setup_set_screens (self->setup, gtk_switch_get_active (self->screens));
}

static void
round_selected_cb (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);
  const OnsiteLevel *level = onsite_pack_find_level (pack, onsite_setup_get_level (self->setup));
  guint selected = adw_combo_row_get_selected (self->round_row);

  if (!self->showing && selected < g_strv_length (level->rounds))
    onsite_setup_set_round (self->setup, level->rounds[selected]);
}

static void
drill_selected_cb (OnsiteSetupPage *self)
{
  guint selected = adw_combo_row_get_selected (self->drill_row);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    onsite_setup_set_drill (self->setup,
                            onsite_drill_list_get_drill (self->drills, selected),
                            onsite_drill_list_get_target (self->drills, selected));
}

static void
microphone_changed_cb (OnsiteSetupPage *self)
{
  gboolean failed = onsite_microphone_check_get_failed (self->microphone);

  gtk_label_set_text (self->heard, onsite_microphone_check_get_words (self->microphone));
  gtk_widget_set_visible (self->try_again, failed);
  gtk_widget_set_visible (GTK_WIDGET (self->meter), !failed);
  update_begin (self);
}

static void
try_again_cb (OnsiteSetupPage *self)
{
  onsite_devices_refresh (
      onsite_sound_choice_get_devices (onsite_context_get_sound (self->context)));
  onsite_microphone_check_start (self->microphone);
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
microphone_chosen_cb (OnsiteSetupPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    onsite_microphone_check_start (self->microphone);
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
  onsite_microphone_check_start (self->microphone);
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

  onsite_microphone_check_start (self->microphone);
  self->clock_id = g_timeout_add_seconds (CLOCK_INTERVAL_S, clock_cb, self);
}

static void
onsite_setup_page_unmap (GtkWidget *widget)
{
  OnsiteSetupPage *self = ONSITE_SETUP_PAGE (widget);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  if (self->microphone != NULL)
    onsite_microphone_check_stop (self->microphone);

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
  self->showing = TRUE;
  g_clear_object (&self->microphone);
  g_clear_object (&self->setup);
  g_clear_object (&self->drills);
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
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, level);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, level_about);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, kind);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, mode);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, mode_about);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, screens_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, screens);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, round_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, drill_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, length);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, device_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, check_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, sound_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, meter);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, heard);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, try_again);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, reason);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, space);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSetupPage, begin);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, device_told_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, screens_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, drill_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
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

  g_type_ensure (ONSITE_TYPE_CHOICE);
  g_type_ensure (ONSITE_TYPE_DEVICE_ROW);
  g_type_ensure (ONSITE_TYPE_SOUND_CHECK_ROW);
  g_type_ensure (ONSITE_TYPE_SPACE_NOTE);
  g_type_ensure (ONSITE_TYPE_LEVEL_METER);
  g_type_ensure (ONSITE_TYPE_PACK_COMBO_ROW);
  g_type_ensure (ONSITE_TYPE_TIMELINE);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
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
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  onsite_choice_add (self->kind, "loop", C_ ("setup", "Whole Loop"));
  onsite_choice_add (self->kind, "round", C_ ("setup", "One Round"));
  onsite_choice_add (self->kind, "drill", C_ ("setup", "Drill"));
  onsite_choice_add (self->mode, "onsite", C_ ("mode", "Onsite"));
  onsite_choice_add (self->mode, "practice", C_ ("mode", "Practice"));
  self->showing = FALSE;
}

static void
add_levels (OnsiteSetupPage *self)
{
  GPtrArray *levels = onsite_pack_get_levels (onsite_context_get_pack (self->context));

  for (guint i = 0; i < levels->len; i++)
    {
      const OnsiteLevel *level = g_ptr_array_index (levels, i);

      onsite_choice_add (self->level, level->id, level->name);
    }
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
  g_object_bind_property (self->microphone, "level", self->meter, "level", G_BINDING_DEFAULT);
  g_signal_connect_object (self->microphone,
                           "notify::words",
                           G_CALLBACK (microphone_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->microphone,
                           "notify::ready",
                           G_CALLBACK (microphone_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->microphone,
                           "notify::failed",
                           G_CALLBACK (microphone_changed_cb),
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
                           G_CALLBACK (microphone_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings,
                           "changed::clean-sound",
                           G_CALLBACK (microphone_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
make_drills (OnsiteSetupPage *self)
{
  self->drills = onsite_drill_list_new (onsite_context_get_pack (self->context));
  self->showing = TRUE;
  adw_combo_row_set_model (self->drill_row, onsite_drill_list_get_names (self->drills));
  self->showing = FALSE;
}

static void
use_pack (OnsiteSetupPage *self)
{
  OnsitePack *pack = onsite_context_get_pack (self->context);

  make_setup (self);
  make_drills (self);
  add_levels (self);
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
  g_clear_object (&self->drills);
  onsite_choice_clear (self->level);
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
