/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-waveform-view.h"

#include <glib/gi18n-lib.h>

#include "drawing/onsite-waveform.h"
#include "onsite-coach-text.h"
#include "onsite-format.h"
#include "onsite-sign-view.h"
#include "onsite-style-colour.h"
#include "share/onsite-redaction.h"

/* In logical pixels. */
#define HEIGHT    72
#define MIN_WIDTH 120

/* A notch of a wheel goes as far as Shift and an arrow do. Of ten minutes, fingers on a
 * touchpad go some ten times finer than a pointer does. */
#define NOTCH_MS 1000
#define PIXEL_MS 50

/* How much of the text's colour is in what was not played yet. */
#define AHEAD 0.55

/* A hand that clicks moves by so many pixels, and chooses nothing by that. */
#define LEAST_DRAG 4

struct _OnsiteWaveformView
{
  GtkWidget parent_instance;

  GBytes *peaks;
  gint64 duration_ms;
  gint64 position_ms;
  GArray *marks; /* (element-type OnsiteWaveformSpan) */
  GArray *gaps;  /* likewise */
  GArray *comments;
  GArray *muted;
  GArray *cuts;
  OnsiteWaveformSpan choice;
  gboolean can_choose;
};

enum
{
  PROP_0,
  PROP_POSITION_MS,
  N_PROPS
};

enum
{
  SEEK,
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteWaveformView, onsite_waveform_view, GTK_TYPE_WIDGET)

static OnsiteWaveform
get_waveform (OnsiteWaveformView *self)
{
  gsize n_peaks = 0;
  const guint8 *peaks = self->peaks != NULL ? g_bytes_get_data (self->peaks, &n_peaks) : NULL;

  return (OnsiteWaveform){
    .peaks = peaks,
    .n_peaks = n_peaks,
    .duration_ms = self->duration_ms,
    .position_ms = self->position_ms,
    .marks = (const OnsiteWaveformSpan *) (gpointer) self->marks->data,
    .n_marks = self->marks->len,
    .comments = (const OnsiteWaveformSpan *) (gpointer) self->comments->data,
    .n_comments = self->comments->len,
    .gaps = (const OnsiteWaveformSpan *) (gpointer) self->gaps->data,
    .n_gaps = self->gaps->len,
    .muted = (const OnsiteWaveformSpan *) (gpointer) self->muted->data,
    .n_muted = self->muted->len,
    .cuts = (const OnsiteWaveformSpan *) (gpointer) self->cuts->data,
    .n_cuts = self->cuts->len,
    .selection = &self->choice,
    .right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .played = onsite_style_colour_look_up (GTK_WIDGET (self), "accent_color", 1),
    .ahead = onsite_style_colour_look_up (GTK_WIDGET (self), NULL, AHEAD),
    .mark = onsite_style_colour_look_up (GTK_WIDGET (self), "warning_color", 1),
    .comment = onsite_style_colour_look_up (
        GTK_WIDGET (self),
        onsite_sign_get_colour_name (ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH)),
        1),
    .removed = onsite_style_colour_look_up (GTK_WIDGET (self), "advice_weak", 1),
  };
}

static void
onsite_waveform_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteWaveform waveform = get_waveform (ONSITE_WAVEFORM_VIEW (widget));
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  onsite_waveform_draw (&waveform, cr, width, height);
  cairo_destroy (cr);
}

static void
onsite_waveform_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = *minimum;
}

static void
seek (OnsiteWaveformView *self, gint64 position_ms)
{
  if (self->duration_ms > 0)
    g_signal_emit (self, signals[SEEK], 0, CLAMP (position_ms, 0, self->duration_ms));
}

static gint64
get_time_at (OnsiteWaveformView *self, double x)
{
  OnsiteWaveform waveform = get_waveform (self);

  return onsite_waveform_time_at (&waveform, x, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
choose (OnsiteWaveformView *self, gint64 a_ms, gint64 b_ms)
{
  if (a_ms != b_ms)
    g_signal_emit (self, signals[CHOSEN], 0, MIN (a_ms, b_ms), MAX (a_ms, b_ms));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, OnsiteWaveformView *self)
{
  seek (self, get_time_at (self, x));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, OnsiteWaveformView *self)
{
  double x = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, NULL);
  if (!self->can_choose)
    seek (self, get_time_at (self, x + dx));
  else if (ABS (dx) >= LEAST_DRAG)
    choose (self, get_time_at (self, x), get_time_at (self, x + dx));
}

/* Sideways: up and down is the page's. Shift turns a wheel that has one direction only. */
static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, OnsiteWaveformView *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  const gboolean turned = gtk_event_controller_get_current_event_state (controller) &
                          GDK_SHIFT_MASK;
  const gboolean notches = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double step_ms = (turned && dx == 0 ? dy : dx) * (notches ? NOTCH_MS : PIXEL_MS);

  if (step_ms == 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step_ms = -step_ms;
  seek (self, self->position_ms + (gint64) step_ms);

  return GDK_EVENT_STOP;
}

static gboolean
seek_to_start (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  seek (ONSITE_WAVEFORM_VIEW (widget), 0);

  return TRUE;
}

static gboolean
seek_to_end (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  seek (ONSITE_WAVEFORM_VIEW (widget), ONSITE_WAVEFORM_VIEW (widget)->duration_ms);

  return TRUE;
}

/* By the second: a screen reader need not hear each frame. */
static void
tell_position (OnsiteWaveformView *self)
{
  g_autofree char *position = onsite_format_clock (self->position_ms);
  g_autofree char *duration = onsite_format_clock (self->duration_ms);
  /* Translators: a place in a recording: "0:42 of 3:10". */
  g_autofree char *text = g_strdup_printf (C_ ("player", "%s of %s"), position, duration);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) self->duration_ms / 1000,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) self->position_ms / 1000,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text,
                                  -1);
}

