/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "onsite-room-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-beside-layout.h"
#include "onsite-break-page.h"
#include "onsite-exhibit-view.h"
#include "onsite-level-meter.h"
#include "onsite-outage-view.h"
#include "onsite-page.h"
#include "onsite-room-herald.h"
#include "onsite-room-words.h"
#include "onsite-shrink-layout.h"
#include "onsite-title.h"
#include "onsite-window.h"
#include "onsite-wrap-layout.h"

/* The question's widest column, as in the template. */
#define COLUMN_WIDTH 720

struct _OnsiteRoomPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteRehearsal *rehearsal;
  OnsiteRoomHerald *herald;
  OnsiteAnswer *noted_answer;

  GtkAdjustment *height;
  GtkWidget *column;
  GtkWidget *question;
  GtkWidget *reminder;
  GtkLabel *reminder_whose;
  GtkLabel *reminder_text;
  GtkLabel *hint;
  AdwClamp *clamp;
  GtkWidget *asked;
  AdwBin *beside;
  GtkWidget *earlier;
  GtkLabel *earlier_prompts;
  GtkTextView *notes;
  GtkWidget *keep_talking;
  GtkWidget *retake;
  GtkWidget *next;
};

enum
{
  PROP_TITLE = 1,
  PROP_REHEARSAL,
  N_PROPS
};

static const OnsiteFarewell *
onsite_room_page_get_farewell (OnsitePage *page)
{
  OnsiteRoomPage *self = ONSITE_ROOM_PAGE (page);
  static OnsiteFarewell farewell;

  if (onsite_rehearsal_get_answer (self->rehearsal) == NULL)
    return NULL;

  farewell = (OnsiteFarewell){
    .heading = C_ ("farewell", "Leave This Round?"),
    .body = onsite_rehearsal_is_retake (self->rehearsal)
                ? C_ ("farewell", "What you have said so far is kept as a take of the answer.")
                : C_ ("farewell",
                      "What you have said so far is kept, and you can go on later with the "
                      "time that is left."),
    .leave = C_ ("farewell", "_Leave"),
  };
  return &farewell;
}

static void
onsite_room_page_leave (OnsitePage *page)
{
  onsite_context_end_rehearsal (ONSITE_ROOM_PAGE (page)->context);
}

