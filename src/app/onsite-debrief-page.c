/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-debrief-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-answer-page.h"
#include "onsite-answers-page.h"
#include "onsite-bin.h"
#include "onsite-coach-list.h"
#include "onsite-coverage-list.h"
#include "onsite-coverage-matrix.h"
#include "onsite-debrief-figures.h"
#include "onsite-debrief-model.h"
#include "onsite-debrief-text.h"
#include "onsite-dialog.h"
#include "onsite-first-fit-layout.h"
#include "onsite-format.h"
#include "onsite-loop-text.h"
#include "onsite-share-page.h"
#include "onsite-sign-view.h"
#include "onsite-title.h"
#include "onsite-tour-page.h"
#include "onsite-window.h"
#include "onsite-wrap-layout.h"

#define LEGEND_SPACING 6

struct _OnsiteDebriefPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  char *loop;
  OnsiteDebriefModel *model; /* %NULL until it was read */
  GCancellable *cancellable;

  OnsiteTitle *window_title;
  GtkWidget *sample;
  GtkStack *stack;
  AdwStatusPage *trouble;
  GtkLabel *headline;
  GtkLabel *time;
  GtkWidget *unrated;
  GtkLabel *unrated_text;
  GtkBox *legend;
  GtkWidget *matrix_scroller;
  OnsiteCoverageMatrix *matrix;
  OnsiteCoverageList *list;
  AdwBin *rounds;
  AdwBin *ratings;
  AdwBin *mix;
  GtkWidget *coaches_group;
  AdwBin *coaches;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

/* What was edited on the pages above has to show. */
static gboolean
onsite_debrief_page_enter (OnsitePage *page)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (page);

  if (self->model == NULL)
    return FALSE;

  onsite_debrief_model_refresh (self->model);

  return gtk_widget_grab_focus (onsite_page_find_last_focus (GTK_WIDGET (self->stack))) ||
         gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_debrief_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteDebriefPage,
                               onsite_debrief_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static void
append_what (GString *text, const OnsiteLoop *loop, OnsitePack *pack)
{
  g_autofree char *what = onsite_loop_text_what (loop->kind, loop->drill, loop->target, pack);

  g_string_append_printf (text, " · %s", what);
}

/* "Sat 14 Nov · L6 · Drill of gaps · Practice · Sample"; that it was whole goes without saying. */
static char *
describe_loop (const OnsiteDebrief *debrief)
{
  const OnsiteLoop *loop = debrief->loop;
  const OnsiteLevel *level = onsite_pack_find_level (debrief->pack, loop->level);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (loop->created_at_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) then = g_date_time_to_local (utc);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = onsite_format_date (then, now);
  GString *text = g_string_new (date);

  g_string_append_printf (text, " · %s", level != NULL ? level->name : loop->level);
  if (loop->kind != ONSITE_LOOP_KIND_WHOLE)
    append_what (text, loop, debrief->pack);
  if (loop->mode == ONSITE_MODE_PRACTICE)
    g_string_append_printf (text, " · %s", C_ ("debrief", "Practice"));
  if (loop->sample)
    g_string_append_printf (text, " · %s", C_ ("debrief", "Sample"));

  return g_string_free (text, FALSE);
}

static void
show_words (OnsiteDebriefPage *self, const OnsiteDebrief *debrief, const OnsiteHeadline *headline)
{
  g_autofree char *subtitle = describe_loop (debrief);
  g_autofree char *text = onsite_debrief_text_headline (debrief, headline);
  g_autofree char *time = onsite_debrief_text_time (debrief);
  g_autofree char *unrated = onsite_debrief_text_unrated (headline);

  gtk_widget_set_visible (self->sample, debrief->loop->sample);
  onsite_title_set_subtitle (self->window_title, subtitle);
  gtk_label_set_text (self->headline, text);
  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->unrated_text, unrated != NULL ? unrated : "");
  gtk_widget_set_visible (self->unrated, unrated != NULL);
}

static void
show_figures (OnsiteDebriefPage *self)
{
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);

  adw_bin_set_child (self->rounds, onsite_debrief_figures_make_rows (debrief, ONSITE_FIGURE_ROUND));
  adw_bin_set_child (self->ratings,
                     onsite_debrief_figures_make_rows (debrief, ONSITE_FIGURE_DIMENSION));
  adw_bin_set_child (self->mix, onsite_debrief_figures_make_rows (debrief, ONSITE_FIGURE_CATEGORY));
  adw_bin_set_child (self->coaches, onsite_coach_list_new (debrief));
  gtk_widget_set_visible (self->coaches_group, adw_bin_get_child (self->coaches) != NULL);
}

static void
painted_cb (GdkFrameClock *clock, OnsiteDebriefPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (self->model != NULL)
    show_figures (self);
}

/* The figures are below what fits on a screen, and their rows cost more than all
 * that is above: they follow the first frame. */
static void
show_figures_later (OnsiteDebriefPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL)
    {
      show_figures (self);
      return;
    }

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
}

