/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-spans-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-announce.h"
#include "onsite-clip-keys.h"
#include "onsite-clip-view.h"
#include "onsite-combo-names.h"
#include "onsite-format.h"
#include "onsite-title.h"
#include "onsite-toast.h"
#include "onsite-window.h"
#include "onsite-wrap-layout.h"

struct _OnsiteSpansPage
{
  AdwBin parent_instance;

  OnsiteShareDraft *draft;
  const OnsiteAnswer *answer; /* the draft's */
  GPtrArray *clips;           /* (element-type OnsiteClip): the draft's, by part */
  OnsiteSpanChoice choice;

  GtkWidget *part_list;
  AdwComboRow *parts;
  OnsiteClipView *clip;
  GtkLabel *chosen;
  GtkListBox *list;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static gboolean
onsite_spans_page_enter (OnsitePage *page)
{
  return onsite_clip_view_enter (ONSITE_SPANS_PAGE (page)->clip);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_spans_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteSpansPage,
                               onsite_spans_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static OnsiteClip *
get_clip (OnsiteSpansPage *self)
{
  guint selected = adw_combo_row_get_selected (self->parts);

  return selected < self->clips->len ? g_ptr_array_index (self->clips, selected) : NULL;
}

static GArray *
get_spans (OnsiteSpansPage *self)
{
  const OnsiteClip *clip = get_clip (self);

  return clip != NULL
             ? onsite_selection_get_spans (onsite_share_draft_get_selection (self->draft), clip->id)
             : NULL;
}

/* What is chosen. */

static void
show_choice (OnsiteSpansPage *self)
{
  gboolean is_whole = onsite_span_choice_is_whole (&self->choice);
  g_autofree char *text = onsite_span_choice_describe (&self->choice);

  gtk_label_set_text (self->chosen, text);
  onsite_clip_view_show_choice (self->clip, &self->choice);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spans.hear", is_whole);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spans.mute", is_whole);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spans.cut", is_whole);
}

static void
chosen_cb (OnsiteSpansPage *self, gint64 from_ms, gint64 to_ms)
{
  self->choice = (OnsiteSpanChoice){ from_ms, to_ms };
  show_choice (self);
}

static void
tell_choice (OnsiteSpansPage *self)
{
  show_choice (self);
  onsite_announce (GTK_WIDGET (self), gtk_label_get_text (self->chosen));
}

static void
begin_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteSpansPage *self = ONSITE_SPANS_PAGE (widget);

  onsite_span_choice_begin (&self->choice, onsite_clip_view_get_position_ms (self->clip));
  tell_choice (self);
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteSpansPage *self = ONSITE_SPANS_PAGE (widget);

  onsite_span_choice_end (&self->choice, onsite_clip_view_get_position_ms (self->clip));
  tell_choice (self);
}

static void
hear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteSpansPage *self = ONSITE_SPANS_PAGE (widget);

  onsite_clip_view_play_original (self->clip, self->choice.from_ms, self->choice.to_ms);
}

/* What is removed. */

static char *
describe (const OnsiteSpan *span)
{
  g_autofree char *from = onsite_format_tenths (span->from_ms);
  g_autofree char *to = onsite_format_tenths (span->to_ms);

  /* Translators: both are of a span of a recording, from when to when. */
  return g_strdup_printf (span->kind == ONSITE_SPAN_CUT ? C_ ("spans", "Cut: %s to %s")
                                                        : C_ ("spans", "Muted: %s to %s"),
                          from,
                          to);
}

static void
remove_span (OnsiteSpansPage *self, OnsiteSpanKind kind)
{
  OnsiteSpan span = { self->choice.from_ms, self->choice.to_ms, kind };
  g_autofree char *text = describe (&span);

  self->choice = ONSITE_SPAN_CHOICE_NONE;
  show_choice (self);
  /* The button that was pressed can't be pressed any more. */
  onsite_clip_view_enter (self->clip);
  if (onsite_share_draft_add_span (self->draft, get_clip (self), span))
    onsite_announce (GTK_WIDGET (self), text);
}

