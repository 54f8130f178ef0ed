/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-shares-view.h"

#include <glib/gi18n-lib.h>

#include "drawing/onsite-shares.h"
#include "onsite-format.h"
#include "onsite-style-colour.h"

/* In lines of the font: what is written, and some room for the bars. */
#define HEIGHT_LINES 11

/* In logical pixels. */
#define MIN_WIDTH 240

/* How much of the text's colour is in the ground. */
#define LINE_ALPHA 0.5

struct _OnsiteSharesView
{
  GtkWidget parent_instance;

  const OnsiteGuideBlock *block;
};

G_DEFINE_FINAL_TYPE (OnsiteSharesView, onsite_shares_view, GTK_TYPE_WIDGET)

static char *
format_share (guint share)
{
  /* Translators: a share, such as "40%". */
  return g_strdup_printf (C_ ("guide", "%u%%"), share);
}

/* In pixels, for a surface knows nothing of the size that text has on a display. */
static PangoFontDescription *
dup_font (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (context));
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font,
                                              pango_font_description_get_size (font) * resolution /
                                                  72);

  return font;
}

static void
fill_series (OnsiteSharesView *self, OnsiteSharesSeries *series)
{
  static const char *const colours[] = { "chart_first", "chart_second", "chart_third" };

  G_STATIC_ASSERT (G_N_ELEMENTS (colours) == ONSITE_SHARES_MOST_SERIES);

  for (guint i = 0; i < self->block->parts->len; i++)
    {
      const OnsiteGuideSeries *part = g_ptr_array_index (self->block->parts, i);

      series[i] = (OnsiteSharesSeries){
        .name = part->name,
        .values = (const guint *) (gpointer) part->values->data,
        .colour = onsite_style_colour_look_up (GTK_WIDGET (self), colours[i], 1),
      };
    }
}

static void
onsite_shares_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteSharesView *self = ONSITE_SHARES_VIEW (widget);
  g_autoptr (PangoFontDescription) font = dup_font (widget);
  OnsiteSharesSeries series[ONSITE_SHARES_MOST_SERIES];
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  OnsiteShares shares = {
    .groups = (const char *const *) self->block->names,
    .n_groups = g_strv_length (self->block->names),
    .series = series,
    .n_series = self->block->parts->len,
    .text = onsite_style_colour_look_up (GTK_WIDGET (self), NULL, 1),
    .line = onsite_style_colour_look_up (GTK_WIDGET (self), NULL, LINE_ALPHA),
    .font = font,
    .format = format_share,
    .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  fill_series (self, series);
  onsite_shares_draw (&shares, cr, width, height);
  cairo_destroy (cr);
}

static void
onsite_shares_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : line * HEIGHT_LINES;
  *natural = *minimum;
}

static void
onsite_shares_view_class_init (OnsiteSharesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = onsite_shares_view_measure;
  widget_class->snapshot = onsite_shares_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "shares");
}

static void
onsite_shares_view_init (OnsiteSharesView *self)
{
}

GtkWidget *
onsite_shares_view_new (const OnsiteGuideBlock *block)
{
  OnsiteSharesView *self;
  g_autofree char *words = NULL;

  g_return_val_if_fail (block != NULL && block->kind == ONSITE_GUIDE_SHARES, NULL);

  self = g_object_new (ONSITE_TYPE_SHARES_VIEW, NULL);
  self->block = block;
  words = onsite_shares_view_describe (block);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return GTK_WIDGET (self);
}

static char *
describe_group (const OnsiteGuideBlock *block, guint group)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) shares = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < block->parts->len; i++)
    {
      const OnsiteGuideSeries *series = g_ptr_array_index (block->parts, i);
      g_autofree char *share = format_share (g_array_index (series->values, guint, group));
      /* Translators: what a share is of, and the share, such as "Bonus 50%". */
      g_autofree char *words = g_strdup_printf (C_ ("guide", "%s %s"), series->name, share);

      g_strv_builder_add (builder, words);
    }
  shares = g_strv_builder_end (builder);
  joined = onsite_format_list ((const char *const *) shares);

  /* Translators: a group of a chart and its shares, such as "Year 1: Grant 5%, Bonus 50%." */
  return g_strdup_printf (C_ ("guide", "%s: %s."), block->names[group], joined);
}

char *
onsite_shares_view_describe (const OnsiteGuideBlock *block)
{
  GString *words = g_string_new (block->title);

  g_string_append_c (words, '.');
  for (guint i = 0; block->names[i] != NULL; i++)
    {
      g_autofree char *group = describe_group (block, i);

      g_string_append_printf (words, " %s", group);
    }

  return g_string_free (words, FALSE);
}
