/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-break-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-answer-form.h"
#include "onsite-choice.h"
#include "onsite-debrief-page.h"
#include "onsite-format.h"
#include "onsite-page.h"
#include "onsite-room-page.h"
#include "onsite-take-player.h"
#include "onsite-title.h"
#include "onsite-window.h"
#include "onsite-wrap-layout.h"
#include "rehearsal/onsite-answer-editor.h"

struct _OnsiteBreakPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteRehearsal *rehearsal;
  OnsiteTakePlayer *player;
  GtkWidget *first_form; /* (nullable): of the answer that is open */
  guint round_index;

  OnsiteTitle *heading;
  AdwPreferencesGroup *answers;
  OnsiteChoice *vote;
  GtkButton *next;
};

enum
{
  PROP_TITLE = 1,
  PROP_REHEARSAL,
  N_PROPS
};

static void
onsite_break_page_leave (OnsitePage *page)
{
  OnsiteBreakPage *self = ONSITE_BREAK_PAGE (page);

  onsite_rehearsal_send (self->rehearsal, ONSITE_EVENT_LEAVE);
  onsite_context_end_rehearsal (self->context);
}

static gboolean
onsite_break_page_enter (OnsitePage *page)
{
  OnsiteBreakPage *self = ONSITE_BREAK_PAGE (page);

  /* To be rated at once, by the figures on the keys. */
  if (self->first_form != NULL)
    return onsite_answer_form_enter (ONSITE_ANSWER_FORM (self->first_form));

  return gtk_widget_grab_focus (GTK_WIDGET (self->next));
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_break_page_enter;
  iface->leave = onsite_break_page_leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteBreakPage,
                               onsite_break_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static char *
describe_next_round (OnsiteBreakPage *self, const char *round_name, gint64 remaining_ms)
{
  g_autofree char *clock = NULL;

  if (onsite_rehearsal_get_round (self->rehearsal) == NULL)
    return g_strdup (C_ ("break", "That was the last round."));

  if (remaining_ms <= 0)
    return g_strdup_printf (C_ ("break", "Next: %s, whenever you are ready"), round_name);

  clock = onsite_format_clock (remaining_ms);
  return g_strdup_printf (C_ ("break", "Next: %s, in %s"), round_name, clock);
}

static gboolean
has_text (OnsiteBreakPage *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
describe_rating (OnsiteAnswerEditor *editor, GParamSpec *pspec, AdwExpanderRow *row)
{
  gboolean complete;

  g_object_get (editor, "complete", &complete, NULL);
  adw_expander_row_set_subtitle (row,
                                 complete ? C_ ("answer", "Rated")
                                          : C_ ("answer", "Not rated yet"));
}

static void
edit_failed_cb (OnsiteBreakPage *self, const GError *error)
{
  onsite_window_toast_from (GTK_WIDGET (self), error->message);
}

static void
play_failed_cb (OnsiteBreakPage *self, const GError *error)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  if (window != NULL)
    onsite_window_toast_error (window, C_ ("clip", "This can’t be played"), error);
}

static void
play_cb (GtkButton *button, OnsiteTakePlayer *player)
{
  onsite_take_player_toggle (player, g_object_get_data (G_OBJECT (button), "take"));
}

static void
show_playing (OnsiteTakePlayer *player, GParamSpec *pspec, GtkButton *button)
{
  const OnsiteTake *take = g_object_get_data (G_OBJECT (button), "take");
  const gboolean playing = onsite_take_player_is_playing (player, take);
  const char *label = playing ? C_ ("player", "Pause") : C_ ("break", "Play This Answer");

  gtk_button_set_icon_name (button,
                            playing ? "media-playback-pause-symbolic"
                                    : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static GtkWidget *
make_play_button (OnsiteBreakPage *self, OnsiteTake *take, const char *question)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question,
                                  -1);
  g_object_set_data (G_OBJECT (button), "take", take);
  g_signal_connect_object (button, "clicked", G_CALLBACK (play_cb), self->player, 0);
  g_signal_connect_object (self->player, "notify::take", G_CALLBACK (show_playing), button, 0);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (show_playing), button, 0);
  show_playing (self->player, NULL, GTK_BUTTON (button));

  return button;
}