static void
show_debrief (OnsiteDebriefPage *self)
{
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);

  show_words (self, debrief, onsite_debrief_model_get_headline (self->model));
  onsite_coverage_matrix_set_debrief (self->matrix, debrief);
  onsite_coverage_list_set_debrief (self->list, debrief);
  gtk_stack_set_visible_child_name (self->stack, "debrief");
  show_figures_later (self);
}

static void
show_trouble (OnsiteDebriefPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteDebriefPage) self = user_data;
  g_autoptr (OnsiteDebriefModel) before = NULL; /* is shown until the new one is */
  g_autoptr (GError) error = NULL;
  OnsiteDebriefModel *model = onsite_debrief_model_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (model == NULL)
    {
      show_trouble (self, error);
      return;
    }

  before = g_steal_pointer (&self->model);
  self->model = model;
  g_signal_connect_object (model, "changed", G_CALLBACK (show_debrief), self, G_CONNECT_SWAPPED);
  show_debrief (self);
  /* It was asked for the focus before there was anything to give it to. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    onsite_page_enter (ONSITE_PAGE (self));
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteDebriefPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_settled = onsite_settling_wait_finish (ONSITE_SETTLING (source),
                                                           result,
                                                           &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (!is_settled)
    {
      show_trouble (self, error);
      return;
    }

  onsite_debrief_model_load_async (onsite_context_get_library (self->context),
                                   self->loop,
                                   self->cancellable,
                                   loaded_cb,
                                   g_object_ref (self));
}

/* What the rehearsal that has just ended has still to write comes before. */
static void
load (OnsiteDebriefPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  onsite_settling_wait_async (onsite_context_get_settling (self->context),
                              settled_cb,
                              g_object_ref (self));
}

static void
push (OnsiteDebriefPage *self, GtkWidget *page)
{
  onsite_window_push (onsite_window_of (GTK_WIDGET (self)), ONSITE_PAGE (page));
}

/* Where the answer says what is claimed of it, where that is known. */
static void
play_evidence (OnsiteAnswerPage *page, GPtrArray *evidence)
{
  guint turn = 0;
  gint64 from_ms = 0;

  for (guint i = 0; i < evidence->len; i++)
    {
      const OnsiteEvidence *it = g_ptr_array_index (evidence, i);

      if (it->from_ms >= 0)
        {
          turn = it->turn;
          from_ms = it->from_ms;
          break;
        }
    }

  onsite_answer_page_play (page, turn, from_ms);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (widget);
  g_autoptr (GPtrArray) evidence = NULL;
  const char *target;
  GtkWidget *page;
  guint kind, answer;

  g_variant_get (parameter, "(u&su)", &kind, &target, &answer);
  page = onsite_answer_page_new (self->context, self->model, answer);
  evidence = onsite_coverage_find_evidence (
      onsite_debrief_model_get_answer (self->model, answer)->answer,
      (OnsiteTargetKind) kind,
      target);
  push (self, page);
  play_evidence (ONSITE_ANSWER_PAGE (page), evidence);
}

static void
hear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (widget);
  guint answer, turn;
  const char *take;
  gint64 from_ms;
  GtkWidget *page;

  g_variant_get (parameter, "(u&sux)", &answer, &take, &turn, &from_ms);
  page = onsite_answer_page_new (self->context, self->model, answer);
  onsite_answer_page_show_take (ONSITE_ANSWER_PAGE (page), take);
  push (self, page);
  onsite_answer_page_play (ONSITE_ANSWER_PAGE (page), turn, from_ms);
}

static void
tour_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (widget);

  push (self, onsite_tour_page_new (self->context, self->model));
}

static void
review_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteDebriefPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_removed = onsite_library_commit_finish (ONSITE_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (is_removed)
    load (self);
  else
    onsite_window_toast_error (onsite_window_of (GTK_WIDGET (self)),
                               C_ ("toast", "The library wasn’t changed"),
                               error);
}

static void
remove_response_cb (GObject *dialog, const char *response, OnsiteDebriefPage *self)
{
  OnsiteChange *change;

  if (!g_str_equal (response, "remove") || self->model == NULL)
    return;

  change = onsite_change_new ();
  onsite_change_remove_review (change, self->loop, g_object_get_data (dialog, "review"));
  onsite_library_commit_async (onsite_debrief_model_get_library (self->model),
                               change,
                               NULL,
                               review_removed_cb,
                               g_object_ref (self));
}

/* It can't be undone, but by the file that it came in. */
static void
remove_review_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (onsite_window_of (widget)),
      C_ ("dialog", "Remove the Review?"),
      C_ ("dialog",
          "The coach’s comments, ratings and evidence go, and your replies to them. What you "
          "made yourself stays."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel",
                                    C_ ("button", "_Cancel"),
                                    "remove",
                                    C_ ("dialog", "_Remove Review"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog),
                          "review",
                          g_variant_dup_string (parameter, NULL),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), widget, 0);
  onsite_dialog_ask (ADW_MESSAGE_DIALOG (dialog), "cancel");
}

static void
trace_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (widget);
  guint figure, index;

  g_variant_get (parameter, "(uu)", &figure, &index);
  push (self, onsite_answers_page_new (self->context, self->model, (OnsiteFigure) figure, index));
}