static void
mute_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  remove_span (ONSITE_SPANS_PAGE (widget), ONSITE_SPAN_MUTE);
}

static void
cut_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  remove_span (ONSITE_SPANS_PAGE (widget), ONSITE_SPAN_CUT);
}

/* The page may be left before that is undone. */
typedef struct
{
  OnsiteShareDraft *draft;
  const OnsiteClip *clip; /* the draft's */
  OnsiteSpan span;
} Undo;

static void
undo_free (Undo *self)
{
  g_object_unref (self->draft);
  g_free (self);
}

static void
undo_cb (AdwToast *toast, const Undo *undo)
{
  onsite_share_draft_add_span (undo->draft, undo->clip, undo->span);
}

static void
offer_undo (OnsiteSpansPage *self, const OnsiteSpan *span)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));
  AdwToast *toast = onsite_toast_new (C_ ("toast", "It goes along again"));
  Undo *undo = g_new0 (Undo, 1);

  undo->draft = g_object_ref (self->draft);
  undo->clip = get_clip (self);
  undo->span = *span;
  adw_toast_set_button_label (toast, C_ ("button", "Undo"));
  g_signal_connect_data (toast,
                         "button-clicked",
                         G_CALLBACK (undo_cb),
                         undo,
                         (GClosureNotify) (GCallback) undo_free,
                         0);
  onsite_window_add_toast (window, toast);
}

static const OnsiteSpan *
find_span (OnsiteSpansPage *self, GtkWidget *button, guint *index)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  *index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return &g_array_index (get_spans (self), OnsiteSpan, *index);
}

static void
hear_clicked_cb (GtkWidget *button, OnsiteSpansPage *self)
{
  guint index;
  const OnsiteSpan *span = find_span (self, button, &index);

  onsite_clip_view_play_original (self->clip, span->from_ms, span->to_ms);
}

static void
return_clicked_cb (GtkWidget *button, OnsiteSpansPage *self)
{
  guint index;
  OnsiteSpan span = *find_span (self, button, &index);

  onsite_clip_view_enter (self->clip);
  onsite_share_draft_remove_span (self->draft, get_clip (self), index);
  offer_undo (self, &span);
}

static GtkWidget *
make_button (OnsiteSpansPage *self, const char *icon, const char *label, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  g_signal_connect_object (button, "clicked", clicked_cb, self, 0);

  return button;
}

static GtkWidget *
make_row (OnsiteSpansPage *self, const OnsiteSpan *span)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = describe (span);
  g_autofree char *from = onsite_format_tenths (span->from_ms);
  /* Translators: a place in a recording. */
  g_autofree char *hear = g_strdup_printf (C_ ("spans", "Hear what is gone at %s"), from);
  g_autofree char *leave = g_strdup_printf (C_ ("spans", "Leave it in at %s"), from);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      make_button (self, "media-playback-start-symbolic", hear, G_CALLBACK (hear_clicked_cb)));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      make_button (self, "user-trash-symbolic", leave, G_CALLBACK (return_clicked_cb)));

  return row;
}

