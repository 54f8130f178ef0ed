/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-timeline.h"

#include <glib/gi18n-lib.h>

#include "loop/onsite-session.h"
#include "onsite-format.h"

#define BAR_HEIGHT 20
#define BAR_RADIUS 5
#define OUTLINE    2
#define LEAST_GAP  3

typedef struct
{
  char *text; /* "Behavioral, 60 min" */
  gint64 length_ms;
  gint64 start_ms;
  gboolean screen;
} Bar;

struct _OnsiteTimeline
{
  GtkWidget parent_instance;

  GArray *bars;
  gint64 total_ms;
};

G_DEFINE_FINAL_TYPE (OnsiteTimeline, onsite_timeline, GTK_TYPE_WIDGET)

static void
bar_clear (gpointer data)
{
  g_free (((Bar *) data)->text);
}

/* Where a bar lies, in pixels from the widget's start. */
static graphene_rect_t
place_bar (OnsiteTimeline *self, const Bar *bar)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double scale = (width + LEAST_GAP) / (double) MAX (self->total_ms, 1);
  double x = (double) bar->start_ms * scale;
  double length = MAX ((double) bar->length_ms * scale - LEAST_GAP, 1.0);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - length;

  return GRAPHENE_RECT_INIT ((float) x, 0, (float) length, BAR_HEIGHT);
}

static void
draw_bar (OnsiteTimeline *self, const Bar *bar, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = place_bar (self, bar);
  GskRoundedRect rounded;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gsk_rounded_rect_init_from_rect (&rounded, &bounds, BAR_RADIUS);

  /* Screens come before the day itself: outlined, for a paler colour would be hard to see. */
  if (bar->screen)
    {
      gtk_snapshot_append_border (snapshot,
                                  &rounded,
                                  (float[]){ OUTLINE, OUTLINE, OUTLINE, OUTLINE },
                                  (GdkRGBA[]){ colour, colour, colour, colour });
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
onsite_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteTimeline *self = ONSITE_TIMELINE (widget);

  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, &g_array_index (self->bars, Bar, i), snapshot);
}

static void
onsite_timeline_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 120;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 480;
}

static gboolean
onsite_timeline_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  OnsiteTimeline *self = ONSITE_TIMELINE (widget);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      graphene_rect_t bounds = place_bar (self, bar);

      if (graphene_rect_contains_point (&bounds, &point))
        {
          gtk_tooltip_set_text (tooltip, bar->text);
          return TRUE;
        }
    }

  return FALSE;
}

static void
onsite_timeline_finalize (GObject *object)
{
  OnsiteTimeline *self = ONSITE_TIMELINE (object);

  g_clear_pointer (&self->bars, g_array_unref);

  G_OBJECT_CLASS (onsite_timeline_parent_class)->finalize (object);
}

static void
onsite_timeline_class_init (OnsiteTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onsite_timeline_finalize;
  widget_class->snapshot = onsite_timeline_snapshot;
  widget_class->measure = onsite_timeline_measure;
  widget_class->query_tooltip = onsite_timeline_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
onsite_timeline_init (OnsiteTimeline *self)
{
  self->bars = g_array_new (FALSE, TRUE, sizeof (Bar));
  g_array_set_clear_func (self->bars, bar_clear);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static void
add_bar (OnsiteTimeline *self, const OnsiteRound *round, OnsitePack *pack)
{
  const OnsiteRoundKind *kind = onsite_pack_find_round_kind (pack, round->kind);
  gint64 length_ms = (gint64) round->seconds * 1000;
  g_autofree char *duration = onsite_format_duration (length_ms);
  Bar bar = { .length_ms = length_ms };

  if (self->bars->len > 0)
    self->total_ms += ONSITE_SESSION_BREAK_MS;

  bar.start_ms = self->total_ms;
  bar.screen = kind != NULL && kind->stage == ONSITE_STAGE_SCREEN;
  /* Translators: a round's name, and how long it lasts. */
  bar.text = g_strdup_printf (C_ ("timeline", "%s, %s"),
                              kind != NULL ? kind->name : round->kind,
                              duration);
  self->total_ms += length_ms;
  g_array_append_val (self->bars, bar);
}

static void
describe (OnsiteTimeline *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    g_string_append_printf (text,
                            "%s%s",
                            /* Translators: between rounds, each as "Design, 45 min". */
                            i > 0 ? C_ ("timeline", "; ") : "",
                            g_array_index (self->bars, Bar, i).text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->str,
                                  -1);
  g_string_free (text, TRUE);
}

void
onsite_timeline_set_loop (OnsiteTimeline *self, const OnsiteLoop *loop, OnsitePack *pack)
{
  g_return_if_fail (ONSITE_IS_TIMELINE (self));

  g_array_set_size (self->bars, 0);
  self->total_ms = 0;

  for (guint i = 0; loop != NULL && i < loop->rounds->len; i++)
    add_bar (self, g_ptr_array_index (loop->rounds, i), pack);

  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