static void
share_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (widget);

  push (self, onsite_share_page_new (self->context, self->loop));
}

static void
remove_sample_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteWindow *window = onsite_window_of (widget);

  onsite_bin_take (window, ONSITE_DEBRIEF_PAGE (widget)->loop, TRUE);
  onsite_window_go_home (window);
}

static void
rate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (widget);
  const OnsiteHeadline *headline = onsite_debrief_model_get_headline (self->model);
  const OnsiteAnswerSummary *answer;

  if (headline->unrated->len == 0)
    return;

  answer = g_ptr_array_index (headline->unrated, 0);
  push (self, onsite_answer_page_new (self->context, self->model, answer->index));
}

/* A claim is mostly of what was asked for, and so the matrix draws it in the ring. */
static guint
get_usual_sources (OnsiteSource source)
{
  guint sources = ONSITE_SOURCE_BIT (source);

  return source == ONSITE_SOURCE_CLAIMED ? sources | ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED)
                                         : sources;
}

static void
add_to_legend (OnsiteDebriefPage *self, OnsiteSource source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, LEGEND_SPACING);
  g_autofree char *words = onsite_sign_describe (ONSITE_SOURCE_BIT (source));

  gtk_box_append (GTK_BOX (box), onsite_sign_view_new (get_usual_sources (source)));
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  gtk_widget_add_css_class (box, "caption");
  gtk_box_append (self->legend, box);
}

static void
onsite_debrief_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("title", "Debrief"));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_debrief_page_dispose (GObject *object)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->matrix != NULL)
    {
      onsite_coverage_matrix_set_debrief (self->matrix, NULL);
      onsite_coverage_list_set_debrief (self->list, NULL);
    }
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_debrief_page_parent_class)->dispose (object);
}

static void
onsite_debrief_page_finalize (GObject *object)
{
  OnsiteDebriefPage *self = ONSITE_DEBRIEF_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->loop, g_free);

  G_OBJECT_CLASS (onsite_debrief_page_parent_class)->finalize (object);
}

static void
onsite_debrief_page_class_init (OnsiteDebriefPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_debrief_page_get_property;
  object_class->dispose = onsite_debrief_page_dispose;
  object_class->finalize = onsite_debrief_page_finalize;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_COVERAGE_MATRIX);
  g_type_ensure (ONSITE_TYPE_COVERAGE_LIST);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  g_type_ensure (ONSITE_TYPE_FIRST_FIT_LAYOUT);
  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-debrief-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, sample);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, headline);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, time);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, unrated);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, unrated_text);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, legend);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, matrix_scroller);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, list);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, ratings);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, mix);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, coaches_group);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDebriefPage, coaches);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_install_action (widget_class, "debrief.open", "(usu)", open_action);
  gtk_widget_class_install_action (widget_class, "debrief.hear", "(usux)", hear_action);
  gtk_widget_class_install_action (widget_class, "debrief.tour", NULL, tour_action);
  gtk_widget_class_install_action (widget_class,
                                   "debrief.remove-review",
                                   "s",
                                   remove_review_action);
  gtk_widget_class_install_action (widget_class, "debrief.trace", "(uu)", trace_action);
  gtk_widget_class_install_action (widget_class, "debrief.rate", NULL, rate_action);
  gtk_widget_class_install_action (widget_class, "debrief.share", NULL, share_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_e,
                                       GDK_CONTROL_MASK,
                                       "debrief.share",
                                       NULL);
  gtk_widget_class_install_action (widget_class,
                                   "debrief.remove-sample",
                                   NULL,
                                   remove_sample_action);
}

/* GTK 4.8 ends a turn of the wheel at the first thing that scrolls, be it in
 * the other direction alone; the page would stand still over the matrix. */
static void
pass_turns_of_wheel_on (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                               GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL |
                                                   GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
    }
}

static void
onsite_debrief_page_init (OnsiteDebriefPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  pass_turns_of_wheel_on (self->matrix_scroller);
  add_to_legend (self, ONSITE_SOURCE_ASKED);
  add_to_legend (self, ONSITE_SOURCE_CLAIMED);
  add_to_legend (self, ONSITE_SOURCE_HEARD);
  add_to_legend (self, ONSITE_SOURCE_COACH);
}

GtkWidget *
onsite_debrief_page_new (OnsiteContext *context, const char *loop)
{
  OnsiteDebriefPage *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (loop != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_DEBRIEF_PAGE, NULL);
  self->context = g_object_ref (context);
  self->loop = g_strdup (loop);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "debrief.remove-sample",
                                 !onsite_context_get_read_only (context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "debrief.remove-review",
                                 !onsite_context_get_read_only (context));
  load (self);

  return GTK_WIDGET (self);
}

gboolean
onsite_debrief_page_reload (OnsiteDebriefPage *self, const char *loop)
{
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_PAGE (self), FALSE);

  if (!g_str_equal (self->loop, loop))
    return FALSE;
  load (self);

  return TRUE;
}