static void
onsite_waveform_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_POSITION_MS:
      g_value_set_int64 (value, ONSITE_WAVEFORM_VIEW (object)->position_ms);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_waveform_view_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_POSITION_MS:
      onsite_waveform_view_set_position_ms (ONSITE_WAVEFORM_VIEW (object),
                                            g_value_get_int64 (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_waveform_view_finalize (GObject *object)
{
  OnsiteWaveformView *self = ONSITE_WAVEFORM_VIEW (object);

  g_clear_pointer (&self->peaks, g_bytes_unref);
  g_array_unref (self->marks);
  g_array_unref (self->gaps);
  g_array_unref (self->comments);
  g_array_unref (self->muted);
  g_array_unref (self->cuts);

  G_OBJECT_CLASS (onsite_waveform_view_parent_class)->finalize (object);
}

static void
onsite_waveform_view_class_init (OnsiteWaveformViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_waveform_view_get_property;
  object_class->set_property = onsite_waveform_view_set_property;
  object_class->finalize = onsite_waveform_view_finalize;
  widget_class->measure = onsite_waveform_view_measure;
  widget_class->snapshot = onsite_waveform_view_snapshot;

  props[PROP_POSITION_MS] = g_param_spec_int64 ("position-ms",
                                                NULL,
                                                NULL,
                                                0,
                                                G_MAXINT64,
                                                0,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SEEK] = g_signal_new ("seek",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_INT64);

  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_INT64,
                                  G_TYPE_INT64);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, seek_to_start, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, seek_to_end, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_css_name (widget_class, "waveform");
}

static void
onsite_waveform_view_init (OnsiteWaveformView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->marks = g_array_new (FALSE, FALSE, sizeof (OnsiteWaveformSpan));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (OnsiteWaveformSpan));
  self->comments = g_array_new (FALSE, FALSE, sizeof (OnsiteWaveformSpan));
  self->muted = g_array_new (FALSE, FALSE, sizeof (OnsiteWaveformSpan));
  self->cuts = g_array_new (FALSE, FALSE, sizeof (OnsiteWaveformSpan));
  self->choice = (OnsiteWaveformSpan){ -1, -1 };
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("player", "Place in the recording"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  0.0,
                                  -1);
}

void
onsite_waveform_view_set_clip (OnsiteWaveformView *self, const OnsiteClip *clip)
{
  g_return_if_fail (ONSITE_IS_WAVEFORM_VIEW (self));

  g_array_set_size (self->marks, 0);
  g_array_set_size (self->gaps, 0);
  self->duration_ms = clip != NULL ? clip->n_samples / ONSITE_SAMPLES_PER_MS : 0;

  for (guint i = 0; clip != NULL && i < clip->marks->len; i++)
    {
      const OnsiteMark *mark = g_ptr_array_index (clip->marks, i);
      OnsiteWaveformSpan span = { mark->from_ms, mark->to_ms };

      g_array_append_val (self->marks, span);
    }

  for (guint i = 0; clip != NULL && i < clip->segments->len; i++)
    {
      const OnsiteSegment *segment = g_ptr_array_index (clip->segments, i);
      OnsiteWaveformSpan span = { segment->start_samples / ONSITE_SAMPLES_PER_MS, -1 };

      if (segment->gap_us > 0)
        g_array_append_val (self->gaps, span);
    }

  tell_position (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
onsite_waveform_view_set_remarks (OnsiteWaveformView *self, GPtrArray *remarks)
{
  g_autofree char *words = remarks != NULL ? onsite_coach_text_places (remarks) : g_strdup ("");

  g_return_if_fail (ONSITE_IS_WAVEFORM_VIEW (self));

  g_array_set_size (self->comments, 0);
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    {
      const OnsiteRemark *remark = g_ptr_array_index (remarks, i);
      OnsiteWaveformSpan span = { remark->comment->from_ms, remark->comment->to_ms };

      g_array_append_val (self->comments, span);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
onsite_waveform_view_set_peaks (OnsiteWaveformView *self, GBytes *peaks)
{
  g_return_if_fail (ONSITE_IS_WAVEFORM_VIEW (self));

  if (peaks != NULL)
    g_bytes_ref (peaks);
  g_clear_pointer (&self->peaks, g_bytes_unref);
  self->peaks = peaks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
onsite_waveform_view_set_position_ms (OnsiteWaveformView *self, gint64 position_ms)
{
  gboolean next_second;

  g_return_if_fail (ONSITE_IS_WAVEFORM_VIEW (self));

  if (self->position_ms == position_ms)
    return;

  next_second = self->position_ms / 1000 != position_ms / 1000;
  self->position_ms = position_ms;
  if (next_second)
    tell_position (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_POSITION_MS]);
}

void
onsite_waveform_view_set_removed (OnsiteWaveformView *self, GArray *spans)
{
  g_return_if_fail (ONSITE_IS_WAVEFORM_VIEW (self));

  g_array_set_size (self->muted, 0);
  g_array_set_size (self->cuts, 0);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, i);
      OnsiteWaveformSpan drawn = { span->from_ms, span->to_ms };

      g_array_append_val (span->kind == ONSITE_SPAN_CUT ? self->cuts : self->muted, drawn);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
onsite_waveform_view_set_choice (OnsiteWaveformView *self, const OnsiteSpanChoice *choice)
{
  g_return_if_fail (ONSITE_IS_WAVEFORM_VIEW (self));

  self->can_choose = TRUE;
  self->choice = (OnsiteWaveformSpan){ choice->from_ms, choice->to_ms };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