static GtkWidget *
make_answer_row (OnsiteBreakPage *self, OnsiteAnswer *answer)
{
  OnsitePack *pack = onsite_rehearsal_get_pack (self->rehearsal);
  const OnsiteQuestion *question = onsite_pack_find_question (pack, answer->question);
  const char *level = onsite_rehearsal_get_loop (self->rehearsal)->level;
  OnsiteTake *take = onsite_answer_get_current_take (answer);
  g_autofree char *title = g_markup_escape_text (question->text, -1);
  g_autoptr (OnsiteAnswerEditor) editor = NULL;
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *form;

  editor = onsite_answer_editor_new (onsite_rehearsal_get_scribe (self->rehearsal), pack, answer);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  form = onsite_answer_form_new (self->context, editor, level);
  if (self->first_form == NULL)
    self->first_form = form;
  gtk_widget_add_css_class (form, "in-row");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), form);
  if (onsite_take_player_has_sound (take))
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                                 make_play_button (self, take, question->text));
  g_signal_connect_object (editor, "notify::complete", G_CALLBACK (describe_rating), row, 0);
  g_signal_connect_object (editor, "failed", G_CALLBACK (edit_failed_cb), self, G_CONNECT_SWAPPED);
  describe_rating (editor, NULL, ADW_EXPANDER_ROW (row));
  return row;
}

static void
show_answers (OnsiteBreakPage *self, const OnsiteRound *round)
{
  guint n_shown = 0;

  for (guint i = 0; i < round->answers->len; i++)
    {
      OnsiteAnswer *answer = g_ptr_array_index (round->answers, i);
      GtkWidget *row;

      if (answer->skipped || onsite_answer_get_current_take (answer) == NULL)
        continue;

      row = make_answer_row (self, answer);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), n_shown == 0);
      adw_preferences_group_add (self->answers, row);
      n_shown++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->answers), n_shown > 0);
}

static void
show_votes (OnsiteBreakPage *self, const OnsiteRound *round)
{
  GPtrArray *votes = onsite_pack_get_votes (onsite_rehearsal_get_pack (self->rehearsal));

  for (guint i = 0; i < votes->len; i++)
    {
      const OnsiteVote *vote = g_ptr_array_index (votes, i);

      onsite_choice_add (self->vote, vote->id, vote->name);
    }

  onsite_choice_set_selected (self->vote, round->vote);
}

static void
vote_selected_cb (OnsiteBreakPage *self)
{
  onsite_rehearsal_set_vote (self->rehearsal,
                             self->round_index,
                             onsite_choice_get_selected (self->vote));
}

static OnsiteEventKind
get_next_event (OnsiteBreakPage *self)
{
  return onsite_rehearsal_accepts (self->rehearsal, ONSITE_EVENT_FINISH) ? ONSITE_EVENT_FINISH
                                                                         : ONSITE_EVENT_BEGIN_ROUND;
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteBreakPage *self = ONSITE_BREAK_PAGE (widget);

  onsite_rehearsal_send (self->rehearsal, get_next_event (self));
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnsiteWindow *window = onsite_window_of (widget);

  onsite_break_page_leave (ONSITE_PAGE (widget));
  onsite_window_go_home (window);
  onsite_window_remark (window, C_ ("toast", "Finished for today"));
}

static void
update_actions (OnsiteBreakPage *self)
{
  const OnsiteEventKind next = get_next_event (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "break.leave",
                                 onsite_rehearsal_accepts (self->rehearsal, ONSITE_EVENT_LEAVE));
  gtk_button_set_label (self->next,
                        next == ONSITE_EVENT_FINISH ? C_ ("button", "See the _Debrief")
                                                    : C_ ("button", "I Am _Ready"));
}

static void
show_debrief (OnsiteBreakPage *self, OnsiteWindow *window)
{
  const char *loop = onsite_rehearsal_get_loop (self->rehearsal)->id;

  /* First, for the debrief waits for what is ended. */
  onsite_context_end_rehearsal (self->context);
  onsite_window_replace (window, ONSITE_PAGE (onsite_debrief_page_new (self->context, loop)));
}