static gboolean
onsite_room_page_enter (OnsitePage *page)
{
  return gtk_widget_grab_focus (ONSITE_ROOM_PAGE (page)->next);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_room_page_enter;
  iface->get_farewell = onsite_room_page_get_farewell;
  iface->leave = onsite_room_page_leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteRoomPage,
                               onsite_room_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

/* Closures of the template. */

static gboolean
is_in_round (OnsiteRoomPage *self, guint phase)
{
  return phase == ONSITE_PHASE_ASKING || phase == ONSITE_PHASE_ANSWERING ||
         phase == ONSITE_PHASE_GRACE || phase == ONSITE_PHASE_PAUSED;
}

static gboolean
is_waiting (OnsiteRoomPage *self, guint phase)
{
  return !is_in_round (self, phase);
}

static gboolean
has_text (OnsiteRoomPage *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_unsaved (OnsiteRoomPage *self, gint64 unsaved_ms)
{
  return unsaved_ms > 0;
}

static char *
describe_interviewer (OnsiteRoomPage *self, const char *interviewer, gboolean bar_raiser)
{
  if (!bar_raiser)
    return g_strdup (interviewer);

  return g_strdup_printf (C_ ("room", "%s, bar raiser"), interviewer);
}

static char *
describe_lobby (OnsiteRoomPage *self, guint phase, const char *round_name)
{
  const OnsiteRound *round = onsite_rehearsal_get_round (self->rehearsal);

  if (round == NULL)
    return g_strdup ("");

  if (onsite_rehearsal_is_retake (self->rehearsal))
    return g_strdup (C_ ("room",
                         "You give this answer once more. It is kept as another take, beside "
                         "those that there are."));

  if (onsite_rehearsal_is_interrupted (self->rehearsal))
    return g_strdup_printf (C_ ("room",
                                "“%s” was interrupted. It goes on with the time that was left, "
                                "and you are asked the last question again."),
                            round_name);

  return g_strdup (
      onsite_pack_find_round_kind (onsite_rehearsal_get_pack (self->rehearsal), round->kind)
          ->about);
}

static double
get_round_fraction (OnsiteRoomPage *self, gint64 remaining_ms)
{
  const OnsiteRound *round = onsite_rehearsal_get_round (self->rehearsal);

  if (round == NULL || round->seconds == 0)
    return 0;

  return CLAMP ((double) remaining_ms / (round->seconds * 1000.0), 0, 1);
}

static char *
describe_remaining (OnsiteRoomPage *self, gint64 remaining_ms)
{
  return onsite_room_words_remaining (remaining_ms);
}

static char *
describe_question (OnsiteRoomPage *self,
                   guint index,
                   guint n_questions,
                   guint turn,
                   gboolean curveball)
{
  return onsite_room_words_question (index, n_questions, turn, curveball);
}

static char *
describe_moment (OnsiteRoomPage *self,
                 guint phase,
                 gboolean interjecting,
                 gint64 elapsed_ms,
                 gint64 suggested_ms,
                 gint64 grace_ms)
{
  return onsite_room_words_moment (phase, interjecting, elapsed_ms, suggested_ms, grace_ms);
}

static char *
describe_next (OnsiteRoomPage *self, guint phase, gboolean interjecting, gboolean beginning)
{
  const gboolean interrupted = onsite_rehearsal_is_interrupted (self->rehearsal);

  return g_strdup (onsite_room_words_next (phase, interjecting, interrupted, beginning));
}

static char *
describe_unsaved (OnsiteRoomPage *self, gint64 unsaved_ms)
{
  return onsite_room_words_unsaved (unsaved_ms);
}

/* Actions. */

static OnsiteEventKind
get_next_event (OnsiteRoomPage *self)
{
  switch (onsite_rehearsal_get_phase (self->rehearsal))
    {
    case ONSITE_PHASE_ASKING:
      /* Whoever was about to say so when a curveball came gets to hear it. */
      return onsite_rehearsal_accepts (self->rehearsal, ONSITE_EVENT_DONE) ? ONSITE_EVENT_DONE
                                                                           : ONSITE_EVENT_SPOKEN;

    case ONSITE_PHASE_ANSWERING:
      return ONSITE_EVENT_DONE;

    case ONSITE_PHASE_GRACE:
      return ONSITE_EVENT_NEXT;

    case ONSITE_PHASE_PAUSED:
      return ONSITE_EVENT_GO_ON;

    case ONSITE_PHASE_LOBBY:
    case ONSITE_PHASE_BREAK:
    case ONSITE_PHASE_AWAY:
    case ONSITE_PHASE_FINISHED:
    default:
      return ONSITE_EVENT_BEGIN_ROUND;
    }
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteRoomPage *self = ONSITE_ROOM_PAGE (widget);

  onsite_rehearsal_send (self->rehearsal, get_next_event (self));
}

static const struct
{
  const char *action;
  OnsiteEventKind event;
} actions[] = {
  { "room.keep-talking", ONSITE_EVENT_KEEP_TALKING },
  { "room.pause", ONSITE_EVENT_PAUSE },
  { "room.skip", ONSITE_EVENT_SKIP },
  { "room.retake", ONSITE_EVENT_RETAKE },
  { "room.end-round", ONSITE_EVENT_END_ROUND },
};

static void
event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteRoomPage *self = ONSITE_ROOM_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].action, name))
      onsite_rehearsal_send (self->rehearsal, actions[i].event);
}

/* An exhibit takes so much room that one may want to put it away. */
static GtkWidget *
make_exhibit (OnsitePack *pack, const OnsiteExhibit *exhibit)
{
  GtkWidget *expander = gtk_expander_new (C_ ("expander", "Exhibit"));

  gtk_expander_set_child (GTK_EXPANDER (expander), onsite_exhibit_view_new (pack, exhibit));
  gtk_widget_set_valign (expander, GTK_ALIGN_START);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("expander", "Exhibit"),
                                  -1);

  return expander;
}

static OnsiteExhibitView *
get_exhibit_view (OnsiteRoomPage *self)
{
  GtkExpander *expander = GTK_EXPANDER (adw_bin_get_child (self->beside));

  return ONSITE_EXHIBIT_VIEW (gtk_expander_get_child (expander));
}

static void
hint_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteRoomPage *self = ONSITE_ROOM_PAGE (widget);
  const OnsiteAnswer *answer = onsite_rehearsal_get_answer (self->rehearsal);
  const OnsiteQuestion *question;

  if (answer == NULL)
    return;

  question = onsite_pack_find_question (onsite_rehearsal_get_pack (self->rehearsal),
                                        answer->question);
  gtk_label_set_label (self->hint, question->hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
  if (question->outage != NULL)
    onsite_outage_view_reveal (ONSITE_OUTAGE_VIEW (adw_bin_get_child (self->beside)));
  else if (question->exhibit != NULL)
    onsite_exhibit_view_reveal (get_exhibit_view (self),
                                onsite_rehearsal_get_loop (self->rehearsal)->level);
}

/* What follows the rehearsal. */

