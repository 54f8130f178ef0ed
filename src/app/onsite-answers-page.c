/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-answers-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-answer-page.h"
#include "onsite-debrief-text.h"
#include "onsite-format.h"
#include "onsite-title.h"
#include "onsite-window.h"

/* A question is known by its first lines. */
#define TITLE_LINES 2

struct _OnsiteAnswersPage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteDebriefModel *model;
  OnsiteFigure figure;
  guint index;
  GArray *answers; /* (element-type guint): index in the loop, for each row */
  int opened;      /* the row of the answer that was gone to last, or 0 */

  GtkListBox *list;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static gboolean
focus_row (OnsiteAnswersPage *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
onsite_answers_page_enter (OnsitePage *page)
{
  OnsiteAnswersPage *self = ONSITE_ANSWERS_PAGE (page);

  onsite_debrief_model_refresh (self->model);

  return focus_row (self, self->opened);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_answers_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteAnswersPage,
                               onsite_answers_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

/* How the answer was rated: on the figure's own dimension, or on all. */
static char *
format_score (OnsiteAnswersPage *self,
              const OnsiteDebrief *debrief,
              const OnsiteAnswerSummary *answer)
{
  const char *dimension = onsite_debrief_figures_get_dimension (debrief, self->figure, self->index);
  const OnsiteTake *take = onsite_answer_get_current_take (answer->answer);

  if (dimension != NULL && take != NULL)
    return g_strdup_printf ("%u", onsite_take_get_score (take, dimension));

  return onsite_format_score (answer->mean_score);
}

static GtkWidget *
make_row (OnsiteAnswersPage *self, const OnsiteAnswerSummary *answer)
{
  const OnsiteDebrief *debrief = onsite_debrief_model_get_debrief (self->model);
  GtkWidget *row = adw_action_row_new ();
  const char *state = onsite_debrief_text_state (answer, debrief->dimensions->len);
  g_autofree char *number = onsite_debrief_text_question (answer->index);
  g_autofree char *subtitle = state != NULL ? g_strdup_printf ("%s · %s", number, state)
                                            : g_strdup (number);
  g_autofree char *score = format_score (self, debrief, answer);
  GtkWidget *label = gtk_label_new (score);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 answer->question != NULL ? answer->question->text
                                                          : answer->answer->question);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), TITLE_LINES);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), onsite_debrief_figures_make_arrow ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
fill (OnsiteAnswersPage *self)
{
  GPtrArray *answers = onsite_debrief_figures_get_answers (
      onsite_debrief_model_get_debrief (self->model),
      self->figure,
      self->index);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_array_set_size (self->answers, 0);

  for (guint i = 0; i < answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (answers, i);

      g_array_append_val (self->answers, answer->index);
      gtk_list_box_append (self->list, make_row (self, answer));
    }
  if (focused)
    focus_row (self, self->opened);
}

static void
row_activated_cb (OnsiteAnswersPage *self, GtkListBoxRow *row)
{
  guint answer = g_array_index (self->answers, guint, gtk_list_box_row_get_index (row));
  GtkWidget *page = onsite_answer_page_new (self->context, self->model, answer);

  self->opened = gtk_list_box_row_get_index (row);
  onsite_window_push (onsite_window_of (GTK_WIDGET (self)), ONSITE_PAGE (page));
}

/* The window asks for it each time that the page comes to be seen. */
static void
onsite_answers_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteAnswersPage *self = ONSITE_ANSWERS_PAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      if (self->model != NULL)
        g_value_take_string (
            value,
            onsite_debrief_figures_get_title (onsite_debrief_model_get_debrief (self->model),
                                              self->figure,
                                              self->index));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_answers_page_dispose (GObject *object)
{
  OnsiteAnswersPage *self = ONSITE_ANSWERS_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_answers_page_parent_class)->dispose (object);
}

static void
onsite_answers_page_finalize (GObject *object)
{
  g_array_unref (ONSITE_ANSWERS_PAGE (object)->answers);

  G_OBJECT_CLASS (onsite_answers_page_parent_class)->finalize (object);
}

static void
onsite_answers_page_class_init (OnsiteAnswersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_answers_page_get_property;
  object_class->dispose = onsite_answers_page_dispose;
  object_class->finalize = onsite_answers_page_finalize;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-answers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteAnswersPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
onsite_answers_page_init (OnsiteAnswersPage *self)
{
  self->answers = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
onsite_answers_page_new (OnsiteContext *context,
                         OnsiteDebriefModel *model,
                         OnsiteFigure figure,
                         guint index)
{
  OnsiteAnswersPage *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (ONSITE_IS_DEBRIEF_MODEL (model), NULL);

  self = g_object_new (ONSITE_TYPE_ANSWERS_PAGE, NULL);
  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  self->figure = figure;
  self->index = index;
  g_signal_connect_object (model, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  g_object_notify (G_OBJECT (self), "title");

  return GTK_WIDGET (self);
}