static void
phase_changed_cb (OnsiteBreakPage *self)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));
  const OnsitePhase phase = onsite_rehearsal_get_phase (self->rehearsal);

  if (window == NULL || (phase != ONSITE_PHASE_FINISHED && phase != ONSITE_PHASE_ASKING))
    return;

  /* It was about the round that is over. */
  onsite_window_forget_remark (window);
  if (phase == ONSITE_PHASE_FINISHED)
    show_debrief (self, window);
  else
    onsite_window_replace (window, ONSITE_PAGE (onsite_room_page_new (self->context)));
}

static void
told_cb (OnsiteBreakPage *self, const char *text)
{
  onsite_window_remark_from (ONSITE_PAGE (self), text);
}

static void
onsite_break_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteBreakPage *self = ONSITE_BREAK_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("page title", "Break"));
      break;

    case PROP_REHEARSAL:
      g_value_set_object (value, self->rehearsal);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_break_page_dispose (GObject *object)
{
  OnsiteBreakPage *self = ONSITE_BREAK_PAGE (object);

  if (self->player != NULL)
    onsite_take_player_stop (self->player);
  g_clear_object (&self->player);
  g_clear_object (&self->context);
  self->first_form = NULL;

  G_OBJECT_CLASS (onsite_break_page_parent_class)->dispose (object);
}

static void
onsite_break_page_finalize (GObject *object)
{
  OnsiteBreakPage *self = ONSITE_BREAK_PAGE (object);

  /* Only when the forms are gone, which edit its records. */
  g_clear_object (&self->rehearsal);

  G_OBJECT_CLASS (onsite_break_page_parent_class)->finalize (object);
}

static void
onsite_break_page_class_init (OnsiteBreakPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_break_page_get_property;
  object_class->dispose = onsite_break_page_dispose;
  object_class->finalize = onsite_break_page_finalize;

  g_object_class_override_property (object_class, PROP_TITLE, "title");
  g_object_class_install_property (
      object_class,
      PROP_REHEARSAL,
      g_param_spec_object ("rehearsal",
                           NULL,
                           NULL,
                           ONSITE_TYPE_REHEARSAL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));

  g_type_ensure (ONSITE_TYPE_CHOICE);
  g_type_ensure (ONSITE_TYPE_REHEARSAL);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-break-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteBreakPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OnsiteBreakPage, answers);
  gtk_widget_class_bind_template_child (widget_class, OnsiteBreakPage, vote);
  gtk_widget_class_bind_template_child (widget_class, OnsiteBreakPage, next);
  gtk_widget_class_bind_template_callback (widget_class, describe_next_round);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_install_action (widget_class, "break.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "break.leave", NULL, leave_cb);
}

static void
onsite_break_page_init (OnsiteBreakPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_last_round (OnsiteBreakPage *self)
{
  OnsiteRound *round = onsite_rehearsal_get_last_round (self->rehearsal);
  const OnsiteRoundKind *kind;
  guint index;

  g_return_if_fail (round != NULL);

  kind = onsite_pack_find_round_kind (onsite_rehearsal_get_pack (self->rehearsal), round->kind);
  if (g_ptr_array_find (onsite_rehearsal_get_loop (self->rehearsal)->rounds, round, &index))
    self->round_index = index;
  onsite_title_set_subtitle (self->heading, kind->name);
  show_answers (self, round);
  show_votes (self, round);
}

GtkWidget *
onsite_break_page_new (OnsiteContext *context)
{
  OnsiteBreakPage *self = g_object_new (ONSITE_TYPE_BREAK_PAGE, NULL);
  OnsiteRehearsal *rehearsal = onsite_context_get_rehearsal (context);

  self->context = g_object_ref (context);
  self->rehearsal = g_object_ref (rehearsal);
  self->player = onsite_take_player_new (context);
  g_signal_connect_object (self->player,
                           "failed",
                           G_CALLBACK (play_failed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  show_last_round (self);
  g_object_notify (G_OBJECT (self), "rehearsal");

  /* Only now, so that showing the vote is no vote. */
  g_signal_connect_object (self->vote,
                           "notify::selected",
                           G_CALLBACK (vote_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rehearsal,
                           "stepped",
                           G_CALLBACK (update_actions),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rehearsal,
                           "notify::phase",
                           G_CALLBACK (phase_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rehearsal, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);

  return GTK_WIDGET (self);
}