static gboolean
is_practice (OnsiteRoomPage *self)
{
  return onsite_rehearsal_get_loop (self->rehearsal)->mode == ONSITE_MODE_PRACTICE;
}

static void
update_actions (OnsiteRoomPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  OnsiteRehearsal *rehearsal = self->rehearsal;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget,
                                   actions[i].action,
                                   onsite_rehearsal_accepts (rehearsal, actions[i].event));

  gtk_widget_action_set_enabled (widget,
                                 "room.hint",
                                 is_practice (self) &&
                                     onsite_rehearsal_get_answer (rehearsal) != NULL);
  gtk_widget_set_visible (self->keep_talking,
                          onsite_rehearsal_accepts (rehearsal, ONSITE_EVENT_KEEP_TALKING));
  gtk_widget_set_visible (self->retake, onsite_rehearsal_offers_retake (rehearsal));
}

static void
update_earlier (OnsiteRoomPage *self)
{
  const OnsiteAnswer *answer = onsite_rehearsal_get_answer (self->rehearsal);
  const OnsiteTake *take = answer != NULL ? onsite_answer_get_current_take (answer) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; take != NULL && i + 1 < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", turn->prompt);
    }

  gtk_label_set_label (self->earlier_prompts, text->str);
  gtk_widget_set_visible (self->earlier, text->len > 0);
}

static GtkWidget *
make_beside (OnsiteRoomPage *self, const OnsiteAnswer *answer)
{
  OnsitePack *pack = onsite_rehearsal_get_pack (self->rehearsal);
  const OnsiteQuestion *question = onsite_pack_find_question (pack, answer->question);

  if (question->outage != NULL)
    return onsite_outage_view_new (onsite_pack_find_outage (pack, question->outage));
  if (question->exhibit != NULL)
    return make_exhibit (pack, onsite_pack_find_exhibit (pack, question->exhibit));

  return NULL;
}

/* What is to be read or looked at beside the question gets as much room as that. */
static void
show_beside (OnsiteRoomPage *self, const OnsiteAnswer *answer)
{
  GtkWidget *beside = answer != NULL ? make_beside (self, answer) : NULL;
  const int width = beside != NULL ? 2 * COLUMN_WIDTH : COLUMN_WIDTH;

  /* What is beside it may be higher than the window, and its middle out of sight. */
  gtk_widget_set_valign (self->asked, beside != NULL ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  adw_bin_set_child (self->beside, beside);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), beside != NULL);
  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

static void
turn_to_answer (OnsiteRoomPage *self)
{
  OnsiteAnswer *answer = onsite_rehearsal_get_answer (self->rehearsal);

  if (answer == self->noted_answer)
    return;

  /* Before the text changes, so that the old answer keeps its note. */
  self->noted_answer = answer;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes),
                            answer != NULL ? answer->note : "",
                            -1);
  show_beside (self, answer);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
}

static void
notes_changed_cb (GtkTextBuffer *buffer, OnsiteRoomPage *self)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  onsite_rehearsal_set_note (self->rehearsal, text);
}

/* A button that goes while it has the focus leaves nobody in its place, and
 * the keys go nowhere. */
static void
keep_focus (OnsiteRoomPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (self->next);
}

/* Paper that is taken out is there to be written on. */
static void
notes_toggled_cb (OnsiteRoomPage *self, GParamSpec *pspec, GtkToggleButton *button)
{
  gtk_widget_grab_focus (gtk_toggle_button_get_active (button) ? GTK_WIDGET (self->notes)
                                                               : self->next);
}

/* Where the column is higher than its window, what there is to press stays in
 * sight, unless the question’s beginning would go out of it for that. */
static gboolean
show_question (GtkWidget *column, GdkFrameClock *clock, gpointer user_data)
{
  OnsiteRoomPage *self = user_data;
  double top;

  if (gtk_widget_translate_coordinates (self->question, column, 0, 0, NULL, &top))
    gtk_adjustment_set_value (self->height, top);

  return G_SOURCE_REMOVE;
}

/* It is being laid out, and would not be once more for a scroll of now. */
static void
height_changed_cb (OnsiteRoomPage *self)
{
  gtk_widget_add_tick_callback (self->column, show_question, self, NULL);
}

static void
stepped_cb (OnsiteRoomPage *self)
{
  update_actions (self);
  update_earlier (self);
  turn_to_answer (self);
  keep_focus (self);
}

static gboolean
go_back (gpointer user_data)
{
  OnsiteRoomPage *self = user_data;
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  if (window != NULL)
    onsite_window_pop (window, ONSITE_PAGE (self));

  return G_SOURCE_REMOVE;
}

