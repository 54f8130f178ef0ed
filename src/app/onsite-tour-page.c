/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-tour-page.h"

#include <glib/gi18n-lib.h>

#include "debrief/onsite-tour.h"
#include "onsite-announce.h"
#include "onsite-clip-keys.h"
#include "onsite-clip-view.h"
#include "onsite-debrief-figures.h"
#include "onsite-debrief-text.h"
#include "onsite-format.h"
#include "onsite-page.h"
#include "onsite-title.h"
#include "onsite-wrap-layout.h"

struct _OnsiteTourPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteDebriefModel *model;
  GPtrArray *agreements; /* the tour is made of them, and they of the model */
  GPtrArray *tour;
  guint at;
  gboolean begun;

  OnsiteTitle *window_title;
  GtkScrolledWindow *scroller;
  GtkLabel *question;
  GtkLabel *subtitle;
  GtkLabel *prompt;
  OnsiteClipView *clip;
  GtkLabel *over;
  AdwBin *opinions;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static gboolean
onsite_tour_page_enter (OnsitePage *page)
{
  OnsiteTourPage *self = ONSITE_TOUR_PAGE (page);

  if (!self->begun)
    onsite_clip_view_play (self->clip, 0);
  self->begun = TRUE;

  return onsite_clip_view_enter (self->clip);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_tour_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteTourPage,
                               onsite_tour_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static const OnsiteTourClip *
get_clip (OnsiteTourPage *self)
{
  return g_ptr_array_index (self->tour, self->at);
}

static char *
describe_place (OnsiteTourPage *self)
{
  /* Translators: which recording of how many. */
  return g_strdup_printf (C_ ("tour", "%u of %u"), self->at + 1, self->tour->len);
}

/* "You 4, Ada 2" */
static char *
describe_opinion (const OnsiteTourOpinion *opinion)
{
  const OnsiteScorePair *scores = &opinion->stop->scores;

  if (*opinion->review->coach == '\0')
    /* Translators: one's own score, a coach's score. */
    return g_strdup_printf (C_ ("tour", "You %u, coach %u"), scores->self, scores->coach);

  /* Translators: one's own score, a coach's name, that coach's score. */
  return g_strdup_printf (C_ ("tour", "You %u, %s %u"),
                          scores->self,
                          opinion->review->coach,
                          scores->coach);
}

static GtkWidget *
make_comment_row (const OnsiteReviewComment *comment)
{
  g_autofree char *time = onsite_format_clock (comment->from_ms);
  GtkWidget *row = onsite_debrief_figures_make_row (comment->text, time, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", comment->from_ms);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tour.hear");

  return row;
}

static void
add_opinion (GtkListBox *list, const OnsiteTourOpinion *opinion)
{
  g_autofree char *scores = describe_opinion (opinion);

  gtk_list_box_append (list, onsite_debrief_figures_make_row (opinion->stop->name, scores, NULL));
  for (guint i = 0; i < opinion->comments->len; i++)
    gtk_list_box_append (list, make_comment_row (g_ptr_array_index (opinion->comments, i)));
}

static GtkWidget *
make_opinions (const OnsiteTourClip *clip)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("tour", "Where you differ"),
                                  -1);
  for (guint i = 0; i < clip->opinions->len; i++)
    add_opinion (GTK_LIST_BOX (list), g_ptr_array_index (clip->opinions, i));

  return list;
}

static void
show_question (OnsiteTourPage *self, const OnsiteTourClip *clip, const OnsiteTurn *turn)
{
  const OnsiteAnswerSummary *answer = clip->answer;
  g_autofree char *number = onsite_debrief_text_question (answer->index);
  g_autofree char *round = onsite_debrief_text_round (
      onsite_debrief_model_get_round (self->model, answer->index));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", number, round);

  gtk_label_set_text (self->question,
                      answer->question != NULL ? answer->question->text : answer->answer->question);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->prompt, turn->prompt);
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), turn->kind != ONSITE_TURN_QUESTION);
}

static void
show_clip (OnsiteTourPage *self)
{
  const OnsiteTourClip *clip = get_clip (self);
  const OnsiteTurn *turn = g_ptr_array_index (clip->take->turns, clip->turn);
  g_autofree char *place = describe_place (self);

  onsite_title_set_subtitle (self->window_title, place);
  show_question (self, clip, turn);
  onsite_clip_view_set_clip (self->clip, turn->clip);
  adw_bin_set_child (self->opinions, make_opinions (clip));
  gtk_widget_set_visible (GTK_WIDGET (self->over), FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tour.previous", self->at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tour.next", self->at + 1 < self->tour->len);
}

static void
tell_clip (OnsiteTourPage *self)
{
  g_autofree char *place = describe_place (self);
  g_autofree char *opinion = describe_opinion (g_ptr_array_index (get_clip (self)->opinions, 0));
  g_autofree char *text = g_strdup_printf (C_ ("announcement", "%s. %s"), place, opinion);

  onsite_announce (GTK_WIDGET (self), text);
}

/* A button that can't be pressed any more has no use for the focus. */
static void
go_to (OnsiteTourPage *self, guint at)
{
  self->at = at;
  show_clip (self);
  onsite_clip_view_play (self->clip, 0);
  onsite_clip_view_enter (self->clip);
  tell_clip (self);
}

static void
clip_ended_cb (OnsiteTourPage *self)
{
  if (self->at + 1 < self->tour->len)
    {
      go_to (self, self->at + 1);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->over), TRUE);
  onsite_announce (GTK_WIDGET (self), gtk_label_get_text (self->over));
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to (ONSITE_TOUR_PAGE (widget), ONSITE_TOUR_PAGE (widget)->at + 1);
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to (ONSITE_TOUR_PAGE (widget), ONSITE_TOUR_PAGE (widget)->at - 1);
}

static void
hear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  onsite_clip_view_play (ONSITE_TOUR_PAGE (widget)->clip, g_variant_get_int64 (parameter));
}

static void
onsite_tour_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("title", "Where You Differ"));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_tour_page_dispose (GObject *object)
{
  OnsiteTourPage *self = ONSITE_TOUR_PAGE (object);

  /* The clip is the model's: it goes before the model does. */
  if (self->clip != NULL && self->context != NULL)
    onsite_clip_view_set_clip (self->clip, NULL);
  g_clear_pointer (&self->tour, g_ptr_array_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_tour_page_parent_class)->dispose (object);
}

static void
onsite_tour_page_class_init (OnsiteTourPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_tour_page_get_property;
  object_class->dispose = onsite_tour_page_dispose;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_CLIP_VIEW);
  g_type_ensure (ONSITE_TYPE_TITLE);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-tour-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, question);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, clip);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, over);
  gtk_widget_class_bind_template_child (widget_class, OnsiteTourPage, opinions);
  gtk_widget_class_bind_template_callback (widget_class, clip_ended_cb);
  gtk_widget_class_install_action (widget_class, "tour.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "tour.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "tour.hear", "x", hear_action);
  onsite_clip_keys_add (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "tour.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "tour.previous", NULL);
}

static void
onsite_tour_page_init (OnsiteTourPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
onsite_tour_page_new (OnsiteContext *context, OnsiteDebriefModel *model)
{
  OnsiteTourPage *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (model), NULL);

  self = g_object_new (ONSITE_TYPE_TOUR_PAGE, NULL);
  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  self->agreements = onsite_agreements_new (onsite_debrief_model_get_debrief (model));
  self->tour = onsite_tour_new (self->agreements);
  onsite_clip_view_set_context (self->clip, context);
  if (self->tour->len > 0)
    show_clip (self);

  return GTK_WIDGET (self);
}
