/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-title.h"

#include <math.h>

/* More would make the bar a page of its own. */
#define MOST_LINES 2
/* Down to the size of small print as the library has it, in pixels. */
#define LEAST_SIZE 12.0
/* Beside the title of a header bar. GTK 4.8 takes them off its width only when it
 * knows its height already. */
#define GAPS 12
/* Above and below, where the words are higher than the bar would be, in pixels. */
#define PADDING 3
/* Fine enough for a step not to be seen. */
#define STEP 0.05

struct _OnsiteTitle
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *subtitle;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteTitle, onsite_title, GTK_TYPE_WIDGET)

static double
get_least_scale (GtkWidget *label)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;

  return CLAMP (LEAST_SIZE / MAX (size, 1), STEP, 1);
}

/* Without breaking a word. */
static PangoLayout *
lay_out_words (GtkWidget *label, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (label,
                                                        gtk_label_get_text (GTK_LABEL (label)));

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);

  return layout;
}

static gboolean
fits (GtkWidget *label, int width)
{
  g_autoptr (PangoLayout) layout = lay_out_words (label, width);
  int text_width;

  pango_layout_get_pixel_size (layout, &text_width, NULL);

  return text_width <= width && pango_layout_get_line_count (layout) <= MOST_LINES;
}

static int
get_own_width (GtkWidget *label, int width, double scale)
{
  int least;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return MAX ((int) floor (width / scale), least);
}

static double
find_scale (GtkWidget *label, int width)
{
  const double least = get_least_scale (label);
  double scale = 1;

  while (scale > least && !fits (label, (int) floor (width / scale)))
    scale = MAX (scale - STEP, least);

  return scale;
}

static int
get_height (GtkWidget *label, int width, double scale)
{
  int height;

  gtk_widget_measure (label,
                      GTK_ORIENTATION_VERTICAL,
                      get_own_width (label, width, scale),
                      NULL,
                      &height,
                      NULL,
                      NULL);

  return (int) ceil (height * scale);
}

/* As if it were not drawn smaller: what is narrower may never be less high, since GTK takes
 * what lies between two widths of the same height to be as high as these. */
static int
get_full_height (GtkWidget *label, int width)
{
  g_autoptr (PangoLayout) layout = lay_out_words (label, width);
  int height;

  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static GtkSizeRequestMode
onsite_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;

  for (GtkWidget *label = gtk_widget_get_first_child (widget); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      int least, most;

      if (!gtk_widget_should_layout (label))
        continue;
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, (int) ceil (least * get_least_scale (label)));
      *natural = MAX (*natural, most);
    }
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *label = gtk_widget_get_first_child (widget); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    if (gtk_widget_should_layout (label))
      height += get_height (label, width, find_scale (label, width));

  return height;
}

static int
measure_full_height (GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *label = gtk_widget_get_first_child (widget); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    if (gtk_widget_should_layout (label))
      height += get_full_height (label, width);

  return MAX (height, measure_height (widget, width));
}

static void
onsite_title_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  int least, most, width;

  measure_width (widget, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = most + GAPS;
      return;
    }

  width = for_size >= 0 ? MAX (for_size - GAPS, least) : most;
  *minimum = *natural = measure_full_height (widget, width) + 2 * PADDING;
}

static void
onsite_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  float y = (float) MAX (height - measure_height (widget, width), 0) / 2;

  for (GtkWidget *label = gtk_widget_get_first_child (widget); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      const double scale = find_scale (label, width);
      const int label_height = get_height (label, width, scale);
      GskTransform *place;

      if (!gtk_widget_should_layout (label))
        continue;

      place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, y));
      gtk_widget_allocate (label,
                           get_own_width (label, width, scale),
                           (int) ceil (label_height / scale),
                           -1,
                           gsk_transform_scale (place, (float) scale, (float) scale));
      y += (float) label_height;
    }
}

static void
onsite_title_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteTitle *self = ONSITE_TITLE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->title)));
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->subtitle)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_title_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OnsiteTitle *self = ONSITE_TITLE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      onsite_title_set_title (self, g_value_get_string (value));
      break;

    case PROP_SUBTITLE:
      onsite_title_set_subtitle (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_title_dispose (GObject *object)
{
  OnsiteTitle *self = ONSITE_TITLE (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->subtitle, gtk_widget_unparent);

  G_OBJECT_CLASS (onsite_title_parent_class)->dispose (object);
}

static void
onsite_title_class_init (OnsiteTitleClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_title_get_property;
  object_class->set_property = onsite_title_set_property;
  object_class->dispose = onsite_title_dispose;
  widget_class->get_request_mode = onsite_title_get_request_mode;
  widget_class->measure = onsite_title_measure;
  widget_class->size_allocate = onsite_title_size_allocate;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /* The library's style is for this one. */
  gtk_widget_class_set_css_name (widget_class, "windowtitle");
}

static GtkWidget *
make_label (OnsiteTitle *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
onsite_title_init (OnsiteTitle *self)
{
  self->title = make_label (self, "title");
  self->subtitle = make_label (self, "subtitle");
  gtk_widget_set_visible (self->subtitle, FALSE);
}

static gboolean
set_text (GtkWidget *label, const char *text)
{
  if (g_str_equal (text, gtk_label_get_text (GTK_LABEL (label))))
    return FALSE;

  gtk_label_set_text (GTK_LABEL (label), text);

  return TRUE;
}

void
onsite_title_set_title (OnsiteTitle *self, const char *title)
{
  g_return_if_fail (ONSITE_IS_TITLE (self));

  if (set_text (self->title, title != NULL ? title : ""))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

void
onsite_title_set_subtitle (OnsiteTitle *self, const char *subtitle)
{
  g_return_if_fail (ONSITE_IS_TITLE (self));

  if (!set_text (self->subtitle, subtitle != NULL ? subtitle : ""))
    return;

  gtk_widget_set_visible (self->subtitle, subtitle != NULL && *subtitle != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}