static void
phase_changed_cb (OnsiteRoomPage *self)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  update_actions (self);

  if (window == NULL || onsite_rehearsal_get_phase (self->rehearsal) != ONSITE_PHASE_BREAK)
    return;

  /* Leaving ends the rehearsal, whose step has to end first. */
  if (onsite_rehearsal_is_retake (self->rehearsal))
    g_idle_add_full (G_PRIORITY_DEFAULT, go_back, g_object_ref (self), g_object_unref);
  else
    onsite_window_replace (window, ONSITE_PAGE (onsite_break_page_new (self->context)));
}

static void
told_cb (OnsiteRoomPage *self, const char *text)
{
  onsite_window_remark_from (ONSITE_PAGE (self), text);
}

static void
onsite_room_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteRoomPage *self = ONSITE_ROOM_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("page title", "Interview"));
      break;

    case PROP_REHEARSAL:
      g_value_set_object (value, self->rehearsal);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_room_page_dispose (GObject *object)
{
  OnsiteRoomPage *self = ONSITE_ROOM_PAGE (object);

  g_clear_object (&self->herald);
  g_clear_object (&self->rehearsal);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_room_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (klass,
                                               "/io/github/onsite/Onsite/onsite-room-page.ui");
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, height);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, column);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, question);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, reminder);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, reminder_whose);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, reminder_text);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, hint);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, clamp);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, asked);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, beside);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, earlier);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, earlier_prompts);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, notes);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, keep_talking);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, retake);
  gtk_widget_class_bind_template_child (klass, OnsiteRoomPage, next);
  gtk_widget_class_bind_template_callback (klass, is_in_round);
  gtk_widget_class_bind_template_callback (klass, is_waiting);
  gtk_widget_class_bind_template_callback (klass, has_text);
  gtk_widget_class_bind_template_callback (klass, is_unsaved);
  gtk_widget_class_bind_template_callback (klass, describe_interviewer);
  gtk_widget_class_bind_template_callback (klass, describe_lobby);
  gtk_widget_class_bind_template_callback (klass, get_round_fraction);
  gtk_widget_class_bind_template_callback (klass, describe_remaining);
  gtk_widget_class_bind_template_callback (klass, describe_question);
  gtk_widget_class_bind_template_callback (klass, describe_moment);
  gtk_widget_class_bind_template_callback (klass, describe_next);
  gtk_widget_class_bind_template_callback (klass, describe_unsaved);
  gtk_widget_class_bind_template_callback (klass, notes_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, height_changed_cb);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "room.next", NULL, next_cb);
  gtk_widget_class_install_action (klass, "room.hint", NULL, hint_cb);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].action, NULL, event_cb);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_BackSpace, 0, "room.keep-talking", NULL);
}

static void
onsite_room_page_class_init (OnsiteRoomPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_room_page_get_property;
  object_class->dispose = onsite_room_page_dispose;

  g_object_class_override_property (object_class, PROP_TITLE, "title");
  g_object_class_install_property (
      object_class,
      PROP_REHEARSAL,
      g_param_spec_object ("rehearsal",
                           NULL,
                           NULL,
                           ONSITE_TYPE_REHEARSAL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));

  g_type_ensure (ONSITE_TYPE_REHEARSAL);
  g_type_ensure (ONSITE_TYPE_SHRINK_LAYOUT);
  g_type_ensure (ONSITE_TYPE_BESIDE_LAYOUT);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  g_type_ensure (ONSITE_TYPE_LEVEL_METER);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
onsite_room_page_init (OnsiteRoomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
onsite_room_page_new (OnsiteContext *context)
{
  OnsiteRoomPage *self = g_object_new (ONSITE_TYPE_ROOM_PAGE, NULL);

  self->context = g_object_ref (context);
  self->rehearsal = g_object_ref (onsite_context_get_rehearsal (context));
  g_object_notify (G_OBJECT (self), "rehearsal");
  self->herald = onsite_room_herald_new (self->rehearsal, GTK_WIDGET (self));

  g_signal_connect_object (self->rehearsal,
                           "stepped",
                           G_CALLBACK (stepped_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rehearsal,
                           "notify::phase",
                           G_CALLBACK (phase_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rehearsal, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes),
                           "changed",
                           G_CALLBACK (notes_changed_cb),
                           self,
                           0);
  stepped_cb (self);

  return GTK_WIDGET (self);
}

void
onsite_room_page_remind (OnsiteRoomPage *self, const char *whose, const char *text)
{
  g_return_if_fail (ONSITE_IS_ROOM_PAGE (self));

  gtk_label_set_text (self->reminder_whose, whose);
  gtk_label_set_text (self->reminder_text, text);
  gtk_widget_set_visible (self->reminder, TRUE);
}