static void
show_spans (OnsiteSpansPage *self)
{
  GArray *spans = get_spans (self);
  guint n_spans = spans != NULL ? spans->len : 0;
  g_autoptr (OnsiteRedaction) redaction = NULL;
  GtkWidget *row;

  redaction = onsite_redaction_new (n_spans > 0 ? (const OnsiteSpan *) (gpointer) spans->data
                                                : NULL,
                                    n_spans,
                                    get_clip (self) != NULL ? get_clip (self)->n_samples : 0);
  onsite_clip_view_show_copy (self->clip, onsite_redaction_get_spans (redaction));
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n_spans; i++)
    gtk_list_box_append (self->list, make_row (self, &g_array_index (spans, OnsiteSpan, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_spans > 0);
}

static void
show_part (OnsiteSpansPage *self)
{
  if (self->draft == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spans.begin", get_clip (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spans.end", get_clip (self) != NULL);
  self->choice = ONSITE_SPAN_CHOICE_NONE;
  onsite_clip_view_set_clip (self->clip, get_clip (self));
  show_spans (self);
  show_choice (self);
}

static void
onsite_spans_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("page title", "Mute or Cut"));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_spans_page_dispose (GObject *object)
{
  OnsiteSpansPage *self = ONSITE_SPANS_PAGE (object);

  /* The clip is the draft's: its view goes before it does. */
  if (self->clip != NULL && self->draft != NULL)
    onsite_clip_view_set_clip (self->clip, NULL);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (onsite_spans_page_parent_class)->dispose (object);
}

static void
onsite_spans_page_finalize (GObject *object)
{
  g_ptr_array_unref (ONSITE_SPANS_PAGE (object)->clips);

  G_OBJECT_CLASS (onsite_spans_page_parent_class)->finalize (object);
}

static void
onsite_spans_page_class_init (OnsiteSpansPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_spans_page_get_property;
  object_class->dispose = onsite_spans_page_dispose;
  object_class->finalize = onsite_spans_page_finalize;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_CLIP_VIEW);
  g_type_ensure (ONSITE_TYPE_TITLE);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-spans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteSpansPage, part_list);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSpansPage, parts);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSpansPage, clip);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSpansPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSpansPage, list);
  gtk_widget_class_bind_template_callback (widget_class, show_part);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "spans.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "spans.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "spans.hear", NULL, hear_action);
  gtk_widget_class_install_action (widget_class, "spans.mute", NULL, mute_action);
  gtk_widget_class_install_action (widget_class, "spans.cut", NULL, cut_action);
  onsite_clip_keys_add (widget_class);
}

static void
onsite_spans_page_init (OnsiteSpansPage *self)
{
  self->clips = g_ptr_array_new ();
  self->choice = ONSITE_SPAN_CHOICE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  onsite_combo_names_show (self->parts);
}

static void
add_take (OnsiteSpansPage *self, GtkStringList *names, const OnsiteTake *take, guint number)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);
      /* Translators: which attempt at an answer, and what was asked. */
      g_autofree char *name = g_strdup_printf (C_ ("spans", "Take %u: %s"), number, turn->prompt);

      if (turn->clip == NULL || turn->clip->n_samples == 0)
        continue;
      g_ptr_array_add (self->clips, turn->clip);
      gtk_string_list_append (names, self->answer->takes->len > 1 ? name : turn->prompt);
    }
}

/* Each turn of the takes that go along, if there is anything to hear. */
static void
find_parts (OnsiteSpansPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->answer->takes->len; i++)
    {
      const OnsiteTake *take = g_ptr_array_index (self->answer->takes, i);

      if (onsite_share_draft_has_take (self->draft, self->answer, take))
        add_take (self, names, take, i + 1);
    }
  gtk_widget_set_visible (self->part_list, self->clips->len > 1);
  adw_combo_row_set_model (self->parts, G_LIST_MODEL (names));
}

GtkWidget *
onsite_spans_page_new (OnsiteContext *context, OnsiteShareDraft *draft, guint answer)
{
  OnsiteSpansPage *self;
  const OnsiteAnswerSummary *summary;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (ONSITE_IS_SHARE_DRAFT (draft), NULL);

  summary = g_ptr_array_index (onsite_share_draft_get_debrief (draft)->answers, answer);
  self = g_object_new (ONSITE_TYPE_SPANS_PAGE, NULL);
  self->draft = g_object_ref (draft);
  self->answer = summary->answer;
  onsite_clip_view_set_context (self->clip, context);
  find_parts (self);
  show_part (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_spans), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
